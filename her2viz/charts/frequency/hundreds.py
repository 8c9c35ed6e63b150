"""One number, its own hundred circles, and in full whom it is of."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.icons import SPAN, hundred_circles
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.errors import DataError

__all__ = ["one_hundred"]

_NEEDED = ("value", "qualifier", "says", "population")
_MARGIN = 0.5  # kept free on the right
_WHOM = 1.05  # the type of the group on a page, in type sizes: larger than that of its number
_HEAD, _FOOT = 2, 4  # lines kept free above and below the circles


def one_hundred(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one number as 100 circles under the name of the group that it is of.

    Parameters
    ----------
    data : pandas.DataFrame
        One row: ``value`` (a whole number of 100), ``qualifier`` (such as "about"), ``says`` (what is so of these
        people), ``population``, and ``page`` (who says it) and ``remark`` (what else to know), which may be missing. A
        row of ``hv.figure("percent-of-whom").data`` is one.

    Raises
    ------
    DataError
        If there is not exactly one row, or its number is not whole and from 0 to 100, or it names no population.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def _draw(row: pd.Series, panel: Panel) -> None:
    ax, em, measure, small = panel.ax, panel.em, panel.measure, small_type()
    line = LEADING * small / 72
    room = panel.width - _MARGIN * em
    whom = _WHOM * panel.points if panel.composed else panel.points
    heading = balanced(measure, f"Of 100 {row['population']}", room, whom, "bold")
    number = phrases.in_100(row["qualifier"], row["value"])
    says = balanced(measure, f"{number} {row['says']}", room, small, "bold")
    remark = _remark([str(row[n]) for n in ("page", "remark") if isinstance(row.get(n), str)], panel, room)
    # as many lines are kept free in every panel, so that panels side by side agree
    head = max(_HEAD, len(heading)) * LEADING * whom / 72 + 0.35 * em
    foot = max(_FOOT, len(says) + len(remark)) * line + 0.4 * em
    side = max(0.5, min(panel.height - head - foot, room))
    circle = side / SPAN
    ax.set_xlim(0, panel.width / circle)
    ax.set_ylim((panel.height - head) / circle, -head / circle)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()

    def write(x: float, y: float, text: str, size: float = small, **look: Any) -> None:
        """Write a line below a height in inches from the top of the circles."""
        how: dict[str, Any] = {"va": "center_baseline", "parse_math": False, "color": panel.colours.ink, **look}
        drawn = ax.text(x / circle, (y + 0.5 * LEADING * size / 72) / circle, text, size=size, **how)
        drawn.set_in_layout(False)  # a layout engine would give up the circles for it

    for n, text in enumerate(heading):
        write(0, (n - len(heading)) * LEADING * whom / 72 - 0.35 * em, text, whom, weight="bold")
    hundred_circles(panel, int(row["value"]), label=str(row["population"]))
    top, own = side + 0.3 * em, len(number.split())
    for text in says:
        words = text.split()
        lead, rest = " ".join(words[:own]), " ".join(words[own:])
        own -= len(lead.split())
        write(0, top, lead, weight="bold")
        write(measure.width(lead, small, "bold") + (0.22 * small / 72 if lead else 0), top, rest)
        top += line
    for text in remark:
        write(0, top, text, color=panel.colours.muted)
        top += line


def _remark(parts: list[str], panel: Panel, room: float) -> list[str]:
    """Break what is said small into lines, each part on its own where that takes no more lines."""
    together, apart = balanced(panel.measure, "; ".join(parts), room, small_type()), []
    for part in parts:
        apart += balanced(panel.measure, part, room, small_type())
    return apart if 1 < len(together) == len(apart) else together


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
