"""The catalogue: which tables, panel and words make each figure, and the function that draws it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from her2viz import style, wording
from her2viz.charts.bars import site_bars
from her2viz.charts.icons import site_icons
from her2viz.charts.rows import frequency_rows
from her2viz.errors import unknown
from her2viz.page import compose
from her2viz.teaching_figure import TeachingFigure
from her2viz.wording import Words

__all__ = ["CATALOGUE", "Entry", "entry", "figure", "figures"]


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue.

    Parameters
    ----------
    name, kind, question : str
        Its name, its kind (which rules bind it) and the question that it answers.
    rows : callable
        From the data given, or None, to the rows drawn; raises DataError for rows that would mislead.
    words : callable
        From those rows to all that is said about them.
    chart : callable
        Draws the rows on one Axes.
    height : callable
        From the rows to the height of the panel, in rows of the page.
    """

    name: str
    kind: str
    question: str
    rows: Callable[[pd.DataFrame | None], pd.DataFrame]
    words: Callable[[pd.DataFrame], Words]
    chart: Callable[..., Axes]
    height: Callable[[pd.DataFrame], float]


def _bar_words(rows: pd.DataFrame) -> Words:
    n = wording.count(len(rows))
    return wording.site_words(
        "Sites of spread in {population}",
        "Bar chart",
        f"Bar chart with {n} horizontal bars, one for each site, on a scale from 0 to 100. "
        "Around each bar an outline marks the whole 100.",
        rows,
    )


def _icon_words(rows: pd.DataFrame) -> Words:
    n = wording.count(len(rows))
    return wording.site_words(
        "Sites of spread, each shown as 100 {people}",
        "Icon arrays",
        f"Icon arrays: {n} squares of 100 circles, one for each site. "
        "Filled circles come first, row by row from the top left.",
        rows,
    )


CATALOGUE: tuple[Entry, ...] = (
    Entry(
        "site-bars",
        "frequency",
        "Of 100 women with advanced breast cancer, about how many have spread at each site?",
        frequency_rows,
        _bar_words,
        site_bars,
        lambda rows: len(rows) + 0.9,
    ),
    Entry(
        "site-icons",
        "frequency",
        "What do these figures look like as 100 women, site by site?",
        frequency_rows,
        _icon_words,
        site_icons,
        lambda rows: 3.9 * math.ceil(len(rows) / 4),
    ),
)


def entry(name: str) -> Entry:
    """Return the catalogue's entry of this name.

    Raises
    ------
    UsageError
        If there is none; the message lists those there are.
    """
    for one in CATALOGUE:
        if one.name == name:
            return one
    raise unknown("figure", name, [one.name for one in CATALOGUE])


def figures() -> pd.DataFrame:
    """List the catalogue.

    Returns
    -------
    pandas.DataFrame
        A row a figure: ``name``, ``title``, ``question`` (that it answers) and ``kind``.

    Examples
    --------
    >>> figures()["name"].tolist()
    ['site-bars', 'site-icons']
    """
    return pd.DataFrame(
        [(one.name, one.words(one.rows(None)).title, one.question, one.kind) for one in CATALOGUE],
        columns=["name", "title", "question", "kind"],
    )


def figure(name: str, data: pd.DataFrame | None = None, size: str = "screen") -> TeachingFigure:
    """Draw a figure of the catalogue, with title, reference class, caveat and credit.

    Parameters
    ----------
    name : str
        A name that :func:`figures` lists.
    data : pandas.DataFrame, optional
        Rows to draw in place of the shipped ones, with the same columns; all words then come from these rows.
    size : str
        "screen" (8 inches wide, 144 dpi), "slide" (13.333 x 7.5 inches, 150 dpi) or "print" (6.5 inches, 300 dpi).

    Returns
    -------
    TeachingFigure
        The picture and all its words.

    Raises
    ------
    UsageError
        If there is no such figure or size.
    DataError
        If the rows would mislead, such as rows of two populations.

    Notes
    -----
    The numbers are rough figures of the documents in ``data/sources.csv``; each row says where it stands.

    Examples
    --------
    >>> fig = figure("site-bars")
    >>> print(fig.alt)
    Bar chart. Of 100 women with advanced breast cancer: bone about 70, lung about 30, liver about 20, brain about \
10. One person can have more than one site. Rough figures from one web page, not specific to HER2-positive disease.
    """
    one, page = entry(name), style.size(size)
    rows = one.rows(data)
    words = one.words(rows)
    with style.catalogue_style(page):
        drawn = compose(page, words, one.height(rows), lambda ax: one.chart(rows, ax=ax))
    return TeachingFigure(one.name, one.kind, page.name, words, rows, drawn)
