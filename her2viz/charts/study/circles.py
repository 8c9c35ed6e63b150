"""Fields of circles, one a person, on an Axes that is measured in inches."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.collections import EllipseCollection

from her2viz.charts.axes import Panel

__all__ = ["EDGE", "GAP", "people", "places"]

_DIAMETER = 0.78  # in pitches
#: In pitches, from where a field starts to the edge of its first circle.
EDGE = (1 - _DIAMETER) / 2
#: Of a pitch, after so many circles, across and down: helps counting.
GAP = 0.5


def places(
    n: int, across: int, pitch: float, left: float = 0.0, top: float = 0.0, *, gap_after: int = 5
) -> list[tuple[float, float]]:
    """Return where circles stand, row by row from the top left, with a gap after every few across and down."""
    return [
        (
            left + pitch * (i % across + GAP * (i % across // gap_after) + 0.5),
            top + pitch * (i // across + GAP * (i // across // gap_after) + 0.5),
        )
        for i in range(n)
    ]


def people(
    panel: Panel,
    at: Sequence[tuple[float, float]],
    pitch: float,
    faces: Sequence[str],
    edges: Sequence[str],
    *,
    label: str,
    gid: str,
) -> None:
    """Draw circles at places in inches."""
    panel.ax.add_collection(
        EllipseCollection(
            [_DIAMETER * pitch],  # one for all, so that a file holds the circle once
            [_DIAMETER * pitch],
            [0],
            units="xy",
            offsets=at,
            offset_transform=panel.ax.transData,
            facecolors=faces,
            edgecolors=edges,
            linewidths=min(panel.line, 0.14 * 72 * pitch),
            label=label,
            gid=gid,
        ),
        autolim=False,
    )
