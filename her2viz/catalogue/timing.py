"""The figure of when to tell the care team about a symptom."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.claims.timing import care_timing, timing_height
from her2viz.dataset.loaders import load_care_facts
from her2viz.dataset.origin import CLAIMS
from her2viz.dataset.said import whom
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import credit_lines, page_names, pages_line, terms_in
from her2viz.words.parts import Words

__all__ = ["TIMING_FIGURES"]

_ACTION, _LATER = "Tell your care team now", "Tell them too"


class _Row(NamedTuple):
    """A claim on a kind of symptom, how it is called in short, and what is said of it."""

    row_id: str
    heading: str
    words: str


_DRAWN = (
    _Row(
        "cleveland-seek-care-new-symptom",
        "New symptom",
        "the page sets no waiting time; \u201cnow\u201d is our word",
    ),
    _Row("cleveland-seek-care-persistent-symptom", "Symptom that does not ease", "within {low} to {high} {unit}"),
)
#: Whom to tell.
_TELLING = "cleveland-seek-care-telling"


def _rows() -> pd.DataFrame:
    """Return the claims, in order; those with a heading are drawn."""
    facts = load_care_facts().set_index("row_id", drop=False)
    rows = facts.loc[[*(row.row_id for row in _DRAWN), _TELLING]].reset_index(drop=True)
    low, high, unit = _weeks(rows)
    words = [row.words.format(low=low, high=high, unit=unit) for row in _DRAWN]
    return rows.assign(heading=[*(row.heading for row in _DRAWN), ""], words=[*words, ""])


def _weeks(rows: pd.DataFrame) -> tuple[str, str, str]:
    """Return from how many to how many of which unit a page waits with what does not get better."""
    (row,) = rows[rows["value_high"].notna()].to_dict("records")
    return phrases.count(int(row["value_low"])), phrases.count(int(row["value_high"])), str(row["unit"])


def _title(rows: pd.DataFrame) -> str:
    low, high, unit = _weeks(rows)
    return f"With a new symptom, {low} to {high} {unit} is not a time to wait"


def _words(rows: pd.DataFrame) -> Words:
    names, title = page_names(), _title(rows)
    low, high, unit = _weeks(rows)
    sources = rows["source_id"].astype(str)
    groups = [group.replace(" (", ", ").rstrip(")") for group in whom(rows)]
    facts = [
        f"{row.statement.rstrip('.')} ({names[source]}, of {group})."
        for row, source, group in zip(rows.itertuples(), sources, groups, strict=True)
    ]
    drawn = rows[rows["heading"] != ""]
    page = names[str(drawn["source_id"].iloc[0])]
    reference = f"{page}, of {groups[0]}"
    new, stays = drawn.itertuples()
    later = f"A {phrases.plain(stays.heading)} {stays.words}: {phrases.plain(_LATER)}."
    return Words(
        origin=CLAIMS,
        title=title,
        form="Timeline",
        reference=reference,
        built=f"Timeline of {high} {unit}: a speech bubble says {_ACTION}. Its tail leads to the first day, a filled "
        f"circle. Below the axis a pale span reaches from {low} {unit} to {high}, for a symptom that does not ease. "
        f"The {unit} before it are empty: they are no time to wait with a new one.",
        facts=(phrases.sentence(pages_line(rows)), *facts),
        brief=(
            f"{title}.",
            f"{_ACTION}.",
            phrases.sentence(reference),
            phrases.sentence(f"{new.heading}: {new.words}"),
            later,
        ),
        shows=tuple(f"{title}. {_ACTION}. {part}From a web page; not medical advice." for part in (f"{later} ", "")),
        caveat=CLAIMS.caveat(),
        places=citing.places(rows),
        terms=terms_in((reference, *facts, pages_line(rows))),
        credits=credit_lines(rows),
    )


def _panels(rows: pd.DataFrame) -> Panels:
    drawn = rows[rows["heading"] != ""]

    def height(room: Room) -> float:
        return timing_height(drawn, _ACTION, room.width, room.measure)

    return Panels((lambda ax: care_timing(drawn, action=_ACTION, later=_LATER, ax=ax),), height)


TIMING_FIGURES: tuple[Entry, ...] = (
    Entry(
        "care-timing",
        "claims",
        _title,
        "When does a page say to tell the care team about a symptom?",
        shipped("care-timing", _rows),
        _words,
        _panels,
        data_table.CARE,
        label="A new symptom: tell your care team now",
    ),
)
