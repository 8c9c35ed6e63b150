"""Charts of what the pages say."""
