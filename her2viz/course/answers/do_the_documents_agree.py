"""Exercises of the lesson on judging sources: silence, places in lists, counts of pages, where a claim stands."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, NUMBER, WORDS, YES_NO, Exercise, Mistake
from her2viz.dataset.loaders import load_disagreements, load_site_mentions, load_sites, load_sources

__all__ = ["EXERCISES"]

_CLINIC = "cleveland_clinic"
#: What the date weighs in an exercise; each other point weighs one.
_HEAVY = 5


def _questions(page: str | None = None) -> int:
    """Count the questions; with a page, those on which it takes a position."""
    asked = load_disagreements()
    return int((asked if page is None else asked[asked["source_id"] == page])["question_id"].nunique())


def _positions(page: str) -> int:
    return int((load_disagreements()["source_id"] == page).sum())


def _named_second(page: str) -> pd.Series:
    """Return the site that a page names second, by section; found in the text, as the lesson does."""
    asked = load_disagreements()
    rows = asked[(asked["question_id"] == "second-site") & (asked["source_id"] == page)]
    return rows.set_index("section")["position"].str.extract(r"(liver|lungs) second", expand=False)


def _second_in_list(page: str) -> str:
    """Return the site that stands second in the list of most common sites on a page."""
    mentions = load_site_mentions().set_index(["source_id", "list_kind", "list_position"])
    return str(mentions.loc[(page, "most common sites", 2), "site"])


def _figures() -> pd.DataFrame:
    sites = load_sites()
    return sites[sites["frequency_pct"].notna()]


def _figure(site: str) -> float:
    return float(_figures().set_index("site").loc[site, "frequency_pct"])


def _points() -> int:
    """Add up the points that a page has on the lesson's checklist, with a heavy one for the date."""
    page = load_sources().set_index("source_id").loc[_CLINIC]
    one_order = _named_second(_CLINIC).nunique() == 1
    light = [pd.notna(page["publisher"]), pd.notna(page["named_expert"]), page["references"], one_order]
    return sum(map(bool, light)) + _HEAVY * bool(page["dated"])


def _place(site: str, page: str) -> float:
    mentions = load_site_mentions()
    rows = mentions[(mentions["site"] == site) & (mentions["source_id"] == page)]
    return float(rows["list_position"].iloc[0])


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "do-the-documents-agree-1",
        NUMBER,
        lambda: _questions() - _questions(_CLINIC),
        "It says nothing on {answer} of the questions. That is neither a yes nor a no.",
        'Count the rows of the table of positions where the column "Cleveland Clinic" holds 0.',
        (
            Mistake(lambda: _questions(_CLINIC), "On those it does speak. Count the others."),
            Mistake(_questions, "Those are all the questions. Keep those where the page has no position."),
            Mistake(lambda: _positions(_CLINIC), "Those are its positions. A question can have more than one."),
            Mistake(CANT_SAY, "Why a page is silent can't be said. On how many questions it is silent, you can count."),
        ),
    ),
    Exercise(
        "do-the-documents-agree-2",
        YES_NO,
        lambda: False,
        "The other three have no row, so they neither agree nor disagree.",
        "Look for a row in which another page says something else.",
        (
            Mistake(True, "A page that says no has a row. Which rows does the question have?"),
            Mistake(CANT_SAY, "What those pages think can't be said, true. Does the table show that they disagree?"),
        ),
    ),
    Exercise(
        "do-the-documents-agree-3",
        WORDS,
        lambda: _named_second("guide")["opening"],
        "In line 1 it is the {answer}. In its list further down it is another site, so its order is no ranking.",
        "Keep the rows of second-site where short_name is Guide page and section is opening.",
        (
            Mistake(
                lambda: rf"^(?!.*liver).*{_second_in_list('guide')}",
                "That is its list further down, or its figures. Which line is the opening?",
            ),
            Mistake(
                r"bone", "That is not second in any list of this page. Which word stands before second in the row?"
            ),
            Mistake(r"brain", "That one comes last there. Which word stands before second in the row?"),
            Mistake(CANT_SAY, "It is only asked what stands second in a sentence, and a row says that."),
        ),
        also=(r"(it is |it's |it names |spread to |in |the )*livers?( is second| comes second)?",),
    ),
    Exercise(
        "do-the-documents-agree-4",
        YES_NO,
        lambda: False,
        "One may have copied from the other, or both from a third. That they fit helps, but it is no proof.",
        "Ask how two pages can come to say the same thing.",
        (
            Mistake(True, "In how many ways can two pages come to the same words? Can you see from here which it was?"),
            Mistake(CANT_SAY, "Whether they are right is not asked. Is it a proof that two pages say the same?"),
        ),
    ),
    Exercise(
        "do-the-documents-agree-5",
        NUMBER,
        _points,
        "{answer}, as many as before: no page gives a date, so its weight tells none of them apart.",
        "Write the weights as a series, as in the lesson, and add up the points of this page.",
        (
            Mistake(
                lambda: _points() + _HEAVY, "You gave it the points for a date. Look at its row: is there a yes for it?"
            ),
            Mistake(lambda: _points() - 1, "One point is missing. Does its row not have a yes for one order as well?"),
            Mistake(_HEAVY, "That is the weight of the point. Does the page get it? What else does it get?"),
            Mistake(
                lambda: 4 + _HEAVY,
                "Those are the points of a page with a yes for everything. Look at the row of this one.",
            ),
        ),
    ),
    Exercise(
        "do-the-documents-agree-6",
        NUMBER,
        lambda: _figures()["source_id"].nunique(),
        "All pages name the four sites; one alone gives figures, and it is the one that we rate lowest.",
        "Keep the rows of load_sites() that have a figure, and count the different values of source_id.",
        (
            Mistake(
                lambda: load_site_mentions()["source_id"].nunique(),
                "That many pages name the sites. Which of them give a number too?",
            ),
            Mistake(
                lambda: load_sites()["source_id"].nunique(),
                "You counted the pages of all rows. Keep only the rows that have a figure.",
            ),
            Mistake(0, "Look at the column frequency_pct of load_sites(). Who gives its numbers?"),
        ),
    ),
    Exercise(
        "do-the-documents-agree-7",
        NUMBER,
        lambda: CANT_SAY,
        "The page names the liver and gives no figure for it. A place in a list holds no number of people.",
        "Look in load_sites() for a row of this page with a figure for the liver.",
        (
            Mistake(
                lambda: _figure("liver"),
                "That is a figure of another page, and of another group. Who says it, and of whom?",
            ),
            Mistake(
                lambda: _figure("bone"), "That is another page's figure for bone. First in a list is not a figure."
            ),
            Mistake(lambda: _place("liver", _CLINIC), "That is its place in the list, not a number of people."),
            Mistake(100, "The list says one or more of these areas. Does that mean that all have it in the liver?"),
            Mistake(0, "An empty cell is not a zero. Does the page say that nobody has it there?"),
        ),
    ),
)
