"""Exercises of the lesson on the sites of spread: the group, the hedge, empty cells, the page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_site_mentions, load_sites, load_subtype_facts

__all__ = ["EXERCISES"]


def _rough() -> pd.DataFrame:
    sites = load_sites()
    return sites[sites["frequency_pct"].notna()]


def _blank() -> pd.DataFrame:
    sites = load_sites()
    return sites[sites["frequency_pct"].isna()]


def _named_by(page: str) -> set[str]:
    mentions = load_site_mentions()
    return set(mentions.loc[mentions["source_id"] == page, "site"])


def _whom(page: str) -> str:
    """Return of whom a page names bone."""
    mentions = load_site_mentions().astype({"site": str, "source_id": str}).set_index(["site", "source_id"])
    return str(mentions.loc[("bone", page), "population"])


def _fact(row_id: str, column: str) -> Any:
    return load_subtype_facts().set_index("row_id").loc[row_id, column]


def _sentences() -> tuple[str, ...]:
    """Return one sentence with the hedge and the group of its row, and three that lose one of them."""
    row = "cleveland-her2-early-spread"
    n, whom, about = (_fact(row, column) for column in ("value", "population", "qualifier"))
    wide, women = whom.replace("early-stage ", ""), whom.replace("people", "women")
    return (
        f"{n:g} in 100 {whom} see it spread",
        f"{about.capitalize()} {n:g} in 100 {wide} see it spread",
        f"{about.capitalize()} {n:g} in 100 {whom} see it spread",
        f"{about.capitalize()} {n:g} in 100 {women} see it spread",
    )


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "where-it-spreads-1",
        NAMES,
        lambda: _named_by("cleveland_clinic"),
        "It names six places, and gives a figure for none of them.",
        "Keep the rows of load_site_mentions() where source_id is cleveland_clinic, and list their site.",
        (
            Mistake(lambda: set(load_sites()["site"]), "Those are all the places. Keep the rows of this one page."),
            Mistake(lambda: set(_rough()["site"]), "Those have a figure, on another page. Which does this page name?"),
            Mistake(lambda: _named_by("guide"), "Those are the places of the Guide page. Take the rows of this one."),
        ),
    ),
    Exercise(
        "where-it-spreads-2",
        NUMBER,
        lambda: CANT_SAY,
        "The page names the skin and gives no figure, so the cell is empty.",
        "Look at the cell itself: load_sites().set_index('site').loc['skin', 'frequency_pct'].",
        (
            Mistake(0, "An empty cell is not a zero. Does the page say that nobody has spread in the skin?"),
            Mistake(
                lambda: 100 - _rough()["frequency_pct"].sum(),
                "You took the four figures away from 100. Sites overlap, so there is no rest to share out.",
            ),
            Mistake(
                lambda: _rough()["frequency_pct"].min(),
                "That is another site's figure. Less common is a word of the page, not a number.",
            ),
        ),
    ),
    Exercise(
        "where-it-spreads-3",
        NUMBER,
        lambda: _rough()["frequency_pct"].sum(),
        "They add up to {answer}, since one woman can be counted at more than one site.",
        "Add up frequency_pct over the rows that have a figure.",
        (
            Mistake(100, "That is the whole, not the sum of the four figures. Add the cells up."),
            Mistake(lambda: _rough()["frequency_pct"].mean(), "That is the mean. Use sum()."),
            Mistake(lambda: len(_rough()), "That is how many figures there are. Use sum()."),
        ),
    ),
    Exercise(
        "where-it-spreads-4",
        YES_NO,
        lambda: False,
        "The sum counts places, not women. One woman can be in it more than once, another not at all.",
        "Ask what one unit of the sum is: a woman, or a place in a woman.",
        (
            Mistake(True, "Could one woman be counted at bone and at lung? Then what does the sum count?"),
            Mistake(CANT_SAY, "It is not asked how many have none of the four. Does the sum show that all have one?"),
        ),
    ),
    Exercise(
        "where-it-spreads-5",
        CHOICE,
        lambda: _sentences()[2],
        "Hedge and group are both those of the row.",
        "Look at qualifier and population of the row, and compare them with the sentence, word by word.",
        (
            Mistake(lambda: _sentences()[0], "Of whom it is, you have kept. Which small word of the row is gone?"),
            Mistake(lambda: _sentences()[1], "That group is too wide. What more does the population say?"),
            Mistake(lambda: _sentences()[3], "Look at the first word of the population. Whom does it count?"),
            Mistake(CANT_SAY, "It can: one sentence has the hedge and the group of the row."),
        ),
        choices=_sentences,
    ),
    Exercise(
        "where-it-spreads-6",
        NUMBER,
        lambda: _blank()["source_id"].nunique(),
        "The four rows are from {answer} pages, and no page gives a figure for any of these places.",
        "Count the different values of source_id in no_figure.",
        (
            Mistake(lambda: len(_blank()), "Those are the rows. From how many different pages are they?"),
            Mistake(
                lambda: _rough()["source_id"].nunique(),
                "So many give the figures. Look at the rows without a figure, all of them.",
            ),
            Mistake(0, "No page gives a figure for them. But pages name them: how many?"),
        ),
    ),
    Exercise(
        "where-it-spreads-7",
        NUMBER,
        lambda: 100 - _fact("cleveland-her2-share", "value"),
        "About {answer}, of 100 people diagnosed with breast cancer: another hundred than that of the sites.",
        "Take the value of the row away from its whole hundred.",
        (
            Mistake(lambda: _fact("cleveland-her2-share", "value"), "Those have it. How many of the hundred do not?"),
            Mistake(
                lambda: 100 - _fact("cleveland-her2-early-spread", "value"),
                "That is from another row. Take the one on the share.",
            ),
            Mistake(CANT_SAY, "It can: each of these people either has this subtype or does not."),
        ),
    ),
    Exercise(
        "where-it-spreads-8",
        YES_NO,
        lambda: _whom("insights") == _whom("cleveland_clinic"),
        "Both speak of HER2-positive disease that has spread, and neither gives a figure.",
        "Compare the population of the two rows, word by word.",
        (
            Mistake(False, "Keep the rows for bone of these two pages. Where does their population differ?"),
            Mistake(CANT_SAY, "It can: each of the two rows names its population."),
        ),
    ),
    Exercise(
        "where-it-spreads-9",
        CHART,
        lambda: Chart(
            {row["label"]: 100 - row["frequency_pct"] for row in _rough().to_dict("records")},
            ("women", "advanced breast cancer"),
            about=True,
        ),
        "Each bar has its number with its hedge, and a reader sees of whom it is.",
        "Draw a bar for each row with a figure.",
    ),
)
