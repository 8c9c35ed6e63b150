"""Intervals for published percentages: chance only, and only where a study prints the size of its group."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

import pandas as pd

from her2viz.errors import DataError

__all__ = ["INTERVAL", "Interval", "percent_interval", "possible_counts", "with_intervals"]

#: What a figure calls these intervals.
INTERVAL = "95% interval, computed by us: chance only"


class Interval(NamedTuple):
    """The ends of an interval, in percent."""

    low: float
    high: float


def possible_counts(percent: str, n_total: int) -> range:
    """List the counts of people that a printed percentage may stand for.

    Parameters
    ----------
    percent : str
        The percentage as it is printed; its decimals say how far it was rounded.
    n_total : int
        Size of the group.

    Returns
    -------
    range
        Every whole number of people that rounds to the percentage; empty where none does.

    Raises
    ------
    DataError
        If the percentage is not written as a number from 0 to 100, or the group is empty.

    Examples
    --------
    >>> list(possible_counts("14", 125)), list(possible_counts("9.7", 72))
    ([17, 18], [7])
    """
    try:
        value = Decimal(percent)
        exponent = value.as_tuple().exponent
    except (InvalidOperation, TypeError):
        value, exponent = Decimal(-1), 0
    if not value.is_finite() or not 0 <= value <= 100 or not isinstance(exponent, int):
        raise DataError(f"percent must be text such as '14' or '9.7', from 0 to 100; got {percent!r}.")
    if n_total < 1:
        raise DataError(f"n_total must be 1 or more; got {n_total!r}.")
    half = Decimal(5).scaleb(min(exponent, 0) - 1)
    low = math.ceil((value - half) * n_total / 100)
    high = math.floor((value + half) * n_total / 100)
    return range(max(low, 0), min(high, n_total) + 1)


def percent_interval(percent: str, n_total: int, n_with: int | None = None) -> Interval | None:
    """Compute the 95% Wilson interval of a printed percentage.

    Parameters
    ----------
    percent : str
        The percentage as it is printed.
    n_total : int
        Size of the group, as printed.
    n_with : int, optional
        The count, where it is printed too. Without it every count that rounds to the percentage is taken, and the
        widest interval over them returned.

    Returns
    -------
    Interval or None
        Its ends in percent; None where no whole number of people rounds to the percentage, for then the percentage
        is not one of this group.

    Raises
    ------
    DataError
        If the percentage, the size or the count can't be one.

    Notes
    -----
    The interval is about chance alone: it says nothing about who was counted. By
    :func:`scipy.stats.binomtest`, ``proportion_ci(method="wilson")``.

    Examples
    --------
    >>> "{:.1f} to {:.1f}".format(*percent_interval("9.7", 72, 7))
    '4.8 to 18.7'
    """
    if n_with is not None and not 0 <= n_with <= n_total:
        raise DataError(f"n_with must be from 0 to n_total; got {n_with!r} of {n_total!r}.")
    counts = [n_with] if n_with is not None else possible_counts(percent, n_total)
    if not counts:
        return None
    ends = [_wilson(k, n_total) for k in (counts[0], counts[-1])]
    return Interval(min(low for low, _ in ends), max(high for _, high in ends))


@cache
def _wilson(n_with: int, n_total: int) -> Interval:
    from scipy.stats import binomtest  # takes a second to import, so only where an interval is wanted

    ends = binomtest(n_with, n_total).proportion_ci(0.95, method="wilson")
    return Interval(100 * float(ends.low), 100 * float(ends.high))


def with_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    """Add the columns ``low`` and ``high``, to one decimal, to published figures.

    Both are missing where the size of the group is not printed, where the percentage is none of that group, and for
    figures by a given year, which are no plain shares.

    Parameters
    ----------
    rows : pandas.DataFrame
        Rows with ``printed`` (the percentage as text), ``n_total``, ``n_with`` and ``moment_group``.

    Returns
    -------
    pandas.DataFrame
        A copy with the two columns more.

    Raises
    ------
    DataError
        If a percentage can't be read.

    Examples
    --------
    >>> from her2viz.derived.published import study_rows
    >>> rows = with_intervals(study_rows("brain"))
    >>> rows.set_index("study_id")["low"].dropna().to_dict()
    {'jia_2023': 5.9, 'cui_2015': 4.8, 'jafari_2022': 16.0, 'aga_khan_nairobi': 8.7}
    """
    ends: list[Interval | None] = []
    for row in rows.itertuples():
        if pd.isna(row.n_total) or row.moment_group == "by a given year":
            ends.append(None)
        else:
            ends.append(
                percent_interval(row.printed, int(row.n_total), None if pd.isna(row.n_with) else int(row.n_with))
            )
    return rows.assign(
        low=[round(e.low, 1) if e else math.nan for e in ends],
        high=[round(e.high, 1) if e else math.nan for e in ends],
    )
