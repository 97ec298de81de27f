"""How long the HTML reader takes over a folder of releases, in times of what lxml.html takes to parse alone; and its memory.

python tests/benchmarks/html_speed.py [FOLDER]     FOLDER/*/release.htm, by default ../shared/corpus beside the repository
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from converter.readers.html.rows import rows_of_html

REPEATS = 7
SLOWEST = 5  # times of lxml.html alone
LARGEST = 10  # times of the size of the source
PAGES = 138
ROW = (
    '<tr style="vertical-align:bottom;background-color:#cceeff"><td style="padding:2px 1pt;text-align:left">'
    '<div style="padding-left:12pt;text-indent:-9pt"><font style="font-family:Times,serif;font-size:9pt;font-weight:400">Line number {0}'
    '</font></div></td><td style="padding:0 1pt"></td><td style="padding:2px 0;text-align:left"><font style="font-size:9pt">$</font></td>'
    '<td style="padding:2px 0;text-align:right"><font style="font-family:Times,serif;font-size:9pt;font-weight:400">({0},123&#160;</font>'
    '</td><td style="padding:2px 0;text-align:right"><font style="font-size:9pt">)</font></td><td style="padding:0 1pt"></td></tr>\n'
)


def large_release() -> str:
    """Some 3.5 MB of HTML as filing software writes it."""
    table = "<table>" + "".join(ROW.format(number) for number in range(40)) + "</table><p>Text</p>\n"
    return "<html><body>" + table * PAGES + "</body></html>"


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """The best of several runs over all texts."""
    best = float("inf")
    for _ in range(REPEATS):
        begun = time.perf_counter()
        for text in texts:
            work(text)
        best = min(best, time.perf_counter() - begun)
    return best


def parse_alone(text: str) -> None:
    """What the reader is compared with."""
    lxml.html.document_fromstring(text)


def kilobytes() -> int:
    """The most memory that the process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(folder: Path) -> int:
    large = large_release()
    size = len(large) // 1024
    list(rows_of_html(large[:20000], lambda _: None))
    before = kilobytes()
    rows = tuple(rows_of_html(large, lambda _: None))
    times = (kilobytes() - before) / size
    print(f"memory: {size} KB of HTML, {len(rows)} rows, {times:.1f} times the size above the level at the start")
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*/release.htm"))]
    if not texts:
        print(f"no releases in {folder}: speed not measured")
        return int(times > LARGEST)
    parse = seconds(parse_alone, texts)
    read = seconds(lambda text: tuple(rows_of_html(text, lambda _: None)), texts)
    characters = sum(map(len, texts)) // 1024
    print(f"speed: {len(texts)} files, {characters} K characters; lxml.html {parse * 1000:.1f} ms, reader {read * 1000:.1f} ms")
    print(f"ratio: {read / parse:.2f} (limit {SLOWEST})")
    return int(times > LARGEST or read > SLOWEST * parse)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2].parent / "shared" / "corpus"))
