"""Exercises of the last lesson: a table of one's own, and the words that go with its figures."""

from __future__ import annotations

from functools import cache

import pandas as pd

from her2viz import phrases, style
from her2viz.catalogue.registry import figure
from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.derived.overlap import at_least
from her2viz.errors import DataError
from her2viz.own.columns import FURTHER, OWN_SITES
from her2viz.own.sites import own_rows

__all__ = ["EXERCISES"]

#: The columns of the unfinished table that the first exercise is about.
_DRAFT = ("site", "label", "frequency_pct", "qualifier", "sites_overlap")
#: Two sites of the same made-up people.
_TWO = (60, 55)
_CLASS = "pupils of a made-up class"
#: How many pupils of the lesson's made-up school have paint in so many places.
_PLACES = {0: 10, 1: 35, 2: 35, 3: 15, 4: 5}
#: What another made-up school guessed, of 100 pupils.
_GUESSED = {"Elbow": 45.0, "Shoe": 15.0}
#: Words for the count of a small class.
_SMALL = ("55 pupils", "of 100 pupils: 55", "11 of 20 pupils", "about half of all pupils")


def _made_up() -> pd.DataFrame:
    """Return a whole table that nobody can take for figures of anything."""
    return pd.DataFrame(
        {
            "site": ["hand", "sleeve"],
            "label": ["Hand", "Sleeve"],
            "frequency_pct": list(_TWO),
            "qualifier": "about",
            "population": _CLASS,
            "sites_overlap": True,
            "source": "Counted in a made-up class",
            "note": "Twenty pupils.",
        }
    )


def _accepted(rows: pd.DataFrame) -> bool:
    try:
        own_rows(rows)
    except DataError:
        return False
    return True


def _missing() -> set[str]:
    names = [column.name for column in OWN_SITES.columns if column.name not in (*_DRAFT, *FURTHER)]
    return {name for name in names if not _accepted(_made_up().drop(columns=name))}


def _two_groups() -> bool:
    return _accepted(_made_up().assign(population=[_CLASS, "pupils of another made-up class"]))


def _in_places(least: int) -> int:
    """Count the pupils with paint in so many places or more."""
    return sum(pupils for places, pupils in _PLACES.items() if places >= least)


@cache
def _travelling() -> frozenset[str]:
    """Say which of six things stand in the text beside a picture."""
    fig = figure("site-bars", _made_up())
    text = fig.words_text().decode()
    pieces = {
        "population": _CLASS,
        "qualifier": phrases.hedged("about", _TWO[0]),
        "source": _made_up()["source"].iloc[0],
        "caveat": fig.caveat,
        "colour": style.FILL,
        "teacher": "teacher",
    }
    return frozenset(name for name, piece in pieces.items() if piece in text)


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "make-your-own-figures-1",
        NAMES,
        _missing,
        "Without them nobody knows of whom the number is, or can check it.",
        "Compare with the list of columns, and mind which of them may be left out.",
        (
            Mistake(
                lambda: {column.name for column in OWN_SITES.columns} - {*_DRAFT, *FURTHER},
                "Those are all that the table does not have. One of them may be left out.",
            ),
            Mistake(("source",), "That is one. What else must a reader know of the number: of whom?"),
            Mistake(("note",), "That one may be left out. What would a reader need to check the number?"),
        ),
    ),
    Exercise(
        "make-your-own-figures-2",
        YES_NO,
        _two_groups,
        "One axis has one group. Make a table and a chart for each.",
        "Change the population of one row and try to draw. What does the error say?",
        (
            Mistake(True, "What would the label of the axis say? Of 100 of whom?"),
            Mistake(CANT_SAY, "You can try it: change the population of one row, and draw."),
        ),
    ),
    Exercise(
        "make-your-own-figures-3",
        CHOICE,
        lambda: phrases.hedged(None, _TWO[1]),
        "The rough number now looks exact. An empty qualifier is a claim too.",
        "Look at the alt text of the first chart, and at the one with another qualifier.",
        (
            Mistake(
                lambda: phrases.hedged("about", _TWO[1]),
                "Where would that word come from? The row does not hold it any more.",
            ),
            Mistake("nothing", "The number is still there. Which words stand with it?"),
            Mistake(CANT_SAY, "You can try it: the charts of this lesson have an empty qualifier."),
        ),
        choices=lambda: (phrases.hedged("about", _TWO[1]), phrases.hedged(None, _TWO[1]), "nothing"),
    ),
    Exercise(
        "make-your-own-figures-4",
        NUMBER,
        lambda: at_least(2, _TWO)[0],
        "{answer} at least: with fewer, the two groups would not fit into one hundred.",
        "How many have no paint on the hand? So many can have it on the sleeve alone. The others must have both.",
        (
            Mistake(0, "Try to place both groups in one hundred without any sharing. Is there room?"),
            Mistake(lambda: sum(_TWO), "That is the sum, and it is more people than there are."),
            Mistake(
                lambda: _TWO[0] * _TWO[1] / 100,
                "You multiplied. That assumes that the one has nothing to do with the other, and no row says so.",
            ),
            Mistake(lambda: at_least(2, _TWO)[1], "So many can have both at most. How few can it be?"),
            Mistake(CANT_SAY, "How many exactly can't be said. But the fewest can be worked out."),
        ),
    ),
    Exercise(
        "make-your-own-figures-5",
        NAMES,
        _travelling,
        "These words belong to the number. They stand in the text file, so hand it on with the picture.",
        "Print the text file once more, and look for each of the six.",
        (
            Mistake(
                ("population", "qualifier", "source", "caveat", "colour", "teacher"),
                "Not all of them. Is there a column, or a line of the text file, for each?",
            ),
            Mistake(("source",), "The source is there. Which other words keep a reader from being misled?"),
        ),
    ),
    Exercise(
        "make-your-own-figures-6",
        YES_NO,
        lambda: True,
        "The source says of whom it is, so you may, and you should. Only a guess would be a made-up fact.",
        "Do the words that you want to write stand on the sheet?",
        (
            Mistake(False, "A guess you may not write. Is this a guess, or does the sheet say so?"),
            Mistake(CANT_SAY, "Read the sheet: whom did the teachers count?"),
        ),
    ),
    Exercise(
        "make-your-own-figures-7",
        NUMBER,
        lambda: _in_places(3),
        "{answer}: each pupil stands in one bar, so here you may add.",
        "Which bars are of three places or more? Add them up.",
        (
            Mistake(lambda: _in_places(3) - _in_places(4), "That is the bar of three places alone. Or more, it says."),
            Mistake(lambda: _in_places(2), "You took the bar of two places as well."),
            Mistake(CANT_SAY, "From the four figures it can't. But you hold the sheet, with a row a pupil."),
        ),
    ),
    Exercise(
        "make-your-own-figures-8",
        CHOICE,
        lambda: _SMALL[2],
        "{answer}: part and whole, as they were counted.",
        "How many pupils were there to count?",
        (
            Mistake(_SMALL[0], "There were not so many pupils in the class."),
            Mistake(_SMALL[1], "A reader sees a hundred pupils. How many did you meet?"),
            Mistake(_SMALL[3], "Whose pupils? And you counted, so no word must soften it."),
        ),
        choices=lambda: _SMALL,
    ),
    Exercise(
        "make-your-own-figures-9",
        CHART,
        lambda: Chart(_GUESSED, ("pupils", "made-up"), about=True),
        "Number, hedge and group stand in one picture: it can be handed on alone.",
        "Draw a bar for each of the two places.",
    ),
)
