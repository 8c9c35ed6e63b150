"""Reading a chart that a student drew, and what is not yet right about it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import PathCollection
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from her2viz.course.asked import Chart
from her2viz.phrases import number

__all__ = ["Drawn", "axes_in", "drawn_on", "slips"]

_ROUGH = re.compile(r"\babout\b|\brough(ly)?\b|\baround\b|\bapprox|[~\u2248]", re.IGNORECASE)


class _Mark(NamedTuple):
    """A bar or a point: the name at which it stands, its value, and where a bar starts."""

    label: str
    value: float
    start: float = 0.0


@dataclass(frozen=True)
class Drawn:
    """What can be read from a chart.

    Parameters
    ----------
    marks : tuple of _Mark
        Bars and points, as they are drawn.
    low, high : float
        Where the axis of the values starts and ends, from left to right or from bottom to top.
    texts : tuple of str
        All that is written on the chart.
    labels : tuple of str
        The names along the other axis.
    """

    marks: tuple[_Mark, ...]
    low: float
    high: float
    texts: tuple[str, ...]
    labels: tuple[str, ...]


def drawn_on(ax: Axes, names: Iterable[str]) -> Drawn:
    """Read a chart from its Axes.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        The Axes.
    names : iterable of str
        The names that are looked for, to tell the axis of names from that of values.
    """
    wanted = {_plain(name) for name in names}
    across, up = _ticks(ax.xaxis), _ticks(ax.yaxis)
    upright = sum(map(wanted.__contains__, map(_plain, across.values()))) >= sum(
        map(wanted.__contains__, map(_plain, up.values()))
    )
    ticks = across if upright else up
    low, high = ax.get_ylim() if upright else ax.get_xlim()
    found = (*_bars(ax, ticks, upright), *_points(ax, ticks, upright))
    page = ax.get_figure(root=True)
    texts = [text.get_text() for text in (*ax.texts, *(page.texts if page else ()))]
    texts += [ax.get_title(side) for side in ("left", "center", "right")]
    texts += [ax.get_xlabel(), ax.get_ylabel(), page.get_suptitle() if page else ""]
    legend = ax.get_legend()
    texts += [text.get_text() for text in (legend.get_texts() if legend else ())]
    labels = tuple(ticks.values())
    return Drawn(found, float(low), float(high), (*(text for text in texts if text.strip()), *labels), labels)


def axes_in(given: Any) -> list[Axes] | None:
    """Return the Axes that something is or holds; None where it holds something else."""
    held = given if isinstance(given, Axes | Figure) else getattr(given, "ax", given)
    if isinstance(held, Figure):
        held = [ax for ax in held.axes if ax.get_visible()]
    held = held if isinstance(held, list | tuple) else [held]
    return list(held) if held and all(isinstance(ax, Axes) for ax in held) else None


def _ticks(axis: Axis) -> dict[float, str]:
    """Return what is written along an axis, by place."""
    labels = axis.get_ticklabels()  # brings the ticks up to date
    return {
        float(place): label.get_text()
        for place, label in zip(axis.get_ticklocs(), labels, strict=False)
        if label.get_text().strip()
    }


def _at(place: float, ticks: Mapping[float, str]) -> str:
    """Return the name nearest to a place; nothing where none is near."""
    nearest = min(ticks, key=lambda tick: abs(tick - place), default=math.inf)
    return ticks[nearest] if abs(nearest - place) < 0.5 else ""


def _bars(ax: Axes, ticks: Mapping[float, str], upright: bool) -> Iterator[_Mark]:
    for bars in ax.containers:
        for bar in bars.patches if isinstance(bars, BarContainer) else ():
            along, across = (bar.get_height(), bar.get_width()) if upright else (bar.get_width(), bar.get_height())
            start, side = (bar.get_y(), bar.get_x()) if upright else (bar.get_x(), bar.get_y())
            if not math.isnan(along):
                yield _Mark(_at(side + across / 2, ticks), float(start + along), float(start))


def _points(ax: Axes, ticks: Mapping[float, str], upright: bool) -> Iterator[_Mark]:
    held: list[Any] = []
    for drawn in ax.collections:
        held += pd.DataFrame(drawn.get_offsets()).to_numpy().tolist() if isinstance(drawn, PathCollection) else []
    for line in ax.lines:
        if line.get_marker() not in (None, "", " ", "None", "none"):
            held += pd.DataFrame(line.get_xydata()).to_numpy().tolist()
    for x, y in held:
        place, value = (x, y) if upright else (y, x)
        if not (math.isnan(value) or math.isnan(place)):
            yield _Mark(_at(place, ticks), float(value))


def _plain(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text).strip().casefold()


def slips(chart: Chart, drawn: Drawn) -> Iterator[str]:
    """Say what is not yet right about a chart, what matters most first.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> chart = Chart({"Bone": 70, "Lung": 30}, of_whom=("women",))
    >>> _, ax = plt.subplots()
    >>> _ = ax.barh(["Bone", "Lung"], [70, 30])
    >>> next(slips(chart, drawn_on(ax, chart.values)))[:45]
    'The axis of the numbers runs from 0 to 73.5: '
    >>> plt.close()
    """
    if not drawn.marks:
        yield "No bar and no point can be read from it. Draw one for each row, and give the Axes that you drew on."
        return
    yield from _wrong_names(chart, drawn)
    yield from _wrong_values(chart, drawn)
    if any(mark.start != 0 for mark in drawn.marks):
        yield "A bar that starts elsewhere than at 0 has a length that is not its number. Let each start at 0."
    if chart.whole and (drawn.low, drawn.high) != (0, chart.whole):
        yield (
            f"The axis of the numbers runs from {drawn.low:g} to {drawn.high:g}: a reader can't see how much of the "
            "whole a mark is. Which two numbers are none of the people, and all of them? Set the limits of the axis."
        )
    said = " ".join(drawn.texts)
    if any(not re.search(pattern, said, re.IGNORECASE) for pattern in chart.of_whom):
        yield (
            "Of whom? Who sees the chart alone can't tell, or not in full. Look at the population of the rows, and "
            "write all of it in the title or along the axis of the numbers."
        )
    hedges = sum(len(_ROUGH.findall(text)) for text in drawn.texts)
    if chart.about and hedges < len(chart.values):
        yield (
            f"The rows hedge each number; the chart does so for {hedges} of {len(chart.values)}. Write the hedge at "
            "each bar, beside its number."
            if hedges
            else "The rows have a word before each number, and the chart has lost it. Write it at each bar."
        )


def _wrong_names(chart: Chart, drawn: Drawn) -> Iterator[str]:
    wanted = {_plain(name): name for name in chart.values}
    found = [_plain(mark.label) for mark in drawn.marks]
    if not set(wanted) & {_plain(label) for label in drawn.labels}:
        yield "The names that the exercise asks about stand along neither axis. Put them there, one a bar."
        return
    empty = {_plain(name): name for name in chart.empty}
    if zeros := [empty[_plain(m.label)] for m in drawn.marks if _plain(m.label) in empty and m.value == 0]:
        yield f"{zeros[0]} has no figure in the table, and stands at 0. Is a number that is not given the number none?"
    elif extra := [
        mark.label or "no name" for mark, name in zip(drawn.marks, found, strict=True) if name not in wanted
    ]:
        yield f"The chart has a mark at {extra[0]}, which is not asked for. Look at your selection of rows."
    if missing := [name for plain, name in wanted.items() if plain not in found]:
        yield f"Only {len(wanted) - len(missing)} of {len(wanted)} names have a mark. Which rows have you left out?"
    elif len(found) > len(set(found)):
        twice = next(mark.label for mark, name in zip(drawn.marks, found, strict=True) if found.count(name) > 1)
        yield f"{twice} has more than one mark. Draw each row once; are two groups in one chart?"


def _wrong_values(chart: Chart, drawn: Drawn) -> Iterator[str]:
    right = {_plain(name): float(value) for name, value in chart.values.items()}
    pairs = [(mark, right[_plain(mark.label)]) for mark in drawn.marks if _plain(mark.label) in right]
    wrong = [mark for mark, value in pairs if not math.isclose(mark.value, value, rel_tol=0.005, abs_tol=0.05)]
    if not wrong:
        return
    values = sorted(mark.value for mark in drawn.marks)
    if all(math.isclose(mark.value * 100, value, rel_tol=0.005) for mark, value in pairs):
        yield "These are fractions of 1. Draw people out of 100, as the table has them."
    elif len(values) == len(right) and all(map(math.isclose, values, sorted(right.values()))):
        yield f"The numbers are right, but do not stand at their names: look at {wrong[0].label}. Was one list sorted?"
    else:
        yield (
            f"At {wrong[0].label} stands {number(round(wrong[0].value, 4))}. Look at that row of the table once more, "
            "and at what your code does with it before it draws."
        )
