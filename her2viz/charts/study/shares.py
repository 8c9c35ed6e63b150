"""The same people as a share of two groups: a slice of an outlined whole, which widens into a whole of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import heading_type, small_type
from her2viz.derived.shares import share_rows
from her2viz.errors import DataError
from her2viz.style import mixed_colour

__all__ = ["share_bars", "share_height"]

NEEDED = ("heading", "percent", "words", "beside", "slice", "slice_words")
_ASIDE = 0.5  # from a mark to words beside it, in sizes of small type
_HEAD = 1.3  # height of the heading, in its own size
_LINE, _BAR, _WEDGE, _BELOW = 1.45, 1.6, 2.0, 0.2  # heights, in sizes of small type


def share_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw the same people as shares of a group and of a smaller group inside it.

    Each group is an outlined whole of 100. The smaller group is a pale slice of the first whole, which widens into the
    second.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Two rows, the larger group first: ``heading`` (who the people are, the same in both), ``percent`` and ``words``
        (the share), ``beside`` (of whom it is), and in the first row ``slice`` and ``slice_words`` (how many of 100
        are in the smaller group). Of the study with spread to bone where None.

    Raises
    ------
    DataError
        If the rows are not two of the same people, a percentage is none, or the slice holds fewer than the people.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def share_height(small: float, heading: float) -> float:
    """Return the least height of the chart in inches, with these sizes of small type and of headings."""
    return (_HEAD * heading + (_LINE + 2 * _BAR + _WEDGE + _BELOW) * small) / 72


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    ax, look, em = panel.ax, panel.colours, small_type() / 72
    first, second = rows.itertuples()
    ax.set_xlim(0, 100)
    ax.set_ylim(panel.height, 0)
    panel.bare()
    head = (_HEAD * heading_type() + _LINE * small_type()) / 72
    aside = 100 * _ASIDE * em / panel.width
    _write(panel, 0, 0.42 * _HEAD * heading_type() / 72, first.heading, size=heading_type(), weight="bold")
    room = panel.height - head - _BELOW * em
    if room < (2 * _BAR + 0.75 * _WEDGE) * em:
        panel.lacking.append("two bars and what joins them")
    thick = room * _BAR / (2 * _BAR + _WEDGE)
    low = head + room - thick
    # what widens: the smaller group, and in it the people, each from its share of the first whole to that of the second
    middle_tone = mixed_colour(look.accent, look.paper, 0.35)
    for start, end, colour in ((first.slice, 100, look.rough), (first.percent, second.percent, middle_tone)):
        corners = [(0, head + thick), (start, head + thick), (end, low), (0, low)]
        ax.add_artist(Polygon(corners, facecolor=colour, lw=0, gid="card", zorder=0.5))
    for (top, wide), row in zip(((head, first.slice), (low, 100)), (first, second), strict=True):
        bar: dict[str, Any] = {"height": thick, "align": "edge"}
        ax.barh(top, wide, color=look.rough, edgecolor=look.accent, lw=panel.line, gid="slice", **bar)
        ax.barh(top, row.percent, color=look.accent, gid="figure", **bar)
        ax.barh(top, 100, **panel.whole, **bar)
    _write_share(panel, first, 0, head - 0.55 * _LINE * em, look.ink)
    inside = 100 * _share_width(panel, second) / panel.width + 2 * aside < second.percent
    start, colour = (aside, look.paper) if inside else (second.percent + aside, look.ink)
    _write_share(panel, second, start, low + thick / 2, colour)
    _write(panel, first.slice + aside, head + thick / 2, first.slice_words, size=panel.points)


def _share_width(panel: Panel, row: Any) -> float:
    number = panel.measure.width(row.words, panel.points, "bold")
    return number + 0.4 * panel.em + panel.measure.width(row.beside, panel.points)


def _write_share(panel: Panel, row: Any, x: float, middle: float, colour: str) -> None:
    """Write a share and of whom it is."""
    _write(panel, x, middle, row.words, weight="bold", size=panel.points, color=colour)
    start = panel.measure.width(row.words, panel.points, "bold") + 0.4 * panel.em
    _write(panel, x + 100 * start / panel.width, middle, row.beside, size=panel.points, color=colour)
    if x + 100 * _share_width(panel, row) / panel.width > 100:
        panel.lacking.append(f"{row.words!r} and {row.beside!r}")


def _checked(data: pd.DataFrame | None) -> pd.DataFrame:
    if data is None:
        data = share_rows().query("study_id == 'gong_2018'")
    data = needed_columns(data, NEEDED, such_as="such as hv.share_rows()")
    problems = []
    if len(data) != 2:
        problems.append(f"one chart shows two groups; got {len(data)} rows")
    people = list(map(str, data["heading"].unique()))
    if len(people) > 1:
        problems.append(f"column heading: one chart shows the same people; got {len(people)}: {'; '.join(people)}")
    for index, value in data["percent"].items():
        if not 0 <= pd.to_numeric(value, errors="coerce") <= 100:
            problems.append(f"row {index}, column percent: must be a number from 0 to 100; got {value!r}")
    if not problems and not data["percent"].iloc[0] <= data["slice"].iloc[0] <= 100:
        problems.append("column slice: the smaller group lies in the larger one, and holds the people counted")
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return data


def _write(panel: Panel, x: float, y: float, words: str, **font: Any) -> None:
    look = {"size": small_type(), "color": panel.colours.ink, "va": "center_baseline", "parse_math": False, **font}
    panel.ax.text(x, y, str(words), **look).set_in_layout(False)
