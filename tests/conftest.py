"""Options of the tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="take what the examples give now for right: rewrites their golden files, never a facts.csv"
    )
