"""The bones, in the coordinates of :mod:`her2viz.charts.anatomy.shapes`, from the back to the front."""

from __future__ import annotations

from matplotlib.path import Path

from her2viz.charts.anatomy.person import BOTTOM
from her2viz.charts.anatomy.shapes import Organ, Points, band, curve, disc, mirrored, reflected

__all__ = ["arms", "cage", "clavicles", "femurs", "pelvis", "scapulas", "skull", "spine", "sternum"]


def skull() -> Organ:
    """Return the skull around the brain, without a face, which would frighten."""
    half = [
        (0, 99.3), (2.0, 98.9), (3.5, 97.6), (4.15, 95.6), (3.95, 94.0), (3.1, 93.05), (1.6, 92.95), (0, 92.9),
    ]  # fmt: skip
    hollow = [(0, 98.85), (1.9, 98.5), (3.2, 97.3), (3.7, 95.6), (3.5, 94.1), (2.6, 93.45), (1.2, 93.4), (0, 93.4)]
    bone = Path.make_compound_path(curve(reflected(half)), curve(reflected(hollow)[::-1]))
    return Organ((bone,))


def spine(lowest: int = 20) -> Organ:
    """Return the lowest vertebrae, of 20 below the jaw; the sacrum is with the pelvis."""
    blocks = []
    top = 86.62
    for count, tall, half in ((3, 0.98, 0.85), (12, 1.37, 1.0), (5, 2.08, 1.42)):
        for n in range(count):
            wide = half * (0.9 + 0.2 * n / count)
            blocks.append(_vertebra(top - 0.1, top - tall + 0.1, wide, 1.4 if half > 1.2 else 1.3))
            top -= tall
    return Organ((Path.make_compound_path(*blocks[-lowest:]),))


def _vertebra(top: float, bottom: float, half: float, spread: float) -> Path:
    """Return a block with a waist, and a process at each side of it."""
    tall, middle = top - bottom, (top + bottom) / 2
    return curve(
        reflected(
            [
                (0, top), (half * 0.8, top), (half, top - 0.1 * tall), (half * 0.86, middle + 0.18 * tall),
                (half * spread, middle + 0.12 * tall), (half * spread, middle - 0.08 * tall),
                (half * 0.86, middle - 0.18 * tall), (half, bottom + 0.1 * tall), (half * 0.8, bottom), (0, bottom),
            ]
        )
    )  # fmt: skip


#: Of each rib from the first to the tenth: its outermost point, its lowest, and where its cartilage ends.
_RIBS: tuple[Points, ...] = (
    ((3.9, 81.7), (2.95, 80.6), (1.35, 80.2)),
    ((5.3, 80.9), (4.0, 78.4), (1.3, 78.9)),
    ((6.3, 78.9), (4.7, 76.0), (1.2, 77.4)),
    ((6.95, 76.9), (5.1, 73.8), (1.15, 76.0)),
    ((7.35, 74.9), (5.4, 71.7), (1.1, 74.7)),
    ((7.65, 72.8), (5.7, 69.8), (1.05, 73.4)),
    ((7.75, 70.7), (6.0, 67.9), (3.0, 69.3)),
    ((7.7, 68.7), (6.4, 66.1), (4.1, 67.5)),
    ((7.45, 66.8), (6.6, 64.7), (5.1, 65.8)),
    ((7.0, 65.2), (6.6, 63.8), (5.8, 64.4)),
)
#: The cartilage that the seventh to tenth rib share.
_MARGIN = ((0.85, 72.4), (2.0, 70.9), (3.2, 69.0), (4.4, 67.0), (5.5, 65.0), (6.3, 63.2))


def cage() -> Organ:
    """Return the front arcs of the ribs; the lungs and the liver lie behind them."""
    arcs = []
    for (xo, yo), (xt, yt), (xe, ye) in reversed(_RIBS):
        arc = [
            (xo - 0.25, yo + 0.75), (xo, yo), (xo - 0.15, yo - 0.9), (xt + 0.6 * (xo - xt), yt + 0.2 * (yo - yt)),
            (xt, yt), (xt + 0.5 * (xe - xt), yt + 0.36 * (ye - yt)), (xe, ye),
        ]  # fmt: skip
        halves = [0.2, 0.36, 0.38, 0.38, 0.36, 0.3, 0.3]
        highest = 1 if yo > 81.5 else 0  # the first rib starts below the collarbone
        arcs.append(band(arc[highest:], halves[highest:]))
    return Organ(mirrored([*arcs, band(_MARGIN, [0.25, 0.32, 0.34, 0.34, 0.34, 0.3])]))


def sternum() -> Organ:
    """Return the breastbone."""
    half = [
        (0, 81.1), (0.8, 81.5), (1.55, 81.1), (1.4, 80.2), (0.95, 79.0), (0.85, 77.6), (1.05, 75.4), (1.0, 73.6),
        (0.6, 72.5), (0.4, 71.2), (0, 70.3),
    ]  # fmt: skip
    return Organ((curve(reflected(half)),))


def clavicles() -> Organ:
    """Return the collarbones."""
    line = [(1.45, 80.95), (2.9, 81.7), (4.7, 81.8), (6.6, 81.3), (8.4, 81.15), (10.1, 81.5)]
    return Organ(mirrored([band(line, [0.62, 0.44, 0.34, 0.35, 0.5, 0.4])]))


def scapulas() -> Organ:
    """Return the shoulder blades, as far as the ribs let them be seen."""
    blade = [
        (10.2, 80.9), (9.2, 80.9), (8.3, 80.5), (7.3, 80.3), (6.3, 80.4), (6.2, 78.6), (6.7, 76.4), (7.3, 74.2),
        (7.5, 74.2), (8.2, 76.6), (8.8, 78.4), (9.3, 79.6), (10.2, 80.3),
    ]  # fmt: skip
    return Organ(mirrored([curve(blade)]))


def arms() -> Organ:
    """Return the bones of the upper arms, cut as the arms are."""
    humerus = [
        (9.35, 80.5), (10.2, 80.8), (11.0, 80.4), (11.25, 79.5), (11.15, 78.4), *[(11.3, 75.5)] * 2,
        *[(10.3, 75.3)] * 2, (10.0, 77.8), (9.3, 79.0), (8.95, 79.8),
    ]  # fmt: skip
    return Organ(mirrored([curve(humerus)]))


def pelvis() -> Organ:
    """Return the hip bones, a bowl around the sacrum, with the pubic arch below."""
    hip = [
        (1.95, 56.0), (2.2, 57.4), (2.9, 58.5), (4.6, 59.3), (6.6, 59.0), (8.0, 57.9), (8.5, 56.4), (7.95, 55.5),
        (7.35, 54.2), (7.6, 53.2), (7.1, 52.1), (6.4, 51.2), (5.7, 50.3), (5.35, 49.0), (5.45, 47.4), (4.8, 46.1),
        (3.7, 46.0), (2.5, 47.0), (1.2, 48.1), (0.35, 48.9), (0.35, 50.3), (1.2, 50.9), (2.5, 51.2), (3.5, 52.0),
        (3.85, 53.2), (3.3, 54.5), (2.4, 55.2),
    ]  # fmt: skip
    opening = curve([(2.3, 49.6), (3.4, 50.1), (4.35, 49.5), (4.4, 48.3), (3.8, 47.3), (3.0, 47.7), (2.3, 48.7)])
    sacrum = reflected([(0, 57.2), (1.9, 57.1), (2.15, 56.2), (1.75, 54.6), (1.1, 53.0), (0.55, 51.7), (0, 50.9)])
    half = Path.make_compound_path(curve(hip), opening)
    pits = mirrored([disc(0.8, y, 0.16) for y in (55.6, 54.5, 53.5)])
    brim = curve([(3.0, 55.6), (4.0, 54.6), (5.2, 53.9), (6.2, 53.7)], closed=False)
    return Organ((curve(sacrum), *mirrored([half])), (*pits, *mirrored([brim])), anchor=(-4.5, 57.4))


def femurs(cut: float = BOTTOM) -> Organ:
    """Return the thigh bones, their heads in the hips, cut at a height."""
    inwards = 0.1 * (43.5 - cut)
    bone = [
        (6.2, 53.0), (7.0, 53.0), (7.6, 52.3), (8.2, 52.1), (8.8, 52.7), (9.5, 52.2), (9.6, 51.0), (9.2, 49.3),
        (8.75, 46.6), (8.45, 44.8), *[(8.3 - inwards, cut)] * 2, *[(6.75 - inwards, cut)] * 2, (6.9, 44.8),
        (7.05, 45.8), (6.95, 47.8), (7.25, 49.4), (7.1, 50.2), (6.2, 50.7), (5.55, 51.4), (5.6, 52.4),
    ]  # fmt: skip
    return Organ(mirrored([curve(bone)]))
