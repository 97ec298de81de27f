"""Statements of one company only: where several have theirs in one file, those of the others are left out and named."""

from collections.abc import Sequence

from attrs import frozen

from converter.diagnostic import Code, Diagnostic, Doubt
from converter.document import Document
from converter.entity.registrants import Choice, choice_of, cover_registrants, owner_of, same_company
from converter.filing import Filing
from converter.recognition.tables.primary import differ, marks_of
from converter.recognition.tables.titles import Title
from converter.statement import Statement

_LEAST = 4
"""Marks of its kind that a statement must show before it proves that another company reports."""


@frozen
class Ownership:
    """Whose statements are read where several companies have some; both empty where one has. others: who else has some, as printed."""

    owner: str = ""
    others: tuple[str, ...] = ()

    def holds(self, name: str) -> bool:
        """Whether a statement under the name is the company's, as far as is known."""
        return not any(same_company(name, other) for other in self.others)


def owners_of(titles: Sequence[Title], document: Document) -> list[str]:
    """The company of each title in reading order: one without a name belongs to the company of the title before."""
    owners: list[str] = []
    for title in titles:
        owners.append(owner_of(document.rows, title.index, title.last) or (owners[-1] if owners else ""))
    return owners


def ownership_of(found: Sequence[tuple[Statement, Title]], document: Document, filing: Filing, doubt: Doubt) -> Ownership:
    """Whose the statements are.

    Two companies count as two only where each has a statement of one kind and the figures differ: a name may be printed in several ways.
    Complains (ENTITY_SEVERAL) where nothing tells whose are meant, and names each statement that is left out.
    """
    owners = owners_of([title for _, title in found], document)
    if len(set(owners)) < 2:
        return Ownership()
    rivals = _rivals(found, owners)
    given = [name for name in (filing.company, *filing.others) if name]
    told = bool(filing.cik or filing.ticker or filing.company)
    choice = choice_of([owner for owner in owners if owner in rivals], given or cover_registrants(document.source.text), told)
    if choice is None:
        return Ownership()
    ownership = Ownership(choice.name, choice.others)
    _tell(choice, [statement for (statement, _), owner in zip(found, owners, strict=True) if not ownership.holds(owner)], doubt)
    return ownership


def _rivals(found: Sequence[tuple[Statement, Title]], owners: Sequence[str]) -> frozenset[str]:
    """Names over statements of one kind whose figures differ."""
    whole = [
        (statement, owner)
        for (statement, title), owner in zip(found, owners, strict=True)
        if owner and not title.other and marks_of(statement) >= _LEAST
    ]
    return frozenset(
        name
        for number, (statement, owner) in enumerate(whole)
        for other, another in whole[:number]
        if statement.kind is other.kind and not same_company(owner, another) and differ(statement, other)
        for name in (owner, another)
    )


def _tell(choice: Choice, left: Sequence[Statement], doubt: Doubt) -> None:
    others = ", ".join(choice.others)
    if not choice.told:
        message = f"Several companies report in this file: the statements of {choice.name} come first; those of {others} are left out."
        doubt(Diagnostic(Code.ENTITY_SEVERAL, message, left[0].place, "Say with --company or --cik whose statements are meant."))
    for statement in left:
        message = f'"{statement.title}" is not read as a primary statement: it stands under another name than {choice.name} ({others}).'
        doubt(Diagnostic(Code.NOT_PRIMARY, message, statement.place))
