"""Which figures a deck or a handout holds, what it opens with, and the places of its sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from her2viz import __version__, phrases
from her2viz.catalogue.registry import CATALOGUE, Drawable, drawable, entry
from her2viz.course.lessons import LESSONS, is_of
from her2viz.dataset.origin import Origin
from her2viz.errors import as_names
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.parts import Place, Words

__all__ = ["Front", "choose", "course_figures", "front", "places", "question_beside"]


def course_figures(*, variants: bool = False) -> list[str]:
    """Return the figures that the lessons are about, in the lessons' order, with or without their variants.

    Examples
    --------
    >>> course_figures()[:3], len(course_figures())
    (['site-bars', 'site-icons', 'body-map'], 23)
    >>> course_figures(variants=True)[-2:]
    ['published-subtypes-kaplan', 'her2-share']
    """
    names = [entry.name for entry in CATALOGUE]
    order = list(dict.fromkeys(main for lesson in LESSONS for main in lesson.figures))
    mains = {name: next(main for main in order if is_of(name, main)) for name in names}
    return sorted((n for n in names if variants or n in order), key=lambda n: order.index(mains[n]))


def choose(names: Iterable[str] | None, data: pd.DataFrame | None, size: str, title: str | None = None) -> Drawable:
    """Tell which figures go into a deck or a handout.

    Parameters
    ----------
    names : iterable of str, optional
        Those asked for, in this order; where None, :func:`course_figures`, or all that can be drawn of ``data``.
    data : pandas.DataFrame, optional
        Rows as :func:`her2viz.figure` takes them.
    size : str
        "slide" or "print".
    title : str, optional
        A title of one's own, for one figure.

    Raises
    ------
    UsageError
        If a name is unknown or there is none, or a title is given for several figures.
    DataError
        If a figure asked for can't be drawn of the rows, or none at all can.
    """
    if names is None:
        return drawable(course_figures() if data is None else None, data, size, title)
    return drawable(as_names("names", names, '["site-bars"]'), data, size, title)


class Front(NamedTuple):
    """What a deck or a handout opens with."""

    title: str
    lines: tuple[str, ...]
    past: str
    keywords: str
    origin: Origin

    @property
    def notice(self) -> str:
        """What stands before the first number."""
        return self.origin.notice(self.past)


def front(words: Words, rows: pd.DataFrame, past: str) -> Front:
    """Write the opening: for shipped figures, or for someone's own, whose rows say what they are about.

    Parameters
    ----------
    words : Words
        The words of one of the figures.
    rows : pandas.DataFrame
        The rows that it draws.
    past : str
        A sentence on how to go past the numbers.
    """
    each = "Each figure stands with the people that it is about, how exact it is, and where it comes from."
    origin = words.origin
    figured = rows[rows["frequency_pct"].notna()] if "frequency_pct" in rows.columns else rows
    population = phrases.join(figured["population"].unique()) if origin.own else ""
    title = "Where breast cancer spreads, and how to read the figures quoted about it"
    return Front(
        f"Figures about {population}" if origin.own else title,
        (each, f"Drawn with her2viz {__version__}. {origin.terms}"),
        past,
        population or origin.subject,
        origin,
    )


def question_beside(fig: TeachingFigure) -> str:
    """Return the question that a figure answers; nothing of rows of someone's own, of which it may not be true."""
    return "" if fig.words.origin.own else entry(fig.name).question


def places(sources: Iterable[Place]) -> list[str]:
    """Put the places in one document together.

    Examples
    --------
    >>> places([Place("Guide page", "A", 9), Place("Guide page", "B", 4), Place("Guide page", "A", 8)])
    ['Guide page: \u201cA\u201d, lines 8 and 9; \u201cB\u201d, line 4']
    """
    found: dict[str, dict[str, set[int]]] = {}
    for place in sources:
        if place.line is None:
            found.setdefault(str(place), {})
        else:
            found.setdefault(place.name, {}).setdefault(place.section, set()).add(place.line)
    return [
        f"{name}: {'; '.join(_lines(*s) for s in sections.items())}" if sections else name
        for name, sections in found.items()
    ]


def _lines(section: str, lines: set[int]) -> str:
    return f"\u201c{section}\u201d, line{'s' * (len(lines) > 1)} {phrases.join(map(str, sorted(lines)))}"
