"""Characters that XML 1.0 forbids (section 2.2), shown one for one by what stands for them."""

from collections import Counter
from typing import Final

from converter.overlay.change import Changes, Manner
from converter.sources.xml import FORBIDDEN

_PICTURES: Final = 0x2400
"""Unicode's control pictures: the symbol for U+000C is U+240C."""


def permitted(text: str, line: int, changes: Changes) -> str:
    """The text as XML may hold it, as long as before. line: where the text begins in the source."""
    if not FORBIDDEN.search(text):
        return text
    counts = Counter(FORBIDDEN.findall(text))
    for character, count in counts.items():
        changes.add(Manner.SHOWN, f"U+{ord(character):04X}", line + text.count("\n", 0, text.index(character)), count)
    return FORBIDDEN.sub(lambda match: _shown(match[0]), text)


def _shown(character: str) -> str:
    return chr(_PICTURES + ord(character)) if character < " " else "\ufffd"
