"""Synonyms: phrases that mean the same in every statement have one wording."""
