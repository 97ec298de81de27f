"""The text held against the statements: how figures, periods and subjects are read, what agrees, what differs, and what is not held."""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from converter.checks.facts import Facts
from converter.checks.prose.figures import Measured, figures_of
from converter.checks.prose.held import Agreement, ProseFigure
from converter.checks.prose.tieout import check_prose
from converter.diagnostic import Diagnostic
from converter.document import Document
from converter.model import earnings_release
from converter.pipeline import Conversion, convert
from converter.readers.paragraphs import paragraphs_of_text
from converter.sources.source import Source

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_seeds = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seed releases are not in ../shared/seeds")

STATEMENTS = """
                          EXAMPLE INSTRUMENTS, INC.
                    Consolidated Statements of Operations
               (In thousands, except per share and share amounts)

                             Three Months Ended    Nine Months Ended
                               September 30,         September 30,
                              2003       2002       2003       2002

Net sales                    $12,345    $10,288    $36,512    $31,006
Cost of sales                  7,407      6,585     22,310     19,224
Gross profit                   4,938      3,703     14,202     11,782
Operating expenses             3,456      4,115     11,064     12,513
Operating income (loss)        1,482       (412)     3,138       (731)
Income taxes                     519          0      1,098          0
Net income (loss)               $963      ($412)    $2,040      ($731)

Earnings (loss) per share:
   Basic                       $0.14     ($0.06)     $0.30     ($0.11)
   Diluted                     $0.13     ($0.06)     $0.28     ($0.11)
"""


def release(text: str) -> Conversion:
    page = f"""
                   EXAMPLE INSTRUMENTS REPORTS THIRD QUARTER 2003 RESULTS

    MESA, Ariz.--October 20, 2003--Example Instruments, Inc. (Nasdaq: XMPL) today
announced results for its third quarter ended September 30, 2003.
    {text}

{STATEMENTS}
"""
    return convert(Source.from_bytes(page.encode(), "example.txt"))


def prose(text: str) -> list[tuple[str, str]]:
    """Each figure of a text with what became of it."""
    return [(figure.text, figure.outcome.value) for figure in release(text).prose]


def findings(conversion: Conversion) -> list[Diagnostic]:
    return [found for found in conversion.diagnostics if found.code.label.startswith("prose-")]


def figures(text: str) -> list[tuple[str, Measured, Decimal, Decimal]]:
    return [(figure.text, figure.measured, figure.value, figure.half) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "measured", "value", "half"),
    [
        ("$7.8 million", Measured.MONEY, "7800000", "50000"),
        ("$980,000", Measured.MONEY, "980000", "500"),
        ("$8,536,250", Measured.MONEY, "8536250", "0.5"),
        ("$4.66 billion", Measured.MONEY, "4660000000", "5000000"),
        ("$.38 per share", Measured.PER_SHARE, "0.38", "0.005"),
        ("$0.22 per basic share", Measured.PER_SHARE, "0.22", "0.005"),
        ("$0.73 diluted EPS", Measured.PER_SHARE, "0.73", "0.005"),
        ("22 cents a share", Measured.PER_SHARE, "0.22", "0.005"),
        ("38 percent", Measured.PERCENT, "38", "0.5"),
        ("3.2%", Measured.PERCENT, "3.2", "0.05"),
        ("10 basis points", Measured.POINTS, "10", "0.5"),
    ],
)
def test_figures(text: str, measured: Measured, value: str, half: str) -> None:
    ((_, found, amount, rounding),) = figures(f"Sales were {text} in May.")
    assert (found, amount, rounding) == (measured, Decimal(value), Decimal(half))


def test_parentheses_around_a_figure_and_around_a_remark() -> None:
    loss, remark = figures_of("a loss of ($14) million ($0.88 per share on a diluted basis)")
    assert (loss.text, loss.negative, loss.value) == ("($14) million", True, Decimal(14000000))
    assert (remark.text, remark.negative, remark.basis) == ("$0.88", False, ("diluted",))


@pytest.mark.parametrize(
    "text",
    [
        "Net sales for the quarter were $12.3 million, up 20 percent from $10.3 million in the third quarter of 2002.",
        "Net sales for the three months ended September 30, 2003 increased 20% to $12.3 million, compared to $10.3 million a year ago.",
        "Third quarter net sales increased by $2.1 million, or 20%, to $12.3 million, versus $10.3 million in the same quarter of 2002.",
        "Net sales for the first nine months of 2003 rose 18 percent to $36.5 million from $31.0 million in the same period of 2002.",
        "Net income for the third quarter of 2003 was $963,000, or $0.14 per basic share and $0.13 per diluted share.",
        "Net income for the third quarter was $963,000 ($0.13 per diluted share), compared to a net loss of $412,000, or $0.06 per share.",
        "In the nine-month period, net income was $2.0 million, against a net loss of $0.7 million in the comparable period last year.",
        "Gross margin for the third quarter was 40.0%, and operating income was $1.5 million, or 12.0% of net sales.",
        "Third quarter gross profit was $4.9 million, an increase of 33 percent over the year-ago quarter.",
    ],
)
def test_what_the_statements_say_as_well_is_ticked_off(text: str) -> None:
    found = prose(text)
    assert found
    assert {outcome for _, outcome in found} == {"agrees"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Net sales for the third quarter were $12.8 million, up from $10.3 million in the third quarter of 2002.", "$12.8 million"),
        (
            "Third quarter net sales increased 26 percent to $12.3 million, compared to $10.3 million for the same quarter a year ago.",
            "26 percent",
        ),
        ("Third quarter net sales decreased 20 percent from the same quarter a year ago.", "20 percent"),
        ("Net income for the first nine months of 2003 was $2.0 million, or $0.38 per diluted share.", "$0.38"),
        ("Gross margin for the third quarter was 46.0%.", "46.0%"),
    ],
)
def test_what_they_deny_is_a_finding_with_both_numbers_and_places(text: str, wrong: str) -> None:
    conversion = release(text)
    assert [figure.text for figure in conversion.prose if figure.outcome is Agreement.DIFFERS] == [wrong]
    (found,) = findings(conversion)
    assert found.severity.value == "warning"
    assert f'"{wrong}"' in found.message
    assert found.place == next(figure.place for figure in conversion.prose if figure.text == wrong)
    assert re.search(r"\d \(line \d+, columns", found.message), "the number of the statements with its place"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Online sales for the third quarter were $1.8 million.", "part"),
        ("Sales in Europe for the third quarter were $1.8 million.", "part"),
        ("Non-GAAP net income for the third quarter was $1.3 million.", "basis"),
        ("Third quarter net income was $1.3 million excluding the charge.", "basis"),
        ("We expect net sales of $13.5 million for the third quarter of 2003.", "expected"),
        ("Net sales for the third quarter rose due to the sale of a license for $1.2 million.", "explanation"),
        ("Net sales for the fourth quarter of 2001 were $9.8 million.", "no column"),
        ("We renewed our $14 million revolving line of credit.", "no line"),
        ("Third quarter net sales were down 4 percent sequentially.", "no column"),
        ("Net sales for the third quarter were approximately $12.8 million.", "something else"),
        ("Net sales for the third quarter of 2003 were $10.3 million.", "it is revenues for 2002"),
    ],
)
def test_what_may_mean_something_else_is_not_held_and_says_why(text: str, reason: str) -> None:
    conversion = release(text)
    assert not findings(conversion)
    (figure,) = conversion.prose
    assert figure.outcome is Agreement.NOT_HELD
    assert reason in figure.reason


def test_a_heading_that_nobody_knows_may_stand_over_a_part_of_the_company() -> None:
    conversion = release(
        "Third quarter net sales were $12.3 million.\n\nThermal Products\n\n    Net sales for the third quarter were $8.1 million."
    )
    assert [figure.outcome.value for figure in conversion.prose] == ["agrees", "not held"]


def test_a_sentence_that_compares_a_period_with_itself() -> None:
    conversion = release("Third quarter sales were up 20 percent over the third quarter of 2003.")
    (found,) = findings(conversion)
    assert found.code.label == "prose-contradictory"
    assert "third quarter of 2003" in found.message


def test_a_change_is_held_against_the_sentence_s_own_figures_where_no_column_has_them() -> None:
    right = "Net sales for the third quarter were $12.3 million, up 5 percent compared to $11.7 million in the preceding quarter."
    assert prose(right) == [("$12.3 million", "agrees"), ("5 percent", "agrees"), ("$11.7 million", "not held")]
    (found,) = findings(release(right.replace("5 percent", "9 percent")))
    assert found.code.label == "prose-contradictory"
    assert "$11.7 million" in found.message


@cache
def seed(name: str) -> Conversion:
    return convert(Source.from_path(SHARED / "seeds" / f"{name}.txt"))


def outcomes(conversion: Conversion) -> Counter[str]:
    return Counter(figure.outcome.value for figure in conversion.prose)


def of(conversion: Conversion, outcome: Agreement) -> list[ProseFigure]:
    return [figure for figure in conversion.prose if figure.outcome is outcome]


@needs_seeds
def test_every_figure_of_the_first_seed_is_ticked_off_or_explained() -> None:
    conversion = seed("btu-2003q4")
    assert outcomes(conversion) == {"agrees": 14, "not held": 2, "differs": 1}
    assert [(figure.text, figure.reason) for figure in of(conversion, Agreement.NOT_HELD)] == [
        ("16 Percent", 'no column of the statements is "Sequentially"'),
        ("$14 million", "no line of the statements is named"),
    ]


@needs_seeds
def test_the_headline_that_compares_a_quarter_with_itself_is_found_and_nothing_else() -> None:
    (found,) = findings(seed("btu-2003q4"))
    assert found.code.label == "prose-contradictory"
    assert "Fourth Quarter 2003" in found.message
    assert found.place is not None
    assert found.place.line == 4
    assert not findings(seed("btu-2004q1"))


@needs_seeds
def test_every_figure_of_the_second_seed_is_ticked_off_or_explained() -> None:
    conversion = seed("btu-2004q1")
    assert outcomes(conversion) == {"agrees": 11, "not held": 3}
    reasons = {(figure.text, figure.reason) for figure in of(conversion, Agreement.NOT_HELD)}
    preceding = 'no column of the statements is "the preceding quarter"'
    assert reasons == {("$7.8 million", preceding), ("$1.6 million", preceding), ("$0.22", preceding)}


@needs_seeds
@pytest.mark.parametrize("name", ["btu-2003q4", "btu-2004q1"])
def test_ticked_figures_name_facts_that_round_to_them(name: str) -> None:
    conversion = seed(name)
    assert conversion.report is not None
    for figure in of(conversion, Agreement.AGREES):
        facts = [conversion.report.facts[number] for number in figure.facts]
        if figure.text.startswith("$"):
            ((_, _, value, half),) = figures(figure.text)
            assert all(abs(abs(fact.value) - value) <= max(half, Decimal(500)) for fact in facts)
            assert facts
        lines = conversion.document.source.text.split("\n") if conversion.document else []
        ink = lines[figure.place.line - 1][figure.place.start : figure.place.end]
        assert figure.text.startswith(ink.strip())


HOSTILE = {
    "comparisons": "net sales increased 38 percent to $7.8 million, compared to $5.7 million " * 4000,
    "periods": "first fiscal quarter of the fiscal year of the same quarter of the prior year " * 4000 + "5%",
    "subjects": "net loss per basic and diluted common share before income taxes and " * 4000 + "$1",
    "digits": "1,234,567," * 40_000,
    "long numbers": ("$1" + ",234" * 200 + " ") * 300,
    "currency": "$(" * 200_000,
    "blanks": "sales " + " " * 300_000 + "5%",
    "sentences": "Net sales were $1.2 million, up 5%. " * 2000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion(name: str) -> None:
    report = release("").report
    assert report is not None
    document = Document(Source.from_bytes(HOSTILE[name].encode(), "hostile.txt"), (), paragraphs=tuple(paragraphs_of_text(HOSTILE[name])))
    begun = process_time()
    check_prose(report, Facts.of(report.facts), document, earnings_release(), lambda _: None)
    assert process_time() - begun < 4
