"""A grid of claims in few words: what is asked in the rows, who answers in the columns, a tile for each answer."""

from __future__ import annotations

import itertools
import math
from functools import partial
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from her2viz.charts.axes import Panel
from her2viz.charts.claims.glyphs import GLYPHS, Box, draw_glyph, draw_sheet
from her2viz.charts.claims.grid_layout import LEAD, Plan, Row, fit, glyph_height
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["MARKS", "claim_grid", "grid_height"]

#: What a cell may show: an answer on a tile, the outline of a tile that nobody fills, or nothing at all.
MARKS = ("given", "empty", "none")
_NEEDED = ("row", "column", "mark", "words")
_OPTIONAL = ("row_note", "column_note", "column_glyph", "sheet", "gap_words")


def claim_grid(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw what is said of what, in few words: a tile where something is said, an empty outline where nothing is.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a cell, rows and columns in the order in which they first stand. Columns: ``row`` and ``column`` (their
        labels), ``mark`` ("given" for words on a tile, "empty" for the outline of a tile, "none" for neither) and
        ``words`` (of a tile). Optional: ``row_note`` and ``column_note`` (below the labels), ``column_glyph`` (a
        small drawing with them), ``sheet`` (columns of the same one lie on one sheet of paper),
        ``strong`` (whether a row is drawn taller, with firmer outlines) and ``gap_words`` (written in empty cells,
        lines after the first smaller; those side by side on one sheet that have the same share one outline).

    Raises
    ------
    DataError
        If columns are missing, a cell is missing or stands twice, or a tile has no words; all are listed.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def grid_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height that a grid takes at its ease, in inches, at a width in inches and the type in force."""
    return fit(_checked(data), width, math.inf, measure).height


def _checked(data: pd.DataFrame) -> pd.DataFrame:
    advice = "Make a row of it for each row and column of the grid, those where nothing is said included."
    data = needed_columns(data, _NEEDED, such_as="with a row a cell", advice=advice)
    cells = data.assign(
        **{n: data[n].astype(object).where(data[n].notna(), "").astype(str) for n in _NEEDED},
        **{n: data[n].astype(object).where(data[n].notna(), "").astype(str) if n in data else "" for n in _OPTIONAL},
        strong=data["strong"].astype(bool) if "strong" in data else False,
    )[[*_NEEDED, *_OPTIONAL, "strong"]]
    problems = list(_problems(cells))
    if problems:
        raise DataError("These cells can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return cells


def _problems(cells: pd.DataFrame) -> Any:
    for name, allowed in (("mark", MARKS), ("column_glyph", ("", *GLYPHS))):
        wrong = sorted(set(cells[name]) - set(allowed))
        if wrong:
            yield f"column {name}: must be one of {', '.join(allowed)}; got {', '.join(map(repr, wrong))}"
    for name in ("row", "column"):
        if (cells[name].str.strip() == "").any():
            yield f"column {name}: must be filled; a tile without it says nothing"
    blank = cells[(cells["mark"] == "given") != (cells["words"].str.strip() != "")]
    if len(blank):
        named = ", ".join(f"{c.row} / {c.column}" for c in blank.itertuples())
        yield f"words stand on the tiles of 'given' cells, and there alone; wrong: {named}"
    again = cells[cells.duplicated(["row", "column"])]
    twice = list(dict.fromkeys(f"{c.row} / {c.column}" for c in again.itertuples()))
    rows, columns = cells["row"].nunique(), cells["column"].nunique()
    if twice:
        yield f"each cell once; twice: {', '.join(twice)}"
    elif rows * columns != len(cells):
        yield f"{rows} rows and {columns} columns make {rows * columns} cells; got {len(cells)}"


def _draw(cells: pd.DataFrame, panel: Panel) -> None:
    panel.in_inches()
    plan = fit(cells, panel.width, panel.height, panel.measure)
    if plan.height > 1.01 * panel.height or not plan.fits:
        panel.lacking.append("all the words")
    for sheet in plan.sheets(panel.em):
        draw_sheet(panel, sheet)
    _draw_head(panel, plan)
    _draw_rows(panel, plan)


def _draw_head(panel: Panel, plan: Plan) -> None:
    bottom = plan.head - 0.32 * panel.em
    deepest = max(len(c.notes) for c in plan.columns) * LEAD * _small() / 72
    for column in plan.columns:
        middle, names = column.left + column.width / 2, len(column.lines) * LEAD * panel.em
        top = bottom - deepest - names
        if column.glyph:
            tall = glyph_height(column.glyph) * panel.em
            centre = bottom - tall / 2 if tall > names + deepest else (top + bottom) / 2
            top = centre - (names + deepest) / 2
            widths = [panel.measure.width(line, panel.points, "bold") for line in column.lines]
            words = max(widths + [panel.measure.width(line, _small()) for line in column.notes])
            left = middle - (words + tall) / 2 - 0.15 * panel.em
            draw_glyph(panel, column.glyph, Box(left, centre - tall / 2, tall, tall))
            middle = left + tall + 0.3 * panel.em + words / 2
        _write(panel, middle, top, column.lines, weight="bold")
        _write(panel, middle, top + names, column.notes, size=_small(), color=panel.colours.muted)


def _draw_rows(panel: Panel, plan: Plan) -> None:
    for row in plan.rows:
        text, notes = len(row.lines) * LEAD * panel.em, len(row.notes) * LEAD * _small() / 72
        top = row.top + (row.height - text - notes) / 2
        _write(panel, 0, top, row.lines, weight="bold", ha="left")
        _write(panel, 0, top + text, row.notes, size=_small(), color=panel.colours.muted, ha="left")
        for column in plan.columns:
            mark, lines = row.cells[column.name]
            place = plan.tile(row, column)
            if mark == "none" or column.name in row.gaps:
                continue
            _tile(panel, place, mark, f"{row.name} / {column.name}", strong=row.strong)
            tall = len(lines) * LEAD * plan.points / 72
            x, y = place.middle
            _write(panel, x, y - tall / 2, lines, size=plan.points, weight=plan.weight)
        _draw_gaps(panel, plan, row)


def _draw_gaps(panel: Panel, plan: Plan, row: Row) -> None:
    """Draw empty cells side by side that have the same words in one outline."""
    for (words, _), columns in itertools.groupby(plan.columns, key=lambda c: (row.gaps.get(c.name, ""), c.sheet)):
        if not words:
            continue
        first, *others = columns
        last = others[-1] if others else first
        place = Box(first.left, row.top, last.left + last.width - first.left, row.height)
        names = " / ".join([row.name, first.name, *(column.name for column in others)])
        _tile(panel, place, "empty", names, strong=row.strong)
        size, weight = (heading_type(), "bold") if row.strong else (min(plan.points, panel.points), "normal")
        colour = panel.colours.ink if row.strong else panel.colours.muted
        x, y = place.middle
        first_line, *rest = words.split("\n")
        top = y - LEAD * (size + len(rest) * _small()) / 144
        _write(panel, x, top, [first_line], size=size, weight=weight, color=colour)
        _write(panel, x, top + LEAD * size / 72, rest, size=_small(), color=panel.colours.muted)
        widths = [panel.measure.width(first_line, size, weight)] + [panel.measure.width(r, _small()) for r in rest]
        if max(widths) > place.width:
            panel.lacking.append(repr(words))


def _tile(panel: Panel, place: Box, mark: str, label: str, *, strong: bool) -> None:
    look = panel.colours
    how: dict[str, Any] = (
        {"facecolor": look.rough, "edgecolor": look.accent, "lw": panel.line}
        if mark == "given"
        else {
            "facecolor": look.paper,
            "edgecolor": look.outline,
            "lw": (1.9 if strong else 1.1) * panel.line,
            "linestyle": (0, (3, 2)),
        }
    )
    rounding = f"round,pad=0,rounding_size={0.28 * panel.em}"
    panel.ax.add_artist(
        FancyBboxPatch(place[:2], place.width, place.height, boxstyle=rounding, label=label, gid=mark, zorder=1, **how)
    )


def _small() -> float:
    return min(small_type(), float(mpl.rcParams["font.size"]))


def _write(panel: Panel, x: float, top: float, lines: list[str], **font: Any) -> None:
    """Write lines downwards from a height, in inches."""
    how: dict[str, Any] = {"ha": "center", "va": "baseline", "size": panel.points, "color": panel.colours.ink, **font}
    step = LEAD * how["size"] / 72
    for n, line in enumerate(lines):
        panel.ax.text(x, top + step * (n + 0.76), line, zorder=3, in_layout=False, parse_math=False, **how)
