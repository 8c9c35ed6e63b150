"""Exercises of the lesson on moments and denominators: of whom, when, part and whole, where adding is right."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_published_figures
from her2viz.derived.published import study_rows

__all__ = ["EXERCISES"]

_FIRST = "first site only"


def _groups() -> tuple[str, ...]:
    """Return the groups of one study: two wholes, of all types and of one type each."""
    rows = load_published_figures()
    return tuple(rows.loc[rows["study_id"] == "martin_2017", "population"].astype(str).unique())


def _of(newly: bool, subtype: bool) -> str:
    (found,) = (text for text in _groups() if ("newly" in text, text.endswith("subtype")) == (newly, subtype))
    return found


def _cui_agrees() -> bool:
    rows = load_published_figures()
    rows = rows[rows["study_id"] == "cui_2015"]
    return bool(((100 * rows["n_with"] / rows["n_total"]).astype(float).round(1) == rows["percent"]).all())


def _jia(site: str = "brain") -> pd.Series:
    rows = study_rows(site)
    return rows[rows["study_id"] == "jia_2023"].iloc[0]


def _women() -> float:
    return float(_jia()["n_total"] * _jia()["percent"] / 100)


def _moments(site: str) -> pd.Series:
    """Return the moment of each study that has a figure for a site, by study."""
    return study_rows(site).set_index("study_id")["moment_group"].astype(str)


def _jafari(moment: str) -> pd.Series:
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == "jafari_2022") & (rows["moment_group"] == moment)]
    return rows.set_index("site")["percent"].astype(float)


def _three(moment: str) -> float:
    return float(_jafari(moment)[["lung", "liver", "brain"]].sum())


def _one_when() -> bool:
    rows = study_rows("brain")
    rows = rows[rows["study_id"].isin(["jia_2023", "cui_2015"])]
    return bool(rows["moment_group"].nunique() == 1 and rows["denominator"].nunique() == 1)


def _by_study(site: str) -> dict[str, float]:
    rows = study_rows(site)
    return dict(zip(rows["study"].astype(str), rows["percent"].astype(float), strict=True))


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "when-and-of-whom-1",
        CHOICE,
        lambda: _of(newly=True, subtype=True),
        "1.1 is of {answer}. The row names it: HR-/HER2+.",
        "Keep the row of that study where percent is 1.1, and read the column population.",
        (
            Mistake(lambda: _of(newly=False, subtype=False), "Of these people another row of the study is."),
            Mistake(lambda: _of(newly=True, subtype=False), "Close. Look at the column subtype: are all types in it?"),
            Mistake(
                lambda: _of(newly=False, subtype=True),
                "The type is right. Look at the column denominator: had the cancer of all of them spread?",
            ),
        ),
        choices=lambda: (
            _of(newly=False, subtype=False),
            _of(newly=True, subtype=False),
            _of(newly=True, subtype=True),
            _of(newly=False, subtype=True),
        ),
    ),
    Exercise(
        "when-and-of-whom-2",
        YES_NO,
        _cui_agrees,
        "Part, whole and percentage are all printed, and they agree. Here you may divide and trust what you get.",
        "Divide n_with by n_total, times 100, and round to one decimal. Compare with percent.",
        (
            Mistake(False, "Round at the end, to one decimal. Then compare each of the four rows."),
            Mistake(CANT_SAY, "Part and whole are both printed here. So you can divide."),
        ),
    ),
    Exercise(
        "when-and-of-whom-3",
        NUMBER,
        lambda: round(_women()),
        "About {answer} women, worked out by us from a rounded percentage.",
        "Write it as a sentence: so many in 100, of all the women counted. Here multiplying is right.",
        (
            Mistake(lambda: _jia()["percent"], "That is of 100 women. More than 100 were counted."),
            Mistake(lambda: round(_women(), 1), "Women come in whole numbers. Round it."),
            Mistake(
                lambda: 100 * _jia()["n_total"] / _jia()["percent"],
                "You divided. Are the women counted the part or the whole?",
            ),
            Mistake(CANT_SAY, "The whole and the percentage are printed. They give the part, about."),
        ),
    ),
    Exercise(
        "when-and-of-whom-4",
        NUMBER,
        lambda: int((_moments("lung") != "not stated").sum()),
        "{answer} studies. One more gives a figure and no moment.",
        "Keep the rows of that site whose moment_group is not 'not stated', and count the studies.",
        (
            Mistake(lambda: len(_moments("lung")), "Those are the studies with any figure there. Does each say when?"),
            Mistake(
                lambda: int((_moments("lung") == "when spread is first found").sum()),
                "You kept one moment. Any time is a moment that is stated, too.",
            ),
        ),
    ),
    Exercise(
        "when-and-of-whom-5",
        NUMBER,
        lambda: _three(_FIRST),
        "{answer}: by first site nobody counts twice, so here you may add.",
        "Take the column of first sites, keep these three, and add them up.",
        (
            Mistake(
                lambda: _three("any time"),
                "Those are of any time, where one person can count for more than one site.",
            ),
            Mistake(lambda: _jafari(_FIRST).sum(), "You added all sites of the column. Keep the three."),
            Mistake(lambda: 100 - _jafari(_FIRST)["bone"], "Not all others had one of these three as first site."),
            Mistake(CANT_SAY, "Each person counts for one first site at most. So what may you do with the three?"),
        ),
        places=1,
    ),
    Exercise(
        "when-and-of-whom-6",
        YES_NO,
        lambda: False,
        "It would mix people, places and moments, and no one could say of whom it is, or when.",
        "Try to write the population of such a mean in one line.",
        (
            Mistake(True, "Of whom would that mean be, and at which moment? Compare populations and moment groups."),
            Mistake(CANT_SAY, "Look at the moments of the six: is there one group of people that the mean is about?"),
        ),
    ),
    Exercise(
        "when-and-of-whom-7",
        YES_NO,
        _one_when,
        "One denominator, one moment, each with its own people: side by side is fine. Just take no mean of them.",
        "Compare denominator and moment_group of the two rows.",
        (
            Mistake(False, "Side by side is no mean. Do they differ in denominator, or in moment_group?"),
            Mistake(CANT_SAY, "Both cells are filled in both rows. Compare denominator and moment_group."),
        ),
    ),
    Exercise(
        "when-and-of-whom-8",
        CHART,
        lambda: Chart(_by_study("lung"), ("metastatic",)),
        "Each study has its own mark, none is averaged, and the axis says of whom.",
        "Draw a mark for each study that has a figure for the lung.",
    ),
)
