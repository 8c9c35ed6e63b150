"""Exercises of the lesson on symptoms and treatments: pages are not people, names are not drugs, scans no symptoms."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_care_facts, load_sources, load_symptoms, load_therapies, load_treatments

__all__ = ["EXERCISES"]

_NAMES = ("palbociclib", "Ibrance", "ribociclib", "everolimus", "Afinitor", "tamoxifen")
#: Rows that name no symptom, and how a detail ends that tells what symptoms lead to.
_UNNAMED = ("silent spread", "other symptom", "other complication")
_EFFECTS = ("from the symptoms", "and other complications")


def _affirmed() -> pd.DataFrame:
    rows = load_symptoms()
    return rows[rows["polarity"] == "affirmed"]


def _rows(symptom: str, *sites: str) -> pd.DataFrame:
    """Return the affirmed rows of a symptom, at some sites or at all."""
    rows = _affirmed()
    return rows[(rows["symptom"] == symptom) & (rows["site"].isin(sites) if sites else True)]


def _pages(symptom: str, *sites: str) -> int:
    return int(_rows(symptom, *sites)["source_id"].nunique())


def _on_page(site: str, page: str) -> pd.DataFrame:
    rows = _affirmed()
    return rows[(rows["site"] == site) & (rows["source_id"] == page)]


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Leave out what names no symptom, and what symptoms lead to."""
    return rows[~rows["symptom"].isin(_UNNAMED) & ~rows["detail"].str.endswith(_EFFECTS, na=False)]


def _treatments() -> pd.DataFrame:
    return load_treatments().merge(load_therapies(), on="therapy")


def _of_these_names() -> pd.DataFrame:
    rows = _treatments()
    return rows[rows["therapy"].isin(_NAMES) | rows["brand"].isin(_NAMES)]


def _states_target(drug: str, page: str, target: str) -> bool:
    rows = load_treatments()
    rows = rows[(rows["therapy"] == drug) & (rows["source_id"] == page)]
    return bool(rows["target"].eq(target).any())


def _named_by(therapy: str) -> int:
    rows = load_treatments()
    return int(rows.loc[(rows["therapy"] == therapy) & (rows["polarity"] == "affirmed"), "source_id"].nunique())


def _new_symptoms_wait() -> bool:
    """Whether the row on new symptoms has a time to wait."""
    return bool(pd.notna(load_care_facts().set_index("row_id").loc["cleveland-seek-care-new-symptom", "value_low"]))


def _pages_at(site: str) -> dict[str, float]:
    """Count the pages that give each symptom of a site, of those that two or more give."""
    rows = _named(_affirmed())
    pages = rows[rows["site"] == site].astype({"symptom": str}).groupby("symptom")["source_id"].nunique()
    return {str(symptom): float(n) for symptom, n in pages[pages >= 2].items()}


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "symptoms-and-treatments-1",
        NUMBER,
        lambda: _pages("fatigue"),
        "One of the pages names it at two places, and still counts once.",
        "Keep the rows of that symptom, all sites, then count the different values of source_id.",
        (
            Mistake(lambda: len(_rows("fatigue")), "Those are rows. A page that says it twice is one page."),
            Mistake(
                lambda: _pages("fatigue", "lung"),
                "You kept one site. The exercise asks for all of them, and for spread in general.",
            ),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-2",
        NUMBER,
        lambda: CANT_SAY,
        "Pages are not people. No row says how many people have it.",
        "What is counted in the table of symptoms: people, or pages that write about them?",
        (
            Mistake(
                lambda: 100 * _pages("jaundice", "liver") / len(load_sources()),
                "That is a share of the pages. Pages are not people: did anyone count people?",
            ),
            Mistake(lambda: _pages("jaundice", "liver"), "Those are pages. Is there a row that counts people?"),
            Mistake(lambda: len(_rows("jaundice", "liver")), "Those are rows. Is there a row that counts people?"),
            Mistake(0, "No count of people is not a count of none."),
            Mistake(100, "The pages say can, may and sometimes. Does any of them say that all people have it?"),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-3",
        YES_NO,
        lambda: _named_by("radiation therapy") >= 2,
        "A count of pages is a fact about pages. You say of what you count, so the sentence holds.",
        "Keep the affirmed rows of that therapy, and count the different pages.",
        (
            Mistake(False, "Not each count misleads. Which pages name it in their rows?"),
            Mistake(CANT_SAY, "How many people have it can't be said. How many pages name it, you can count."),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-4",
        NUMBER,
        lambda: _of_these_names()["therapy"].nunique(),
        "They are {answer} drugs: two of the six names are brands of drugs that are in the list already.",
        "Find the row of each name, in therapy or in brand, and count the different therapies.",
        (
            Mistake(lambda: len(_NAMES), "Those are the names. Look each of them up in therapy and in brand."),
            Mistake(
                lambda: len(_of_these_names()),
                "Those are rows. A drug that is named more than once has several rows.",
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
        lambda: _states_target("lapatinib", "overview", "HER2"),
        "The page states it in its own row, so you may cite it for this.",
        "Look at the column target in the rows of that drug on that page.",
        (
            Mistake(False, "Some pages leave it open. What stands in target on this one?"),
            Mistake(CANT_SAY, "It is asked what this one page gives. Look at its cell in the column target."),
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
    Exercise(
        "symptoms-and-treatments-7",
        NUMBER,
        lambda: _named(_on_page("liver", "guide"))["symptom_group"].nunique(),
        "{answer}. One row names no symptom, and some tell what symptoms lead to.",
        "Keep the rows of given with that site and that page, and count the different values of symptom_group.",
        (
            Mistake(
                lambda: _on_page("liver", "guide")["symptom_group"].nunique(),
                "You counted from a table with the vague rows still in. Take given.",
            ),
            Mistake(lambda: len(_on_page("liver", "guide")), "Those are all affirmed rows, the vague ones too."),
            Mistake(
                lambda: len(_named(_on_page("liver", "guide"))),
                "Those are rows. One symptom has more than one row on this page.",
            ),
        ),
    ),
    Exercise(
        "symptoms-and-treatments-8",
        CHART,
        lambda: Chart(_pages_at("lung"), ("pages?",), whole=len(load_sources())),
        "Each bar counts pages, and the axis says so and ends where all pages are.",
        "Draw a bar for each symptom that two pages or more give for the lungs.",
    ),
)
