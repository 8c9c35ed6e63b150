"""Our own drawing of a person, seen from the front, and where on it the sites are. Illustrative, not anatomical."""

from __future__ import annotations

from matplotlib.path import Path

__all__ = ["HEIGHT", "PLACES", "WIDTH", "outline"]

#: The half of the outline on the viewer's right, from the crown down to between the legs, in heads; y upwards.
HALF = (
    (0.00, 6.72),
    (0.22, 6.67),
    (0.36, 6.50),
    (0.395, 6.24),
    (0.355, 5.98),
    (0.255, 5.77),
    (0.215, 5.62),
    (0.24, 5.49),
    (0.37, 5.40),
    (0.63, 5.32),
    (0.85, 5.20),
    (0.97, 4.98),
    (1.02, 4.66),
    (1.06, 4.28),
    (1.12, 3.88),
    (1.20, 3.48),
    (1.275, 3.10),
    (1.335, 2.84),
    (1.35, 2.62),
    (1.30, 2.43),
    (1.21, 2.41),
    (1.145, 2.56),
    (1.12, 2.82),
    (1.07, 3.10),
    (0.98, 3.48),
    (0.89, 3.86),
    (0.82, 4.24),
    (0.768, 4.58),
    (0.735, 4.70),
    (0.702, 4.58),
    (0.655, 4.24),
    (0.625, 3.88),
    (0.655, 3.50),
    (0.715, 3.14),
    (0.73, 2.74),
    (0.685, 2.22),
    (0.61, 1.66),
    (0.56, 1.14),
    (0.475, 0.62),
    (0.435, 0.34),
    (0.475, 0.17),
    (0.49, 0.05),
    (0.40, 0.00),
    (0.27, 0.00),
    (0.195, 0.07),
    (0.195, 0.34),
    (0.185, 0.62),
    (0.185, 1.14),
    (0.165, 1.66),
    (0.125, 2.22),
    (0.075, 2.72),
    (0.00, 2.90),
)
HEIGHT = HALF[0][1]
WIDTH = 2 * max(x for x, _ in HALF)

#: Where a mark for a site stands, from the middle line; the viewer's left is the person's right.
PLACES = {
    "brain": (0.0, 6.42),
    "lung": (-0.34, 4.72),
    "liver": (-0.27, 4.02),
    "bone": (-0.40, 2.62),
    "distant_lymph_node": (0.03, 5.58),
    "lymph_node": (0.66, 4.94),
    "skin": (1.02, 3.86),
    "peritoneum": (0.14, 3.46),
}


def outline() -> Path:
    """Return the outline as one closed curve through all points, a Catmull-Rom spline written as Bezier pieces."""
    points = [*HALF, *((-x, y) for x, y in reversed(HALF[1:-1]))]
    n = len(points)
    vertices, codes = [points[0]], [Path.MOVETO]
    for i in range(n):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        vertices += [
            (x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6),
            (x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6),
            (x2, y2),
        ]
        codes += [Path.CURVE4] * 3
    return Path([*vertices, points[0]], [*codes, Path.CLOSEPOLY])
