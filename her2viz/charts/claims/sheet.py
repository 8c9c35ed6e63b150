"""A panel of set text, in inches from its top left corner: lines of text, cards, and how loosely they are set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
from matplotlib.patches import FancyBboxPatch

from her2viz.charts.axes import Panel
from her2viz.charts.typesetting import Measure, small_type
from her2viz.errors import DataError

__all__ = ["Letters", "draw_card", "filled", "needs", "settings", "write"]

#: How loosely text may be set, loosest first: whether in the larger of the two sizes, line height in type sizes, and
#: the air around and between lines as a share of the usual. A fixed page takes the first that fits.
_SETTINGS = ((True, 1.26, 1.5), (True, 1.22, 1.0), (False, 1.2, 1.0), (False, 1.14, 0.8), (False, 1.08, 0.5))


class Letters:
    """Text of one size.

    Parameters
    ----------
    measure : Measure
        Measures text on the page that it is for.
    points : float
        Type size.
    leading : float
        Line height, in type sizes.
    air : float
        How loosely to set: 1 is usual.
    """

    def __init__(self, measure: Measure, points: float, leading: float = 1.26, air: float = 1.5) -> None:
        self.points = points
        self.em = points / 72
        self.line = leading * self.em
        self.air = air * self.em
        self._measure = measure

    def width(self, text: str, weight: str = "normal") -> float:
        """Return the width of one line, in inches."""
        return self._measure.width(text, self.points, weight)

    def widest_word(self, text: str, weight: str = "normal") -> float:
        """Return the width of the widest word of a text."""
        return max((self.width(word, weight) for word in text.split()), default=0.0)

    def lines(self, text: str, room: float, weight: str = "normal") -> list[str]:
        """Break a text into lines no wider than the room."""
        return self._measure.lines(text, room, self.points, weight)


def settings(panel: Panel) -> Iterator[Letters]:
    """Return how text may be set on a panel, loosest first."""
    large = panel.points
    for is_large, leading, air in _SETTINGS:
        yield Letters(panel.measure, large if is_large else min(small_type(), large), leading, air)


def write(
    panel: Panel, x: float, top: float, lines: Sequence[str], letters: Letters, colour: str, **font: Any
) -> float:
    """Write lines downwards and return the height of the next one."""
    for line in lines:
        panel.ax.text(
            x,
            top + 0.5 * letters.line + 0.36 * letters.em,
            line,
            size=letters.points,
            color=colour,
            va="baseline",
            parse_math=False,
            in_layout=False,
            **font,
        )
        top += letters.line
    return top


def draw_card(panel: Panel, x: float, top: float, width: float, height: float) -> None:
    """Draw a card to write on."""
    corner = min(0.07, width / 4, height / 4)
    panel.ax.add_patch(
        FancyBboxPatch(
            (x + corner, top + corner),
            width - 2 * corner,
            height - 2 * corner,
            boxstyle=f"round,pad={corner},rounding_size={corner}",
            facecolor=panel.colours.card,
            edgecolor="none",
            mutation_aspect=1,
            clip_on=False,
            gid="card",
            in_layout=False,
            zorder=0.5,
        )
    )


def needs(
    data: object, columns: Sequence[str], example: str, *, may_be_empty: Sequence[str] = (), apart: str = ""
) -> pd.DataFrame:
    """Return the frame if it has rows and all these columns, filled.

    Raises
    ------
    DataError
        If it is no frame, is empty, lacks a column or a cell, says of some rows whom they are about and of others
        not, or has rows of one ``apart`` that do not follow each other; the message says what to do.
    """
    if not isinstance(data, pd.DataFrame):
        raise DataError(f"data must be a pandas DataFrame such as {example}; got {type(data).__name__}.")
    missing = [name for name in columns if name not in data.columns]
    if missing:
        raise DataError(
            f"data must have the columns {', '.join(columns)}; missing: {', '.join(missing)}. Start from {example}."
        )
    if data.empty:
        raise DataError(f"data has no rows, so there is nothing to draw. Start from {example}.")
    problems = [
        f"row {index}, column {name}: must be filled"
        for name in columns
        if name not in may_be_empty
        for index, cell in data[name].items()
        if not filled(cell)
    ]
    if "whom" in data.columns and data["whom"].map(filled).nunique() > 1:
        bare = data.index[~data["whom"].map(filled)][0]
        problems.append(
            f"row {bare}, column whom: must be filled where other rows say whom they are about; "
            "fill it, or leave the column out and say it once beside the chart"
        )
    if apart:
        runs = data[apart][data[apart] != data[apart].shift()]
        problems += [
            f"column {apart}: the rows of {name!r} must follow each other" for name in runs[runs.duplicated()].unique()
        ]
    if problems:
        raise DataError("These rows can't be drawn:\n" + "\n".join(f"- {p}" for p in problems))
    return data


def filled(cell: object) -> bool:
    """Whether a cell holds text or a number."""
    return not pd.isna(cell) and bool(str(cell).strip())
