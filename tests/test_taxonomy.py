"""The concept table, and what makes it unusable."""

import csv
from pathlib import Path

import pytest

from converter.taxonomy import COLUMNS, Balance, PeriodType, Taxonomy, Type, read_taxonomy, taxonomy_folder

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "taxonomy"
ROW = {
    "name": "NetIncomeLoss",
    "type": "monetary",
    "period": "duration",
    "balance": "credit",
    "label": "Net income (loss)",
    "total_label": "",
    "terse_label": "",
    "negated": "",
    "documentation": "What is left.",
    "statement": "IS",
    "parent": "",
    "order": "10",
    "us_gaap": "NetIncomeLoss",
    "broader": "",
    "narrower": "",
}


@pytest.fixture(scope="module")
def core() -> Taxonomy:
    return read_taxonomy(taxonomy_folder())


def shared(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{path} is not here: the vocabulary can only be compared beside it")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def table(folder: Path, *rows: dict[str, str]) -> Path:
    with (folder / "concepts.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({**ROW, **row} for row in rows)
    return folder


def test_a_concept_keeps_what_the_table_says(core: Taxonomy) -> None:
    tax = core["IncomeTaxExpenseBenefit"]
    assert (tax.type, tax.period, tax.balance) == (Type.MONETARY, PeriodType.DURATION, Balance.DEBIT)
    assert tax.us_gaap == "IncomeTaxExpenseBenefit"
    assert dict(tax.labels)["negatedLabel"] == tax.label


def test_an_abstract_heads_and_has_no_balance(core: Taxonomy) -> None:
    assert core["AssetsCurrentAbstract"].abstract
    assert core["AssetsCurrent"].parent == "AssetsCurrentAbstract"
    assert not [concept.name for concept in core if concept.abstract and concept.balance]


def test_parents_stand_before_their_children_and_in_their_statement(core: Taxonomy) -> None:
    position = {concept.name: number for number, concept in enumerate(core)}
    for concept in core:
        if concept.parent:
            assert position[concept.parent] < position[concept.name]
            assert core[concept.parent].statement == concept.statement


def test_every_number_has_its_own_words(core: Taxonomy) -> None:
    for role in ("label", "totalLabel", "documentation"):
        words = [text for concept in core for held, text in concept.labels if held == role]
        assert len(words) == len(set(words)), role


def test_the_vocabulary_is_whole(core: Taxonomy) -> None:
    rows = shared("vocabulary.csv")
    assert len(rows) == 175
    for row in rows:
        concept = core[row["name"]]
        assert (concept.type.value, concept.period.value, concept.balance.value if concept.balance else "") == (
            row["type"],
            row["period"],
            row["balance"],
        )
        assert bool(concept.us_gaap) is (row["us_gaap"] != "-")
        assert concept.us_gaap_current is (row["us_gaap"] != "earlier")


def test_anchors_exist_in_us_gaap_and_agree_in_balance(core: Taxonomy) -> None:
    names = {row["name"]: row["derived_balance"] for row in shared("us-gaap-2025-names.csv")}
    for concept in core:
        current = [concept.us_gaap] if concept.us_gaap and concept.us_gaap_current else []
        assert not [name for name in (*current, *concept.broader, *concept.narrower) if name not in names], concept.name
        if current and names[concept.us_gaap]:
            assert concept.balance is Balance(names[concept.us_gaap]), concept.name


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("type", "money"),
        ("period", "year"),
        ("balance", "left"),
        ("order", "first"),
        ("negated", "no"),
        ("name", "net income"),
        ("label", ""),
        ("documentation", ""),
        ("parent", "Nobody"),
    ],
)
def test_a_broken_cell_is_named_with_file_row_and_column(tmp_path: Path, column: str, text: str) -> None:
    table(tmp_path, {"name": "Revenues", "label": "Revenues"}, {column: text})
    with pytest.raises(ValueError, match=rf"concepts\.csv, row 3, column {column}:"):
        read_taxonomy(tmp_path)


def test_a_balance_needs_money(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"row 2, column balance: only monetary"):
        read_taxonomy(table(tmp_path, {"type": "shares"}))


@pytest.mark.parametrize(("column", "other"), [("name", {"label": "Profit"}), ("label", {"name": "Profit"})])
def test_names_and_labels_are_unique(tmp_path: Path, column: str, other: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=rf"row 2, column {column}: .* more than one row"):
        read_taxonomy(table(tmp_path, {}, other))


def test_parents_cannot_go_in_a_ring(tmp_path: Path) -> None:
    rows = [{"name": "One", "label": "One", "parent": "Two"}, {"name": "Two", "label": "Two", "parent": "One"}]
    with pytest.raises(ValueError, match="column parent: 2 concepts are their own ancestors"):
        read_taxonomy(table(tmp_path, {}, *rows))


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "concepts.csv").write_text("name,type\nRevenues,monetary\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"row 1: no column period"):
        read_taxonomy(tmp_path)


def test_a_row_with_too_few_cells_is_named(tmp_path: Path) -> None:
    table(tmp_path, {})
    with (tmp_path / "concepts.csv").open("a", encoding="utf-8") as file:
        file.write("Revenues,monetary\n")
    with pytest.raises(ValueError, match="row 3: it has not as many cells"):
        read_taxonomy(tmp_path)


def test_a_spreadsheets_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = table(tmp_path, {}) / "concepts.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [concept.name for concept in read_taxonomy(tmp_path)] == ["NetIncomeLoss"]
