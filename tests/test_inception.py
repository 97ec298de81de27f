"""Companies in the development stage: a last column counts from inception, whatever way its heading says so."""

import pytest

from converter import Filing, Source, convert

PAGE = """
The net loss since inception (May 3, 1997) was $15.0 million.

                          EXAMPLE HOLDINGS, INC.
                     (A Development Stage Company)
                   CONSOLIDATED STATEMENTS OF OPERATIONS
                   (In thousands, except per share data)

{heads}
Grant revenue                                       100          90         500         400        1,900
Operating expenses:
  Research and development                          700         600       2,900       2,500       12,800
  General and administrative                        200         150         800         700        4,100
                                                -------     -------     -------     -------     --------
Total operating expenses                            900         750       3,700       3,200       16,900
                                                -------     -------     -------     -------     --------
Net loss                                        $  (800)    $  (660)    $(3,200)    $(2,800)    $(15,000)
                                                =======     =======     =======     =======     ========
Basic and diluted net loss per share            $ (0.10)    $ (0.09)    $ (0.41)    $ (0.38)
"""
HEADS = (
    (
        "                                                                                               Period from",
        "                                                                                               May 3, 1997",
        "                                                 Three Months Ended       Nine Months Ended  (inception) to",
        "                                                   September 30,            September 30,     September 30,",
        "                                                   2001        2000        2001        2000        2001",
    ),
    (
        "                                                                                               CUMULATIVE",
        "                                                                                             FROM INCEPTION",
        "                                                                                             (MAY 3, 1997)",
        "                                                 THREE MONTHS ENDED       NINE MONTHS ENDED        TO",
        "                                                   SEPTEMBER 30,            SEPTEMBER 30,     SEPTEMBER 30,",
        "                                                   2001        2000        2001        2000        2001",
    ),
    (
        "                                                                                               Cumulative",
        "                                                                                               since",
        "                                                 Three Months Ended       Nine Months Ended   May 3, 1997",
        "                                                   September 30,            September 30,     (Date of",
        "                                                   2001        2000        2001        2000    Inception)",
    ),
    (
        "                                                                                             Cumulative from",
        "                                                                                               inception",
        "                                                 Three Months Ended       Nine Months Ended    through",
        "                                                   September 30,            September 30,     September 30,",
        "                                                   2001        2000        2001        2000        2001",
    ),
)


@pytest.mark.parametrize("heads", HEADS)
def test_a_column_since_inception(heads: tuple[str, ...]) -> None:
    report = convert(Source.from_bytes(PAGE.format(heads="\n".join(heads)).encode(), "page"), Filing(cik=1234567)).report
    assert report is not None
    losses = {str(fact.period): fact.value for fact in report.facts if fact.concept.name == "NetIncomeLoss"}
    assert losses == {
        "2001-07-01..2001-09-30": -800_000,
        "2000-07-01..2000-09-30": -660_000,
        "2001-01-01..2001-09-30": -3_200_000,
        "2000-01-01..2000-09-30": -2_800_000,
        "1997-05-03..2001-09-30": -15_000_000,
    }


def test_several_days_of_inception_in_the_text_tell_none() -> None:
    page = PAGE.replace("was $15.0", "of one and since inception (June 9, 1998) of the other was $15.0").format(heads="\n".join(HEADS[-1]))
    conversion = convert(Source.from_bytes(page.encode(), "page"), Filing(cik=1234567))
    assert any(diagnostic.code.label == "period-unknown" for diagnostic in conversion.diagnostics)
