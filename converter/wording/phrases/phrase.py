"""Phrase: one row of the tables of synonyms that the label grammar puts labels into one wording with.

A phrase is looked for only in labels that hold one of its `words` (and one of the words `beside` them, where there are such): nearly no
label needs more than a few of some hundred patterns, and to ask a label for its words is far cheaper than to try every pattern.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from attrs import frozen


@frozen
class Phrase:
    """What is said in several ways, and the one way that stands for them.

    text: a pattern over folded words in the singular. meaning: what comes in its place, as `re.sub` takes it. words, beside: no label
    matches the pattern that does not hold one of words, and one of beside unless that is empty.
    """

    text: str
    meaning: str | Callable[[re.Match[str]], str]
    words: frozenset[str]
    beside: frozenset[str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when the first label calls for it: some hundred patterns take longer to compile than a release to convert."""
        return re.compile(self.text)

    def put_into(self, words: str) -> str:
        """The label with the meaning in the place of what the pattern matches."""
        return self.pattern.sub(self.meaning, words)


@frozen
class Material:
    """A phrase that is the whole label, in whatever order its words stand. Only words of `allowed` make it, one at least of each group in
    `having` among them.
    """

    meaning: str
    allowed: frozenset[str]
    having: tuple[frozenset[str], ...]

    @property
    def words(self) -> frozenset[str]:
        """As of a phrase: no label is made of it that does not hold one of them."""
        return self.having[0]

    @property
    def beside(self) -> frozenset[str]:
        """As of a phrase: none are asked for."""
        return frozenset()

    def put_into(self, words: str) -> str:
        """The meaning, if the label is made of this material, else the label."""
        told = words.removesuffix(" ").split(" ")
        made = self.allowed.issuperset(told) and not any(group.isdisjoint(told) for group in self.having)
        return self.meaning if made else words


def matching(meaning: str | Callable[[re.Match[str]], str], *patterns: str, words: str, beside: str = "") -> Phrase:
    """A phrase by its alternative patterns, which say themselves where words end."""
    return Phrase("|".join(patterns), meaning, frozenset(words.split()), frozenset(beside.split()))


def anywhere(meaning: str | Callable[[re.Match[str]], str], *patterns: str, words: str, beside: str = "") -> Phrase:
    """A phrase of whole words, wherever in a label they stand."""
    return matching(meaning, rf"\b(?:{'|'.join(patterns)})\b", words=words, beside=beside)


def whole(meaning: str | Callable[[re.Match[str]], str], *patterns: str, words: str, beside: str = "") -> Phrase:
    """A phrase that is the whole label."""
    return matching(meaning, f"^(?:{'|'.join(patterns)})$", words=words, beside=beside)


def of(words: str) -> str:
    """A pattern for one of several words or phrases, separated by commas: `of("sale, disposal")`."""
    return f"(?:{'|'.join(word.strip() for word in words.split(','))})"


def run_of(words: str) -> str:
    """A pattern for any number of words or phrases in any order, with or without "and" and "or", each with a blank behind it."""
    return f"(?:{of(words)}(?: (?:and|or))? )*"


def tail_of(words: str) -> str:
    """A pattern for any number of words or phrases in any order, each with a blank before it."""
    return f"(?: {of(words)})*"


def made_of(meaning: str, material: str, *having: str) -> Material:
    """A phrase made of no other words than the material and the groups in `having`, and of each group at least one."""
    groups = tuple(frozenset(group.split()) for group in having)
    return Material(meaning, frozenset(material.split()).union(*groups), groups)


class Phrasebook:
    """Phrases in the order in which they are put into a label: later ones see what earlier ones made. Immutable.

    The phrases that a word calls for are held as bits of one number, phrase 0 in bit 0; its upper half says the same of the words beside.
    """

    def __init__(self, phrases: Sequence[Phrase | Material]) -> None:
        self._put = tuple(phrase.put_into for phrase in phrases)
        self._count = len(phrases)
        self._alone = 0
        self._calls: dict[str, int] = {}
        for number, phrase in enumerate(phrases):
            for word in phrase.words:
                self._calls[word] = self._calls.get(word, 0) | 1 << number
            for word in phrase.beside:
                self._calls[word] = self._calls.get(word, 0) | 1 << number + self._count
            self._alone |= (not phrase.beside) << number

    def _called(self, words: str) -> int:
        """The phrases that the label may hold, as bits."""
        calls, found = self._calls, 0
        for word in words.replace("/", " ").split():
            found |= calls.get(word, 0)
        return found & (found >> self._count | self._alone)

    def reworded(self, words: str) -> str:
        """The label with every phrase in its one wording."""
        called = self._called(words)
        while called:
            lowest = called & -called
            changed = self._put[lowest.bit_length() - 1](words)
            called ^= lowest
            if changed != words:
                words = changed
                called = self._called(words) & -(lowest << 1)
        return words
