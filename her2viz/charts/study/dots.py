"""Dots of published studies on an axis from 0 to 100, in rows under the moment of counting."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from her2viz.charts.axes import Panel, page_of
from her2viz.charts.fitting import draw_on
from her2viz.charts.study.dot_rows import (
    NOT_GIVEN,
    TOP,
    Row,
    bottom_of,
    checked,
    groups_of,
)
from her2viz.charts.study.dot_words import ASIDE, GAP, beside_others, units, write, write_labels, write_number
from her2viz.charts.typesetting import heading_type, small_type
from her2viz.errors import UsageError, brief

__all__ = ["study_dots"]

#: From this width on, in type sizes, there is room for ticks every 20 and for larger words.
_WIDE = 15
#: Below this width there is room for the ends of the axis only.
_NARROW = 5.9
#: In sizes of type: a dot, one on a short track, and from the end of a track to the numbers of its column.
_DOT, _SMALL_DOT, _TO_NUMBER = 0.7, 0.5, 0.35
#: Of a row, its track.
_TRACK = 0.3
_NONE = "\u2013"
_OF_WHOM = "Of 100 people in each study"


def study_dots(
    data: pd.DataFrame | None = None, *, labels: bool = True, ax: Axes | None = None, color: object = None
) -> Axes:
    """Draw a dot a study for one site, in rows under the moment of counting, beside the rough figure.

    Each dot stands on a pale track from 0 to 100, its number beside it. The rough figure is an open mark, from which
    a dashed line runs down through the rows.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.study_rows` of one site; bone, all types together, where None. A row without a
        percentage keeps its place and stays blank. Intervals are drawn from the columns ``low`` and ``high``, where
        they are there.
    labels : bool
        Whether to write moment, study, country and people left of the axis; False for a panel beside another one with
        the same rows.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay. Where
        words would leave a figure without a layout engine, its margins are set anew, as by ``tight_layout``.
    color : object, optional
        Taken, and not used, so that seaborn's ``FacetGrid.map_dataframe`` can call it: our colours stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. The horizontal axis runs from 0 to 100 people of each study.

    Raises
    ------
    DataError
        If the rows mix sites, denominators or rough figures, or hold a percentage outside 0 to 100; all problems are
        listed.
        Also where the chart does not fit on its Axes: nothing of it is left there then.
    UsageError
        If ax is not one plain Axes.

    Notes
    -----
    The shipped numbers come from published studies (``data/published_figures.csv``), the rough figures from one web
    page (``data/metastasis_sites.csv``). Studies differ in whom they count and when: they are never joined or
    averaged. An interval is about chance only. The columns of words stand left of the axis: make your figure with
    ``layout="constrained"``, so that they have room.

    Examples
    --------
    >>> import her2viz as hv
    >>> ax = hv.study_dots(hv.study_rows("brain"))
    >>> [text.get_text() for text in ax.texts if "about" in text.get_text()]
    ['about 10']
    """
    if not isinstance(labels, bool):
        raise UsageError(f"labels must be True or False; got {brief(labels)}.")
    return draw_on(ax, partial(_draw, checked(data), labels))


def _draw(rows: pd.DataFrame, labels: bool, panel: Panel) -> None:
    ax, groups, first = panel.ax, groups_of(rows), rows.iloc[0]
    bottom, points = bottom_of(rows, groups), _type(panel)
    ax.set_xlim(0, 100)
    ax.set_ylim(bottom, TOP - 0.65)
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    rough, qualifier = float(first["rough_pct"]), str(first.get("qualifier", "about"))
    every = [row for group in groups for row in group.rows]
    left = write_labels(panel, rows, groups, points) if labels else 0.0
    column = _column(panel, every, points) if beside_others(panel) else 0.0
    for group in groups:
        _rule(panel, group.rule, units(panel, -left), 100 + units(panel, column))
    size = heading_type() if panel.composed and not column else panel.points
    name = str(first["site_label"])
    write(panel, name, 0, TOP, weight="bold", size=size)
    beside = 72 * panel.measure.width(name, size, "bold") + GAP * points if column else 0.0
    _draw_rough(panel, rough, f"{qualifier} {rough:g}".strip(), bottom, points, beside)
    for row in every:
        if not pd.isna(row.percent):
            _draw_row(panel, row, rough, column, points)
        elif column:
            write(panel, _NONE, 100, row.place, shift=column, ha="right", color=panel.colours.muted, size=points)
    _ticks(panel)
    if not panel.composed:
        blank = labels and any(pd.isna(row.percent) for row in every)
        panel.write_below(f"{_OF_WHOM}. {NOT_GIVEN}" if blank else _OF_WHOM)


def _column(panel: Panel, rows: list[Row], points: float) -> float:
    """Return how far the numbers reach that stand in a column right of the tracks, in points."""
    given = [row.printed for row in rows if not pd.isna(row.percent)]
    return _TO_NUMBER * points + 72 * max(panel.measure.width(number, points, "bold") for number in given)


def _type(panel: Panel) -> float:
    """Return the size of the words in the rows: small, unless the chart has a page of ours for itself."""
    return panel.points if panel.composed and len(page_of(panel.ax).axes) == 1 else small_type()


def _rule(panel: Panel, place: float, start: float, end: float) -> None:
    """Draw a hairline above a group, from the words left of the axis to the numbers right of it."""
    line = Line2D([start, end], [place, place], color=panel.colours.rule, lw=0.8 * panel.line, gid="rule", zorder=0.5)
    line.set_clip_on(False)
    line.set_in_layout(False)
    panel.ax.add_line(line)


def _draw_rough(panel: Panel, value: float, words: str, bottom: float, points: float, beside: float) -> None:
    """Draw the rough figure above all groups: an open mark, its words, and a dashed line down from there.

    The words stand beside the mark; or beside the name of the site, so far from its start, where tracks are short.
    """
    accent, width = panel.colours.accent, panel.line
    look: dict[str, Any] = {"weight": "bold", "size": points}
    aside, wide = (_DOT / 2 + ASIDE) * points, 72 * panel.measure.width(words, points, "bold")
    if beside:
        write(panel, words, 0, TOP, shift=beside, size=points)
    elif value + units(panel, aside + wide) > 100 and value - units(panel, aside + wide) >= 0:
        write(panel, words, value, 0, shift=-aside, ha="right", **look)
    else:
        write(panel, words, value, 0, shift=aside, **look)
    line: dict[str, Any] = {"color": accent, "lw": 1.4 * width, "ls": (0, (3, 2))}
    panel.ax.plot([value, value], [0, bottom], gid="rough", zorder=1, **line)
    panel.ax.plot(
        [value],
        [0],
        marker="D",
        ms=_DOT * 0.8 * points,
        mfc=panel.colours.rough,
        mec=accent,
        mew=1.4 * width,
        ls="none",
        gid="rough mark",
        clip_on=False,
        zorder=3,
    )


def _draw_row(panel: Panel, row: Row, rough: float, column: float, points: float) -> None:
    """Draw a dot on its track, with its interval, and its number."""
    ax, accent = panel.ax, panel.colours.accent
    track = Rectangle((0, row.place - _TRACK / 2), 100, _TRACK, facecolor=panel.colours.track, gid="track", zorder=0.8)
    track.set_clip_on(False)
    ax.add_artist(track)
    ends = [row.percent]
    if not pd.isna(row.low) and not pd.isna(row.high):
        ends = [row.low, row.high]
        ax.plot(
            ends, [row.place] * 2, color=accent, lw=2.4 * panel.line, solid_capstyle="butt", gid="interval", zorder=2
        )
    dot = (_SMALL_DOT if column else _DOT) * points
    ax.plot(
        [row.percent],
        [row.place],
        marker="o",
        ms=dot,
        mfc=accent,
        mec=panel.colours.paper,
        mew=0,
        ls="none",
        gid="figure",
        clip_on=False,
        zorder=4,
    )
    if column:
        look: dict[str, Any] = {"weight": "bold" if row.strong else "normal", "size": points, "in_layout": True}
        write(panel, row.printed, 100, row.place, shift=column, ha="right", **look)
        write(panel, row.mark, 100, row.place, shift=column, **look)  # hangs, so that digits stand in a column
        return
    radius = units(panel, dot / 2)
    write_number(panel, row, (min(*ends, row.percent - radius), max(*ends, row.percent + radius)), rough, points)


def _ticks(panel: Panel) -> None:
    """Set ticks from 0 to 100, as many as have room."""
    room = 72 * panel.width / small_type()
    step = 20 if room > _WIDE else 50 if room > _NARROW else 100
    panel.ax.set_xticks(range(0, 101, step))
    # inside the axis, so that panels can stand close; none where a chart below shares the axis and has them
    if labels := panel.ax.get_xticklabels():
        labels[0].set_horizontalalignment("left")
        labels[-1].set_horizontalalignment("right")
