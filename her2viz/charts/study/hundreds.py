"""Shares that a study counted, each as 100 circles, side by side."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.study.circles import GAP, people, places
from her2viz.charts.typesetting import LEADING, heading_type
from her2viz.errors import DataError

__all__ = ["SIDE", "counted_hundreds", "hundred", "hundreds_height"]

NEEDED = ("by", "percent", "words")
#: Circles along a side, and how long a side is, in pitches.
ACROSS = 10
SIDE = ACROSS + GAP
_BETWEEN = 0.1  # of the width of a column


def counted_hundreds(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw 100 circles a row and fill as many as the study counted, row by row from the top left.

    Parameters
    ----------
    data : pandas.DataFrame
        A row an array: ``by`` (when it was counted), ``percent`` (whole) and ``words`` (the number as it is written).

    Raises
    ------
    DataError
        If columns are missing, there is no row, or a percentage is not a whole number from 0 to 100.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def hundreds_height(n: int, width: float, label: float, heading: float) -> float:
    """Return the height in inches of so many arrays side by side at a width in inches, for planning a page."""
    return width / n * (1 - _BETWEEN) + _head(label, heading)


def _head(label: float, heading: float) -> float:
    return (LEADING * (heading + label) + 0.5 * label) / 72


def hundred(panel: Panel, filled: int, pitch: float, left: float, top: float, *, label: str) -> None:
    """Draw a square of 100 circles on an Axes in inches, the first ones filled."""
    look, rest = panel.colours, ACROSS**2 - filled
    people(
        panel,
        places(ACROSS**2, ACROSS, pitch, left, top),
        pitch,
        [look.accent] * filled + [look.paper] * rest,
        [look.accent] * filled + [look.outline] * rest,
        label=label,
        gid="figure",
    )


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    head, column = _head(panel.points, heading_type()), panel.width / len(rows)
    side = min(panel.height - head, column * (1 - _BETWEEN))
    pitch = max(0.01, side / SIDE)
    for number, row in enumerate(rows.itertuples()):
        # the arrays fill the page from edge to edge, where they are as high as they can be
        left = number * (panel.width - side) / max(1, len(rows) - 1) if len(rows) > 1 else 0.0
        low = head - 0.6 * panel.em
        panel.write(left, low - LEADING * heading_type() / 72, row.by, size=panel.points)
        panel.write(left, low, row.words, size=heading_type(), weight="bold")
        hundred(panel, int(row.percent), pitch, left, head, label=str(row.by))


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    data = needed_columns(data, NEEDED)
    for index, value in data["percent"].items():
        number = pd.to_numeric(value, errors="coerce")
        if not (0 <= number <= 100 and number % 1 == 0):
            raise DataError(f"row {index}, column percent: must be a whole number from 0 to 100; got {value!r}.")
    return data
