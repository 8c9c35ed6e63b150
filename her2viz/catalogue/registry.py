"""The catalogue: all figures by name, and the function that draws one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from her2viz import style
from her2viz.catalogue.disagreements import DISAGREEMENT_FIGURES
from her2viz.catalogue.entry import NO_DATA, Entry
from her2viz.catalogue.frequency import FREQUENCY_FIGURES
from her2viz.catalogue.overlap import OVERLAP_FIGURES
from her2viz.catalogue.pages import PAGE_FIGURES
from her2viz.catalogue.steps import STEP_FIGURES
from her2viz.catalogue.studies import STUDY_FIGURES
from her2viz.catalogue.subtypes import SUBTYPE_FIGURES
from her2viz.catalogue.symptoms import SYMPTOM_FIGURES
from her2viz.dataset.origin import is_own
from her2viz.errors import DataError, one_line, unknown
from her2viz.page.crowding import refuse_crowded
from her2viz.page.layout import compose
from her2viz.page.teaching_figure import TeachingFigure

__all__ = ["CATALOGUE", "Drawable", "drawable", "entry", "figure", "figures"]

#: How many figures a line names that are skipped for the same reason.
_NAMED = 4

CATALOGUE: tuple[Entry, ...] = (
    *FREQUENCY_FIGURES[:3],
    *OVERLAP_FIGURES,
    *FREQUENCY_FIGURES[3:],
    *SUBTYPE_FIGURES,
    *STEP_FIGURES,
    *DISAGREEMENT_FIGURES,
    *PAGE_FIGURES[:1],
    *SYMPTOM_FIGURES,
    *PAGE_FIGURES[1:],
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
    raise unknown("figure", name, [one.name for one in CATALOGUE], "hv.figures()")


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
        Rows to draw in place of the shipped ones: of :func:`her2viz.load_sites`, or your own of
        :func:`her2viz.read_sites`. All words then come from these rows. Only the figures of sites take them.
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
        If the rows would mislead, such as rows of two populations, the figure takes no rows, or the words of rows of
        your own do not fit on its page.

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
        if own := data is not None and is_own(rows):
            refuse_crowded(drawn, one.name, page)
    return TeachingFigure(one.name, "own" if own else one.kind, page.name, words, rows, drawn, one.shows)


class Drawable(NamedTuple):
    """Which figures can be drawn, and why the others can't."""

    chosen: list[str]
    skipped: dict[str, str]

    def lines(self) -> list[str]:
        """Say what is skipped, figures with the same reason together."""
        told = []
        for reason in dict.fromkeys(self.skipped.values()):
            names = [name for name, why in self.skipped.items() if why == reason]
            which = ", ".join(names) if len(names) <= _NAMED else f"{len(names)} figures, {names[0]} to {names[-1]}"
            told.append(f"Skipped {which}: {one_line(reason)}")
        return told


def drawable(names: Iterable[str] | None, data: pd.DataFrame | None, size: str = "slide") -> Drawable:
    """Tell which figures can be drawn of some rows at a size.

    Parameters
    ----------
    names : iterable of str, optional
        The figures asked for; all where None, of which those that can't be drawn are skipped.
    data : pandas.DataFrame, optional
        Rows as :func:`figure` takes them; None for the shipped ones, of which every figure can be drawn.
    size : str
        "screen", "slide" or "print".

    Raises
    ------
    UsageError
        If a name or the size is unknown.
    DataError
        If a figure asked for by name can't be drawn of these rows, or none at all can.

    Examples
    --------
    >>> import her2viz as hv
    >>> drawable(["site-bars"], hv.load_sites()).chosen
    ['site-bars']
    >>> drawable(None, hv.load_sites()).chosen
    ['site-bars', 'site-icons', 'body-map', 'overlap-bounds', 'overlap-bounds-worlds']
    """
    asked = [entry(name) for name in names] if names is not None else list(CATALOGUE)
    style.size(size)
    if data is None:
        return Drawable([one.name for one in asked], {})
    skipped: dict[str, str] = {}
    for one in asked:
        if not one.takes_data:
            skipped[one.name] = NO_DATA
            continue
        try:
            figure(one.name, data, size)
        except DataError as error:
            skipped[one.name] = str(error)
    made = Drawable([one.name for one in asked if one.name not in skipped], skipped)
    if skipped and (names is not None or not made.chosen):
        reasons = dict.fromkeys(why for why in skipped.values() if names is not None or why != NO_DATA)
        if len(reasons) == 1:
            reason = next(iter(reasons))
            raise DataError(f"{', '.join(skipped)} {reason}" if reason == NO_DATA else reason)
        raise DataError("These rows can't be drawn so:\n" + "\n".join(made.lines()))
    return made
