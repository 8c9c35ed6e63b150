"""Slides: a PowerPoint deck with one figure a slide, its words on the slide and in the notes."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from her2viz import style
from her2viz.catalogue.registry import figure
from her2viz.charts.typesetting import Measure
from her2viz.course.lessons import lesson_of
from her2viz.dataset.origin import Origin
from her2viz.errors import UsageError
from her2viz.files import clear, one_file, write
from her2viz.output.contents import Front, choose, front, question_beside
from her2viz.output.exporting import Plan
from her2viz.page.layout import foot, height, set_lines
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.citing import full_sources, how_to_cite
from her2viz.words.parts import Words

if TYPE_CHECKING:
    from her2viz.output.powerpoint import Deck, Slide

__all__ = ["making", "slides"]

_PAGE = style.size("slide")
_ROOM = _PAGE.width - 2 * _PAGE.margin
#: The height for paragraphs under a title, and the space before each, in inches.
_TALL, _BEFORE = 5.6, 12 / 72


def slides(
    path: str | os.PathLike[str],
    names: Iterable[str] | None = None,
    data: pd.DataFrame | None = None,
    title: str | None = None,
) -> Path:
    """Write a deck for PowerPoint, LibreOffice or Google Slides.

    It opens with a title and a notice, before any number; then comes a figure a slide, with its caveat and credit,
    and with its question, long description, caption, caveat and sources in the speaker notes; last the sources in
    full and how to cite.

    Parameters
    ----------
    path : str or path
        A name ending in .pptx, in a folder that exists. A file of that name is replaced, once the new one is whole.
    names : iterable of str, optional
        Which figures, in this order. Where None, the sixteen that the lessons are about, in the lessons' order: that
        is what one class has time for, and their variants repeat them site by site and question by question.
        ``names=hv.figures()["name"]`` puts in all of them.
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
        If python-pptx is not installed, the ending is another one, a name is unknown, or the file can't be written.
    DataError
        If the rows would mislead, or a figure asked for can't be drawn of them.

    Notes
    -----
    The numbers are those of the figures, each with its source on the slide. The picture on a slide is the whole
    figure of slide size: its title is cropped away behind the slide's own, and caveat and credit stand as text over
    the place where they are drawn, so that they can be read out and still travel with a picture that is copied.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     slides(pathlib.Path(folder, "talk.pptx"), names=["site-bars"]).name
    'talk.pptx'
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
    """Check what :func:`slides` is asked for; return what there is to do, a figure a step, the file with the last."""
    _check_extra()
    path = one_file(path, ".pptx")
    wanted = choose(names, data, "slide", title)

    def steps() -> Iterator[list[Path]]:
        from her2viz.output import powerpoint

        deck = powerpoint.blank()
        shown: list[tuple[str, Words, Slide]] = []
        for name in wanted.chosen:
            fig = figure(name, data, "slide", title=title)
            if not shown:
                opening = front(fig.words, fig.data, "To go past them, go to the last slide.")
                first = _open(deck, opening)
            shown.append((name, fig.words, _figure(deck, fig)))
            if len(shown) < len(wanted.chosen):
                yield []
        last = _close(deck, [words for _, words, _ in shown], opening.origin)
        powerpoint.link(first[1], "Go past the numbers, to the last slide", last[-1])
        groups = itertools.groupby(
            shown, lambda figure: "Figures" if opening.origin.own else lesson_of(figure[0]).title
        )
        powerpoint.sections(
            deck,
            [
                ("Before you go on", first),
                *((title, [slide for *_, slide in group]) for title, group in groups),
                ("Sources", last),
            ],
        )
        file = powerpoint.packed(deck, opening.title, opening.lines[0], opening.keywords)
        clear(path.parent)
        yield write({path: file})

    return Plan(wanted, steps())


def _check_extra() -> None:
    """Refuse where what the extra brings is missing, and say how to install it."""
    try:
        import pptx  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError('Slides need python-pptx. Install it with: pip install "her2viz[class]"') from error


def _open(deck: Deck, opening: Front) -> list[Slide]:
    from her2viz.output import powerpoint

    notes = [
        "The notes of each slide hold the question that its figure answers, the long description, the caption, the "
        "caveat and the sources.",
        "Say with each number whom it is about and how exact it is.",
    ]
    first = powerpoint.title_slide(deck, opening.title, opening.lines, notes)
    start, (groups, nobody, worry) = opening.origin.notice_start(), opening.origin.notice_end()
    paragraphs = [" ".join((*start, opening.past)), f"{groups} {nobody}", worry]
    return [first, powerpoint.text_slide(deck, "Before you go on", paragraphs, paragraphs)]


def _figure(deck: Deck, fig: TeachingFigure) -> Slide:
    from her2viz.output import powerpoint

    with style.catalogue_style(_PAGE):
        measure = Measure(_PAGE.dpi)
        lines = len(measure.lines(fig.title, _ROOM, _PAGE.title, "bold"))
        blocks = foot(_PAGE, fig.words, measure)
        below = height(set_lines(measure, _ROOM, *blocks)) - blocks[0].above * blocks[0].points / 72
    return powerpoint.figure_slide(
        deck,
        fig.title,
        lines,
        fig.to_bytes("png"),
        fig.alt,
        [[text for text in (block.text, block.then) if text] for block in blocks],
        below,
        _notes(fig),
    )


def _notes(fig: TeachingFigure) -> list[str]:
    parts = {
        "Question": question_beside(fig),
        "Description": fig.description,
        "Caption": fig.caption,
        "Caveat": fig.caveat,
        "Source": "; ".join(fig.sources),
    }
    return [f"{name}: {text}" for name, text in parts.items() if text]


def _close(deck: Deck, words: list[Words], origin: Origin) -> list[Slide]:
    """Add the sources, as many slides as they need, and how to cite."""
    from her2viz.output import powerpoint

    sources = [source.text for source in full_sources(words)]
    with style.catalogue_style(_PAGE):
        points: float = powerpoint.TEXT
        pages = _paginated(sources, points)
        if len(pages) > 1:
            points, pages = _PAGE.small, _paginated(sources, _PAGE.small)
    added: list[Slide] = []
    for number, page in enumerate(pages, 1):
        title = f"Sources ({number} of {len(pages)})" if len(pages) > 1 else "Sources"
        added.append(powerpoint.text_slide(deck, title, page, page, points))
    # the slide that the notice leads to: without numbers, which the titles of studies have
    closing = [*how_to_cite(origin), origin.closing()]
    return [*added, powerpoint.text_slide(deck, "How to cite", closing, closing)]


def _paginated(paragraphs: list[str], points: float) -> list[list[str]]:
    """Share paragraphs out to slides."""
    measure = Measure(_PAGE.dpi)
    pages: list[list[str]] = []
    room = 0.0
    for paragraph in paragraphs:
        lines = measure.lines(paragraph, 0.95 * _ROOM, points)  # another font may be a little wider
        tall = Measure.height(len(lines), points) + _BEFORE
        if tall > room:
            pages.append([])
            room = _TALL
        pages[-1].append(paragraph)
        room -= tall
    return pages
