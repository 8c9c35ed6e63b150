"""What to do, larger than all else, in a box of its own."""

from __future__ import annotations

from her2viz.charts.axes import Panel
from her2viz.charts.claims import lanes as lane
from her2viz.charts.typesetting import Measure, heading_type

__all__ = ["action_height", "draw_action"]

_MOST, _LEAST = 2.0, 1.15  # the largest and the smallest type, in sizes of headings
_SIDE, _HIGH, _BELOW = 0.5, 1.5, 0.28  # in sizes of the type drawn: beside the words; the box; below it


def action_height(words: str, width: float, measure: Measure) -> float:
    """Return the height that it takes, in inches, at a width in inches."""
    return (_HIGH + _BELOW) * _points(words, width, measure) / 72


def _points(words: str, width: float, measure: Measure) -> float:
    """Return the largest type in which the words have room on one line."""
    big = _MOST * heading_type()
    return min(big, big * 0.99 * width / (measure.width(words, big, "bold") + 2 * _SIDE * big / 72))


def draw_action(panel: Panel, words: str, spare: float = 0.0) -> float:
    """Draw what to do at the top of a panel in inches, as large as there is room for; return where it ends.

    The box is higher by what is spare, in inches.
    """
    points = _points(words, panel.width, panel.measure)
    if points < _LEAST * heading_type():
        panel.lacking.append(repr(words))
    em, look = points / 72, panel.colours
    line = 1.6 * panel.line / 72  # so that the outline is drawn whole
    box = (line, line, panel.width - 2 * line, _HIGH * em + spare - 2 * line)
    lane.rounded(panel, box, gid="card", face=look.card, edge=look.outline, width=1.6)
    panel.write(_SIDE * em, (_HIGH / 2 + 0.34) * em + spare / 2, words, size=points, weight="bold")
    return (_HIGH + _BELOW) * em + spare
