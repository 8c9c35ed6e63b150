"""The charts, one module a form. A chart draws one panel from one tidy frame on one Axes and returns it."""
