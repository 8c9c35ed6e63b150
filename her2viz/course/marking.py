"""Marking an answer: right, or a hint that fits the mistake."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from her2viz.errors import UsageError, filled
from her2viz.phrases import number

__all__ = ["CANT_SAY", "NAMES", "NUMBER", "WORDS", "YES_NO", "Exercise", "Feedback", "Mistake", "mark"]

#: The right answer where the tables do not tell.
CANT_SAY = "can't be said"
NUMBER, YES_NO, NAMES, WORDS = "a number", "yes or no", "names", "a few words"
_SAMPLES = {NUMBER: "12 or 3.5", YES_NO: '"yes" or "no"', NAMES: '["bone", "lung"]', WORDS: '"a few words"'}
_UNSAID = re.compile(
    r"((it|this|that|i|we|you|one)\s+)?((can('|no)?t|can not) (be )?(said?|say|tell|told|known?|worked out)|"
    r"(is )?(unknown|not (known|said|given)))"
    r"|the (page|row|table)s? (do(es)?(n't| not) (say|tell)|gives? (no (figure|number|time span)|none))"
    r"|no(body| ?one| (page|row|table)) (knows|says|tells|can (know|say|tell))"
    r"|no (figure|number|time span)( is given)?"
)


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
class Exercise:
    """An exercise of the course.

    Parameters
    ----------
    name : str
        Its lesson and its number, such as "overlap-1".
    asks : str
        :data:`NUMBER`, :data:`YES_NO`, :data:`NAMES` (in any order) or :data:`WORDS`.
    answer : callable
        Computes the right answer from the tables; :data:`CANT_SAY` where they do not tell.
    because : str
        What is said of a right answer; ``{answer}`` stands for it.
    hint : str
        What is said of a wrong answer that no mistake fits.
    mistakes : tuple of Mistake
        Wrong answers that are easy to give.
    within : float
        How far a number may be from the right one.
    also : tuple of str
        Regular expressions for other words that are as right, matched in full.
    """

    name: str
    asks: str
    answer: Callable[[], object]
    because: str
    hint: str
    mistakes: tuple[Mistake, ...] = ()
    within: float = 0.0
    also: tuple[str, ...] = ()


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
    answer, right = _read(exercise, given), _computed(exercise, exercise.answer())
    if _same(exercise, answer, right) or any(_matches(pattern, answer, whole=True) for pattern in exercise.also):
        return Feedback(True, f"Right. {exercise.because.format(answer=_shown(right))}")
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
        return math.isclose(answer, right, rel_tol=1e-9, abs_tol=exercise.within + 1e-9)
    return type(answer) is type(right) and answer == right


def _slipped(answer: object, wrong: object) -> bool:
    """Compare with a wrong answer: decimals may be rounded, but the latitude of the right answer is not given."""
    if isinstance(answer, float) and isinstance(wrong, float):
        return math.isclose(answer, wrong, rel_tol=1e-9 if wrong.is_integer() else 0.01, abs_tol=1e-9)
    return type(answer) is type(wrong) and answer == wrong


def _computed(exercise: Exercise, ours: object) -> object:
    """Return an answer of ours in the form in which answers are compared."""
    return _read(exercise, ours) if exercise.asks != WORDS or ours == CANT_SAY else _plain(str(ours))


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
    if isinstance(answer, float) and isinstance(right, float) and math.isclose(answer * 100, right, rel_tol=0.005):
        yield "That is a fraction of 1; the exercise asks for people out of 100."


def _shown(answer: object) -> str:
    if isinstance(answer, float):
        return f"{answer:,.0f}" if abs(answer) >= 1000 else number(round(answer, 1))
    return ", ".join(sorted(answer)) if isinstance(answer, frozenset) else str(answer)


def _plain(text: str) -> str:
    """Write words for comparing: lower case, one space, straight apostrophes, no mark at the end."""
    text = re.sub(r"\s+", " ", text.replace("\u2019", "'").replace("_", " ")).strip().lower()
    return text.strip(" .!?\"'")


def _read(exercise: Exercise, given: object) -> float | str | bool | frozenset[str]:
    """Turn an answer into a number, words, a yes or no, or a set of names."""
    value = _alone(given)
    if _empty(value):
        raise _refused(exercise, "got an empty answer")
    if isinstance(value, str) and _UNSAID.fullmatch(_plain(value)):
        return CANT_SAY
    if exercise.asks == NAMES:
        return _names(exercise, value)
    if exercise.asks == YES_NO:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and _plain(value) in ("yes", "no", "true", "false"):
            return _plain(value) in ("yes", "true")
    elif exercise.asks == WORDS:
        if isinstance(value, str):
            return _plain(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if math.isfinite(value):
            return float(value)
    elif isinstance(value, str) and re.fullmatch(r"\s*[\d.,]+\s*%?\s*", value):
        raise _refused(exercise, f"got the text {value!r}. Leave out the quotation marks and any per cent sign")
    raise _refused(exercise, f"got {_with_type(value)}")


def _alone(given: object) -> Any:
    """Take a single value out of a frame, series or array, and make it plain Python."""
    held: Any = given.to_numpy(dtype=object).ravel() if isinstance(given, pd.DataFrame) else given
    if not callable(getattr(held, "tolist", None)):
        return held
    values = held.tolist()
    return values[0] if isinstance(values, list) and len(values) == 1 else values


def _empty(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, list | tuple | set | frozenset | dict):
        return not value
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value))


def _names(exercise: Exercise, value: object) -> frozenset[str]:
    listed = re.split(r",|;|\band\b", value) if isinstance(value, str) else value
    if not isinstance(listed, Iterable):
        raise _refused(exercise, f"got {_with_type(value)}")
    names = [_alone(name) for name in listed]
    if wrong := [name for name in names if not isinstance(name, str)]:
        raise _refused(exercise, f"got a list that holds {_with_type(wrong[0])}")
    return frozenset(_plain(name) for name in names if name.strip())


def _with_type(value: object) -> str:
    text = repr(value)
    return f"{text if len(text) <= 40 else 'one'} of type {type(value).__name__}"


def _refused(exercise: Exercise, got: str) -> UsageError:
    return UsageError(
        f"{exercise.name} asks for {exercise.asks}, such as {_SAMPLES[exercise.asks]}; {got}. "
        f'Where the tables do not tell, the answer is "{CANT_SAY}".'
    )
