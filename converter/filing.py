"""Who reports: the entity, and what is known of the filing beside the text."""

import re
from datetime import date

from attrs import field, frozen

CIK_SCHEME = "http://www.sec.gov/CIK"
TICKER_SCHEME = "https://release2xbrl.org/entity/ticker"
NAME_SCHEME = "https://release2xbrl.org/entity/name"


@frozen
class Entity:
    """An entity identifier (XBRL 2.1, 4.7.3.1). scheme: an absolute URI. name: as printed, for people. prefix: for names in the extension."""

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

    fiscal_year_end: (month, day). period_of_report: the date that the submission's header gives. currency: ISO 4217.
    Raises ValueError for a CIK or a day that cannot be.
    """

    cik: str | None = field(default=None, converter=_padded)
    ticker: str | None = None
    company: str | None = None
    fiscal_year_end: tuple[int, int] | None = field(default=None)
    currency: str | None = None
    period_of_report: date | None = None

    @fiscal_year_end.validator
    def _a_day(self, attribute: object, value: tuple[int, int] | None) -> None:
        if value is not None:
            date(2000, *value)
