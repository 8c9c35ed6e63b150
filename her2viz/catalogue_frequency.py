"""The figures of the documents' rough frequencies."""

from __future__ import annotations

import math

import pandas as pd

from her2viz import wording
from her2viz.charts.bars import site_bars
from her2viz.charts.icons import site_icons
from her2viz.charts.rows import frequency_rows
from her2viz.entry import Entry
from her2viz.page import Panels
from her2viz.wording import Words

__all__ = ["FREQUENCY_FIGURES"]


def _bar_words(rows: pd.DataFrame) -> Words:
    n = wording.count(len(rows))
    return wording.site_words(
        "Sites of spread in {population}",
        "Bar chart",
        f"Bar chart with {n} horizontal bars, one for each site, on a scale from 0 to 100. "
        "Around each bar an outline marks the whole 100.",
        rows,
    )


def _bar_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: site_bars(rows, ax=ax),), lambda room: room.page.row * (len(rows) + 0.9))


def _icon_words(rows: pd.DataFrame) -> Words:
    n = wording.count(len(rows))
    return wording.site_words(
        "Sites of spread, each shown as 100 {people}",
        "Icon arrays",
        f"Icon arrays: {n} squares of 100 circles, one for each site. "
        "Filled circles come first, row by row from the top left.",
        rows,
    )


def _icon_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: site_icons(rows, ax=ax),), lambda room: room.page.row * 3.9 * math.ceil(len(rows) / 4))


FREQUENCY_FIGURES: tuple[Entry, ...] = (
    Entry(
        "site-bars",
        "frequency",
        "Of 100 women with advanced breast cancer, about how many have spread at each site?",
        frequency_rows,
        _bar_words,
        _bar_panels,
        ("frequency_pct",),
    ),
    Entry(
        "site-icons",
        "frequency",
        "What do these figures look like as 100 women, site by site?",
        frequency_rows,
        _icon_words,
        _icon_panels,
        ("frequency_pct",),
    ),
)
