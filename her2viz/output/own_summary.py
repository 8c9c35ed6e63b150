"""What a table of someone's own says, and which figures can be drawn of it."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.registry import drawable
from her2viz.errors import one_line
from her2viz.words import citing

__all__ = ["own_summary"]


def own_summary(rows: pd.DataFrame, size: str) -> list[str]:
    """Sum a table that was read up in lines: how it was read, its numbers, of whom, their source, and its figures.

    Raises
    ------
    UsageError
        If there is no such size.
    """
    possible = drawable(None, rows, size)
    figured = rows[rows["frequency_pct"].notna()]
    numbers = [f"{row.label} {phrases.hedged(row.qualifier, row.frequency_pct)}" for row in figured.itertuples()]
    return [
        f"{len(rows)} site{'s' * (len(rows) != 1)}, {len(figured)} with a figure.",
        phrases.sentence(rows.attrs["read_as"]),
        f"{phrases.reference_class(figured)}: {', '.join(numbers)}.",
        citing.credit(figured),
        f"Figures that can be drawn at size {size}: {', '.join(possible.chosen)}.",
        *(f"Not {name}: {one_line(why)}" for name, why in possible.refused.items()),
    ]
