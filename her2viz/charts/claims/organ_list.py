"""One organ and, beside it, what pages list: on one card what several list, with pips, on another what one lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.anatomy.drawing import alike, organ_icon
from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.claims.setting import card, label_type, pips, pips_width, rule, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, heading_type, small_type

__all__ = ["organ_list", "organ_list_height"]

_SHARES = (0.255, 0.415, 0.33)  # of the width: organ, what several list, what one lists
_GAP, _PAD = 0.5, 0.5  # between cards, and inside one, in sizes of small type
_TYPE = 0.92  # of a symptom, in sizes of headings
_BESIDE = 0.45  # between pips and words, in type sizes
_FRAME, _LEAST = 0.8, 0.4  # the height of the organ's frame, of the width of its card, and the least
_EDGE = 1.35  # of an organ, in widths of lines
_EASE = 0.45  # between rows and between pages where the height is free, in type sizes
_APART, _FAR = 1.5, 2.2  # between pages and between rows at most, in type sizes
_MOST = 2  # lines of a symptom
_SINGLE = "one page"

Notes = Sequence[tuple[str, str]]
Lines = tuple[str, ...]


@dataclass(frozen=True)
class _Row:
    """A symptom in lines, what a page adds to it in lines, and how many pages list it."""

    lines: Lines
    adds: Lines
    pages: int


@dataclass(frozen=True)
class _Plan:
    """What stands on the three cards, in lines, and how tall it is on each without a gap, in inches."""

    points: float
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    rows: tuple[_Row, ...]
    notes: tuple[tuple[Lines, Lines], ...]
    pages: tuple[tuple[str, Lines], ...]
    heights: tuple[float, float, float]

    @property
    def height(self) -> float:
        """The least height of the cards."""
        return max(self.heights) + 2 * _pad()

    @property
    def lines(self) -> int:
        """The most lines of a symptom."""
        return max((len(row.lines) for row in self.rows), default=0)


def organ_list(data: pd.DataFrame, *, notes: Notes = (), ax: Axes | None = None) -> Axes:
    """Draw what pages list for one site.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a symptom and page that lists it, in the order drawn: ``site``, ``symptom``, ``short_name`` (of the
        page), ``pages`` (how many list it), ``of_pages`` (how many there are) and ``adds`` (drawn below a symptom
        that several list, and before what one lists).
    notes : sequence of tuple of str
        A heading and a text each. The first stands below the organ, the others below what several pages list.
    ax : matplotlib.axes.Axes, optional
        Where to draw.
    """
    return draw_on(ax, partial(_draw, data, notes))


def organ_list_height(data: pd.DataFrame, notes: Notes, width: float, measure: Measure) -> float:
    """Return the height that the list takes at its ease, in inches, at a width in inches."""
    plan = _plan(data, notes, width, measure, _TYPE * heading_type())
    first, second, third = plan.heights
    second += _EASE * plan.points / 72 * (len(plan.rows) - 1)
    third += _EASE * small_type() / 72 * len(plan.pages)
    return max(first + (_FRAME - _LEAST) * plan.widths[0], second, third) + 2 * _pad()


def _draw(data: pd.DataFrame, notes: Notes, panel: Panel) -> None:
    plan = _largest(data, notes, panel)
    if plan.height > 1.01 * panel.height:
        panel.lacking.append("all the rows")
    panel.in_inches()
    for n in range(3 if plan.pages else 2):
        card(panel, (plan.lefts[n], 0, plan.widths[n], panel.height))
    site, of = str(data["site"].iloc[0]), int(data["of_pages"].iloc[0])
    _draw_organ(panel, plan, site)
    _draw_rows(panel, plan, site, of)
    if plan.pages:
        _draw_pages(panel, plan, of)


def _draw_organ(panel: Panel, plan: _Plan, site: str) -> None:
    pad, wide = _pad(), plan.widths[0] - 2 * _pad()
    foot = panel.height - pad - sum(map(_note_height, plan.notes[:1]))
    tall = min(_FRAME * plan.widths[0], foot - 2 * pad)
    on_card = replace(panel.colours, paper=panel.colours.card)
    place = alike(site, (plan.lefts[0] + pad, pad, wide, tall))
    organ_icon(panel.ax, site, place, look=on_card, line=_EDGE * panel.line)
    for note in plan.notes[:1]:
        _write_note(panel, plan.lefts[0] + pad, foot, note)


def _draw_rows(panel: Panel, plan: _Plan, site: str, of: int) -> None:
    pad, em, below = _pad(), plan.points / 72, plan.notes[1:]
    gaps = len(plan.rows) - 1 + len(below)
    gap = (panel.height - 2 * pad - plan.heights[1]) / max(1, gaps)
    gap = gap if below else min(gap, max(_FAR * em, gap * gaps / (gaps + 1)))
    left, top = plan.lefts[1] + pad, pad
    x = left + pips_width(of, plan.points) + _BESIDE * em
    for row in plan.rows:
        pips(panel, left, top, plan.points, filled=row.pages, of=of, label=f"{site}: {' '.join(row.lines)}")
        end = write_lines(panel, x, top, row.lines, plan.points)
        top = write_lines(panel, x, end, row.adds, small_type(), muted=True) + gap
    for note in below:
        rule(panel, left, plan.lefts[1] + plan.widths[1] - pad, top)
        top = _write_note(panel, left, top + pad, note) + gap


def _draw_pages(panel: Panel, plan: _Plan, of: int) -> None:
    pad, small = _pad(), small_type()
    gap = min((panel.height - 2 * pad - plan.heights[2]) / len(plan.pages), _APART * small / 72)
    left = plan.lefts[2] + pad
    pips(panel, left, pad, plan.points, filled=1, of=of, label=_SINGLE)
    x = left + pips_width(of, plan.points) + _BESIDE * plan.points / 72
    top = write_lines(panel, x, pad, [_SINGLE], plan.points) + gap
    for page, lines in plan.pages:
        top = write_lines(panel, left, top, [page], small, bold=True)
        top = write_lines(panel, left, top, lines, small) + gap


def _write_note(panel: Panel, x: float, top: float, note: tuple[Lines, Lines]) -> float:
    heading, text = note
    return write_lines(panel, x, write_lines(panel, x, top, heading, small_type(), bold=True), text, small_type())


def _note_height(note: tuple[Lines, Lines]) -> float:
    return Measure.height(len(note[0]) + len(note[1]), small_type())


def _pad() -> float:
    return _PAD * small_type() / 72


def _largest(data: pd.DataFrame, notes: Notes, panel: Panel) -> _Plan:
    """Return the plan with the largest type that has room and breaks no symptom into too many lines."""
    sizes = (_TYPE * heading_type(), label_type(), small_type())
    for points in sizes:
        plan = _plan(data, notes, panel.width, panel.measure, max(points, sizes[-1]))
        if plan.height <= panel.height + 1e-6 and plan.lines <= _MOST:
            break
    return plan


def _plan(data: pd.DataFrame, notes: Notes, width: float, measure: Measure, points: float) -> _Plan:
    em, small, gap, pad = points / 72, small_type(), _GAP * small_type() / 72, _pad()
    widths = tuple(share * (width - 2 * gap) for share in _SHARES)
    lefts = (0.0, widths[0] + gap, widths[0] + widths[1] + 2 * gap)
    inner = [wide - 2 * pad for wide in widths]
    beside = inner[1] - pips_width(int(data["of_pages"].iloc[0]), points) - _BESIDE * em

    def lines(text: str, room: float, weight: str = "normal") -> Lines:
        return tuple(measure.lines(text, room, small, weight))

    def details(text: str) -> Lines:
        """Break a text into lines, the page in brackets below it where one line is too short."""
        parts = [text] if measure.width(text, small) <= beside else text.replace(" (", "\n(").split("\n")
        return tuple(line for part in parts for line in balanced(measure, part, beside, small))

    rows = tuple(
        _Row(tuple(balanced(measure, r.symptom, beside, points)), details(r.adds), int(r.pages))
        for r in data[data["pages"] > 1].drop_duplicates("symptom").itertuples()
    )
    pages = tuple(
        (str(name), lines(_joined(part), inner[2]))
        for name, part in data[data["pages"] == 1].groupby("short_name", sort=False)
    )
    set_notes = tuple(
        (lines(heading, inner[min(n, 1)], "bold"), lines(text, inner[min(n, 1)]))
        for n, (heading, text) in enumerate(notes)
    )
    heights = (
        _LEAST * widths[0] + sum(2 * pad + _note_height(note) for note in set_notes[:1]),
        sum(Measure.height(len(row.lines), points) + Measure.height(len(row.adds), small) for row in rows)
        + sum(pad + _note_height(note) for note in set_notes[1:]),
        Measure.height(1, points) + sum(Measure.height(1 + len(text), small) for _, text in pages) if pages else 0.0,
    )
    return _Plan(points, lefts, widths, rows, set_notes, pages, heights)


def _joined(part: pd.DataFrame) -> str:
    """Join what one page alone lists, and after it what it lists with something added."""
    plain = ", ".join(part.loc[part["adds"] == "", "symptom"])
    return "; ".join(
        [*([plain] if plain else []), *(f"{r.adds}: {r.symptom}" for r in part[part["adds"] != ""].itertuples())]
    )
