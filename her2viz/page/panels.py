"""The charts of a figure, and how much room they take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from her2viz.charts.claims.grid import claim_grid, grid_height
from her2viz.charts.typesetting import Measure
from her2viz.style import Size

__all__ = ["Panels", "Room", "grid_panels"]


class Room(NamedTuple):
    """What a panel may plan with: the page, the width in inches between its margins, and a measure for text."""

    page: Size
    width: float
    measure: Measure


@dataclass(frozen=True)
class Panels:
    """The charts of a figure, in reading order.

    Parameters
    ----------
    draw : tuple of callable
        Each draws one panel on the Axes that it is given.
    height : callable
        From the room to the height of all panels together, in inches; used where a page's height is free.
    columns : int
        How many panels stand side by side.
    between : float
        The space between all columns together, of the page's width.
    widths, heights : tuple of float
        Ratios of the columns' widths and the lines' heights; equal where empty.
    otherwise : Panels, optional
        The same in another form, for a page on which these do not fit.
    """

    draw: tuple[Callable[[Axes], object], ...]
    height: Callable[[Room], float]
    columns: int = 1
    between: float = 0.04
    widths: tuple[float, ...] = ()
    heights: tuple[float, ...] = ()
    otherwise: Panels | None = None


def grid_panels(rows: pd.DataFrame) -> Panels:
    """Draw the rows in one grid of claims."""
    return Panels((lambda ax: claim_grid(rows, ax=ax),), lambda room: grid_height(rows, room.width, room.measure))
