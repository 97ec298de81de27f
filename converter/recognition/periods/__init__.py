"""Phrases of time, and the periods that they mean in a document."""
