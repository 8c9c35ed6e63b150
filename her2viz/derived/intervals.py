"""Intervals for published percentages: chance only, and only where a study prints the size of its group."""

from __future__ import annotations

import math
from decimal import Decimal, InvalidOperation
from functools import cache
from numbers import Integral
from statistics import NormalDist
from typing import NamedTuple

import pandas as pd

from her2viz.decimals import exact_decimals
from her2viz.errors import DataError, brief

__all__ = ["INTERVAL", "Interval", "percent_interval", "possible_counts", "with_intervals"]

#: What a figure calls these intervals.
INTERVAL = "95% interval, computed by us: chance only"
#: How many standard deviations either side of the middle hold 95%.
_Z = NormalDist().inv_cdf(0.975)


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
    value = _printed(percent)
    if n_total < 1:
        raise DataError(f"n_total must be 1 or more; got {n_total!r}.")
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Decimal(5).scaleb(min(exponent, 0) - 1)
    with exact_decimals():
        low = math.ceil((value - half) * n_total / 100)
        high = math.floor((value + half) * n_total / 100)
    return range(max(low, 0), min(high, n_total) + 1)


def _printed(percent: str) -> Decimal:
    """Read a percentage as it is printed; a number is refused, since it has lost how far it was rounded."""
    must = "percent must be text as printed, such as '9.7' or '14', from 0 to 100"
    if not isinstance(percent, str):
        raise DataError(
            f"{must}; got {percent!r}, of type {type(percent).__name__}, which does not say how many decimals were "
            "printed. load_published_figures() has the text in its column percent_printed."
        )
    try:
        value = Decimal(percent)
    except InvalidOperation:
        value = Decimal("nan")
    if not value.is_finite() or not 0 <= value <= 100:
        raise DataError(f"{must}; got {percent!r}.")
    return value


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
    The interval is about chance alone: it says nothing about who was counted.

    Examples
    --------
    >>> "{:.1f} to {:.1f}".format(*percent_interval("9.7", 72, 7))
    '4.8 to 18.7'
    """
    for name, size in {"n_total": n_total, "n_with": n_with}.items():
        if not (isinstance(size, Integral) or (size is None and name == "n_with")):
            raise DataError(f"{name} must be a whole number of people; got {brief(size)}.")
    if n_with is not None and not 0 <= n_with <= n_total:
        raise DataError(f"n_with must be from 0 to n_total; got {n_with!r} of {n_total!r}.")
    counts = possible_counts(percent, n_total)
    if n_with is not None:
        counts = range(n_with, n_with + 1)
    if not counts:
        return None
    ends = [_wilson(k, n_total) for k in (counts[0], counts[-1])]
    return Interval(min(low for low, _ in ends), max(high for _, high in ends))


@cache
def _wilson(n_with: int, n_total: int) -> Interval:
    """Compute the interval of a count (Wilson 1927)."""
    share = n_with / n_total
    widening = _Z**2 / n_total
    middle = share + widening / 2
    reach = math.sqrt(widening * (share * (1 - share) + widening / 4))
    # rounding must not carry an end past none or all
    low = (middle - reach) / (1 + widening) if n_with else 0.0
    high = (middle + reach) / (1 + widening) if n_with < n_total else 1.0
    return Interval(100 * low, 100 * high)


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
