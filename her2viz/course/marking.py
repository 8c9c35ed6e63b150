"""Marking an answer: right, or a hint that fits the mistake."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from her2viz.course.asked import CANT_SAY, WORDS, Chart, Exercise
from her2viz.course.drawn import Drawn, slips
from her2viz.course.given import plain, read
from her2viz.errors import filled

__all__ = ["Feedback", "mark"]

#: Further places after the point are not told apart.
_PRECISE = 8


@dataclass(frozen=True, repr=False)
class Feedback:
    """What :func:`her2viz.check` says of an answer; true where the answer is right.

    Parameters
    ----------
    right : bool or None
        None where the exercise is not answered yet.
    text : str
        The words shown.
    """

    right: bool | None
    text: str

    def __bool__(self) -> bool:
        return self.right is True

    def __repr__(self) -> str:
        return filled(self.text)


def mark(exercise: Exercise, given: object) -> Feedback:
    """Say whether an answer is right and, if not, what to think of.

    Raises
    ------
    UsageError
        If the answer is empty or of a type that the exercise does not ask for.
    """
    if given is ...:
        return Feedback(None, "No answer yet. Put yours in place of the three dots and run the cell again.")
    answer, ours = read(exercise, given), exercise.answer()
    if isinstance(answer, Drawn) and isinstance(ours, Chart):
        slip = next(slips(ours, answer), None)
        return Feedback(slip is None, f"Not yet. {slip}" if slip else f"Right. {exercise.because}")
    right = _computed(exercise, ours)
    if _same(exercise, answer, right) or any(_matches(pattern, answer, whole=True) for pattern in exercise.also):
        return Feedback(True, f"Right. {exercise.because.format(answer=_shown(right, exercise.places))}")
    for mistake in exercise.mistakes:
        wrong = mistake.answer() if callable(mistake.answer) else mistake.answer
        if exercise.asks == WORDS and wrong != CANT_SAY:
            fits = _matches(str(wrong), answer)
        else:
            fits = _slipped(answer, _computed(exercise, wrong))
        if fits:
            return Feedback(False, f"Not yet. {mistake.hint}")
    return Feedback(False, " ".join(("Not yet.", *_compared(exercise, answer, right), exercise.hint)))


def _matches(pattern: str, answer: object, *, whole: bool = False) -> bool:
    match = re.fullmatch if whole else re.search
    return isinstance(answer, str) and answer != CANT_SAY and match(pattern, answer) is not None


def _same(exercise: Exercise, answer: object, right: object) -> bool:
    if isinstance(answer, float) and isinstance(right, float):
        rounded = (round(right, places) for places in range(exercise.places, _PRECISE))
        return any(math.isclose(answer, value, rel_tol=1e-9, abs_tol=1e-9) for value in (right, *rounded))
    if isinstance(answer, tuple) and exercise.span:
        return answer == tuple(map(float, exercise.span()))
    return type(answer) is type(right) and answer == right


def _slipped(answer: object, wrong: object) -> bool:
    """Compare with a wrong answer: decimals may be rounded, but the latitude of the right answer is not given."""
    if isinstance(answer, float) and isinstance(wrong, float):
        return math.isclose(answer, wrong, rel_tol=1e-9 if wrong.is_integer() else 0.01, abs_tol=1e-9)
    return type(answer) is type(wrong) and answer == wrong


def _computed(exercise: Exercise, ours: object) -> object:
    """Return an answer of ours in the form in which answers are compared."""
    return read(exercise, ours) if exercise.asks != WORDS or ours == CANT_SAY else plain(str(ours))


def _compared(exercise: Exercise, answer: object, right: object) -> Iterable[str]:
    """Say what any wrong answer of this kind may have in common with the right one."""
    if isinstance(answer, frozenset) and isinstance(right, frozenset):
        if extra := answer - right:
            yield (
                f"{len(extra)} of your {len(answer)} {'does' if len(extra) == 1 else 'do'} not belong there."
                if len(answer) > 1
                else "That one does not belong."
            )
        if missing := right - answer:
            yield f"{len(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    if isinstance(answer, float) and isinstance(right, float):
        if math.isclose(answer * 100, right, rel_tol=0.005):
            yield "That is a fraction of 1; the exercise asks for people out of 100."
        elif exercise.places and abs(answer - right) <= max(1, 2 * 10.0**-exercise.places):
            yield "That is near. Work with the whole number, and round at the end, no more than you are asked to."
    if isinstance(answer, tuple) and exercise.span:
        yield "A range is a good answer here, but not this one."


def _shown(answer: object, places: int) -> str:
    if isinstance(answer, float):
        return f"{round(answer, places):,.{max(places, 0)}f}"
    return ", ".join(sorted(answer)) if isinstance(answer, frozenset) else str(answer)
