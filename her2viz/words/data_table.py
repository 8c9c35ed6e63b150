"""The frame that a figure draws, as a table for people: words for headings, no number without whom it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_sources, load_studies
from her2viz.dataset.said import whom

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
    "SITES",
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
]


class DataTable(NamedTuple):
    """A table of text cells; the first ``heads`` columns name the row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    heads: int = 1


Cell = Callable[[Any], str]


def _text(value: object) -> str:
    """Write a value as text, a missing one as nothing, a whole number without a point."""
    if value is None or value is pd.NA or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else " ".join(str(value).split())


def _column(*names: str) -> Cell:
    """Return what makes a cell: the first of these columns that holds something."""
    return lambda row: next(filter(None, (_text(getattr(row, name, None)) for name in names)), "")


def _of_100(row: Any) -> str:
    """Write the rough figure of a site with its hedge; where there is none, say so."""
    qualifier = _text(row.qualifier)
    if not _text(row.frequency_pct):
        return f"named, no figure (\u201c{qualifier}\u201d)" if qualifier else "named, no figure"
    return phrases.hedged(qualifier, float(row.frequency_pct))


def _interval(row: Any) -> str:
    """Write an interval with one decimal, as on the page; nothing where none may be computed."""
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    return "" if pd.isna(low) or pd.isna(high) else f"{low:.1f} to {high:.1f}"


def _document(row: Any) -> str:
    """Name the document of a row; nothing where there is none."""
    name = _text(getattr(row, "source_id", None))
    return str(load_sources().set_index("source_id").loc[name, "short_name"]) if name else ""


def _whom(row: Any) -> str:
    """Say in full whom a claim is about."""
    return str(whom(pd.DataFrame([{name: getattr(row, name, None) for name in ("population", "context")}])).iloc[0])


def _place(row: Any) -> str:
    """Say where a row stands: the document, its section and line; or the source in the user's own words."""
    name = _document(row)
    if not name:
        return _column("source")(row)
    section, line = _column("section")(row), _column("line")(row)
    return f"{name}, \u201c{section}\u201d, line {line}" if line else name


def _study(row: Any) -> str:
    """Name the study of a row; the document where it has none."""
    study = _text(row.study_id)
    return str(load_studies().set_index("study_id").loc[study, "short_name"]) if study else _place(row)


def _rough(row: Any) -> str:
    """Write the rough figure that a study's figure stands beside, with its group and its document."""
    if not _text(getattr(row, "rough_pct", None)):
        return ""
    figure = phrases.in_100(_text(row.qualifier), float(row.rough_pct))
    return f"{figure} {_text(row.rough_population)} ({_document(row)})"


def _speaker(row: Any) -> str:
    """Say who speaks, where it is not the page itself."""
    speaker = _column("speaker")(row)
    return "" if speaker == "document" else speaker


class Columns:
    """A table with a row a row of the frame: the heading of each column, and what makes a cell of it.

    Columns without any content are left out.
    """

    def __init__(self, *columns: tuple[str, Cell]) -> None:
        self._columns = columns

    def __call__(self, frame: pd.DataFrame) -> DataTable:
        """Write a frame as a table for people."""
        rows = [tuple(cell(row) for _, cell in self._columns) for row in frame.itertuples()]
        kept = [n for n in range(len(self._columns)) if any(cells[n] for cells in rows)]
        heads = tuple(self._columns[n][0] for n in kept)
        return DataTable(heads, tuple(tuple(cells[n] for n in kept) for cells in rows))


class Matrix:
    """A table as drawn, a row a claim and a column a page, groups of rows in a column of their own.

    Parameters
    ----------
    heading : str
        The heading of its rows.
    cells : dict
        What a mark of a cell means; the words of the cell where a mark is not in it.
    """

    def __init__(self, heading: str, cells: dict[str, Cell]) -> None:
        self._heading, self._cells = heading, cells

    def __call__(self, frame: pd.DataFrame) -> DataTable:
        """Write a frame of cells as a table for people."""
        columns = list(dict.fromkeys(frame["column"]))
        grouped = "group" in frame.columns
        lines: dict[tuple[str, ...], dict[str, str]] = {}
        for cell in frame.itertuples():
            names = (_text(cell.group), _text(cell.row)) if grouped else (_text(cell.row),)
            lines.setdefault(names, {})[cell.column] = self._cells.get(cell.mark, _column("words"))(cell)
        head = next(iter(frame["group_head"])) if "group_head" in frame.columns else "Subtype"
        return DataTable(
            (*((head,) if grouped else ()), self._heading, *(column[:1].upper() + column[1:] for column in columns)),
            tuple((*names, *(cells.get(column, "") for column in columns)) for names, cells in lines.items()),
            heads=2 if grouped else 1,
        )


SITES = Columns(
    ("Site", _column("label")),
    ("Of 100", _of_100),
    ("Of whom", _column("population")),
    ("Note", _column("note")),
    ("Where it stands", _place),
)
RANGES = Columns(
    ("How many sites", _column("what")),
    ("Of 100, if the figures were exact", lambda row: f"{row.low} to {row.high}"),
    (
        "Of 100, if each may be off",
        lambda row: f"{row.low_if_off} to {row.high_if_off}, off by up to {row.if_off_by}",
    ),
    ("Note", _column("remark")),
    ("Of whom", _column("population")),
    ("Worked out from", _column("from_figures")),
    ("Where these stand", _place),
)
WORLDS = Columns(
    ("Possible world", _column("world")),
    ("Sites", _column("label")),
    ("Of 100", _column("people")),
    ("Of whom", _column("population")),
    ("Where the figures stand", _place),
)
HUNDREDS = Columns(
    ("Of whom", _column("population")),
    ("Of 100", lambda row: phrases.hedged(_text(row.qualifier), row.value)),
    ("What of them", _column("says")),
    ("Where it stands", _place),
)
STUDIES = Columns(
    ("Site", _column("site_label", "label")),
    ("Study", _study),
    ("Type, as the study names it", _column("subtype")),
    ("In 100, as printed", _column("printed")),
    ("95% interval, computed by us: chance only", _interval),
    ("Of whom", _column("population")),
    ("How many people", _column("n_total")),
    ("How many with it", _column("n_with")),
    ("When counted", _column("moment")),
    ("Note", _column("note")),
    ("Rough figure beside it", _rough),
)
SHARES = Columns(
    ("The same people", _column("heading")),
    ("Figure", _column("words")),
    ("Of whom", _column("whom")),
    ("When counted", _column("moment")),
    ("Study", _study),
    ("Note", _column("note")),
)
TREES = Columns(
    ("Of every 1,000", _column("words")),
    ("Of whom", _column("population")),
    ("People in the study", _column("number")),
    ("Derived by us", lambda row: "yes" if _text(row.derived) else ""),
    ("Study", _study),
)
COUNTED = Columns(
    ("Who says it, or when", _column("heading", "label", "by")),
    ("Of 100", _column("words")),
    ("Of whom", _column("whom", "population")),
    ("How many people", _column("n_total")),
    ("Worked out from", _column("from_figures", "added")),
    ("Where it stands", _study),
)
_STANDS = ("Where it stands", lambda row: f"\u201c{row.section}\u201d, line {row.line}")
_HEDGE = ("How sure, in its words", lambda row: f"\u201c{row.qualifier}\u201d" if _text(row.qualifier) else "")
_DENIED = ("Denied", lambda row: "yes" if row.polarity == "negated" else "")
STATEMENTS = Columns(
    ("Page", _document),
    ("Subtype", _column("subtype_described")),
    ("What is said", _column("position", "statement")),
    ("Denied", lambda row: _text(row.item) if getattr(row, "polarity", "") == "negated" else ""),
    ("About whom", _whom),
    ("Who says it", _speaker),
    _STANDS,
)
SYMPTOM_CLAIMS = Columns(
    ("Page", _document),
    ("Symptom", _column("symptom")),
    _DENIED,
    _HEDGE,
    ("In detail", _column("detail")),
    ("About whom", _whom),
    _STANDS,
)
TREATMENT_CLAIMS = Columns(
    ("Page", _document),
    ("Therapy", lambda row: f"{row.therapy} ({row.brand})" if _text(row.brand) else str(row.therapy)),
    _DENIED,
    ("Class", _column("therapy_class")),
    ("Target", _column("target")),
    _HEDGE,
    ("Used with", _column("combined_with")),
    ("For", _column("purpose")),
    ("In detail", _column("detail")),
    ("About whom", _whom),
    _STANDS,
)
SITE_CLAIMS = Columns(
    ("Page", _document),
    ("Site", _column("label")),
    ("Place in its list", _column("list_position")),
    ("The list", _column("list_kind")),
    _HEDGE,
    ("About whom", _whom),
    _STANDS,
)
STEPS = Columns(
    ("Step", _column("step")),
    ("Named or explained", _column("says")),
    ("What is said", _column("statement")),
    ("About whom", _whom),
    ("Where it stands", _place),
)
CARE = Columns(
    ("What is said", _column("statement")),
    ("About whom", _whom),
    ("Where it stands", _place),
)
DRUGS = Columns(
    ("Drug", _column("therapy")),
    ("Brand", _column("brand")),
    ("Page", _document),
    ("Target stated", _column("target")),
    ("Class stated", _column("therapy_class")),
    ("About whom", _whom),
    ("Where it stands", lambda row: f"\u201c{row.section}\u201d, line {row.line}"),
)

SITE_LISTS = Columns(
    ("Page", _document),
    ("How it lists them", _column("heading")),
    ("Place in the list", _column("list_position")),
    ("Site", _column("label")),
    ("Of whom", _column("population")),
    ("Where it stands", _place),
)
SHARED_SYMPTOMS = Columns(
    ("Site", _column("label")),
    ("Symptom", _column("symptom")),
    ("Pages that list it", lambda row: f"{row.pages} of {row.of_pages}: {row.named}"),
    ("Of whom", _column("population")),
)
SYMPTOMS = Columns(
    ("Symptom", _column("symptom")),
    ("Page", _document),
    ("How many pages list it", lambda row: f"{row.pages} of {row.of_pages}"),
    ("Of whom", _column("population")),
)
POSITIONS = Matrix("Question", {"none": lambda _: "says nothing"})
SPEAKERS = Matrix("What is said of", {"none": lambda _: "says nothing"})
GIVEN = Matrix("What a page tells", {"empty": lambda _: "not given"})
FIGURES = Matrix("Of whom", {"empty": lambda _: "no figure"})
