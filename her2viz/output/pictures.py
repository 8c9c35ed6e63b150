"""Figures on a page to print: the picture, its words as text around it, and caveat and sources once at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from her2viz import style
from her2viz.catalogue.registry import entry
from her2viz.errors import DataError
from her2viz.output.contents import places
from her2viz.output.printing import WIDTH, Block, Page, fits
from her2viz.page.crowding import refuse_crowded
from her2viz.page.layout import compose
from her2viz.page.rendering import rendered
from her2viz.words import citing
from her2viz.words.parts import Credit, Place, Words
from her2viz.words.sheet import page_caveat

__all__ = ["Draft", "Shown", "fitted", "on_pages", "picture", "shown"]

#: As wide as the text of the page, whose margins are around it.
_PAGE = replace(style.size("print"), width=WIDTH, margin=0.02, top=0.02, bottom=0.02, row=0.46)
#: The least height of a picture, in inches: of one row.
_LEAST = 1.2
#: The figures that can be drawn row by row, so that many rows can go on overleaf.
_BY_ROWS = ("site-bars", "site-icons")


class Shown(NamedTuple):
    """A figure of the catalogue, the rows that it draws, and its words."""

    name: str
    rows: pd.DataFrame
    words: Words


class Draft(NamedTuple):
    """What stands on a page, and the figures whose numbers it tells."""

    blocks: tuple[Block, ...]
    figures: tuple[Shown, ...] = ()

    def page(self) -> Page:
        """Close it with caveat and sources."""
        if not self.figures:
            return Page(self.blocks)
        words = [figure.words for figure in self.figures]
        cited = places(place for each in words for place in each.places)
        credit = words[0].page_credit if len(words) == 1 else str(Credit(tuple(map(Place, cited))))
        return Page(self.blocks, page_caveat(words, [figure.rows for figure in self.figures]), credit)

    def with_(self, other: Draft) -> Draft:
        """Add what stands on another below it."""
        return Draft((*self.blocks, *other.blocks), (*self.figures, *other.figures))


def shown(name: str, data: pd.DataFrame | None) -> Shown:
    """Return a figure of some rows, or of the shipped ones."""
    rows = entry(name).rows(data)
    return Shown(name, rows, entry(name).words(rows))


def picture(figure: Shown, level: int, question: str = "") -> Block:
    """Draw a figure without the words that the page prints as text.

    Raises
    ------
    DataError
        If the words of someone's own rows do not fit in it.
    """
    words = figure.words
    with style.catalogue_style(_PAGE):
        panels = entry(figure.name).panels(figure.rows)
        drawn = compose(_PAGE, None, replace(panels, height=lambda room: max(_LEAST, panels.height(room))))
        if words.origin.own:
            refuse_crowded(drawn, figure.name, _PAGE)
    return {
        "kind": "figure",
        "level": level,
        "question": question,
        "title": words.title,
        "reference": words.reference,
        "aside": words.aside,
        "note": words.note,
        "alt": words.alt,
        "svg": rendered(drawn, _PAGE, figure.name, words, "svg").decode(),
    }


def fitted(drafts: Iterable[Draft], paper: str) -> Iterator[Draft]:
    """Put drafts together on one page as long as they fit."""
    rest = iter(drafts)
    page = next(rest)
    for draft in rest:
        if fits(page.with_(draft).page(), paper):
            page = page.with_(draft)
        else:
            yield page
            page = draft
    yield page


def on_pages(
    figure: Shown,
    paper: str,
    level: int,
    before: tuple[Block, ...] = (),
    after: tuple[Block, ...] = (),
    question: str = "",
) -> list[Draft]:
    """Set a figure on a page, or its rows on as few pages as hold them, each with the sources of its own rows.

    Raises
    ------
    DataError
        If it fits on none.
    """
    for count in range(1, _most_parts(figure) + 1):
        parts = _parts(figure, count)
        drafts: list[Draft] = []
        for number, part in enumerate(parts, 1):
            blocks = (picture(part, level, question),)
            start, end = before if number == 1 else (), after if number == count else ()
            drafts.append(Draft((*start, *blocks, *end), (part,)))
            if not fits(drafts[-1].page(), paper):
                break
        else:
            return drafts
    raise DataError(
        f"{figure.name} does not fit on {paper} paper with its words. Shorten label, population or source, or leave "
        "rows out."
    )


def _most_parts(figure: Shown) -> int:
    return figure.rows["label"].nunique() if figure.words.origin.own and figure.name in _BY_ROWS else 1


def _parts(figure: Shown, count: int) -> list[Shown]:
    """Share out the rows of a figure; the words of a part are of its rows alone, its title and note of all."""
    if count == 1:
        return [figure]
    labels = figure.rows["label"].drop_duplicates().tolist()
    each = -(-len(labels) // count)
    found = []
    for number, start in enumerate(range(0, len(labels), each), 1):
        rows = figure.rows[figure.rows["label"].isin(labels[start : start + each])]
        words = entry(figure.name).words(rows) if rows["frequency_pct"].notna().any() else figure.words
        title = f"{figure.words.title} (part {number})"
        words = replace(words, title=title, note=figure.words.note, places=citing.places(rows))
        found.append(Shown(figure.name, rows, words))
    return found

