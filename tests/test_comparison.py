"""Releases of one filer held against each other: what agrees, what differs and where, and what adds up over time."""

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from diagnostic_cases import RELEASE

from converter import Filing, Refusal, Source, cli, compare, convert
from converter.comparison import forms
from converter.comparison.arithmetic import Equation, equations, tilings
from converter.comparison.books.book import Book, Figure, Line, agree
from converter.comparison.compare import Comparison, reading
from converter.comparison.matching import match
from converter.diagnostic import Code
from converter.period import Duration, Instant, Period
from converter.report import Unit

EXAMPLES = Path(__file__).parents[1] / "examples"
SEEDS = tuple(EXAMPLES / name / f"{name}.txt" for name in ("btu-2003q4", "btu-2004q1"))
USD = Unit.money("USD")
SALES = Line("er:Revenues", "Revenues", (("er", "Revenues"),))
CASH = Line("er:Cash", "Cash", (("er", "CashAndCashEquivalentsAtCarryingValue"),))
CHANGE = Line("er:Change", "Change in cash", (("er", "CashAndCashEquivalentsPeriodIncreaseDecrease"),))


def span(first: str, last: str) -> Duration:
    return Duration(date.fromisoformat(first), date.fromisoformat(last))


YEAR, NINE, HALF = span("2003-01-01", "2003-12-31"), span("2003-01-01", "2003-09-30"), span("2003-01-01", "2003-06-30")
Q1, Q2, Q3 = span("2003-01-01", "2003-03-31"), span("2003-04-01", "2003-06-30"), span("2003-07-01", "2003-09-30")
Q4 = span("2003-10-01", "2003-12-31")


def figure(value: str, period: Period = YEAR, decimals: int | None = -3, line: Line = SALES, unit: Unit = USD) -> Figure:
    return Figure(line, period, unit, Decimal(value), decimals)


def book(*figures: Figure, name: str = "a", identifier: str = "0000000001") -> Book:
    return Book(name, "release", "http://www.sec.gov/CIK", identifier, figures)


def held(*books: Book) -> Comparison:
    return Comparison.of(books)


def sums(*books: Book) -> list[tuple[str, list[str], bool]]:
    return [
        (str(one.whole.subject.period), [str(part.subject.period) for part in one.parts], one.holds) for one in equations(match(books)[0])
    ]


def test_the_balances_that_both_examples_print_agree() -> None:
    """December 31, 2003 stands in both: 11 lines and both totals."""
    made = compare(*SEEDS)
    assert made.ok
    assert not made.doubtful
    assert {one.subject.period for one in made.compared} == {Instant(date(2003, 12, 31))}
    assert len(made.compared) == 11 + 2
    assert (made.alone(0), made.alone(1)) == (86 - 13, 56 - 13)


@pytest.mark.parametrize("suffix", [".xbrl", ".json"])
def test_a_reports_own_lines_are_told_in_every_form_and_namespace(suffix: str, tmp_path: Path) -> None:
    """The extension's namespace has the period's end in it, so two releases of a filer never share it."""
    lines = RELEASE.replace("Operating expenses  ", "Harbour dues        ").replace("Inventories      ", "Boats, not rowed ")
    conversion = convert(Source("release", lines))
    assert conversion.report is not None
    own_facts = [fact for fact in conversion.report.facts if not fact.concept.core]
    assert len(own_facts) == 4
    conversion.write(tmp_path, ("xbrl", "json"))
    old = conversion.report.namespace.encode()
    for path in tmp_path.glob("release*"):
        path.write_bytes(path.read_bytes().replace(old, old[:-10] + b"2004-12-31"))
    made = compare(conversion, tmp_path / f"release{suffix}")
    assert len(made.compared) == len(conversion.report.facts)
    assert made.ok
    (tmp_path / "release-lab.xml").unlink()
    made = compare(conversion, tmp_path / f"release{suffix}")
    assert len(made.compared) == len(conversion.report.facts) - len(own_facts)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_form_of_a_report_is_the_same_report(seed: Path, tmp_path: Path) -> None:
    conversion = convert(Source.from_path(seed))
    conversion.write(tmp_path)
    made = compare(seed, tmp_path / f"{seed.stem}.xbrl")
    assert conversion.report is not None
    assert made.ok
    assert len(made.compared) == len(conversion.report.facts)
    assert not any(made.alone(number) for number in (0, 1))
    fact = made.compared[0].figures[1][1]
    lines = (tmp_path / f"{seed.stem}.xbrl").read_text().split("\n")
    assert fact.place is not None
    assert f'id="{fact.fact}"' in lines[fact.place.line - 1]


def changed(tmp_path: Path, seed: Path, old: str, new: str) -> Path:
    text = seed.read_text()
    assert text.count(old) >= 1
    path = tmp_path / "changed.txt"
    path.write_text(text.replace(old, new, 1))
    return path


def test_a_changed_figure_is_found_with_both_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = changed(tmp_path, SEEDS[1], "6,073", "6,037")
    made = compare(SEEDS[0], other)
    (one,) = made.differing
    (_, first), (_, second) = one.figures
    assert (first.value, second.value) == (Decimal(6073000), Decimal(6037000))
    for each, path in ((first, SEEDS[0]), (second, other)):
        assert each.place is not None
        ink = path.read_text().split("\n")[each.place.line - 1][each.place.start : each.place.end]
        assert Decimal(ink.strip("$").replace(",", "")) * 1000 == each.value
    assert cli.invoke(["compare", str(SEEDS[0]), str(other)]) == 1
    out = capsys.readouterr().out
    assert first.where in out
    assert second.where in out
    assert "-36,000" in out
    assert "13 compared: 12 agree, 1 differ." in out
    assert max(map(len, out.split("\n"))) <= 100


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("7792000", -3), ("7792000", -3), True),
        (("7792000", -3), ("7793000", -3), False),
        (("7792345", 0), ("7792000", -3), True),
        (("7792500", 0), ("7792000", -3), True),
        (("7792501", 0), ("7792000", -3), False),
        (("7800000", -5), ("7792000", -3), True),
        (("7800000", -5), ("7739000", -3), False),
        (("0.22", 2), ("0.22", None), True),
        (("0.22", 2), ("0.226", None), False),
    ],
)
def test_rounding_is_no_difference(one: tuple[str, int | None], other: tuple[str, int | None], same: bool) -> None:
    assert agree(figure(one[0], decimals=one[1]), figure(other[0], decimals=other[1])) is same
    assert agree(figure(other[0], decimals=other[1]), figure(one[0], decimals=one[1])) is same


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("379000", "-379000", "the sign is turned"),
        ("7792000", "7792000000", "one is 1,000 times the other"),
        ("7792000", "7729000", "two digits are swapped"),
        ("7792000", "7800000", "restatement or error"),
        ("0", "5000", "restatement or error"),
        ("-7792000", "7729000", "restatement or error"),
    ],
)
def test_what_a_difference_looks_like(one: str, other: str, words: str) -> None:
    assert reading(figure(one), figure(other)) == words


def test_the_fourth_quarter_is_the_year_less_nine_months() -> None:
    autumn = book(figure("20698000", NINE), figure("8000000", Q3))
    assert sums(autumn, book(figure("28490000"), figure("7792000", Q4))) == [(str(YEAR), [str(NINE), str(Q4)], True)]
    assert sums(autumn, book(figure("28490000"), figure("7790000", Q4))) == [(str(YEAR), [str(NINE), str(Q4)], False)]


def test_rounded_parts_may_miss_their_sum_by_their_rounding() -> None:
    def holds(quarter: str) -> bool:
        return sums(book(figure("20698000", NINE)), book(figure("28490000"), figure(quarter, Q4)))[0][2]

    assert holds("7793000")  # three roundings of half a thousand
    assert not holds("7794000")


def test_sums_inside_one_book_are_its_own_matter() -> None:
    whole = book(figure("28490000"), figure("20698000", NINE), figure("1", Q4))
    assert sums(whole, book(figure("5", Q1))) == []


def test_the_fewest_parts_are_held_together() -> None:
    """Six months are Q1 and Q2; the year then is nine months and Q4, and need not be told from quarters again."""
    found = dict(tilings(sorted((YEAR, NINE, HALF, Q1, Q2, Q3, Q4))))
    assert found == {HALF: (Q1, Q2), NINE: (HALF, Q3), YEAR: (NINE, Q4)}
    assert list(tilings(sorted((YEAR, Q1, Q2, Q3, Q4)))) == [(YEAR, (Q1, Q2, Q3, Q4))]
    assert list(tilings(sorted((YEAR, Q1, Q3, Q4)))) == []


def test_a_start_that_was_inferred_otherwise_is_the_same_quarter() -> None:
    """13 weeks to March 30 start on December 30 when they are counted back, on January 1 when the balance sheet tells."""
    one, other = span("2003-01-01", "2003-03-30"), span("2002-12-30", "2003-03-30")
    made = held(book(figure("6836000", one)), book(figure("6836000", other), name="b"))
    assert [len(each.figures) for each in made.stated] == [2]
    made = held(book(figure("6836000", one)), book(figure("6836000", span("2002-10-01", "2003-03-30")), name="b"))
    assert [len(each.figures) for each in made.stated] == [1, 1]
    both = book(figure("6836000", one), figure("6840000", other), name="b")  # who tells them apart means two
    assert [len(each.figures) for each in held(book(figure("6836000", one)), both).stated] == [2, 1]
    assert not held(both, book(figure("1", Q4))).diagnostics


def test_no_sums_of_what_does_not_add_up() -> None:
    per_share = {"unit": Unit.per_share("USD"), "decimals": 2}
    shares = {"unit": Unit.shares(), "decimals": 0}
    for kind in (per_share, shares):
        nine, rest = book(figure("3", NINE, **kind)), book(figure("9", YEAR, **kind), figure("3", Q4, **kind))  # type: ignore[arg-type]
        assert sums(nine, rest) == []
    average = Line("x:AverageLoans", "Average loans", (("own", "x", "AverageLoans"),))
    assert sums(book(figure("3000", NINE, line=average)), book(figure("9000", line=average), figure("3000", Q4, line=average))) == []


def test_what_differs_already_is_not_told_again_by_sums() -> None:
    early = book(figure("20698000", NINE), figure("7000000", Q4))
    late = book(figure("28490000"), figure("7792000", Q4))
    assert [len(one.figures) for one in held(early, late).differing] == [2]
    assert sums(early, late) == []


def test_cash_rolls_forward_where_a_book_shows_that_it_does() -> None:
    at = {day: Instant(date.fromisoformat(day)) for day in ("2002-12-31", "2003-12-31", "2004-12-31")}
    year = span("2004-01-01", "2004-12-31")
    proof = book(figure("100000", at["2002-12-31"], line=CASH), figure("20000", line=CHANGE), figure("120000", at["2003-12-31"], line=CASH))

    def later(closing: str) -> Book:
        return book(figure("-50000", year, line=CHANGE), figure(closing, at["2004-12-31"], line=CASH), name="b")

    assert [(one[0], one[2]) for one in sums(proof, later("70000"))] == [("2004-12-31", True)]
    assert [(one[0], one[2]) for one in sums(proof, later("80000"))] == [("2004-12-31", False)]
    unproven = book(figure("120000", at["2003-12-31"], line=CASH))
    assert sums(unproven, later("80000")) == []


def own(namespace: str, name: str, label: str, path: str = "") -> Line:
    keys = (("own", namespace, name), *((("path", "IncomeStatement", path),) if path else ()), ("label", "IncomeStatement", label))
    return Line(f"x:{name}", label, keys)


def test_a_reports_own_lines_are_told_by_their_words() -> None:
    def shared(one: list[Line], other: list[Line]) -> int:
        books = (book(*(figure("1", line=line) for line in one)), book(*(figure("1", line=line) for line in other), name="b"))
        return len(held(*books).compared)

    assert shared([own("u1", "Grants", "grants")], [own("u2", "Grants", "grants")]) == 1
    assert shared([own("u1", "Grants", "grants")], [own("u2", "Grants", "royalties")]) == 0
    assert shared([own("u1", "Grants", "grants")], [own("u1", "Grants", "royalties")]) == 1
    twins = [own("u1", "Product", "product", "sales > product"), own("u1", "CostProduct", "product", "cost > product")]
    other = [own("u2", "Product", "product", "cost > product"), own("u2", "SalesProduct", "product", "sales > product")]
    assert shared(twins, other) == 2
    assert shared([own("u1", "A", "product"), own("u1", "B", "product")], [own("u2", "C", "product")]) == 0


def test_other_companies_are_told() -> None:
    made = held(book(figure("1")), book(figure("1"), name="b", identifier="0000000002"))
    assert [found.code for found in made.diagnostics] == [Code.ENTITIES_DIFFER]
    assert made.ok
    assert made.doubtful
    known = {"known_as": frozenset({("name", "harbour tools")})}
    one = Book("a", "release", "http://www.sec.gov/CIK", "0000000001", (figure("1"),), **known)  # type: ignore[arg-type]
    other = Book("b", "release", "https://release2xbrl.org/entity/ticker", "HRBT", (figure("1"),), **known)  # type: ignore[arg-type]
    assert not held(one, other).diagnostics


def test_a_book_that_contradicts_itself_is_not_believed() -> None:
    made = held(book(figure("1000"), figure("2000")), book(figure("1000"), name="b"))
    assert [found.code for found in made.diagnostics] == [Code.FACT_INCONSISTENT]
    assert not made.compared


def test_forms_for_programs() -> None:
    made = held(
        book(figure("28490000"), figure("20698000", NINE), name="=a"), book(figure("28491000"), figure("8000000", Q3), name="b"),
        book(figure("13000000", HALF), name="c"),
    )  # fmt: skip
    rows = list(csv.DictReader(StringIO(forms.as_csv(made))))
    assert [row["outcome"] for row in rows[:5]] == ["differ", "differ", "fails", "fails", "fails"]
    assert [row["role"] for row in rows[2:5]] == ["whole", "part", "part"]
    assert (rows[1]["difference"], rows[1]["value"], rows[1]["file"]) == ("1000", "28491000", "b")
    assert rows[0]["file"] == "'=a"
    assert rows[2]["remark"] == "its parts add up to 21000000"
    document = json.loads(forms.as_json(made))
    assert document["counts"] == {"compared": 1, "agree": 0, "differ": 1, "sums": 1, "sums_failing": 1}
    assert document["groups"][0]["figures"][1]["value"] == "28491000"
    assert forms.as_json(made) == forms.as_json(made)


@pytest.mark.parametrize("width", [forms.NARROWEST, 80, 100, 140])
def test_a_table_fits_its_width_and_breaks_no_day(width: int) -> None:
    lines = [own("u", "LongTermDebt", "Long-term debt of the continuing operations, less current portion")]
    made = held(*(book(*(figure(f"{value}000", line=line) for line in lines), name=name) for name, value in (("a", 12), ("b", 21))))
    table = forms.as_table(made, width)
    assert max(map(len, table.splitlines())) <= width
    shown = table.split()
    assert shown.count("12,000") == shown.count("21,000") == 1
    period = made.differing[0].figures[0][1].period
    assert str(period.end) in shown


def test_a_table_for_people_has_an_end() -> None:
    lines = [own("u", f"Line{number}", f"line {number}") for number in range(300)]
    books = [book(*(figure(f"{value}000", line=line) for line in lines), name=name) for name, value in (("a", 1), ("b", 3))]
    made = held(*books)
    table = forms.as_table(made)
    assert len(made.differing) == 300
    assert "and 100 more: --form csv has" in " ".join(table.split())
    assert len(forms.as_csv(made).split("\r\n")) == 1 + 2 * 300 + 1
    contradictory = book(*(figure(f"{value}000", line=line) for line in lines for value in (1, 3)))
    (doubt,) = held(contradictory, books[1]).diagnostics
    assert "299 more such facts" in doubt.message


def test_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = [str(path) for path in SEEDS]
    assert cli.invoke(["compare", *seeds]) == 0
    assert "2003-12-31        13     13       0" in capsys.readouterr().out
    assert cli.invoke(["compare", "--quiet", *seeds]) == 0
    assert capsys.readouterr() == ("", "")
    assert cli.invoke(["compare", "--form", "json", *seeds]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["agree"] == 13
    assert cli.invoke(["compare", seeds[0]]) == 2
    assert cli.invoke(["compare", seeds[0], "missing.txt"]) == 2
    err = capsys.readouterr().err
    assert "missing.txt does not exist" in err


def test_strict_takes_a_warning_for_a_difference(tmp_path: Path) -> None:
    other = changed(tmp_path, SEEDS[1], "BTUI", "QQQQ")
    assert cli.invoke(["compare", str(SEEDS[0]), str(other)]) == 0
    assert cli.invoke(["compare", "--strict", str(SEEDS[0]), str(other)]) == 1


def test_a_filing_beside_a_release_says_who_reports(tmp_path: Path) -> None:
    other = changed(tmp_path, SEEDS[1], "BTUI", "QQQQ")
    (tmp_path / "filing.toml").write_text("cik = 7\n")
    made = compare(other, convert(Source.from_path(SEEDS[0]), Filing(cik=7)))
    assert not made.diagnostics
    assert made.books[0].identifier == "0000000007"


def test_misuse_and_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two or more"):
        compare(SEEDS[0])
    recipe = tmp_path / "recipe.txt"
    recipe.write_text("Boil two eggs for five minutes.\n")
    with pytest.raises(Refusal, match="no-statement"):
        compare(SEEDS[0], recipe)


def test_an_equation_knows_what_it_misses() -> None:
    (one,) = equations(match((book(figure("20698000", NINE)), book(figure("28490000"), figure("7000000", Q4))))[0])
    assert isinstance(one, Equation)
    assert one.expected == 27698000
    assert one.difference == 792000


PAGE = """\
HARBOUR TOOLS, INC. (Nasdaq: HRBT) today reported its results.

                    HARBOUR TOOLS, INC.
           Consolidated Statements of Operations
                      (In thousands)

                        Three Months Ended     {length} Months Ended
                             {day},              {day},
                               2003                 2003

Net sales                     ${0}              ${1}
Cost of goods sold             {2}               {3}
Gross margin                   {4}               {5}
Operating expenses             {6}               {7}
Net loss                     $({8})            $({9})
"""


def test_two_releases_tell_the_fourth_quarter_together() -> None:
    """The nine months end on a Sunday, September 28, and are read as 39 weeks; no start of a period is printed."""

    def page(length: str, day: str, *numbers: str) -> Source:
        return Source("page", PAGE.format(*numbers, length=length, day=day))

    nine = page("Nine", "Sept. 28", "7,100", "20,698", "5,100", "15,932", "2,000", "4,766", "2,140", "8,940", "140", "4,174")
    year = page("Twelve", "Dec. 31", "7,792", "28,490", "6,166", "22,098", "1,626", "6,392", "2,940", "11,880", "1,314", "5,488")
    made = compare(nine, year)
    assert made.ok
    assert len(made.sums) == 5
    assert {(str(one.whole.subject.period), str(one.parts[0].subject.period)) for one in made.sums} == {
        ("2003-01-01..2003-12-31", "2002-12-30..2003-09-28")
    }
    (one,) = compare(nine, Source("page", year.text.replace("7,792", "7,729"))).failing
    assert (one.whole.figure.line.name, one.difference) == ("er:Revenues", Decimal(63000))
