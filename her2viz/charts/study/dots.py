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
    Group,
    Row,
    bottom_of,
    checked,
    groups_of,
    rough_label,
    top_of,
)
from her2viz.charts.typesetting import heading_type, small_type
from her2viz.errors import UsageError, brief

__all__ = ["study_dots"]

#: From this width on, in type sizes, there is room for ticks every 20 and for larger words.
_WIDE = 15
#: Below this width there is room for the ends of the axis only.
_NARROW = 5.9
#: In sizes of type: between two columns, before a study under its heading, a dot, from it to its number, from the line
#: of the rough figure to a number, and a line below another.
_GAP, _INDENT, _DOT, _ASIDE, _FROM_ROUGH, _LINE = 0.5, 0.4, 0.85, 0.2, 0.35, 1.12
#: Of a row, its track.
_TRACK = 0.8
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
        percentage keeps its place and stays blank. Intervals are drawn from the columns ``low`` and ``high``; without
        these columns, a short line leads from the rough figure to each dot.
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
    bottom, points = bottom_of(rows), _type(panel)
    ax.set_xlim(0, 100)
    ax.set_ylim(bottom, top_of(rows) - 0.65)
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    rough, qualifier = float(first["rough_pct"]), str(first.get("qualifier", "about"))
    every = [row for group in groups for row in group.rows]
    beside = _write_words(panel, rows, groups, points) if labels else 0.0
    for group in groups:
        heading = 72 * panel.measure.width(group.heading, points) + _GAP * points if labels else 0.0
        _rule(panel, group.place, min(0.0, _units(panel, heading - beside)))
    size = heading_type() if panel.composed else panel.points
    _write(panel, str(first["site_label"]), 0, top_of(rows), weight="bold", size=size)
    _draw_rough(panel, rough, f"{qualifier} {rough:g}".strip(), bottom, points)
    for row in every:
        if not pd.isna(row.percent):
            _draw_row(panel, row, rough, "low" not in rows, points)
    _ticks(panel)
    if not panel.composed:
        blank = labels and any(pd.isna(row.percent) for row in every)
        panel.write_below(f"{_OF_WHOM}. {NOT_GIVEN}" if blank else _OF_WHOM)


def _units(panel: Panel, points: float) -> float:
    """Turn a width in points into units of the axis."""
    return 100 * points / (72 * panel.width)


def _type(panel: Panel) -> float:
    """Return the size of the words in the rows: small, unless the chart has a page of ours for itself."""
    return panel.points if panel.composed and len(page_of(panel.ax).axes) == 1 else small_type()


def _write(
    panel: Panel,
    words: str,
    x: float,
    place: float,
    *,
    shift: float = 0.0,
    up: float = 0.0,
    in_layout: bool = False,
    **look: Any,
) -> None:
    """Write a line at a value of the axis and a row, shifted by points; the layout of the page leaves most out."""
    if not words:
        return
    look = {"size": small_type(), "color": panel.colours.ink, **look}
    text = panel.ax.annotate(
        words,
        (x, place),
        xytext=(shift, up - 0.36 * look["size"]),
        textcoords="offset points",
        va="baseline",
        annotation_clip=False,
        parse_math=False,
        **look,
    )
    text.set_in_layout(in_layout)


def _write_words(panel: Panel, rows: pd.DataFrame, groups: list[Group], points: float) -> float:
    """Write headings, studies and whom they counted left of the axis; return their width in points.

    Beside other panels, whom the last study counted stands below its name where a line is too long, for there is room
    beside the numbers of the axis.
    """
    every, gap, indent = [row for group in groups for row in group.rows], _GAP * points, _INDENT * points
    below = len(page_of(panel.ax).axes) > 1 and "under" not in rows

    def wide(text: str, weight: str = "normal") -> float:
        return 72 * panel.measure.width(text, points, weight)

    names = [wide(row.label, "bold") for row in every]
    whole = [name + gap + wide(row.whom) if row.whom else name for name, row in zip(names, every, strict=True)]
    lines = [*whole[:-1], names[-1], wide(every[-1].whom), *map(wide, [row.under for row in every])]
    width = gap + max(
        *(indent + line for line in (lines if below else [*lines, whole[-1]])),
        *map(wide, rough_label(rows)),
        *(wide(group.heading) for group in groups),
    )
    look: dict[str, Any] = {"size": points, "in_layout": True}
    for group in groups:
        _write(panel, group.heading, 0, group.place, shift=-width, color=panel.colours.muted, **look)
    for name, long, row in zip(names, whole, every, strict=True):
        left, up = indent - width, _LINE / 2 * points if row.under else 0.0
        weight = "bold" if row.strong else "normal"
        _write(panel, row.label, 0, row.place, shift=left, up=up, weight=weight, **look)
        right, down = (name + gap, 0.0) if long + gap + indent <= width + 0.01 else (0.0, -_LINE * points)
        muted = {**look, "color": panel.colours.muted}
        _write(panel, row.whom, 0, row.place, shift=left + right, up=up + down, **muted)
        _write(panel, row.under, 0, row.place, shift=left, up=-up, **muted)
    for above, line in enumerate(reversed(rough_label(rows))):
        _write(panel, line, 0, 0, shift=-width, up=_LINE * above * points, **look)
    return width


def _rule(panel: Panel, place: float, start: float) -> None:
    """Draw a hairline from a value of the axis, or from a heading, to the end of the axis."""
    line = Line2D([start, 100], [place, place], color=panel.colours.rule, lw=0.8 * panel.line, gid="rule", zorder=0.5)
    line.set_clip_on(False)
    line.set_in_layout(False)
    panel.ax.add_line(line)


def _draw_rough(panel: Panel, value: float, words: str, bottom: float, points: float) -> None:
    """Draw the rough figure above all groups: an open mark, its words beside it, and a dashed line down from there."""
    accent, width = panel.colours.accent, panel.line
    wide = _units(panel, 72 * panel.measure.width(words, points, "bold"))
    aside = _units(panel, (_DOT / 2 + _ASIDE) * points)
    left = value + aside + wide > 100 and value - aside - wide >= 0
    _write(
        panel,
        words,
        value - aside if left else value + aside,
        0,
        ha="right" if left else "left",
        weight="bold",
        size=points,
    )
    line: dict[str, Any] = {"color": accent, "lw": 1.4 * width, "ls": (0, (3, 2))}
    panel.ax.plot([value, value], [0, bottom], gid="rough", zorder=1, **line)
    panel.ax.plot(
        [value],
        [0],
        marker="D",
        ms=_DOT * 0.7 * points,
        mfc=panel.colours.rough,
        mec=accent,
        mew=1.4 * width,
        ls="none",
        gid="rough mark",
        clip_on=False,
        zorder=3,
    )


def _draw_row(panel: Panel, row: Row, rough: float, gap: bool, points: float) -> None:
    """Draw a dot on its track, with its interval or with a line from the rough figure, and its number."""
    ax, accent = panel.ax, panel.colours.accent
    track = Rectangle((0, row.place - _TRACK / 2), 100, _TRACK, facecolor=panel.colours.track, gid="track", zorder=0.8)
    track.set_clip_on(False)
    ax.add_patch(track)
    line: dict[str, Any] = {"color": accent, "lw": 2.4 * panel.line, "solid_capstyle": "butt", "zorder": 2}
    ends = [row.percent]
    if not pd.isna(row.low) and not pd.isna(row.high):
        ends = [row.low, row.high]
        ax.plot(ends, [row.place] * 2, gid="interval", **line)
    elif gap:
        # thin and grey, for it is no interval
        away = {**line, "color": panel.colours.outline, "lw": 1.4 * panel.line}
        ax.plot([rough, row.percent], [row.place] * 2, gid="gap", **away)
    ax.plot(
        [row.percent],
        [row.place],
        marker="o",
        ms=_DOT * points,
        mfc=accent,
        mec=panel.colours.paper,
        mew=0,
        ls="none",
        gid="figure",
        clip_on=False,
        zorder=4,
    )
    radius = _units(panel, _DOT / 2 * points)
    _write_number(panel, row, (min(*ends, row.percent - radius), max(*ends, row.percent + radius)), rough, points)


def _write_number(panel: Panel, row: Row, ends: tuple[float, float], rough: float, points: float) -> None:
    """Write a number beside its dot or interval: away from the rough figure, where it has room on the track.

    The number of a dot right of that never stands left of it: it may reach over the end of the track.
    """
    weight = "bold" if row.strong else "normal"
    wide = _units(panel, 72 * panel.measure.width(row.printed, points, weight))
    aside, off = _units(panel, _ASIDE * points), _units(panel, _FROM_ROUGH * points)
    left, right = ends[0] - aside, ends[1] + aside
    if right - aside < rough < right + wide + aside:
        right = rough + off
    if left - wide - aside < rough < left + aside:
        left = rough - off
    astray = left - wide < rough < row.percent
    fits = {"right": left - wide >= 2 * aside and not astray, "left": right + wide <= 100}
    wanted = "right" if row.percent < rough else "left"
    other = "left" if wanted == "right" else "right"
    align = other if fits[other] and not fits[wanted] else wanted if fits[wanted] else "left"
    at = left if align == "right" else right
    _write(panel, row.printed, at, row.place, ha=align, weight=weight, size=points, in_layout=True)


def _ticks(panel: Panel) -> None:
    """Set ticks from 0 to 100, as many as have room."""
    room = 72 * panel.width / small_type()
    step = 20 if room > _WIDE else 50 if room > _NARROW else 100
    panel.ax.set_xticks(range(0, 101, step))
    # inside the axis, so that panels can stand close; none where a chart below shares the axis and has them
    if labels := panel.ax.get_xticklabels():
        labels[0].set_horizontalalignment("left")
        labels[-1].set_horizontalalignment("right")
