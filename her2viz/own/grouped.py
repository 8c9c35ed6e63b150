"""Rows of someone's own that are about two groups, and whom the numbers of each are of."""

from __future__ import annotations

import pandas as pd

from her2viz.dataset.origin import is_own
from her2viz.phrases import reference_class

__all__ = ["groups_of", "reference"]


def groups_of(rows: pd.DataFrame) -> list[str]:
    """Return the names of the two groups in the order of the rows; none where rows are of one group.

    Examples
    --------
    >>> groups_of(pd.DataFrame({"group": ["before", "after"], "source": "Made up"}))
    ['before', 'after']
    """
    return list(rows["group"].unique()) if "group" in rows.columns and is_own(rows) else []


def reference(rows: pd.DataFrame, *, start: str = "Of") -> str:
    """Say whom the numbers are of: of each group, where there are two.

    Examples
    --------
    >>> two = pd.DataFrame({"group": ["vaccine", "placebo"], "population": ["adults given A", "adults given B"]})
    >>> reference(two.assign(source="Made up"))
    'vaccine: of 100 adults given A; placebo: of 100 adults given B'
    >>> reference(two.assign(source="Made up", population="pupils of one class"))
    'Of 100 pupils of one class: vaccine and placebo'
    """
    groups = groups_of(rows)
    if rows["population"].nunique() > 1:
        return "; ".join(f"{name}: {reference_class(rows[rows['group'] == name], start='of')}" for name in groups)
    of_whom = reference_class(rows, start=start)
    return f"{of_whom}: {' and '.join(groups)}" if groups else of_whom
