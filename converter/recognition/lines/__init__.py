"""Rows to the lines of a statement: their whole labels, the headings over them, what they measure, and their sections."""
