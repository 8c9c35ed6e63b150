"""The errors that her2viz raises on purpose: each says what was given and what is allowed."""

from __future__ import annotations

import difflib
import os
import textwrap
from collections.abc import Iterable

#: How many allowed names a message lists in full, and how many near ones it names where there are more.
_LISTED, _NEAR = 10, 3
#: How many letters of a message stand in a line of a notebook.
_WIDE = 96

# fmt: off
__all__ = [
    "DataError", "UsageError", "as_names", "brief", "did_you_mean", "filled", "of_backend", "one_line", "unknown",
]
# fmt: on


def filled(text: str) -> str:
    """Break the lines of a message between words; a notebook breaks long ones inside a word."""
    return "\n".join(
        textwrap.fill(line, _WIDE, break_on_hyphens=False, break_long_words=False) for line in text.split("\n")
    )


class _PlainError(ValueError):
    """An error whose message is all there is to say: a notebook shows it without a traceback."""

    def _render_traceback_(self) -> list[str]:  # what IPython asks an exception for before it writes a traceback
        return [filled(f"{type(self).__name__}: {self}")]


class UsageError(_PlainError):
    """A name, a format, a size or a path that her2viz can't use."""


class DataError(_PlainError):
    """A table that her2viz can't draw or read; the message lists every problem found."""


def of_backend(error: Exception) -> str:
    """Return our own words for matplotlib's refusal of the variable MPLBACKEND; "" for any other error."""
    if not str(error).startswith("Key backend"):
        return ""
    return (
        f"The environment variable MPLBACKEND must name a backend of matplotlib, such as agg; got "
        f"{os.environ.get('MPLBACKEND')!r}. Set it to another one, or to none."
    )


def one_line(message: str) -> str:
    r"""Write a message that lists problems on one line.

    Examples
    --------
    >>> one_line("This can't be drawn:\n- row 2: is empty\n- row 3: is empty")
    "This can't be drawn: row 2: is empty; row 3: is empty"
    """
    first, *others = message.split("\n- ")
    return " ".join(part for part in (first, "; ".join(others)) if part)


def did_you_mean(given: object, allowed: Iterable[str], most: int = 1) -> str:
    """Return " Did you mean 'x'?" for the nearest allowed names, at most so many, or "" where none is near.

    Examples
    --------
    >>> did_you_mean("site-bar", ["site-bars", "site-icons"])
    " Did you mean 'site-bars'?"
    >>> did_you_mean("sites-spine", ["sites-liver", "sites-bone", "body-map"], most=3)
    " Did you mean 'sites-bone' or 'sites-liver'?"
    """
    names = list(allowed)
    nearest, *_ = [*difflib.get_close_matches(str(given), names, n=1, cutoff=0.5), ""]
    if not nearest:
        return ""
    # more than one only where they are very near
    others = [name for name in difflib.get_close_matches(str(given), names, n=most, cutoff=0.7) if name != nearest]
    *first, last = map(repr, (nearest, *others))
    return f" Did you mean {', '.join(first)} or {last}?" if first else f" Did you mean {last}?"


def as_names(parameter: str, given: object, such_as: str) -> list[str]:
    """Return names as a list, each once; refuse one name alone, and what holds no names.

    Examples
    --------
    >>> as_names("names", ("site-bars", "body-map", "site-bars"), '["site-bars"]')
    ['site-bars', 'body-map']
    """
    held = list(given) if isinstance(given, Iterable) and not isinstance(given, str | bytes) else None
    if held is None or not all(isinstance(name, str) for name in held):
        raise UsageError(f"{parameter} must be a list of names, such as {parameter}={such_as}; got {brief(given)}.")
    return list(dict.fromkeys(held))


def brief(given: object) -> str:
    """Write what was given, or its type where that takes more than a line."""
    text = repr(given) if isinstance(given, str | int | float | bool | list | tuple | dict | set | None) else ""
    return text if text and len(text) <= 60 and text.isprintable() else f"a {type(given).__name__}"


def unknown(parameter: str, given: object, allowed: Iterable[str], listed_by: str = "") -> UsageError:
    """Make the error for a name that is not one of the allowed ones.

    Parameters
    ----------
    parameter : str
        What should be one of them.
    given : object
        What was given.
    allowed : iterable of str
        The allowed names. Few are listed; of many the near ones are named.
    listed_by : str
        Where all of them stand, such as "hv.figures()", for when they are many and none is near.

    Examples
    --------
    >>> print(unknown("size", "slides", ["screen", "slide", "print"]))
    size must be one of screen, slide, print; got 'slides'. Did you mean 'slide'?
    >>> print(unknown("figure", "bars", [f"figure-{n}" for n in range(40)], "hv.figures()"))
    figure must be one of 40 names, listed by hv.figures(); got 'bars'.
    """
    names = list(allowed)
    few = len(names) <= _LISTED
    near = did_you_mean(given if isinstance(given, str) else "", names, 1 if few else _NEAR)
    listed = ", ".join(names) if few else f"{len(names)} names"
    where = f", listed by {listed_by}" if listed_by and not few and not near else ""
    return UsageError(f"{parameter} must be one of {listed}{where}; got {brief(given)}.{near}")
