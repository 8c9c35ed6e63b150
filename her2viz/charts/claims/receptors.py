"""Drugs at what pages say they target: receptors on a cell, the cell itself, or nothing stated."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from her2viz.charts.anatomy import cells
from her2viz.charts.anatomy.shapes import Point, disc
from her2viz.charts.axes import Panel
from her2viz.charts.claims.grid_layout import balanced
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["drug_targets", "targets_height"]

NEEDED = ("therapy", "brand", "target", "at", "heading")
#: What a line may lead to: a receptor, the cell, nothing.
PLACES = ("receptor", "cell", "")
_RECEPTORS = 7  # in sight; more where more drugs are led to them
_TALL = 0.27  # of a receptor, in radii of the cell
_ROUND = 0.62  # the radius of the cell, of the height: its edges are out of sight
_ROW = 1.4  # from one drug to the next, in sizes of heading type
_GAP = 0.65  # between two groups of drugs, in sizes of label type
_LEADER = 2.6  # the room between receptors and names, in sizes of label type
_DOT, _APART = 0.62, 0.86  # across, and from one to the next, in sizes of label type


class _Drug(NamedTuple):
    name: str
    brand: str


class _Group(NamedTuple):
    """Drugs with one heading, and what their lines lead to."""

    heading: str
    at: str
    drugs: tuple[_Drug, ...]


def drug_targets(data: pd.DataFrame, *, receptor: str, ax: Axes | None = None) -> Axes:
    """Draw part of a cell with its receptors, and each drug as a dot: on what it targets, or apart, where none is said.

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
    """Where the cell and the names stand, in inches: the cell's middle, its radius, and the left of the names."""

    cell: Point
    radius: float
    names: float
    names_width: float
    height: float


def _plan(groups: Sequence[_Group], width: float, height: float, measure: Measure) -> _Plan:
    label = _label()
    drugs = [drug for group in groups if group.at for drug in group.drugs]
    names_width = max((_drug_width(drug, measure) for drug in drugs), default=0.0) + 0.05 * label / 72
    names = width - max(names_width, 0.5 * width)
    radius = _ROUND * height
    right = names - _LEADER * label / 72
    return _Plan((right - (1 + _TALL) * radius, height / 2), radius, names, width - names, height)


def _label() -> float:
    return float(mpl.rcParams["font.size"])


def targets_height(data: pd.DataFrame, width: float, measure: Measure) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    groups = _checked(data)
    return max(0.36 * width, _names_height(groups, _plan(groups, width, width, measure).names_width, measure))


def _names_height(groups: Sequence[_Group], room: float, measure: Measure) -> float:
    small, label = small_type(), _label()
    lines = sum(len(balanced(measure, group.heading, room, small)) for group in groups) * LEADING * small
    drugs = sum(len(group.drugs) for group in groups if group.at) * _ROW * heading_type()
    dots = sum(not group.at for group in groups) * 1.1 * label
    return (lines + drugs + dots + (len(groups) - 1) * _GAP * label) / 72


def _drug_width(drug: _Drug, measure: Measure) -> float:
    name = measure.width(drug.name, heading_type(), "bold")
    return name + (measure.width(f"({drug.brand})", small_type()) + 0.3 * heading_type() / 72 if drug.brand else 0)


def _draw(groups: Sequence[_Group], receptor: str, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(groups, panel.width, panel.height, panel.measure)
    tall = _names_height(groups, plan.names_width, panel.measure)
    if plan.cell[0] + 0.3 * plan.radius < 0 or tall > panel.height + 0.01:
        panel.lacking.append("the cell and the names of the drugs")
        return
    angles = _cell(panel, plan, receptor, sum(len(group.drugs) for group in groups if group.at == "receptor"))
    starts = _write_names(panel, plan, groups, (panel.height - tall) / 2)
    _lead(panel, plan, [group for group in groups if group.at], starts, angles)


def _shape(panel: Panel, path: Path, layer: float, gid: str, **how: Any) -> None:
    how = {"facecolor": "none", "joinstyle": "round", "capstyle": "round", "clip_on": False, **how}
    panel.ax.add_patch(PathPatch(path, zorder=layer, gid=gid, **how))


def _arc(plan: _Plan, share: float) -> list[Point]:
    """Return a circle around the cell's middle as far as it is in sight, from above to below."""
    (x, y), r = plan.cell, share * plan.radius
    most = math.degrees(math.asin(min(1.0, plan.height / 2 / r)))
    turns = [cells.on_edge(r, most - 2 * most * n / 60) for n in range(61)]
    return [(x + across, y - up) for across, up in turns]


def _cell(panel: Panel, plan: _Plan, receptor: str, drugs: int) -> list[float]:
    """Draw a cell, larger than the panel, with its receptors; return their angles, from the top down."""
    look, line, radius = panel.colours, max(0.7, 1.1 * panel.line), plan.radius
    (x, y) = plan.cell
    upright = Affine2D().scale(1, -1).translate(x, y)
    outer, inner = _arc(plan, 1.0), _arc(plan, 0.94)
    core = (max(0.45 * radius, x - 0.1 * radius), y)
    grounds = (  # pale, so no marks
        (Path([(0, 0), *outer, (0, plan.height), (0, 0)]), look.card),
        (Path([*outer, *reversed(inner), outer[0]]), look.rule),
        (disc(*core, 0.4 * radius), look.track),
    )
    for n, (path, colour) in enumerate(grounds):
        _shape(panel, path, 1 + 0.1 * n, "card", facecolor=colour, lw=0)
    for path in (Path(outer), Path(inner), disc(*core, 0.4 * radius)):
        _shape(panel, path, 2, "body", edgecolor=look.outline, lw=line)
    _shape(panel, disc(core[0] - 0.1 * radius, y, 0.11 * radius), 2, "body", facecolor=look.outline, lw=0)
    count = max(_RECEPTORS, drugs + 2)
    head = (1 + 0.6 * _TALL) * radius
    most = math.degrees(math.asin(min(1.0, (plan.height / 2 - 0.4 * _TALL * radius) / head)))
    angles = [most - 2 * most * n / (count - 1) for n in range(count)]
    for angle in angles:
        parts, _ = cells.receptor(0, 0, radius, angle, _TALL * radius)
        for part in parts:
            path = upright.transform_path(part)
            _shape(panel, path, 3, "receptor", facecolor=look.rough, edgecolor=look.accent, lw=line)
    _name_receptor(panel, plan, receptor, angles[0])
    return angles


def _name_receptor(panel: Panel, plan: _Plan, receptor: str, angle: float) -> None:
    """Write inside the cell what the receptors are called, and lead to the foot of one."""
    across, up = cells.on_edge((1 - 0.55 * _TALL) * plan.radius, angle)
    foot = (plan.cell[0] + across, plan.cell[1] - up)
    size = heading_type()
    wide = panel.measure.width(receptor, size, "bold")
    left = foot[0] - 1.0 * size / 72 - wide
    panel.write(left, foot[1] + 0.33 * size / 72, receptor, size=size, weight="bold")
    lead = Path([(left + wide + 0.2 * size / 72, foot[1]), foot])
    _shape(panel, lead, 2.5, "leader", edgecolor=panel.colours.outline, lw=1.2 * panel.line)


def _write_names(panel: Panel, plan: _Plan, groups: Sequence[_Group], top: float) -> list[list[float]]:
    """Write the headings and the drugs below them, or a dot each where no target is stated.

    Return at what height each drug stands, group by group.
    """
    label, small, big, y, starts = panel.points, small_type(), heading_type(), top, []
    for number, group in enumerate(groups):
        y += _GAP * label / 72 * bool(number)
        if not group.at:
            for n in range(len(group.drugs)):
                x = plan.names + (_DOT / 2 + n * _APART) * label / 72
                _dot(panel, (x, y + 0.45 * label / 72), "apart")
            y += 1.1 * label / 72
        for text in balanced(panel.measure, group.heading, plan.names_width, small):
            panel.write(plan.names, y + 0.8 * small / 72, text, size=small)
            y += LEADING * small / 72
        heights = []
        for drug in group.drugs if group.at else ():
            _write_drug(panel, drug, plan.names, y + 1.05 * big / 72)
            heights.append(y + 0.75 * big / 72)
            y += _ROW * big / 72
        starts.append(heights)
    return starts


def _write_drug(panel: Panel, drug: _Drug, x: float, y: float) -> None:
    points = heading_type()
    panel.write(x, y, drug.name, size=points, weight="bold")
    if drug.brand:
        x += panel.measure.width(drug.name, points, "bold") + 0.3 * points / 72
        panel.write(x, y, f"({drug.brand})", size=small_type(), color=panel.colours.muted)


def _lead(
    panel: Panel, plan: _Plan, groups: Sequence[_Group], starts: Sequence[Sequence[float]], angles: Sequence[float]
) -> None:
    """Lead from each drug to its receptor, the uppermost first, or between two others into the cell."""
    used = 0
    for group, heights in zip(groups, starts, strict=False):
        for height in heights:
            bend = (plan.names - 0.9 * panel.em, height)
            if group.at == "receptor":
                x, y = cells.receptor(0, 0, plan.radius, angles[used], _TALL * plan.radius)[1]
                way = [bend, (plan.cell[0] + x, plan.cell[1] - y)]
                used += 1
            else:
                way = _inside(plan, bend, angles[used:])
            _leader(panel, [(plan.names - 0.3 * panel.em, height), *way])


def _inside(plan: _Plan, bend: Point, angles: Sequence[float]) -> list[Point]:
    """Return the way from a bend into the cell, between the two receptors that lie straightest ahead."""

    def way(angle: float) -> list[Point]:
        turns = [cells.on_edge(share * plan.radius, angle) for share in (1 + 1.1 * _TALL, 1 - 1.1 * _TALL)]
        return [(plan.cell[0] + across, plan.cell[1] - up) for across, up in turns]

    ways = [way((above + below) / 2) for above, below in itertools.pairwise(angles)]
    return min(ways, key=lambda points: abs(points[0][1] - bend[1]))


def _leader(panel: Panel, line: Sequence[Point]) -> None:
    _shape(panel, Path(line), 4, "leader", edgecolor=panel.colours.outline, lw=1.4 * panel.line)
    _dot(panel, line[-1], "target")


def _dot(panel: Panel, place: Point, gid: str) -> None:
    """Draw a drug."""
    look, across = panel.colours, _DOT * panel.em
    _shape(panel, disc(*place, across / 2), 5, gid, facecolor=look.accent, edgecolor=look.paper, lw=panel.line)
