"""What figures of overlapping sites allow: pale ranges between two end marks, each in an outlined whole of 100."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.bars import THICKNESS, outlined_rows
from her2viz.charts.frequency.rows import lead_type, of_one_population
from her2viz.charts.typesetting import small_type
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError

__all__ = ["overlap_ranges"]

_END = 0.92  # how high an end mark is, in rows
_GAP = 0.4  # between a mark and words, in type sizes
_KEY = 2  # so many sites and more are what the figure is about


def overlap_ranges(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a range a row, from the fewest to the most of 100 people that the figures allow.

    A range is no amount: it is pale, and a mark stands at each of its ends. The row of two or more sites is bold.
    Names start on one line, since they are read one below the other.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement: ``what``, ``number_of_sites``, ``low`` and ``high`` of 100, ``qualifier`` (such as
        "about", may be empty), ``population``, and ``remark`` (beside the range, may be empty).
        ``hv.figure("overlap-bounds").data`` is one.

    Raises
    ------
    DataError
        If columns or rows are missing, a range leaves 0 to 100 or runs backwards, or populations are mixed.
    """
    needed = ("what", "number_of_sites", "low", "high", "qualifier", "remark", "population")
    rows = of_one_population(data, needed, 'hv.figure("overlap-bounds").data')
    for row in rows.itertuples():
        if not 0 <= row.low <= row.high <= 100:
            raise DataError(
                f"{row.what}: low and high must be numbers from 0 to 100, low first; got {row.low}, {row.high}."
            )
    return draw_on(ax, partial(_draw, rows))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    names, own = rows["what"].tolist(), origin_of(rows).own
    points = panel.points if own else lead_type(panel)
    outlined_rows(panel, names)
    keys = rows["number_of_sites"] == _KEY
    widest = max(panel.measure.width(name, points, "bold") for name in names)
    panel.ax.tick_params(axis="y", pad=72 * widest + _GAP * points)
    for name, key in zip(panel.ax.get_yticklabels(), keys, strict=True):
        name.set(fontweight="bold" if key else "normal", fontsize=points, ha="left")
    if own or not panel.composed:  # a page says of whom in its head, and one of someone's own beside its long numbers
        panel.write_below(phrases.reference_class(rows, start="of"), half_page=own)
    for place, row in enumerate(rows.itertuples()):
        _range(panel, place, float(row.low), float(row.high))
    for place, (row, key) in enumerate(zip(rows.itertuples(), keys, strict=True)):
        _label(panel, place, row, "bold" if key else "normal", column=own)


def _range(panel: Panel, place: int, low: float, high: float) -> None:
    """Draw a pale range, with a mark at each end that stands out of the whole."""
    look = panel.colours
    panel.ax.barh(place, high - low, THICKNESS, left=low, color=look.rough, lw=0, zorder=0.9, gid="range")
    mark: dict[str, Any] = {"color": look.accent, "lw": 3 * panel.line, "solid_capstyle": "butt", "clip_on": False}
    for end in (low, high):
        spot = [place - _END / 2, place + _END / 2]
        panel.ax.plot([end, end], spot, scalex=False, scaley=False, gid="end", **mark)


def _label(panel: Panel, place: int, row: Any, weight: str, *, column: bool) -> None:
    """Write a range in its middle, or else after it with its remark, or else before it.

    Words of someone's own may leave too little room, so their ranges are written in a column after the whole.
    """
    ax, gap, inch = panel.ax, _GAP * panel.em, panel.width / 100
    words, points = phrases.span(row.qualifier, row.low, row.high), panel.points if column else lead_type(panel)
    wide = panel.extent(words, weight=weight, size=points) / panel.dpi + 2 * gap
    font: dict[str, Any] = {"textcoords": "offset points", "va": "center_baseline", "parse_math": False}
    look: dict[str, Any] = {"weight": weight, "size": points, "color": panel.colours.ink, **font}
    beyond = 100 if column else row.high
    if not column and wide <= (row.high - row.low) * inch:
        ax.annotate(words, ((row.low + row.high) / 2, place), xytext=(0, 0), ha="center", **look)
        wide = 0.0
    elif not column and wide > (100 - row.high) * inch:
        ax.annotate(words, (row.low, place), xytext=(-72 * gap, 0), ha="right", **look)
        return
    else:
        ax.annotate(words, (beyond, place), xytext=(72 * gap, 0), **look)
    if row.remark and not column:
        muted: dict[str, Any] = {"size": small_type(), "color": panel.colours.muted, **font}
        ax.annotate(row.remark, (beyond, place), xytext=(72 * max(wide, gap), 0), **muted)
