"""Cells as spreadsheets and statistics programs write them, in the one spelling that is checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from her2viz.dataset.checking import Problem
from her2viz.dataset.things import THINGS
from her2viz.own.columns import COUNTS, SEVERAL

__all__ = ["spelled"]

#: An empty cell, as R, Python, databases and SAS write it.
_EMPTY = {"na", "n/a", "nan", "null", "<na>", "."}
#: In words, nothing; in a column of numbers it may mean 0.
_NO_WORDS = _EMPTY | {"none", "nil"}
_TRUE = (
    "true t yes y 1 1.0 1,0 ja j oui s\u00ed si sim tak wahr vrai verdadero verdadeiro vero waar prawda sant sand sann"
)
_FALSE = (
    "false f no n 0 0.0 0,0 nein nee nej nei non n\u00e3o nie falsch faux falso onwaar fa\u0142sz falskt falsk usann"
)
_YES_NO = {**dict.fromkeys(_TRUE.split(), "True"), **dict.fromkeys(_FALSE.split(), "False")}
_NUMBER = re.compile(r"([0-9]{1,3})(?:([.,])([0-9]{1,2}))? ?(%?)")
_WHOLE = re.compile(r"([0-9]{1,9})(?:[.,]0)?")


def spelled(columns: dict[str, list[str]]) -> tuple[dict[str, list[str]], tuple[str, ...], list[Problem]]:
    """Write numbers with a point and without a sign, yes and no as True and False, and nothing as nothing.

    Returns
    -------
    dict
        The columns; a cell that can't be told for sure stays as it is, to be refused.
    tuple of str
        How numbers were read.
    list of Problem
        What is wrong with a column as a whole.

    Examples
    --------
    >>> spelled({"frequency_pct": ["84,0 %", "7,25%", "NA"], "sites_overlap": ["WAHR", "ja", "1"]})[:2]
    ({'frequency_pct': ['84.0', '7.25', ''], 'sites_overlap': ['True', 'True', 'True']}, ('decimal comma', \
'percent signs'))
    """
    columns = dict(columns)
    read_as: tuple[str, ...] = ()
    problems: list[Problem] = []
    for name in {"qualifier", "note"} & columns.keys():
        columns[name] = ["" if cell.casefold() in _NO_WORDS else cell for cell in columns[name]]
    for name in {"frequency_pct", "thing", *SEVERAL, *COUNTS} & columns.keys():
        columns[name] = ["" if cell.casefold() in _EMPTY else cell for cell in columns[name]]
    for name in set(COUNTS) & columns.keys():
        columns[name] = [found[1] if (found := _WHOLE.fullmatch(cell)) else cell for cell in columns[name]]
    for name in set(SEVERAL) & columns.keys():
        columns[name] = [_YES_NO.get(cell.casefold(), cell) for cell in columns[name]]
    if "thing" in columns:
        columns["thing"] = [_thing(cell) for cell in columns["thing"]]
    if "frequency_pct" in columns:
        columns["frequency_pct"], read_as, problems = _numbers(columns["frequency_pct"])
    return columns, read_as, problems


def _thing(cell: str) -> str:
    """Write a thing as our term for it, whatever its capitals and the sign between its words."""
    folded = re.sub(r"[ _-]+", " ", cell.casefold())
    return folded if folded in THINGS else cell


def _numbers(cells: Sequence[str]) -> tuple[list[str], tuple[str, ...], list[Problem]]:
    """Write numbers of 100 in plain digits where all of a column are written in one way."""
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    numbers = [number for number in found if number]
    points = [number[0] for number in numbers if number[2] == "."]
    commas = [number[0] for number in numbers if number[2] == ","]
    signed = [number[0] for number in numbers if number[4]]
    bare = [number[0] for number in numbers if not number[4]]
    problems = []
    if points and commas:
        text = f"has decimals after a point ({points[0]}) and after a comma ({commas[0]}); write all in one way"
        problems.append(Problem(None, "frequency_pct", text))
    if signed and bare:
        text = f"has numbers with a percent sign ({signed[0]}) and without ({bare[0]}); write all in one way"
        problems.append(Problem(None, "frequency_pct", text))
    read_as = [
        *(["decimal comma"] if commas else []),
        *(["percent signs"] if signed else []),
    ]
    written = [
        cell if number is None else number[1] + (f".{number[3]}" if number[3] else "")
        for cell, number in zip(cells, found, strict=True)
    ]
    values = [float(cell) for cell, number in zip(written, found, strict=True) if number]
    if not signed and values and max(values) <= 1 and any(0 < value < 1 for value in values):
        read_as.append("numbers below 1 read as of 100, not as shares of one")
    return written, tuple(read_as), problems
