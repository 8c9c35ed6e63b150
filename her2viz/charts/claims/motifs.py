"""Small drawings above an answer: an organ, or a sign for a pace or for a pain; none shows an amount."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.patches import Circle, FancyArrowPatch

from her2viz.charts.anatomy.drawing import SITES, organ_icon
from her2viz.charts.axes import Panel
from her2viz.errors import unknown

__all__ = ["MOTIFS", "draw_motif"]

Box = tuple[float, float, float, float]

#: How long the arrows of a pace are, as shares of the box, from the top.
_PACES = {"paces differ": (0.95, 0.35, 0.7, 0.5), "fast pace": (0.95, 0.95, 0.95, 0.95)}
#: How high a line stands, from 0 to 1, on its way from left to right.
_LEVELS = {"steady": lambda x: 0.45, "strong": lambda x: 0.12 + 0.85 * math.exp(-(((x - 0.5) / 0.15) ** 2))}
_STEPS = 120
MOTIFS = (*_PACES, *_LEVELS, "paths", "spot")


def draw_motif(panel: Panel, name: str, box: Box) -> None:
    """Draw a motif in a box: left, top, width and height in inches.

    Raises
    ------
    UsageError
        If there is none of this name.
    """
    if name in SITES:
        organ_icon(panel.ax, name, box, look=panel.colours)
    elif name in _PACES:
        for n, length in enumerate(_PACES[name]):
            y = box[1] + box[3] * (n + 0.5) / len(_PACES[name])
            _arrow(panel, (box[0], y), (box[0] + box[2] * length, y))
    elif name == "paths":
        start, middle = (box[0], box[1] + box[3] / 2), box[0] + 0.35 * box[2]
        panel.ax.plot([start[0], middle], [start[1]] * 2, color=panel.colours.accent, lw=2 * panel.line, gid="motif")
        for share in (0.12, 0.5, 0.88):
            _arrow(panel, (middle, start[1]), (box[0] + 0.95 * box[2], box[1] + box[3] * share))
    elif name == "spot":
        organ_icon(panel.ax, "bone", box, look=panel.colours)
        spot = box[0] + 0.67 * box[2], box[1] + 0.42 * box[3]
        edge: dict[str, Any] = {"edgecolor": panel.colours.paper, "lw": panel.line}
        panel.ax.add_patch(Circle(spot, 0.09 * box[3], facecolor=panel.colours.accent, zorder=5, gid="motif", **edge))
        _arrow(
            panel, (box[0] + 1.05 * box[2], box[1] + 0.1 * box[3]), (spot[0] + 0.11 * box[2], spot[1] - 0.09 * box[3])
        )
    elif name in _LEVELS:
        _level(panel, [_LEVELS[name](n / _STEPS) for n in range(_STEPS + 1)], box)
    else:
        raise unknown("motif", name, [*SITES, *MOTIFS])


def _level(panel: Panel, heights: list[float], box: Box) -> None:
    """Draw a line of so many heights, from 0 to 1, from left to right over a pale ground."""
    left, top, width, height = box
    across = [left + width * n / (len(heights) - 1) for n in range(len(heights))]
    up, look = [top + height * (0.9 - 0.85 * level) for level in heights], panel.colours
    floor = top + 0.9 * height
    panel.ax.fill_between(across, up, floor, facecolor=look.rough, edgecolor="none", lw=0, zorder=2, gid="card")
    panel.ax.plot(across, up, color=look.accent, lw=2.4 * panel.line, gid="motif", solid_capstyle="round")


def _arrow(panel: Panel, start: tuple[float, float], end: tuple[float, float]) -> None:
    panel.ax.add_patch(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=8 * panel.line,
            shrinkA=0,
            shrinkB=0,
            color=panel.colours.accent,
            lw=2 * panel.line,
            gid="motif",
        )
    )
