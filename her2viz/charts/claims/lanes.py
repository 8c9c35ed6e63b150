"""Lanes: one a page, its name and whom it speaks of at the left, and room for what it says at the right."""

from __future__ import annotations

from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.patches import FancyBboxPatch, Rectangle

from her2viz.charts.axes import Panel
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, small_type

__all__ = [
    "Lane",
    "Statement",
    "checked",
    "draw_lanes",
    "draw_statement",
    "even_lines",
    "lanes",
    "levelled",
    "rounded",
    "set_statement",
    "stacked",
    "write",
]

#: The widest that the names may get, as a share of the whole.
_NAMES = 0.2
_PAD, _DEEP = 0.4, 0.18  # inside a lane, in sizes of label type: left, above


class Statement(NamedTuple):
    """What a page says, broken into lines, and below it what must be said with it; lengths in inches."""

    lines: list[str]
    remark: list[str]
    height: float
    points: float


class Lane(NamedTuple):
    """A page's lane, in inches from the top left of the Axes."""

    page: str
    name: list[str]
    whom: list[str]
    least: float  # the height of the name's words
    left: float  # where the room for what is said starts
    right: float
    top: float = 0.0
    height: float = 0.0

    @property
    def middle(self) -> float:
        """Halfway down the lane."""
        return self.top + self.height / 2


def checked(data: pd.DataFrame, needed: tuple[str, ...]) -> pd.DataFrame:
    """Return the frame with text in the needed columns.

    Raises
    ------
    DataError
        If it is no frame, has no row, or lacks a column.
    """
    columns = ("page", *needed)
    data = needed_columns(data, columns, such_as="with a row for each thing that a page says")
    text = {n: data[n].astype(object).where(data[n].notna(), "") for n in columns}
    return data.assign(**text)


def lanes(rows: pd.DataFrame, width: float, measure: Measure) -> list[Lane]:
    """Set the names of the pages, in the order in which they first stand, and whom each speaks of."""
    label, small = float(mpl.rcParams["font.size"]), small_type()
    pages = rows.drop_duplicates("page")
    longest = max(
        [measure.width(name, label, "bold") for name in pages["page"]]
        + [measure.width(word, small) for whom in pages["whom"] for word in whom.split()]
    )
    room = max(longest, min(_NAMES * width, max(measure.width(whom, small) for whom in pages["whom"])))
    found = []
    for row in pages.itertuples():
        name = measure.lines(row.page, room + 0.01, label, "bold")
        whom = measure.lines(row.whom, room + 0.01, small)
        least = Measure.height(len(name), label) + Measure.height(len(whom), small) + 2 * _DEEP * label / 72
        found.append(Lane(row.page, name, whom, least, room + (2 * _PAD + 0.3) * label / 72, width))
    return found


def stacked(lanes: list[Lane], least: list[float], top: float, height: float) -> list[Lane]:
    """Stack lanes below each other: each as high as it must be, and what is left over shared between them."""
    spare = max(0.0, height - sum(least)) / len(lanes)
    placed = []
    for lane, needed in zip(lanes, least, strict=True):
        placed.append(lane._replace(top=top, height=needed + spare))
        top += needed + spare
    return placed


def levelled(heights: list[float], spare: float) -> list[float]:
    """Give the lowest more height until all are as high, as far as what is left goes.

    Examples
    --------
    >>> levelled([1.0, 3.0, 2.0], 1.5)
    [2.25, 3.0, 2.25]
    """
    level = 0.0
    for n, height in enumerate(sorted(heights), start=1):
        if n * height - sum(sorted(heights)[:n]) > spare:
            break
        level = (sum(sorted(heights)[:n]) + spare) / n
    return [max(height, level) for height in heights]


def draw_lanes(panel: Panel, lanes: list[Lane]) -> None:
    """Draw a card behind every second lane, and the names."""
    for number, lane in enumerate(lanes):
        if number % 2 == 0:
            panel.ax.add_artist(
                Rectangle(
                    (0, lane.top), panel.width, lane.height, facecolor=panel.colours.card, lw=0, zorder=0, gid="card"
                )
            )
        label, small, pad = panel.points, small_type(), _PAD * panel.em
        y = lane.middle - lane.least / 2 + _DEEP * panel.em
        for line in lane.name:
            write(panel, pad, y, line, label, weight="bold")
            y += Measure.height(1, label)
        for line in lane.whom:
            write(panel, pad, y, line, small, colour=panel.colours.muted)
            y += Measure.height(1, small)


def set_statement(measure: Measure, text: str, remark: str, room: float, points: float) -> Statement:
    """Break what a page says, and the remark below it, into lines no wider than the room."""
    lines, below = even_lines(measure, text, room, points), even_lines(measure, remark, room, small_type())
    deep = Measure.height(len(lines), points) + Measure.height(len(below), small_type())
    return Statement(lines, below, deep, points)


def even_lines(measure: Measure, text: str, room: float, points: float) -> list[str]:
    """Break a text into as few lines as the room allows, and these about as long as each other."""
    lines = measure.lines(text, room, points)
    narrower = room
    while len(lines) > 1 and len(measure.lines(text, narrower - 0.1, points)) == len(lines):
        narrower -= 0.1
    return measure.lines(text, narrower, points)


def draw_statement(panel: Panel, statement: Statement, x: float, top: float) -> None:
    """Write what a page says from a place downwards."""
    for line in statement.lines:
        write(panel, x, top, line, statement.points)
        top += Measure.height(1, statement.points)
    for line in statement.remark:
        write(panel, x, top, line, small_type(), colour=panel.colours.muted)
        top += Measure.height(1, small_type())


def rounded(
    panel: Panel,
    box: tuple[float, float, float, float],
    *,
    gid: str,
    face: str,
    edge: str = "none",
    layer: float = 1,
    width: float = 1.3,
    broken: bool = False,
) -> None:
    """Draw a box with round corners: left, top, width and height in inches; the width of its edge in lines."""
    left, top, wide, height = box
    radius = min(0.3 * panel.em, height / 2)
    panel.ax.add_artist(
        FancyBboxPatch(
            (left, top),
            wide,
            height,
            boxstyle=f"round,pad=0,rounding_size={radius}",
            facecolor=face,
            edgecolor=edge,
            lw=0 if edge == "none" else width * panel.line,
            linestyle=(0, (3, 2)) if broken else "-",
            zorder=layer,
            gid=gid,
        )
    )


def write(
    panel: Panel, x: float, top: float, text: str, points: float, *, colour: str = "", weight: str = "normal",
    ha: str = "left",
) -> None:  # fmt: skip
    """Write one line whose top is at a height."""
    panel.ax.text(
        x,
        top + points / 72 * LEADING * 0.78,
        text,
        size=points,
        color=colour or panel.colours.ink,
        weight=weight,
        ha=ha,
        va="baseline",
        parse_math=False,
        zorder=6,
        in_layout=False,
    )
