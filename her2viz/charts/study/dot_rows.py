"""The rows of a chart of study dots: checked for what would mislead, and placed in groups."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from her2viz.derived.published import study_rows
from her2viz.errors import DataError

__all__ = [
    "GAP",
    "NEEDED",
    "NOT_GIVEN",
    "ROUGH_LABEL",
    "Row",
    "checked",
    "dot_lines",
    "groups_of",
    "lines_of",
    "tall_of",
]

NEEDED = ("site", "site_label", "denominator", "moment_group", "label", "people", "percent", "printed", "rough_pct")
#: Added to the space between two groups, in rows.
GAP = 0.3
ROUGH_LABEL = "rough figure"
NOT_GIVEN = "\u2013"


class Row(NamedTuple):
    """A row: its place, its label, how many people, its number, and the ends of its interval."""

    place: float
    label: str
    people: str
    percent: float
    printed: str
    low: float
    high: float


def dot_lines(rows: pd.DataFrame) -> float:
    """Return how many lines of text high a chart of these rows is, for planning a page."""
    rough = lines_of(str(rows.iloc[0].get("rough_label", ROUGH_LABEL)))
    last = [row for group in groups_of(rows).values() for row in group][-1]
    return float(last.place) + tall_of(rows) / 2 + 0.05 + (rough + 1) / 2 + 0.6


def lines_of(text: str) -> int:
    """Count the lines of a label."""
    return text.count("\n") + 1


def tall_of(rows: pd.DataFrame) -> int:
    """Return how many lines a row needs."""
    return max(lines_of(str(label)) for label in rows["label"])


def checked(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows given, or those of bone, checked; raise DataError with every reason why not."""
    if data is None:
        data = study_rows("bone")
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame such as hv.study_rows('bone'); got {type(data).__name__}.")
    missing = [name for name in NEEDED if name not in data.columns]
    if missing:
        raise DataError(
            f"data must have the columns {', '.join(NEEDED)}; missing: {', '.join(missing)}. "
            "Start from hv.study_rows('bone') and keep its columns."
        )
    problems = list(_problems(data))
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return data


def _problems(data: pd.DataFrame) -> Any:
    if not data["percent"].notna().any():
        yield "no row has a percent, so there is nothing to draw"
        return
    for column, why in (
        ("site", "one chart shows one site"),
        ("denominator", "an axis shows percentages of one group"),
        ("rough_pct", "one chart shows one rough figure"),
    ):
        found = [str(v) for v in data[column].dropna().unique()]
        if len(found) != 1:
            yield f"column {column}: {why}; got {len(found)}: {', '.join(found)}. Filter the rows first"
    for index, value in data["percent"].items():
        number = pd.to_numeric(value, errors="coerce")
        if pd.notna(value) and not 0 <= number <= 100:
            yield f"row {index}, column percent: must be a number from 0 to 100; got {value!r}"
    for column in ("moment_group", "label"):
        if data[column].isna().any():
            yield f"column {column}: must be filled; a figure without it misleads"


def groups_of(rows: pd.DataFrame) -> dict[str, list[Row]]:
    """Place the rows by moment: groups in the order in which they first stand, a gap between them."""
    groups = {}
    tall = tall_of(rows)
    rough = lines_of(str(rows.iloc[0].get("rough_label", ROUGH_LABEL)))
    place = (rough + tall) / 2 + GAP
    for moment, members in rows.groupby(rows["moment_group"].astype(str), sort=False):
        placed = []
        for row in members.itertuples():
            blank = float("nan")
            ends = [
                blank if pd.isna(v) else float(v) for v in (getattr(row, "low", blank), getattr(row, "high", blank))
            ]
            percent = blank if pd.isna(row.percent) else float(row.percent)
            printed = NOT_GIVEN if pd.isna(row.percent) else str(row.printed)
            placed.append(Row(place, str(row.label), str(row.people), percent, printed, *ends))
            place += tall
        groups[str(moment)] = placed
        place += GAP
    return groups
