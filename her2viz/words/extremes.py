"""Which figure of some rows is the largest and which the smallest, where their hedges leave no doubt of it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from her2viz import phrases

__all__ = ["largest", "names", "say_extremes", "smallest"]

#: So many rows with the same number are named.
_NAMED = 2


def largest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the row with the largest figure, or all that share it; none where a hedge leaves open which it is.

    Examples
    --------
    >>> rows = pd.DataFrame({"label": ["A", "B", "C"], "frequency_pct": [40, 30, 5], "qualifier": None})
    >>> largest(rows)["label"].tolist(), largest(rows.assign(qualifier="up to"))["label"].tolist()
    (['A'], [])
    """
    return _end(rows, 1)


def smallest(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the row with the smallest figure, or all that share it; none where a hedge leaves open which it is."""
    return _end(rows, -1)


def _end(rows: pd.DataFrame, sign: int) -> pd.DataFrame:
    """Return the rows that are at the top (1) or at the bottom (-1) whatever the numbers behind the hedges are."""
    reach = [phrases.reach(row.qualifier, float(row.frequency_pct)) for row in rows.itertuples()]
    near = pd.Series([sign * pair[0 if sign > 0 else 1] for pair in reach])  # the least that speaks for a row
    far = pd.Series([sign * pair[1 if sign > 0 else 0] for pair in reach])
    first = near == near.max()
    ends, hedges = rows[first.to_numpy()], rows["qualifier"].astype(object).fillna("")[first.to_numpy()]
    sure = (far[~first] < near.max()).all()
    same = len(ends) == 1 or ((near == far)[first].all() and hedges.nunique() == 1)
    return ends if sure and same else rows.head(0)


def names(rows: pd.DataFrame, thing: str = "site", label: Callable[[str], str] = str) -> str:
    """Name rows that share a number, or count them where they are many.

    Examples
    --------
    >>> names(pd.DataFrame({"label": ["A", "B"]})), names(pd.DataFrame({"label": ["A", "B", "C"]}))
    ('A and B', 'three sites')
    """
    labels = list(map(label, rows["label"]))
    return phrases.join(labels) if len(labels) <= _NAMED else phrases.counted(len(labels), thing)


def say_extremes(rows: pd.DataFrame, thing: str = "site", label: Callable[[str], str] = str) -> str:
    """Say which figure is the largest and which the smallest, as far as the hedges tell; nothing of one row.

    Examples
    --------
    >>> rows = pd.DataFrame({"label": ["A", "B", "C"], "frequency_pct": [40, 40, 5], "qualifier": None})
    >>> say_extremes(rows)
    'The largest figure is for A and B and the smallest for C.'
    >>> say_extremes(rows.head(2))
    'All figures are the same.'
    """
    top, bottom = largest(rows), smallest(rows)
    if len(rows) < 2:
        return ""
    if len(top) == len(rows):
        return "All figures are the same."
    ends = [
        *([f"largest figure is for {names(top, thing, label)}"] if len(top) else []),
        *([f"smallest {'' if len(top) else 'figure is '}for {names(bottom, thing, label)}"] if len(bottom) else []),
    ]
    return f"The {' and the '.join(ends)}." if ends else ""
