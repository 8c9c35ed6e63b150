"""Exercises of the lesson on the sites of spread: the group, the hedge, empty cells, the page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, NAMES, NUMBER, WORDS, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_sites

__all__ = ["EXERCISES"]


def _rough() -> pd.DataFrame:
    sites = load_sites()
    return sites[sites["frequency_pct"].notna()]


def _of(site: str, column: str) -> Any:
    return load_sites().set_index("site").loc[site, column]


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "where-it-spreads-1",
        NAMES,
        lambda: set(_rough()["site"]),
        "Those four have a figure; the other rows only name a place.",
        "Keep the rows where frequency_pct.notna() is true, and list their site.",
        (
            Mistake(lambda: set(load_sites()["site"]), "Those are all the places named. Which rows have a number too?"),
            Mistake(
                lambda: set(load_sites()["site"]) - set(_rough()["site"]),
                "Those are the rows in which the cell is empty. Take the others.",
            ),
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
        WORDS,
        lambda: _of("lung", "qualifier"),
        "Without it the number would look like an exact count.",
        "Look at the column qualifier in the row for lung.",
        (
            Mistake(r"less|common", "That word belongs to another row. Take the row where site is lung."),
            Mistake(r"often", "No row with a figure has that word. Which word stands in the row for lung?"),
            Mistake(r"qualifier", "That is the column. Which word stands in it, in the row for lung?"),
            Mistake(r"women|advanced", "That says of whom. Which word softens the number?"),
            Mistake(
                r"rough|approx|around|circa|nearly|almost",
                "That says much the same in other words. Which word stands in the row?",
            ),
        ),
        also=(r"(it is )?(the )?(word )?['\"]?about( 30( in 100)?)?['\"]?",),
    ),
    Exercise(
        "where-it-spreads-6",
        NUMBER,
        lambda: _rough()["source_id"].nunique(),
        "Ten copies of one page are still one page, and that page names no study.",
        "Count the different values of source_id among the rows with a figure.",
        (
            Mistake(10, "Those are the slides. Which pages do they copy from?"),
            Mistake(lambda: len(_rough()), "Those are the figures. On how many pages do they stand?"),
            Mistake(
                lambda: load_sites()["source_id"].nunique(),
                "You counted the pages of all rows. Keep only the rows that have a figure.",
            ),
        ),
    ),
    Exercise(
        "where-it-spreads-7",
        NUMBER,
        lambda: 100 - _of("bone", "frequency_pct"),
        "About {answer} do not have it in bone; they may have it somewhere else.",
        "Take the figure for bone away from the whole hundred.",
        (
            Mistake(lambda: _of("bone", "frequency_pct"), "Those have it in bone. How many of the hundred do not?"),
            Mistake(0, "No page says that all have it in bone. Take the figure for bone away from 100."),
            Mistake(
                lambda: _rough()["frequency_pct"].sum() - _of("bone", "frequency_pct"),
                "You added up the other three. Sites overlap, so one woman can be in that sum more than once.",
            ),
        ),
    ),
    Exercise(
        "where-it-spreads-8",
        YES_NO,
        lambda: _rough()["population"].nunique() == 1,
        "One group stands at all four, so they may share one axis.",
        "Compare the population of the four rows that have a figure.",
        (
            Mistake(False, "Look only at the rows that have a figure. Does their population differ?"),
            Mistake(CANT_SAY, "It can: each of the four rows names its population."),
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
