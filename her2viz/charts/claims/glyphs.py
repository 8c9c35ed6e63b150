"""Small drawings of a grid of claims: sheets of paper and how answers stand to each other."""

from __future__ import annotations

from typing import Any, NamedTuple

from matplotlib.patches import FancyArrow, Polygon

from her2viz.charts.anatomy.drawing import SITES, organ_icon
from her2viz.charts.axes import Panel
from her2viz.errors import unknown

__all__ = ["FOLD", "GLYPHS", "RELATIONS", "Box", "draw_glyph", "draw_sheet"]

#: Of a sheet's corner, in type sizes.
FOLD = 0.5


class Box(NamedTuple):
    """A place on an Axes in inches from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.left + self.width / 2, self.top + self.height / 2


def draw_sheet(panel: Panel, box: Box) -> None:
    """Draw a sheet of paper with a folded corner, to write on."""
    left, top, right, bottom = box.left, box.top, box.left + box.width, box.top + box.height
    fold = min(FOLD * panel.em, 0.3 * box.width)
    edge: dict[str, Any] = {"edgecolor": panel.colours.rule, "lw": panel.line, "joinstyle": "round"}
    look = {**edge, "gid": "card", "clip_on": False}  # half of a line lies outside
    outline = [(left, top), (right - fold, top), (right, top + fold), (right, bottom), (left, bottom)]
    panel.ax.add_artist(Polygon(outline, facecolor=panel.colours.card, zorder=0, **look))
    corner = [(right - fold, top), (right, top + fold), (right - fold, top + fold)]
    panel.ax.add_artist(Polygon(corner, facecolor=panel.colours.track, zorder=0.1, **look))


def _arrow(panel: Panel, box: Box, start: tuple[float, float], end: tuple[float, float], gid: str) -> None:
    """Draw an arrow between two places, each a share of the box."""
    (x0, y0), (x1, y1) = ((box.left + x * box.width, box.top + y * box.height) for x, y in (start, end))
    thick = 0.16 * box.height
    panel.ax.add_artist(
        FancyArrow(
            x0,
            y0,
            x1 - x0,
            y1 - y0,
            width=thick,
            head_width=2.8 * thick,
            head_length=2.2 * thick,
            length_includes_head=True,
            facecolor=panel.colours.accent,
            lw=0,
            gid=gid,
        )
    )


def _clash(panel: Panel, box: Box) -> None:
    """Draw two arrows that meet head on."""
    _arrow(panel, box, (0, 0.5), (0.47, 0.5), "clash")
    _arrow(panel, box, (1, 0.5), (0.53, 0.5), "clash")


def _differ(panel: Panel, box: Box) -> None:
    """Draw two arrows from one place that go apart."""
    _arrow(panel, box, (0.08, 0.5), (0.92, 0.1), "differ")
    _arrow(panel, box, (0.08, 0.5), (0.92, 0.9), "differ")


def _agree(panel: Panel, box: Box) -> None:
    """Draw two arrows side by side."""
    _arrow(panel, box, (0.05, 0.26), (0.95, 0.26), "agree")
    _arrow(panel, box, (0.05, 0.74), (0.95, 0.74), "agree")


_DRAWN = {"clash": _clash, "differ": _differ, "agree": _agree}
#: How answers may stand to each other.
RELATIONS = tuple(_DRAWN)
#: What may stand beside the words of a row or above those of a column; sites as their organs.
GLYPHS = (*_DRAWN, *SITES)


def draw_glyph(panel: Panel, name: str, box: Box) -> None:
    """Draw a glyph in a box, as large as fits."""
    if name in _DRAWN:
        _DRAWN[name](panel, box)
    elif name in SITES:
        organ_icon(panel.ax, name, (box.left, box.top, box.width, box.height), look=panel.colours)
    else:
        raise unknown("glyph", name, GLYPHS)
