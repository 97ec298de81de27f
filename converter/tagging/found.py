"""What lines were found to be, before their numbers are facts."""

from converter.period import Period
from converter.taxonomy import Concept

Found = dict[int, tuple[Concept, str]]
"""By index of the line: its concept, and the evidence in words."""

Told = tuple[str, Period]
"""A concept's name and a period."""
