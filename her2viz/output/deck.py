"""Slides: a lesson to teach from, or the figures asked for, one a slide, in a template of one's own or in ours."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from her2viz.catalogue.registry import figure
from her2viz.course.lessons import lesson_of
from her2viz.errors import UsageError, brief
from her2viz.files import clear, one_file, write
from her2viz.output.contents import choose, front, question_beside
from her2viz.output.exporting import Plan
from her2viz.output.lesson_script import LENGTHS, TAKE_HOME, TITLE
from her2viz.own.cells import unprintable
from her2viz.words.citing import full_sources

if TYPE_CHECKING:
    from her2viz.output.lesson_slides import Part
    from her2viz.output.slide_layouts import Template

__all__ = ["making", "slides"]

#: At most this many letters for a name on the first slide.
_LONGEST = 100
#: What to take home from numbers of which nothing is known.
_TAKE_HOME_OWN = (
    "Percent of whom? Ask it of each figure.",
    "A figure about a group cannot tell what will happen to any one person.",
    "Keep the group, the caveat and the source with a figure that you pass on.",
)


def slides(
    path: str | os.PathLike[str],
    names: Iterable[str] | None = None,
    data: pd.DataFrame | None = None,
    title: str | None = None,
    *,
    minutes: int | None = None,
    template: str | os.PathLike[str] | None = None,
    institution: str = "",
) -> Path:
    """Write a lesson for PowerPoint, LibreOffice or Google Slides.

    The lesson has its aims first, then a notice before any number, then figures and tables on one line of thought,
    a task in pairs, three things to take home, and the sources. The speaker notes hold what to say and to ask, the
    answer to expect, how many minutes the class takes, and what leads on. With ``names`` or ``data`` it is a deck of
    figures instead, one a slide.

    Parameters
    ----------
    path : str or path
        A name ending in .pptx, in a folder that exists. A file of that name is replaced, once the new one is whole.
    names : iterable of str, optional
        Figures in place of the lesson, in this order. ``names=hv.figures()["name"]`` puts in all of them.
    data : pandas.DataFrame, optional
        Rows to draw in place of the shipped ones, as :func:`her2viz.figure` takes them. Without names, all figures
        that can be drawn of them are put in.
    title : str, optional
        A title of your own, for one figure of rows of your own.
    minutes : int, optional
        How long the lesson is: 20 (the default) or 45.
    template : str or path, optional
        A .pptx file of your own, of which layouts, logo, colours and size are used, and its slides are not. It needs
        a layout with a title and a subtitle, and one with a title and a large place for content.
    institution : str
        A name for the first and the last slide, of at most 100 letters.

    Returns
    -------
    pathlib.Path
        The file. The same input gives the same bytes.

    Raises
    ------
    UsageError
        If python-pptx is not installed, the ending is another one, a name or a length is unknown, the template can't
        be used, or the file can't be written.
    DataError
        If the rows would mislead, or a figure asked for can't be drawn of them.

    Notes
    -----
    Title, group and tables are text to edit. The picture on a slide is the whole figure of slide size: title and
    group are cropped away, since they stand above it as text; caveat and credit stay inside. Its description is the
    long description of the figure. Numbers in the notes come from the rows, and caveat and sources stand last there.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     slides(pathlib.Path(folder, "talk.pptx"), names=["site-bars"]).name
    'talk.pptx'
    """
    for _ in making(path, names, data, title, minutes=minutes, template=template, institution=institution).steps:
        pass
    return Path(path)


def making(
    path: str | os.PathLike[str],
    names: Iterable[str] | None = None,
    data: pd.DataFrame | None = None,
    title: str | None = None,
    *,
    minutes: int | None = None,
    template: str | os.PathLike[str] | None = None,
    institution: str = "",
) -> Plan:
    """Check what :func:`slides` is asked for; return what there is to do, a figure a step, the file with the last."""
    _check_extra()
    from her2viz.output import lesson_slides, pptx_file, slide_layouts

    path = one_file(path, ".pptx")
    length = LENGTHS[0] if minutes is None else minutes
    if not isinstance(length, int) or length not in LENGTHS:
        raise UsageError(f"minutes must be one of {', '.join(map(str, LENGTHS))}; got {brief(minutes)}.")
    lesson = names is None and data is None
    if minutes is not None and not lesson:
        raise UsageError("minutes is for the lesson; it goes with no choice of figures and no data of your own.")
    if not isinstance(institution, str):
        raise UsageError(f"institution must be a name; got {brief(institution)}.")
    institution = " ".join(institution.split())
    if len(institution) > _LONGEST:
        raise UsageError(f"institution must have at most {_LONGEST} letters; got {len(institution)}.")
    if wrong := unprintable(institution):
        raise UsageError(f"institution {wrong}.")
    wanted = choose(lesson_slides.lesson_figures(length) if lesson else names, data, "slide", title)
    base = slide_layouts.opened(template)
    if template is not None and path.exists() and path.samefile(template):
        raise UsageError(f"The template {str(path)!r} is the file to write; give that another name.")

    def steps() -> Iterator[list[Path]]:
        parts = (
            lesson_slides.lesson_slides(base, length, institution)
            if lesson
            else _figures(base, wanted.chosen, data, institution, title)
        )
        added: list[Part] = []
        drawn = 0
        for part in parts:
            added.append(part)
            drawn += part[2]
            if part[2] and drawn < len(wanted.chosen):
                yield []
        groups = itertools.groupby(added, lambda part: part[0])
        pptx_file.sections(base.deck, [(name, [slide for _, slide, _ in group]) for name, group in groups])
        first = added[0][1].shapes.title
        assert first is not None
        about = "" if data is not None else TITLE
        file = pptx_file.packed(base.deck, first.text_frame.text, about, institution)
        clear(path.parent)
        yield write({path: file})

    return Plan(wanted, steps())


def _check_extra() -> None:
    """Refuse where what the extra brings is missing, and say how to install it."""
    try:
        import pptx  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError('Slides need python-pptx. Install it with: pip install "her2viz[class]"') from error


def _figures(
    base: Template, names: list[str], data: pd.DataFrame | None, institution: str, title: str | None
) -> Iterator[Part]:
    """Add the slides of a deck of figures."""
    from her2viz.output import slide_parts as part
    from her2viz.output.lesson_slides import unspoken

    fig = figure(names[0], data, "slide", title=title)
    origin, opening = fig.words.origin, front(fig.words, fig.data, "")
    words = []
    yield "Opening", part.first_slide(base, opening.title, opening.lines, institution, opening.lines), False
    notice = part.notice_slide(base, origin)
    yield "Opening", notice, False
    for number, name in enumerate(names):
        fig = figure(name, data, "slide") if number else fig
        words.append(fig.words)
        beside = {"ASK": question_beside(fig), "ANSWER": fig.title, "SAY": " ".join(filter(None, fig.words.brief))}
        notes = [f"{head}: {text}" for head, text in beside.items() if text]
        section = "Figures" if origin.own else lesson_of(name).title
        yield section, part.figure_slide(base, fig, [*notes, *unspoken(fig.words)]), True
    things = _TAKE_HOME_OWN if origin.own else TAKE_HOME
    yield "To take home", part.home_slide(base, things, origin, notice), False
    for slide in part.source_slides(base, full_sources(words), origin, institution):
        yield "To take home", slide, False
