"""Cells, a duct and a blood vessel, cut open: pure functions that return paths, in hundredths of a scene's width."""

from __future__ import annotations

import itertools
import math
from typing import Any

from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from her2viz.charts.anatomy.shapes import Point, Points, band, curve, disc

__all__ = [
    "SCENE",
    "_VESSEL",
    "blood_cell",
    "cell",
    "duct",
    "lumen",
    "opening",
    "squeezed",
    "tissue",
    "wall",
]

#: Width and height of the scene.
SCENE = (100.0, 25.6)
#: A scale at which curves that are cut become lines too short to see, and the scene at it.
_FINE = Affine2D().scale(50)
_SEEN = _FINE.transform_bbox(Bbox.from_bounds(0, 0, *SCENE))
#: The middle line of the vessel, from below the scene to above it.
_VESSEL: Points = (
    (28.3, -3.0), (28.7, 0.9), (29.6, 4.6), (32.0, 8.2), (36.0, 11.2), (41.5, 12.6), (47.5, 12.3), (53.5, 11.8),
    (60.0, 13.0), (65.0, 15.8), (68.4, 19.6), (69.8, 23.2), (70.3, 28.8),
)  # fmt: skip
_HALF = 5.0  # of the vessel's width, to the middle of its wall
_WALL = 0.85  # half the thickness of a wall cell at its middle
_LONG = 5.2  # about the length of a wall cell
#: The cell of each wall that is missing, where cells get in and out.
_OPEN = {1: 3, -1: 9}


def cell(x: float, y: float, radius: float) -> tuple[Path, Path]:
    """Return the outline of a cell that is no perfect circle, and its nucleus, a little off the middle."""
    seed = 1.7 * x + y
    points = []
    for n in range(12):
        t = 2 * math.pi * n / 12
        r = radius * (1 + 0.06 * math.sin(3 * t + seed) + 0.04 * math.sin(2 * t + 2.3 * seed))
        points.append((x + r * math.cos(t), y + r * math.sin(t)))
    return curve(points), disc(x + 0.1 * radius * math.cos(seed), y + 0.1 * radius * math.sin(seed), 0.42 * radius)


def squeezed(x: float, y: float, radius: float, way: float) -> tuple[Path, Path]:
    """Return a cell half way through a gap, and its nucleus, still behind; it goes to where the degrees point."""
    half = [(-1.7, 0.0), (-1.5, 0.6), (-0.95, 0.8), (-0.4, 0.52), (0.0, 0.42), (0.35, 0.5), (0.9, 0.78), (1.4, 0.58)]
    outline = [*half, (1.6, 0.0), *((a, -b) for a, b in reversed(half[1:]))]
    core = _turned(x, y, -0.92 * radius, 0, way)
    return curve([_turned(x, y, radius * a, radius * b, way) for a, b in outline]), disc(*core, 0.4 * radius)


def _ring_cell(x: float, y: float, inner: float, outer: float, start: float, end: float) -> Path:
    """Return a cell of the lining of a duct around a centre, between two radii and two angles in degrees."""
    middle, gap = (start + end) / 2, 0.07 * (end - start)
    low, high = start + gap, end - gap
    corners = [(inner, low), (inner, middle), (inner, high), (outer, high), (outer, middle), (outer, low)]
    soft = 0.16 * (outer - inner)
    points: list[Point] = []
    for r, angle in corners:
        if angle == middle:
            points.append(_polar(x, y, r, angle))
            continue
        into, along = (soft if r == inner else -soft), (0.14 if angle == low else -0.14) * (end - start)
        pair = [_polar(x, y, r + into, angle), _polar(x, y, r, angle + along)]
        points += pair if (r == inner) == (angle == low) else pair[::-1]
    return curve(points)


def duct(
    x: float, y: float, radius: float, gap: tuple[float, float], count: int
) -> tuple[tuple[tuple[Path, Path], ...], Path]:
    """Return the lining of a duct, cells with nuclei, and the membrane around it; both are open between two angles."""
    start, end = gap[1], 360 + gap[0]
    step = (end - start) / count
    lining = tuple(
        (
            _ring_cell(x, y, 0.7 * radius, 0.95 * radius, start + n * step, start + (n + 1) * step),
            disc(*_polar(x, y, 0.83 * radius, start + (n + 0.5) * step), 0.06 * radius),
        )
        for n in range(count)
    )
    around = [_polar(x, y, 1.05 * radius, start + (end - start) * n / 24) for n in range(25)]
    return lining, curve(around, closed=False)


def wall(side: int) -> tuple[Path, ...]:
    """Return the flat cells of one wall of the vessel, 1 the upper left one and -1 the other; one cell is missing."""
    line, count = _wall_line(side)
    length = _length(line)
    cells = []
    for n in range(count):
        low, high = (n + 0.03) * length / count, (n + 0.97) * length / count
        points = [_at(line, low + (high - low) * k / 4) for k in range(5)]
        if n != _OPEN[side]:
            cells.append(_in_scene(band(points, [0.3, 0.72, _WALL, 0.72, 0.3])))
    return tuple(path for path in cells if path.get_extents().height > _WALL)


def opening(side: int) -> tuple[float, float, float]:
    """Return where a cell of a wall is missing, and the way through it, in degrees."""
    line, count = _wall_line(side)
    (x0, y0), (x, y), (x1, y1) = (_at(line, (_OPEN[side] + share) * _length(line) / count) for share in (0.2, 0.5, 0.8))
    return x, y, math.degrees(math.atan2(y1 - y0, x1 - x0)) - 90


def _wall_line(side: int) -> tuple[list[Point], int]:
    line = _along(_VESSEL, side * _HALF)
    return line, round(_length(line) / _LONG)


def _length(line: Points) -> float:
    return sum(math.dist(a, b) for a, b in itertools.pairwise(line))


def lumen() -> Path:
    """Return the inside of the vessel."""
    left, right = (_along(_VESSEL, side * _HALF) for side in (1, -1))
    return _in_scene(Path([*left, *right[::-1], left[0]]))


def _in_scene(path: Path) -> Path:
    """Return a path cut off where the scene ends below and above."""
    return path.transformed(_FINE).clip_to_bbox(_SEEN).transformed(_FINE.inverted())


def blood_cell(x: float, y: float, radius: float, turn: float) -> tuple[Path, Path]:
    """Return a red blood cell seen at a slant, and the dent in it."""

    def ellipse(share: float) -> Path:
        outline = [2 * math.pi * n / 12 for n in range(12)]
        return curve(
            [_turned(x, y, share * radius * math.cos(t), share * 0.62 * radius * math.sin(t), turn) for t in outline]
        )

    return ellipse(1.0), ellipse(0.5)


def on_edge(radius: float, angle: float) -> Point:
    """Return the point of a circle around the origin at an angle in degrees."""
    return _polar(0, 0, radius, angle)


def receptor(x: float, y: float, radius: float, angle: float, tall: float) -> tuple[tuple[Path, ...], Point]:
    """Return a protein through the edge of a round cell, at an angle in degrees: a stalk and its head; and its middle.

    A head, and no arms, which would look like those of an antibody.
    """
    *stalk, head = (_polar(x, y, radius + share * tall, angle) for share in (-0.4, -0.3, 0.3, 0.4, 0.6))
    return (band(stalk, [0.1 * tall] * 4), disc(*head, 0.3 * tall)), head


def tissue(x: float, y: float, rows: int, columns: int, step: float) -> tuple[Point, ...]:
    """Return the places of cells that lie close, every second row shifted, around a centre."""
    return tuple(
        (x + (column - (columns - 1 - row % 2) / 2) * step, y + (row - (rows - 1) / 2) * 0.87 * step)
        for row in range(rows)
        for column in range(columns - row % 2)
    )


def _polar(x: float, y: float, radius: float, degrees: float) -> Point:
    return x + radius * math.cos(math.radians(degrees)), y + radius * math.sin(math.radians(degrees))


def _turned(x: float, y: float, across: float, up: float, degrees: float) -> Point:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return x + across * cos - up * sin, y + across * sin + up * cos


def _along(points: Points, offset: float) -> list[Point]:
    """Return a smooth line beside a curve through points, at a distance to its left."""
    outlines: Any = curve(points, closed=False).to_polygons(closed_only=False)
    fine: list[Point] = [(float(x), float(y)) for x, y in outlines[0]]
    line = []
    for n, (x, y) in enumerate(fine):
        (x0, y0), (x1, y1) = fine[max(n - 1, 0)], fine[min(n + 1, len(fine) - 1)]
        far = math.hypot(x1 - x0, y1 - y0)
        line.append((x - offset * (y1 - y0) / far, y + offset * (x1 - x0) / far))
    return line


def _at(line: Points, distance: float) -> Point:
    """Return the point of a line so far from its start."""
    for (x0, y0), (x1, y1) in itertools.pairwise(line):
        piece = math.hypot(x1 - x0, y1 - y0)
        if distance <= piece:
            return x0 + (x1 - x0) * distance / piece, y0 + (y1 - y0) * distance / piece
        distance -= piece
    return line[-1]
