"""Exercises of the lesson on overlap: what single figures allow, and what they do not tell."""

from __future__ import annotations

from math import ceil, floor

from her2viz.course.asked import CANT_SAY, CHART, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_sites
from her2viz.derived.overlap import at_least

__all__ = ["EXERCISES"]

#: By how many of 100 each figure is said to be off in two of the exercises.
_OFF = 5

#: How many more sites a woman can have who has one of the four.
_MORE = 3

_ONE_ALREADY = "Each woman has one mark already. How many more can she take?"


def _figures(off: int = 0) -> list[int]:
    return [int(value) + off for value in load_sites()["frequency_pct"].dropna()]


def _figure(site: str) -> int:
    return int(load_sites().set_index("site").loc[site, "frequency_pct"])


def _left(off: int = 0) -> int:
    """Return the marks that are left when each of 100 women has one."""
    return sum(_figures(off)) - 100


def _fewest(off: int = 0) -> int:
    return at_least(2, _figures(off))[0]


def _most(off: int = 0) -> int:
    return at_least(2, _figures(off))[1]


EXERCISES: tuple[Exercise, ...] = (
    Exercise(
        "overlap-1",
        NUMBER,
        _fewest,
        "With all four sites each, {answer} women use up all the marks that are left.",
        "Give each of the 100 women one mark. How many are left, and how many more can one woman take?",
        (
            Mistake(_left, "Those are the marks left over. How many of the extras can one woman use?"),
            Mistake(lambda: _left() / len(_figures()), _ONE_ALREADY),
            Mistake(lambda: ceil(_left() / len(_figures())), _ONE_ALREADY),
            Mistake(0, "Then each woman would have at most one mark. Are there few enough marks for that?"),
            Mistake(_most, "That is the most. Which world has the fewest?"),
            Mistake(CANT_SAY, "How many it is can't be said. But the figures do set a limit: what is the fewest?"),
        ),
    ),
    Exercise(
        "overlap-2",
        NUMBER,
        _most,
        "Each of them uses up at least one mark besides bone, and there are only {answer} of those.",
        "A woman with two sites has at least one besides bone. How many marks are there besides bone?",
        (
            Mistake(
                lambda: sum(_figures()) / 2,
                "You gave each woman two marks. But bone can be only one of her two: each needs a site besides bone.",
            ),
            Mistake(lambda: _figure("bone"), "So many have bone. Are there enough other marks for all of them?"),
            Mistake(100, "Then everyone would need two marks. Are there that many?"),
            Mistake(_left, "Those are the marks above the hundred. Build a world that has many pairs."),
            Mistake(_fewest, "That is the fewest. Which world has the most?"),
            Mistake(CANT_SAY, "How many it is can't be said. But the figures do set a limit: what is the most?"),
        ),
    ),
    Exercise(
        "overlap-3",
        YES_NO,
        lambda: _figure("bone") + _figure("lung") > 100,
        "Side by side, bone and lung just fit into the hundred. They may overlap, but they need not.",
        "Try to build a world in which nobody has both.",
        (
            Mistake(True, "Add up the figures for bone and lung alone. Is there room for them side by side?"),
            Mistake(CANT_SAY, "Whether they do can't be said. Whether they must, you can find out: build a world."),
        ),
    ),
    Exercise(
        "overlap-4",
        NUMBER,
        lambda: CANT_SAY,
        "Worlds with none and worlds with many both fit, and no row says which sites go together.",
        "Count them in each of the three worlds. Do the worlds agree?",
        (
            Mistake(
                lambda: _figure("bone") * _figure("lung") / 100,
                "You multiplied, so you took it for granted that bone and lung have nothing to do with each other. "
                "Which row says so?",
            ),
            Mistake(0, "It may be nobody. Must it be? Look at another world that fits."),
            Mistake(lambda: _figure("lung"), "That is the most it can be. Look at another world that fits."),
            Mistake(_fewest, "So many have both in one of the worlds. Look at another world that fits."),
        ),
        span=lambda: at_least(2, (_figure("bone"), _figure("lung"))),
    ),
    Exercise(
        "overlap-5",
        YES_NO,
        lambda: False,
        "All of them have advanced breast cancer. If it is in none of the four, it may be elsewhere.",
        "Read the population once more: which women are these?",
        (
            Mistake(True, "These are women with advanced breast cancer. Look up what the word says."),
            Mistake(CANT_SAY, "The word for their cancer tells. Look up what the row says that it means."),
        ),
    ),
    Exercise(
        "overlap-6",
        NUMBER,
        lambda: _fewest(-_OFF),
        "With lower figures fewer marks are left, and {answer} women are enough.",
        "Take the same steps with the lower figures: marks left, then how many more one woman can take. Round up.",
        (
            Mistake(
                _fewest,
                "Did you lower each of the four? If so, those are the marks left over, and one woman can take several.",
            ),
            Mistake(
                lambda: _fewest() - _OFF, "You lowered the answer. Lower each of the four figures, then start again."
            ),
            Mistake(lambda: _left(-_OFF) / _MORE, "Women are whole. Will the whole number below do?"),
            Mistake(lambda: floor(_left(-_OFF) / _MORE), "Can so few women take all the marks that are left?"),
            Mistake(CANT_SAY, "How many it is can't be said. But the lower figures set a limit too: find the fewest."),
        ),
    ),
    Exercise(
        "overlap-7",
        NUMBER,
        lambda: _most(_OFF),
        "Three figures besides bone went up, so there is room for {answer}.",
        "Raise each figure, then count the marks besides bone.",
        (
            Mistake(_most, "That is the answer for the page's own figures. Raise each of the four first."),
            Mistake(lambda: _most() + _OFF, "You raised the answer. Raise each of the figures, then start again."),
            Mistake(lambda: _most() + 4 * _OFF, "You raised all four. Which of them is not counted here?"),
        ),
    ),
    Exercise(
        "overlap-8",
        YES_NO,
        lambda: _fewest() > 0,
        "There are more marks than women, so some women have at least two. How many is another question.",
        "Give each woman one mark. Are marks left over?",
        (
            Mistake(False, "Try to build a world in which each woman has one site at most. Do the marks run out?"),
            Mistake(CANT_SAY, "How many it is can't be said. Whether it can be nobody, you can find out."),
        ),
    ),
    Exercise(
        "overlap-9",
        CHART,
        lambda: Chart({"fewest": _fewest(-_OFF), "most": _most(-_OFF)}, ("women", "advanced breast cancer")),
        "The truth may be anywhere from one bar to the other, if each figure is so much too high.",
        "Work out both with the lower figures, then draw a bar for each.",
    ),
)
