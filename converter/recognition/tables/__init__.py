"""Where statements stand, what each table is, and whose."""
