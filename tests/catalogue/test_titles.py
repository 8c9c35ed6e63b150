"""Titles are findings: every number in a title comes from the rows drawn."""

import re

import pandas as pd
import pytest

import her2viz as hv
from her2viz import phrases
from her2viz.catalogue.registry import CATALOGUE
from her2viz.errors import DataError

#: The wholes that numbers are of: people, and the documents.
_WHOLES = {"100", "1,000", phrases.count(len(hv.load_sources()))}
_WORDS = [phrases.count(number) for number in range(2, 13)]
_NUMBER = re.compile(rf"(?<![\w.])\d+(?:,\d{{3}})*(?:\.\d+)?(?!\w)|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


def numbers(title):
    """The numbers of a title, in digits or words."""
    found = _NUMBER.findall(title.replace("wo or more", ""))  # what is counted, not how many
    return [number for number in found if number not in _WHOLES]


NUMBERED = [entry for entry in CATALOGUE if numbers(entry.shipped_title())]


def changed(rows):
    """Give the rows with a number changed in one place, or without some of them."""
    for column in rows:
        numbers = pd.to_numeric(rows[column], errors="coerce")
        for row in rows.index[numbers.notna() & ~rows[column].map(lambda value: isinstance(value, bool))]:
            for number in (numbers[row] + (3 if numbers[row] < 50 else -3), 1):
                other = rows.astype({column: object})
                other.loc[row, column] = f"{number:g}" if isinstance(rows.loc[row, column], str) else number
                yield other.astype({column: rows[column].dtype}, errors="ignore")
    for row in rows.index:
        yield rows.drop(index=row).reset_index(drop=True)
    for column in rows:
        if rows[column].map(lambda value: isinstance(value, str)).all():
            for value in rows[column].unique():
                yield rows[rows[column] != value].reset_index(drop=True)


def titles(entry):
    """The titles over changed rows."""
    for rows in changed(entry.rows(None)):
        try:
            yield entry.title(rows)
        except (DataError, IndexError, KeyError, ValueError):
            continue  # no figure of such rows


@pytest.mark.parametrize("entry", NUMBERED, ids=lambda entry: entry.name)
def test_every_number_in_a_title_follows_the_rows(entry):
    assert callable(entry.title), "a number that is typed"
    shipped = numbers(entry.shipped_title())
    followed = set()
    for title in titles(entry):
        found = numbers(title)
        followed |= {number for number in shipped if number not in found}
        if followed == set(shipped):
            return
    assert followed == set(shipped)
