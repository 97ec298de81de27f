"""Where on paper something stands: what a reader saw first, and every fact, diagnostic and entry of the ledger still knows."""

from attrs import frozen


@frozen(order=True)
class Place:
    """Where the ink is. Born in a reader, never rewritten.

    line: line of the source, from 1. start, end: characters of that line as it stands in the decoded source (before tabs are
    expanded), from 0, end excluded. node: the element's path in an HTML source, empty in text; start and end then count in the
    text that the element itself holds, and line is the line of its start tag.
    """

    line: int
    start: int
    end: int
    node: str = ""

    def __str__(self) -> str:
        """For people: of an element's path only the last steps, which tell the row and the cell of a table."""
        columns = f", columns {self.start + 1}-{self.end}" if self.end > self.start else ""
        steps = self.node.split("/")
        node = self.node if len(steps) <= 5 else "\u2026/" + "/".join(steps[-4:])
        return f"line {self.line}{columns}" + (f", {node}" if node else "")
