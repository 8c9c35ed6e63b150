"""The rows of a chart of study dots: checked for what would mislead, and placed in groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from her2viz.charts.frames import needed_columns, number_of, unwritable
from her2viz.derived.published import study_rows
from her2viz.errors import DataError

__all__ = [
    "LINE",
    "NEEDED",
    "NOT_GIVEN",
    "TOP",
    "Group",
    "Row",
    "bottom_of",
    "checked",
    "dot_lines",
    "groups_of",
    "rough_label",
]

NEEDED = ("site", "site_label", "denominator", "moment_group", "label", "people", "percent", "printed", "rough_pct")
_WORDS = (
    "site_label",
    "moment_group",
    "label",
    "whom",
    "under",
    "country",
    "people",
    "printed",
    "mark",
    "qualifier",
    "group",
)
#: What a row is made of.
_READ = ("label", "strong", "whom", "country", "people", "under", "percent", "printed", "mark", "low", "high")
#: A row, in sizes of small type.
LINE = 1.2
#: The place of the names of the sites, in rows; that of the rough figure is 0.
TOP = -1.1
#: From the rough figure, or the edge of the last row of a group, to a heading; from there to the edge of a row; and up
#: to the rule.
_BELOW_ROUGH, _ABOVE_HEADING, _BELOW_HEADING, _RULE = 1.3, 0.75, 0.45, 0.62
#: The height of a row that has a second line of words.
_TWO_LINES = 2.15
_ROUGH_LABEL = "Rough figure"
NOT_GIVEN = "Blank: not given."
_NO_MOMENT = "not stated"


class Row(NamedTuple):
    """A row: its place, its words left of the axis, whether they stand out, its number with a mark, its interval."""

    place: float
    label: str
    strong: bool
    whom: str
    under: str
    percent: float
    printed: str
    mark: str
    low: float
    high: float


class Group(NamedTuple):
    """Some rows under a heading, with the place of the heading and of the rule above it."""

    place: float
    rule: float
    heading: str
    rows: list[Row]


def checked(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows given, or those of bone, checked; raise DataError with every reason why not."""
    if data is None:
        data = study_rows("bone")
    advice = "Start from hv.study_rows('bone') and keep its columns."
    data = needed_columns(data, NEEDED, such_as="such as hv.study_rows('bone')", advice=advice)
    problems = [*_problems(data), *unwritable(data, _WORDS)]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return data


def _problems(data: pd.DataFrame) -> Iterator[str]:
    if not data["percent"].notna().any():
        yield "no row has a percent, so there is nothing to draw"
        return
    for column, why in (
        ("site", "one chart shows one site"),
        ("denominator", "an axis shows percentages of one group"),
        ("rough_pct", "one chart shows one rough figure"),
    ):
        found = list(dict.fromkeys(map(str, data[column].dropna())))
        if len(found) != 1:
            yield f"column {column}: {why}; got {len(found)}: {', '.join(found)}. Filter the rows first"
    if not 0 <= number_of(data["rough_pct"].iloc[0]) <= 100:
        rough = data["rough_pct"].iloc[0]
        yield f"column rough_pct: must be a number from 0 to 100, in the first row too; got {rough!r:.60}"
    yield from _of_intervals(data)
    for index, value, printed in zip(data.index, data["percent"], data["printed"], strict=True):
        if _is_missing(value):
            continue
        if not 0 <= number_of(value) <= 100:
            yield f"row {index}, column percent: must be a number from 0 to 100; got {value!r:.60}"
        elif number_of(printed) != number_of(value):
            yield f"row {index}, column printed: must be the number in percent, {value}; got {printed!r:.60}"
    for column in ("moment_group", "label"):
        if data[column].isna().any():
            yield f"column {column}: must be filled; a figure without it misleads"


def _is_missing(cell: object) -> bool:
    return bool(pd.api.types.is_scalar(cell) and pd.isna(cell))


def _of_intervals(data: pd.DataFrame) -> Iterator[str]:
    """Say which intervals do not hold the number that they are of."""
    if not {"low", "high"} <= set(data.columns):
        return
    for index, low, value, high in zip(data.index, data["low"], data["percent"], data["high"], strict=True):
        if _is_missing(value) or (_is_missing(low) and _is_missing(high)):
            continue
        if not 0 <= number_of(low) <= number_of(value) <= number_of(high) <= 100:
            yield (
                f"row {index}, columns low and high: must be two numbers from 0 to 100 with percent, {value!r:.60}, "
                f"between them; got {low!r:.60} and {high!r:.60}"
            )


def groups_of(rows: pd.DataFrame) -> list[Group]:
    """Place the rows in groups, by moment or by the column ``group``, in the order in which they first stand."""
    names = rows.get("group", rows["moment_group"]).astype(str)
    rows = rows[[name for name in _READ if name in rows]]  # a tuple a row takes a time for each column
    tall = _tall(rows)
    groups, place = [], _BELOW_ROUGH
    for name, members in rows.groupby(names, sort=False):
        first = place + _BELOW_HEADING + tall / 2
        placed = [_row(row, first + n * tall) for n, row in enumerate(members.itertuples())]
        groups.append(Group(place, place - _RULE, f"time {name}" if name == _NO_MOMENT else str(name), placed))
        place = placed[-1].place + tall / 2 + _ABOVE_HEADING
    return groups


def _tall(rows: pd.DataFrame) -> float:
    return _TWO_LINES if "under" in rows else 1.0


def _row(row: Any, place: float) -> Row:
    return Row(
        place,
        _text(row, "label"),
        bool(getattr(row, "strong", True)),
        _text(row, "whom")
        if hasattr(row, "whom")
        else ", ".join(filter(None, (_text(row, "country"), _text(row, "people")))),
        _text(row, "under"),
        _number(row, "percent"),
        str(row.printed),
        _text(row, "mark"),
        _number(row, "low"),
        _number(row, "high"),
    )


def _text(row: Any, name: str) -> str:
    value = getattr(row, name, None)
    return "" if pd.isna(value) else str(value)


def _number(row: Any, name: str) -> float:
    value = getattr(row, name, float("nan"))
    return float("nan") if pd.isna(value) else float(value)


def rough_label(rows: pd.DataFrame) -> list[str]:
    """Return the lines that say what the rough figure is; the last stands level with it."""
    first = rows.iloc[0]
    whom = first.get("rough_population")
    label = first.get("rough_label", f"{_ROUGH_LABEL}:\n{whom}" if isinstance(whom, str) else _ROUGH_LABEL)
    return str(label).split("\n")


def bottom_of(rows: pd.DataFrame, groups: list[Group]) -> float:
    """Return the place of the axis below the last row of the last group."""
    return groups[-1].rows[-1].place + _tall(rows) / 2 + 0.1


def dot_lines(rows: pd.DataFrame) -> float:
    """Return how many rows of text high a chart of these rows is, with its axis, for planning a page."""
    return bottom_of(rows, groups_of(rows)) - TOP + 0.65 + 1.2
