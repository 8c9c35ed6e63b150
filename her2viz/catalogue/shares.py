"""The figures of groups inside groups: two denominators, and trees that may or may not be climbed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.study.shares import share_bars, share_lines
from her2viz.charts.study.trees import BROKEN, group_tree, tree_height
from her2viz.charts.typesetting import Measure
from her2viz.derived.shares import DERIVED, share_rows, tree_rows
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.parts import Words
from her2viz.words.study import study_parts

__all__ = ["GROUP_FIGURES"]

#: How much of the page's width a panel of two has; the rest stands between them.
_HALF = 0.48
_TREES = (1.0, 1.16)
_SHARES_TITLE = "The same people, two percentages: ask of whom"
_TREE_TITLE = "One tree may be climbed; the other is no tree"


def _split(rows: pd.DataFrame, column: str) -> list[pd.DataFrame]:
    return [part for _, part in rows.groupby(column, sort=False)]


def _side_by_side(
    parts: list[pd.DataFrame],
    chart: Callable[..., Axes],
    height: Callable[[pd.DataFrame, float, Room], float],
    widths: tuple[float, ...],
) -> Panels:
    def tall(room: Room) -> float:
        shares = [2 * 0.95 * _HALF * width / sum(widths) for width in widths]  # the layout takes a little
        return max(height(part, share * room.width, room) for part, share in zip(parts, shares, strict=True))

    # an empty column keeps the panels apart
    draw = (partial(_draw, chart, parts[0]), _nothing, partial(_draw, chart, parts[1]))
    gap = sum(widths) * (1 - 2 * _HALF) / (2 * _HALF)
    return Panels(draw, tall, columns=3, widths=(widths[0], gap, widths[1]))


def _draw(chart: Callable[..., Axes], rows: pd.DataFrame, ax: Axes) -> Axes:
    return chart(rows, ax=ax)


def _nothing(ax: Axes) -> None:
    ax.axis("off")


def _share_height(rows: pd.DataFrame, width: float, room: Room) -> float:
    page = room.page
    lines = share_lines(rows, width, room.measure, page.small, page.label)
    return Measure.height(1, page.small) * (lines + 1.4)


def _share_panels(rows: pd.DataFrame) -> Panels:
    return _side_by_side(_split(rows, "study_id"), share_bars, _share_height, (1.0, 1.0))


def _share_words(rows: pd.DataFrame) -> Words:
    shares = [f"{row.study}, {row.heading}: {row.words}, {row.whom}." for row in rows.itertuples()]
    short = [
        f"{part['heading'].iloc[0]}: {part['printed'].iloc[0]} in 100 newly diagnosed, "
        f"{part['printed'].iloc[1]} in 100 of those metastatic then"
        for part in _split(rows, "study_id")
    ]
    return Words(
        **study_parts(rows),
        title=_SHARES_TITLE,
        form="Bar chart",
        reference="Of 100 newly diagnosed, or of 100 metastatic at first diagnosis",
        aside="Counted at first diagnosis, all types of breast cancer together",
        shows=(f"The same people, two percentages. {'. '.join(short)}.",),
        built="Bar chart with two panels, one for each study. In each, the same people stand as a bar in two outlined "
        "wholes of 100: of all newly diagnosed, and of those metastatic at first diagnosis.",
        facts=(
            *shares,
            "The number of people does not change; the group that they are a share of does.",
            f"The size of the smaller group is {DERIVED}: count divided by percentage.",
            "Both are counted at first diagnosis, all types together.",
        ),
        brief=(
            "The same people as a share of two groups: all who are newly diagnosed, and those whose cancer had spread "
            "by then.",
            f"The size of the second group is {DERIVED}.",
        ),
        terms=("metastatic",),
    )


def _tree_height(rows: pd.DataFrame, width: float, room: Room) -> float:
    return tree_height(rows, width, room.measure, room.page.small)


def _tree_panels(rows: pd.DataFrame) -> Panels:
    return _side_by_side(_split(rows, "heading"), partial(group_tree, heading=False), _tree_height, _TREES)


def _tree_words(rows: pd.DataFrame) -> Words:
    study, pages = _split(rows, "heading")
    early = pages[pages["row_id"] == "cleveland-her2-early-spread"]
    number = phrases.number(early["number"].iloc[0])
    ((page, *_),) = citing.names(early)
    unsure = f"{page} gives no time span or source for the {number}; no study read here confirms it."
    low = [f"{int(n):,}" for n in study["number"]]
    groups = [f"{row.qualifier} {row.number:g}" for row in pages.itertuples()]
    return Words(
        **study_parts(rows),
        title=_TREE_TITLE,
        form="Tree diagram",
        reference="Left: people of one study. Right: three groups of 100 on web pages",
        aside=unsure,
        shows=(
            f"Joined: {low[0]} newly diagnosed, about {low[1]} metastatic, {low[2]} in bone. "
            f"Not joined: web pages on {phrases.join(groups)} of three different groups of 100. Do not multiply these.",
        ),
        built="Tree diagram with two parts, read from top to bottom.",
        facts=(
            f"Left: {study['heading'].iloc[0]}. Arrows join the boxes: {'; '.join(study['words'])}.",
            f"Right: {pages['heading'].iloc[0]}. Between the boxes the link is broken, with the words "
            f"\u201c{BROKEN}\u201d.",
            f"The boxes say: {'; '.join(pages['words'])}.",
            "On the left a share of a share may be multiplied, for each group lies in the one above. On the right it "
            "may not, for the groups differ.",
            unsure,
        ),
        brief=(
            "On the left each group lies in the one above, so the shares may be multiplied. On the right the three "
            "groups differ, so they may not.",
            unsure,
            f"The middle number on the left is {DERIVED}.",
        ),
        terms=("metastatic", "HER2"),
    )


GROUP_FIGURES: tuple[Entry, ...] = (
    Entry(
        "two-denominators",
        "study",
        _SHARES_TITLE,
        "How can the same people be two percentages?",
        shipped("two-denominators", share_rows),
        _share_words,
        _share_panels,
        data_table.SHARES,
        ("percent",),
    ),
    Entry(
        "frequency-trees",
        "study",
        _TREE_TITLE,
        "Which shares may be multiplied, and which may not?",
        shipped("frequency-trees", tree_rows),
        _tree_words,
        _tree_panels,
        data_table.TREES,
        ("number",),
    ),
)
