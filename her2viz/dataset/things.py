"""What someone's own rows count, by the field that says so, and the words that are true of it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from her2viz.errors import DataError

__all__ = ["SITE", "THINGS", "Thing", "thing_of"]

_NOBODY = "They cannot say what will happen to any one person."


@dataclass(frozen=True)
class Thing:
    """A kind of thing that people have or do, one row each, and how sentences speak of it.

    Parameters
    ----------
    name : str
        What it is called, as the field ``thing`` does.
    verb, it, do_not : str
        What those counted do, and the others: "84 have it and 16 do not".
    without : str
        The others, below their number.
    several : str
        That one person can have more than one.
    of_whom : str
        What stands before the population in a heading.
    topic : str
        What a notice says that numbers are about.
    nobody : str
        What the numbers can't tell of one person.
    ask : str
        With whom to talk about a worry.
    elsewhere : str
        What else may be so of those who do not have it at one place.
    """

    name: str
    verb: str
    it: str
    do_not: str
    without: str
    several: str
    of_whom: str
    topic: str
    nobody: str = _NOBODY
    ask: str = "someone you trust"
    elsewhere: str = ""

    @property
    def plural(self) -> str:
        """Several of it."""
        return f"{self.name}s"

    @property
    def each(self) -> str:
        """What is shown of each of them."""
        return f"how many {self.verb} each {self.name}, and how many {self.do_not}"


def _had(name: str) -> Thing:
    """Make a thing that a person has or has not, at no place."""
    several = f"One person can have more than one {name}"
    return Thing(name, "have", "it", "do not", "without it", several, f"{name.capitalize()}s in", f"{name}s")


SITE = Thing(
    "site",
    "have",
    "it there",
    "do not",
    "not at this site",
    "One person can have more than one site",
    "Sites in",
    "illness",
    ask="your care team",
    elsewhere="Not at one site is not nowhere: it may be elsewhere.",
)
_ANSWER = Thing(
    "answer",
    "gave",
    "it",
    "did not",
    "did not give it",
    "One person can give more than one answer",
    "Answers of",
    "people's answers",
    nobody="They say nothing about any one person.",
)
THINGS = {thing.name: thing for thing in (SITE, _had("side effect"), _had("complication"), _ANSWER)}


def thing_of(rows: pd.DataFrame) -> Thing:
    """Return what rows of someone's own count: sites where no field says otherwise.

    Raises
    ------
    DataError
        If they count several things, or something else.

    Examples
    --------
    >>> thing_of(pd.DataFrame({"thing": ["answer", "answer"]})).several
    'One person can give more than one answer'
    >>> thing_of(pd.DataFrame({"site": ["bone"]})).name
    'site'
    """
    names = list(dict.fromkeys(map(str, rows["thing"].dropna()))) if "thing" in rows.columns else []
    if len(names) > 1 or not set(names) <= set(THINGS):
        got = ", ".join(map(repr, names[:4]))
        raise DataError(f"column thing: must be one of {', '.join(THINGS)}, the same in all rows; got {got}.")
    return THINGS[names[0]] if names else SITE
