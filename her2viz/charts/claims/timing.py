"""When to tell the care team: what to do, twice as large as all else, at the first day of a time axis of some weeks."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.claims.setting import label_type, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["care_timing", "timing_height"]

NEEDED = ("heading", "words", "value_low", "value_high")
_FIRST = "day 1"
_LEAST, _MOST = 2.0, 3.0  # the type of what to do, in sizes of heading type, of which all lengths below are
_PAD, _UNDER = 0.7, 0.2  # in the bubble, and under its first line
_LINE = 1.1  # from line to line of what to do, in its sizes
_TAIL = 1.9  # between bubble and axis
_DAY = 0.75  # the radius of the first day
_SPAN = 2.9  # the height of the weeks that count
_SHARES = (0.45, 0.15, 0.4)  # of height that is left over: bubble, tail, weeks
_EASE = 1.1  # a height at ease, in least heights


class _Times(NamedTuple):
    """A symptom to be told at once, and one that counts after some weeks: what each is called, and what is said."""

    now: tuple[str, str]
    later: tuple[str, str]
    weeks: tuple[int, int]


class _Plan(NamedTuple):
    """What to do in lines and in points; lengths in inches from the top left: bubble, axis, weeks, and the height."""

    action: list[str]
    points: float
    bubble: float
    axis: float
    left: float
    week: float
    words: list[str]
    height: float


def care_timing(data: pd.DataFrame, *, action: str, later: str, ax: Axes | None = None) -> Axes:
    """Draw what to do in a speech bubble, which leads to the first day of a time axis of some weeks.

    A symptom that counts after some weeks has a pale span below the axis, from the first of these weeks to the last;
    from the first day to there nothing is drawn, which would read as days to wait.

    Parameters
    ----------
    data : pandas.DataFrame
        Two rows, a kind of symptom each: ``heading``, ``words`` (what is said of it, in short), ``value_low`` and
        ``value_high`` (weeks; empty for the symptom that is to be told at once).
    action, later : str
        What to do at once, and what to do after the weeks, in a few words.

    Raises
    ------
    DataError
        If columns are missing, or not one row has weeks and the other none.
    """
    return draw_on(ax, partial(_draw, _checked(data), action, later))


def _checked(data: pd.DataFrame) -> _Times:
    data = needed_columns(data, NEEDED)
    now, later = data[data["value_high"].isna()], data[data["value_high"].notna()]
    if (len(now), len(later)) != (1, 1):
        raise DataError("One row must have weeks in value_low and value_high, and another one none.")
    named = [(str(part["heading"].iloc[0]), str(part["words"].iloc[0])) for part in (now, later)]
    return _Times(named[0], named[1], (int(later["value_low"].iloc[0]), int(later["value_high"].iloc[0])))


def timing_height(data: pd.DataFrame, action: str, width: float, measure: Measure) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    return _EASE * _plan(_checked(data), action, width, 0, measure).height


def _plan(times: _Times, action: str, width: float, height: float, measure: Measure) -> _Plan:
    """Set what to do as large as has room, and share out the height that is left over."""
    em = heading_type() / 72
    room = width - 2 * _PAD * em
    one = measure.width(action, heading_type(), "bold")
    points = heading_type() * max(_LEAST, min(_MOST, 0.99 * room / one))
    lines = balanced(measure, action, room, points, "bold")
    bubble = (LEADING + _UNDER + 2 * _PAD) * em + len(lines) * _LINE * points / 72
    left = 2 * _DAY * em
    week = (width - 0.05 * em - left) / times.weeks[1]
    words = balanced(measure, times.later[0], left + (times.weeks[0] - 0.12) * week, heading_type(), "bold")
    span = max(_SPAN * em, (len(words) * heading_type() + label_type()) * LEADING / 72)
    least = bubble + (_TAIL + _DAY) * em + span
    spare = [share * max(0.0, height - least) for share in _SHARES]
    bubble += spare[0]
    axis = bubble + _TAIL * em + spare[1]
    return _Plan(lines, points, bubble, axis, left, week, words, least)


def _at(weeks: int) -> str:
    return f"{weeks} week{'s' * (weeks != 1)}"


def _draw(times: _Times, action: str, later: str, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(times, action, panel.width, panel.height, panel.measure)
    texts = [(line, plan.points, "bold") for line in plan.action] + [(times.later[1], label_type(), "normal")]
    small = plan.week < 1.2 * panel.measure.width(_at(times.weeks[1]), small_type())
    if plan.height > panel.height + 0.01 or small or any(panel.measure.width(*t) > panel.width for t in texts):
        panel.lacking.append("the weeks and what is said of them")
        return
    _write_now(panel, plan, times)
    _axis(panel, plan, times)
    _weeks(panel, plan, times, later)


def _write_now(panel: Panel, plan: _Plan, times: _Times) -> None:
    """Write what to do in a bubble whose tail leads to the first day, and above it of which symptom."""
    heading, label, big = heading_type(), label_type(), plan.points / 72
    em, right, bottom = heading / 72, panel.width, plan.bubble
    _bubble(panel, right, bottom, plan.axis - 1.15 * _DAY * em)
    high = (LEADING + _UNDER) * em + len(plan.action) * _LINE * big
    x, top = _PAD * em, (bottom - high) / 2
    y = top + (LEADING + _UNDER) * em
    for line in plan.action:
        panel.write(x - 0.04 * big, y + 0.83 * big, line, size=plan.points, weight="bold", zorder=5)
        y += _LINE * big
    panel.write(x, top + 0.78 * LEADING * em, times.now[0], size=heading, weight="bold", zorder=5)
    x += panel.measure.width(times.now[0], heading, "bold") + 0.5 * em
    if x + panel.measure.width(times.now[1], label) > right - 0.5 * _PAD * em:
        panel.lacking.append(repr(times.now[1]))
    panel.write(x, top + 0.78 * LEADING * em, times.now[1], size=label, zorder=5)


def _bubble(panel: Panel, right: float, bottom: float, tip: float) -> None:
    em, look = heading_type() / 72, panel.colours
    r, line = 0.35 * em, max(1.0, 1.6 * panel.line)
    edge = line / 144
    top, end, bottom = edge, right - edge, bottom - edge
    low, high = r + edge + 0.35 * em, r + edge + 1.5 * em
    outline = Path(
        [
            (r, top), (end - r, top), (end, top), (end, r), (end, bottom - r), (end, bottom), (end - r, bottom),
            (high, bottom), (_DAY * em, tip), (low, bottom), (r, bottom), (edge, bottom), (edge, bottom - r),
            (edge, r), (edge, top), (r, top), (r, top),
        ],
        [1, 2, 3, 3, 2, 3, 3, 2, 2, 2, 2, 3, 3, 2, 3, 3, 79],
    )  # fmt: skip
    how: dict[str, Any] = {"facecolor": look.card, "edgecolor": look.outline, "lw": line}
    panel.ax.add_artist(PathPatch(outline, zorder=4, gid="card", joinstyle="round", **how))


def _axis(panel: Panel, plan: _Plan, times: _Times) -> None:
    """Draw the time axis, with the first day filled and a stroke for each week that has passed."""
    em, small, look = heading_type() / 72, small_type(), panel.colours
    line: dict[str, Any] = {"color": look.outline, "lw": 2 * panel.line, "gid": "axis", "clip_on": False}
    ends = [_DAY * em, plan.left + times.weeks[1] * plan.week]
    panel.ax.plot(ends, [plan.axis] * 2, zorder=1, solid_capstyle="butt", **line)
    above = plan.axis - 0.42 * em
    for n in range(1, times.weeks[1] + 1):
        x = plan.left + n * plan.week
        panel.ax.plot([x, x], [plan.axis - 0.25 * em, plan.axis], zorder=1, **line)
        panel.write(x, above, _at(n), size=small, ha="center" if n < times.weeks[1] else "right")
    first = (_DAY * em, plan.axis)
    panel.ax.add_artist(
        Circle(first, _DAY * em, facecolor=look.accent, edgecolor=look.accent, lw=0, gid="now", zorder=5)
    )
    panel.write(2 * _DAY * em + 0.3 * em, above, _FIRST, size=small, weight="bold")


def _weeks(panel: Panel, plan: _Plan, times: _Times, later: str) -> None:
    """Draw the weeks that count below the axis, and beside them which symptom it is."""
    em, heading, look = heading_type() / 72, heading_type(), panel.colours
    top, edge = plan.axis + _DAY * em, 1.3 * panel.line / 72
    left, wide = plan.left + times.weeks[0] * plan.week, (times.weeks[1] - times.weeks[0]) * plan.week
    box = (left, plan.axis, wide, panel.height - plan.axis - edge)
    lane.rounded(panel, box, gid="span", face=look.rough, edge=look.accent, layer=2, width=1.6)
    if panel.measure.width(later, heading, "bold") > 0.95 * wide:
        panel.lacking.append(repr(later))
    panel.write(left + wide / 2, plan.axis + box[3] / 2 + 0.34 * em, later, size=heading, weight="bold", ha="center")
    high = (len(plan.words) * heading + label_type()) * LEADING / 72
    y = write_lines(panel, 0, top + (panel.height - top - high) / 2, plan.words, heading, bold=True)
    write_lines(panel, 0, y, [times.later[1]], label_type())
