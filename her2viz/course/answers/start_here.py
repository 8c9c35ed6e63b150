"""Exercises of the first lesson: rows, pages, speakers, and what a count of pages does not show."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, NAMES, NUMBER, WORDS, YES_NO, Exercise, Mistake
from her2viz.dataset.loaders import (
    load_care_facts,
    load_site_mentions,
    load_sites,
    load_sources,
    load_studies,
    load_subtype_facts,
)

__all__ = ["EXERCISES"]


def _naming(site: str, column: str = "source_id") -> set[str]:
    """Return the pages that name a site."""
    mentions = load_site_mentions().merge(load_sources()[["source_id", "short_name"]], on="source_id")
    return set(mentions.loc[mentions["site"] == site, column])


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
        lambda: _naming("skin"),
        "The other two do not name it. That tells nothing about how often it is.",
        "Keep the rows of mentions where site is skin, and list their source_id.",
        (
            Mistake(lambda: set(load_sources()["source_id"]), "Those are all the pages. Keep the rows for the skin."),
            Mistake(
                lambda: set(load_sources()["source_id"]) - _naming("skin"),
                "These two do not name it. Take the others.",
            ),
            Mistake(lambda: _naming("skin", "short_name"), "These are the short names. Give the column source_id."),
        ),
    ),
    Exercise(
        "start-here-3",
        NUMBER,
        lambda: load_studies()["country"].isna().sum(),
        "{answer} cells are empty: what we read of these studies gives no country.",
        "Take the filled cells away from all of them: size counts all, count counts the filled ones.",
        (
            Mistake(lambda: load_studies()["country"].count(), "Those are filled. How many are not?"),
            Mistake(lambda: len(load_studies()), "Those are all the rows. In how many of them is the cell empty?"),
            Mistake(0, "Some cells show NaN. What does that mean?"),
            Mistake(
                lambda: load_studies()["country"].nunique(), "Those are the different countries. Count the empty cells."
            ),
            Mistake(CANT_SAY, "Which country it was can't be said. But the empty cells can be counted."),
        ),
    ),
    Exercise(
        "start-here-4",
        WORDS,
        lambda: load_subtype_facts().set_index("row_id").loc["cleveland-her2low-new-name", "speaker"],
        "The page only points to another article there: neither the page nor the doctor says it in its own voice.",
        "Use facts.loc with the name of the row and the column speaker.",
        (
            Mistake(r"cleveland|clinic|page|document|site", "That is where it stands. Who speaks? See the column."),
            Mistake(r"barot|doctor|expert", "The doctor has other rows. Look at this one."),
            Mistake(r"her2", "That is what the claim is about. Who makes it?"),
            Mistake(r"speaker", "That is the column. What stands in it?"),
            Mistake(CANT_SAY, "It can: the row has a column for who speaks."),
        ),
        also=(r"(?!.*\bnot\b)(a |the )?(related[ -]article )?blurb.*", r"(a |the )?related[ -]article"),
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
