"""Who reports: the entity, and what is known of the filing beside the text."""

import re
import tomllib
from datetime import date
from pathlib import Path

from attrs import evolve, field, fields, frozen

from converter.diagnostic import Code, Diagnostic, Refusal

CIK_SCHEME = "http://www.sec.gov/CIK"
TICKER_SCHEME = "https://release2xbrl.org/entity/ticker"
NAME_SCHEME = "https://release2xbrl.org/entity/name"

BESIDE = "filing.toml"
"""The file beside a release that says what the release itself does not."""

_LARGEST = 16 << 10
"""Bytes that filing.toml may have: a parser of TOML may need the square of them."""


@frozen
class Entity:
    """An entity identifier (XBRL 2.1, 4.7.3.1). scheme: an absolute URI. name: as printed, for people. ticker: `BTUI` or `NASDAQ:BTUI`."""

    scheme: str
    identifier: str
    name: str = ""
    ticker: str = ""

    @property
    def folded(self) -> str:
        """The identifier in lower case, with `-` for everything that a URI path would quote."""
        return re.sub(r"[^a-z0-9]+", "-", self.identifier.lower()).strip("-")


def _padded(cik: str | int | None) -> str | None:
    if cik is None:
        return None
    digits = str(cik).strip()
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 10 or not int(digits):
        raise ValueError(f"a CIK is a number of up to 10 digits, not {digits!r}")
    return digits.zfill(10)


@frozen
class Filing:
    """What is known beside the text; every field may be empty. cik: 10 digits. ticker: `BTUI` or `NASDAQ:BTUI`.

    fiscal_year_end: (month, day). period_of_report: the date that the submission's header gives. currency: ISO 4217. others: registrants
    that the header names beside the first one.
    Raises ValueError for a CIK or a day that cannot be.
    """

    cik: str | None = field(default=None, converter=_padded)
    ticker: str | None = None
    company: str | None = None
    fiscal_year_end: tuple[int, int] | None = field(default=None)
    currency: str | None = field(default=None)
    period_of_report: date | None = None
    others: tuple[str, ...] = ()

    @fiscal_year_end.validator
    def _a_day(self, attribute: object, value: tuple[int, int] | None) -> None:
        if value is not None:
            date(2000, *value)

    @currency.validator
    def _a_code(self, attribute: object, value: str | None) -> None:
        if value is not None and not re.fullmatch("[A-Z]{3}", value):
            raise ValueError(f"a currency is an ISO 4217 code such as USD, not {value!r}")

    def over(self, other: "Filing") -> "Filing":
        """What this one says, and what the other says where this one says nothing."""
        said = {attribute.name: getattr(self, attribute.name) for attribute in fields(Filing)}
        return evolve(other, **{name: value for name, value in said.items() if value not in (None, ())})

    @classmethod
    def beside(cls, path: Path) -> "Filing":
        """What the file `filing.toml` in the folder of a release says; nothing where there is none. Raises Refusal (FILING_INVALID)."""
        told = path.parent / BESIDE
        return cls.from_toml(told) if told.is_file() else cls()

    @classmethod
    def from_toml(cls, path: Path | str) -> "Filing":
        """Reads `cik`, `ticker`, `company`, `fiscal-year-end = "MM-DD"`, `currency` from a TOML file. Raises Refusal (FILING_INVALID)."""
        path = Path(path)
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1)
            if len(content) > _LARGEST:
                raise _refusal(f"{path} is larger than {_LARGEST >> 10} KB.")
            text = content.decode("utf-8-sig")
            entries = tomllib.loads(text)
        except UnicodeDecodeError:
            raise _refusal(f"{path} is not UTF-8.") from None
        except OSError as error:
            raise _refusal(f"{path} cannot be read ({error.strerror or error}).") from None
        except tomllib.TOMLDecodeError as error:
            raise _refusal(f"{path} is not TOML: {error}.") from None
        except (ValueError, RecursionError):  # a number of thousands of digits; brackets in thousands of brackets
            raise _refusal(f"{path} holds a value that no key can have.") from None
        filing = cls()
        for key, value in entries.items():
            try:
                filing = _with(filing, key, value)
            except ValueError as error:
                found = re.search(rf"""^[ \t]*\[?["']?{re.escape(key)}\b""", text, re.MULTILINE)
                line = f", line {text.count(chr(10), 0, found.start()) + 1}" if found else ""
                raise _refusal(f"{path}{line}, key {key}: {error}.") from None
        return filing


_KEYS = ("cik", "ticker", "company", "fiscal-year-end", "currency")


def month_and_day(words: str) -> tuple[int, int]:
    """`12-31` as (12, 31). Raises ValueError for anything else than a day as MM-DD."""
    match = re.fullmatch(r"\s*(?:--)?(\d{1,2})-(\d{1,2})\s*", words, re.ASCII)
    try:
        day = date(2000, int(match[1]), int(match[2])) if match else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError(f"a fiscal year end is a day as MM-DD, e.g. 12-31, not {words!r}")
    return day.month, day.day


def _with(filing: Filing, key: str, value: object) -> Filing:
    """The filing with one entry of filing.toml. Raises ValueError."""
    if key == "cik" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if key not in _KEYS:
        raise ValueError(f"there is no such key; the keys are {', '.join(_KEYS)}")
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"it takes words in quotes, not {value!r}")
    if key == "fiscal-year-end":
        return evolve(filing, fiscal_year_end=month_and_day(value))
    words = value.strip()
    if key == "cik":
        return evolve(filing, cik=words)
    if key == "ticker":
        return evolve(filing, ticker=words)
    return evolve(filing, currency=words) if key == "currency" else evolve(filing, company=words)


def _refusal(message: str) -> Refusal:
    return Refusal(Diagnostic(Code.FILING_INVALID, message, hint=f"The keys are {', '.join(_KEYS)}."))
