"""Boxes of people joined by arrows, or by a link that is broken because the groups differ."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, small_type
from her2viz.derived.shares import tree_rows
from her2viz.errors import DataError

__all__ = ["BROKEN", "group_tree", "tree_height"]

NEEDED = ("heading", "words", "joined")
#: What stands at a link that may not be climbed.
BROKEN = "different group: do not multiply"
_PAD = 0.55  # inside a box, in type sizes
_LINK = 1.45  # from one box to the next, in type sizes
_LEADING = 1.26


def group_tree(data: pd.DataFrame | None = None, *, heading: bool = True, ax: Axes | None = None) -> Axes:
    """Draw groups of people as boxes from top to bottom: an arrow where a group lies in the one above, else a gap.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        A row a box, from the top: ``heading`` (of the tree), ``words`` (in the box) and ``joined`` (whether the
        people are some of those in the box above); the tree of one study where None.
    heading : bool
        Whether to write the tree's heading above it.

    Raises
    ------
    DataError
        If columns are missing, there is no row, or the rows belong to more than one tree.

    Notes
    -----
    A share of a share may be multiplied only where each group lies inside the one before.
    """
    return draw_on(ax, partial(_draw, _checked(data), heading))


def _draw(rows: pd.DataFrame, heading: bool, panel: Panel) -> None:
    ax, look, measure, small, em = panel.ax, panel.colours, panel.measure, small_type(), panel.points
    width, height = 72 * panel.width, 72 * panel.height
    ax.set_xlim(0, width)
    ax.set_ylim(height, 0)
    ax.axis("off")
    y = 0.5
    if heading:
        for line in measure.lines(str(rows["heading"].iloc[0]), width / 72, em, "bold"):
            _text(panel, 0, y + 0.78 * _LEADING * em, line, size=em, weight="bold")
            y += _LEADING * em
        y += 0.3 * small
    for number, row in enumerate(rows.itertuples()):
        if number:
            _link(panel, y, width, bool(row.joined))
            y += _LINK * small
        lines = measure.lines(str(row.words), width / 72 - 2 * _PAD * small / 72, small)
        tall = len(lines) * _LEADING * small + 2 * 0.6 * _PAD * small
        box = FancyBboxPatch(
            (0.5, y),
            width - 1,
            tall,
            boxstyle=f"round,pad=0,rounding_size={0.4 * small}",
            facecolor=look.card,
            edgecolor=look.outline,
            lw=panel.line,
            gid="card",
            zorder=0.5,
        )
        ax.add_patch(box).set_clip_on(False)
        for at, line in enumerate(lines):
            _text(panel, _PAD * small, y + 0.6 * _PAD * small + (at + 0.75) * _LEADING * small, line, size=small)
        y += tall
    if y > height + 1:
        panel.lacking.append("all the boxes")


def tree_height(data: pd.DataFrame, width: float, measure: Measure, small: float) -> float:
    """Return the height in inches of a tree without heading at a width in inches, for planning a page."""
    boxes = sum(
        len(measure.lines(str(words), width - 2 * _PAD * small / 72, small)) * _LEADING * small + 1.2 * _PAD * small
        for words in data["words"]
    )
    return float(1 + boxes + (len(data) - 1) * _LINK * small) / 72


def _checked(data: pd.DataFrame | None) -> pd.DataFrame:
    if data is None:
        data = tree_rows().query("study_id.notna()")
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame such as hv.tree_rows(); got {type(data).__name__}.")
    missing = [name for name in NEEDED if name not in data.columns]
    if missing:
        raise DataError(f"data must have the columns {', '.join(NEEDED)}; missing: {', '.join(missing)}.")
    if data.empty:
        raise DataError("data has no row, so there is nothing to draw.")
    headings = list(map(str, data["heading"].unique()))
    if len(headings) > 1:
        raise DataError(
            f"One chart shows one tree; got {len(headings)} headings: {'; '.join(headings)}. Filter the rows first."
        )
    return data


def _text(panel: Panel, x: float, y: float, words: str, **font: Any) -> None:
    text = panel.ax.text(x, y, words, va="baseline", color=panel.colours.ink, parse_math=False, **font)
    text.set_in_layout(False)


def _link(panel: Panel, top: float, width: float, joined: bool) -> None:
    """Draw what is between two boxes: an arrow, or two ends that do not meet and the reason."""
    small, line = small_type(), 1.6 * panel.line
    x, bottom = 1.6 * small, top + _LINK * small
    if joined:
        panel.ax.annotate(
            "",
            (x, bottom),
            (x, top),
            arrowprops={
                "arrowstyle": f"-|>,head_length={0.03 * small},head_width={0.018 * small}",
                "mutation_scale": 14,
                "color": panel.colours.outline,
                "lw": line,
                "shrinkA": 0,
                "shrinkB": 0,
            },
        )
        return
    for start, end in ((top, top + 0.36 * small), (bottom - 0.36 * small, bottom)):
        panel.ax.plot([x, x], [start, end], color=panel.colours.outline, lw=line, gid="broken", solid_capstyle="butt")
    for at in (top + 0.36 * small, bottom - 0.36 * small):
        panel.ax.plot([x - 0.5 * small, x + 0.5 * small], [at, at], color=panel.colours.outline, lw=line, gid="broken")
    _text(panel, x + 1.3 * small, (top + bottom) / 2 + 0.36 * small, BROKEN, size=small, weight="bold")
