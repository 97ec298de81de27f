"""Bytes to text: encoding, format, and the exhibit of a submission; XML of strangers."""
