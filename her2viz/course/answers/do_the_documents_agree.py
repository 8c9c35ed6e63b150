"""Exercises of the lesson on judging sources: silence, what a page can be trusted with, where a claim stands."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_disagreements, load_sites, load_sources

__all__ = ["EXERCISES"]

_CLINIC, _GUIDE, _OVERVIEW = "cleveland_clinic", "guide", "overview"
#: What the second made-up page of the lesson counted: plants with speckle on a leaf, and plants looked at.
_WITH, _LOOKED_AT = 12, 40


def _questions(*pages: str) -> int:
    """Count the questions on which each of these pages takes a position."""
    asked = load_disagreements()
    return len(set.intersection(*(set(asked.loc[asked["source_id"] == page, "question_id"]) for page in pages)))


def _either() -> int:
    asked = load_disagreements()
    return int(asked.loc[asked["source_id"].isin([_CLINIC, _GUIDE]), "question_id"].nunique())


def _positions(question: str, page: str) -> pd.Series:
    asked = load_disagreements()
    return asked.loc[(asked["question_id"] == question) & (asked["source_id"] == page), "position"]


def _speaking(question: str) -> set[str]:
    """Return the short names of the pages that take a position on a question."""
    asked = load_disagreements()
    names = load_sources().set_index("source_id")["short_name"]
    return set(asked.loc[asked["question_id"] == question, "source_id"].astype(str).map(names))


def _all_pages() -> set[str]:
    return set(load_sources()["short_name"])


def _sentences() -> tuple[str, ...]:
    """Return what a reader may want to write: a figure of one page, the words of two others, and a rank of nobody."""
    lung = load_sites().set_index("site").loc["lung"]
    figure = f"{lung['qualifier']} {lung['frequency_pct']:g}"
    return (
        f"Of 100 {lung['population']}, {figure} have it in the lung",
        _positions("early-and-advanced", _OVERVIEW).item(),
        _positions("early-and-advanced", _CLINIC).item().partition(";")[0],
        "The liver comes second in how often",
    )


def _asked() -> int:
    return int(load_disagreements()["question_id"].nunique())


def _silent() -> dict[str, float]:
    """Count the questions on which each page takes no position."""
    names = load_sources().set_index("source_id")["short_name"]
    return {str(name): float(_asked() - _questions(str(page))) for page, name in names.items()}


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "do-the-documents-agree-1",
        NUMBER,
        lambda: _questions(_CLINIC, _GUIDE),
        "Both speak on {answer}. They need not say the same there.",
        "Two columns of true and false: join them with & and count.",
        (
            Mistake(lambda: _questions(_CLINIC), "On those one of the two speaks. The other must speak as well."),
            Mistake(lambda: _questions(_GUIDE), "That is the Guide page alone. The other must speak as well."),
            Mistake(_either, "On those one of them speaks, or both. Use & and not |."),
        ),
    ),
    Exercise(
        "do-the-documents-agree-2",
        YES_NO,
        lambda: len(_positions("her2-low", _GUIDE)) > 0,
        "It has no row there, so it neither agrees nor disagrees.",
        "Look for a row in which that page says something else.",
        (
            Mistake(True, "A page that says no has a row. Which rows does the question have?"),
            Mistake(CANT_SAY, "What that page thinks can't be said, true. Does the table show that it disagrees?"),
        ),
    ),
    Exercise(
        "do-the-documents-agree-3",
        NAMES,
        lambda: _speaking("diet"),
        "The other page has no row on it.",
        "Keep the rows of that question, and list the different short names.",
        (
            Mistake(_all_pages, "Not all four. Which of them has no row on this question?"),
            Mistake(
                lambda: _all_pages() - _speaking("diet"),
                "That one is silent. Which pages speak?",
            ),
        ),
    ),
    Exercise(
        "do-the-documents-agree-4",
        YES_NO,
        lambda: True,
        "It gives the part, the whole and what it left out. For this one claim it is the better source.",
        "Which of the two pages says what was counted, and of how many?",
        (
            Mistake(False, "You look at the name and the date. Which page counted the plants that you ask about?"),
            Mistake(CANT_SAY, "Read both once more. Which of them gives a count of these plants?"),
        ),
    ),
    Exercise(
        "do-the-documents-agree-5",
        NUMBER,
        lambda: 100 * _WITH / _LOOKED_AT,
        "{answer} in 100. Say the counts too, for it was a small group.",
        "Divide the part by the whole. Then multiply by the size of a hundred.",
        (
            Mistake(_WITH, "That is the count. It is of fewer plants than a hundred."),
            Mistake(60, "That is the number of the other page, and it is about stems."),
            Mistake(100 * (_LOOKED_AT - _WITH) / _LOOKED_AT, "Those had none on a leaf. Take the others."),
        ),
    ),
    Exercise(
        "do-the-documents-agree-6",
        CHOICE,
        lambda: _sentences()[1],
        "That is what its row says. Each of the others stands on another page, or on none.",
        "Look for a row of this page, in load_sites() and in the table of positions.",
        (
            Mistake(lambda: _sentences()[0], "Which page gives that figure? Look at source_id in load_sites()."),
            Mistake(lambda: _sentences()[2], "A page says so, but which? Look at short_name."),
            Mistake(lambda: _sentences()[3], "A place in a list is no rank. What does its row say of ranks?"),
        ),
        choices=_sentences,
    ),
    Exercise(
        "do-the-documents-agree-7",
        YES_NO,
        lambda: "two names" in _positions("early-and-advanced", _GUIDE).item(),
        "You can trust a page with what it means by its own words, even one that we rate low.",
        "Look at its row on the question early-and-advanced.",
        (
            Mistake(False, "A low rating does not delete a row. What does its row on this question say?"),
            Mistake(CANT_SAY, "It is only asked what the page says, and there is a row."),
        ),
    ),
    Exercise(
        "do-the-documents-agree-8",
        CHART,
        lambda: Chart(_silent(), ("questions?",), whole=_asked()),
        "Silence can be counted, too: no bar is long, and each page has one.",
        "Draw a bar for each page: the questions that it does not answer.",
    ),
)
