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


def _number(attribute: str) -> Any:
    """Return the one number of a subject, as HER2-positive disease is given it."""
    claims = _claims(attribute)
    return claims.loc[claims["subtype_described"] == "HER2-positive", "value"].dropna().item()


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
        lambda: _number("share"),
        "About {answer}, of people diagnosed with breast cancer; the doctor whom one page quotes says so.",
        "Look for the claim on share about HER2-positive disease.",
        (
            Mistake(
                lambda: _number("early-stage outcome"),
                "Of whom is that number? Read its population, and what happens to them in the claim.",
            ),
            Mistake(
                lambda: _number("share") * _number("early-stage outcome") / 100,
                "You put two numbers together, but they are about different people.",
            ),
            Mistake(CANT_SAY, "One claim on share has a number. Is its population the one that is asked for?"),
        ),
    ),
    Exercise(
        "what-is-said-of-subtypes-3",
        WORDS,
        lambda: load_subtype_facts().set_index("row_id").loc["cleveland-her2-spreads-faster", "qualifier"],
        "With it the claim leaves room: it does not say that this type always spreads faster.",
        "Look at the column qualifier in the row that says faster.",
        (
            Mistake(r"very", "That word is the doctor's, on growing, and it makes a claim firmer. Which softens this?"),
            Mistake(r"fast|quick", "Your friend kept that. Which word of the page softens it?"),
            Mistake(r"\bnot\b|no longer", "This claim is affirmed. The missing word softens it, it does not deny it."),
            Mistake(r"qualifier", "That is the column. Which word stands in it?"),
        ),
        also=(r"(it )?(the )?(word )?['\"]?can['\"]?( be| spread| spread faster)?",),
    ),
    Exercise(
        "what-is-said-of-subtypes-4",
        NUMBER,
        lambda: _negated(_claims("pace")),
        "Both stand on the Insights page: no rigid, fast timeline, and not a fixed trait any more.",
        "Keep the claims whose attribute is pace, then count those whose polarity is negated.",
        (
            Mistake(lambda: len(_claims("pace")), "Those are all the claims on pace. Which of them say not?"),
            Mistake(
                lambda: _negated(load_subtype_facts()),
                "Did you ask for both things at once: on pace, and negated?",
            ),
            Mistake(0, "Read the polarity of each claim on pace once more."),
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
