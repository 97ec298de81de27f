"""Statements, their sums and the wording to facts, extension concepts and networks."""
