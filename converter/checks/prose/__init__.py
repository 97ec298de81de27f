"""Amounts, percentages and comparisons of the text: read by a small grammar, and held against the statements."""
