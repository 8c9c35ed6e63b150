"""The catalogue: all figures by name, and the function that draws one."""

from __future__ import annotations

import pandas as pd

from her2viz import style
from her2viz.catalogue_claims import CLAIM_FIGURES
from her2viz.catalogue_frequency import FREQUENCY_FIGURES
from her2viz.catalogue_matrices import MATRIX_FIGURES
from her2viz.catalogue_overlap import OVERLAP_FIGURES
from her2viz.catalogue_studies import STUDY_FIGURES
from her2viz.catalogue_whom import WHOM_FIGURES
from her2viz.entry import Entry
from her2viz.errors import unknown
from her2viz.page import compose
from her2viz.teaching_figure import TeachingFigure

__all__ = ["CATALOGUE", "entry", "figure", "figures"]

CATALOGUE: tuple[Entry, ...] = (
    *FREQUENCY_FIGURES,
    *OVERLAP_FIGURES,
    *WHOM_FIGURES,
    *CLAIM_FIGURES,
    *MATRIX_FIGURES,
    *STUDY_FIGURES,
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
    >>> figures()["name"].tolist()[:2]
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
        drawn = compose(page, words, one.panels(rows))
    return TeachingFigure(one.name, one.kind, page.name, words, rows, drawn, one.shows)
