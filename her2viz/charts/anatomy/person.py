"""The outline of a grown woman seen from the front, from the crown to the top of the thighs, without forearms."""

from __future__ import annotations

from matplotlib.path import Path

from her2viz.charts.anatomy.shapes import Organ, Points, band, curve, mirrored, reflected

__all__ = ["BOTTOM", "CUTS", "HALF_WIDTH", "TOP", "arm", "contour", "flesh", "skin"]

TOP, BOTTOM = 100.0, 44.0
HALF_WIDTH = 13.3
_BELOW = 0.5  # kept free below an arm

_HEAD = [
    (0, 100), (2.1, 99.6), (3.75, 98.3), (4.6, 96.2), (4.72, 94.2), (4.66, 93.4), (5.05, 93.35), (5.08, 92.4),
    (4.78, 91.2), (4.38, 90.75), (4.15, 89.7), (3.55, 88.3), (2.95, 87.2), (2.72, 86.2), (2.8, 85.2), (3.3, 84.3),
]  # fmt: skip
_JAW = [(3.5, 88.9), (2.7, 88.1), (1.6, 87.6), (0.7, 87.35), (0, 87.3)]
_SHOULDER = [
    (4.6, 83.75), (6.8, 83.15), (9.0, 82.75), (10.9, 82.0), (12.2, 80.4), (12.85, 78.0), (13.05, 76.4), (13.15, 75.6),
]  # fmt: skip
_ARMPIT = [(9.2, 74.9), (9.45, 76.3), (9.7, 77.4)]
_TRUNK = [
    (9.02, 73.6), (8.9, 71.6), (8.5, 69.4), (7.95, 66.8), (7.55, 64.4), (7.45, 62.2), (7.75, 59.9),
    (8.6, 57.2), (9.6, 54.4), (10.3, 51.4), (10.5, 48.6), (10.45, 46.2), (10.25, BOTTOM),
]  # fmt: skip
_INNER_THIGH = [(0.55, BOTTOM), (0.5, 44.5), (0.32, 45.5), (0.0, 46.4)]
#: Where no more is drawn: the two ends of each cut at the viewer's right.
CUTS: tuple[Points, ...] = ((_SHOULDER[-1], _ARMPIT[0]), (_TRUNK[-1], _INNER_THIGH[0]))


def flesh() -> Path:
    """Return the outline as one closed curve, cut through the upper arms and the thighs."""
    arm = [*_SHOULDER, _SHOULDER[-1], _ARMPIT[0], _ARMPIT[0]]
    half = [*_HEAD, *arm, *_TRUNK, _TRUNK[-1], _INNER_THIGH[0], *_INNER_THIGH]
    return curve(reflected(half))


def contour() -> tuple[Path, ...]:
    """Return the outline as it is drawn: open where it is cut."""
    upper = [*_SHOULDER[::-1], *_HEAD[::-1]]
    across = [*upper, *((-x, y) for x, y in reversed(upper) if x)]
    inner = [*_INNER_THIGH, *((-x, y) for x, y in reversed(_INNER_THIGH[:-1]))]
    sides = mirrored([curve([*_ARMPIT[::-1], *_TRUNK], closed=False)])
    jaw = [*_JAW, *((-x, y) for x, y in reversed(_JAW[:-1]))]
    return *(curve(line, closed=False) for line in (across, inner, jaw)), *sides


def arm() -> Path:
    """Return the upper arm at the viewer's right, which no line may cross."""
    (x0, y0), (x1, y1) = CUTS[0]
    return Path([*_SHOULDER[4:], (x0, y0 - _BELOW), (x1 + _BELOW, y1 - _BELOW), _ARMPIT[-1], _SHOULDER[4]], closed=True)


def skin() -> Organ:
    """Return a strip of skin over the hip at the viewer's right."""
    edge = [(8.95, 56.2), (9.6, 54.4), (10.05, 52.6), (10.35, 50.8), (10.48, 49.2)]
    return Organ((band(edge, [0.5] * len(edge)),), anchor=(10.05, 52.6), filled=False)
