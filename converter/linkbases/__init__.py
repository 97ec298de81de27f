"""Taxonomy or Report to the files of a taxonomy: schema, label, presentation, calculation and reference linkbases."""
