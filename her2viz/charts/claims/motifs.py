"""Drawings above an answer: organs, or a sign for a pace; none is a scale."""

from __future__ import annotations

from matplotlib.patches import FancyArrowPatch

from her2viz.charts.anatomy.drawing import SITES, organ_icon
from her2viz.charts.axes import Panel
from her2viz.errors import unknown

__all__ = ["MOTIFS", "draw_motif"]

#: How long the arrows of a pace are, as shares of the box, from the top.
_PACES = {"paces differ": (0.95, 0.35, 0.7, 0.5), "fast pace": (0.95, 0.95, 0.95, 0.95)}
MOTIFS = (*_PACES, "paths")


def draw_motif(panel: Panel, name: str, box: tuple[float, float, float, float]) -> None:
    """Draw a motif in a box: left, top, width and height in inches.

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
    if set(name.split()) <= set(SITES):
        for n, site in enumerate(name.split()):
            organ_icon(panel.ax, site, (left + 1.25 * n * height, top, height, height), look=panel.colours)
    elif name in _PACES:
        for n, length in enumerate(_PACES[name]):
            y = top + height * (n + 0.5) / len(_PACES[name])
            _arrow(panel, (left, y), (left + min(width, 2.4 * height) * length, y), height)
    elif name == "paths":
        wide = min(width, 2.0 * height)
        start, middle = (left, top + height / 2), left + 0.35 * wide
        panel.ax.plot([start[0], middle], [start[1]] * 2, color=panel.colours.accent, lw=3 * panel.line, gid="motif")
        for share in (0.12, 0.5, 0.88):
            _arrow(panel, (middle, start[1]), (left + 0.95 * wide, top + height * share), height)
    else:
        raise unknown("motif", name, [*SITES, *MOTIFS])


def _arrow(panel: Panel, start: tuple[float, float], end: tuple[float, float], height: float) -> None:
    """Draw an arrow whose head fits a box so high."""
    panel.ax.add_patch(
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
