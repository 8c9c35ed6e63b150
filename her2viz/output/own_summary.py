"""What a table of someone's own says, and which figures can be drawn of it."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.registry import drawable
from her2viz.dataset.origin import origin_of
from her2viz.dataset.things import SITE, THINGS
from her2viz.errors import one_line
from her2viz.own.grouped import groups_of, reference
from her2viz.words import citing

__all__ = ["own_summary"]

_OTHERS = [name for name in THINGS if name != SITE.name]


def own_summary(rows: pd.DataFrame, size: str) -> list[str]:
    """Sum a table that was read up in lines: how it was read, its numbers, of whom, their source, and its figures.

    Raises
    ------
    UsageError
        If there is no such size.
    """
    possible = drawable(None, rows, size)
    figured, thing, groups = rows[rows["frequency_pct"].notna()], origin_of(rows).thing, groups_of(rows)
    kinds = rows["site"].nunique()
    of_groups = f" of {phrases.join(groups)}" if groups else ""
    numbers = [
        f"{row.label}{f' ({row.group})' if groups else ''} {phrases.hedged(row.qualifier, row.frequency_pct)}"
        for row in figured.itertuples()
    ]
    return [
        f"{kinds} {thing.name if kinds == 1 else thing.plural}{of_groups}, {len(figured)} with a figure.",
        phrases.sentence(rows.attrs["read_as"]),
        *([] if "thing" in rows.columns else [f"Counted as sites; a column thing may say {phrases.join(_OTHERS)}."]),
        f"{reference(figured)}: {', '.join(numbers)}.",
        citing.credit(figured),
        f"Figures that can be drawn at size {size}: {', '.join(possible.chosen)}.",
        *(f"Not {name}: {one_line(why)}" for name, why in possible.refused.items()),
    ]
