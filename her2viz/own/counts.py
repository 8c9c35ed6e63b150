"""Counts of people in place of percentages: 14 of 87."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pandas as pd

from her2viz.dataset.checking import Problem
from her2viz.decimals import exact_decimals
from her2viz.own.cells import percentage, whole
from her2viz.own.columns import COUNTS

__all__ = ["circles_of", "counted_words", "with_percentages"]


def counted_words(rows: pd.DataFrame) -> pd.Series:
    """Say how many of how many each row counts, as "14 of 87"; missing where a row or a table has no counts.

    Examples
    --------
    >>> counted_words(pd.DataFrame({"n": [14], "total": [87]})).tolist()
    ['14 of 87']
    """
    if not set(COUNTS) <= set(rows.columns):
        return pd.Series([None] * len(rows), index=rows.index, dtype=object)
    pairs = zip(rows["n"], rows["total"], strict=True)
    words = [None if pd.isna(n) or pd.isna(total) else f"{n:.0f} of {total:.0f}" for n, total in pairs]
    return pd.Series(words, index=rows.index, dtype=object)


def circles_of(rows: pd.DataFrame) -> list[int | None]:
    """Return how many of 100 circles stand for each row, rounded; None where a row has no counts.

    Examples
    --------
    >>> circles_of(pd.DataFrame({"n": [14, 1], "total": [87, 8]}))
    [16, 13]
    """
    if not set(COUNTS) <= set(rows.columns):
        return [None] * len(rows)
    pairs = zip(rows["n"], rows["total"], strict=True)
    return [
        None if pd.isna(n) or pd.isna(total) else (200 * int(n) + int(total)) // (2 * int(total)) for n, total in pairs
    ]


def with_percentages(
    columns: dict[str, list[str]], rows: Sequence[int]
) -> tuple[dict[str, list[str]], tuple[str, ...], list[Problem]]:
    """Work percentages out from counts, and compare those that stand beside counts with them.

    Examples
    --------
    >>> with_percentages({"n": ["14", "1"], "total": ["87", "8"]}, [2, 3])[:2]
    ({'n': ['14', '1'], 'total': ['87', '8'], 'frequency_pct': ['16.1', '12.5']}, ('percentages worked out from n and \
total, rounded to one decimal',))
    """
    if not set(COUNTS) <= columns.keys():
        return columns, (), []
    stands = columns.get("frequency_pct", [""] * len(rows))
    problems: list[Problem] = []
    written = []
    worked_out = rounded = False
    for row, n, total, beside in zip(rows, columns["n"], columns["total"], stands, strict=True):
        written.append(beside)
        if not (n or total) or any(whole(cell) for cell in (n, total) if cell):
            continue  # what is no count is said of the cell itself
        if wrong := list(_wrong(row, n, total)):
            problems += wrong
            continue
        exact = Fraction(100 * int(n), int(total))
        if beside:
            problems += _differs(row, f"{n} of {total}", exact, beside)
            continue
        written[-1] = _decimals(exact)
        if not written[-1]:
            problems.append(Problem(row, "n", f"is {n} of {total}, too near to none or all for a number of 100"))
        worked_out, rounded = True, rounded or Fraction(written[-1] or exact) != exact
    how = f"percentages worked out from n and total{', rounded to one decimal' if rounded else ''}"
    return {**columns, "frequency_pct": written}, (how,) if worked_out else (), problems


def _wrong(row: int, n: str, total: str) -> Iterator[Problem]:
    """Say what is wrong with a pair of counts."""
    if bool(n) != bool(total):
        empty, other = ("n", "total") if total else ("total", "n")
        yield Problem(row, empty, f"is empty where {other} is not; both are filled or none")
    elif int(total) == 0:
        yield Problem(row, "total", "must be at least 1")
    elif int(n) > int(total):
        yield Problem(row, "n", f"is {n}, more than the total of {total}")


def _differs(row: int, counted: str, exact: Fraction, beside: str) -> Iterator[Problem]:
    """Say so where a percentage is not that of its counts, to the decimals that it has."""
    if percentage(beside):
        return  # said of the cell itself
    half = Fraction(1, 2 * 10 ** len(beside.partition(".")[2]))
    if abs(Fraction(beside) - exact) > half:
        yield Problem(row, "frequency_pct", f"is {beside}, and {counted} are {float(exact):.4g} of 100; one is wrong")


def _decimals(share: Fraction) -> str:
    """Write a percentage as it is where two decimals do, else with one, or with two rather than as none or all."""
    with exact_decimals():
        value = Decimal(share.numerator) / Decimal(share.denominator)
        for places in ("1", "0.1", "0.01"):
            text = value.quantize(Decimal(places), ROUND_HALF_UP)
            if Fraction(text) == share:
                return str(text)
        for places in ("0.1", "0.01"):
            text = value.quantize(Decimal(places), ROUND_HALF_UP)
            if 0 < text < 100:
                return str(text)
    return ""
