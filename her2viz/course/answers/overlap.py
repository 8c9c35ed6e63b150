"""Exercises of the lesson on overlap: what single figures allow, and what they do not tell."""

from __future__ import annotations

from math import floor

from her2viz.course.asked import CANT_SAY, CHART, NUMBER, YES_NO, Chart, Exercise, Mistake
from her2viz.dataset.loaders import load_sites
from her2viz.derived.overlap import at_least

__all__ = ["EXERCISES"]

#: By how many of 100 each figure is said to be off in two of the exercises.
_OFF = 5

#: How many more sites a woman can have who has one of the four.
_MORE = 3


def _figures(off: int = 0) -> list[int]:
    return [int(value) + off for value in load_sites()["frequency_pct"].dropna()]


def _figure(site: str) -> int:
    return int(load_sites().set_index("site").loc[site, "frequency_pct"])


def _three() -> list[int]:
    """Return the figures without that for bone."""
    return [_figure(site) for site in ("lung", "liver", "brain")]


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
        lambda: at_least(2, _three())[0],
        "There are fewer marks than women, so each can go to a woman of her own.",
        "Add up the three figures. Are there more marks than women?",
        (
            Mistake(_fewest, "That is the answer for all four sites. Leave bone out."),
            Mistake(lambda: sum(_three()) - 100, "Fewer than no women? Are any marks left over here?"),
            Mistake(lambda: (sum(_three()) - 100) / 2, "Fewer than no women? Are any marks left over here?"),
            Mistake(lambda: at_least(2, _three())[1], "That is the most. Build the world with the fewest."),
            Mistake(CANT_SAY, "How many it is can't be said. But the figures do set a limit: what is the fewest?"),
        ),
    ),
    Exercise(
        "overlap-2",
        NUMBER,
        lambda: at_least(2, _three())[1],
        "Each of them uses up at least one mark besides lung, and there are only {answer} of those.",
        "A woman with two of these sites has at least one besides lung. How many marks are there besides lung?",
        (
            Mistake(_most, "Each of these women uses up two marks. Or did you leave bone in?"),
            Mistake(lambda: _figure("liver"), "So many can pair liver with lung. What of the marks for the brain?"),
            Mistake(lambda: _figure("brain"), "So many can have all three. Pairs go further."),
            Mistake(100, "Then everyone would need two marks. Are there that many?"),
            Mistake(lambda: at_least(2, _three())[0], "That is the fewest. Which world has the most?"),
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
