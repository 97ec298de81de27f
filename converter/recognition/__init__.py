"""Rows to statements: titles, columns with their periods, lines with their amounts."""
