"""Drugs and what pages say they target: a receptor by its name, the cell that bears it, or nothing stated."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.path import Path

from her2viz.charts.anatomy.shapes import Point, disc
from her2viz.charts.axes import Panel
from her2viz.charts.claims.cell import TALL, Cell, draw_cell, draw_shape, heads, receptor_angles
from her2viz.charts.claims.setting import card, write_lines
from her2viz.charts.fitting import draw_on
from her2viz.charts.frames import needed_columns
from her2viz.charts.typesetting import LEADING, Measure, heading_type, small_type
from her2viz.errors import DataError

__all__ = ["drug_targets", "targets_height"]

NEEDED = ("therapy", "brand", "mark", "at", "heading")
#: What a line may lead to: a receptor, the cell, nothing.
PLACES = ("receptor", "cell", "")
_INTO = 0.16  # how far a line reaches into the cell, in its radii
_ROUND = 0.78  # the radius of the cell, of the height: its edges are out of sight
_MIDDLE = 0.52  # of the height, where the middle of the cell is
# in sizes of heading type
_ROW = 1.36  # from one drug to the next
_LEADER = 2.5  # the room for lines between receptors and names
_BRACKET = 0.45  # from a bracket to the names, and its depth
# in sizes of label type
_GAP = 0.9  # between two groups of drugs
_PAD = 0.45  # in the card of drugs without a stated target, and above it


class _Drug(NamedTuple):
    name: str
    brand: str
    mark: str

    @property
    def beside(self) -> str:
        """What stands beside the name."""
        return f"{f'({self.brand})' if self.brand else ''}{self.mark}"


class _Group(NamedTuple):
    """Drugs with one heading, and what their line leads to."""

    heading: str
    at: str
    drugs: tuple[_Drug, ...]


def drug_targets(data: pd.DataFrame, *, receptor: str, ax: Axes | None = None) -> Axes:
    """Draw part of a cell with its receptors, and a line from drugs to what they target, as far as that is said.

    A line to the receptor ends at its name: no place on it is meant.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a drug and group, in order: ``therapy``, ``brand`` (empty where there is none), ``mark`` (of
        a note on the drug, or empty), ``at`` (what its line
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
            tuple(
                _Drug(str(r.therapy), str(r.brand), str(r.mark)) for r in rows.drop_duplicates("therapy").itertuples()
            ),
        )
        for (heading, at), rows in data.groupby(["heading", "at"], sort=False)
    ]
    return groups


class _Plan(NamedTuple):
    """Where all stands, in inches: the cell, the left of the names, and in lines the drugs without a stated target."""

    cell: Cell
    names: float
    rest: list[str]

    @property
    def height(self) -> float:
        """The height above the drugs without a stated target."""
        return self.cell.height


def _plan(groups: Sequence[_Group], receptor: str, width: float, height: float, measure: Measure) -> _Plan:
    big, em = heading_type(), float(mpl.rcParams["font.size"]) / 72
    rest = [line for group in groups if not group.at for line in _rest(group, width - 2 * _PAD * em, measure)]
    above = height - (Measure.height(len(rest), small_type()) + 3 * _PAD * em if rest else 0)
    led = [group for group in groups if group.at]
    wide = [_drug_width(drug, measure) for group in led for drug in group.drugs]
    wide += [measure.width(group.heading, small_type()) for group in led]
    names = width - max(max(wide, default=0.0) + 0.05 * big / 72, 0.45 * width)
    radius = _ROUND * above
    right = names - _LEADER * big / 72 - measure.width(receptor, big, "bold")
    return _Plan(Cell((right - (1 + TALL) * radius, _MIDDLE * above), radius, above), names, rest)


def _rest(group: _Group, room: float, measure: Measure) -> list[str]:
    """Return the heading of drugs without a stated target, and after it their names, in lines."""
    names = ", ".join(f"{drug.name}{drug.mark}" for drug in group.drugs)
    return measure.lines(f"{group.heading}: {names}", room, small_type())


def targets_height(data: pd.DataFrame, receptor: str, width: float, measure: Measure) -> float:
    """Return the height in inches at a width in inches, for planning a page."""
    groups = _checked(data)
    above = _names_height(groups)
    return 1.12 * above + above - _plan(groups, receptor, width, above, measure).height


def _names_height(groups: Sequence[_Group]) -> float:
    led = [group for group in groups if group.at]
    drugs = sum(len(group.drugs) for group in led)
    between = max(0, len(led) - 1) * _GAP * float(mpl.rcParams["font.size"])
    return (len(led) * LEADING * small_type() + drugs * _ROW * heading_type() + between) / 72


def _drug_width(drug: _Drug, measure: Measure) -> float:
    name = measure.width(drug.name, heading_type(), "bold")
    return name + (measure.width(drug.beside, small_type()) + 0.3 * heading_type() / 72 if drug.beside else 0)


def _draw(groups: Sequence[_Group], receptor: str, panel: Panel) -> None:
    panel.in_inches()
    plan = _plan(groups, receptor, panel.width, panel.height, panel.measure)
    tall = _names_height(groups)
    if plan.cell.middle[0] + 0.3 * plan.cell.radius < 0 or tall > plan.height + 0.01:
        panel.lacking.append("the cell and the names of the drugs")
        return
    starts = _write_names(panel, plan, groups, (plan.height - tall) / 2)
    into = [middle for at, middle in _brackets(panel, plan, starts) if at == "cell"]
    angles = receptor_angles(plan.cell, into[0] if into else None)
    draw_cell(panel, plan.cell, angles)
    for height in into:
        _lead_to_cell(panel, plan, height)
    heights = [y for at, ys in starts if at == "receptor" for y in ys]
    if heights:
        _name_receptor(panel, plan, receptor, angles, (min(heights) + max(heights)) / 2)
    _write_rest(panel, plan)


def _brackets(panel: Panel, plan: _Plan, starts: Sequence[tuple[str, list[float]]]) -> list[tuple[str, float]]:
    """Draw a bracket at the names of each place that lines lead to, and return the places and its middle."""
    em, found = heading_type() / 72, []
    near, far = plan.names - _BRACKET * em, plan.names - 2 * _BRACKET * em
    for at in filter(None, PLACES):
        heights = [y for place, ys in starts if place == at for y in ys]
        if not heights:
            continue
        if len(heights) > 1:
            low, high = min(heights) - 0.35 * em, max(heights) + 0.35 * em
            _line(panel, [(near, low), (far, low), (far, high), (near, high)], "bracket")
        found.append((at, (min(heights) + max(heights)) / 2))
    return found


def _name_receptor(panel: Panel, plan: _Plan, receptor: str, angles: Sequence[float], y: float) -> None:
    """Write what the receptors are called between a bracket at all of them and that of the names."""
    size = heading_type()
    wide = panel.measure.width(receptor, size, "bold")
    bracket = plan.names - 2 * _BRACKET * size / 72
    right = bracket - 0.55 * size / 72
    panel.write(right - wide, y + 0.33 * size / 72, receptor, size=size, weight="bold")
    _line(panel, [(right + 0.12 * size / 72, y), (bracket, y)], "leader")
    at, round_by = heads(plan.cell, angles), 0.3 * TALL * plan.cell.radius
    near = max(x for x, _ in at) + round_by + 0.2 * size / 72
    far = near + _BRACKET * size / 72
    low, high = min(row for _, row in at) - round_by, max(row for _, row in at) + round_by
    _line(panel, [(near, low), (far, low), (far, high), (near, high)], "bracket")
    _line(panel, [(far, y), (right - wide - 0.12 * size / 72, y)], "leader")


def _lead_to_cell(panel: Panel, plan: _Plan, y: float) -> None:
    """Lead from a name through the outline into the cell, below its receptors: the cell is meant, not its wall."""
    (x, middle), radius = plan.cell.middle, plan.cell.radius
    end = x + (radius**2 - (middle - y) ** 2) ** 0.5 - _INTO * radius
    _line(panel, [(plan.names - _BRACKET * heading_type() / 72, y), (end, y)], "leader")
    draw_shape(panel, disc(end, y, 0.16 * panel.em), 4, "leader end", facecolor=panel.colours.outline, lw=0)


def _line(panel: Panel, points: Sequence[Point], gid: str) -> None:
    draw_shape(panel, Path(points), 4, gid, edgecolor=panel.colours.outline, lw=1.6 * panel.line)


def _write_names(panel: Panel, plan: _Plan, groups: Sequence[_Group], top: float) -> list[tuple[str, list[float]]]:
    """Write the headings and below them the drugs with a stated target.

    Return for each group what its line leads to, and at what height each drug stands.
    """
    small, big, y = small_type(), heading_type(), top
    starts: list[tuple[str, list[float]]] = []
    for group in (group for group in groups if group.at):
        y += _GAP * panel.em * bool(starts)
        panel.write(plan.names, y + 0.8 * small / 72, group.heading, size=small)
        y += LEADING * small / 72
        heights = []
        for drug in group.drugs:
            _write_drug(panel, drug, plan.names, y + 1.0 * big / 72)
            heights.append(y + 0.7 * big / 72)
            y += _ROW * big / 72
        starts.append((group.at, heights))
    return starts


def _write_rest(panel: Panel, plan: _Plan) -> None:
    """Write the drugs without a stated target on a card across the panel."""
    if plan.rest:
        pad = _PAD * panel.em
        card(panel, (0, plan.height + pad, panel.width, panel.height - plan.height - pad))
        write_lines(panel, pad, plan.height + 2 * pad, plan.rest, small_type())


def _write_drug(panel: Panel, drug: _Drug, x: float, y: float) -> None:
    points = heading_type()
    panel.write(x, y, drug.name, size=points, weight="bold")
    if drug.beside:
        x += panel.measure.width(drug.name, points, "bold") + 0.3 * points / 72
        panel.write(x, y, drug.beside, size=small_type(), color=panel.colours.muted)
