"""The same people as a share of two groups: two outlined wholes, one above the other."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.axes import Panel
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure, small_type
from her2viz.derived.shares import share_rows
from her2viz.errors import DataError

__all__ = ["share_bars", "share_lines"]

NEEDED = ("heading", "study", "whom", "percent", "words")


def share_bars(data: pd.DataFrame | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw the same people as shares of different groups, each a bar inside an outlined whole of 100.

    Parameters
    ----------
    data : pandas.DataFrame, optional
        A row a share, all of the same people: ``heading`` (who they are), ``study``, ``whom`` (of whom the share is),
        ``percent`` and ``words`` (the share in words); those of one study, with spread to bone, where None.

    Raises
    ------
    DataError
        If the rows are about different people or studies, repeat a group, or hold a percentage outside 0 to 100.
    """
    return draw_on(ax, partial(_draw, _checked(data)))


def _draw(rows: pd.DataFrame, panel: Panel) -> None:
    ax, look, small, em, width = panel.ax, panel.colours, small_type(), panel.points, panel.width
    heading = panel.measure.lines(str(rows["heading"].iloc[0]), width, em, "bold")
    _label(panel, heading, 0, weight="bold", size=em)
    place = len(heading) * em / small
    _label(panel, [str(rows["study"].iloc[0])], place, color=look.muted)
    place += 1.5
    for row in rows.itertuples():
        of_whom = panel.measure.lines(str(row.whom), width, small)
        _label(panel, of_whom, place)
        place += len(of_whom) + 0.1
        ax.barh(place, float(row.percent), 1.1, align="edge", color=look.accent, gid="figure")
        ax.barh(place, 100, 1.1, align="edge", **panel.whole)
        _end(panel, str(row.words), float(row.percent), place + 0.55)
        place += 1.1 + 0.6
    panel.axis_of_100()
    ax.set_ylim(place - 0.3, 0)
    first, *_, last = ax.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
    ax.set_yticks([])
    ax.spines[:].set_visible(False)


def share_lines(data: pd.DataFrame, width: float, measure: Measure, small: float, em: float) -> float:
    """Return how many lines of small type high the chart is at a width in inches, for planning a page."""
    heading = len(measure.lines(str(data["heading"].iloc[0]), width, em, "bold")) * em / small
    return heading + 1.5 + sum(len(measure.lines(str(whom), width, small)) + 1.8 for whom in data["whom"])


def _checked(data: pd.DataFrame | None) -> pd.DataFrame:
    if data is None:
        data = share_rows().query("study_id == 'gong_2018'")
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame such as hv.share_rows(); got {type(data).__name__}.")
    missing = [name for name in NEEDED if name not in data.columns]
    if missing:
        raise DataError(f"data must have the columns {', '.join(NEEDED)}; missing: {', '.join(missing)}.")
    problems = []
    if data.empty:
        problems.append("no row, so there is nothing to draw")
    for column, why in (("heading", "one chart shows the same people"), ("study", "one chart shows one study")):
        found = list(map(str, data[column].unique()))
        if len(found) > 1:
            problems.append(f"column {column}: {why}; got {len(found)}: {'; '.join(found)}. Filter the rows first")
    if data["whom"].duplicated().any():
        problems.append("column whom: each group once")
    for index, value in data["percent"].items():
        if not 0 <= pd.to_numeric(value, errors="coerce") <= 100:
            problems.append(f"row {index}, column percent: must be a number from 0 to 100; got {value!r}")
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return data


def _label(panel: Panel, lines: list[str], place: float, **font: Any) -> None:
    font = {"size": small_type(), "color": panel.colours.ink, **font}
    pitch = font["size"] / small_type()
    for number, line in enumerate(lines):
        text = panel.ax.text(0, place + pitch * (number + 0.78), line, va="baseline", parse_math=False, **font)
        text.set_in_layout(False)


def _end(panel: Panel, words: str, percent: float, place: float) -> None:
    """Write the share at the end of its bar: outside where the rest of the whole has room, else inside."""
    small = small_type()
    room = panel.measure.width(words, small, "bold") + small / 72
    bar = percent / 100 * panel.width
    inside = bar + room > panel.width
    if inside and room > bar:
        panel.lacking.append(repr(words))
    text = panel.ax.annotate(
        words,
        (percent, place),
        xytext=((-0.45 if inside else 0.45) * small, 0),
        textcoords="offset points",
        va="center_baseline",
        ha="right" if inside else "left",
        size=small,
        color=panel.colours.paper if inside else panel.colours.ink,
        weight="bold",
        parse_math=False,
    )
    text.set_in_layout(False)
