"""The currency of a statement: by the words of its heading, by the signs at its amounts, else US dollars with a note."""

import pytest
from paper import balance, codes, recognised

from converter.diagnostic import Code


def page(scale: str, sign: str) -> str:
    return balance(
        "                                          December 31,  December 31,\n"
        "                                              2023        2022",
        f"Cash                                     {sign} 1,234   {sign} 1,000",
        "Inventories                                  2,234       1,912",
        "Total assets                                 3,468       2,912",
    ).replace("(In thousands)", scale)


@pytest.mark.parametrize(
    ("scale", "sign", "currency"),
    [
        ("(In thousands of Canadian dollars)", "C$", "CAD"),
        ("(In thousands of Canadian dollars)", "$", "CAD"),
        ("(In millions of yen)", "¥", "JPY"),
        ("(RMB in thousands)", "", "CNY"),
        ("(In thousands of New Taiwan dollars)", "NT$", "TWD"),
        ("(NIS in millions)", "", "ILS"),
        ("(In millions of Swiss francs)", "", "CHF"),
        ("(In millions of pounds sterling)", "£", "GBP"),
        ("(In thousands of U.S. dollars)", "$", "USD"),
        ("(In thousands)", "€", "EUR"),
        ("(In thousands)", "£", "GBP"),
        ("(In thousands)", "C$", "CAD"),
        ("(In thousands)", "NT$", "TWD"),
        ("(In thousands)", "CHF", "CHF"),
        ("(In thousands)", "US$", "USD"),
        ("(In thousands)", "HK$", "HKD"),
    ],
)
def test_the_currency_is_told(scale: str, sign: str, currency: str) -> None:
    (statement,), doubts = recognised(page(scale, sign))
    assert statement.currency == currency
    assert Code.CURRENCY_INFERRED not in codes(doubts)
    assert [amount.printed for amount in statement.lines[0].amounts if amount] == [1234, 1000]


def test_a_plain_dollar_sign_tells_no_country() -> None:
    (statement,), doubts = recognised(page("(In thousands)", "$"))
    assert statement.currency == "USD"
    assert Code.CURRENCY_INFERRED in codes(doubts)
