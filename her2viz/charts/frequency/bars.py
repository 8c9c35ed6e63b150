"""Horizontal bars on an outlined whole of 100."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.rows import Bar, bars_of, frequency_rows
from her2viz.dataset.origin import origin_of

__all__ = ["THICKNESS", "outlined_rows", "site_bars"]

#: Of a bar, in rows.
THICKNESS = 0.62


def site_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None, color: object = None) -> Axes:
    """Draw a bar a site, of 100 people, each inside an outline of the whole 100.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        Rows of :func:`her2viz.load_sites`, or of the same columns; rows without a frequency are not drawn.
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
    return draw_on(ax, partial(_draw, frequency_rows(data)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    bars = bars_of(rows)
    panel.ax.barh(range(len(bars)), [bar.value for bar in bars], THICKNESS, color=panel.colours.accent, gid="figure")
    outlined_rows(panel, [bar.label for bar in bars])
    own = origin_of(rows).own
    panel.write_below(phrases.reference_class(rows, start="of"), half_page=own)
    for place, bar in enumerate(bars):
        _label_end(panel, place, bar, column=own)


def outlined_rows(panel: Panel, labels: Sequence[str]) -> None:
    """Outline a whole of 100 in each row, with its label before it and an axis from 0 to 100 below."""
    ax, places = panel.ax, range(len(labels))
    ax.barh(places, [100] * len(labels), THICKNESS, **panel.whole)
    panel.axis_of_100()
    ax.set_ylim(len(labels) - 0.5, -0.5)
    ax.set_yticks(places, labels, parse_math=False)
    ax.tick_params(axis="y", length=0)
    ax.spines[:].set_visible(False)


def _label_end(panel: Panel, place: int, bar: Bar, *, column: bool) -> None:
    """Write the number after its bar where the rest of the whole has room, else in the bar, else after the whole.

    Words of someone's own may have room on neither side, so theirs stand in a column after the whole.
    """
    ax = panel.ax
    text = ax.annotate(
        bar.words,
        (100 if column else bar.value, place),
        xytext=(0.4, 0),
        textcoords="offset fontsize",
        va="center_baseline",
        color=panel.colours.ink,
        weight="bold",
        parse_math=False,
    )
    start, end, whole = (ax.transData.transform((x, place))[0] for x in (0, bar.value, 100))
    box = text.get_window_extent()
    if column or box.x1 <= whole - 2:
        return
    if end - start >= box.x1 - end:  # no wider, with the gap, than its bar
        text.set(position=(-0.4, 0), ha="right", color=panel.colours.paper)
    else:
        text.xy = (100, place)
