"""The questions of the lesson without code: what is asked at a step, the answers to choose from, and what is said."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from her2viz.course.asked import CANT_SAY, CHOICE, YES_NO, Exercise, Mistake
from her2viz.course.exercises import EXERCISES
from her2viz.course.texts import exercise_texts
from her2viz.output.lesson_numbers import lesson_numbers
from her2viz.output.lesson_script import CHOICES, MADE_UP, MENDED
from her2viz.phrases import number, sentence

__all__ = ["Question", "questions"]

#: Exercises of the course that can be answered by a choice, and whose hints name no code.
_OF_THE_COURSE = {
    "percent-of-whom": "percent-of-whom-3",
    "site-icons": "where-it-spreads-4",
    "overlap-bounds": "overlap-5",
}
#: How to answer in a notebook of the course.
_HOW = re.compile(r"\s*\bAnswer (with|\")[^.]*\.")


class Question(NamedTuple):
    """A question: its heading, what it asks, and the exercise that marks an answer."""

    heading: str
    asks: str
    exercise: Exercise

    def choices(self) -> tuple[str, ...]:
        """Return the answers to choose from: those listed, or the right one and the wrong ones that have a hint."""
        exercise = self.exercise
        if exercise.choices:
            return tuple(exercise.choices())
        if exercise.asks == YES_NO:
            return ("Yes", "No", CANT_SAY.capitalize())
        answers = (exercise.answer, *(mistake.answer for mistake in exercise.mistakes))
        values: list[Any] = [answer() if callable(answer) else answer for answer in answers]
        numbers = sorted({float(value) for value in values if value != CANT_SAY})
        return (*map(number, numbers), *([CANT_SAY.capitalize()] if CANT_SAY in values else []))


def questions(step: str) -> tuple[Question, ...]:
    """Return the questions of a step, none where it has none.

    Examples
    --------
    >>> [question.heading for question in questions("percent-of-whom")]
    ['The same number', "The friend's slide"]
    >>> questions("overlap-bounds")[0].choices()
    ('Yes', 'No', "Can't be said")
    """
    numbers = lesson_numbers()
    own = [_OWN[step](numbers)] if step in _OWN else []
    return (*own, *([_of_the_course(_OF_THE_COURSE[step])] if step in _OF_THE_COURSE else []))


def _of_the_course(name: str) -> Question:
    """Return an exercise of the course as its lesson words it, without how to answer there."""
    text = exercise_texts()[name]
    (exercise,) = (known for known in EXERCISES if known.name == name)
    return Question(text.heading.partition(". ")[2], " ".join(_HOW.sub("", text.text).split()), exercise)


def _same_number(numbers: dict[str, str]) -> Question:
    same, other, nobody = map(sentence, CHOICES)
    first, last, how_many = numbers["subtype_group"], numbers["group"], numbers["same"]
    exercise = Exercise(
        "the same number",
        CHOICE,
        lambda: same if first == last else other,
        f"Read the words after \u201cof 100\u201d: the first are {first}, the last are {last}.",
        "Read the words after \u201cof 100\u201d in both.",
        (
            Mistake(same, "The number is the same. Now read the words after \u201cof 100\u201d: whom does each count?"),
            Mistake(nobody, "It can be told: each figure names its group. Read the words after \u201cof 100\u201d."),
        ),
        choices=lambda: (same, other, nobody),
    )
    return Question("The same number", f"The first {how_many} and the last {how_many}: who are they?", exercise)


def _bare_number(numbers: dict[str, str]) -> Question:
    small, large, everyone = numbers["small_group"], numbers["large_group"], "all people with breast cancer"
    exercise = Exercise(
        "a bare number",
        CHOICE,
        lambda: sentence(large),
        "The same people are also a share of another group. So a number needs its group beside it.",
        "Find the number in the figure, and read whose share it is.",
        (
            Mistake(sentence(small), "Of these people the study gives another share. Find the number in the figure."),
            Mistake(sentence(everyone), "No share here is of all of them. Which two groups does the figure name?"),
            Mistake(CANT_SAY, "The headline does not say it. But the study does: find the number in the figure."),
        ),
        choices=lambda: (sentence(small), sentence(large), sentence(everyone), sentence(CANT_SAY)),
    )
    asks = (
        f"A made-up headline says only \u201c{numbers['large_pct']} in 100 have it in the bone\u201d. Of whom is that?"
    )
    return Question("A bare number", asks, exercise)


def _apart(numbers: dict[str, str]) -> Question:
    wrong, mean, rising = (
        "The web page must be wrong.",
        "The mean of the studies is the true figure.",
        "There is more spread to the liver now than before.",
    )
    right = "Each counted its own people, at its own moment."
    exercise = Exercise(
        "far apart",
        CHOICE,
        lambda: right,
        "People, country, years and moment differ, and chance plays a part too. None of them has to be wrong.",
        "Read who was counted, and when.",
        (
            Mistake(wrong, "Does the page count the same people as a study, at the same moment? Read the groups."),
            Mistake(mean, "Of whom would that mean be, and at which moment? Each study has its own people."),
            Mistake(rising, "Who compared two years? The page gives no date, and each study has its own years."),
        ),
        choices=lambda: (wrong, mean, right, rising),
    )
    asks = (
        f"Of 100 {numbers['group']}, the web page gives {numbers['liver_pct']} for the liver. "
        f"{numbers['liver_studies'].capitalize()} studies found {numbers['liver_low']} to {numbers['liver_high']}, of "
        "100 in each of their groups. What may you say?"
    )
    return Question("Far apart", asks, exercise)


def _headline(numbers: dict[str, str]) -> Question:
    study, wide = "A study shows where breast cancer spreads in women", "One web page gives rough figures for women"
    right = MENDED.format_map(numbers)
    exercise = Exercise(
        "a true headline",
        CHOICE,
        lambda: right,
        "It says of whom, how rough and from where. It says no more than the page does.",
        "Hold each word against what the pages give.",
        (
            Mistake(MADE_UP, "Does a date stand there? And is there a figure in the row of that type?"),
            Mistake(study, "Which study? Look for where the figures stand."),
            Mistake(wide, "Which women? The group in the table is narrower."),
        ),
        choices=lambda: (MADE_UP, study, right, wide),
    )
    return Question("A true headline", "Which of these headlines is true of the table?", exercise)


_OWN = {
    "percent-of-whom": _same_number,
    "two-denominators": _bare_number,
    "published-sites": _apart,
    "task": _headline,
}
