"""The soft organs, in the coordinates of :mod:`her2viz.charts.anatomy.shapes`."""

from __future__ import annotations

from matplotlib.path import Path

from her2viz.charts.anatomy.shapes import Organ, curve, disc, mirrored

__all__ = ["airway", "axillary_nodes", "brain", "distant_nodes", "liver", "lungs", "peritoneum", "skin_fold"]


def brain() -> Organ:
    """Return the brain, seen from the front, with the cleft between its halves and a few folds."""
    half = [
        (0.15, 97.9), (0.3, 98.4), (1.1, 98.45), (1.45, 98.2), (2.0, 98.1), (2.5, 97.55), (2.65, 97.2), (3.15, 96.8),
        (3.2, 96.2), (3.2, 95.9), (3.45, 95.3), (3.2, 94.7), (2.9, 94.5), (2.55, 93.95), (1.9, 93.8), (1.6, 93.95),
        (1.1, 93.75), (0.45, 93.85), (0.15, 94.3), (0.15, 96.0),
    ]  # fmt: skip
    folds = (
        [(1.45, 98.2), (1.2, 97.7), (0.75, 97.4), (0.85, 96.9)],
        [(2.65, 97.2), (2.1, 97.1), (1.6, 96.7), (1.7, 96.1), (1.2, 95.8), (0.65, 96.0)],
        [(3.2, 95.95), (2.7, 96.15), (2.35, 95.8), (2.5, 95.3), (2.1, 94.95), (1.5, 95.1)],
        [(1.6, 93.95), (1.45, 94.45), (0.95, 94.6), (0.75, 95.1)],
    )
    lines = mirrored(curve(fold, closed=False) for fold in folds)
    return Organ(mirrored([curve(half)]), lines, anchor=(-2.0, 96.6))


def lungs() -> Organ:
    """Return the lungs: the right one wider and of three lobes, the left one with the notch for the heart."""
    right = [
        (-2.9, 83.1), (-4.1, 82.0), (-5.3, 79.4), (-6.2, 76.2), (-6.75, 73.0), (-7.05, 70.4), (-7.05, 69.0),
        (-6.75, 68.8), (-6.0, 70.1), (-4.8, 71.2), (-3.5, 71.6), (-2.3, 71.3), (-1.5, 70.8), (-1.25, 71.4),
        (-1.25, 73.4), (-1.3, 75.8), (-1.4, 78.6), (-1.6, 81.0), (-2.0, 82.6),
    ]  # fmt: skip
    left = [
        (2.9, 83.1), (4.1, 82.0), (5.3, 79.4), (6.2, 76.2), (6.75, 73.0), (7.05, 70.2), (7.05, 68.6), (6.75, 68.3),
        (6.1, 69.5), (5.1, 70.5), (3.9, 70.8), (2.9, 70.2), (2.5, 70.5), (2.75, 71.5), (3.45, 72.6), (3.7, 73.8),
        (3.1, 75.3), (1.9, 76.8), (1.55, 78.8), (1.6, 81.0), (2.0, 82.6),
    ]  # fmt: skip
    fissures = (
        [(-6.75, 73.4), (-5.6, 73.0), (-4.4, 72.3), (-3.4, 71.6)],
        [(-5.6, 73.0), (-5.0, 74.9), (-3.4, 75.6), (-1.3, 75.8)],
        [(6.35, 75.6), (5.6, 73.9), (4.9, 72.3), (4.2, 70.75)],
    )
    lines = tuple(curve(line, closed=False) for line in fissures)
    return Organ((curve(right), curve(left)), lines, anchor=(-4.6, 73.4))


def airway() -> Organ:
    """Return the windpipe and its two branches in one outline, which make the lungs known where they stand alone."""
    left = [(-0.6, 86.0), (-0.6, 81.0), (-1.2, 80.0), (-2.0, 79.0), (-2.9, 78.2), (-2.4, 77.4), (-1.4, 78.2)]
    right = [(1.6, 78.7), (2.7, 77.9), (3.2, 78.7), (2.3, 79.4), (1.3, 80.3), (0.6, 81.0), (0.6, 86.0)]
    outline = [*left, (-0.5, 79.1), (0.0, 79.7), (0.6, 79.4), *right]
    return Organ((Path([*outline, outline[0]], closed=True),))


def liver() -> Organ:
    """Return the liver: under the right lung, a wedge that ends left of the midline."""
    edge = [
        (-6.5, 68.4), (-5.5, 70.2), (-4.2, 71.0), (-2.8, 70.9), (-1.2, 70.2), (0.4, 69.9), (2.3, 70.15), (3.7, 70.0),
        (4.15, 69.4), (3.4, 68.4), (1.6, 67.2), (-0.4, 66.3), (-1.5, 65.7), (-3.4, 64.6), (-5.1, 63.2), (-6.1, 62.5),
        (-6.7, 62.9), (-7.0, 64.4), (-6.95, 66.6),
    ]  # fmt: skip
    fold = curve([(-0.7, 70.05), (-1.05, 68.4), (-1.15, 66.2)], closed=False)
    return Organ((curve(edge),), (fold,), anchor=(-2.9, 67.3))


def peritoneum() -> Organ:
    """Return the lining of the belly below liver and ribs, a broken line."""
    right = [(0.3, 66.0), (1.9, 66.4), (3.2, 65.6), (4.6, 63.8), (5.6, 61.8), (6.0, 59.4), (5.7, 57.0), (4.9, 54.6)]
    floor = [(3.6, 52.8), (1.8, 51.6), (0, 51.2), (-1.8, 51.6), (-3.6, 52.8), (-4.9, 54.6)]
    left = [(-5.7, 57.0), (-6.0, 59.4), (-5.8, 60.9), (-4.8, 61.7), (-3.2, 62.9), (-1.4, 64.6)]
    return Organ((curve([*right, *floor, *left]),), anchor=(5.8, 61.0), filled=False, dashed=True)


def distant_nodes() -> Organ:
    """Return a cluster of lymph nodes in the chest, where a page has most of the distant ones."""
    spots = ((1.9, 76.0), (2.6, 76.7), (1.9, 77.5), (2.6, 78.2), (2.9, 79.6))
    return Organ(tuple(disc(x, y, 0.56) for x, y in spots), anchor=spots[-1], filled=False)


def axillary_nodes() -> Organ:
    """Return a cluster of lymph nodes at the armpit."""
    spots = ((7.5, 77.5), (8.4, 76.6), (7.5, 75.9), (8.4, 75.1), (8.0, 73.5))
    return Organ(tuple(disc(x, y, 0.64) for x, y in spots), anchor=spots[-1], filled=False)


def skin_fold() -> tuple[Organ, Organ]:
    """Return a piece of skin as it is known where it stands alone: an open strip over what lies below."""
    top = [(-5.6, 6.2), (-3.6, 7.2), (-1.4, 7.0), (0.6, 6.2), (2.8, 5.9), (5.6, 7.0)]
    lower = [(x, y - 2.4) for x, y in top]
    floor = [(5.6, 0.9), (5.0, 0.3), (-5.0, 0.3), (-5.6, 0.9)]
    below = curve([lower[0], *lower, lower[-1], *floor])
    strip = curve([top[0], *top, top[-1], lower[-1], *lower[::-1], lower[0]])
    hairs = [((-2.6, 6.0), (-2.9, 8.0), (-2.2, 9.6)), ((2.0, 4.9), (1.9, 7.0), (2.8, 8.7))]
    return Organ((below,)), Organ((strip,), tuple(curve(hair, closed=False) for hair in hairs), filled=False)
