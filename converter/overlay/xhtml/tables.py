"""Tables as XHTML 1.1 has them: rows of cells in sections, behind a caption and columns, with nothing between."""

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from converter.overlay.change import Changes
from converter.overlay.editing import append_text, discard, is_inked, unwrap
from converter.overlay.xhtml.styles import STRAY_CELL
from converter.readers.html.looks import line_of
from converter.readers.html.markup import Element

_SECTIONS: Final = frozenset({"thead", "tbody", "tfoot"})
_CELLS: Final = frozenset({"td", "th"})
_COLUMNS: Final = frozenset({"col", "colgroup"})
PARTS: Final = _SECTIONS | _CELLS | _COLUMNS | {"caption", "tr"}
"""What stands only in a table."""
_ORDER: Final = re.compile(r"(?:caption )?(?:(?:col )*|(?:colgroup )*)(?:(?:thead )?(?:tfoot )?(?:tbody )+|(?:tr )+)")


def freed(body: Element, changes: Changes) -> None:
    """Takes out what stands around rows or cells between them and their table, such as a form."""
    for table in list(body.iter("table", *_SECTIONS, "tr")):
        heads = [child for child in table if child.tag not in PARTS]
        while heads:
            element = heads.pop()
            first = next(element.iterdescendants("table", "tr", *_CELLS, *_SECTIONS), None)
            if first is not None and first.tag != "table":
                changes.rewritten(f"{element.tag!s} between the rows of a table", line_of(element))
                heads += [child for child in unwrap(element) if child.tag not in PARTS]


def with_tables(parent: Element, changes: Changes) -> None:
    """Puts a table around rows and cells that stand outside of one."""
    children = list(parent)
    run: list[Element] = []
    for child in [*children, None]:
        if child is not None and child.tag in PARTS and not (run and is_inked(run[-1].tail)):
            run.append(child)
            continue
        if run:
            changes.rewritten("row without a table", line_of(run[0]))
            table = etree.Element("table")
            run[0].addprevious(table)
            tail, run[-1].tail = run[-1].tail, None
            table.extend(run)
            table.tail = tail
            for row in list(table):
                ordered(row, changes)
            ordered(table, changes)
        run = [child] if child is not None and child.tag in PARTS else []


def ordered(element: Element, changes: Changes) -> None:
    """Makes what a table, a section of it or a row holds what the schema wants there. What holds no row or cell goes."""
    if element.tag == "tr":
        _only_cells(element)
        _row(element, changes)
    elif element.tag in _SECTIONS:
        _only_cells(element)
        _rows(element, changes)
        if not len(element):
            discard(element)
    elif element.tag == "table":
        _table(element, changes)


def _only_cells(element: Element) -> None:
    """Leaves no part of a table in a row but cells, and in a section but rows and cells."""
    allowed = _CELLS if element.tag == "tr" else _CELLS | {"tr"}
    heads = [child for child in element if child.tag in PARTS and child.tag not in allowed]
    while heads:
        child = heads.pop()
        if child.tag == "caption":
            child.tag = "td"
        elif child.tag in _COLUMNS:
            discard(child)
        else:
            heads += [inner for inner in unwrap(child) if inner.tag in PARTS and inner.tag not in allowed]


def _row(row: Element, changes: Changes) -> None:
    """Puts what stands between cells into the cell in front of it, or else into the first one."""
    if is_inked(row.text) or any(child.tag not in _CELLS or is_inked(child.tail) for child in row):
        changes.rewritten("text between cells", line_of(row))
        cell: Element | None = None
        waiting: list[Element] = []
        text, row.text = row.text, None
        for child in list(row):
            tail, child.tail = child.tail, None
            if child.tag in _CELLS:
                if cell is None:
                    _put_first(child, text, waiting)
                    text = None
                cell = child
                append_text(cell, cell[-1] if len(cell) else None, tail if is_inked(tail) else None)
            elif cell is not None:
                cell.append(child)
                child.tail = tail
            else:
                waiting.append(child)
                child.tail = tail
        if cell is None and (waiting or is_inked(text)):
            _put_first(etree.SubElement(row, "td"), text, waiting)
    if not len(row):
        changes.rewritten("row without cells", line_of(row))
        etree.SubElement(row, "td").set("style", STRAY_CELL)


def _put_first(cell: Element, text: str | None, elements: list[Element]) -> None:
    """Puts a text and elements with their tails in front of what a cell holds."""
    if not elements:
        if is_inked(text):
            cell.text = (text or "") + (cell.text or "")
        return
    elements[-1].tail = (elements[-1].tail or "") + (cell.text or "")
    cell.text = text
    cell[0:0] = elements


def _rows(section: Element, changes: Changes) -> None:
    """Leaves only rows in a table or section: a row around cells, and a row with one cell around anything else."""
    loose = PARTS - {"tr"} - _CELLS if section.tag == "table" else frozenset()
    bare = is_inked(section.text) or any(is_inked(child.tail) for child in section)
    if not bare and all(child.tag == "tr" or child.tag in loose for child in section):
        return
    changes.rewritten("text or cells between rows", line_of(section))
    text, section.text = section.text, None
    children = list(section)
    if is_inked(text):
        row = etree.Element("tr")
        section.insert(0, row)
        etree.SubElement(row, "td").text = text
    row_of_cells: Element | None = None
    for child in children:
        tail, child.tail = child.tail, None
        if child.tag in _CELLS:
            if row_of_cells is None:
                row_of_cells = etree.Element("tr")
                child.addprevious(row_of_cells)
            row_of_cells.append(child)
        else:
            row_of_cells = None
            if child.tag not in loose and child.tag != "tr":
                row = etree.Element("tr")
                child.addprevious(row)
                etree.SubElement(row, "td").append(child)
        if is_inked(tail):
            behind = row_of_cells if row_of_cells is not None else _top(child, section)
            row = etree.Element("tr")
            behind.addnext(row)
            etree.SubElement(row, "td").text = tail
            row_of_cells = None


def _top(element: Element, section: Element) -> Element:
    """The child of a section that an element is or stands in."""
    while (parent := element.getparent()) is not section and parent is not None:
        element = parent
    return element


def _table(table: Element, changes: Changes) -> None:
    _rows(table, changes)
    for child in list(table):
        if child.tag == "caption" and child is not table[0]:
            _as_row(child)
    tags = "".join([f"{child.tag!s} " for child in table])
    if _ORDER.fullmatch(tags):
        return
    changes.rewritten("order of a table's parts", line_of(table))
    rows = [child for child in table if child.tag in _SECTIONS or child.tag == "tr"]
    if not rows:
        for child in list(table):
            if child.tag in _COLUMNS:
                discard(child)
        for child in list(table):
            _as_row(child)
        if not len(table):
            discard(table)
            return
    _columns_first(table, rows)
    _in_bodies(rows)


def _as_row(caption: Element) -> None:
    """Makes a row of a caption that stands where none may."""
    caption.tag = "td"
    row = etree.Element("tr")
    caption.addprevious(row)
    row.append(caption)


def _columns_first(table: Element, rows: list[Element]) -> None:
    """Puts columns in groups when some are; those behind a row are too late to mean anything."""
    seen = False
    grouped = any(child.tag == "colgroup" for child in table)
    for child in list(table):
        seen = seen or child in rows
        if child.tag in _COLUMNS and seen:
            discard(child)
        elif child.tag == "col" and grouped:
            group = etree.Element("colgroup")
            child.addprevious(group)
            group.append(child)


def _in_bodies(rows: Iterable[Element]) -> None:
    """Makes every section a body, and puts the rows beside them into bodies."""
    rows = list(rows)
    if not any(row.tag in _SECTIONS for row in rows):
        return
    body: Element | None = None
    for row in rows:
        if row.tag == "tr":
            if body is None:
                body = etree.Element("tbody")
                row.addprevious(body)
            body.append(row)
        else:
            row.tag = "tbody"
            body = None
