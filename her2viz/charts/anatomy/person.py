"""The outline of a grown woman standing with her palms to the front, from the crown to the middle of the thighs."""

from __future__ import annotations

from matplotlib.path import Path

from her2viz.charts.anatomy.shapes import Organ, band, curve, reflected

__all__ = ["BOTTOM", "HALF_WIDTH", "TOP", "contour", "flesh", "hand", "skin"]

TOP, BOTTOM = 100.0, 34.5
HALF_WIDTH = 19.6

_HEAD = [
    (0, 100), (2.1, 99.6), (3.75, 98.3), (4.6, 96.2), (4.72, 94.2), (4.66, 93.4), (5.05, 93.35), (5.08, 92.4),
    (4.78, 91.2), (4.38, 90.75), (4.15, 89.7), (3.55, 88.3), (2.95, 87.2), (2.72, 86.2), (2.8, 85.2), (3.3, 84.3),
]  # fmt: skip
_ARM = [
    (4.6, 83.75), (6.8, 83.15), (9.0, 82.75), (10.9, 82.0), (12.2, 80.4), (12.85, 78.0), (13.15, 74.8), (13.5, 71.0),
    (14.0, 67.2), (14.6, 63.9), (15.35, 61.0), (16.05, 57.6), (16.5, 54.0), (16.85, 51.0), (17.25, 48.9),
]  # fmt: skip
#: From the wrist over the thumb and four fingers back to the wrist.
_HAND = [
    (17.95, 47.3), (18.85, 45.7), (19.5, 44.1), (19.55, 43.1), (18.95, 43.0), (18.35, 44.0), (17.95, 44.3),
    (18.15, 42.4), (18.35, 40.3), (18.2, 39.3), (17.6, 39.3), (17.35, 40.3), (17.25, 41.6),
    (17.2, 40.0), (17.05, 38.5), (16.5, 38.1), (16.05, 38.7), (16.05, 40.2), (16.05, 41.6),
    (15.85, 40.3), (15.6, 39.0), (15.05, 38.8), (14.75, 39.4), (14.85, 40.8), (14.9, 42.1),
    (14.65, 41.2), (14.35, 40.3), (13.85, 40.3), (13.7, 41.0), (13.85, 42.6), (13.8, 44.4), (13.8, 46.2), (14.1, 48.3),
]  # fmt: skip
_INNER_ARM = [
    (14.0, 50.3), (13.4, 53.2), (12.55, 56.8), (11.75, 60.0), (11.3, 62.6), (10.9, 65.6), (10.25, 69.2), (9.6, 72.6),
]  # fmt: skip
_TRUNK = [
    (9.0, 75.0), (8.95, 73.4), (8.9, 71.6), (8.5, 69.4), (7.95, 66.8), (7.55, 64.4), (7.45, 62.2), (7.75, 59.9),
    (8.6, 57.2), (9.6, 54.4), (10.3, 51.4), (10.5, 48.6), (10.4, 45.4), (10.0, 41.4), (9.45, 37.6), (9.05, BOTTOM),
]  # fmt: skip
_INNER_THIGH = [(1.15, BOTTOM), (0.9, 38.0), (0.62, 42.0), (0.4, 45.0), (0.0, 46.4)]


def flesh() -> Path:
    """Return the outline as one closed curve, cut through the thighs."""
    half = [*_HEAD, *_ARM, *_HAND, *_INNER_ARM, *_TRUNK, _TRUNK[-1], _INNER_THIGH[0], *_INNER_THIGH]
    return curve(reflected(half))


def contour() -> tuple[Path, ...]:
    """Return the outline as it is drawn: open where the thighs are cut."""
    upper = [*_TRUNK[::-1], *_INNER_ARM[::-1], *_HAND[::-1], *_ARM[::-1], *_HEAD[::-1]]
    across = [*upper, *((-x, y) for x, y in reversed(upper) if x)]
    inner = [*_INNER_THIGH, *((-x, y) for x, y in reversed(_INNER_THIGH[:-1]))]
    return curve(across, closed=False), curve(inner, closed=False)


def hand() -> Path:
    """Return the hand at the viewer's right, which no line may cross."""
    return curve(_HAND)


def skin() -> Organ:
    """Return a strip of skin along the arm at the viewer's right."""
    edge = [(13.5, 71.0), (13.75, 69.0), (14.05, 66.8), (14.4, 64.6), (14.85, 62.5)]
    return Organ((band(edge, [0.45] * len(edge)),), anchor=(14.05, 66.8), filled=False)
