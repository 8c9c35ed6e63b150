"""Figures on a page to print: the picture, its words as text around it, and caveat and sources once at the foot."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.figure import Figure

from her2viz import style, typeface
from her2viz.catalogue.registry import entry
from her2viz.charts.crowding import written
from her2viz.errors import DataError
from her2viz.output.contents import Front, places
from her2viz.output.printing import WIDTH, Block, Document, Page, fits
from her2viz.page.crowding import composed
from her2viz.words import citing
from her2viz.words.parts import Credit, Place, Words
from her2viz.words.sheet import page_caveat

__all__ = ["Draft", "Shown", "bound", "fitted", "on_pages", "picture", "shown"]

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
        # of someone's own rows one figure may cite in one place what another cites in several
        cited: dict[str, tuple[Place, ...]] = {}
        for each in words:
            cited.setdefault("; ".join(each.sources), each.places)
        listed = places(place for each in cited.values() for place in each)
        credit = words[0].page_credit if len(cited) == 1 else str(Credit(tuple(map(Place, listed))))
        return Page(self.blocks, page_caveat(words, [figure.rows for figure in self.figures]), credit)

    def with_(self, other: Draft) -> Draft:
        """Add what stands on another below it."""
        return Draft((*self.blocks, *other.blocks), (*self.figures, *other.figures))


def shown(name: str, data: pd.DataFrame | None) -> Shown:
    """Return a figure of some rows, or of the shipped ones."""
    rows = entry(name).rows(data)
    return Shown(name, rows, entry(name).words(rows))


def picture(figure: Shown, heading: str = "", part: str = "") -> Block:
    """Draw a figure without the words that the page prints as text.

    Parameters
    ----------
    figure : Shown
        The figure.
    heading : str
        What stands over its title; the title is the heading where empty.
    part : str
        What is added to the heading.

    Raises
    ------
    DataError
        If the words of someone's own rows do not fit in it.
    """
    words = figure.words
    with style.catalogue_style(_PAGE):
        panels = entry(figure.name).panels(figure.rows)
        high = panels.height
        panels = replace(panels, height=lambda room: max(_LEAST, high(room)))
        svg = _svg(composed(_PAGE, words.bare, panels, figure.name))
    return {
        "kind": "figure",
        "heading": f"{heading or words.title}{part}",
        "title": words.title if heading not in ("", words.title) else "",
        "reference": words.reference,
        "aside": words.aside,
        "note": words.note,
        "alt": words.alt,
        "svg": svg,
    }


def _svg(drawn: Figure) -> str:
    """Write a picture whose letters are text; as outlines where typst would take another font for a whole text."""
    letters = {ord(letter) for text in written(drawn) for letter in text.get_text()} - {ord("\n")}
    settings: Any = {"svg.fonttype": "none" if letters <= typeface.own_characters() else "path"}
    file = io.BytesIO()
    with mpl.rc_context(settings):
        drawn.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue().decode()


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
    figure: Shown, paper: str, heading: str = "", *, before: tuple[Block, ...] = (), after: tuple[Block, ...] = ()
) -> list[Draft]:
    """Set a figure on a page, or its rows on as few pages as hold them, each with the sources of its own rows.

    Parameters
    ----------
    figure : Shown
        The figure.
    paper : str
        "a4" or "letter".
    heading : str
        What stands over its title.
    before, after : tuple of Block
        What stands on the same page above it, and below it or its last part.

    Raises
    ------
    DataError
        If it fits on none.
    """
    for count in range(1, _most_parts(figure) + 1):
        parts, drafts = _parts(figure, count), list[Draft]()
        if not parts:
            break
        for number, part in enumerate(parts, 1):
            drawn = picture(part, heading, f" (part {number})" if len(parts) > 1 else "")
            start, end = before if number == 1 else (), after if number == len(parts) else ()
            drafts.append(Draft((*start, drawn, *end), (part,)))
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
    """Share out the rows of a figure; a part tells no number of another, whose source stands on another page.

    None are returned where a part would have no figure to draw.
    """
    if count == 1:
        return [figure]
    labels = figure.rows["label"].drop_duplicates().tolist()
    each = -(-len(labels) // count)
    shares = [figure.rows[figure.rows["label"].isin(labels[n : n + each])] for n in range(0, len(labels), each)]
    if any(rows["frequency_pct"].isna().all() for rows in shares):
        return []
    title = entry(figure.name).plain_title(figure.rows)
    return [
        Shown(figure.name, rows, replace(entry(figure.name).words(rows), title=title, places=citing.places(rows)))
        for rows in shares
    ]


def bound(opening: Front, figures: Iterable[Shown], drafts: Iterable[Draft]) -> Document:
    """Bind pages to a file that says what it is about, what its figures can't tell, and what they cite."""
    pages = tuple(draft.page() for draft in drafts)
    names = [str(p) if p.line is None else p.name for figure in figures for p in figure.words.places]
    return Document(
        opening.title,
        " ".join(filter(None, dict.fromkeys(page.caveat for page in pages))),
        tuple(dict.fromkeys((opening.keywords, *names))),
        opening.origin.terms,
        pages,
    )
