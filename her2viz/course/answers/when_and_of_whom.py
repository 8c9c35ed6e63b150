"""Exercises of the lesson on moments and denominators: of whom, when, part and whole, overlap, no mean."""

from __future__ import annotations

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHOICE, NAMES, NUMBER, YES_NO, Exercise, Mistake
from her2viz.dataset.loaders import load_published_figures, load_sites
from her2viz.derived.published import study_rows
from her2viz.derived.shares import share_rows

__all__ = ["EXERCISES"]


def _share(denominator: str) -> pd.Series:
    """Return the row of gong_2018 that is a share of this group."""
    rows = share_rows()
    return rows[(rows["study_id"] == "gong_2018") & (rows["denominator"] == denominator)].iloc[0]


def _groups() -> tuple[str, ...]:
    """Return groups to choose from: the two of the study, and what a reader may put in their place."""
    all_of_them = str(_share("all newly diagnosed")["population"])
    return (
        str(_share("metastatic")["population"]),
        "people with spread in the bones",
        all_of_them,
        all_of_them.replace("people", "women"),
        all_of_them.replace("newly ", ""),
    )


def _part(denominator: str) -> int:
    return int(_share(denominator)["n_with"])


def _size() -> float:
    some = _share("metastatic")
    return float(100 * some["n_with"] / some["percent"])


def _at_sites() -> pd.DataFrame:
    rows = load_published_figures()
    return rows[rows["quantity"] == "site frequency"]


def _brain() -> pd.DataFrame:
    return study_rows("brain")


def _first_found(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["moment_group"] == "when spread is first found"]


def _first_found_of_any_type() -> int:
    rows = _at_sites()
    return int(_first_found(rows[rows["site"] == "brain"])["study_id"].nunique())


def _cui() -> pd.DataFrame:
    rows = study_rows()
    return rows[rows["study_id"] == "cui_2015"]


def _savci() -> pd.Series:
    rows = study_rows()
    return rows[rows["study_id"] == "savci_2015"].set_index("site")["percent"].astype(float)


def _savci_brain() -> object:
    return _savci().get("brain", CANT_SAY)


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "when-and-of-whom-1",
        CHOICE,
        lambda: _share("all newly diagnosed")["population"],
        "It is of all {answer}, not only of those whose cancer had spread.",
        "Look at the column population in the row where percent is 3.6.",
        (
            Mistake(
                lambda: _groups()[0],
                "Those belong to the other figure of this study. Look at the row again.",
            ),
            Mistake(lambda: _groups()[1], "Those are the people counted, the part. Of which group are they a part?"),
            Mistake(lambda: _groups()[3], "Keep the noun of the row. Does it speak of women only?"),
            Mistake(lambda: _groups()[4], "Close. Which word of the cell says when they were diagnosed?"),
        ),
        choices=_groups,
    ),
    Exercise(
        "when-and-of-whom-2",
        NAMES,
        lambda: {"metastatic"},
        "The cancer of all people in these groups has spread, as in the women of the rough figures.",
        "Compare each denominator with the population of the rough figures. Which of them is about the same state?",
        (
            Mistake(
                lambda: set(_at_sites()["denominator"].astype(str)),
                "Those are all that stand there. The rough figures are of women whose cancer is advanced.",
            ),
            Mistake(
                lambda: {"all newly diagnosed"},
                "That group holds people whose cancer had not spread, too. Look at the two figures of gong_2018.",
            ),
            Mistake(
                lambda: {"stage I-III"},
                "The Cleveland Clinic page calls stages I, II and III early. What do the rough figures speak of?",
            ),
        ),
    ),
    Exercise(
        "when-and-of-whom-3",
        NUMBER,
        _size,
        "About {answer}, derived from a count and a rounded percentage; the abstract does not print it.",
        "Write it as a sentence: the count is 65.1 of 100 of the size. Then solve it for the size.",
        (
            Mistake(
                lambda: _part("metastatic") * _share("metastatic")["percent"] / 100,
                "You took a share of the 8295. Are they the part or the whole?",
            ),
            Mistake(
                lambda: _share("all newly diagnosed")["n_total"],
                "That is the size of all newly diagnosed. Whose size is asked for?",
            ),
            Mistake(
                lambda: _part("metastatic"), "Those are the people with it in the bones. Of how many are they a part?"
            ),
            Mistake(
                lambda: _share("all newly diagnosed")["n_total"] * _share("metastatic")["percent"] / 100,
                "You took the share of all newly diagnosed, but that percentage is of another group.",
            ),
            Mistake(
                lambda: _part("metastatic") / _share("metastatic")["percent"],
                "You divided by people out of 100. Turn the percentage into a share first.",
            ),
            Mistake(CANT_SAY, "It is not printed, that is true. But a part and its percentage give the whole, about."),
        ),
        places=-1,
    ),
    Exercise(
        "when-and-of-whom-4",
        NUMBER,
        lambda: _first_found(_brain())["study_id"].nunique(),
        "{answer} studies. The others counted at another moment, or do not say when.",
        "Keep the rows where site is brain, subtype is all and moment_group is when spread is first found.",
        (
            Mistake(
                _first_found_of_any_type,
                "One of yours is of one type only, or of another moment. Check subtype and moment_group.",
            ),
            Mistake(lambda: _brain()["study_id"].nunique(), "Those are the studies of all moments. Keep one moment."),
        ),
    ),
    Exercise(
        "when-and-of-whom-5",
        NUMBER,
        lambda: _cui()["percent"].astype(float).sum(),
        "They add up to {answer}, since one person can have more than one site.",
        "Keep the rows where study_id is cui_2015 and add up percent.",
        (
            Mistake(100, "Sites overlap, so nothing makes the sum stop there. Add the cells up."),
            Mistake(
                lambda: int(_cui()["n_with"].sum()), "You added the counts. The exercise asks for the percentages."
            ),
            Mistake(lambda: _cui()["percent"].astype(float).mean(), "That is the mean. Use sum()."),
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
        NUMBER,
        _savci_brain,
        "The text we read prints none for that site, and an empty cell stays empty.",
        "Keep the rows of the study and look for the site brain.",
        (
            Mistake(0, "No row is not a zero. Does the study say that nobody had it there?"),
            Mistake(
                lambda: load_sites().set_index("site").loc["brain", "frequency_pct"],
                "That is the rough figure of a web page. What does the study print?",
            ),
            Mistake(
                lambda: 100 - _savci().sum(),
                "You took its sites away from 100. Sites overlap, so there is no rest to share out.",
            ),
            Mistake(
                lambda: sorted(_brain()["percent"].astype(float))[-1],
                "That is the figure of another study, of other people.",
            ),
        ),
    ),
)
