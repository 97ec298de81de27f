"""Options and fixtures that all tests share."""

import pytest
from browser import chromium, opened

__all__ = ["chromium", "opened", "pytest_addoption"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="take what the examples give now for right: rewrites their golden files, never a facts.csv"
    )
