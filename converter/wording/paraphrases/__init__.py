"""Paraphrases: what one kind of statement words in many ways has one wording in it."""
