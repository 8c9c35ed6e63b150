"""Steps as a flow: a card a step, joined by arrows."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from her2viz.charts.axes import Panel
from her2viz.charts.claims import cards
from her2viz.charts.claims.sheet import Letters, needs
from her2viz.charts.fitting import draw_on
from her2viz.charts.typesetting import Measure

__all__ = ["flow_height", "step_flow"]

_EXAMPLE = "rows of hv.load_care_facts() with item as step and statement as text"
#: Length of an arrow, in type sizes; it grows and shrinks with the air there is.
_ARROW = 0.9


def step_flow(data: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw steps from top to bottom, each in a card with its name and what is said of it, joined by arrows.

    Parameters
    ----------
    data : pandas.DataFrame
        A row a statement, in the order of the steps, with the columns ``step`` (its name) and ``text`` (missing where
        a step is named and not explained), and, where given, ``whom``. Rows of one step that follow each other share
        a card.
    ax : matplotlib.axes.Axes, optional
        Where to draw; the current Axes where None. Text and ground keep your colours, and your rcParams stay.

    Returns
    -------
    matplotlib.axes.Axes
        The Axes drawn on, in inches from the top left corner, with an arrow from each card to the next.

    Raises
    ------
    DataError
        If the frame lacks a column, is empty, has a step without a name or that stands apart from itself, or says of
        some rows whom they are about and of others not.

    Notes
    -----
    The shipped steps are what single web pages say (``data/care_facts.csv``, topic "steps of metastasis"). Draw one
    page's steps at a time: no page says how its steps match those of another.

    Examples
    --------
    >>> import pandas as pd
    >>> from matplotlib.figure import Figure
    >>> rows = pd.DataFrame({"step": ["break away", "settle"], "text": ["Cells may break off.", None]})
    >>> [patch.get_gid() for patch in step_flow(rows, ax=Figure().add_subplot()).patches]
    ['card', 'arrow', 'card']
    """
    return draw_on(ax, partial(cards.draw_cards, _steps(data), gap=_ARROW, link=_arrow))


def flow_height(data: pd.DataFrame, width: float, measure: Measure, points: float) -> float:
    """Return the height in inches that :func:`step_flow` takes at its ease on a width in inches."""
    return cards.plan(_steps(data), width, Letters(measure, points), gap=_ARROW).height


def _steps(data: pd.DataFrame) -> list[cards.Card]:
    rows = needs(data, ("step", "text"), _EXAMPLE, may_be_empty=("text",), apart="step")
    return cards.grouped(rows.rename(columns={"step": "card"}))


def _arrow(panel: Panel, plan: cards.Plan, start: float, end: float) -> None:
    x = plan.names / 2 + plan.letters.em
    panel.ax.add_patch(
        FancyArrowPatch(
            (x, start),
            (x, end),
            arrowstyle="-|>",
            mutation_scale=0.8 * plan.letters.points,
            shrinkA=0,
            shrinkB=0,
            color=panel.colours.accent,
            lw=1.4 * panel.line,
            clip_on=False,
            in_layout=False,
            gid="arrow",
        )
    )
