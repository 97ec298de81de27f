"""The last row of a source that ends in the middle of a table: what the end cuts through is no number."""

from collections.abc import Sequence

from converter.diagnostic import Code, Diagnostic
from converter.recognition.rows.line import Line
from converter.recognition.rows.stacks import Stack
from converter.recognition.rows.tokens import Token
from converter.statement import Leftover

_HINT = "Get the whole file."


def whole_row(
    line: Line, tokens: tuple[Token | None, ...], stacks: Sequence[Stack], doubts: list[Diagnostic]
) -> tuple[tuple[Token | None, ...], list[Leftover]]:
    """The tokens of the last row of a source that ends without a line end, and those left out: a last number that stops short of its
    stack's edge was cut.
    """
    last = max(i for i, token in enumerate(tokens) if token is not None)
    token = tokens[last]
    if token is None or (token.right >= stacks[last].edge and last == len(stacks) - 1):
        return tokens, []
    message = f'The source ends in the middle of the row "{line.label}"'
    if token.right >= stacks[last].edge:
        missing = len(stacks) - 1 - last
        message = f"{message}: its last {f'{missing} numbers are' if missing > 1 else 'number is'} missing."
        doubts.append(Diagnostic(Code.TABLE_CUT, message, line.label_place, _HINT))
        return tokens, []
    return without_last(line, tokens, doubts)


INSIDE_NUMBER = frozenset("0123456789,.(")


def without_last(line: Line, tokens: tuple[Token | None, ...], doubts: list[Diagnostic]) -> tuple[tuple[Token | None, ...], list[Leftover]]:
    """A row whose last number was cut through by the end of the source."""
    last = max(i for i, token in enumerate(tokens) if token is not None)
    token = tokens[last]
    assert token is not None
    message = f'The source ends in the middle of the row "{line.label}": "{token.text}" is not whole and is left out.'
    doubts.append(Diagnostic(Code.TABLE_CUT, message, token.place, _HINT))
    left = Leftover(line.label, token.text, token.place, Code.TABLE_CUT.label, "the source ends in the middle of the number")
    return tuple(None if i == last else t for i, t in enumerate(tokens)), [left]
