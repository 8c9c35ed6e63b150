"""Dots of published studies on an axis from 0 to 100, in rows under the moment of counting."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Annotation

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
#: In sizes of type: between two columns, before a study under its heading, a dot, and its track.
_GAP, _INDENT, _DOT, _TRACK = 0.7, 0.6, 0.62, 0.34
_OF_WHOM = "Of 100 people in each study"


def study_dots(
    data: pd.DataFrame | None = None, *, labels: bool = True, ax: Axes | None = None, color: object = None
) -> Axes:
    """Draw a dot a study for one site, in rows under the moment of counting, beside the rough figure.

    Each dot stands on a pale track from 0 to 100, its number right of it. The rough figure is an open mark, from which
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
    numbers = [row.printed for row in every if not pd.isna(row.percent)]
    number = 72 * max(panel.measure.width(text, points, "bold") for text in numbers) + _GAP * points
    for group in groups:
        _rule(panel, group.rule, beside, number)
    heading = heading_type() if panel.composed else panel.points
    _write(panel, str(first["site_label"]), 0, top_of(rows), weight="bold", size=heading)
    look: dict[str, Any] = {"shift": number, "ha": "right", "weight": "bold", "size": points}
    _write(panel, f"{qualifier} {rough:g}".strip(), 100, 0, **look).set_in_layout(True)
    _draw_rough(panel, rough, groups[0].rule, bottom, points)
    for row in every:
        if not pd.isna(row.percent):
            _draw_row(panel, row, rough if "low" not in rows else None, points)
            _write(panel, row.printed, 100, row.place, **look).set_in_layout(True)
    _ticks(panel)
    if not panel.composed:
        blank = labels and len(numbers) < len(every)
        panel.write_below(f"{_OF_WHOM}. {NOT_GIVEN}" if blank else _OF_WHOM)


def _type(panel: Panel) -> float:
    """Return the size of the words in the rows: small, unless the chart has a page of ours for itself."""
    return panel.points if panel.composed and len(page_of(panel.ax).axes) == 1 else small_type()


def _write(
    panel: Panel, words: str, x: float, place: float, *, shift: float = 0.0, up: float = 0.0, **look: Any
) -> Annotation:
    """Write a line at a value of the axis and a row, shifted by points; the layout of the page leaves it out."""
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
    text.set_in_layout(False)
    return text


def _write_words(panel: Panel, rows: pd.DataFrame, groups: list[Group], points: float) -> float:
    """Write headings, studies, countries and numbers of people left of the axis; return their width in points."""
    muted, every = panel.colours.muted, [row for group in groups for row in group.rows]

    def wide(texts: list[str]) -> float:
        return 72 * max(panel.measure.width(text, points) for text in texts)

    people_head = str(rows.iloc[0].get("people_head", ""))
    gap, indent = _GAP * points, _INDENT * points
    names = [72 * panel.measure.width(row.label, points, "bold") + gap for row in every]
    people = wide([*(row.people for row in every), people_head])
    columns = indent + max(name + wide([row.country]) for name, row in zip(names, every, strict=True)) + gap + people
    headings, rough = [group.heading for group in groups], rough_label(rows)
    under = indent + wide([row.under for row in every])
    head = wide(rough[-1:]) + (gap + wide([people_head]) if people_head else 0)
    width = max(columns, wide(headings), wide(rough), head, under) + gap
    left, right = -width, -gap
    cells: list[tuple[str, float, float, dict[str, Any]]] = [
        (people_head, 0, right, {"ha": "right", "color": muted}),
        *((group.heading, group.place, left, {"color": muted}) for group in groups),
    ]
    for name, row in zip(names, every, strict=True):
        cells += [
            (row.label, row.place, left + indent, {"weight": "bold"}),
            (row.under, row.place + 0.92, left + indent, {"color": muted}),
            (row.country, row.place, left + indent + name, {"color": muted}),
            (row.people, row.place, right, {"ha": "right", "color": muted}),
        ]
    for text, place, shift, look in cells:
        if text:
            _write(panel, text, 0, place, shift=shift, size=points, **look).set_in_layout(True)
    for above, line in enumerate(reversed(rough)):
        _write(panel, line, 0, 0, shift=left, up=1.15 * above * points, size=points).set_in_layout(True)
    return width


def _rule(panel: Panel, place: float, left: float, right: float) -> None:
    """Draw a hairline below the axis and, for so many points, below the words on both its sides."""
    unit = 100 / (72 * panel.width)
    ends = [-left * unit, 100 + right * unit]
    line = Line2D(ends, [place, place], color=panel.colours.rule, lw=0.8 * panel.line, gid="rule", zorder=0.5)
    line.set_clip_on(False)
    line.set_in_layout(False)
    panel.ax.add_line(line)


def _draw_rough(panel: Panel, value: float, top: float, bottom: float, points: float) -> None:
    """Draw the rough figure: an open mark on the rule below its words, and a dashed line from there."""
    accent, width = panel.colours.accent, panel.line
    line: dict[str, Any] = {"color": accent, "lw": 1.2 * width, "ls": (0, (3, 2))}
    panel.ax.plot([value, value], [top, bottom], gid="rough", zorder=1, **line)
    panel.ax.plot(
        [value],
        [top],
        marker="D",
        ms=_DOT * 0.8 * points,
        mfc=panel.colours.rough,
        mec=accent,
        mew=1.2 * width,
        ls="none",
        gid="rough mark",
        clip_on=False,
        zorder=3,
    )


def _draw_row(panel: Panel, row: Row, rough: float | None, points: float) -> None:
    """Draw a dot on its track, with its interval or with a line from the rough figure."""
    ax, accent = panel.ax, panel.colours.accent
    low, high = ax.get_ylim()
    thick = _TRACK * points / 72 * abs(high - low) / panel.height
    track = Rectangle((0, row.place - thick / 2), 100, thick, facecolor=panel.colours.track, gid="track", zorder=0.8)
    track.set_clip_on(False)
    ax.add_patch(track)
    width = 1.6 * panel.line
    if not pd.isna(row.low) and not pd.isna(row.high):
        ends: dict[str, Any] = {"marker": "|", "ms": _DOT * points, "mew": width}
        ax.plot([row.low, row.high], [row.place] * 2, color=accent, lw=width, gid="interval", zorder=2, **ends)
    elif rough is not None:
        ax.plot([rough, row.percent], [row.place] * 2, color=accent, lw=width, gid="gap", zorder=2)
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


def _ticks(panel: Panel) -> None:
    """Set ticks from 0 to 100, as many as have room."""
    room = 72 * panel.width / small_type()
    step = 20 if room > _WIDE else 50 if room > _NARROW else 100
    panel.ax.set_xticks(range(0, 101, step))
    # inside the axis, so that panels can stand close; none where a chart below shares the axis and has them
    if labels := panel.ax.get_xticklabels():
        labels[0].set_horizontalalignment("left")
        labels[-1].set_horizontalalignment("right")
