"""The catalogue: all figures by name, and the function that draws one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pandas as pd

from her2viz import phrases, style
from her2viz.catalogue.counted import COUNTED_FIGURES
from her2viz.catalogue.disagreements import DISAGREEMENT_FIGURES
from her2viz.catalogue.drugs import DRUG_FIGURES
from her2viz.catalogue.entry import NO_DATA, Entry
from her2viz.catalogue.frequency import FREQUENCY_FIGURES
from her2viz.catalogue.gaps import GAP_FIGURES
from her2viz.catalogue.overlap import OVERLAP_FIGURES
from her2viz.catalogue.positions import POSITION_FIGURES
from her2viz.catalogue.site_lists import SITE_LIST_FIGURES
from her2viz.catalogue.steps import STEP_FIGURES
from her2viz.catalogue.studies import STUDY_FIGURES
from her2viz.catalogue.subtypes import SUBTYPE_FIGURES
from her2viz.catalogue.symptoms import SYMPTOM_FIGURES
from her2viz.catalogue.timing import TIMING_FIGURES
from her2viz.errors import DataError, UsageError, brief, one_line, unknown
from her2viz.own.cells import text
from her2viz.page.crowding import composed
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.parts import Words

__all__ = ["CATALOGUE", "Drawable", "drawable", "entry", "figure", "figures"]

#: How many figures a line names that are skipped for the same reason.
_NAMED = 4
_LONGEST_TITLE = 120

CATALOGUE: tuple[Entry, ...] = (
    *FREQUENCY_FIGURES[:3],
    *OVERLAP_FIGURES,
    *FREQUENCY_FIGURES[3:],
    *GAP_FIGURES,
    *SUBTYPE_FIGURES,
    *DISAGREEMENT_FIGURES,
    *POSITION_FIGURES,
    *SITE_LIST_FIGURES,
    *SYMPTOM_FIGURES,
    *TIMING_FIGURES,
    *DRUG_FIGURES,
    *STEP_FIGURES,
    *STUDY_FIGURES,
    *COUNTED_FIGURES,
)


def entry(name: str) -> Entry:
    """Return the catalogue's entry of this name.

    Raises
    ------
    UsageError
        If there is none; the message lists those there are.
    """
    for found in CATALOGUE:
        if isinstance(name, str) and found.name == name:
            return found
    raise unknown("figure", name, [entry.name for entry in CATALOGUE], "hv.figures()")


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
    return pd.DataFrame(_entries(), columns=["name", "title", "question", "kind"])


@cache
def _entries() -> list[tuple[str, str, str, str]]:
    """Return the rows of the list, once: most titles are made of the rows of their figure."""
    return [(entry.name, entry.shipped_title(), entry.question, entry.kind) for entry in CATALOGUE]


def figure(
    name: str,
    data: pd.DataFrame | None = None,
    size: str = "screen",
    *,
    plain_title: bool = False,
    title: str | None = None,
) -> TeachingFigure:
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
    plain_title : bool
        Whether a label stands in place of the finding, for readers who should meet no number in a headline.
    title : str, optional
        A title of your own, over rows of your own. Whom the numbers are of, the caveat and the source stay.

    Returns
    -------
    TeachingFigure
        The picture and all its words.

    Raises
    ------
    UsageError
        If there is no such figure or size, or the title can't be printed or stands over rows that are not your own.
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
    if not pd.api.types.is_bool(plain_title):
        raise UsageError(f"plain_title must be True or False; got {brief(plain_title)}.")
    chosen, page = entry(name), style.size(size)
    rows = chosen.rows(data)
    words = chosen.words(rows)
    if title is not None:
        words = replace(words, title=_own_title(title, words, plain_title))
    elif plain_title:
        words = replace(words, title=chosen.plain_title(rows))
    with style.catalogue_style(page):
        panels = chosen.panels(rows)
        drawn = composed(page, words, panels, name)
    return TeachingFigure(name, words.origin.kind, page.name, words, rows, drawn, chosen.shows)


def _own_title(title: str, words: Words, plain_title: bool) -> str:
    """Return a title that may stand over a figure."""
    if plain_title:
        raise UsageError("Give title or plain_title, not both: a title of your own is printed as it is.")
    if not words.origin.own:
        raise _shipped_title()
    if not isinstance(title, str) or not title.strip():
        raise UsageError(f"title must be some words; got {title!r}.")
    if wrong := text(_LONGEST_TITLE, "write a title", letters=True)(title.strip()):
        raise UsageError(f"title {wrong}.")
    return title.strip()


def _shipped_title() -> UsageError:
    return UsageError("A title of your own goes with rows of your own; the figures of the shipped tables keep theirs.")


class Drawable(NamedTuple):
    """Which figures can be drawn, which are refused and why, and which take no rows of one's own."""

    chosen: list[str]
    refused: dict[str, str]
    shipped_only: list[str]

    def lines(self) -> list[str]:
        """Say what is skipped, figures with the same reason together."""
        groups: dict[str, list[str]] = {}
        for name, reason in self.refused.items():
            groups.setdefault(reason, []).append(name)
        if self.shipped_only:
            groups[NO_DATA] = self.shipped_only
        return [f"Skipped {_listed(names)}: {one_line(reason)}" for reason, names in groups.items()]


def drawable(
    names: Iterable[str] | None, data: pd.DataFrame | None, size: str = "slide", title: str | None = None
) -> Drawable:
    """Tell which figures can be drawn of some rows at a size.

    Parameters
    ----------
    names : iterable of str, optional
        The figures asked for; all where None, of which those that can't be drawn are skipped.
    data : pandas.DataFrame, optional
        Rows as :func:`figure` takes them; None for the shipped ones, of which every figure can be drawn.
    size : str
        "screen", "slide" or "print".
    title : str, optional
        A title of one's own, which goes on one figure.

    Raises
    ------
    UsageError
        If a name or the size is unknown, there is no name, or a title is given for several figures or shipped ones.
    DataError
        If a figure asked for by name can't be drawn of these rows, or none at all can.

    Examples
    --------
    >>> import her2viz as hv
    >>> drawable(["site-bars"], hv.load_sites()).chosen
    ['site-bars']
    >>> drawable(None, hv.load_sites()).chosen
    ['site-bars', 'site-icons', 'body-map', 'overlap-bounds', 'overlap-worlds']
    """
    asked = [entry(name) for name in names] if names is not None else list(CATALOGUE)
    if not asked:
        raise UsageError("names must hold at least one figure; got none. Leave names out for all.")
    style.size(size)
    if data is None and title is not None:
        raise _shipped_title()
    if data is None:
        return Drawable([figure.name for figure in asked], {}, [])
    result = Drawable([], {}, [])
    for wanted in asked:
        if not wanted.takes_data:
            result.shipped_only.append(wanted.name)
            continue
        try:
            figure(wanted.name, data, size, title=title)
            result.chosen.append(wanted.name)
        except DataError as error:
            result.refused[wanted.name] = str(error)
    if names is not None and result.shipped_only and not result.refused:
        raise DataError(f"{', '.join(result.shipped_only)} {NO_DATA}")
    if result.refused and (names is not None or not result.chosen):
        reasons = set(result.refused.values())
        if len(reasons) == 1 and not (names is not None and result.shipped_only):
            raise DataError(reasons.pop())
        raise DataError("These rows can't be drawn so:\n" + "\n".join(result.lines()))
    if title is not None and len(set(result.chosen)) > 1:
        raise UsageError(
            f"A title of your own goes on one figure; these rows draw {phrases.join(dict.fromkeys(result.chosen))}. "
            f"Name one: --only {result.chosen[0]}, or names=[{result.chosen[0]!r}]."
        )
    return result


def _listed(names: list[str]) -> str:
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} figures, {names[0]} to {names[-1]}"
