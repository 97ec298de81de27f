"""Which sums XBRL allows, and how many roles a statement's sums need (XBRL 2.1, 5.1.1.2 and 5.2.5.2; Calculations 1.1)."""

from attrs import frozen

from converter.taxonomy import Concept

Summation = tuple[Concept, tuple[tuple[Concept, int], ...]]
"""A total with its parts and their weights."""


@frozen
class Tree:
    """Sums that can stand in one calculation link: no total twice, and no concept below itself. number: from 1 within its statement."""

    number: int
    sums: tuple[Summation, ...]

    def role(self, word: str) -> str:
        """The last part of the link's role, given that of the statement."""
        return word if self.number == 1 else f"{word}-{self.number}"

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """Every concept of the sums once, in order of appearance."""
        held = {concept.qname: concept for total, parts in self.sums for concept in (total, *(part for part, _ in parts))}
        return tuple(held.values())


def weight_is_legal(total: Concept, part: Concept, weight: int) -> bool:
    """Whether the balances allow the weight's sign: equal balances add, opposite ones subtract (XBRL 2.1, table 6)."""
    if total.balance is None or part.balance is None:
        return weight != 0
    return weight > 0 if total.balance is part.balance else weight < 0


def checked(summation: Summation) -> Summation:
    """The sum itself. Raises ValueError where XBRL forbids it."""
    total, parts = summation
    names = [part.qname for part, _ in parts]
    if not parts or total.qname in names or len(set(names)) < len(names):
        raise ValueError(f"the parts of {total.qname} must be other concepts, each once: {', '.join(names) or 'there are none'}")
    for part, weight in parts:
        if any(concept.abstract or not concept.type.numeric for concept in (total, part)):
            raise ValueError(f"{total.qname} and {part.qname} cannot be summed: both must be numbers (5.2.5.2)")
        if part.period is not total.period:
            raise ValueError(f"{part.qname} is no part of {total.qname}: one is an instant's, the other a duration's (5.2.5.2)")
        if not weight_is_legal(total, part, weight):
            raise ValueError(f"weight {weight} of {part.qname} in {total.qname} contradicts their balances (5.1.1.2, table 6)")
    return summation


def independent_trees(sums: tuple[Summation, ...]) -> tuple[Tree, ...]:
    """The sums in as few links as possible, in order: the same total twice, or a ring, would mix two sums into a wrong one.

    Raises ValueError for a sum that XBRL forbids.
    """
    groups: list[list[Summation]] = []
    for summation in dict.fromkeys(checked(one) for one in sums):
        fitting = next((group for group in groups if _fits(group, summation)), None)
        if fitting is None:
            groups.append([summation])
        else:
            fitting.append(summation)
    return tuple(Tree(number, tuple(group)) for number, group in enumerate(groups, 1))


def _fits(group: list[Summation], summation: Summation) -> bool:
    total, parts = summation
    below = {held.qname: [part.qname for part, _ in held_parts] for held, held_parts in group}
    if total.qname in below:
        return False
    waiting, seen = [part.qname for part, _ in parts], set[str]()
    while waiting:
        name = waiting.pop()
        if name == total.qname:
            return False
        if name not in seen:
            seen.add(name)
            waiting += below.get(name, [])
    return True
