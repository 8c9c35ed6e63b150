"""The rows that a chart of frequencies may draw, or an error that lists every reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.frames import needed_columns, number_of, unwritable
from her2viz.charts.typesetting import heading_type
from her2viz.dataset.loaders import load_sites
from her2viz.dataset.origin import is_own, origin_of
from her2viz.errors import DataError
from her2viz.files import shown
from her2viz.own.counts import circles_of, counted_words
from her2viz.own.grouped import groups_of

__all__ = [
    "NO_FIGURE",
    "Bar",
    "bars_of",
    "frequency_rows",
    "lead_type",
    "of_one_population",
    "refuse_pairs",
    "shown_rows",
]

#: What stands in place of a number that a row of someone's own does not have.
NO_FIGURE = "no figure"
_GROUPS = 2
NEEDED = ("site", "label", "frequency_pct", "qualifier", "population", "sites_overlap")


class Bar(NamedTuple):
    """One site to draw: its label, its number of 100, that in words, and the rest of the hundred in words.

    Nothing is said of the rest where the number is the end of a range, as in "at least 60". Someone's own may have no
    number, a group, and counts: in words, and as a number of circles that is rounded.
    """

    label: str
    value: float | None
    words: str
    rest: str
    group: str = ""
    counted: str = ""
    circles: int | None = None

    @property
    def with_counts(self) -> str:
        """The number of 100, and the counts that it is worked out from."""
        return f"{self.words} ({self.counted})" if self.counted else self.words


def frequency_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows that have a frequency, in the order given, checked for what would mislead.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        A table of sites with at least the columns of :data:`NEEDED`; the shipped one where None.

    Raises
    ------
    DataError
        If columns are missing, no row has a frequency, a frequency is not a number from 0 to 100, a site or a
        population is missing or stands twice, or the rows are about more than one population.
    """
    if data is None:
        data = load_sites()
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame such as hv.load_sites(); got {type(data).__name__}.")
    if not data.columns.is_unique:
        twice = dict.fromkeys(map(str, data.columns[data.columns.duplicated()]))
        raise DataError(f"data must have each column once; more than once: {', '.join(twice)}.")
    missing = [name for name in NEEDED if name not in data.columns]
    if missing:
        raise DataError(
            f"data must have the columns {', '.join(NEEDED)}; missing: {', '.join(missing)}. "
            "Start from hv.load_sites() and keep its columns."
        )
    rows = data[data["frequency_pct"].notna()]
    problems = [*_problems(rows), *unwritable(rows, ("label", "population", "qualifier"))]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    rows = rows.assign(frequency_pct=pd.to_numeric(rows["frequency_pct"]))
    rows.attrs = {}
    return rows


def shown_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    """Return the rows that a chart shows: of someone's own, those without a frequency too, so that none is lost.

    Raises
    ------
    DataError
        As :func:`frequency_rows`, and where a row without a frequency has no label or stands twice.
    """
    figured = frequency_rows(data)
    if data is None or not origin_of(data).own:
        return figured
    problems = [*_unlabelled(data, ("label",)), *_twice(data), *unwritable(data, ("label",))]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    rows = data.assign(frequency_pct=pd.to_numeric(data["frequency_pct"]))
    rows.attrs = {}
    return rows


def refuse_pairs(data: pd.DataFrame | None, name: str) -> None:
    """Refuse rows of two groups, which only bars show side by side.

    Raises
    ------
    DataError
        If the rows are someone's own and have a group.
    """
    if isinstance(data, pd.DataFrame) and data.columns.is_unique and (groups := groups_of(data)):
        raise DataError(
            f"{name} shows one group, and these rows are of {phrases.join(map(str, groups))}. Draw them with site-bars."
        )


def _problems(rows: pd.DataFrame) -> Iterator[str]:
    if rows.empty:
        yield "no row has a frequency_pct, so there is nothing to draw"
        return
    for index, row in rows.iterrows():
        value = number_of(row["frequency_pct"])
        if not 0 <= value <= 100:
            yield f"row {index}, column frequency_pct: must be a number from 0 to 100; got {row['frequency_pct']!r:.60}"
        yield from _unlabelled(rows.loc[[index]], ("label", "population"))
    if (groups := groups_of(rows)) and (len(groups) != _GROUPS or rows["group"].isna().any()):
        yield f"column group: must name two groups, one in each row; got {', '.join(map(str, groups))}"
        return
    yield from _twice(rows)
    for _, group in rows.groupby("group", sort=False) if groups_of(rows) else [("", rows)]:
        populations = group["population"].dropna().astype(str).unique()
        if len(populations) > 1:
            yield (
                f"column population: one chart shows one population; got {len(populations)}: "
                f"{'; '.join(map(shown, populations))}. Draw one chart for each, filtering the rows first"
            )


def _unlabelled(rows: pd.DataFrame, columns: tuple[str, ...]) -> Iterator[str]:
    for index, row in rows.iterrows():
        for name in columns:
            if not isinstance(row[name], str) or not row[name].strip():
                yield f"row {index}, column {name}: must be filled; a figure without it misleads"


def _twice(rows: pd.DataFrame) -> Iterator[str]:
    keys = ["site", "group"] if groups_of(rows) else ["site"]
    twice = dict.fromkeys(map(str, rows.loc[rows[keys].map(str).duplicated(), "site"]))
    if twice:
        yield f"column site: each site once; twice: {', '.join(map(shown, twice))}"


def of_one_population(data: pd.DataFrame, needed: tuple[str, ...], source: str) -> pd.DataFrame:
    """Return a frame that a figure has made, checked for its columns and for one population.

    Raises
    ------
    DataError
        If it is no frame, columns or rows are missing, or it is about more than one population.
    """
    data = needed_columns(data, needed, such_as=f"made by {source}", advice=f"See {source}.")
    populations = data["population"].astype(str).unique()
    if len(populations) > 1:
        raise DataError(
            f"column population: one chart shows one population; got {len(populations)}: {'; '.join(populations)}. "
            "Draw one chart for each, filtering the rows first."
        )
    return data


def bars_of(rows: pd.DataFrame) -> list[Bar]:
    """Turn checked rows into what is drawn, those of two groups pair by pair."""
    without, groups = origin_of(rows).thing.without, groups_of(rows)

    def bar(row: Any, counted: str | None, circles: int | None) -> Bar:
        group = str(row.group) if groups else ""
        if pd.isna(row.frequency_pct):
            return Bar(row.label, None, NO_FIGURE, "", group)
        value, hedge = float(row.frequency_pct), row.qualifier
        whole = not isinstance(hedge, str) or not hedge or phrases.is_rough(hedge)
        rest = f"{phrases.hedged(hedge, 100 - value)} {without}" if whole else ""
        return Bar(row.label, value, phrases.in_100(hedge, value), rest, group, counted or "", circles)

    counts = rows if is_own(rows) else rows[["site"]]  # further columns beside a document's numbers are not its counts
    bars = [bar(*cells) for cells in zip(rows.itertuples(), counted_words(counts), circles_of(counts), strict=True)]
    if not groups:
        return bars
    found = {(bar.label, bar.group): bar for bar in bars}
    labels = dict.fromkeys(bar.label for bar in bars)
    return [found.get((label, group), Bar(label, None, NO_FIGURE, "", group)) for label in labels for group in groups]


def lead_type(panel: Panel) -> float:
    """Return the size of names and numbers that lead, in points: larger on a page of the catalogue."""
    return heading_type() if panel.composed else panel.points
