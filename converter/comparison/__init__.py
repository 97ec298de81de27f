"""Releases of one filer held against each other: same line and period, and periods that make up other periods."""
