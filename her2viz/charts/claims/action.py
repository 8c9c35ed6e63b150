"""What to do, larger than all else, in a speech bubble."""

from __future__ import annotations

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from her2viz.charts.axes import Panel
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["action_height", "draw_action"]

_MOST, _LEAST = 2.0, 1.15  # the largest and the smallest type, in sizes of headings
_SIDE, _HIGH, _TAIL = 0.5, 1.5, 0.45  # in sizes of the type drawn: beside the words; the bubble; its tail


def action_height(words: str, width: float, measure: Measure) -> float:
    """Return the height that it takes, in inches, at a width in inches."""
    return (_HIGH + _TAIL) * _points(words, width, measure) / 72


def _points(words: str, width: float, measure: Measure) -> float:
    """Return the largest type in which the words have room on one line."""
    big = _MOST * heading_type()
    return min(big, big * 0.99 * width / (measure.width(words, big, "bold") + 2 * _SIDE * big / 72))


def draw_action(panel: Panel, words: str) -> float:
    """Draw what to do at the top of a panel in inches, as large as there is room for; return where it ends."""
    points = _points(words, panel.width, panel.measure)
    if points < _LEAST * heading_type():
        panel.lacking.append(repr(words))
    em, look = points / 72, panel.colours
    line = 1.6 * panel.line
    edge = line / 72  # so that the outline is drawn whole
    left, top, right, bottom, round_by = edge, edge, panel.width - edge, _HIGH * em, 0.3 * em
    tail = left + 1.2 * em
    outline = Path(
        [
            (left + round_by, top), (right - round_by, top), (right, top), (right, top + round_by),
            (right, bottom - round_by), (right, bottom), (right - round_by, bottom),
            (tail + 0.5 * em, bottom), (tail, bottom + 0.85 * _TAIL * em), (tail, bottom),
            (left + round_by, bottom), (left, bottom), (left, bottom - round_by),
            (left, top + round_by), (left, top), (left + round_by, top), (left + round_by, top),
        ],
        [1, 2, 3, 3, 2, 3, 3, 2, 2, 2, 2, 3, 3, 2, 3, 3, 79],
    )  # fmt: skip
    panel.ax.add_patch(PathPatch(outline, facecolor=look.card, edgecolor=look.outline, lw=line, gid="card"))
    panel.write(_SIDE * em, (top + bottom) / 2 + 0.34 * em, words, size=points, weight="bold")
    return (_HIGH + _TAIL) * em
