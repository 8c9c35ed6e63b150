"""The words of a chart of study dots: left of the axis, and beside the dots."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz.charts.axes import Panel, page_of
from her2viz.charts.study.dot_rows import TOP, Group, Row, rough_label
from her2viz.charts.typesetting import small_type

__all__ = ["ASIDE", "GAP", "beside_others", "units", "write", "write_labels", "write_number"]

#: In sizes of type: between two columns, and from a mark to its number.
GAP, ASIDE = 0.5, 0.3
#: Before the axis, before a study under its heading, from the line of the rough figure to a number, and a line below
#: another.
_BEFORE_AXIS, _INDENT, _FROM_ROUGH, _LINE = 0.8, 0.4, 0.4, 1.12


def beside_others(panel: Panel) -> bool:
    """Whether other panels of one page of ours stand beside this one; its tracks are short then."""
    return panel.composed and len(page_of(panel.ax).axes) > 1


def units(panel: Panel, points: float) -> float:
    """Turn a width in points into units of the axis."""
    return 100 * points / (72 * panel.width)


def write(
    panel: Panel,
    words: str,
    x: float,
    place: float,
    *,
    shift: float = 0.0,
    up: float = 0.0,
    in_layout: bool = False,
    **look: Any,
) -> None:
    """Write a line at a value of the axis and a row, shifted by points; the layout of the page leaves most out."""
    if not words:
        return
    look = {"size": small_type(), "color": panel.colours.ink, **look}
    text = panel.ax.annotate(
        words,
        (x, place),
        xytext=(shift, up - 0.36 * look["size"]),
        textcoords="offset points",
        va="baseline",
        annotation_clip=False,
        parse_math=False,
        **look,
    )
    text.set_in_layout(in_layout)


def write_labels(panel: Panel, rows: pd.DataFrame, groups: list[Group], points: float) -> float:
    """Write headings, studies, whom they counted, and the rough figure left of the axis; return their width in points.

    Beside other panels, whom the last study counted stands below its name where a line is too long, for there is room
    beside the numbers of the axis.
    """
    every, gap, indent = [row for group in groups for row in group.rows], GAP * points, _INDENT * points

    def wide(text: str, weight: str = "normal") -> float:
        return 72 * panel.measure.width(text, points, weight)

    weights = ["bold" if row.strong else "normal" for row in every]
    names = [wide(row.label, weight) for row, weight in zip(every, weights, strict=True)]
    whole = [name + gap + wide(row.whom) if row.whom else name for name, row in zip(names, every, strict=True)]
    last = [names[-1], wide(every[-1].whom)] if beside_others(panel) else whole[-1:]
    last += [wide(row.under) for row in every]
    width = _BEFORE_AXIS * points + max(
        *(indent + line for line in (*whole[:-1], *last)),
        *map(wide, rough_label(rows)),
        *(wide(group.heading) for group in groups),
    )
    look: dict[str, Any] = {"size": points, "in_layout": True}
    muted = {**look, "color": panel.colours.muted}
    for group in groups:
        write(panel, group.heading, 0, group.place, shift=-width, **muted)
    for name, long, row, weight in zip(names, whole, every, weights, strict=True):
        left, up = indent - width, _LINE / 2 * points if row.under else 0.0
        write(panel, row.label, 0, row.place, shift=left, up=up, weight=weight, **look)
        right, down = (name + gap, 0.0) if left + long < -gap else (0.0, -_LINE * points)
        write(panel, row.whom, 0, row.place, shift=left + right, up=down, **muted)
        write(panel, row.under, 0, row.place, shift=left, up=-up, **muted)
    for above, line in enumerate(reversed(rough_label(rows))):
        write(panel, line, 0, TOP * above, shift=-width, **look)
    return width


def write_number(panel: Panel, row: Row, ends: tuple[float, float], rough: float, points: float) -> None:
    """Write a number beside its dot or interval: away from the rough figure, where it has room on the track.

    The number of a dot right of that never stands left of it: it may reach over the end of the track.
    """
    weight = "bold" if row.strong else "normal"
    wide = units(panel, 72 * panel.measure.width(row.printed, points, weight))
    aside, off = units(panel, ASIDE * points), units(panel, _FROM_ROUGH * points)
    left, right = ends[0] - aside, ends[1] + aside
    if right - aside < rough < right + wide + aside:
        right = rough + off
    if left - wide - aside < rough < left + aside:
        left = rough - off
    astray = left - wide < rough < row.percent
    fits = {"right": left - wide >= 2 * aside and not astray, "left": right + wide <= 100}
    wanted = "right" if row.percent < rough else "left"
    other = "left" if wanted == "right" else "right"
    align = other if fits[other] and not fits[wanted] else wanted if fits[wanted] else "left"
    at = left if align == "right" else right
    write(panel, row.printed, at, row.place, ha=align, weight=weight, size=points, in_layout=True)
