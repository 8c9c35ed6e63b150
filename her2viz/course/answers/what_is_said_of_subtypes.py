"""Exercises of the lesson on claims about subtypes: the speaker, the small words, the "not", the place in a list."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, NUMBER, WORDS, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_care_facts, load_published_figures, load_site_mentions, load_subtype_facts

__all__ = ["EXERCISES"]


def _claims(attribute: str) -> pd.DataFrame:
    facts = load_subtype_facts()
    return facts[facts["attribute"] == attribute]


def _most_aggressive() -> str:
    claims = _claims("aggressiveness")
    affirmed = claims[claims["polarity"] == "affirmed"]
    return str(affirmed.loc[affirmed["qualifier"] == "most aggressive", "subtype_described"].item())


def _negated(claims: pd.DataFrame) -> int:
    return int((claims["polarity"] == "negated").sum())


def _months() -> object:
    """Return a number of months if a claim on pace has one."""
    pace = _claims("pace")
    given = pace.loc[pace["unit"] == "months", "value"].dropna()
    return given.iloc[0] if len(given) else CANT_SAY


def _gap(row_id: str, column: str) -> Any:
    return load_care_facts().set_index("row_id").loc[row_id, column]


def _is_ranked() -> bool:
    """Whether the list in which the page names bone third is said to be one of the most common sites."""
    named = load_site_mentions().set_index(["site", "source_id"])
    return str(named.loc[("bone", "cleveland_clinic"), "list_kind"]) == "most common sites"


_SCANS = "That is the gap between planned scans. Is it about how fast the cancer spreads?"
_WEEKS = "That row is about symptoms and when to talk to the doctor, not about how fast the cancer spreads."


def _registry() -> pd.DataFrame:
    """Return the shares that a registry prints of each type."""
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == "seer_2017_2021") & (rows["quantity"] == "subtype share")]
    return rows.set_index(rows["subtype"].astype(str))


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "what-is-said-of-subtypes-1",
        WORDS,
        _most_aggressive,
        "The other row with these words is negated: there the doctor says what is not the most aggressive.",
        "Find the rows with these words, then read polarity and statement.",
        (
            Mistake(r"her2[ -]?(positive|\+)|^her2$", "That row has the same words. Look at its polarity."),
            Mistake(r"her2[ -]?low", "That one is said to be less aggressive, and a blurb says so, not the doctor."),
            Mistake(
                r"\ber\b|\ber[ -]", "The Overview page calls that one \u201cmost common\u201d. Look for aggressiveness."
            ),
            Mistake(r"both|neither|none", "One of the two rows with these words says not. What does the other say?"),
            Mistake(r"^cleveland-tnbc", "That is the name of the row. Which subtype is it about?"),
            Mistake(CANT_SAY, "The doctor names one. Which of the two rows with these words is affirmed?"),
        ),
        also=(r"(the )?(triple[ -]?negative|tnbc)( (type|subtype|disease|breast cancers?))?( \(?tnbc\)?)?",),
    ),
    Exercise(
        "what-is-said-of-subtypes-2",
        NUMBER,
        lambda: load_subtype_facts()["qualifier"].isna().sum(),
        "{answer} claims have none: the pages put them flatly. That does not make them truer.",
        "Ask for the cells of qualifier that are empty, and add them up.",
        (
            Mistake(lambda: load_subtype_facts()["qualifier"].count(), "Those have one. How many have none?"),
            Mistake(lambda: len(load_subtype_facts()), "Those are all the rows. In how many is the cell empty?"),
            Mistake(
                lambda: load_subtype_facts()["qualifier"].nunique(), "Those are the different words. Count the blanks."
            ),
            Mistake(0, "The row from the heading shows NaN there. What does that mean?"),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-3",
        WORDS,
        lambda: load_subtype_facts().set_index("row_id").loc["insights-her2-chronic", "qualifier"],
        "With it the claim is about many people. Without it, it sounds like all of them.",
        "Look at the column qualifier in that row.",
        (
            Mistake(r"\bcan\b|manage|lasting|difficult|outlook", "Your friend kept that. What does qualifier say?"),
            Mistake(r"\bnot\b|no longer", "This claim is affirmed. The missing word softens it, it does not deny it."),
            Mistake(r"\bmost\b|\ball\b|\bsome\b", "That is another amount. Which word stands in the row?"),
            Mistake(r"qualifier", "That is the column. Which word stands in it?"),
        ),
        also=(r"(it )?(the )?(word )?['\"]?(for )?many['\"]?( people)?,?",),
    ),
    Exercise(
        "what-is-said-of-subtypes-4",
        NUMBER,
        lambda: _negated(load_care_facts()),
        "{answer} rows. Each of them turns into its opposite where someone drops the not.",
        "Keep the rows of that table whose polarity is negated, and count them.",
        (
            Mistake(lambda: _negated(load_subtype_facts()), "That is the table of this lesson. Take the other one."),
            Mistake(lambda: len(load_care_facts()), "Those are all the rows. Which of them say not?"),
            Mistake(
                lambda: len(load_care_facts()) - _negated(load_care_facts()),
                "Those are affirmed. How many are not?",
            ),
            Mistake(0, "Read the different values of polarity, and count them."),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-5",
        NUMBER,
        _months,
        "No claim on pace has a number. The months that one page gives are the gap between planned scans.",
        "Keep the claims on pace and look at their value and unit.",
        (
            Mistake(lambda: _gap("insights-monitoring-scan-interval", "value_low"), _SCANS),
            Mistake(lambda: _gap("insights-monitoring-scan-interval", "value_high"), _SCANS),
            Mistake(lambda: _gap("cleveland-seek-care-persistent-symptom", "value_low"), _WEEKS),
            Mistake(lambda: _gap("cleveland-seek-care-persistent-symptom", "value_high"), _WEEKS),
            Mistake(0, "An empty cell is not a zero."),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-6",
        YES_NO,
        _is_ranked,
        "Its list is of one or more areas. A place in a list is no rank.",
        "Look at list_kind in the row for bone on that page.",
        (
            Mistake(True, "Read the list_kind of that row. Does it speak of how often?"),
            Mistake(CANT_SAY, "It is asked what this page says. The row tells you what kind of list it is."),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-7",
        YES_NO,
        lambda: _registry().index.is_unique and _registry()["population"].nunique() == 1,
        "Each woman stands in one row alone and all rows are of one group, so here adding is right.",
        "Can one woman stand in two of these rows? Are the rows of one group?",
        (
            Mistake(False, "Sites overlap. Can one cancer have two of these types, as the rows are named?"),
            Mistake(CANT_SAY, "It can: look at the population of the rows, and at what sets their types apart."),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-8",
        CHART,
        lambda: Chart(
            _registry()["percent"].astype(float).to_dict(), ("women", "newly diagnosed", "unknown subtype included")
        ),
        "Five parts of one hundred, and the axis shows the whole of it.",
        "Draw a bar for each row whose quantity is subtype share, with its subtype as its name.",
    ),
)
