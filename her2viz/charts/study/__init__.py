"""Charts of published figures."""
