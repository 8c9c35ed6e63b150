"""One number, its own hundred circles, and in full whom it is of."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.icons import SIDE, hundred_circles
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.errors import DataError

__all__ = ["one_hundred"]

_NEEDED = ("value", "qualifier", "says", "population")
_GAP = 0.7  # between circles and words, in type sizes
_MARGIN = 1.4  # kept free on the right


def one_hundred(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one number as 100 circles under the name of the group that it is of.

    Parameters
    ----------
    data : pandas.DataFrame
        One row: ``value`` (a whole number of 100), ``qualifier`` (such as "about"), ``says`` (what is so of these
        people) and ``population``. A row of ``hv.figure("percent-of-whom").data`` is one.

    Raises
    ------
    DataError
        If there is not exactly one row, or its number is not whole and from 0 to 100, or it names no population.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def _draw(row: pd.Series, panel: Panel) -> None:
    ax, em, measure, points, small = panel.ax, panel.em, panel.measure, panel.points, small_type()
    width, height = panel.width, panel.height
    room = width - _MARGIN * em
    heading = measure.lines(f"Of 100 {row['population']}", room, small)
    above = LEADING * small / 72  # lines of the heading; three are kept free, so that panels side by side agree
    head = max(3, len(heading)) * above + 0.4 * em
    number = phrases.hedged(row["qualifier"], row["value"])
    beside = max(measure.width(number, points, "bold"), 6.8 * em)
    circle = max(0.05, min((height - head) / SIDE, (room - _GAP * em - beside) / SIDE))
    ax.set_xlim(0, width / circle)
    ax.set_ylim((height - head) / circle, -head / circle)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()

    def write(x: float, y: float, text: str, **look: Any) -> None:
        drawn = ax.text(x, y, text, va="center_baseline", parse_math=False, **{"color": panel.colours.ink, **look})
        drawn.set_in_layout(False)  # a layout engine would give up the circles for it

    lead, top = LEADING * em / circle, (above / 2 - head) / circle
    for n, text in enumerate(heading):
        write(0, top + n * above / circle, text, size=small, color=panel.colours.ink)
    hundred_circles(panel, int(row["value"]), label=str(row["population"]))
    left, level = SIDE + _GAP * em / circle, 0.66 * em / circle
    for n, text in enumerate(measure.lines(str(row["says"]), room - left * circle, small)):
        write(left, level + (2 + n) * lead, text, size=small)
    write(left, level, number, weight="bold")
    write(left, level + lead, "in 100", weight="bold")


def _checked(data: object) -> pd.Series:
    source = 'A row of hv.figure("percent-of-whom").data is one.'
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame; got {type(data).__name__}. {source}")
    missing = [name for name in _NEEDED if name not in data.columns]
    if missing:
        raise DataError(f"data must have the columns {', '.join(_NEEDED)}; missing: {', '.join(missing)}. {source}")
    if len(data) != 1:
        raise DataError(
            f"data must be one row, as every number has its own hundred people; got {len(data)}. "
            "Draw one chart for each."
        )
    row = data.iloc[0]
    value = pd.to_numeric(row["value"], errors="coerce")
    if not (0 <= value <= 100 and value % 1 == 0):
        raise DataError(f"column value: must be a whole number from 0 to 100; got {row['value']!r}.")
    if not isinstance(row["population"], str) or not row["population"].strip():
        raise DataError("column population: must be filled; a figure without it misleads.")
    return row
