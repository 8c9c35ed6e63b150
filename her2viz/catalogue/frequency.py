"""The figures of the documents' rough frequencies."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from her2viz import phrases, style
from her2viz.catalogue.entry import Entry, credited, shipped
from her2viz.charts.frequency.bars import site_bars
from her2viz.charts.frequency.body import body_map, body_rows
from her2viz.charts.frequency.hundreds import one_hundred
from her2viz.charts.frequency.icons import site_icons
from her2viz.charts.frequency.rows import bars_of, frequency_rows
from her2viz.dataset import origin
from her2viz.dataset.loaders import load_sites, load_subtype_facts
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, glossary
from her2viz.words.frequency import notes, site_words
from her2viz.words.parts import Words

__all__ = ["FREQUENCY_FIGURES"]


def _bar_words(rows: pd.DataFrame) -> Words:
    bars = phrases.counted(len(rows), "horizontal bar")
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
    squares = phrases.counted(len(rows), "square")
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
        if origin.is_own(rows):  # long words leave fewer side by side
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
        f"Body map: {phrases.counted(len(rows), 'site')} marked on the outline of a person seen from the front. "
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
        f"{phrases.join(phrases.plain(label) for label in group['label'])}, for {population}"
        for population, group in named.groupby("population", sort=False, observed=True)
    )
    told = f"Named with no figure, with open marks: {others}."
    figures, also = (", ".join(citing.short_names(part)) for part in (figured, named))
    if origin.is_own(rows):
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


# --- percent-of-whom ---

#: The claims that have their own hundred, and the site whose figure is easily taken for one of theirs.
_FACTS, _SITE = ("cleveland-her2-share", "cleveland-her2-early-spread"), "liver"


def _hundred_rows() -> pd.DataFrame:
    kept = ["value", "qualifier", "population", "says", "statement", "source_id", "section", "line"]
    facts = load_subtype_facts().set_index("fact_id").loc[list(_FACTS)]
    # what is so of these people stands in the statement after whom it is of
    says = [re.search(r"\b(?:have|see)\b[^;]*", text) for text in facts["statement"]]
    facts = facts.assign(says=[found[0] if found else "" for found in says])
    sites = load_sites().query("site == @_SITE").rename(columns={"frequency_pct": "value"})
    says_site = [f"have spread in the {phrases.plain(label)}" for label in sites["label"]]
    sites = sites.assign(says=says_site, statement="")
    rows = pd.concat([facts.reset_index()[kept], sites[[*kept, "site"]]], ignore_index=True)
    return rows.assign(value=rows["value"].astype(float), site=rows["site"].astype(object))


def _hundred_words(rows: pd.DataFrame) -> Words:
    told = [
        f"{phrases.reference_class(rows.loc[[i]])}, {phrases.hedged(r['qualifier'], r['value'])} {r['says']}."
        for i, r in rows.iterrows()
    ]
    both = [f"{phrases.hedged(r['qualifier'], 100 - r['value'])} do not" for _, r in rows.iterrows()]
    first, last = rows.iloc[0], rows.iloc[-1]
    same = first["value"] == last["value"]
    note = (
        f"Two say {phrases.hedged(first['qualifier'], first['value'])}, but not of the same people."
        if same
        else "Each figure holds for its own group only."
    )
    note = f"{note} No time span is given for the {phrases.number(rows.iloc[1]['value'])}."
    rule = "Three different groups: nothing here may be multiplied."
    caveat = origin.caveat("frequency", rows)
    credit = citing.names_credit(rows)
    worded = [found for text in rows["statement"] for found in re.findall(r"worded as (1 in \d+)", str(text))]
    specific = phrases.specificity(rows[rows["site"].notna()])
    end = [caveat, glossary.explain(["advanced", "HER2"]), credit]
    short = [f"{phrases.number(r['value'])} of 100 {r['population']} {r['says']}" for _, r in rows.iterrows()]
    third = f"The third is {specific}."
    return Words(
        title="Percent of whom? Three different hundreds",
        reference=rule,
        aside=f"Rough figures; the third is {specific}",
        note=note,
        caveat=caveat,
        credit=credit,
        alt=phrases.shortest(
            f"Icon arrays, three groups, not to be multiplied. About {'; '.join(short)}. {third}",
            f"Icon arrays of three groups. About {'; '.join(short)}.",
            f"Icon arrays. About {'; '.join(short)}.",
        ),
        description=" ".join(
            [
                "Icon arrays: three squares of 100 circles, set apart by lines, each under the name of its group. "
                "Filled circles come first, row by row from the top left.",
                *(f"{text[:-1]}, and {rest}." for text, rest in zip(told, both, strict=True)),
                rule,
                note,
                "No group is the counted part of the one before it.",
                third,
                *end,
                citing.credit(rows),
            ]
        ),
        caption=" ".join(
            [*told, *(f"The page words the second as {form}." for form in worded[:1]), rule, note, third, *end]
        ),
        sources=citing.cited(rows),
    )


def _hundred_panel(rows: pd.DataFrame, last: bool) -> Callable[[Axes], object]:
    def draw(ax: Axes) -> None:
        one_hundred(rows, ax=ax)
        if not last:
            lw = ax.spines["left"].get_linewidth()
            ax.add_line(Line2D([0.97, 0.97], [0, 1], color=style.OUTLINE, lw=lw, transform=ax.transAxes, gid="divider"))

    return draw


def _hundred_panels(rows: pd.DataFrame) -> Panels:
    draw = tuple(_hundred_panel(rows.iloc[[n]], n == len(rows) - 1) for n in range(len(rows)))
    return Panels(draw, lambda room: room.page.row * 3.1, columns=len(rows))


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
    Entry(
        "percent-of-whom",
        "frequency",
        "Of whom is each of three figures, and why can they not be put together?",
        shipped("percent-of-whom", _hundred_rows),
        _hundred_words,
        _hundred_panels,
        ("value",),
    ),
)
