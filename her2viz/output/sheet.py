"""A sheet to hand out: two figures and three rules on one side, four questions on the other; or a booklet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from her2viz.catalogue.registry import Drawable, entry
from her2viz.errors import DataError, UsageError, brief
from her2viz.files import clear, one_file, write
from her2viz.output.booklet import booklet, figure_pages
from her2viz.output.contents import choose, front
from her2viz.output.exporting import Plan
from her2viz.output.pictures import Draft, Shown, bound, fitted, on_pages, picture, shown
from her2viz.output.printing import Block, Document, check_extra, check_paper, fits, pdf
from her2viz.own.grouped import groups_of
from her2viz.words import meanings
from her2viz.words.citing import full_sources
from her2viz.words.sheet import (
    KEY_HEADING,
    PAST,
    QUESTIONS_HEADING,
    RULES,
    RULES_HEADING,
    Question,
    own_questions,
    questions,
)

__all__ = ["handout", "making", "sheet", "sheet_figures"]

_BARS, _HUNDREDS = "site-bars", "percent-of-whom"
#: Beside the bars of someone's own rows, the first of these that can be drawn.
_BESIDE = ("overlap-bounds", "body-map")
#: Lines to write on, below each question.
_LINES = 5


def handout(
    path: str | os.PathLike[str],
    *,
    answers: bool = False,
    full: bool = False,
    names: Iterable[str] | None = None,
    paper: str = "a4",
    data: pd.DataFrame | None = None,
) -> Path:
    """Write a handout to print: one sheet of two sides, or a booklet.

    On the front of the sheet stand a notice before any number, two figures, and three rules to read such figures by;
    on the back four questions, with lines to write on or with their answers.

    Parameters
    ----------
    path : str or path
        A name ending in .pdf, in a folder that exists. A file of that name is replaced, once the new one is whole.
    answers : bool
        Whether the answers stand below the questions: the key for who teaches.
    full : bool
        Whether to write a booklet in place of the sheet: a list of the figures, then a figure a page with room for
        notes, then the sources.
    names : iterable of str, optional
        Which figures the booklet has, in this order. Where None, those that the lessons are about, or all that can be
        drawn of ``data``.
    paper : str
        "a4" or "letter".
    data : pandas.DataFrame, optional
        Rows to draw in place of the shipped ones, as :func:`her2viz.figure` takes them. The sheet then has the figures
        that take rows, and goes on to further pages where it must.

    Returns
    -------
    pathlib.Path
        The file. The same input gives the same bytes.

    Raises
    ------
    UsageError
        If typst is not installed, the ending or the paper is another one, a name is unknown, the options do not go
        together, or the file can't be written.
    DataError
        If the rows would mislead, or a figure can't be drawn of them.

    Notes
    -----
    The numbers are those of the figures; each page says once what they can't tell, and where they stand. The PDF is
    tagged, as PDF/UA-1 asks: headings, alt texts and reading order are there for a screen reader.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     handout(pathlib.Path(folder, "sheet.pdf")).name
    'sheet.pdf'
    """
    plan = making(path, answers=answers, full=full, names=names, paper=paper, data=data)
    for _ in plan.steps:
        pass
    return Path(path)


def making(
    path: str | os.PathLike[str],
    *,
    answers: bool = False,
    full: bool = False,
    names: Iterable[str] | None = None,
    paper: str = "a4",
    data: pd.DataFrame | None = None,
) -> Plan:
    """Check what :func:`handout` is asked for; return what there is to do, a figure a step, the file with the last."""
    check_extra()
    check_paper(paper)
    path = one_file(path, ".pdf")
    for name, given in {"answers": answers, "full": full}.items():
        if not isinstance(given, bool):
            raise UsageError(f"{name} must be True or False; got {brief(given)}.")
    if answers and full:
        raise UsageError("A handout is the key, with answers, or the full booklet: not both.")
    if names is not None and not full:
        raise UsageError("The sheet has its own figures; to choose others ask for the booklet: full=True, or --full.")
    if full:
        wanted = choose(names, data, "screen")  # whose height is free, as the booklet goes on overleaf
        figures = [shown(name, data) for name in wanted.chosen]
    else:
        figures = sheet_figures(data)
        wanted = Drawable([figure.name for figure in figures], {}, [])

    def steps() -> Iterator[list[Path]]:
        pages: list[Draft] = []
        for figure in figures[:-1]:
            pages += figure_pages(figure, paper) if full else ()
            yield []
        if full:
            pages += figure_pages(figures[-1], paper)
        document = booklet(figures, pages, paper) if full else sheet(figures, paper, answers=answers)
        content = pdf(document, paper)
        clear(path.parent)
        yield write({path: content})

    return Plan(wanted, steps())


def sheet_figures(data: pd.DataFrame | None) -> list[Shown]:
    """Return the two figures of the sheet; of someone's own rows those that can be drawn.

    Raises
    ------
    DataError
        If the bars can't be drawn of the rows.
    """
    bars = shown(_BARS, data)
    if not bars.words.origin.own:
        return [bars, shown(_HUNDREDS, None)]
    for name in _BESIDE:
        try:
            beside = shown(name, data)
            picture(beside)
        except DataError:
            continue
        return [bars, beside]
    return [bars]


def sheet(figures: list[Shown], paper: str, *, answers: bool) -> Document:
    """Lay out the sheet.

    Parameters
    ----------
    figures : list of Shown
        As :func:`sheet_figures` returns them.
    paper : str
        "a4" or "letter".
    answers : bool
        Whether the answers stand below the questions, in place of lines.

    Raises
    ------
    DataError
        If something of someone's own rows fits on no page.
    """
    bars, *others = figures
    opening = front(bars.words, bars.rows, PAST)
    start: tuple[Block, ...] = (
        {"kind": "title", "text": opening.title},
        {"kind": "notice", "text": opening.notice},
    )
    drafts = on_pages(bars, paper, before=start)
    *first, last = fitted((*drafts, *(draft for each in others for draft in on_pages(each, paper))), paper)
    rules, back = _rules(figures), _back(figures, answers)
    # where the rules have no room below the figures, they stand above the questions
    if fits(last.with_(rules).page(), paper):
        last = last.with_(rules)
    else:
        back.insert(0, rules)
    return bound(opening, figures, (*first, last, *fitted(back, paper)))


def _rules(figures: list[Shown]) -> Draft:
    """Set the rules, and before them the terms that the shipped figures use."""
    terms = dict.fromkeys(term for each in figures for term in each.words.terms if not each.words.origin.own)
    explained: list[Block] = [{"kind": "small", "text": meanings.explain(list(terms))}] if terms else []
    rules: Block = {"kind": "rules", "items": [rule._asdict() for rule in RULES]}
    return Draft((*explained, {"kind": "heading", "text": RULES_HEADING}, rules))


def _back(figures: list[Shown], answers: bool) -> list[Draft]:
    """Set the questions, and the sources that they ask for."""
    asked, of = _asked(figures)
    blocks = [_question(number, question, answers) for number, question in enumerate(asked, 1)]
    if not of[0].words.origin.own:  # those of someone's own stand in full at the foot
        blocks += ({"kind": "small", "text": source.text} for source in full_sources(each.words for each in of))
    heading: Block = {"kind": "heading", "text": KEY_HEADING if answers else QUESTIONS_HEADING}
    return [Draft((heading, blocks[0]), of), *(Draft((block,)) for block in blocks[1:])]


def _asked(figures: list[Shown]) -> tuple[tuple[Question, ...], tuple[Shown, ...]]:
    """Return the questions and the figures whose numbers they tell."""
    bars = figures[0]
    if not bars.words.origin.own:
        return questions(bars.rows, figures[1].rows, bars.words), tuple(figures)
    if groups_of(bars.rows):  # the questions are of both
        return own_questions(bars.rows, bars.words), (bars,)
    label = bars.rows.loc[bars.rows["frequency_pct"].idxmax(), "label"]
    top = bars.rows[bars.rows["label"] == label]
    return own_questions(bars.rows, bars.words), (Shown(bars.name, top, entry(bars.name).words(top)),)


def _question(number: int, question: Question, answers: bool) -> Block:
    return {
        "kind": "question",
        "number": number,
        "title": question.name,
        "ask": question.ask,
        "answer": question.answer if answers else "",
        "lines": _LINES,
    }
