"""The figures of the documents' rough frequencies."""

from __future__ import annotations

import math

import pandas as pd

from her2viz import citing, wording
from her2viz.charts.bars import site_bars
from her2viz.charts.body import body_map, body_rows
from her2viz.charts.icons import site_icons
from her2viz.charts.rows import bars_of, frequency_rows
from her2viz.entry import Entry, credited
from her2viz.page import Panels, Room
from her2viz.site_wording import notes, site_words
from her2viz.wording import Words

__all__ = ["FREQUENCY_FIGURES"]


def _bar_words(rows: pd.DataFrame) -> Words:
    bars = wording.counted(len(rows), "horizontal bar")
    return site_words(
        "{sites} in {population}",
        "Bar chart",
        f"Bar chart with {bars}, one for each site, on a scale from 0 to 100. "
        "Around each bar an outline marks the whole 100.",
        rows,
    )


def _bar_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: site_bars(rows, ax=ax),), lambda room: room.page.row * (len(rows) + 0.9))


def _icon_words(rows: pd.DataFrame) -> Words:
    squares = wording.counted(len(rows), "square")
    return site_words(
        "{sites}, each shown as 100 {people}",
        "Icon arrays",
        f"Icon arrays: {squares} of 100 circles, one for each site. "
        "Filled circles come first, row by row from the top left.",
        rows,
    )


def _icon_panels(rows: pd.DataFrame) -> Panels:
    def height(room: Room) -> float:
        columns = 4
        if wording.is_own(rows):  # long words leave fewer side by side
            points, words = room.page.label, [t for bar in bars_of(rows) for t in bar[::2]]
            widest = max(room.measure.width(text, points, "bold") for text in words) + 2 * points / 72
            columns = max(1, min(columns, int(room.width / widest)))
        return room.page.row * 3.9 * math.ceil(len(rows) / columns)

    return Panels((lambda ax: site_icons(rows, ax=ax),), height)


def _body_words(rows: pd.DataFrame) -> Words:
    figured, named = frequency_rows(rows), rows[rows["frequency_pct"].isna()]
    words = site_words(
        "{sites} on an outline of the body",
        "Body map",
        f"Body map: {wording.counted(len(rows), 'site')} marked on the outline of a person seen from the front. "
        "All marks are of one size: they show about where a site is, and size means nothing. "
        "A line leads from each mark to its label; a figure has a small bar in an outline that marks the whole 100.",
        figured,
    )
    if named.empty:
        # a slide has no room for many places: these stand in the sources
        credit = words.credit if len(words.sources) == 1 else citing.names_credit(rows)
        swap = words.description.replace(words.credit, credit), words.caption.replace(words.credit, credit)
        return words._replace(credit=credit, description=swap[0], caption=swap[1])
    others = "; ".join(
        f"{wording.join(wording.plain(label) for label in group['label'])}, for {population}"
        for population, group in named.groupby("population", sort=False, observed=True)
    )
    told = f"Named with no figure, with open marks: {others}."
    figures, also = (", ".join(citing.short_names(part)) for part in (figured, named))
    if wording.is_own(rows):
        credit = citing.credit(rows)
        other = set(named["population"]) != set(figured["population"])
        marks = f"Open marks: named {'for other groups' if other else 'with no figure'}."
        return words._replace(
            aside=". ".join(part for part in (words.aside, marks) if part),
            credit=credit,
            description=words.description.replace(words.credit, f"{told} {notes(named)} {credit}".replace("  ", " ")),
            caption=words.caption.replace(words.credit, f"{told} {credit}"),
            sources=citing.cited(rows),
        )
    credit = f"Source of the figures: {figures}. Sites named with no figure: {also}."
    places = f"{citing.credit(figured)} {citing.credit(named)}"
    return words._replace(
        aside=f"{words.aside}. Open marks: named for other groups.",
        credit=credit,
        description=words.description.replace(words.credit, f"{told} {credit} {places}"),
        caption=words.caption.replace(words.credit, f"{told} {credit}"),
        sources=citing.cited(rows),
    )


def _body_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: body_map(rows, ax=ax),), lambda room: room.page.row * 6.4)


FREQUENCY_FIGURES: tuple[Entry, ...] = (
    Entry(
        "site-bars",
        "frequency",
        "Of 100 women with advanced breast cancer, about how many have spread at each site?",
        credited(frequency_rows),
        _bar_words,
        _bar_panels,
        ("frequency_pct",),
        takes_data=True,
    ),
    Entry(
        "site-icons",
        "frequency",
        "What do these figures look like as 100 women, site by site?",
        credited(frequency_rows),
        _icon_words,
        _icon_panels,
        ("frequency_pct",),
        takes_data=True,
    ),
    Entry(
        "body-map",
        "frequency",
        "Where in the body are the sites that the pages name, and which of them have a figure?",
        credited(body_rows),
        _body_words,
        _body_panels,
        ("frequency_pct",),
        takes_data=True,
    ),
)
