"""Exercises of the first lesson: rows, pages, speakers, and what a count of pages does not show."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, NAMES, NUMBER, WORDS, YES_NO, Exercise, Mistake
from her2viz.dataset.loaders import load_care_facts, load_sites, load_sources, load_studies, load_subtype_facts

__all__ = ["EXERCISES"]


def _about(subject: str, column: str = "source_id") -> set[str]:
    sources = load_sources()
    return set(sources.loc[sources["subject"] == subject, column])


def _steps() -> pd.DataFrame:
    facts = load_care_facts()
    return facts[facts["topic"] == "step of metastasis"]


def _per_step(count: str) -> pd.Series:
    """Count the pages that name each step, or its rows."""
    return _steps().groupby("item", observed=True)["source_id"].agg(count)


def _shared(count: str) -> int:
    """Count the steps of which there is more than one page, or row, by the way of counting."""
    return int((_per_step(count) > 1).sum())


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "start-here-1",
        NUMBER,
        lambda: len(load_sources()),
        "There is a row for each of the web pages.",
        "Load the table with hv.load_sources() and count its rows with len().",
        (
            Mistake(lambda: len(load_sites()), "That is the table sites. The names look alike: look for sources."),
            Mistake(lambda: len(load_studies()), "That is the table studies. Sources are the web pages."),
            Mistake(lambda: load_sources().shape[1], "Those are its columns. How many rows has it?"),
            Mistake(lambda: load_sources().size, "Those are its cells. How many rows has it?"),
        ),
    ),
    Exercise(
        "start-here-2",
        NAMES,
        lambda: _about("HER2-positive"),
        "The other two are about all breast cancer.",
        "Look at the column subject of the table sources.",
        (
            Mistake(lambda: _about("all breast cancer"), "These are about all breast cancer. Take the others."),
            Mistake(lambda: set(load_sources()["source_id"]), "Those are all the pages. Read the column subject."),
            Mistake(
                lambda: _about("HER2-positive", "short_name"),
                "These are the pages, by their short names. Give what stands in the column source_id.",
            ),
        ),
    ),
    Exercise(
        "start-here-3",
        NUMBER,
        lambda: load_sources()["dated"].sum(),
        "No page gives one, so nobody can tell how old its claims are.",
        "Look at the column dated: it is True where a page gives a date.",
        (
            Mistake(lambda: len(load_sources()), "Those are all the pages. What does False mean in the column dated?"),
            Mistake(CANT_SAY, "When they were written can't be said. But the column dated tells if they give a date."),
        ),
    ),
    Exercise(
        "start-here-4",
        WORDS,
        lambda: load_subtype_facts().set_index("row_id").loc["cleveland-her2-protein", "speaker"],
        "The page quotes its expert, so the claim has a name.",
        "Look at the row cleveland-her2-protein. Which column says who speaks?",
        (
            Mistake(r"cleveland|clinic|page|document|site", "That is the page. Whom does it quote? See who speaks."),
            Mistake(r"blurb", "That speaker has other rows. Look at the row on the protein."),
            Mistake(r"doctor|expert|oncologist|physician|shimoli", "Yes, and the row gives the name in full."),
            Mistake(CANT_SAY, "It can: the row has a column for who speaks."),
        ),
        also=(r"(?!.*\bnot\b).*\bbarot\b.*",),
    ),
    Exercise(
        "start-here-5",
        YES_NO,
        lambda: False,
        "It shows what the pages write about. A count of pages is not a count of people.",
        "Ask what one unit of the count is: a page, or a person?",
        (
            Mistake(True, "What was counted here: people with spread, or pages that name a place?"),
            Mistake(CANT_SAY, "How often it is can't be said from this. But does a count of pages show it?"),
        ),
    ),
    Exercise(
        "start-here-6",
        NUMBER,
        lambda: _shared("nunique"),
        "More than one page names {answer} of them; the others stand on one page only.",
        "Group about_steps by item, and count the different values of source_id in each group.",
        (
            Mistake(lambda: _shared("size"), "You counted rows. One page can have more than one row on a step."),
            Mistake(lambda: _steps()["item"].nunique(), "Those are all the steps. Which are on more than one page?"),
            Mistake(lambda: len(_steps()), "Those are the rows. How many steps are on more than one page?"),
            Mistake(
                lambda: (_per_step("nunique") == 1).sum(),
                "Those are named by one page only. Which of them by more?",
            ),
            Mistake(
                lambda: (_per_step("nunique") == 2).sum(),
                "More than one can be two pages, and it can be three. Did you count both?",
            ),
        ),
    ),
)
