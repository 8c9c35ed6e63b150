"""Part of a cell with receptors at its edge, larger than what is in sight of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from her2viz.charts.anatomy import cells
from her2viz.charts.anatomy.shapes import Point, disc
from her2viz.charts.axes import Panel

__all__ = ["TALL", "Cell", "draw_cell", "draw_shape", "heads", "receptor_angles"]

#: The height of a receptor, in radii of the cell.
TALL = 0.25
_RECEPTORS = 4
_STEP = 0.95  # from one receptor to the next, at its head, in heights of a receptor


class Cell(NamedTuple):
    """A cell: its middle and radius, and the height that is in sight, in inches."""

    middle: Point
    radius: float
    height: float


def draw_shape(panel: Panel, path: Path, layer: float, gid: str, **how: Any) -> None:
    """Draw an outline in inches from the top left corner."""
    how = {"facecolor": "none", "joinstyle": "round", "capstyle": "round", "clip_on": False, **how}
    panel.ax.add_artist(PathPatch(path, zorder=layer, gid=gid, **how))


def _arc(cell: Cell, share: float) -> list[Point]:
    """Return a circle around the cell's middle as far as it is in sight, from above to below."""
    (x, y), r = cell.middle, share * cell.radius
    high, low = (math.degrees(math.asin(max(-1.0, min(1.0, up / r)))) for up in (y, y - cell.height))
    turns = [cells.on_edge(r, high - (high - low) * n / 60) for n in range(61)]
    return [(x + across, y - up) for across, up in turns]


def receptor_angles(cell: Cell, into: float | None) -> list[float]:
    """Return the angles of the receptors, from the top down, all of them above a line into the cell at a height."""
    step = math.degrees(_STEP * TALL / (1 + 0.6 * TALL))
    head, room = (1 + 0.6 * TALL) * cell.radius, 0.36 * TALL * cell.radius
    most = math.degrees(math.asin(min(1.0, (cell.middle[1] - room) / head)))
    lowest = cell.height if into is None else into
    least = math.degrees(math.asin(max(-1.0, min(1.0, (cell.middle[1] - lowest + 1.9 * room) / head))))
    count = max(1, min(_RECEPTORS, int((most - least) / step) + 1))
    step = min(1.35 * step, (most - least) / max(1, count - 1))
    start = (most + least + (count - 1) * step) / 2
    return [start - n * step for n in range(count)]


def draw_cell(panel: Panel, cell: Cell, angles: Sequence[float]) -> None:
    """Draw a cell, larger than the panel, with its receptors."""
    look, line, radius = panel.colours, max(0.7, 1.1 * panel.line), cell.radius
    x, y = cell.middle
    upright = Affine2D().scale(1, -1).translate(x, y)
    outer, inner = _arc(cell, 1.0), _arc(cell, 0.94)
    core = (max(0.45 * radius, x - 0.1 * radius), y)
    grounds = (  # pale, so no marks
        (Path([(0, 0), *outer, (0, cell.height), (0, 0)]), look.card),
        (Path([*outer, *reversed(inner), outer[0]]), look.rule),
        (disc(*core, 0.4 * radius), look.track),
    )
    for n, (path, colour) in enumerate(grounds):
        draw_shape(panel, path, 1 + 0.1 * n, "card", facecolor=colour, lw=0)
    for path in (Path(outer), Path(inner), disc(*core, 0.4 * radius)):
        draw_shape(panel, path, 2, "body", edgecolor=look.outline, lw=line)
    draw_shape(panel, disc(core[0] - 0.1 * radius, y, 0.11 * radius), 2, "body", facecolor=look.outline, lw=0)
    for angle in angles:
        parts, _ = cells.receptor(0, 0, radius, angle, TALL * radius)
        for part in parts:
            path = upright.transform_path(part)
            draw_shape(panel, path, 3, "receptor", facecolor=look.rough, edgecolor=look.accent, lw=line)


def heads(cell: Cell, angles: Sequence[float]) -> list[Point]:
    """Return where the receptors' heads are."""
    found = (cells.receptor(0, 0, cell.radius, angle, TALL * cell.radius)[1] for angle in angles)
    return [(cell.middle[0] + x, cell.middle[1] - up) for x, up in found]
