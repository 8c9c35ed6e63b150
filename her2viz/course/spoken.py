"""Numbers as people write them in an answer: "about 20", "twenty", "20 %", "20 in 100", "0 to 30"."""

from __future__ import annotations

import re

__all__ = ["spoken"]

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_SMALL)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_DIGITS = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
#: What may stand around a number and changes nothing.
_HEDGE = re.compile(
    r"^(it is|it's|about|around|roughly|approximately|approx\.?|circa|ca\.?|nearly|almost|some|~|\u2248)\s*"
)
#: No noun of what is counted: another one would make another answer.
_UNIT = re.compile(r"\s*(%|per ?cent|percent|(out of|of|in|per) (every )?(100|a hundred|one hundred))$")
_BETWEEN = re.compile(r"(?:(?:somewhere )?(?:from|between) )?(.+?)\s*(?: to | and |\u2013|(?<=[\d%\s])-)\s*(.+)")


def spoken(text: str) -> float | tuple[float, float] | None:
    """Return the number, or the two ends of the range, that a short answer gives; None where it gives neither.

    Examples
    --------
    >>> spoken("about 20"), spoken("Twenty-five in 100"), spoken("12,740"), spoken("from 0 to 30")
    (20.0, 25.0, 12740.0, (0.0, 30.0))
    >>> spoken("many") is None
    True
    """
    plain = text.replace("_", " ").strip().lower().strip(".!\"'")
    alone = _one(plain)
    if alone is not None:
        return alone
    ends = _BETWEEN.fullmatch(_trimmed(plain))
    low, high = (_one(end) for end in ends.groups()) if ends else (None, None)
    return None if low is None or high is None or low > high else (low, high)


def _trimmed(text: str) -> str:
    while (shorter := _UNIT.sub("", _HEDGE.sub("", text)).strip()) != text:
        text = shorter
    return text


def _one(text: str) -> float | None:
    bare = _trimmed(text)
    if _DIGITS.fullmatch(bare):
        return float(bare.replace(",", ""))
    return _in_words(re.split(r"[\s-]+", bare))


def _in_words(words: list[str]) -> float | None:
    """Add up number words, as in "one hundred and thirty"; the hundreds and thousands before them multiply."""
    total = part = 0
    for word in words:
        if word == "hundred":
            part = (part or 1) * 100
        elif word == "thousand":
            total, part = total + (part or 1) * 1000, 0
        elif word in _VALUES:
            part += _VALUES[word]
        elif word not in ("and", "a"):
            return None
    return float(total + part) if any(word in _VALUES or word in ("hundred", "thousand") for word in words) else None
