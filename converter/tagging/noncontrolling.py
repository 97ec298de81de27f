"""Which amounts include the share of noncontrolling (minority) interests."""

import re
from collections.abc import Container, Mapping

from converter.statement import Kind, Measure, Statement
from converter.tagging.roles import OTHERS, descendants

_RESULT = re.compile(r"^(?:consolidated )?net (?:\(?loss\)? ?|income|earnings)", re.IGNORECASE)


def shares_result(statement: Statement) -> bool:
    """Whether the statement of operations takes others' share off below net income, which then includes that share."""
    labels = [line.label for line in statement.lines if line.measure is Measure.MONEY]
    first = next((i for i, label in enumerate(labels) if _RESULT.search(label)), None)
    return statement.kind is Kind.INCOME and first is not None and any(OTHERS.search(label) for label in labels[first + 1 :])


def including_others(statement: Statement, shared: bool, parts: Mapping[int, list[int]]) -> Container[int]:
    """The lines that include the share of noncontrolling interests that another line shows: below a result, or among the parts of a
    total of equity. parts: of each total.
    """
    if statement.kind is Kind.CASH_FLOW:
        return range(len(statement.lines) if shared else 0)
    others = [index for index, line in enumerate(statement.lines) if OTHERS.search(line.label)]
    if statement.kind is Kind.INCOME:
        return range(max((index for index in others if statement.lines[index].measure is Measure.MONEY), default=0))
    return {total for total in parts if others and not descendants(total, parts).isdisjoint(others)}
