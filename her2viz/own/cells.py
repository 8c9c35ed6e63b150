"""What may be wrong with a cell that people write themselves, in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection

from her2viz import typeface
from her2viz.errors import did_you_mean

__all__ = ["EMPTY", "hedge", "of_whom", "percentage", "term", "text", "unprintable", "whole", "yes_no"]

#: What programs write where they have nothing to say.
_NOTHING = {"nan", "none", "null", "nil", "na", "n/a", "#n/a", "<na>", "#ref!", "#value!", "#name?", "#div/0!", "inf"}
EMPTY = "leave it empty"
#: Nobody should make one up to get past this message.
_FILL = "take it from the source, or leave the row out"
_PLAIN = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_FORMULA = "=+-@"
#: Words that deny a number beside them or make another one of it, but for hedges such as "no more than".
_DENYING = re.compile(
    r"\b(no|not|never|none|neither|nor|without|except|but|hardly|barely|minus|times|half|twice|double)\b|[\W_]of$", re.I
)
_HEDGE = re.compile(r"(no|not) (more|fewer|less) than", re.I)
_RIGHT_TO_LEFT = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_UNSEEN = {"Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def percentage(cell: str) -> str:
    """Say what is wrong with a number of 100.

    Examples
    --------
    >>> percentage("12.5")
    ''
    >>> percentage("1,500")
    'must be a number from 0 to 100; this may be 1.5 or 1500'
    """
    must = "must be a number from 0 to 100"
    if _PLAIN.fullmatch(cell):
        return "" if float(cell) <= 100 else must
    if cell.casefold().lstrip("+-") in _NOTHING | {"infinity"}:
        return f"{must}; leave the cell empty where there is no figure"
    if found := re.fullmatch(r"([1-9][0-9]{0,2})[.,]([0-9]{3})( ?%)?", cell):
        return f"{must}; this may be {float('.'.join(found.group(1, 2))):g} or {found[1]}{found[2]}"
    if re.fullmatch(r"[0-9]{1,3}[.,][0-9]+( ?%)?", cell):
        return f"{must} with at most two decimals"
    return f"{must}, in plain digits such as 70 or 12.5"


def whole(cell: str) -> str:
    """Say what is wrong with a count of people.

    Examples
    --------
    >>> whole("1,234")
    'must be a whole number in plain digits, without a sign between them: write 1234'
    """
    must = "must be a whole number in plain digits"
    if re.fullmatch(r"[0-9]{1,9}", cell):
        return ""
    if re.fullmatch(r"[0-9]{1,3}([ .,'\u2019][0-9]{3})+", cell):
        return f"{must}, without a sign between them: write {re.sub('[^0-9]', '', cell)}"
    return must


def yes_no(cell: str) -> str:
    """Say what is wrong with a cell that should be True or False."""
    return "" if cell in ("True", "False") else "must be True or False"


def hedge(cell: str) -> str:
    """Say what is wrong with a hedge: printed before a number, it must leave it the number of the row.

    Examples
    --------
    >>> hedge("at least"), hedge("not")
    ('', "can't stand before a number of people as 'not': write about, at least, up to, ... or leave it empty")
    """
    if wrong := text(20, EMPTY, letters=True)(cell):
        return wrong
    if not _HEDGE.fullmatch(cell) and (_DENYING.search(cell) or any(sign.isdigit() for sign in cell)):
        return f"can't stand before a number of people as {cell!r}: write about, at least, up to, ... or leave it empty"
    return ""


def of_whom(cell: str) -> str:
    """Say what is wrong with a population, which is printed after "Of 100".

    Examples
    --------
    >>> of_whom("of 100 women")
    'is printed after "Of 100", so it starts with the people: women with ...'
    """
    if re.match(r"(of|out of|in)\b|100\b", cell, re.I):
        return 'is printed after "Of 100", so it starts with the people: women with ...'
    return text(80)(cell)


def term(allowed: Collection[str]) -> Callable[[str], str]:
    """Make a check of a cell that holds one of some terms.

    Examples
    --------
    >>> term(["site", "answer"])("answers")
    "must be one of site, answer. Did you mean 'answer'?"
    """
    listed = ", ".join(allowed)
    return lambda cell: "" if cell in allowed else f"must be one of {listed}.{did_you_mean(cell, allowed)}".rstrip(".")


def text(longest: int, otherwise: str = _FILL, letters: bool = False) -> Callable[[str], str]:
    """Make a check of a text of at most so many characters, so that a figure can print it.

    Parameters
    ----------
    longest : int
        The most characters.
    otherwise : str
        What to do with a cell that holds nothing.
    letters : bool
        Whether digits alone are none: a number where a word belongs is a cell that has slipped.

    Examples
    --------
    >>> text(40)("=1+1")
    "starts with '=', so a spreadsheet may run it as a formula; start with a letter or a digit"
    """

    def wrong(cell: str) -> str:
        return unprintable(cell) or _form(cell, longest, otherwise, letters)

    return wrong


def unprintable(cell: str) -> str:
    r"""Say which character can't be printed, or would change how its neighbours are.

    Examples
    --------
    >>> unprintable("Zone\x07")
    'holds the control character U+0007; take it out'
    """
    marks = 0
    for sign in cell:
        kind, point = unicodedata.category(sign), f"U+{ord(sign):04X}"
        if sign in "\r\n\u2028\u2029\x0b\x0c\x85":
            return "holds a line break; write it on one line"
        if kind == "Cc":
            return f"holds the control character {point}; take it out"
        if unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT or sign in "\u200e\u200f\u061c":
            return (
                f"holds the right-to-left character {point}; beside English words it would move the numbers, so write "
                "it in left-to-right letters"
            )
        if kind in _UNSEEN:
            return f"holds the invisible or unknown character {point}; take it out"
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if marks > 1:
            return f"piles up accents (at {point}); one a letter can be printed"
    missing = [sign for sign in dict.fromkeys(cell) if ord(sign) not in typeface.characters()]
    if missing:
        return f"holds letters that the figures' font does not have: {' '.join(missing[:5])}; write it in others"
    return ""


def _form(cell: str, longest: int, otherwise: str, letters: bool) -> str:
    """Say whether a text is none, may run as a formula, or is too long."""
    if cell[:1] in _FORMULA:
        return f"starts with {cell[0]!r}, so a spreadsheet may run it as a formula; start with a letter or a digit"
    if cell.casefold() in _NOTHING:
        return f"is what programs write for an empty cell; {otherwise}"
    if not any(sign.isalpha() or (sign.isalnum() and not letters) for sign in cell):
        return "must have a letter" if letters else "must have a letter or a digit"
    if len(cell) > longest:
        return f"has {len(cell)} characters; a figure has room for {longest}"
    return ""
