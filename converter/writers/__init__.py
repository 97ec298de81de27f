"""Facts to files, in every form."""
