"""How bars fill a page: one row below the other, or in two columns where rows of someone's own are many."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.frequency.bars import PAIR, label_lines, site_bars
from her2viz.charts.typesetting import LEADING
from her2viz.dataset.origin import origin_of
from her2viz.own.grouped import groups_of
from her2viz.page.panels import Panels, Room

__all__ = ["bar_panels"]

#: Up to so many rows are as high as a page's rows are; more of them are thinner.
_FULL = 8
#: The least distance of two lines of words, in lines.
_APART = 1.4


def bar_panels(rows: pd.DataFrame) -> Panels:
    """Return the chart of bars, and for rows of someone's own the same in two columns, for a page that is too low."""
    labels = rows["label"].drop_duplicates().tolist()
    one = Panels((partial(_draw, rows),), partial(_height, rows, labels))
    if not origin_of(rows).own or len(labels) < 2:
        return one
    half = -(-len(labels) // 2)
    halves = tuple(partial(_draw, rows[rows["label"].isin(some)]) for some in (labels[:half], labels[half:]))
    return Panels(one.draw, one.height, otherwise=Panels(halves, one.height, columns=2))


def _draw(rows: pd.DataFrame, ax: Axes) -> Axes:
    return site_bars(rows, ax=ax)


def _height(rows: pd.DataFrame, labels: list[str], room: Room) -> float:
    page = room.page
    if not origin_of(rows).own:
        return page.row * (len(rows) + 0.9)
    line = LEADING * page.label / 72
    lines = max(text.count("\n") + 1 for text in label_lines(room.measure, page.width, labels, page.label))
    least = max(_APART * line / (PAIR if groups_of(rows) else 1), (lines + _APART - 1) * line)
    return max(least, page.row * min(1.0, _FULL / len(labels))) * len(labels) + 0.9 * page.row
