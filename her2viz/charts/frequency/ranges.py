"""What four figures allow: ranges on an outlined whole of 100, and possible worlds of 100 circles."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frequency.bars import THICKNESS, outlined_rows
from her2viz.charts.frequency.icons import SIDE, circles
from her2viz.charts.typesetting import LEADING, small_type
from her2viz.dataset.origin import origin_of
from her2viz.errors import DataError

__all__ = ["overlap_ranges", "possible_world"]

_APART = 1.0  # between groups, in circles
_SHARE = 0.36  # of the width, for the circles
_LINE = 1.3  # of words, in type sizes
_GAP = 0.6  # between circles and words, in type sizes


def _checked(data: object, needed: tuple[str, ...], source: str) -> pd.DataFrame:
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame made by {source}; got {type(data).__name__}.")
    missing = [name for name in needed if name not in data.columns]
    if missing:
        raise DataError(f"data must have the columns {', '.join(needed)}; missing: {', '.join(missing)}. See {source}.")
    if data.empty:
        raise DataError(f"data has no row, so there is nothing to draw. See {source}.")
    populations = data["population"].astype(str).unique()
    if len(populations) > 1:
        raise DataError(
            f"column population: one chart shows one population; got {len(populations)}: {'; '.join(populations)}. "
            "Draw one chart for each, filtering the rows first."
        )
    return data


def overlap_ranges(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw a range a row, from the fewest to the most of 100 people that the figures allow.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement: ``what``, ``low`` and ``high`` of 100, ``population``, and ``remark`` (words beside the
        range, may be empty). ``hv.figure("overlap-bounds").data`` is one.

    Raises
    ------
    DataError
        If columns or rows are missing, a range leaves 0 to 100 or runs backwards, or populations are mixed.
    """
    rows = _checked(data, ("what", "low", "high", "remark", "population"), 'hv.figure("overlap-bounds").data')
    for row in rows.itertuples():
        if not 0 <= row.low <= row.high <= 100:
            raise DataError(
                f"{row.what}: low and high must be numbers from 0 to 100, low first; got {row.low}, {row.high}."
            )
    return draw_on(ax, partial(_draw_ranges, rows))


def _draw_ranges(rows: pd.DataFrame, panel: Panel) -> None:
    ax, look = panel.ax, panel.colours
    low, high = rows["low"].astype(float), rows["high"].astype(float)
    ax.barh(range(len(rows)), high - low, THICKNESS, left=low, color=look.accent, gid="range")
    outlined_rows(panel, rows["what"].tolist())
    own = origin_of(rows).own
    panel.write_below(phrases.reference_class(rows, start="of"), half_page=own)
    font: dict[str, Any] = {"va": "center_baseline", "parse_math": False, "textcoords": "offset fontsize"}
    for place, row in enumerate(rows.itertuples()):
        words = f"{row.low:g} to {row.high:g} in 100"
        if row.high > 60 and not own:
            # the number stands where the whole has room: after the range, else before it or inside
            before = row.low >= 40
            start, colour = (row.low, look.ink) if before else (row.high, look.paper)
            ax.annotate(words, (start, place), xytext=(-0.4, 0), ha="right", weight="bold", color=colour, **font)
            continue
        end = 100 if own else row.high  # someone's own may have many rows, too thin to write on
        text = ax.annotate(words, (end, place), xytext=(0.4, 0), color=look.ink, weight="bold", **font)
        if row.remark and not own:
            end = ax.transData.inverted().transform((text.get_window_extent().x1, 0))[0]
            ax.annotate(row.remark, (end, place), xytext=(0.5, 0), color=look.muted, **font)


def possible_world(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw one possible world: 100 circles in groups, by how many of the sites a person has.

    A circle is filled where a person has two or more of the sites, open with a dark edge with one, and open with a
    light edge with none.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a group: ``world`` (its name, the same in all rows), ``number_of_sites``, ``people`` (whole numbers
        that add up to 100), ``label`` (what they have), ``made_of`` (words below it, may be empty) and ``population``.

    Raises
    ------
    DataError
        If columns or rows are missing, there are two worlds or populations, or the groups do not add up to 100.

    Notes
    -----
    A possible world is made up. It agrees with the figures; nothing says that it is so.
    """
    source = 'hv.figure("overlap-worlds").data'
    needed = ("world", "number_of_sites", "people", "label", "made_of", "population")
    rows = _checked(data, needed, source)
    worlds = rows["world"].unique()
    if len(worlds) > 1:
        raise DataError(f"column world: one chart shows one world; got {len(worlds)}. Filter the rows first.")
    people = rows["people"].tolist()
    if sum(people) != 100 or any(n != int(n) or n < 1 for n in people):
        raise DataError(f"column people: whole numbers from 1 that add up to 100; got {people}. See {source}.")
    return draw_on(ax, partial(_draw_world, rows))


def _draw_world(rows: pd.DataFrame, panel: Panel) -> None:
    ax, look, em, measure, points, small = (
        panel.ax,
        panel.colours,
        panel.em,
        panel.measure,
        panel.points,
        small_type(),
    )
    width, height = panel.width, panel.height
    lines = [-(-int(n) // SIDE) for n in rows["people"]]
    head = 1.8 * em
    widest = max(measure.width(f"{n} in 100", points, "bold") for n in rows["people"].tolist()) + 0.4 * em
    widest += max(measure.width(what, points) for what in rows["label"])
    usual = min(width * _SHARE / SIDE, (height - head) / (SIDE + 2 * _APART))  # alike in most worlds
    own = origin_of(rows).own
    line = _LINE * em if own else 0.0  # someone's own may have many small groups, and each has a line of words
    circle = max(0.05, min(usual, _largest(lines, line, height - head), (width - _GAP * em - widest) / SIDE))
    ax.set_xlim(0, width / circle)
    ax.set_ylim((height - head) / circle, -head / circle)
    ax.set_aspect("equal", anchor="NW")
    panel.bare()
    panel.write_below(phrases.reference_class(rows, start="of"), loc="left")

    def write(x: float, y: float, text: str, **font: Any) -> None:
        drawn = ax.text(x, y, text, parse_math=False, clip_on=False, **{"color": look.ink, **font})
        drawn.set_in_layout(False)  # a layout engine would give up the circles for it

    write(0, -0.75 * em / circle, str(rows["world"].iloc[0]), weight="bold")
    top, left = 0.0, SIDE + _GAP * em / circle
    for row, n_lines in zip(rows.itertuples(), lines, strict=True):
        n, sites = int(row.people), int(row.number_of_sites)
        places = [(i % SIDE + 0.5, top + i // SIDE + 0.5) for i in range(n)]
        face = look.accent if sites > 1 else look.paper
        edge = look.accent if sites else look.outline
        circles(panel, places, [face] * n, [edge] * n, label=row.label, gid="world", widths=[1.5 if sites == 1 else 1.0] * n)
        level = top + 0.5
        write(left, level, f"{n} in 100", weight="bold", va="center_baseline")
        beside = left + (measure.width(f"{n} in 100", points, "bold") + 0.4 * em) / circle
        write(beside, level, row.label, va="center_baseline")
        room = int(((n_lines + _APART - 0.5) * circle / em - 0.6) / LEADING)  # for lines below the first

        def fits(text: str) -> bool:
            return bool(measure.width(text, small) <= width - left * circle)

        parts = _lines(str(row.made_of), fits)
        for part in parts if len(parts) <= room and (not own or all(map(fits, parts))) else []:
            level += LEADING * em / circle
            write(left, level, part, va="center_baseline", color=look.muted, size=small)
        top += max(n_lines + _APART, line / circle)


def _largest(lines: list[int], line: float, height: float) -> float:
    """Return how large circles may be for groups of so many lines each, a group no lower than a line of words."""
    circle = height / (sum(lines) + _APART * (len(lines) - 1))
    while line and circle > 0.05:
        if sum(max((n + _APART) * circle, line) for n in lines[:-1]) + max(lines[-1] * circle, line) <= height:
            break
        circle *= 0.98
    return circle


def _lines(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Break a list after commas only."""
    lines: list[str] = []
    for part in text.split(", ") if text else []:
        if lines and fits(f"{lines[-1]}, {part}"):
            lines[-1] += f", {part}"
        else:
            lines = [*lines[:-1], f"{lines[-1]},", part] if lines else [part]
    return lines
