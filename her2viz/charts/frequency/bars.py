"""Horizontal bars on an outlined whole of 100, one a site, or two where rows are of two groups."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel, page_of
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import Bar, bars_of, lead_type, shown_rows
from her2viz.charts.typesetting import LEADING, Measure, small_type
from her2viz.dataset.origin import origin_of
from her2viz.own.grouped import reference

__all__ = ["PAIR", "THICKNESS", "label_lines", "outlined_rows", "site_bars"]

#: Of a bar, in rows.
THICKNESS = 0.72
#: Of two bars side by side: how far they are apart from middle to middle, and the thickness of each, in rows.
PAIR, _HALF = 0.42, 0.36
#: Of someone's own labels, at most so much of a page's width, and of more than so many; longer ones are broken.
_LABELS, _MANY, _OF_MANY = 0.3, 8, 0.37
#: So many rows fill the height even where there are fewer, which would be thick.
_FEWEST = 2
#: Up to so many rows have names and numbers of heading size on a page.
_LARGE = 5
_GAP = 0.4  # between a bar and words, in type sizes


def site_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw a bar a site, of 100 people, each inside an outline of the whole 100.

    Rows of your own that are of two groups (a column ``group``) are drawn as two bars a site.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns. Rows without a frequency are not drawn; of rows
        of :func:`her2viz.read_sites` they are named with "no figure".
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay. Where
        words would leave a figure without a layout engine, its margins are set anew, as by ``tight_layout``.
    color : object, optional
        Taken, and not used, so that seaborn's ``FacetGrid.map_dataframe`` can call it: our colours stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on. The horizontal axis runs from 0 to 100 people.

    Raises
    ------
    DataError
        If the rows mix populations, repeat a site or hold a frequency outside 0 to 100; all problems are listed.
        Also where the chart does not fit on its Axes: nothing of it is left there then.
    UsageError
        If ax is not one plain Axes.

    Notes
    -----
    The shipped numbers are rough figures from one web page (``data/metastasis_sites.csv``), about women with
    advanced breast cancer.

    Examples
    --------
    >>> import her2viz as hv
    >>> ax = hv.site_bars()
    >>> [text.get_text() for text in ax.texts]
    ['about 70 in 100', 'about 30 in 100', 'about 20 in 100', 'about 10 in 100']
    """
    return draw_on(ax, partial(_draw, shown_rows(data)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    if origin_of(rows).own:
        _draw_own(rows, panel)
        return
    bars = bars_of(rows)
    points = panel.points if len(bars) > _LARGE else lead_type(panel)
    outlined_rows(panel, [bar.label for bar in bars])
    if panel.composed:  # a page says of whom in its head
        panel.ax.tick_params(axis="y", labelsize=points)
        for name in panel.ax.get_yticklabels():
            name.set_fontweight("bold")
    else:
        panel.write_below(phrases.reference_class(rows, start="of"))
    for place, bar in enumerate(bars):
        _mark(panel, place, bar)
    for place, bar in enumerate(bars):
        _label_end(panel, place, bar, points, column=False)


def _draw_own(rows: pd.DataFrame, panel: Panel) -> None:
    """Draw rows of someone's own, whose words may be long and whose rows many, of one group or two."""
    bars = bars_of(rows)
    groups, labels = list(dict.fromkeys(bar.group for bar in bars)), list(dict.fromkeys(bar.label for bar in bars))
    pitch = 72 * panel.height / len(labels) * (PAIR if len(groups) > 1 else 1)  # from one line of words to the next
    dense = panel.composed and pitch < 1.6 * panel.points
    points = small_type() if dense else panel.points
    step, thickness = (PAIR, _HALF) if len(groups) > 1 else (0.0, THICKNESS)
    places = [labels.index(bar.label) + (groups.index(bar.group) - (len(groups) - 1) / 2) * step for bar in bars]
    lines = label_lines(panel.measure, page_of(panel.ax).get_figwidth(), labels, points)
    if 72 * panel.height / len(labels) < LEADING * points * max(label.count("\n") + 1 for label in lines):
        lines = labels
    figured = [place for place, bar in zip(places, bars, strict=True) if bar.value is not None]
    outlined_rows(panel, lines, figured, thickness)
    panel.ax.tick_params(axis="y", labelsize=points)
    spare = max(0.0, (_FEWEST - len(labels)) / 2)
    panel.ax.set_ylim(len(labels) - 0.5 + spare, -0.5 - spare)
    if not panel.composed:  # a page says of whom in its head
        panel.write_below(reference(rows[rows["frequency_pct"].notna()], start="of"))
    for place, bar in zip(places, bars, strict=True):
        _mark(panel, place, bar, thickness, solid=len(groups) > 1 and bar.group == groups[0])
    for place, bar in zip(places, bars, strict=True):
        _label_end(panel, place, bar, points, column=True)


def label_lines(measure: Measure, width: float, labels: Sequence[str], points: float) -> list[str]:
    """Break labels that would take too much of a page's width, in inches."""
    room = width * (_LABELS if len(labels) <= _MANY else _OF_MANY)
    return ["\n".join(measure.lines(label, room, points)) for label in labels]


def outlined_rows(
    panel: Panel, labels: Sequence[str], places: Sequence[float] | None = None, thickness: float = THICKNESS
) -> None:
    """Outline a whole of 100 in each row, or at each of some places, with its label before it and an axis below."""
    ax, rows = panel.ax, range(len(labels))
    outlines = rows if places is None else places
    ax.barh(outlines, [100] * len(outlines), thickness, **panel.whole)
    panel.axis_of_100()
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.set_yticks(rows, labels, parse_math=False)
    ax.tick_params(axis="y", length=0, pad=_GAP * panel.points)
    ax.spines[:].set_visible(False)


def _mark(panel: Panel, place: float, bar: Bar, thickness: float = THICKNESS, *, solid: bool = False) -> None:
    """Draw a figure: a pale bar with a firm edge at its value; a solid one for the first of two groups."""
    if bar.value is None:
        return
    look, low = panel.colours, place - thickness / 2
    inside = look.accent if solid else look.rough
    inked: dict[str, Any] = {"color": inside, "edgecolor": look.accent, "lw": panel.line, "clip_on": False}
    panel.ax.barh(place, bar.value, thickness, gid="figure", **inked)
    edge: dict[str, Any] = {"color": look.accent, "lw": 3 * panel.line, "solid_capstyle": "butt", "clip_on": False}
    panel.ax.plot([bar.value] * 2, [low, low + thickness], scalex=False, scaley=False, gid="value", **edge)


def _label_end(panel: Panel, place: float, bar: Bar, points: float, *, column: bool) -> None:
    """Write the number after its bar where the rest of the whole has room, else in the bar, else after the whole.

    On a page the number of the others stands at the end of the whole, where it has room as well. Words of someone's
    own may have room on neither side, so theirs stand in a column after the whole.
    """
    ax, look, gap = panel.ax, panel.colours, _GAP * points / 72
    inch = panel.width / 100  # for one of 100
    words = f"{bar.group}: {bar.with_counts}" if bar.group else bar.with_counts
    number = panel.extent(words, weight="bold", size=points) / panel.dpi + 2 * gap
    rest = panel.extent(bar.rest, size=small_type()) / panel.dpi + gap if panel.composed and not column else 0.0
    value = bar.value or 0.0
    inside, after = value * inch, (100 - value) * inch
    at, side = (100.0 if column else value), 1
    if not column and number + rest > after:
        if number <= inside:
            side = -1
        elif number > after:
            at = 100.0
    font: dict[str, Any] = {"textcoords": "offset points", "va": "center_baseline", "parse_math": False}
    ax.annotate(
        words,
        (at, place),
        xytext=(side * gap * 72, 0),
        ha="left" if side > 0 else "right",
        color=look.muted if bar.value is None else look.ink,
        weight="normal" if bar.value is None else "bold",
        size=points,
        **font,
    )
    if rest and rest + (number if side > 0 and at < 100 else gap) <= after:
        end: dict[str, Any] = {"ha": "right", "size": small_type(), "color": look.muted}
        ax.annotate(bar.rest, (100, place), xytext=(-gap * 72, 0), **end, **font)
