"""Columns: the headings over stacks of numbers, and the periods that they mean."""
