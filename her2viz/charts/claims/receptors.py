"""Drugs at what pages say they target: receptors on a cell, the cell itself, or nothing stated."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch, PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from her2viz.charts.anatomy import cells
from her2viz.charts.anatomy.shapes import Point, disc
from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, small_type
from her2viz.errors import DataError

__all__ = ["drug_targets", "targets_height"]

NEEDED = ("therapy", "brand", "target", "at", "heading")
#: What a line may lead to: a receptor, the cell, nothing.
PLACES = ("receptor", "cell", "")
_RECEPTORS = 14
_TALL = 0.2  # of a receptor, in radii of the cell
_ROW = 1.42  # from one drug to the next, in sizes of label type
_GAP = 0.9  # between two groups of drugs, in sizes of label type


class _Drug(NamedTuple):
    name: str
    brand: str


class _Group(NamedTuple):
    """Drugs with one heading, and what their lines lead to."""

    heading: str
    at: str
    drugs: tuple[_Drug, ...]


def drug_targets(data: pd.DataFrame, *, receptor: str, ax: Axes | None = None) -> Axes:
    """Draw a cell with a receptor all around it, and each drug: led to what it targets, or beside, where none is said.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a drug and group, in order: ``therapy``, ``brand`` (empty where there is none), ``at`` (what its line
        leads to: "receptor", "cell", or "" where no target is stated) and ``heading`` (of its group).
    receptor : str
        What the receptors are called.

    Raises
    ------
    DataError
        If columns are missing, a place is none of these, or there is no drug.

    Notes
    -----
    The claims are those of web pages (``data/treatments.csv``); the drawing is ours and shows no amount.
    """
    return draw_on(ax, partial(_draw, _checked(data), receptor))


def _checked(data: pd.DataFrame) -> list[_Group]:
    data = needed_columns(data, NEEDED)
    unknown = sorted(set(map(str, data["at"])) - set(PLACES))
    if unknown:
        raise DataError(
            f"column at: must be one of {', '.join(map(repr, PLACES))}; got {', '.join(map(repr, unknown))}."
        )
    groups = [
        _Group(
            str(heading),
            str(at),
            tuple(_Drug(str(r.therapy), str(r.brand)) for r in rows.drop_duplicates("therapy").itertuples()),
        )
        for (heading, at), rows in data.groupby(["heading", "at"], sort=False)
    ]
    return groups


class _Plan(NamedTuple):
    """Where the columns stand, in inches: the middle of the cell and its radius, the names, and the card."""

    cell: Point
    radius: float
    names: float
    names_width: float
    card: float


def _plan(groups: Sequence[_Group], width: float, height: float, measure: Measure, label: float, small: float) -> _Plan:
    def widest(led: bool, points: float, with_brand: bool) -> float:
        drugs = [drug for group in groups if bool(group.at) == led for drug in group.drugs]
        return max((_drug_width(drug, measure, points, small, with_brand) for drug in drugs), default=0.0)

    em = label / 72
    beside = widest(False, small, True) + 1.3 * em if any(not group.at for group in groups) else 0.0
    names_width = widest(True, label, False) + 0.05 * em
    room = width - beside - names_width - 2.4 * em
    radius = min(room, height) / 2 / (1 + _TALL)
    names = width - beside - names_width - 0.8 * em
    return _Plan((room / 2, height / 2), radius, names, names_width, width - beside)


def targets_height(data: pd.DataFrame, width: float, measure: Measure, label: float, small: float) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    groups = _checked(data)
    plan = _plan(groups, width, width, measure, label, small)
    led = [group for group in groups if group.at]
    beside = [group for group in groups if not group.at]
    return max(
        _names_height(led, plan.names_width, measure, label, small),
        *(_card_height(group, width - plan.card, measure, label, small) for group in beside),
    )


def _names_height(groups: Sequence[_Group], room: float, measure: Measure, label: float, small: float) -> float:
    headings = sum(len(measure.lines(group.heading, room, small)) for group in groups)
    drugs = [drug for group in groups for drug in group.drugs]
    below = sum(_brand_below(drug, room, measure, label, small) for drug in drugs)
    lines = (headings + below) * LEADING * small + len(drugs) * _ROW * label
    return (lines + (len(groups) - 1) * _GAP * label) / 72


def _brand_below(drug: _Drug, room: float, measure: Measure, label: float, small: float) -> bool:
    """Whether the brand has no room beside the name."""
    return bool(drug.brand) and _drug_width(drug, measure, label, small) > room


def _card_height(group: _Group, width: float, measure: Measure, label: float, small: float) -> float:
    heading = len(measure.lines(group.heading, width - 1.2 * label / 72, small, "bold"))
    return (heading * LEADING * small + 0.5 * small + len(group.drugs) * 1.32 * small + 1.2 * label) / 72


def _drug_width(drug: _Drug, measure: Measure, points: float, small: float, with_brand: bool = True) -> float:
    brand = f"({drug.brand})" if drug.brand and with_brand else ""
    return measure.width(drug.name, points, "bold") + (measure.width(brand, small) + 0.3 * points / 72 if brand else 0)


def _draw(groups: Sequence[_Group], receptor: str, panel: Panel) -> None:
    panel.in_inches()
    label, small = panel.points, small_type()
    plan = _plan(groups, panel.width, panel.height, panel.measure, label, small)
    led = [group for group in groups if group.at]
    tall = _names_height(led, plan.names_width, panel.measure, label, small)
    if plan.radius < 3 * label / 72 or tall > panel.height + 0.01:
        panel.lacking.append("the cell and the names of the drugs")
        return
    angles = _cell(panel, plan, receptor)
    starts = _write_names(panel, plan, led, (panel.height - tall) / 2)
    _lead(panel, plan, led, starts, angles)
    for group in groups:
        if not group.at:
            _write_card(panel, plan, group)


def _shape(panel: Panel, path: Path, layer: float, gid: str, **how: Any) -> None:
    how = {"facecolor": "none", "joinstyle": "round", "capstyle": "round", "clip_on": False, **how}
    panel.ax.add_patch(PathPatch(path, zorder=layer, gid=gid, **how))


def _cell(panel: Panel, plan: _Plan, receptor: str) -> list[float]:
    """Draw the cell with its receptors; return their angles, from the top down on the side of the names."""
    look, line, radius = panel.colours, max(0.7, 1.1 * panel.line), plan.radius
    (x, y) = plan.cell
    upright = Affine2D().scale(1, -1).translate(x, y)
    _shape(panel, disc(x, y, radius), 1, "card", facecolor=look.card, lw=0)
    for share in (1.0, 0.95):
        _shape(panel, disc(x, y, share * radius), 2, "body", edgecolor=look.outline, lw=line)
    _shape(panel, disc(x - 0.22 * radius, y, 0.36 * radius), 2, "body", edgecolor=look.outline, lw=line)
    _shape(panel, disc(x - 0.3 * radius, y, 0.1 * radius), 2, "body", facecolor=look.outline, lw=0)
    angles = [180 / _RECEPTORS + n * 360 / _RECEPTORS for n in range(_RECEPTORS)]
    for angle in angles:
        parts, _ = cells.receptor(0, 0, radius, angle, _TALL * radius)
        for part in parts:
            path = upright.transform_path(part)
            _shape(panel, path, 3, "receptor", facecolor=look.rough, edgecolor=look.accent, lw=0.8 * line)
    top = max(0.0, y - (1 + _TALL) * radius) + 0.8 * panel.em
    panel.write(0, top, receptor, size=panel.points, weight="bold")
    dx, dy = cells.on_edge((1 + 0.7 * _TALL) * radius, next(angle for angle in angles if angle > 100))
    name = panel.measure.width(receptor, panel.points, "bold")
    lead = Path([(name + 0.3 * panel.em, top - 0.33 * panel.em), (x + dx, y - dy)])
    _shape(panel, lead, 2.5, "leader", edgecolor=look.outline, lw=1.2 * panel.line)
    return sorted((angle if angle < 180 else angle - 360 for angle in angles), reverse=True)


def _write_names(panel: Panel, plan: _Plan, groups: Sequence[_Group], top: float) -> list[list[float]]:
    """Write the headings and the drugs below them; return at what height each drug stands, group by group."""
    label, small, y, starts = panel.points, small_type(), top, []
    for number, group in enumerate(groups):
        y += _GAP * label / 72 * bool(number)
        for text in panel.measure.lines(group.heading, plan.names_width, small):
            panel.write(plan.names, y + 0.8 * small / 72, text, size=small)
            y += LEADING * small / 72
        heights = []
        for drug in group.drugs:
            below = _brand_below(drug, plan.names_width, panel.measure, label, small)
            _write_drug(
                panel, drug._replace(brand="" if below else drug.brand), plan.names, y + 1.05 * label / 72, label
            )
            heights.append(y + 0.75 * label / 72)
            y += _ROW * label / 72
            if below:
                look: dict[str, Any] = {"size": small, "color": panel.colours.muted}
                panel.write(plan.names, y + 0.65 * small / 72, f"({drug.brand})", **look)
                y += LEADING * small / 72
        starts.append(heights)
    return starts


def _write_drug(panel: Panel, drug: _Drug, x: float, y: float, points: float) -> None:
    panel.write(x, y, drug.name, size=points, weight="bold")
    if drug.brand:
        x += panel.measure.width(drug.name, points, "bold") + 0.3 * points / 72
        panel.write(x, y, f"({drug.brand})", size=small_type(), color=panel.colours.muted)


def _lead(
    panel: Panel, plan: _Plan, groups: Sequence[_Group], starts: Sequence[Sequence[float]], angles: Sequence[float]
) -> None:
    """Lead from each drug to its receptor, the uppermost first, or between two others into the cell."""
    free = [angle for angle in angles if angle < 70]
    used = 0
    for group, heights in zip(groups, starts, strict=True):
        for height in heights:
            bend = (plan.names - 1.1 * panel.em, height)
            if group.at == "receptor":
                x, y = cells.receptor(0, 0, plan.radius, free[used], _TALL * plan.radius)[1]
                end = (plan.cell[0] + x, plan.cell[1] - y)
                used += 1
            else:
                end = _inside(plan, bend, free[used - 1 :])
            _leader(panel, [(plan.names - 0.3 * panel.em, height), bend, end])


def _inside(plan: _Plan, bend: Point, angles: Sequence[float]) -> Point:
    """Return where a straight line from a bend ends in the cell, between the two receptors that it best passes."""
    (x, y), ways = plan.cell, []
    for above, below in itertools.pairwise(angle for angle in angles if angle > -90):
        across, up = cells.on_edge(1.1 * plan.radius, (above + below) / 2)
        gap = (x + across, y - up)
        far = math.dist(gap, bend)
        along = ((bend[0] - gap[0]) / far, (bend[1] - gap[1]) / far)
        straight = (along[0] * across - along[1] * up) / math.hypot(across, up)
        ways.append((straight, (gap[0] - 0.45 * plan.radius * along[0], gap[1] - 0.45 * plan.radius * along[1])))
    return max(ways)[1]


def _leader(panel: Panel, line: Sequence[Point]) -> None:
    look, dot = panel.colours, 0.36 * panel.em
    _shape(panel, Path(line), 4, "leader", edgecolor=look.outline, lw=1.2 * panel.line)
    _shape(panel, disc(*line[-1], dot / 2), 5, "target", facecolor=look.accent, edgecolor=look.paper, lw=panel.line)


def _write_card(panel: Panel, plan: _Plan, group: _Group) -> None:
    label, small, look = panel.points, small_type(), panel.colours
    wide, pad = panel.width - plan.card, 0.6 * label / 72
    tall = _card_height(group, wide, panel.measure, label, small)
    if tall > panel.height + 0.01:
        panel.lacking.append(f"the drugs under {group.heading!r}")
    y = (panel.height - tall) / 2
    box = FancyBboxPatch(
        (plan.card, y),
        wide,
        tall,
        boxstyle=f"round,pad=0,rounding_size={0.35 * label / 72}",
        facecolor=look.card,
        lw=0,
        gid="card",
        zorder=0.5,
    )
    panel.ax.add_patch(box).set_clip_on(False)
    y += 0.6 * pad + 0.2 * pad
    for text in panel.measure.lines(group.heading, wide - 2 * pad, small, "bold"):
        panel.write(plan.card + pad, y + 0.8 * small / 72, text, size=small, weight="bold")
        y += LEADING * small / 72
    y += 0.5 * small / 72
    for drug in group.drugs:
        _write_drug(panel, drug, plan.card + pad, y + 0.9 * small / 72, small)
        y += 1.32 * small / 72
