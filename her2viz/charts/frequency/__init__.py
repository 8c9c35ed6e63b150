"""Charts of how many of a hundred people."""
