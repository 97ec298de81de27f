"""The label grammar: a printed line label is read, not just compared."""
