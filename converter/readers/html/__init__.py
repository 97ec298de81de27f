"""HTML to rows: its tree, its lines, and its tables on their grid."""
