"""A booklet to hand out: a page that lists the figures, then a figure a page with room for notes, then the sources."""

from __future__ import annotations

from collections.abc import Iterator

from her2viz.catalogue.registry import entry
from her2viz.output.contents import front, places
from her2viz.output.pictures import Draft, Shown, bound, fitted, on_pages
from her2viz.output.printing import Block, Document
from her2viz.words import meanings
from her2viz.words.citing import full_sources, how_to_cite
from her2viz.words.sheet import BOOKLET_PAST, NOTES

__all__ = ["booklet", "figure_pages"]


def figure_pages(figure: Shown, paper: str) -> list[Draft]:
    """Set a figure and what must be known of it on a page, or on as many as its rows need."""
    words = figure.words
    texts = (*words.brief, words.gaps, meanings.explain(words.terms) if not words.origin.own else "")
    after: list[Block] = [{"kind": "text", "text": " ".join(filter(None, texts))}]
    if not words.origin.own:
        after.append({"kind": "small", "text": f"Where it stands: {'; '.join(places(words.places))}."})
    return on_pages(figure, paper, _asked(figure), after=(*after, {"kind": "notes", "text": NOTES}))


def booklet(figures: list[Shown], pages: list[Draft], paper: str) -> Document:
    """Bind the pages of figures between an opening and the sources.

    Parameters
    ----------
    figures : list of Shown
        The figures.
    pages : list of Draft
        Of :func:`figure_pages`.
    paper : str
        "a4" or "letter".
    """
    opening = front(figures[0].words, figures[0].rows, BOOKLET_PAST)
    first: tuple[Block, ...] = (
        {"kind": "title", "text": opening.title},
        *({"kind": "text", "text": line} for line in opening.lines),
        {"kind": "notice", "text": opening.notice},
        {"kind": "heading", "text": "The figures", "listed": False},
        {"kind": "contents"},
    )
    return bound(opening, figures, (Draft(first), *pages, *fitted(_sources(figures), paper)))


def _sources(figures: list[Shown]) -> Iterator[Draft]:
    words = [figure.words for figure in figures]
    yield Draft(({"kind": "heading", "text": "Sources"},))
    for source in full_sources(words):
        yield Draft(({"kind": "text", "text": source.text},))
    cite: list[Block] = [{"kind": "text", "text": line} for line in how_to_cite(words[0].origin)]
    yield Draft(({"kind": "heading", "text": "How to cite"}, *cite))


def _asked(figure: Shown) -> str:
    """Return the heading of a figure without a number: the question that it answers, or what its rows are about."""
    found = entry(figure.name)
    return found.plain_title(figure.rows) if figure.words.origin.own else found.question
