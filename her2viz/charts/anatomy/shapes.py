"""The geometry of the atlas: smooth curves through points, their mirror image, bands along a line.

One coordinate system for all: a hundredth of the standing height is 1, the soles are at y 0 and the crown is at
y 100, the midline is x 0. The person is seen from the front, so their right side has negative x, at the viewer's left.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

__all__ = ["Organ", "Point", "Points", "band", "curve", "disc", "mirrored", "reflected"]

Point = tuple[float, float]
Points = Sequence[Point]
_MIRROR = Affine2D().scale(-1, 1)


class Organ(NamedTuple):
    """What is drawn of an organ.

    Parameters
    ----------
    shapes : tuple of Path
        Its closed outlines, from back to front.
    lines : tuple of Path
        Lines on it.
    anchor : tuple of float
        Where the dot of a leader line sits.
    filled : bool
        Whether its shapes are filled; open ones show what lies in many places.
    dashed : bool
        Whether its outline is broken.
    """

    shapes: tuple[Path, ...]
    lines: tuple[Path, ...] = ()
    anchor: Point = (0.0, 0.0)
    filled: bool = True
    dashed: bool = False

    @property
    def box(self) -> Bbox:
        """What it extends over."""
        return Bbox.union([_extents(path) for path in (*self.shapes, *self.lines)])


@lru_cache(maxsize=256)
def _extents(path: Path) -> Bbox:
    return path.get_extents()


def curve(points: Points, *, closed: bool = True) -> Path:
    """Draw a smooth curve through points, a Catmull-Rom spline in Bezier pieces; a point given twice is a corner."""
    n = len(points)
    last = n if closed else n - 1

    def at(i: int) -> Point:
        return points[i % n] if closed else points[min(max(i, 0), n - 1)]

    vertices, codes = [points[0]], [Path.MOVETO]
    for i in range(last):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (at(i + k) for k in (-1, 0, 1, 2))
        if (x1, y1) == (x2, y2):
            continue
        vertices += [(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6), (x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6), (x2, y2)]
        codes += [Path.CURVE4] * 3
    if closed:
        vertices.append(points[0])
        codes.append(Path.CLOSEPOLY)
    return Path(vertices, codes)


def reflected(points: Points) -> list[Point]:
    """Continue a half, given from its top to its bottom, with the other half from bottom to top."""
    return [*points, *((-x, y) for x, y in reversed(points) if x)]


def mirrored(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths of one side, and those of the other."""
    paths = tuple(paths)
    return (*paths, *(path.transformed(_MIRROR) for path in paths))


def disc(x: float, y: float, across: float, up: float | None = None) -> Path:
    """Draw an ellipse by its centre and its half axes."""
    return Path.unit_circle().transformed(Affine2D().scale(across, up or across).translate(x, y))


def band(points: Points, halves: Sequence[float]) -> Path:
    """Draw a band along a line, of the given half widths at its points, with rounded ends."""
    left, right = [], []
    for i, ((x, y), half) in enumerate(zip(points, halves, strict=True)):
        across, along = _normal(points, i)
        left.append((x + across * half, y + along * half))
        right.append((x - across * half, y - along * half))
    ends = [_end(points, halves, -1), _end(points, halves, 0)]
    return curve([*left, ends[0], *reversed(right), ends[1]])


def _normal(points: Points, i: int) -> Point:
    (x0, y0), (x1, y1) = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
    length = math.hypot(x1 - x0, y1 - y0)
    return (y0 - y1) / length, (x1 - x0) / length


def _end(points: Points, halves: Sequence[float], which: int) -> Point:
    """Return the tip of a rounded end."""
    x, y = points[which]
    across, along = _normal(points, which % len(points))
    way = halves[which] * (1 if which else -1)
    return x + along * way, y - across * way
