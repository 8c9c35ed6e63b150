"""Dots of published studies on an axis from 0 to 100, in rows under the moment of counting."""

from __future__ import annotations

import itertools
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.study.dot_rows import GAP, NOT_GIVEN, ROUGH_LABEL, Row, checked, groups_of, lines_of, tall_of
from her2viz.charts.typesetting import Measure, small_type

__all__ = ["study_dots"]

HEADS = ("when", "study", "people")
#: From this width on, in type sizes, there is room for ticks every 20 and for the longer words.
_WIDE = 15
#: Below this width there is room for the ends of the axis only.
_NARROW = 5.9
_ROUGH_MOMENT = "not given"
_OF_WHOM = "of 100 people in each study"


def study_dots(
    data: pd.DataFrame | None = None, *, labels: bool = True, ax: Axes | None = None, color: object = None
) -> Axes:
    """Draw a dot a study for one site, in groups by the moment of counting, with the rough figure as a line.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.study_rows` of one site; bone, all types together, where None. A row without a
        percentage keeps its place and says that none is given. Intervals are drawn from the columns ``low`` and
        ``high`` where they are there.
    labels : bool
        Whether to write moment, study and people left of the axis; False for a panel beside another one with the
        same rows.
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
    return draw_on(ax, partial(_draw, checked(data), labels))


def _draw(rows: pd.DataFrame, labels: bool, panel: Panel) -> None:
    ax, muted = panel.ax, panel.colours.muted
    groups = groups_of(rows)
    every = [row for group in groups.values() for row in group]
    first = rows.iloc[0]
    rough_label = str(first.get("rough_label", ROUGH_LABEL))
    bottom = every[-1].place + tall_of(rows) / 2 + 0.05
    head = -(lines_of(rough_label) + 1) / 2
    ax.set_xlim(0, 100)
    ax.set_ylim(bottom, head - 0.6)
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.spines["bottom"].set_visible(True)
    beside = _write_columns(panel, groups, rough_label, str(first.get("label_head", HEADS[1]))) if labels else 0.0
    for above, below in itertools.pairwise(groups.values()):
        _rule(panel, (above[-1].place + below[0].place) / 2, beside)
    _rule(panel, (lines_of(rough_label) + GAP) / 2, beside)
    _write(panel, first["site_label"], 0, head, weight="bold", size=panel.points)
    taken = panel.measure.width(str(first["site_label"]), panel.points, "bold") + 0.5 * panel.em
    if _room(panel) > _WIDE and taken + panel.measure.width(_OF_WHOM, small_type()) < panel.width:
        _write(panel, _OF_WHOM, 100, head, ha="right", color=muted)
    elif not panel.composed:
        panel.write_below(_OF_WHOM)
    _draw_rough(panel, float(first["rough_pct"]), str(first.get("qualifier", "about")), bottom)
    for row in every:
        _draw_row(panel, row, float(first["rough_pct"]))
    _ticks(panel)
    if labels and NOT_GIVEN in {cell for row in every for cell in (row.printed, row.people)}:
        _write(panel, f"{NOT_GIVEN} not given", 0, bottom + 0.9, shift=-beside, color=muted)


def _write(panel: Panel, words: str, x: float, place: float, *, shift: float = 0.0, **look: Any) -> Annotation:
    """Write a line at a value of the axis and a row, shifted by points; the layout of the page leaves it out."""
    look = {"size": small_type(), "color": panel.colours.ink, **look}
    text = panel.ax.annotate(
        words,
        (x, place),
        xytext=(shift, -0.36 * look["size"]),
        textcoords="offset points",
        va="baseline",
        annotation_clip=False,
        parse_math=False,
        **look,
    )
    text.set_in_layout(False)
    return text


def _write_cell(panel: Panel, words: str, place: float, shift: float, colour: str) -> None:
    """Write the lines of a cell left of the axis, one below the other."""
    lines = words.split("\n")
    for number, line in enumerate(lines):
        text = _write(panel, line, 0, place + number - (len(lines) - 1) / 2, shift=shift, color=colour)
        text.set_in_layout(True)


def _write_columns(panel: Panel, groups: dict[str, list[Row]], rough_label: str, head: str) -> float:
    """Write moment, study and people in columns left of the axis; return their width in points."""
    small, measure = small_type(), panel.measure

    def wide(texts: list[str]) -> float:
        return 72 * max(measure.width(line, small) for text in texts for line in text.split("\n"))

    every = [row for group in groups.values() for row in group]
    tall = max(lines_of(row.label) for row in every)
    top = -(lines_of(rough_label) + 1) / 2
    moments = [_halved(name, measure, small) if len(group) * tall > 1 else name for name, group in groups.items()]
    middles = [(group[0].place + group[-1].place) / 2 for group in groups.values()]
    columns = (
        [(top, HEADS[0]), (0.0, _ROUGH_MOMENT), *zip(middles, moments, strict=True)],
        [(top, head), *((row.place, row.label) for row in every)],
        [(top, HEADS[2]), *((row.place, row.people) for row in every)],
    )
    gap = 0.75 * small
    moment, study, people = (wide([text for _, text in cells]) + gap for cells in columns)
    people += 0.35 * small
    study = max(study, wide([rough_label]) + gap - people)  # whom the rough figure is about runs on into people
    left = -(moment + study + people)
    starts = (left, left + moment, left + moment + study)
    for start, cells in zip(starts, columns, strict=True):
        for place, text in cells:
            _write_cell(panel, text, place, start, panel.colours.muted if place < 0 else panel.colours.ink)
    _write_cell(panel, rough_label, 0, starts[1], panel.colours.ink)
    return float(-left)


def _halved(text: str, measure: Measure, points: float) -> str:
    """Break a text into the two lines that need the least width."""
    words = text.split()
    if len(words) < 3:
        return text
    breaks = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return "\n".join(min(breaks, key=lambda pair: max(measure.width(line, points) for line in pair)))


def _rule(panel: Panel, place: float, beside: float) -> None:
    """Draw a hairline between two groups, on past the axis under the columns beside it."""
    look: dict[str, Any] = {"color": panel.colours.outline, "lw": 0.5 * panel.line}
    panel.ax.add_line(Line2D([0, 100], [place, place], clip_on=False, gid="rule", zorder=0.5, **look))
    if beside:
        arrow = {"arrowstyle": "-", "shrinkA": 0, "shrinkB": 0, **look}
        panel.ax.annotate(
            "", (0, place), (-beside, 0), textcoords="offset points", arrowprops=arrow, annotation_clip=False
        )


def _draw_rough(panel: Panel, value: float, qualifier: str, bottom: float) -> None:
    """Draw the rough figure: its words in its own row, and a line down from them through the studies."""
    width = panel.line
    words = f"{qualifier} {value:g}".strip()
    if _room(panel) > _WIDE:
        words = f"{ROUGH_LABEL}, {words}"
    text = _write(panel, words, value, 0, ha="center")
    inverse = panel.ax.transData.inverted()
    box = text.get_window_extent()
    left, right = (inverse.transform((x, 0))[0] for x in (box.x0, box.x1))
    if left < 0:
        text.xy = (0, 0)
        text.set_horizontalalignment("left")
    elif right > 100:
        text.xy = (100, 0)
        text.set_horizontalalignment("right")
    line: dict[str, Any] = {"color": panel.colours.outline, "lw": 1.6 * width, "ls": (0, (3, 1.6))}
    panel.ax.plot([value, value], [0.5, bottom], gid="rough", zorder=1, **line)


def _draw_row(panel: Panel, row: Row, rough: float) -> None:
    small = small_type()
    if pd.isna(row.percent):
        _write(panel, row.printed, 50, row.place, color=panel.colours.muted, ha="center")
        return
    low, high = row.percent, row.percent
    if not pd.isna(row.low) and not pd.isna(row.high):
        low, high = row.low, row.high
        width = 1.6 * panel.line
        panel.ax.plot([low, high], [row.place] * 2, color=panel.colours.accent, lw=width, gid="interval", zorder=2)
    panel.ax.plot(
        [row.percent],
        [row.place],
        marker="o",
        ms=0.48 * small,
        mfc=panel.colours.accent,
        mec=panel.colours.paper,
        mew=0,
        ls="none",
        gid="figure",
        clip_on=False,
        zorder=4,
    )
    _beside(panel, row.printed, row.place, low, high, avoid=rough)


def _beside(panel: Panel, words: str, place: float, low: float, high: float, avoid: float) -> None:
    """Write a number right of its mark, or left where it would leave the axis or meet the line of the rough figure."""
    shift = 0.4 * small_type()
    weight = "bold" if _room(panel) > _WIDE else "normal"
    inverse = panel.ax.transData.inverted()

    def write(x: float, side: int, **look: Any) -> tuple[Annotation, bool]:
        text = _write(
            panel,
            words,
            x,
            place,
            shift=side * shift,
            ha="left" if side > 0 else "right",
            weight=weight,
            zorder=3,
            **look,
        )
        box = text.get_window_extent()
        start, end = (inverse.transform((at, 0))[0] for at in (box.x0, box.x1))
        crosses = start - 1 < avoid < end + 1
        return text, start >= -1 and end <= 102 and not crosses

    for x, side in ((high, 1), (low, -1)):
        text, fits = write(x, side)
        if fits:
            return
        text.remove()
    # paper behind it, where the line of the rough figure would run through it
    write(
        *((high, 1) if high < 60 else (low, -1)),
        bbox={"facecolor": panel.colours.paper, "edgecolor": "none", "pad": 0.6},
    )


def _ticks(panel: Panel) -> None:
    """Set ticks from 0 to 100, as many as have room."""
    step = 20 if _room(panel) > _WIDE else 50 if _room(panel) > _NARROW else 100
    panel.ax.set_xticks(range(0, 101, step))
    # inside the axis, so that panels can stand close
    first, *_, last = panel.ax.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")


def _room(panel: Panel) -> float:
    """Return the width of the axis in type sizes."""
    return 72 * panel.width / small_type()
