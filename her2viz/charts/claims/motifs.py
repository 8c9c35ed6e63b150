"""Drawings above an answer: organs, or a sign for a pace; none is a scale."""

from __future__ import annotations

from typing import Any

from matplotlib.patches import FancyArrowPatch

from her2viz.charts.anatomy.drawing import SITES, organ_icon
from her2viz.charts.axes import Panel
from her2viz.errors import unknown

__all__ = ["MOTIFS", "draw_motif"]

#: How long the arrows of a pace are, as shares of the width, from the top.
_PACES = {"paces differ": (1.0, 0.35, 0.75, 0.5), "fast": (1.0,)}
#: How wide a motif is, in heights.
_SHAPES = {"paces differ": 2.3, "fast": 2.3, "paths": 1.9}
MOTIFS = tuple(_SHAPES)


def draw_motif(panel: Panel, name: str, box: tuple[float, float, float, float]) -> None:
    """Draw a motif in the middle of a box: left, top, width and height in inches.

    Parameters
    ----------
    panel : Panel
        Where to draw.
    name : str
        One of :data:`MOTIFS`, or some sites, parted by spaces.
    box : tuple of float
        The place.

    Raises
    ------
    UsageError
        If there is none of this name.
    """
    left, top, width, height = box
    wide = _SHAPES.get(name, 1.25 * len(name.split()) - 0.25) * height
    left, wide = left + max(0.0, width - wide) / 2, min(width, wide)
    if set(name.split()) <= set(SITES):
        for n, site in enumerate(name.split()):
            organ_icon(panel.ax, site, (left + 1.25 * n * height, top, height, height), look=panel.colours)
    elif name in _PACES:
        for n, length in enumerate(_PACES[name]):
            y = top + height * (n + 0.5) / len(_PACES[name])
            _arrow(panel, (left, y), (left + wide * length, y), height)
            if name == "fast":  # a second head, for speed; the words below say that it can be
                _arrow(panel, (left, y), (left + wide * (length - 0.16), y), height)
    elif name == "paths":
        start, middle = (left, top + height / 2), left + 0.35 * wide
        _shaft(panel, start, (middle, start[1]))
        for share in (0.12, 0.5, 0.88):
            _arrow(panel, (middle, start[1]), (left + wide, top + height * share), height)
    else:
        raise unknown("motif", name, [*SITES, *MOTIFS])


def _shaft(panel: Panel, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw the line of an arrow without its head."""
    ends = list(zip(start, end, strict=True))
    how: dict[str, Any] = {"color": panel.colours.accent, "lw": 3 * panel.line, "gid": "motif"}
    panel.ax.plot(*ends, solid_capstyle="round", **how)


def _arrow(panel: Panel, start: tuple[float, float], end: tuple[float, float], height: float) -> None:
    """Draw an arrow whose head fits a box so high."""
    panel.ax.add_artist(
        FancyArrowPatch(
            start,
            end,
            arrowstyle="-|>",
            mutation_scale=max(8 * panel.line, 72 * 0.28 * height),
            shrinkA=0,
            shrinkB=0,
            color=panel.colours.accent,
            lw=3 * panel.line,
            gid="motif",
        )
    )
