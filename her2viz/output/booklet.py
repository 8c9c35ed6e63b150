"""A handout: a PDF to print, with one figure and its words a page."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from her2viz import style, typeface
from her2viz.catalogue.registry import entry, figure
from her2viz.charts.typesetting import LEADING, Measure
from her2viz.dataset.origin import Origin
from her2viz.files import clear, one_file, write
from her2viz.output.contents import Front, choose, front, places, question_beside
from her2viz.output.exporting import Plan
from her2viz.page.layout import Block, height, set_lines
from her2viz.page.layout import write as write_lines
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.citing import full_sources, how_to_cite
from her2viz.words.parts import Words

__all__ = ["Sheet", "handout", "making"]

_PAGE = style.size("print")
#: A4, its margins wide enough that the page can be printed on Letter at its true size.
_WIDE, _TALL, _MARGIN = 8.27, 11.69, 0.95
_ROOM = _TALL - 2 * _MARGIN
_GAP = 0.1  # between a figure and its words
_Lines = list[tuple[Block, list[str]]]


class Sheet(NamedTuple):
    """A page: what is drawn on it, and where its paper lies around that, in inches."""

    drawn: Figure
    paper: Bbox


def handout(
    path: str | os.PathLike[str],
    names: Iterable[str] | None = None,
    data: pd.DataFrame | None = None,
    title: str | None = None,
) -> Path:
    """Write a handout to print: a PDF of A4 pages, which Letter paper takes too.

    It opens with a title, a notice before any number, and a list of the figures. Then comes a figure a page, of print
    size: the question that it answers above it; below it its long description, or its caption where that is too long
    for the page, and the places of its sources. The sources in full stand last. Pages are numbered.

    Parameters
    ----------
    path : str or path
        A name ending in .pdf, in a folder that exists. A file of that name is replaced, once the new one is whole.
    names : iterable of str, optional
        Which figures, in this order. Where None, the sixteen that the lessons are about, in the lessons' order, as in
        :func:`her2viz.slides`. ``names=hv.figures()["name"]`` puts in all of them.
    data : pandas.DataFrame, optional
        Rows to draw in place of the shipped ones, as :func:`her2viz.figure` takes them. Without names, all figures
        that can be drawn of them are put in.
    title : str, optional
        A title of your own, for one figure of rows of your own.

    Returns
    -------
    pathlib.Path
        The file. The same input gives the same bytes.

    Raises
    ------
    UsageError
        If the ending is another one, a name is unknown, or the file can't be written.
    DataError
        If the rows would mislead, or a figure asked for can't be drawn of them.

    Notes
    -----
    The numbers are those of the figures, each with its source on its page. The PDF has no tags, which screen readers
    need: the text files of :func:`her2viz.export` and the notes of :func:`her2viz.slides` hold the same words.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     handout(pathlib.Path(folder, "handout.pdf"), names=["site-bars"]).name
    'handout.pdf'
    """
    for _ in making(path, names, data, title).steps:
        pass
    return Path(path)


def making(
    path: str | os.PathLike[str],
    names: Iterable[str] | None = None,
    data: pd.DataFrame | None = None,
    title: str | None = None,
) -> Plan:
    """Check what :func:`handout` is asked for; return what there is to do, a figure a step, the file with the last."""
    path = one_file(path, ".pdf")
    wanted = choose(names, data, "print", title)

    def steps() -> Iterator[list[Path]]:
        rows = {name: entry(name).rows(data) for name in wanted.chosen}
        words = [entry(name).words(mine) for name, mine in rows.items()]
        words = words if title is None else [replace(each, title=title) for each in words]
        shown = next(iter(rows.values()))
        opening = front(words[0], shown, "To go past them, turn to the last page, which lists the sources.")
        file = io.BytesIO()
        with style.catalogue_style(_PAGE):  # not around a yield: it would be in force for others too
            pdf: Any = PdfPages(file, metadata=_about(opening, words))
            pages = _bind(pdf, _opening(opening, words), 1, opening.origin)
        for number, name in enumerate(wanted.chosen, 1):
            fig = figure(name, data, "print", title=title)
            with style.catalogue_style(_PAGE):
                pages = _bind(pdf, _figure(number, fig), pages, opening.origin)
                if number == len(wanted.chosen):
                    closing = _closing(words, opening.origin)
                    _bind(pdf, closing, pages, opening.origin)
                    with typeface.embedding():
                        pdf.close()
                    clear(path.parent)
            yield write({path: file.getvalue()}) if number == len(wanted.chosen) else []

    return Plan(wanted, steps())


def _about(opening: Front, words: list[Words]) -> dict[str, str | None]:
    sources = dict.fromkeys(str(p) if p.line is None else p.name for each in words for p in each.places)
    return {
        "Title": opening.title,
        "Subject": " ".join(dict.fromkeys(each.caveat for each in words)),
        "Author": "her2viz",
        "Keywords": "; ".join((opening.keywords, *sources)),
        "Creator": "her2viz",
        "Producer": None,
        "CreationDate": None,
    }


def _bind(pdf: Any, sheets: Iterable[Sheet], number: int, origin: Origin) -> int:
    """Write page numbers and add the pages; return the number of the next one."""
    for sheet in sheets:
        footed(sheet, number, origin)
        pdf.savefig(sheet.drawn, bbox_inches=sheet.paper)
        number += 1
    return number


def footed(sheet: Sheet, number: int, origin: Origin) -> None:
    """Write the foot of a page."""
    tall = sheet.drawn.get_figheight()
    y = (sheet.paper.y0 + 0.62) / tall
    left = _PAGE.margin / _PAGE.width
    for x, side, text in ((left, "left", origin.terms), (1 - left, "right", f"Page {number}")):
        sheet.drawn.text(x, y, text, ha=side, size=_PAGE.small, color=style.MUTED, va="baseline")


# --- the pages ---


def _opening(opening: Front, words: list[Words]) -> Iterator[Sheet]:
    first, *others = opening.lines
    yield from _text_pages(
        Block(opening.title, 20, style.INK, "bold"),
        *(Block(line, 11, style.INK, above=0.8) for line in (first, *others)),
        Block("Before you go on", 14, style.INK, "bold", above=2),
        Block(opening.notice, 11, style.INK, above=0.5),
        Block("The figures", 14, style.INK, "bold", above=2),
        *(Block(f"{number}. {each.title}", 10, style.INK, above=0.15) for number, each in enumerate(words, 1)),
    )


def _figure(number: int, fig: TeachingFigure) -> Iterator[Sheet]:
    """Set a figure on a page, its question above and its words below, and what does not fit on pages of its own."""
    above = _set(Block(": ".join(filter(None, (f"Figure {number}", question_beside(fig)))), 11, style.INK))
    tall = fig.mpl.get_figheight()
    top = tall + height(above)
    room = _ROOM - (top + _GAP)
    long, short = (_words(text, fig) for text in (fig.description, fig.caption))
    below = long if height(long) <= room else short
    write_lines(fig.mpl, _PAGE, above, top)
    fits, rest = _split(below, room)
    write_lines(fig.mpl, _PAGE, fits, -_GAP)
    yield Sheet(fig.mpl, _paper(top))
    if rest:
        heading = Block(f"Figure {number}, in words: {fig.title}", 11, style.INK, "bold")
        yield from _text_pages(heading, lines=rest)


def _words(text: str, fig: TeachingFigure) -> _Lines:
    return _set(
        Block("In words", 11, style.INK, "bold"),
        Block(text, 10, style.INK, above=0.3),
        Block("Where it stands", 11, style.INK, "bold", above=0.9),
        *(Block(place, 10, style.INK, above=0.3) for place in places(fig.words.places)),
    )


def _closing(words: list[Words], origin: Origin) -> Iterator[Sheet]:
    yield from _text_pages(
        Block("Sources", 14, style.INK, "bold"),
        *(Block(source.text, _PAGE.small, style.INK, above=0.5) for source in full_sources(words)),
        Block("How to cite", 14, style.INK, "bold", above=2),
        *(Block(line, _PAGE.small, style.INK, above=0.5) for line in how_to_cite(origin)),
    )


def _text_pages(*blocks: Block, lines: _Lines | None = None) -> Iterator[Sheet]:
    """Set blocks, and lines set already, on as many pages as they need."""
    rest = _set(*blocks) + (lines or [])
    while rest:
        fits, rest = _split(rest, _ROOM)
        drawn = Figure(figsize=(_PAGE.width, _ROOM))
        FigureCanvasAgg(drawn)
        write_lines(drawn, _PAGE, fits, _ROOM)
        yield Sheet(drawn, _paper(_ROOM))


def _set(*blocks: Block) -> _Lines:
    return set_lines(Measure(_PAGE.dpi), _PAGE.width - 2 * _PAGE.margin, *blocks)


def _split(lines: _Lines, room: float) -> tuple[_Lines, _Lines]:
    """Take as many lines as fit into a height in inches; return them, and what is left."""
    fits: _Lines = []
    for n, (block, mine) in enumerate(lines):
        em = block.points / 72
        room -= block.above * em
        take = min(len(mine), max(0, int(room / (LEADING * em) + 1e-9)))
        if take:
            fits.append((block, mine[:take]))
        if take < len(mine):
            return fits, [(block, mine[take:]), *lines[n + 1 :]]
        room -= take * LEADING * em
    return fits, []


def _paper(top: float) -> Bbox:
    """Lay the paper around a drawing whose text starts at this height, in inches."""
    return Bbox.from_bounds((_PAGE.width - _WIDE) / 2, top + _MARGIN - _TALL, _WIDE, _TALL)
