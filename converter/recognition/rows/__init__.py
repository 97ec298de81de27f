"""Printed rows to words and numbers in their places."""
