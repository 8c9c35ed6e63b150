"""The errors that her2viz raises on purpose: each says what was given and what is allowed."""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterable

#: How many allowed names a message lists in full.
_LISTED = 12
#: How many letters of a message stand in a line of a notebook.
_WIDE = 96

__all__ = ["DataError", "UsageError", "did_you_mean", "filled", "one_line", "unknown"]


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


def one_line(message: str) -> str:
    r"""Write a message that lists problems on one line.

    Examples
    --------
    >>> one_line("This can't be drawn:\n- row 2: is empty\n- row 3: is empty")
    "This can't be drawn: row 2: is empty; row 3: is empty"
    """
    first, *others = message.split("\n- ")
    return " ".join(part for part in (first, "; ".join(others)) if part)


def did_you_mean(given: object, allowed: Iterable[str]) -> str:
    """Return " Did you mean 'x'?" for the nearest allowed name, or nothing where none is near.

    Examples
    --------
    >>> did_you_mean("site-bar", ["site-bars", "site-icons"])
    " Did you mean 'site-bars'?"
    """
    near = difflib.get_close_matches(str(given), list(allowed), n=1, cutoff=0.5)
    return f" Did you mean {near[0]!r}?" if near else ""


def unknown(parameter: str, given: object, allowed: Iterable[str]) -> UsageError:
    """Make the error for a name that is not one of the allowed ones.

    Examples
    --------
    >>> print(unknown("size", "slides", ["screen", "slide", "print"]))
    size must be one of screen, slide, print; got 'slides'. Did you mean 'slide'?
    """
    names = list(allowed)
    listed = ", ".join(names) if len(names) <= _LISTED else f"{', '.join(names[:_LISTED])}, ... ({len(names)} in all)"
    return UsageError(f"{parameter} must be one of {listed}; got {given!r}.{did_you_mean(given, names)}")
