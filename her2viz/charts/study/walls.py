"""Two answers to one question in frames of their own: what a study counted, and what rough figures allow."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.study.hundreds import SIDE, hundred
from her2viz.charts.typesetting import LEADING, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["framed_answer"]

NEEDED = ("heading", "percent", "low", "high", "words", "whom", "source")
_PAD = 0.7  # inside a frame, in sizes of small type
_CIRCLES = 0.63  # at most, of the width inside a frame
_NUMBER = 1.3  # of heading type
_THICK = 0.12  # of the height of a frame: the whole of a range
_END = 0.28  # how far an end mark stands over its range, in thicknesses


def framed_answer(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one answer in a frame: 100 circles where it was counted, a pale range with end marks where it was not.

    Parameters
    ----------
    data : pandas.DataFrame
        One row: ``heading``, ``words`` (the number as it is written), ``whom``, ``source`` (its name), and
        ``percent`` (whole), or ``low`` and ``high`` where ``percent`` is missing.

    Raises
    ------
    DataError
        If there is not exactly one row, or its numbers are none of 100.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def _draw(row: pd.Series, panel: Panel) -> None:
    panel.in_inches()
    panel.ax.set_aspect("equal", anchor="NW")
    pad = _PAD * small_type() / 72
    edge = panel.line / 144
    frame: dict[str, Any] = {"facecolor": "none", "edgecolor": panel.colours.rule, "lw": panel.line, "gid": "rule"}
    frame["clip_on"] = False  # a line is half outside
    panel.ax.add_artist(Rectangle((edge, edge), panel.width - 2 * edge, panel.height - 2 * edge, **frame))
    (_range if pd.isna(row["percent"]) else _counted)(row, panel, pad)


def _counted(row: pd.Series, panel: Panel, pad: float) -> None:
    """Let 100 circles fill the height of the frame, with all words beside them."""
    side = max(0.01, min(panel.height - 2 * pad, _CIRCLES * (panel.width - 2 * pad)))
    top = (panel.height - side) / 2
    hundred(panel, int(row["percent"]), side / SIDE, pad, top, label=str(row["whom"]))
    left = 2 * pad + side
    _words(panel, row, left, _number(panel, row, left, pad), panel.height - pad)


def _range(row: pd.Series, panel: Panel, pad: float) -> None:
    """Draw the range below its number, and under it whom it is of."""
    look, wide = panel.colours, panel.width - 2 * pad
    thick = _THICK * panel.height
    over = _END * thick
    y = _number(panel, row, pad, pad) + 0.35 * panel.em + over
    low, high = (pad + wide * row[end] / 100 for end in ("low", "high"))
    panel.ax.add_artist(Rectangle((low, y), high - low, thick, facecolor=look.rough, lw=0, gid="range"))
    panel.ax.add_artist(Rectangle((pad, y), wide, thick, **panel.whole))
    for x in (low, high):
        panel.ax.plot([x, x], [y - over, y + thick + over], color=look.accent, lw=3 * panel.line, gid="end")
    below = y + thick + over + 1.0 * small_type() / 72
    for x, words, ha in ((pad, "0", "left"), (pad + wide, "100", "right")):
        panel.write(x, below, words, color=look.muted, ha=ha)
    for x, end in ((low, "low"), (high, "high")):
        if 10 <= row[end] <= 90:  # else it would meet the ends of the whole
            panel.write(x, below, f"{row[end]:g}", weight="bold", ha="center")
    _words(panel, row, pad, below + 0.5 * panel.em, panel.height - pad)


def _number(panel: Panel, row: pd.Series, left: float, top: float) -> float:
    """Write the number, and below it how it was found; return where the words end."""
    room, y = panel.width - left - _PAD * small_type() / 72, top
    size = (_NUMBER if panel.composed else 1) * heading_type()
    while size > heading_type() and panel.measure.width(str(row["words"]), size, "bold") > room:
        size = max(heading_type(), 0.97 * size)
    for text, points, space in ((row["words"], size, 1.05), (row["heading"], panel.points, LEADING)):
        for line in balanced(panel.measure, str(text), room, points, "bold"):
            y += space * points / 72
            panel.write(left, y - 0.2 * points / 72, line, size=points, weight="bold")
    return y


def _words(panel: Panel, row: pd.Series, left: float, top: float, bottom: float) -> None:
    """Write whom the number is of, and at the bottom who says it."""
    step = LEADING * panel.em
    y = top + step
    room = panel.width - left - _PAD * small_type() / 72
    tied = re.sub(r"(\d) (?=[a-z])", r"\1~", str(row["whom"]))  # a number stays on the line of what it counts
    for line in balanced(panel.measure, tied, room, panel.points):
        panel.write(left, y, line.replace("~", " "), size=panel.points)
        y += step
    panel.write(left, bottom, row["source"], size=panel.points, color=panel.colours.muted)
    if y > bottom + 0.05 * panel.em:
        panel.lacking.append("whom the number is of")


def _checked(data: pd.DataFrame) -> pd.Series:
    data = needed_columns(data, NEEDED)
    if len(data) != 1:
        raise DataError(f"data must be one row, as each answer stands in a frame of its own; got {len(data)}.")
    row = data.iloc[0]
    numbers = [row["low"], row["high"]] if pd.isna(row["percent"]) else [row["percent"]]
    if not all(0 <= n <= 100 and n % 1 == 0 for n in numbers) or numbers != sorted(numbers):
        raise DataError(f"columns percent, low and high: whole numbers from 0 to 100, low first; got {numbers}.")
    return row
