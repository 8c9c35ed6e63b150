"""When to tell the care team: what to do, twice as large as all else, above the days of some weeks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["care_timing", "timing_height"]

NEEDED = ("heading", "words", "value_low", "value_high")
_WEEK = 7
_BETWEEN = 0.7  # between two weeks, in days
_BUBBLE, _TAIL = 1.55, 0.55  # in sizes of the largest type
_FLAT, _TALL = 0.62, 1.4  # the least and the largest height of a day, of its width
_AIR = 1.0  # above a strip of days, in sizes of heading type


class _Row(NamedTuple):
    """A kind of symptom, what is said of it, and the weeks that count; none where it is to be told at once."""

    heading: str
    words: str
    weeks: tuple[int, int] | None


def care_timing(data: pd.DataFrame, *, action: str, beside: str = "", ax: Axes | None = None) -> Axes:
    """Draw what to do in a speech bubble, and below it the days of some weeks, of which the first is filled.

    A kind of symptom that has weeks is a line of words: days filled up to then would read as days to wait.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a kind of symptom: ``heading``, ``words`` (what is said of it, in short), ``value_low`` and
        ``value_high`` (weeks; empty where the symptom is to be told at once). One of them at least has weeks.
    action : str
        What to do, in a few words.
    beside : str
        What stands beside the bubble.

    Raises
    ------
    DataError
        If columns are missing, or no row has weeks.
    """
    return draw_on(ax, partial(_draw, _checked(data), action, beside))


def _checked(data: pd.DataFrame) -> list[_Row]:
    data = needed_columns(data, NEEDED)
    rows = [
        _Row(str(r.heading), str(r.words), None if pd.isna(r.value_high) else (int(r.value_low), int(r.value_high)))
        for r in data.itertuples()
    ]
    if not any(row.weeks for row in rows):
        raise DataError("One row at least must have weeks in value_low and value_high.")
    return rows


def timing_height(data: pd.DataFrame, width: float, heading: float, small: float) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    rows = _checked(data)
    return _fixed(len(rows), heading, small) + _strips(rows) * 0.85 * _day_width(rows, width)


def _strips(rows: Sequence[_Row]) -> int:
    return sum(row.weeks is None for row in rows)


def _fixed(rows: int, heading: float, small: float) -> float:
    """Return the height of all but the days, in inches."""
    lines = (_BUBBLE + _TAIL) * 2 + rows * (LEADING + 0.2) + (rows - 1) * _AIR
    return (lines * heading + 1.5 * small) / 72


def _weeks(rows: Sequence[_Row]) -> int:
    return max(row.weeks[1] for row in rows if row.weeks)


def _day_width(rows: Sequence[_Row], width: float) -> float:
    weeks = _weeks(rows)
    return width / (weeks * _WEEK + (weeks - 1) * _BETWEEN)


def _draw(rows: Sequence[_Row], action: str, beside: str, panel: Panel) -> None:
    panel.in_inches()
    heading, small = heading_type(), small_type()
    day = _day_width(rows, panel.width)
    left = panel.height - _fixed(len(rows), heading, small)
    tall = min(_TALL * day, left / max(1, _strips(rows)))
    if tall < _FLAT * day:
        panel.lacking.append("the days")
        return
    y = _bubble(panel, action, beside, day)
    for number, row in enumerate(rows):
        y += number * _AIR * heading / 72 + (left - tall * _strips(rows)) / (len(rows) + 1)
        baseline = y + 0.85 * heading / 72
        panel.write(0, baseline, row.heading, size=heading, weight="bold")
        x = panel.measure.width(row.heading, heading, "bold") + 0.5 * heading / 72
        if x + panel.measure.width(row.words, panel.points) > panel.width + 0.01:
            panel.lacking.append(repr(row.words))
        panel.write(x, baseline, row.words)
        y += (LEADING + 0.2) * heading / 72
        if row.weeks is None:
            _days(panel, _weeks(rows), day, tall, y)
            y += tall + 1.5 * small / 72
            for week in range(_weeks(rows)):
                x = week * (_WEEK + _BETWEEN) * day
                panel.write(x, y - 0.35 * small / 72, f"week {week + 1}", size=small, color=panel.colours.muted)


def _bubble(panel: Panel, action: str, beside: str, day: float) -> float:
    """Draw what to do in a bubble whose tail leads to the first day; return where it ends."""
    large, look = 2 * heading_type(), panel.colours
    em = large / 72
    wide = panel.measure.width(action, large, "bold") + 1.0 * em
    if wide > panel.width:
        panel.lacking.append(repr(action))
    line, right, bottom, r = max(1.0, 1.6 * panel.line), min(wide, panel.width), _BUBBLE * em, 0.35 * em
    tail = 0.9 * day
    outline = Path(
        [
            (r, 0), (right - r, 0), (right, 0), (right, r), (right, bottom - r), (right, bottom), (right - r, bottom),
            (tail + 0.55 * em, bottom), (0.5 * day, bottom + 0.8 * _TAIL * em), (tail, bottom),
            (r, bottom), (0, bottom), (0, bottom - r), (0, r), (0, 0), (r, 0), (r, 0),
        ],
        [1, 2, 3, 3, 2, 3, 3, 2, 2, 2, 2, 3, 3, 2, 3, 3, 79],
    )  # fmt: skip
    _shape(panel, outline, 1, "card", facecolor=look.card, edgecolor=look.outline, lw=line)
    panel.write(0.5 * em, 1.13 * em, action, size=large, weight="bold")
    small, room = small_type(), panel.width - right - 0.4 * em
    lines = panel.measure.lines(beside, room, small) if beside else []
    if len(lines) * LEADING * small / 72 > bottom:
        panel.lacking.append(repr(beside))
    top = (bottom - len(lines) * LEADING * small / 72) / 2
    for n, words in enumerate(lines):
        panel.write(right + 0.4 * em, top + (n * LEADING + 0.9) * small / 72, words, size=small)
    return (_BUBBLE + _TAIL) * em


def _days(panel: Panel, weeks: int, day: float, tall: float, y: float) -> None:
    """Draw the days of some weeks, the first of them filled."""
    look = panel.colours
    for n in range(weeks * _WEEK):
        x = (n + n // _WEEK * _BETWEEN) * day
        face, edge, gid = (look.paper, look.outline, "day") if n else (look.accent, look.accent, "day now")
        box = FancyBboxPatch(
            (x + 0.06 * day, y),
            0.88 * day,
            tall,
            boxstyle=f"round,pad=0,rounding_size={0.16 * day}",
            facecolor=face,
            edgecolor=edge,
            lw=panel.line,
            gid=gid,
            clip_on=False,
        )
        panel.ax.add_patch(box)


def _shape(panel: Panel, path: Path, layer: float, gid: str, **how: Any) -> None:
    panel.ax.add_patch(PathPatch(path, zorder=layer, gid=gid, joinstyle="round", clip_on=False, **how))
