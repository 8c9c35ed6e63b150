"""Setting words, pips and cards in inches from the top left corner of a panel."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.patches import Circle, FancyBboxPatch

from her2viz.charts.axes import Panel
from her2viz.charts.typesetting import LEADING

__all__ = ["PIP_PITCH", "card", "label_type", "pips", "pips_width", "rule", "write_lines"]

#: From one pip to the next, and the radius of a pip, in type sizes.
PIP_PITCH = 0.62
_RADIUS = 0.25


def label_type() -> float:
    """Return the size of labels inside a chart, in points."""
    return float(mpl.rcParams["font.size"])


def write_lines(
    panel: Panel, x: float, top: float, lines: Sequence[str], points: float, *, muted: bool = False, bold: bool = False
) -> float:
    """Write lines downwards from a height; return where they end."""
    em = points / 72
    for n, line in enumerate(lines):
        panel.ax.text(
            x,
            top + em * LEADING * (n + 0.78),
            line,
            size=points,
            color=panel.colours.muted if muted else panel.colours.ink,
            weight="bold" if bold else "normal",
            va="baseline",
            parse_math=False,
            zorder=3,
            in_layout=False,
        )
    return top + em * LEADING * len(lines)


def pips_width(of: int, points: float) -> float:
    """Return the width of a row of pips, in inches."""
    return ((of - 1) * PIP_PITCH + 2 * _RADIUS) * points / 72


def pips(panel: Panel, x: float, top: float, points: float, *, filled: int, of: int, label: str) -> None:
    """Draw a count of pages as a row of pips beside the first line of a text that starts at a height."""
    em = points / 72
    middle = top + em * LEADING * 0.78 - 0.32 * em  # half as high as small letters are
    for n in range(of):
        has = n < filled
        panel.ax.add_artist(
            Circle(
                (x + em * (_RADIUS + n * PIP_PITCH), middle),
                _RADIUS * em,
                facecolor=panel.colours.accent if has else panel.colours.paper,
                edgecolor=panel.colours.accent if has else panel.colours.outline,
                lw=panel.line,
                clip_on=False,
                zorder=3,
                label=label,
                gid="pip" if has else "empty pip",
            )
        )


def card(panel: Panel, box: tuple[float, float, float, float]) -> None:
    """Draw a card behind words: left, top, width and height."""
    left, top, width, height = box
    round_by = min(0.25 * panel.em, width / 2, height / 2)
    panel.ax.add_artist(
        FancyBboxPatch(
            (left + round_by, top + round_by),
            width - 2 * round_by,
            height - 2 * round_by,
            boxstyle=f"round,pad={round_by}",
            facecolor=panel.colours.card,
            lw=0,
            zorder=0,
            clip_on=False,
            gid="card",
        )
    )


def rule(panel: Panel, left: float, right: float, y: float) -> None:
    """Draw a hairline."""
    panel.ax.plot([left, right], [y, y], color=panel.colours.rule, lw=panel.line, clip_on=False, gid="rule")
