"""A panel of set text: an Axes measured in inches, on which lines of text, cards and arrows are laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch

from her2viz import style
from her2viz.charts.typesetting import Measure, wrap
from her2viz.errors import DataError

__all__ = ["Letters", "Sheet", "filled", "needs"]

#: How loosely text may be set, loosest first: with which of the two sizes, line height in type sizes, and the air
#: around and between lines as a share of the usual. A fixed page takes the first that fits.
_SETTINGS = (
    ("large", 1.26, 1.5),
    ("large", 1.22, 1.0),
    ("small", 1.2, 1.0),
    ("small", 1.14, 0.8),
    ("small", 1.08, 0.5),
)


class Letters:
    """Text of one size, measured word by word, so that trying many widths stays cheap.

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
        self._known: dict[tuple[str, str], float] = {}

    def width(self, text: str, weight: str = "normal") -> float:
        """Return the width of one line, in inches: of its words and of the spaces between them."""
        words = text.split()
        space = self._word("n n", weight) - self._word("nn", weight)
        return sum(self._word(word, weight) for word in words) + space * max(0, len(words) - 1)

    def _word(self, word: str, weight: str) -> float:
        key = (word, weight)
        if key not in self._known:
            self._known[key] = self._measure.width(word, self.points, weight)
        return self._known[key]

    def widest_word(self, text: str, weight: str = "normal") -> float:
        """Return the width of the widest word of a text."""
        return max((self._word(word, weight) for word in text.split()), default=0.0)

    def lines(self, text: str, room: float, weight: str = "normal") -> list[str]:
        """Break a text into lines no wider than the room."""
        return wrap(text, room, lambda part: self.width(part, weight))


class Plan(Protocol):
    """Lines that are broken and placed."""

    @property
    def height(self) -> float:
        """How tall they are, in inches."""
        ...


Planned = TypeVar("Planned", bound=Plan)


class Sheet:
    """An Axes whose data units are inches from its top left corner.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Emptied of ticks and spines; its limits become its own size in inches.
    """

    def __init__(self, ax: Axes) -> None:
        figure = ax.get_figure(root=True)
        assert figure is not None
        box = ax.get_window_extent()
        self.ax = ax
        self.width, self.height = box.width / figure.dpi, box.height / figure.dpi
        self.measure = Measure(figure.dpi)
        ax.set_xlim(0, self.width)
        ax.set_ylim(self.height, 0)
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)

    def fit(self, plan: Callable[[Letters], Planned]) -> Planned:
        """Return the loosest plan that is no taller than the sheet, else the tightest."""
        sizes = {"large": large_type(), "small": min(small_type(), large_type())}
        for size, leading, air in _SETTINGS:
            made = plan(Letters(self.measure, sizes[size], leading, air))
            if made.height <= self.height + 1e-6:
                break
        return made

    def write(
        self, x: float, top: float, lines: Sequence[str], letters: Letters, colour: str = style.INK, **font: Any
    ) -> float:
        """Write lines downwards and return the height of the next one."""
        for line in lines:
            self.ax.text(
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

    def card(self, x: float, top: float, width: float, height: float) -> None:
        """Draw a card to write on."""
        corner = min(0.07, width / 4, height / 4)
        self.ax.add_patch(
            FancyBboxPatch(
                (x + corner, top + corner),
                width - 2 * corner,
                height - 2 * corner,
                boxstyle=f"round,pad={corner},rounding_size={corner}",
                facecolor=style.CARD,
                edgecolor="none",
                mutation_aspect=1,
                clip_on=False,
                gid="card",
                in_layout=False,
                zorder=0.5,
            )
        )


def small_type() -> float:
    """Return the size of small text in force, in points."""
    return float(FontProperties(size=mpl.rcParams["axes.labelsize"]).get_size_in_points())


def large_type() -> float:
    """Return the size of text in force, in points."""
    return float(FontProperties(size=mpl.rcParams["font.size"]).get_size_in_points())


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
