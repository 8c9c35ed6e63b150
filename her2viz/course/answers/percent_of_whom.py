"""Exercises of the lesson on three hundreds: of whom a figure is, and which figures may be multiplied."""

from __future__ import annotations

from typing import Any

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_published_figures, load_sites, load_studies, load_subtype_facts
from her2viz.derived.groups import HER2_GROUPS
from her2viz.derived.shares import share_rows, tree_rows

__all__ = ["EXERCISES"]

_SHARE, _SPREAD = "cleveland-her2-share", "cleveland-her2-early-spread"


def _site(site: str, column: str = "frequency_pct") -> Any:
    return load_sites().set_index("site").loc[site, column]


def _fact(row_id: str, column: str = "value") -> Any:
    return load_subtype_facts().set_index("row_id").loc[row_id, column]


def _whom(study: str, subtype: str = "HR-/HER2+") -> str:
    """Return of whom a study prints the share of a type."""
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == study) & (rows["quantity"] == "subtype share")]
    return str(rows.loc[rows["subtype"] == subtype, "population"].item())


def _types(study: str) -> dict[str, float]:
    """Return the share of each type that a study prints."""
    rows = load_published_figures()
    rows = rows[(rows["study_id"] == study) & (rows["quantity"] == "subtype share")]
    return {str(row["subtype"]): float(row["percent"]) for row in rows.to_dict("records")}


def _groups() -> tuple[str, ...]:
    """Return groups to choose from: that of a study, and four that a reader may put in its place."""
    return (
        str(_fact(_SHARE, "population")),
        str(_fact(_SPREAD, "population")),
        _whom("seer_2017_2021"),
        _whom("hess_2013"),
        str(_site("bone", "population")),
    )


def _lung(column: str = "study_id", *, twice: bool = True) -> set[str]:
    """Return the studies that print a figure for the lung of all types, or those of them that print the same one."""
    rows = load_published_figures().merge(load_studies()[["study_id", "short_name"]], on="study_id")
    rows = rows[(rows["site"] == "lung") & (rows["subtype"] == "all")]
    return set(rows.loc[rows["percent"].duplicated(keep=False) | (not twice), column])


def _percent(study: str, denominator: str) -> float:
    """Return a share that a study prints of all newly diagnosed, or of those with metastatic disease."""
    rows = share_rows().set_index(["study_id", "denominator"])
    return float(rows.loc[(study, denominator), "percent"])


def _metastatic_share(study: str) -> float:
    return 100 * _percent(study, "all newly diagnosed") / _percent(study, "metastatic")


def _gong_share() -> float:
    boxes = tree_rows().query("study_id == 'gong_2018'")["number"]
    return float(100 * boxes.iloc[1] / boxes.iloc[0])


def _of_share(percent: float) -> float:
    """Take a share of the share of the HER2-positive type, as should not be done here."""
    return float(_fact(_SHARE)) * percent / 100


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "percent-of-whom-1",
        CHOICE,
        lambda: _whom("hess_2013"),
        "The row names women, and the stages from I to III: neither all stages, nor the advanced one.",
        "Look at the column population of that row, and compare it with the choices, word by word.",
        (
            Mistake(lambda: _groups()[0], "That group is too wide. What more does the row say of their cancer?"),
            Mistake(lambda: _groups()[1], "That is the group of a web page. Take the row of the study."),
            Mistake(lambda: _groups()[2], "That is the group of another study. Which stages does this row name?"),
            Mistake(lambda: _groups()[4], "Look for the word advanced in that row. Does the row have it?"),
            Mistake(CANT_SAY, "It can: each row of the table has a population."),
        ),
        choices=_groups,
    ),
    Exercise(
        "percent-of-whom-2",
        NAMES,
        _lung,
        "The number is the same, and the people are not: compare the two populations.",
        "Keep the rows for the lung of all types, and look for a percent that stands there twice.",
        (
            Mistake(lambda: _lung(twice=False), "Those are all that print a figure. Which two print the same one?"),
            Mistake(lambda: _lung("short_name"), "These are the short names. Give the column study_id."),
        ),
    ),
    Exercise(
        "percent-of-whom-3",
        NUMBER,
        lambda: CANT_SAY,
        "The two figures are of different people. No row says how many people with the HER2-positive type are at an "
        "early stage.",
        "Write down the hundred of each figure that you used. Are they the same people?",
        (
            Mistake(
                lambda: _of_share(float(_fact(_SPREAD))),
                "You multiplied. Is the figure for early spread about all people with HER2-positive disease?",
            ),
            Mistake(
                lambda: _fact(_SPREAD),
                "That is out of 100 people with early-stage HER2-positive disease. The question has another hundred.",
            ),
            Mistake(lambda: _fact(_SHARE), "So many have the type. Does that row say how many of them see it spread?"),
            Mistake(
                lambda: _of_share(float(_site("bone"))),
                "You multiplied with the figure for bone. Its row is about women with advanced disease, of no type.",
            ),
            Mistake(0, "That no row gives a number does not mean that it is nobody."),
        ),
    ),
    Exercise(
        "percent-of-whom-4",
        NUMBER,
        lambda: _metastatic_share("martin_2017"),
        "About {answer} in 100, derived by us and for this study alone. One group lies inside the other, so it works.",
        "Both shares count the same people. Divide the small share by the large one, then take it times 100.",
        (
            Mistake(
                lambda: _percent("martin_2017", "metastatic"),
                "Those have spread to the brain, among people with metastatic disease. How many are metastatic at all?",
            ),
            Mistake(
                lambda: _percent("martin_2017", "all newly diagnosed"),
                "Those have spread to the brain, among all newly diagnosed. How many are metastatic at all?",
            ),
            Mistake(
                lambda: 100 * _percent("martin_2017", "metastatic") / _percent("martin_2017", "all newly diagnosed"),
                "More than 100 of 100? You divided the other way round.",
            ),
            Mistake(
                lambda: _percent("martin_2017", "metastatic") * _percent("martin_2017", "all newly diagnosed") / 100,
                "You multiplied the two shares. Both count the same people, so neither is a share of the other.",
            ),
            Mistake(
                lambda: _percent("martin_2017", "metastatic") * _percent("martin_2017", "all newly diagnosed"),
                "You multiplied the two shares. Both count the same people, so neither is a share of the other.",
            ),
            Mistake(
                lambda: _percent("martin_2017", "metastatic") / _percent("martin_2017", "all newly diagnosed"),
                "You divided the other way round, and left the quotient as it was: so many times as large.",
            ),
            Mistake(lambda: round(_gong_share(), 1), "That is the first study. Use the numbers of this one."),
            Mistake(CANT_SAY, "Here it can: the second group lies inside the first, and both shares are printed."),
        ),
        places=1,
    ),
    Exercise(
        "percent-of-whom-5",
        YES_NO,
        lambda: _site("bone", "subtype") in HER2_GROUPS,
        "The row names no type, and none of the four pages gives a site figure for HER2-positive disease.",
        "Set the leaflet's group and the row's group side by side, word by word.",
        (
            Mistake(True, "Read the population of the row for bone. Which word did the leaflet add?"),
            Mistake(
                CANT_SAY,
                "How many it is can't be said, that is so. But the question is whether the row says it.",
            ),
        ),
    ),
    Exercise(
        "percent-of-whom-6",
        NUMBER,
        lambda: CANT_SAY,
        "The page gives no time span, so the figure has a group but no clock.",
        "Read the statement of the row to its end.",
        (
            Mistake(0, "No time given is not the same as no time."),
            Mistake(lambda: _fact(_SPREAD), "That is the number of people. Does the row give a number of years?"),
            Mistake(lambda: 100 / _fact(_SPREAD), "That is from the page's wording, which counts people, not years."),
        ),
    ),
    Exercise(
        "percent-of-whom-7",
        YES_NO,
        lambda: _whom("howlader_2014").startswith("people newly diagnosed with breast cancer"),
        "The rows count newly diagnosed people alone, and of these only those whose subtype is known.",
        "Read the population of these rows. Is each of these people newly diagnosed?",
        (
            Mistake(False, "Is there anyone in the small group who is not newly diagnosed?"),
            Mistake(CANT_SAY, "It can: the population of the rows says who is in the group, and who is left out."),
        ),
    ),
    Exercise(
        "percent-of-whom-8",
        CHART,
        lambda: Chart(_types("hess_2013"), ("women", "stage I-III")),
        "One group stands behind all the bars, so one axis can say of whom.",
        "Draw a bar for each row of this study whose quantity is subtype share.",
    ),
)
