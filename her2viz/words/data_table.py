"""The frame that a figure draws, as a table for people: words for headings, no number without whom it is about."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.dataset.origin import origin_of
from her2viz.words.table_parts import (
    Columns,
    DataTable,
    Matrix,
    cell_text,
    column,
    document,
    group_of,
    interval_words,
    of_100,
    other_speaker,
    place,
    rough_beside,
    study_name,
)

__all__ = [
    "CARE",
    "COUNTED",
    "DRUGS",
    "FIGURES",
    "GIVEN",
    "HUNDREDS",
    "POSITIONS",
    "RANGES",
    "SHARED_SYMPTOMS",
    "SHARES",
    "SITE_CLAIMS",
    "SITE_LISTS",
    "SPEAKERS",
    "STATEMENTS",
    "STEPS",
    "STUDIES",
    "SYMPTOMS",
    "SYMPTOM_CLAIMS",
    "TREATMENT_CLAIMS",
    "TREES",
    "WORLDS",
    "DataTable",
    "site_table",
]

_SITES = Columns(
    ("Site", column("label")),
    ("Of 100", of_100),
    ("Of whom", column("population")),
    ("Note", column("note")),
    ("Where it stands", place),
)


def site_table(frame: pd.DataFrame) -> DataTable:
    """Write the frequencies of sites as a table for people; someone's own with counts, groups and what is counted."""
    origin = origin_of(frame)
    if not origin.own:
        return _SITES(frame)
    return Columns(
        (origin.thing.name.capitalize(), column("label")),
        ("Group", column("group")),
        ("Of 100", lambda row: of_100(row).removeprefix("named, ")),
        ("Counted", lambda row: f"{row.n:.0f} of {row.total:.0f}" if cell_text(getattr(row, "n", None)) else ""),
        ("Of whom", column("population")),
        ("Note", column("note")),
        ("Where it stands", place),
    )(frame)


RANGES = Columns(
    ("How many sites", column("what")),
    ("Of 100, if the figures were exact", lambda row: f"{row.low} to {row.high}"),
    (
        "Of 100, if each may be off",
        lambda row: f"{row.low_if_off} to {row.high_if_off}, off by up to {row.if_off_by}",
    ),
    ("Note", column("remark")),
    ("Of whom", column("population")),
    ("Worked out from", column("from_figures")),
    ("Where these stand", place),
)
WORLDS = Columns(
    ("Possible world", column("world")),
    ("Sites", column("label")),
    ("Of 100", column("people")),
    ("Of whom", column("population")),
    ("Where the figures stand", place),
)
HUNDREDS = Columns(
    ("Of whom", column("population")),
    ("Of 100", lambda row: phrases.hedged(cell_text(row.qualifier), row.value)),
    ("What of them", column("says")),
    ("Where it stands", place),
)
STUDIES = Columns(
    ("Site", column("site_label", "label")),
    ("Study", study_name),
    ("Type, as the study names it", column("subtype")),
    ("In 100, as printed", column("printed")),
    ("95% interval, computed by us: chance only", interval_words),
    ("Of whom", column("population")),
    ("How many people", column("n_total")),
    ("How many with it", column("n_with")),
    ("When counted", column("moment")),
    ("Note", column("note")),
    ("Rough figure beside it", rough_beside),
)
SHARES = Columns(
    ("The same people", column("heading")),
    ("Figure", column("words")),
    ("Drawn again as a bar of its own", column("slice_words")),
    ("Of whom", column("whom")),
    ("When counted", column("moment")),
    ("Study", study_name),
    ("Note", column("note")),
)
TREES = Columns(
    ("Of every 1,000", column("words")),
    ("Of whom", column("population")),
    ("People in the study", column("number")),
    ("Derived by us", lambda row: "yes" if cell_text(row.derived) else ""),
    ("Study", study_name),
)
COUNTED = Columns(
    ("Who says it, or when", column("heading", "label", "by")),
    ("Of 100", column("words")),
    ("Of whom", column("whom", "population")),
    ("How many people", column("n_total")),
    ("Worked out from", column("from_figures", "added")),
    ("Where it stands", study_name),
)
_STANDS = ("Where it stands", lambda row: f"\u201c{row.section}\u201d, line {row.line}")
_HEDGE = ("How sure, in its words", lambda row: f"\u201c{row.qualifier}\u201d" if cell_text(row.qualifier) else "")
_DENIED = ("Denied", lambda row: "yes" if row.polarity == "negated" else "")
STATEMENTS = Columns(
    ("Page", document),
    ("Subtype", column("subtype_described")),
    ("What is said", column("position", "statement")),
    ("Denied", lambda row: cell_text(row.item) if getattr(row, "polarity", "") == "negated" else ""),
    ("About whom", group_of),
    ("Who says it", other_speaker),
    _STANDS,
)
SYMPTOM_CLAIMS = Columns(
    ("Page", document),
    ("Symptom", column("symptom")),
    _DENIED,
    _HEDGE,
    ("In detail", column("detail")),
    ("About whom", group_of),
    _STANDS,
)
TREATMENT_CLAIMS = Columns(
    ("Page", document),
    ("Therapy", lambda row: f"{row.therapy} ({row.brand})" if cell_text(row.brand) else str(row.therapy)),
    _DENIED,
    ("Class", column("therapy_class")),
    ("Target", column("target")),
    _HEDGE,
    ("Used with", column("combined_with")),
    ("For", column("purpose")),
    ("In detail", column("detail")),
    ("About whom", group_of),
    _STANDS,
)
SITE_CLAIMS = Columns(
    ("Page", document),
    ("Site", column("label")),
    ("Place in its list", column("list_position")),
    ("The list", column("list_kind")),
    _HEDGE,
    ("About whom", group_of),
    _STANDS,
)
STEPS = Columns(
    ("Step", column("step")),
    ("Named or explained", column("says")),
    ("What is said", column("statement")),
    ("About whom", group_of),
    ("Where it stands", place),
)
CARE = Columns(
    ("What is said", column("statement")),
    ("About whom", group_of),
    ("Where it stands", place),
)
DRUGS = Columns(
    ("Drug", column("therapy")),
    ("Brand", column("brand")),
    ("Page", document),
    ("Target stated", column("target")),
    ("Class stated", column("therapy_class")),
    ("About whom", group_of),
    ("Where it stands", lambda row: f"\u201c{row.section}\u201d, line {row.line}"),
)

SITE_LISTS = Columns(
    ("Page", document),
    ("How it lists them", column("heading")),
    ("Place in the list", column("list_position")),
    ("Site", column("label")),
    ("Of whom", column("population")),
    ("Where it stands", place),
)
SHARED_SYMPTOMS = Columns(
    ("Site", column("label")),
    ("Symptom", column("symptom")),
    ("Pages that list it", lambda row: f"{row.pages} of {row.of_pages}: {row.named}"),
    ("Of whom", column("population")),
)
SYMPTOMS = Columns(
    ("Symptom", column("symptom")),
    ("Page", document),
    ("How many pages list it", lambda row: f"{row.pages} of {row.of_pages}"),
    ("Of whom", column("population")),
)
POSITIONS = Matrix("Question", {"none": lambda _: "says nothing"})
SPEAKERS = Columns(
    ("What is said of", column("row")),
    ("Page", column("column")),
    ("Who speaks", column("speaker")),
    ("What is said", column("words")),
    ("Of whom", column("population")),
)
GIVEN = Matrix("What a page tells", {"empty": lambda _: "not given"})
FIGURES = Matrix("Of whom", {"empty": lambda _: "no figure"})
