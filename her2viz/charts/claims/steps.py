"""The steps of spread as one scene, from the duct through a vessel to another place, and what pages say of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from her2viz.charts.anatomy import cells
from her2viz.charts.anatomy.pen import Pen
from her2viz.charts.anatomy.shapes import Point, curve, disc
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, small_type
from her2viz.errors import DataError

__all__ = ["spread_steps", "steps_height"]

NEEDED = ("step", "words", "says", "source_id")
_STEPS = 5
_GUTTER = 0.9  # between two columns of words, in sizes of small type
_INSET = 0.5  # of the scene on its ground, left and right, in sizes of small type
_PIP = 0.85  # across, in sizes of small type
_BROKEN = (0, (2.6, 1.8))
_CELL = 2.1  # the radius of a cancer cell, in hundredths of the scene's width
#: Cells on their way, from the duct on, and in the vessel.
_LEAVING = ((9.3, 14.9), (10.6, 10.9), (13.5, 14.6), (14.9, 11.0), (18.2, 13.6), (21.9, 11.9), (25.5, 13.2))
_CARRIED = ((42.4, 14.2), (55.6, 10.2))
#: What the vessel is, and the middle and foot of these words in the scene, over its wall.
_VESSEL, _OVER = ("blood vessel", "(lymph not drawn)"), (45.5, 19.2)
#: Which of the cells of the tissue are cancer cells.
_GROWTH = (8, 9, 11, 12, 13, 15, 16)


def spread_steps(data: pd.DataFrame, *, pages: int, ax: Axes | None = None) -> Axes:
    """Draw five steps of spread, each above its name and what pages say of it; what no page explains is dashed.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a claim, in the order of the steps: ``step`` (its name), ``words`` (what is said of it, in short),
        ``says`` ("names" or "explains") and ``source_id``.
    pages : int
        How many documents there are; as many pips stand below a step, one filled for each that explains it.

    Raises
    ------
    DataError
        If columns are missing, or there are not five steps.

    Notes
    -----
    The claims are those of web pages (``data/care_facts.csv``); the drawing is ours and shows no amount.
    """
    return draw_on(ax, partial(_draw, _checked(data), pages))


class _Column(NamedTuple):
    """What stands below a step."""

    name: str
    words: str
    explained: int


def _checked(data: pd.DataFrame) -> list[_Column]:
    data = needed_columns(data, NEEDED)
    columns = [
        _Column(
            str(step),
            str(rows["words"].iloc[0]),
            int(rows[rows["says"] == "explains"]["source_id"].astype(str).nunique()),
        )
        for step, rows in data.groupby("step", sort=False)
    ]
    if len(columns) != _STEPS:
        raise DataError(f"The scene has five steps; got {len(columns)}: {', '.join(c.name for c in columns)}.")
    return columns


def steps_height(data: pd.DataFrame, width: float, measure: Measure, label: float, small: float) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    return _widest(width, small) * cells.SCENE[1] + _words_height(_checked(data), width, measure, label, small)


def _widest(width: float, small: float) -> float:
    """Return what a hundredth of the scene is at most, in inches."""
    return (width - 2 * _INSET * small / 72) / cells.SCENE[0]


def _words_height(columns: Sequence[_Column], width: float, measure: Measure, label: float, small: float) -> float:
    room = width / _STEPS - _GUTTER * small / 72
    deepest = max(len(measure.lines(column.words, room, small)) for column in columns)
    return (0.6 * label + LEADING * label + deepest * LEADING * small + 1.35 * small) / 72


def _draw(columns: Sequence[_Column], pages: int, panel: Panel) -> None:
    panel.in_inches()
    ax, small, label = panel.ax, small_type(), panel.points
    below = _words_height(columns, panel.width, panel.measure, label, small)
    scale = min(_widest(panel.width, small), (panel.height - below) / cells.SCENE[1])
    if scale < 0.75 * panel.width / cells.SCENE[0]:
        panel.lacking.append("the steps and what is said of them")
    left = (panel.width - scale * cells.SCENE[0]) / 2
    floor = panel.height - below
    ground = Rectangle(
        (0, floor - scale * cells.SCENE[1]), panel.width, scale * cells.SCENE[1], facecolor=panel.colours.card
    )
    ax.add_artist(ground).set(lw=0, gid="card", zorder=0.5)
    place = Affine2D().scale(scale, -scale).translate(left, floor)
    _scene(_CellPen(ax, place, panel.colours, max(0.7, 1.1 * panel.line)))
    x, y = place.transform(_OVER)
    _name_vessel(panel, (float(x), float(y)))
    for n, column in enumerate(columns):
        x = n * panel.width / _STEPS
        _write(panel, column, x, floor + 0.6 * label / 72)
        _pips(panel, column.explained, pages, x, panel.height - 0.6 * small / 72)


def _write(panel: Panel, column: _Column, x: float, y: float) -> None:
    small, label, look = small_type(), panel.points, panel.colours
    how: dict[str, Any] = {"va": "baseline", "parse_math": False}
    panel.ax.text(x, y + 0.8 * label / 72, column.name, size=label, weight="bold", color=look.ink, **how)
    y += LEADING * label / 72
    room = panel.width / _STEPS - _GUTTER * small / 72
    if panel.measure.width(column.name, label, "bold") > room + _GUTTER * small / 72:
        panel.lacking.append(f"the name {column.name!r}")
    for line in panel.measure.lines(column.words, room, small):
        colour = look.ink if column.explained else look.muted
        panel.ax.text(x, y + 0.8 * small / 72, line, size=small, color=colour, **how)
        y += LEADING * small / 72


def _name_vessel(panel: Panel, foot: Point) -> None:
    """Write over the vessel which of the two routes is drawn."""
    small, (x, y) = small_type(), foot
    for n, line in enumerate(reversed(_VESSEL)):
        panel.write(x, y - n * LEADING * small / 72, line, size=small, color=panel.colours.muted, ha="center")


def _pips(panel: Panel, explained: int, pages: int, x: float, y: float) -> None:
    """Draw a dot for each page, filled from the left for those that explain the step."""
    look, across = panel.colours, _PIP * small_type() / 72
    for n in range(pages):
        full = n < explained
        pip = PathPatch(
            disc(x + (1.35 * n + 0.55) * across, y, across / 2),
            facecolor=look.accent if full else look.paper,
            edgecolor=look.accent if full else look.outline,
            lw=panel.line,
            gid="pip filled" if full else "pip open",
            clip_on=False,
        )
        panel.ax.add_artist(pip)


# --- the scene ---


class _CellPen(Pen):
    """A pen that knows how cells are drawn."""

    def healthy(self, path: Path, layer: float, **how: Any) -> None:
        self.path(path, layer, "body", **{"facecolor": self.look.paper, "edgecolor": self.look.outline, **how})

    def cancer(self, drawn: tuple[Path, Path], *, broken: bool = False) -> None:
        """Draw a cancer cell with its nucleus, dashed where it only stands for a word."""
        (outline, core), edge = drawn, self.look.accent
        kind, face = ("cell named", self.look.paper) if broken else ("cell", self.look.rough)
        dashes: Any = _BROKEN if broken else "-"
        self.path(outline, 3.5, kind, facecolor=face, edgecolor=edge, lw=1.6 * self.line, ls=dashes)
        self.path(core, 3.6, kind, facecolor=face if broken else edge, edgecolor=edge, lw=self.line)

    def resident(self, drawn: tuple[Path, Path]) -> None:
        """Draw a cell that belongs where it is."""
        outline, core = drawn
        self.healthy(outline, 2)
        self.ground(core, 2.1, self.look.rule)

    def ground(self, path: Path, layer: float, colour: str) -> None:
        """Fill with a pale colour, which is no mark."""
        self.path(path, layer, "card", facecolor=colour, lw=0)


def _scene(pen: _CellPen) -> None:
    _duct(pen)
    _vessel(pen)
    x, y, turn = cells.opening(1)
    pen.cancer(cells.squeezed(x, y, _CELL, turn))
    for x, y in _CARRIED:
        pen.cancer(cells.cell(x, y, _CELL))
    x, y, turn = cells.opening(-1)
    pen.cancer(cells.squeezed(x, y, _CELL, turn), broken=True)
    _growth(pen)
    _arrow(pen, [(46.6, 12.3), (51.4, 11.7)])
    _arrow(pen, [(75.6, 14.9), (77.6, 14.0), (79.8, 13.5)], broken=True)


def _duct(pen: _CellPen) -> None:
    x, y, radius = 10.4, 12.8, 9.7
    pen.ground(disc(x, y, radius), 1, pen.look.paper)
    lining, membrane = cells.duct(x, y, radius, (-27.0, 27.0), 15)
    pen.path(membrane, 2, "body", edgecolor=pen.look.outline, lw=1.8 * pen.line)
    for drawn in lining:
        pen.resident(drawn)
    for x, y in _LEAVING:
        pen.cancer(cells.cell(x, y, _CELL))


def _vessel(pen: _CellPen) -> None:
    pen.ground(cells.lumen(), 1, pen.look.track)
    for side in (1, -1):
        for path in cells.wall(side):
            pen.healthy(path, 3)
    for x, y, turn in (
        (30.6, 2.4, 60), (34.2, 6.6, 20), (37.6, 12.8, 30), (40.8, 9.9, -10), (46.7, 15.0, 5), (47.0, 9.4, -25),
        (51.8, 14.3, 15), (59.8, 15.3, 30), (61.2, 11.2, 10), (65.6, 19.0, 50), (68.6, 23.4, 75),
    ):  # fmt: skip
        whole, dent = cells.blood_cell(x, y, 1.6, turn)
        pen.ground(whole, 1.9, pen.look.rule)
        pen.healthy(whole, 2, facecolor="none")
        pen.path(dent, 2.1, "body", edgecolor=pen.look.outline, lw=0.7 * pen.line)


def _growth(pen: _CellPen) -> None:
    for n, (x, y) in enumerate(cells.tissue(90.3, 12.8, 6, 4, 4.6)):
        if n in _GROWTH:
            pen.cancer(cells.cell(x, y, 1.05 * _CELL))
        else:
            pen.resident(cells.cell(x, y, _CELL))


def _arrow(pen: _CellPen, points: Sequence[Point], *, broken: bool = False) -> None:
    (x0, y0), (x1, y1) = points[-2:]
    far = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    along, across = ((x1 - x0) / far, (y1 - y0) / far), (-(y1 - y0) / far, (x1 - x0) / far)
    barbs = [(x1 - 0.9 * along[0] + s * 0.6 * across[0], y1 - 0.9 * along[1] + s * 0.6 * across[1]) for s in (1, -1)]
    how: dict[str, Any] = {"edgecolor": pen.look.outline, "lw": 2.0 * pen.line}
    pen.path(curve(points, closed=False), 4, "way", ls=_BROKEN if broken else "-", **how)
    pen.path(Path([barbs[0], (x1, y1), barbs[1]]), 4, "way", **how)
