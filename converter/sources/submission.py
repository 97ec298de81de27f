"""The SEC's full-text submissions: SGML around the documents of one filing (EDGAR Filer Manual, "PDS" and full-text forms).

A submission holds a header that tells who files, and documents with a type each. The one that prints the statements is picked; it keeps
the line numbers of the whole file, because empty lines stand for what is in front of it.
"""

import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Refusal
from converter.filing import Filing

_DOCUMENT = re.compile(r"<DOCUMENT>\s*\n\s*<TYPE>([^\n<]*)")
_FIELD = re.compile(r"^<(SEQUENCE|FILENAME|DESCRIPTION)>([^\n<]*)", re.MULTILINE)
_WRAPPER = re.compile(r"\s*</?(?:XBRL|XML|PDF)>")
_UUENCODED = re.compile(r"^begin \d{3} \S", re.MULTILINE)
_EXHIBIT = re.compile(r"EX-(\d+)(?:\.\(?0*(\d+))?")
_BLANK = r"(?:\s|&nbsp;|&#160;|&#xa0;|<[^<>]{0,200}>)+"
_TITLE = re.compile(
    rf"(?<!off-)balance{_BLANK}sheets?|statements?{_BLANK}of{_BLANK}(?:\w+{_BLANK}){{0,2}}?(?:operations|income|earnings|cash|financial{_BLANK}condition)"
    rf"|income{_BLANK}statements?",
    re.IGNORECASE,
)
_SKIPPED = ("GRAPHIC", "ZIP", "EXCEL", "XML", "JSON", "PDF", "CORRESP", "COVER")
_SKIPPED_EXHIBITS = (27, 100, 101, 104)  # financial data schedules and XBRL: not what is printed
_MAIN = ("10-K", "10-Q", "20-F", "40-F", "8-K", "6-K")
_ROLE = re.compile(
    r"^\s*(?:<(FILER|SUBJECT-COMPANY|ISSUER|FILED-BY|FILED-FOR|REPORTING-OWNER)>|"
    r"(FILER|SUBJECT COMPANY|ISSUER|FILED BY|FILED FOR|REPORTING-OWNER):)[ \t]*$",
    re.MULTILINE,
)


@frozen
class Exhibit:
    """One document of a submission. start, end: characters of the whole text that are the document itself."""

    type: str
    filename: str
    start: int
    end: int


@frozen
class Registrant:
    """Who files, as the header says. fiscal_year_end: (month, day)."""

    name: str
    cik: str
    fiscal_year_end: tuple[int, int] | None = None


@frozen
class Picked:
    """The document that was taken out of a submission, with what the header tells; text keeps the line numbers of the submission.

    lead: how many characters of text only stand for what is in front of the document.
    """

    text: str
    header: Filing | None
    notes: tuple[Diagnostic, ...] = ()
    lead: int = 0


def is_submission(text: str) -> bool:
    """Whether the text is a submission, or one document cut out of it with its SGML tags."""
    return "<DOCUMENT>" in text and _DOCUMENT.search(text) is not None


def pick(text: str, wanted: str = "") -> Picked:
    """The release of a submission. wanted: an exhibit's type (`EX-99.2`) or file name; empty for the usual order.

    That is EX-99.1, EX-99, other EX-99, EX-13, the main document: the first of them that prints the title of a statement, else the first.
    Raises Refusal (EXHIBIT_MISSING).
    """
    exhibits = exhibits_of(text)
    first = _DOCUMENT.search(text)
    header = header_of(text[: first.start() if first else 0])
    notes: tuple[Diagnostic, ...] = ()
    listed = ", ".join(exhibit.type for exhibit in exhibits)
    if wanted:
        chosen = next((exhibit for exhibit in exhibits if _is_called(exhibit, wanted)), None)
        if chosen is None:
            missing = f"The submission has no document {wanted!r}."
            hint = f"It has: {listed or 'none'}. Name one with --exhibit, or leave it out."
            raise Refusal(Diagnostic(Code.EXHIBIT_MISSING, missing, hint=hint))
    else:
        readable = sorted(
            (exhibit for exhibit in exhibits if _rank(exhibit) is not None and not _is_binary(text, exhibit)),
            key=lambda exhibit: _rank(exhibit) or (9,),
        )
        if not readable:
            raise Refusal(
                Diagnostic(
                    Code.EXHIBIT_MISSING,
                    "The submission has no document that could be an earnings release.",
                    hint=f"It has: {listed or 'none'}. Name one with --exhibit.",
                )
            )
        chosen = next((exhibit for exhibit in readable if _TITLE.search(text, exhibit.start, exhibit.end)), readable[0])
        if len(exhibits) > 1:
            others = ", ".join(exhibit.type for exhibit in exhibits if exhibit is not chosen)
            notes = (
                Diagnostic(
                    Code.EXHIBIT_PICKED,
                    f"{chosen.type} was taken; the submission also has {others}.",
                    hint="Another one can be named with --exhibit.",
                ),
            )
    # Empty lines for what is in front, and blanks for a tag on the same line: every place stays what it is in the file.
    before = "\n" * text.count("\n", 0, chosen.start) + " " * (chosen.start - text.rfind("\n", 0, chosen.start) - 1)
    return Picked(before + text[chosen.start : chosen.end], header, notes, len(before))


def exhibits_of(text: str) -> tuple[Exhibit, ...]:
    """The documents of a submission in filed order. One that is cut off ends where the text does."""
    found = list(_DOCUMENT.finditer(text))
    exhibits = []
    for index, match in enumerate(found):
        limit = found[index + 1].start() if index + 1 < len(found) else len(text)
        body = text.find("<TEXT>", match.end(), limit)
        start = body + len("<TEXT>") if body >= 0 else text.find("\n", match.end(), limit) + 1 or limit
        fields = {name: value.strip() for name, value in _FIELD.findall(text[match.end() : start])}
        end = next((at for at in (text.rfind("</TEXT>", start, limit), text.rfind("</DOCUMENT>", start, limit)) if at >= 0), limit)
        wrapper = _WRAPPER.match(text, start, end)
        if wrapper:  # <XBRL> around an inline XBRL document is not part of it
            start, tag = wrapper.end(), wrapper[0].strip().replace("<", "</")
            closing = text.rfind(tag, start, end)
            end = closing if closing >= 0 else end
        exhibits.append(Exhibit(match[1].strip().upper(), fields.get("FILENAME", ""), start, end))
    return tuple(exhibits)


def _rank(exhibit: Exhibit) -> tuple[int, ...] | None:
    """Place in the usual order; None for what cannot be a release."""
    match = _EXHIBIT.match(exhibit.type)
    if match is None:
        if exhibit.type.startswith(_SKIPPED):
            return None
        return (3,) if exhibit.type.startswith(_MAIN) else (5,)
    number, part = int(match[1]), int(match[2] or 0)
    if number in _SKIPPED_EXHIBITS:
        return None
    if number == 99:
        return (0, part) if part == 1 else (1, part)
    return (2, part) if number == 13 else (4, number, part)


def _is_called(exhibit: Exhibit, wanted: str) -> bool:
    def plain(name: str) -> str:
        return re.sub(r"\.0+(?=\d)", ".", name.strip().upper().replace("EXHIBIT", "EX").replace(" ", "-"))

    return plain(wanted) in (plain(exhibit.type), plain(exhibit.type).removeprefix("EX-"), plain(exhibit.filename))


def _is_binary(text: str, exhibit: Exhibit) -> bool:
    """Whether the document is a uuencoded file or a PDF: pictures and archives travel like that."""
    beginning = text[exhibit.start : min(exhibit.end, exhibit.start + 400)].lstrip()
    return beginning.startswith("%PDF-") or _UUENCODED.search(beginning) is not None


def header_of(head: str) -> Filing | None:
    """What the SGML header tells: the first filer, the names of the others, the period of report; None without a header."""
    roles = list(_ROLE.finditer(head))
    ends = [*(role.start() for role in roles[1:]), len(head)]
    sections = [((role[1] or role[2]).replace("-", " "), head[role.end() : end]) for role, end in zip(roles, ends, strict=False)]
    filers = _registrants([section for role, section in sections if role == "FILER"])
    filers = filers or _registrants([section for role, section in sections if role == "SUBJECT COMPANY"]) or _registrants([head])
    period = _field(head, "CONFORMED PERIOD OF REPORT", "PERIOD")
    if not filers:
        return None
    first = filers[0]
    others = tuple(f"{filer.name} (CIK {filer.cik})" for filer in filers[1:])
    return Filing(first.cik, None, first.name or None, first.fiscal_year_end, period_of_report=_day(period), others=others)


def _registrants(sections: Sequence[str]) -> tuple[Registrant, ...]:
    """One for each CIK, in the header's order."""
    found: dict[str, Registrant] = {}
    for section in sections:
        cik = _field(section, "CENTRAL INDEX KEY", "CIK")
        if cik.isascii() and cik.isdigit() and len(cik) <= 10 and int(cik):
            name = _field(section, "COMPANY CONFORMED NAME", "CONFORMED-NAME")
            year_end = _month_and_day(_field(section, "FISCAL YEAR END", "FISCAL-YEAR-END"))
            found.setdefault(cik.zfill(10), Registrant(name, cik.zfill(10), year_end))
    return tuple(found.values())


def _field(section: str, *names: str) -> str:
    """The value of the first of these fields, in the form `NAME: value` or `<NAME>value`; empty where there is none."""
    for name in names:
        match = re.search(rf"^\s*(?:{name}:|<{name}>)[ \t]*([^\n]*)", section, re.MULTILINE)
        if match:
            return match[1].strip()
    return ""


def _month_and_day(digits: str) -> tuple[int, int] | None:
    try:
        day = date.fromisoformat(f"2000-{digits[:2]}-{digits[2:]}")
    except ValueError:
        return None
    return day.month, day.day


def _day(digits: str) -> date | None:
    try:
        return date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
    except ValueError:
        return None
