"""The words that travel with a figure, all made from its rows."""
