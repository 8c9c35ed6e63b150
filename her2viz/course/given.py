"""Reading an answer that is given: a number, a range, words, a choice, a yes or no, names, or a chart."""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from her2viz.course.asked import CANT_SAY, CHART, CHOICE, NAMES, NUMBER, WORDS, YES_NO, Chart, Exercise
from her2viz.course.drawn import Drawn, axes_in, drawn_on
from her2viz.course.spoken import spoken
from her2viz.errors import UsageError
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.phrases import number

__all__ = ["Answer", "plain", "read"]

_SAMPLES = {
    NUMBER: "12 or 3.5",
    YES_NO: '"yes" or "no"',
    NAMES: '["bone", "lung"]',
    WORDS: '"a few words"',
    CHOICE: '"a"',
    CHART: "the Axes that sns.barplot(...) gives",
}
#: Of an answer in words, in characters.
_LONGEST = 10_000
_UNSAID = re.compile(
    r"((it|this|that|i|we|you|one)\s+)?((can('|no)?t|can not) (be )?(said?|say|tell|told|known?|worked out)|"
    r"(is )?(unknown|not (known|said|given)))"
    r"|the (page|row|table)s? (do(es)?(n't| not) (say|tell)|gives? (no (figure|number|time span)|none))"
    r"|no(body| ?one| (page|row|table)) (knows|says|tells|can (know|say|tell))"
    r"|no (figure|number|time span)( is given)?"
)
_YES_OR_NO = re.compile(r"(?P<word>yes|no|true|false)($|[,.;:!]| (it|they|he|she|that|this|there|you|we|the|not)\b)")


def plain(text: str) -> str:
    """Write words for comparing: lower case, one space, straight apostrophes, no mark at the end."""
    text = re.sub(r"\s+", " ", text.replace("\u2019", "'").replace("_", " ")).strip().lower()
    return text.strip(" .!?\"'")


Answer = float | str | bool | frozenset[str] | tuple[float, float] | Drawn


def read(exercise: Exercise, given: object) -> Answer:
    """Turn an answer into a number, a range, words, a yes or no, a set of names, or what a chart shows."""
    value = _alone(given)
    if _empty(value):
        raise _refused(exercise, "got an empty answer")
    if isinstance(value, str) and len(value) > _LONGEST:
        raise _refused(exercise, f"got a text of {len(value):,} characters")
    if isinstance(value, str) and _UNSAID.fullmatch(plain(value)):
        return CANT_SAY
    reading = _READINGS[exercise.asks](exercise, value)
    if reading is None:
        raise _refused(exercise, f"got {_with_type(given)}")
    return reading


def _number(exercise: Exercise, value: object) -> float | tuple[float, float] | None:
    if isinstance(value, str):
        read = spoken(value)
    elif isinstance(value, list | tuple) and len(value) == 2 and all(map(_is_number, value)):
        read = (float(value[0]), float(value[1]))
    else:
        read = float(value) if _is_number(value) else None  # type: ignore[arg-type]
    if isinstance(read, tuple) and exercise.span is None:
        raise _refused(exercise, f"got a range, from {number(read[0])} to {number(read[1])}")
    return read


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    except OverflowError:  # of a whole number that no float can be
        return False


def _yes_or_no(_: Exercise, value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    found = _YES_OR_NO.match(plain(value)) if isinstance(value, str) else None
    return found["word"] in ("yes", "true") if found else None


def _words(_: Exercise, value: object) -> str | None:
    """Read words; a list of one is that one."""
    if isinstance(value, list | tuple | set | frozenset) and len(value) == 1:
        value = next(iter(value))
    return plain(value) if isinstance(value, str) else None


def _chosen(exercise: Exercise, value: object) -> str | None:
    """Read a letter, or the words that it stands for."""
    assert exercise.choices is not None
    words = [plain(choice) for choice in exercise.choices()]
    letters = dict(zip(string.ascii_lowercase, words, strict=False))
    given = _words(exercise, value) or ""
    return letters.get(given.strip("()"), given if given in words else None)


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


def _names(exercise: Exercise, value: object) -> frozenset[str] | None:
    listed = re.split(r",|;|\band\b", value) if isinstance(value, str) else value
    if not isinstance(listed, Iterable):
        return None
    names = [_alone(name) for name in listed]
    if wrong := [name for name in names if not isinstance(name, str)]:
        raise _refused(exercise, f"got a list that holds {_with_type(wrong[0])}")
    return frozenset(plain(name) for name in names if name.strip())


def _chart(exercise: Exercise, value: object) -> Drawn | None:
    if isinstance(value, TeachingFigure):
        raise _refused(exercise, f"got {value.name!r} of the catalogue: draw one of your own")
    found, asked = axes_in(value), exercise.answer()
    if found is None:
        return None
    if len(found) > 1:
        raise _refused(exercise, f"got {len(found)} Axes: give the one that is the answer")
    if found[0].get_figure() is None:
        raise _refused(exercise, "got an Axes that its figure no longer has: draw it again")
    assert isinstance(asked, Chart)
    return drawn_on(found[0], (*asked.values, *asked.empty))


_READINGS: dict[str, Callable[[Exercise, object], Answer | None]] = {
    NUMBER: _number,
    YES_NO: _yes_or_no,
    NAMES: _names,
    WORDS: _words,
    CHOICE: _chosen,
    CHART: _chart,
}


def _with_type(value: object) -> str:
    """Name what was given, as its owner knows it."""
    if isinstance(value, pd.DataFrame):
        return f"a DataFrame of {len(value)} rows and {value.shape[1]} columns"
    if isinstance(value, pd.Series | pd.Index) or (
        callable(getattr(value, "tolist", None)) and hasattr(value, "__len__") and getattr(value, "shape", None) != ()
    ):
        return f"a {type(value).__name__} of {len(value)} values"
    text = repr(value)
    return f"{text if len(text) <= 40 else 'one'} of type {type(value).__name__}"


def _refused(exercise: Exercise, got: str) -> UsageError:
    return UsageError(f"{exercise.name} asks for {exercise.asks}, such as {_SAMPLES[exercise.asks]}; {got}.")
