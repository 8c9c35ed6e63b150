"""Exercises of the lesson on three hundreds: of whom a figure is, and which figures may be multiplied."""

from __future__ import annotations

from typing import Any

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NUMBER, WORDS, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_sites, load_subtype_facts
from her2viz.derived.groups import HER2_GROUPS
from her2viz.derived.shares import share_rows, tree_rows

__all__ = ["EXERCISES"]

_SHARE, _SPREAD = "cleveland-her2-share", "cleveland-her2-early-spread"


def _site(site: str, column: str = "frequency_pct") -> Any:
    return load_sites().set_index("site").loc[site, column]


def _fact(row_id: str, column: str = "value") -> Any:
    return load_subtype_facts().set_index("row_id").loc[row_id, column]


def _groups() -> tuple[str, ...]:
    """Return groups to choose from: those of three figures, and two that a reader may put in the place of one."""
    women = str(_site("bone", "population"))
    return (
        str(_fact(_SHARE, "population")),
        str(_fact(_SPREAD, "population")),
        women.replace("women", "people"),
        women,
        women.replace("breast", "HER2-positive breast"),
    )


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
        lambda: _site("bone", "population"),
        "The row names {answer}, and no type of breast cancer.",
        "Look at the column population in the row for bone, and compare it with the choices, word by word.",
        (
            Mistake(lambda: _groups()[0], "That group is too wide. What more does the row say of their cancer?"),
            Mistake(lambda: _groups()[1], "That is the group of another figure. Take the row for bone."),
            Mistake(lambda: _groups()[2], "Right stage, but look at the first word of the group. Whom does it count?"),
            Mistake(lambda: _groups()[4], "Look for the word HER2-positive in that row. Does the row have it?"),
            Mistake(CANT_SAY, "It can: each row of the table has a population. Read the one for bone."),
        ),
        choices=_groups,
    ),
    Exercise(
        "percent-of-whom-2",
        WORDS,
        lambda: _fact(_SHARE, "attribute"),
        "It counts people with the HER2-positive type. The other row counts women with spread in the liver.",
        "Filter hundreds to the rows whose value is 20, and read what each of the two counts.",
        (
            Mistake(r"liver|guide|advanced", "Compare the populations of the two rows. Does that one name HER2?"),
            Mistake(r"early|outcome", "That row is about HER2-positive disease, but look at its value."),
            Mistake(r"both|neither|none", "Read what each of the two rows counts. One of them counts a type."),
            Mistake(
                r"^(her2([- ]positive)?|(row )?0|cleveland.*|(the )?cleveland clinic.*|people diagnosed.*)$",
                "That is the row. Which word has it in the column what?",
            ),
        ),
        also=(
            r"(the )?(row )?(her2[- ]positive )?['\"]?(share|subtype|type)['\"]?( row)?",
            r"(the )?first( one| row)?",
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
        lambda: _metastatic_share("martin_2017") < 100,
        "All who have it at first diagnosis are among the newly diagnosed, so here dividing was right.",
        "Read the two populations of the study. Is each person of the second also one of the first?",
        (
            Mistake(False, "Who is first diagnosed is newly diagnosed. Is there anyone in the small group alone?"),
            Mistake(CANT_SAY, "It can: the populations of the two rows tell when both groups were diagnosed."),
        ),
    ),
    Exercise(
        "percent-of-whom-8",
        CHART,
        lambda: Chart(
            {name: _percent("martin_2017", name) for name in ("all newly diagnosed", "metastatic")},
            ("people", "breast cancer"),
        ),
        "Two groups, two names, one axis: nobody can take one hundred for the other.",
        "Draw a bar for each of the two rows of the study.",
    ),
)
