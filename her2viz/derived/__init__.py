"""What is worked out from rows: intervals, overlap, figures of studies side by side, shares of groups."""
