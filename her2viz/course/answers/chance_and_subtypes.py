"""Exercises of the lesson on chance and on who was counted."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_published_figures, load_sites, load_subtype_facts
from her2viz.derived.groups import HER2_GROUPS
from her2viz.derived.intervals import percent_interval
from her2viz.derived.published import study_rows

__all__ = ["EXERCISES"]

_HER2_TYPES = ("HER2+", "HER2-overexpressing")


def _shares() -> pd.DataFrame:
    """Return the shares of each subtype among the newly diagnosed of one registry, by the label that it has there."""
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == "seer_2017_2021") & (rows["quantity"] == "subtype share")]
    return rows.set_index(rows["subtype"].astype(str))


def _positive() -> float:
    shares = _shares()
    return float(shares[shares["subtype_group"].isin(HER2_GROUPS)]["percent"].sum())


def _of_known() -> float:
    return 100 * _positive() / float(_shares()["percent"].drop("unknown").sum())


def _by_type() -> pd.DataFrame:
    rows = load_published_figures()
    return rows[(rows["study_id"] == "kaplan_2016") & (rows["site"] == "bone")]


def _together() -> float:
    rows = _by_type()
    return float((rows["percent"] * rows["n_total"]).sum() / rows["n_total"].sum())


def _rough(site: str) -> float:
    return float(load_sites().set_index("site").loc[site, "frequency_pct"])


def _jia() -> pd.Series:
    rows = study_rows("brain")
    return rows[rows["study_id"] == "jia_2023"].iloc[0]


def _holds() -> bool:
    """Whether the interval of a study holds the page's figure."""
    row = _jia()
    ends = percent_interval(row["printed"], int(row["n_total"]))
    return ends is not None and ends.low <= row["rough_pct"] <= ends.high


def _without_interval() -> set[str]:
    rows = study_rows("liver")
    return set(rows.loc[rows["low"].isna(), "study_id"])


def _without_count() -> set[str]:
    rows = study_rows("liver")
    return set(rows.loc[rows["n_with"].isna(), "study_id"])


def _apart() -> bool:
    """Whether the intervals of two groups of one registry do not touch."""
    rows = study_rows("liver", subtypes=["HER2+"])
    rows = rows[rows["study_id"] == "systhers_2020"]
    return bool(rows["low"].max() > rows["high"].min())


def _her2_bone() -> pd.DataFrame:
    return study_rows("bone", subtypes=_HER2_TYPES)


def _at(site: str) -> dict[str, float]:
    """Return the figures of one study for a site, by the subtype that it counted."""
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == "kaplan_2016") & (rows["site"] == site)]
    return dict(zip(rows["subtype"].astype(str), rows["percent"].astype(float), strict=True))


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "chance-and-subtypes-1",
        NUMBER,
        _of_known,
        "It is {answer}: the part stays the same, and the whole is now only those whose type is known.",
        "Add up the two rows whose label holds HER2+, and divide by the sum of all rows but the unknown.",
        (
            Mistake(_positive, "The women of unknown type are still in your hundred. Take them out of the whole."),
            Mistake(
                lambda: _shares()["percent"]["HR+/HER2+"],
                "That is one of two rows. HER2-positive disease is in both of the rows that hold HER2+.",
            ),
            Mistake(
                lambda: load_subtype_facts().set_index("row_id").loc["cleveland-her2-share", "value"],
                "That is the rough figure of a web page. Use the rows of the study.",
            ),
        ),
        places=1,
    ),
    Exercise(
        "chance-and-subtypes-2",
        NUMBER,
        _together,
        "{answer}: each type counts by its number of people. It holds for this one study.",
        "Multiply each percent by its n_total, add up, and divide by the sum of n_total.",
        (
            Mistake(
                lambda: _by_type()["percent"].mean(),
                "That is the plain mean, but the groups differ in size. Weigh each by its n_total.",
            ),
            Mistake(lambda: _rough("bone"), "That is the rough figure of a web page. Use the four rows of the study."),
            Mistake(
                lambda: _by_type().loc[_by_type()["subtype"] == "HER2-overexpressing", "percent"].iloc[0],
                "That is one of the four types. Put all four together.",
            ),
            Mistake(CANT_SAY, "Inside one study it can: the four groups and their sizes are all printed."),
        ),
        places=1,
    ),
    Exercise(
        "chance-and-subtypes-3",
        YES_NO,
        _holds,
        "So chance alone can make the difference. That does not prove the page right: its group is another one.",
        "Look at low and high in that row, and see whether the page's figure lies between them.",
        (
            Mistake(False, "Is the figure below low, or above high? Look at both ends."),
            Mistake(CANT_SAY, "Whether the page is right can't be said. Does the figure lie between the two ends?"),
        ),
    ),
    Exercise(
        "chance-and-subtypes-4",
        YES_NO,
        lambda: False,
        "The interval is about chance in that one group. Chance is not selection: another group can differ for "
        "reasons that no interval shows.",
        "Ask what the interval is about: the luck of the draw, or the choice of whom to count.",
        (
            Mistake(True, "It is narrow because many people of one group were counted. Is the other group that group?"),
            Mistake(CANT_SAY, "It is not asked what the other share is. Is there anything that forces it inside?"),
        ),
    ),
    Exercise(
        "chance-and-subtypes-5",
        NAMES,
        _without_interval,
        "The text that was read prints no clear group size, so how sure one can be stays open.",
        "List study_id of the rows in which low is missing.",
        (
            Mistake(
                _without_count,
                "You took the rows without a count. With a group size and a printed share an interval can still be "
                "had. Look at n_total.",
            ),
            Mistake(
                lambda: set(study_rows("liver")["study_id"]) - _without_interval(),
                "Those are the ones that have an interval. Which have none?",
            ),
            Mistake(
                lambda: set(study_rows("liver").query("low.isna()")["study"]),
                "You have found them. Now write each as it stands in the column study_id.",
            ),
        ),
    ),
    Exercise(
        "chance-and-subtypes-6",
        NUMBER,
        lambda: CANT_SAY,
        "There are four figures of four groups, counted at different moments. Show them side by side, each with its "
        "group and its moment.",
        "You have taken one figure for all. Compare population and moment_group of the four rows.",
        (
            Mistake(
                lambda: _her2_bone()["percent"].mean(),
                "That is a mean over studies. Which group of people would it be about?",
            ),
            Mistake(
                lambda: _rough("bone"),
                "That is the rough figure. Does the page that gives it name a type?",
            ),
            Mistake(
                lambda: _her2_bone()["percent"].max(),
                "You chose the one figure near the rough one. Are the other rows wrong?",
            ),
        ),
        span=lambda: (_her2_bone()["percent"].min(), _her2_bone()["percent"].max()),
    ),
    Exercise(
        "chance-and-subtypes-7",
        YES_NO,
        _apart,
        "Luck alone is a poor reason here too: the two groups were counted at different moments.",
        "Compare the low end of the higher row with the high end of the lower row.",
        (
            Mistake(False, "They are close. Which is larger: the low end of one, or the high end of the other?"),
            Mistake(CANT_SAY, "Both rows have an interval. Compare their ends."),
        ),
    ),
    Exercise(
        "chance-and-subtypes-8",
        CHART,
        lambda: Chart(_at("brain"), ("came back",)),
        "Four types of one study, and a reader sees that their cancer had come back.",
        "Draw a bar for each subtype of the study kaplan_2016, for the brain.",
    ),
)
