"""Exercises of the capstone: a page and an abstract that nobody has taken apart, both made up by us."""

from __future__ import annotations

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.course.unseen import ALL, BLUE, GROUPS, LOOKED_AT, ROUGH, ours
from her2viz.derived.overlap import at_least

__all__ = ["EXERCISES"]

#: The two sites of the page of which it is asked what they share.
_TWO = (int(ROUGH["Elbow"]), int(ROUGH["Knee"]))


def _empty() -> set[str]:
    """Return the places that the page names without a number."""
    rows = ours()
    return set(rows.loc[rows["frequency_pct"].isna(), "label"])


def _of_those_looked_at() -> dict[str, float]:
    return {place: 100 * n / LOOKED_AT for place, n in BLUE.items()}


def _of_all(place: str) -> float:
    return 100 * BLUE[place] / ALL


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "an-unseen-page-1",
        NAMES,
        _empty,
        "The page names it and gives no number. So its cell stays empty, and does not become 0.",
        "Which of the four has no number in any line of the page?",
        (
            Mistake(
                lambda: {"Nose"} | _empty(),
                "One of the two is where it begins. Is that a place where it has spread to?",
            ),
            Mistake(("Nose",), "There it begins. The exercise asks about the four rows of your table."),
            Mistake(
                lambda: {"Ear"} | _empty(),
                "For one of the two the page has a number, in words. Put it in digits, of 100.",
            ),
            Mistake(("Ear",), "The page has a number for it, in words. Which other row stays without one?"),
        ),
    ),
    Exercise(
        "an-unseen-page-2",
        CHOICE,
        lambda: GROUPS[1],
        "Line 4 says “of them”, so both lines are of the same hundred.",
        "Line 4 says “of them”. Whom does the line before it name?",
        (
            Mistake(lambda: GROUPS[0], "Too wide: it has not spread in all of these."),
            Mistake(lambda: GROUPS[2], "Does line 3 or 4 name a type?"),
            Mistake(lambda: GROUPS[3], "That is whom the abstract counted. Stay on the page."),
            Mistake(CANT_SAY, "It can. Read line 3 from its start."),
        ),
        choices=lambda: GROUPS,
    ),
    Exercise(
        "an-unseen-page-3",
        CHART,
        lambda: Chart(ROUGH, ("people", r"made[- ]up", r"\bspread"), about=True, empty=tuple(_empty())),
        "Of whom, how rough, and that it is made up: all of it stands on the picture.",
        "Draw a bar for each row that has a figure.",
    ),
    Exercise(
        "an-unseen-page-4",
        YES_NO,
        lambda: False,
        "Its hundred is another one: it has not spread in all of them. One axis has one group.",
        "Write the label of the axis. Does it fit the people of that line?",
        (
            Mistake(True, "Out of a hundred of whom is that line? Compare it with the label of your axis."),
            Mistake(CANT_SAY, "It can: read of whom each line is."),
        ),
    ),
    Exercise(
        "an-unseen-page-5",
        NUMBER,
        lambda: at_least(2, _TWO)[0],
        "{answer} at least, if the figures were exact: the two do not fit into one hundred side by side.",
        "How many have none on the elbow? So many can have it on the knee alone. The others must have both.",
        (
            Mistake(0, "Try to place both groups in one hundred without any sharing. Is there room?"),
            Mistake(lambda: sum(_TWO), "That is the sum, and it is more people than there are."),
            Mistake(lambda: _TWO[0] * _TWO[1] / 100, "You multiplied. Does a line say that the two are unrelated?"),
            Mistake(lambda: at_least(2, _TWO)[1], "So many can have both at most. How few can it be?"),
            Mistake(CANT_SAY, "How many exactly can't be said. But the fewest can be worked out."),
        ),
    ),
    Exercise(
        "an-unseen-page-6",
        NUMBER,
        lambda: CANT_SAY,
        "The page does not say how many have both. If its figures were exact, it could be any number from 0 "
        f"to {100 - max(_TWO)}.",
        "How many have neither depends on how many have both. Does a line tell that?",
        (
            Mistake(0, "It can be nobody. Must it be nobody?"),
            Mistake(
                lambda: 100 - max(_TWO), "So many it can be, where all with one have the other too. Must it be so?"
            ),
            Mistake(lambda: at_least(2, _TWO)[0], "That is the fewest who have both."),
            Mistake(
                lambda: (100 - _TWO[0]) * (100 - _TWO[1]) / 100,
                "You multiplied. Does a line say that the two are unrelated?",
            ),
        ),
        span=lambda: (max(0, 100 - sum(_TWO)), 100 - max(_TWO)),
    ),
    Exercise(
        "an-unseen-page-7",
        CHART,
        lambda: Chart(_of_those_looked_at(), (r"\bblue\b", r"made[- ]up", r"\bspread")),
        "Counted and not rough, so no hedge; and of the blue type, which stands along the axis.",
        "Draw a bar for each of the three places: its count out of all in whom it had spread, of 100.",
    ),
    Exercise(
        "an-unseen-page-8",
        YES_NO,
        lambda: True,
        "Each of the second group is one of the first, and both were counted on the same day.",
        "Is each of those in whom it had spread one of all whom they looked at?",
        (
            Mistake(False, "Often not, true. But is the one group here a part of the other?"),
            Mistake(CANT_SAY, "It can: lines 2 to 4 of the abstract tell which group is a part of which."),
        ),
    ),
    Exercise(
        "an-unseen-page-9",
        NUMBER,
        lambda: _of_all("Knee"),
        "{answer} in 100. The same people are a larger share of the smaller group: say which one you mean.",
        "The count for the knee is a part of all whom they looked at. Divide, and take it times 100.",
        (
            Mistake(lambda: _of_those_looked_at()["Knee"], "That is of those in whom it had spread."),
            Mistake(lambda: _of_all("Elbow"), "That is the elbow."),
            Mistake(lambda: 100 * LOOKED_AT / ALL, "So many had any spread. How many of them on the knee?"),
            Mistake(lambda: BLUE["Knee"], "That is the count. It is of more people than a hundred."),
            Mistake(lambda: ROUGH["Knee"], "That is the page, and another group. Take the abstract."),
            Mistake(CANT_SAY, "It can: the abstract has the part and the whole."),
        ),
        places=1,
    ),
    Exercise(
        "an-unseen-page-10",
        YES_NO,
        lambda: True,
        "They count other people, and the abstract says when. Two figures need not be rivals.",
        "Of whom is each of the two, and counted when?",
        (
            Mistake(False, "One of them would be wrong if both were of the same people at the same time. Are they?"),
            Mistake(CANT_SAY, "Whether both are right, nobody knows. It is asked whether they can be."),
        ),
    ),
    Exercise(
        "an-unseen-page-11",
        NUMBER,
        lambda: CANT_SAY,
        "Nobody looked. That is no 0, and the page, which names it, has no number either.",
        "Read the last line of the abstract.",
        (
            Mistake(0, "Not looked at is not the same as not there."),
            Mistake(lambda: BLUE["Ear"], "That is another place."),
            Mistake(lambda: 100 * BLUE["Ear"] / LOOKED_AT, "That is another place."),
        ),
    ),
    Exercise(
        "an-unseen-page-12",
        YES_NO,
        lambda: False,
        "The line denies it. Who copies the word without its “not” turns the line round.",
        "Read the last line of the page to its end, each word of it.",
        (
            Mistake(True, "You found the word. Which small word stands before it?"),
            Mistake(CANT_SAY, "What is true can't be said. But it is asked what the line says."),
        ),
    ),
)
