"""Exercises of the lesson on symptoms and treatments: pages are not people, names are not drugs, scans no symptoms."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, NUMBER, YES_NO, Exercise, Mistake
from her2viz.dataset.loaders import load_care_facts, load_sources, load_symptoms, load_therapies, load_treatments

__all__ = ["EXERCISES"]

_NAMES = ("trastuzumab", "Herceptin", "ado-trastuzumab emtansine", "Kadcyla", "trastuzumab deruxtecan")


def _given(symptom: str, site: str) -> pd.DataFrame:
    rows = load_symptoms()
    return rows[(rows["symptom"] == symptom) & (rows["site"] == site) & (rows["polarity"] == "affirmed")]


def _pages(symptom: str, site: str) -> int:
    return int(_given(symptom, site)["source_id"].nunique())


def _drugs() -> pd.DataFrame:
    rows = load_treatments().merge(load_therapies(), on="therapy")
    return rows[rows["kind"] == "drug"]


def _of_these_names() -> pd.DataFrame:
    drugs = _drugs()
    return drugs[drugs["therapy"].isin(_NAMES) | drugs["brand"].isin(_NAMES)]


def _guide_states_target() -> bool:
    drugs = _drugs()
    rows = drugs[(drugs["therapy"] == "trastuzumab") & (drugs["source_id"] == "guide")]
    return bool(rows["target"].notna().any())


def _new_symptoms_wait() -> bool:
    """Whether the row on new symptoms has a time to wait."""
    return bool(pd.notna(load_care_facts().set_index("row_id").loc["cleveland-seek-care-new-symptom", "value_low"]))


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "symptoms-and-treatments-1",
        NUMBER,
        lambda: _pages("fracture", "bone"),
        "The Cleveland Clinic page and the Guide page; one of them has more than one row.",
        "Keep the rows of that symptom and that site, then count the different values of source_id.",
        (
            Mistake(
                lambda: len(_given("fracture", "bone")),
                "Those are rows. One page says it more than once: count the different pages.",
            ),
            Mistake(
                lambda: len(_given("fracture", "bone")) + len(_given("fracture", "any")),
                "Not all pages do. Keep the rows of the site bone alone, and count the different pages.",
            ),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-2",
        NUMBER,
        lambda: CANT_SAY,
        "Pages are not people. No row says how many women have it.",
        "What is counted in the table of symptoms: people, or pages that write about them?",
        (
            Mistake(
                lambda: 100 * _pages("jaundice", "liver") / len(load_sources()),
                "That is a share of the pages. Pages are not people: did anyone count women?",
            ),
            Mistake(lambda: _pages("jaundice", "liver"), "Those are pages. Is there a row that counts women?"),
            Mistake(lambda: len(_given("jaundice", "liver")), "Those are rows. Is there a row that counts women?"),
            Mistake(0, "No count of women is not a count of none."),
            Mistake(100, "The pages say can, may and sometimes. Does any of them say that all women have it?"),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-3",
        YES_NO,
        lambda: False,
        "The rows count what pages write. Some print long lists, and the table splits them finely.",
        "Look at which pages the rows come from, and how many rows each page has.",
        (
            Mistake(True, "What is one row: a symptom that a person has, or one that a page writes down?"),
            Mistake(CANT_SAY, "It is not asked which site gives the most. Can a count of rows show it?"),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-4",
        NUMBER,
        lambda: _of_these_names()["therapy"].nunique(),
        "They are {answer} drugs: two of the five names are brands of drugs that are in the list already.",
        "Find the row of each name, in therapy or in brand, and count the different therapies.",
        (
            Mistake(lambda: len(_NAMES), "Those are the names. Look each of them up in therapy and in brand."),
            Mistake(1, "They share a word, but the pages list them apart. Compare their brands and classes."),
            Mistake(
                lambda: len(_of_these_names()),
                "Those are rows. A drug that several pages name has several rows.",
            ),
            Mistake(
                lambda: _of_these_names()["brand"].nunique(),
                "Those are the brands. Not every one of these drugs has a brand in the table.",
            ),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-5",
        YES_NO,
        _guide_states_target,
        "It calls the drug a targeted therapy. Its cell for the target is empty, so cite the page that states it.",
        "Look at the column target in the rows of that page.",
        (
            Mistake(True, "Another page states it. Look at source_id: what stands in target on the Guide page?"),
            Mistake(CANT_SAY, "It is asked what this one page gives. Look at its cells in the column target."),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-6",
        YES_NO,
        _new_symptoms_wait,
        "The gap is between planned scans. For new symptoms no page gives a waiting time: tell your care team now.",
        "Find the row on new symptoms among the claims on when to seek care. Does it give a time to wait?",
        (
            Mistake(
                True,
                "Do not wait with a new symptom: tell your care team now. The months are a gap between planned scans.",
            ),
            Mistake(CANT_SAY, "There is a row on new symptoms. Read it: does it speak of waiting?"),
        ),
    ),
)
