"""When to tell the care team: what to do, twice as large as all else, beside the days of some weeks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path

from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.claims.setting import write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["care_timing", "timing_height"]

NEEDED = ("heading", "words", "value_low", "value_high")
_WEEK, _FIRST = 7, "day 1"
_LINE = 1.06  # from line to line of what to do, in its sizes
_PAD = 0.4  # in the bubble, in sizes of what to do
_TAIL = 0.9  # between bubble and days, in sizes of heading type
_DAY = 0.85  # of a day's pitch, the day
_FLAT, _TALL = 0.6, 1.5  # the least and the largest height of a week, in pitches of a day
_EASE = 1.0  # the same where the height is free
_AIR = 0.7  # between two kinds of symptom, in sizes of heading type


class _Row(NamedTuple):
    """A kind of symptom, what is said of it, and the weeks that count; none where it is to be told at once."""

    heading: str
    words: str
    weeks: tuple[int, int] | None


def care_timing(data: pd.DataFrame, *, action: str, across: str = "", beside: str = "", ax: Axes | None = None) -> Axes:
    """Draw what to do in a speech bubble, which leads to the first day of a calendar of some weeks, alone filled.

    A kind of symptom that has weeks is a line of words: days filled up to then would read as days to wait.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a kind of symptom: ``heading``, ``words`` (what is said of it, in short), ``value_low`` and
        ``value_high`` (weeks; empty where the symptom is to be told at once). One at least has weeks, and one none.
    action : str
        What to do, in a few words.
    across : str
        What is written across the weeks after the first.
    beside : str
        What stands last, smaller.

    Raises
    ------
    DataError
        If columns are missing, or no row has weeks, or all have.
    """
    return draw_on(ax, partial(_draw, _checked(data), action, across, beside))


def _checked(data: pd.DataFrame) -> list[_Row]:
    data = needed_columns(data, NEEDED)
    rows = [
        _Row(str(r.heading), str(r.words), None if pd.isna(r.value_high) else (int(r.value_low), int(r.value_high)))
        for r in data.itertuples()
    ]
    if not any(row.weeks for row in rows) or all(row.weeks for row in rows):
        raise DataError("One row at least must have weeks in value_low and value_high, and one none.")
    return rows


class _Plan(NamedTuple):
    """Lines of words, and where the calendar stands, in inches."""

    action: list[str]
    bubble: tuple[float, float]
    words: list[tuple[str, list[str]]]
    beside: list[str]
    words_height: float
    left: float
    day: float
    head: float


def timing_height(data: pd.DataFrame, action: str, beside: str, width: float, measure: Measure) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    rows = _checked(data)
    plan = _plan(rows, action, beside, width, measure)
    return max(plan.words_height, plan.head + _weeks(rows) * _EASE * plan.day)


def _weeks(rows: Sequence[_Row]) -> int:
    return max(row.weeks[1] for row in rows if row.weeks)


def _plan(rows: Sequence[_Row], action: str, beside: str, width: float, measure: Measure) -> _Plan:
    large, heading, small, label = 2 * heading_type(), heading_type(), small_type(), float(mpl.rcParams["font.size"])
    lines = balanced(measure, action, 0.42 * width, large, "bold")
    wide = max(measure.width(line, large, "bold") for line in lines) + 2 * _PAD * large / 72
    tall = (len(lines) * _LINE + 1.3 * _PAD) * large / 72
    words = [(row.heading, balanced(measure, row.words, wide, label)) for row in rows if row.weeks]
    aside = balanced(measure, beside, wide, small) if beside else []
    height = tall + sum((_AIR * heading + LEADING * heading + len(part) * LEADING * label) / 72 for _, part in words)
    height += (_AIR * heading + len(aside) * LEADING * small) / 72 if aside else 0.0
    left = wide + _TAIL * heading / 72
    weeks = max(measure.width(f"week {n + 1}", small) for n in range(_weeks(rows))) + 0.4 * small / 72
    return _Plan(lines, (wide, tall), words, aside, height, left, (width - left - weeks) / _WEEK, 1.5 * heading / 72)


def _draw(rows: Sequence[_Row], action: str, across: str, beside: str, panel: Panel) -> None:
    panel.in_inches()
    plan, count = _plan(rows, action, beside, panel.width, panel.measure), _weeks(rows)
    week = min(_TALL * plan.day, (panel.height - plan.head) / count)
    if week < _FLAT * plan.day or plan.words_height > panel.height + 0.01:
        panel.lacking.append("the days and what is said of them")
        return
    _bubble(panel, plan, plan.head + _DAY * week / 2)
    _write(panel, plan)
    _write_head(panel, plan, next(row for row in rows if row.weeks is None))
    _days(panel, plan, count, week, across)


def _write(panel: Panel, plan: _Plan) -> None:
    """Write below the bubble what is said of other kinds of symptom, and last what stands beside."""
    heading, small = heading_type(), small_type()
    spare = (panel.height - plan.words_height) / (len(plan.words) + bool(plan.beside))
    y = plan.bubble[1]
    for name, lines in plan.words:
        y = write_lines(panel, 0, y + spare + _AIR * heading / 72, [name], heading, bold=True)
        y = write_lines(panel, 0, y, lines, panel.points)
    write_lines(panel, 0, panel.height - len(plan.beside) * LEADING * small / 72, plan.beside, small, muted=True)


def _write_head(panel: Panel, plan: _Plan, row: _Row) -> None:
    """Write above the calendar whose symptom it is of, and what is said of it."""
    heading = heading_type()
    write_lines(panel, plan.left, 0, [row.heading], heading, bold=True)
    x = plan.left + panel.measure.width(row.heading, heading, "bold") + 0.4 * heading / 72
    if x + panel.measure.width(row.words, panel.points) > panel.width + 0.01:
        panel.lacking.append(repr(row.words))
    panel.write(x, 0.78 * LEADING * heading / 72, row.words)


def _bubble(panel: Panel, plan: _Plan, target: float) -> None:
    """Draw what to do in a bubble whose tail leads to the first day."""
    large, look = 2 * heading_type(), panel.colours
    em, (right, bottom) = large / 72, plan.bubble
    r, tip = 0.3 * em, plan.left - 0.1 * heading_type() / 72
    low, high = max(r, target - 0.22 * em), min(bottom - r, target + 0.22 * em)
    outline = Path(
        [
            (r, 0), (right - r, 0), (right, 0), (right, r), (right, low), (tip, target), (right, high),
            (right, bottom - r), (right, bottom), (right - r, bottom),
            (r, bottom), (0, bottom), (0, bottom - r), (0, r), (0, 0), (r, 0), (r, 0),
        ],
        [1, 2, 3, 3, 2, 2, 2, 2, 3, 3, 2, 3, 3, 2, 3, 3, 79],
    )  # fmt: skip
    line = max(1.0, 1.6 * panel.line)
    _shape(panel, outline, 4, "card", facecolor=look.card, edgecolor=look.outline, lw=line)
    top = (bottom - len(plan.action) * _LINE * em) / 2
    for n, words in enumerate(plan.action):
        panel.write(_PAD * em, top + (n * _LINE + 0.8) * em, words, size=large, weight="bold", zorder=5)


def _days(panel: Panel, plan: _Plan, weeks: int, week: float, across: str) -> None:
    """Draw the days of some weeks, the first of them filled, and write across those that follow."""
    look, day, small = panel.colours, plan.day, small_type()
    for n in range(weeks * _WEEK):
        row, column = divmod(n, _WEEK)
        face, edge, gid = (look.paper, look.outline, "day") if n else (look.accent, look.accent, "day now")
        place = (plan.left + column * day, plan.head + row * week)
        _box(panel, place, _DAY * day, _DAY * week, gid, facecolor=face, edgecolor=edge, lw=panel.line)
    for row in range(weeks):
        middle = plan.head + row * week + _DAY * week / 2
        x = plan.left + _WEEK * day - (1 - _DAY) * day + 0.4 * small / 72
        panel.write(x, middle + 0.33 * small / 72, f"week {row + 1}", size=small, color=look.muted)
    first = plan.left + _DAY * day / 2, plan.head + _DAY * week / 2 + 0.33 * small / 72
    panel.write(*first, _FIRST, size=small, color=look.paper, ha="center", zorder=3)
    if across:
        _write_across(panel, plan, weeks, week, across)


def _write_across(panel: Panel, plan: _Plan, weeks: int, week: float, across: str) -> None:
    """Write in place of some days in the middle of the weeks after the first."""
    look, day, big = panel.colours, plan.day, heading_type() / 72
    gap = (1 - _DAY) * day
    hidden = next((n for n in (3, 5, 7) if n * day > panel.measure.width(across, 72 * big, "bold") + big), 7)
    if hidden * day < panel.measure.width(across, 72 * big, "bold"):
        panel.lacking.append(repr(across))
    x = plan.left + (_WEEK - hidden) // 2 * day
    y = plan.head + weeks // 2 * week
    place, wide, tall = (x - gap / 2, y - gap / 2), hidden * day, _DAY * week + gap
    _box(panel, place, wide, tall, "card", facecolor=look.paper, lw=0, zorder=3)
    middle = x - gap / 2 + wide / 2, y + _DAY * week / 2 + 0.33 * big
    panel.write(*middle, across, size=72 * big, weight="bold", ha="center", zorder=4)


def _box(panel: Panel, place: tuple[float, float], wide: float, tall: float, gid: str, **how: Any) -> None:
    style = f"round,pad=0,rounding_size={0.12 * min(wide, tall)}"
    panel.ax.add_patch(FancyBboxPatch(place, wide, tall, boxstyle=style, gid=gid, clip_on=False, **how))


def _shape(panel: Panel, path: Path, layer: float, gid: str, **how: Any) -> None:
    panel.ax.add_patch(PathPatch(path, zorder=layer, gid=gid, joinstyle="round", clip_on=False, **how))
