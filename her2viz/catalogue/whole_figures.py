"""The frequencies that the figures of overlap count with: of two sites or more, as whole people."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.charts.frequency.rows import frequency_rows, refuse_pairs
from her2viz.dataset.origin import origin_of
from her2viz.dataset.things import SITE
from her2viz.errors import DataError

__all__ = ["whole_figures"]


def whole_figures(data: pd.DataFrame | None) -> tuple[pd.DataFrame, list[int]]:
    """Return the rows with a frequency and the frequencies as whole people.

    Raises
    ------
    DataError
        If they are of fewer than two sites or more than six, no whole numbers, ends of ranges, or do not overlap.
    """
    if data is not None and origin_of(data).own:
        _refuse_own(data)
    rows = frequency_rows(data)
    figures = rows["frequency_pct"].tolist()
    if not 2 <= len(figures) <= 6:
        raise DataError(f"Overlap needs the figures of two to six sites; got {len(figures)}. Filter the rows first.")
    if any(value % 1 for value in figures):
        raise DataError("Overlap counts whole people, so frequency_pct must be whole numbers; round them first.")
    own = origin_of(rows).own
    one_sided = [q for q in rows["qualifier"].dropna().unique() if own and not phrases.is_rough(q)]
    if one_sided:
        raise DataError(
            f"Overlap counts with the figures themselves, so the qualifier must be empty or a word such as about; "
            f"got {', '.join(map(repr, one_sided))}."
        )
    if not rows["sites_overlap"].fillna(False).astype(bool).any():
        raise DataError(
            "These rows say in sites_overlap that no one has more than one site, so nothing is left to find."
        )
    return rows, [int(value) for value in figures]


def _refuse_own(data: pd.DataFrame) -> None:
    """Refuse rows of someone's own that are no sites, of two groups, or without a figure, which would be lost."""
    refuse_pairs(data, "Overlap")
    if (thing := origin_of(data).thing) != SITE:
        raise DataError(f"Overlap is drawn of sites, and these rows are {thing.plural}. Draw them with site-bars.")
    without = data.loc[data["frequency_pct"].isna(), "label"]
    if len(without):
        raise DataError(
            f"Overlap needs a figure in every row; got none for {phrases.join(without)}. Leave these rows out, or draw "
            "them with site-bars."
        )
