"""Spoilt bytes become a result or a diagnostic, never a fault: mangled examples by a fixed list of seeds, and each finding of longer runs."""
