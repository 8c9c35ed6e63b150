"""What an exercise asks: its kind, its right answer, and the wrong ones that are easy to give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["CANT_SAY", "CHART", "CHOICE", "NAMES", "NUMBER", "WORDS", "YES_NO", "Chart", "Exercise", "Mistake"]

#: The right answer where the tables do not tell.
CANT_SAY = "can't be said"
NUMBER, YES_NO, NAMES, WORDS, CHOICE = "a number", "yes or no", "names", "a few words", "one of the choices"
CHART = "a chart"


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that is easy to give, and the hint that fits it.

    Parameters
    ----------
    answer : object or callable
        The wrong answer, or a function that computes it from the tables. Where words are asked for, a regular
        expression that is searched in them.
    hint : str
        What to think of; it does not give the answer away.
    """

    answer: object
    hint: str


@dataclass(frozen=True)
class Chart:
    """A chart that an exercise asks for: what must be read from it, however it is drawn.

    Parameters
    ----------
    values : mapping of str to float
        The number that stands at each name, in people out of 100 or another unit.
    of_whom : tuple of str
        Regular expressions, all of which must be found in what is written on the chart.
    about : bool
        Whether each number must be hedged.
    whole : float, optional
        Where the axis of the numbers must end, and start at 0; free where None.
    empty : tuple of str
        Names that have no number in the table, and must not stand at 0.
    """

    values: Mapping[str, float]
    of_whom: tuple[str, ...] = ()
    about: bool = False
    whole: float | None = 100
    empty: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """An exercise of the course.

    Parameters
    ----------
    name : str
        Its lesson and its number, such as "overlap-1".
    asks : str
        :data:`NUMBER`, :data:`YES_NO`, :data:`NAMES` (in any order), :data:`WORDS`, :data:`CHOICE` or :data:`CHART`.
    answer : callable
        Computes the right answer from the tables, a :class:`Chart` where one is asked for; :data:`CANT_SAY` where they
        do not tell.
    because : str
        What is said of a right answer; ``{answer}`` stands for it.
    hint : str
        What is said of a wrong answer that no mistake fits.
    mistakes : tuple of Mistake
        Wrong answers that are easy to give.
    places : int
        To how many places after the point a number is asked; -1 is to the nearest ten. More are right as well, where
        they are the right number's.
    span : callable, optional
        The range, low and high, that is as right as :data:`CANT_SAY`.
    choices : callable, optional
        The words to choose from, in the order of the letters "a", "b" and so on.
    also : tuple of str
        Regular expressions for other words that are as right, matched in full.
    """

    name: str
    asks: str
    answer: Callable[[], object]
    because: str
    hint: str
    mistakes: tuple[Mistake, ...] = ()
    places: int = 0
    span: Callable[[], tuple[float, float]] | None = None
    choices: Callable[[], Sequence[str]] | None = None
    also: tuple[str, ...] = ()
