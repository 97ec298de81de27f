"""Which lines add up to which totals."""
