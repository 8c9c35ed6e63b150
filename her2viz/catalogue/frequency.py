"""The figures of the documents' rough frequencies."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from her2viz import phrases, style
from her2viz.catalogue.bar_pages import bar_panels
from her2viz.catalogue.entry import Entry, credited, shipped
from her2viz.charts.frequency.body import also_named, body_map, body_rows
from her2viz.charts.frequency.hundreds import one_hundred
from her2viz.charts.frequency.icons import site_icons
from her2viz.charts.frequency.rows import bars_of, frequency_rows, shown_rows
from her2viz.dataset.loaders import load_sites, load_subtype_facts
from her2viz.dataset.origin import FREQUENCY, origin_of
from her2viz.errors import DataError
from her2viz.own.grouped import groups_of
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table, own
from her2viz.words.extremes import largest
from her2viz.words.frequency import largest_and_smallest, most_and_least, site_words
from her2viz.words.parts import Credit, Words

__all__ = ["FREQUENCY_FIGURES"]


#: Own tables of more rows are no icon arrays: so many squares are no longer counted, and reach beyond a sheet of paper.
_MOST_ICONS = 12


def _label(rows: pd.DataFrame, tail: str = "") -> str:
    """Name what is drawn, without a number."""
    return f"{own.heading(rows) if origin_of(rows).own else 'Sites of spread'}{tail}"


def _bar_words(rows: pd.DataFrame) -> Words:
    thing, groups = origin_of(rows).thing.name, groups_of(rows)
    bars = phrases.counted(int(rows["frequency_pct"].notna().sum()), "horizontal bar")
    pairs = "two" if 2 * rows["site"].nunique() == int(rows["frequency_pct"].notna().sum()) else "up to two"
    each = f"{pairs} for each {thing}, first {groups[0]}, then {groups[1]}," if groups else f"one for each {thing},"
    built = f"Bar chart with {bars}, {each} on a scale from 0 to 100. Around each bar an outline marks the whole 100."
    if origin_of(rows).own:
        return own.own_words(own.largest_and_smallest(rows), "Bar chart", built, rows)
    return site_words(largest_and_smallest(rows), "Bar chart", built, rows)


def _icon_rows(data: pd.DataFrame | None) -> pd.DataFrame:
    rows = shown_rows(data)
    if origin_of(rows).own and len(rows) > _MOST_ICONS:
        raise DataError(f"site-icons has room for {_MOST_ICONS} rows; got {len(rows)}. Draw them with site-bars.")
    return rows


def _icon_words(rows: pd.DataFrame) -> Words:
    squares = phrases.counted(int(rows["frequency_pct"].notna().sum()), "square")
    built = (
        f"Icon arrays: {squares} of 100 circles, one for each {origin_of(rows).thing.name}. "
        "Filled circles come first, row by row from the top left. A gap after five helps to count."
    )
    if origin_of(rows).own:
        return own.own_words(own.all_figures(rows), "Icon arrays", built, rows, circles=True)
    return site_words(most_and_least(rows), "Icon arrays", built, rows)


def _icon_panels(rows: pd.DataFrame) -> Panels:
    def height(room: Room) -> float:
        columns = 4
        if origin_of(rows).own:  # long words leave fewer side by side
            points, words = room.page.label, [t for bar in bars_of(rows) for t in (bar.label, bar.words)]
            widest = max(room.measure.width(text, points, "bold") for text in words) + 2 * points / 72
            columns = max(1, min(columns, int(room.width / widest)))
        return room.page.row * 4.3 * math.ceil(len(rows) / columns)

    return Panels((lambda ax: site_icons(rows, ax=ax),), height)


def _body_title(rows: pd.DataFrame) -> str:
    """Say the largest figure, where the hedges tell which it is, and how many sites have none."""
    figured, named = rows[rows["frequency_pct"].notna()], int(rows["frequency_pct"].isna().sum())
    top, own_rows = largest(figured), origin_of(rows).own
    if not named:
        return own.largest_and_smallest(rows) if own_rows else largest_and_smallest(figured)
    if len(top) == 1:
        first, lack = top.iloc[0], "lacks a figure" if named == 1 else "lack figures"
        figure = phrases.in_100(first["qualifier"], first["frequency_pct"])
        spread = phrases.sentence(f"{figure} have spread {phrases.within(first['label'])}")[:-1]
        lead = f"{first['label']} {figure}" if own_rows else spread
        return f"{lead}; {phrases.counted(named, 'site')} {lack}"
    have = phrases.counted(len(figured), "site")
    return f"{have[:1].upper()}{have[1:]} with figures, {phrases.count(named)} without"


def _body_words(rows: pd.DataFrame) -> Words:
    figured, named = frequency_rows(rows), rows[rows["frequency_pct"].isna()]
    built = (
        f"Body map: {phrases.counted(len(rows), 'site')} marked on a drawing of a person seen from the front, with "
        "bones and organs. A line leads from each site to its label. All dots are of one size; the size and the colour "
        "of an organ mean nothing. A figure has a bar in an outline that marks the whole 100."
    )
    if origin_of(rows).own:
        marks = " Open marks are sites without a figure." if len(named) else ""
        words = own.own_words(_body_title(rows), "Body map", built + marks, rows)
        return replace(words, note=f"{phrases.OVERLAP}." if words.note else "")
    words = site_words(_body_title(rows), "Body map", built, figured)
    # a slide has no room for more: the caveat says that the figures are rough, and the bars show what they add up to
    words = replace(
        words,
        aside=phrases.sentence(words.aside.removeprefix("Rough figures, "))[:-1],
        note=f"{phrases.OVERLAP}." if words.note else "",
    )
    if named.empty:
        return words
    others = " ".join(
        f"{phrases.sentence(phrases.join(map(phrases.plain, group['label'])))[:-1]}, for {population}."
        for population, group in named.groupby("population", sort=False, observed=True)
    )
    names = citing.documents()["short_name"]
    too = [f"{names[m.source_id]} names the {m.site} too, for {m.population}." for m in also_named(rows).itertuples()]
    open_marks = f"Open marks are sites that a page names with no figure. {others}"
    return replace(
        words,
        facts=(*words.facts, open_marks, *too),
        brief=(*words.brief, open_marks),
        places=citing.places(rows),
        credits=(
            Credit(citing.names(figured), "Figures", ", "),
            Credit(citing.names(named), "Named", ", "),
        ),
        # the other sites stand under the page's name
        in_rows=str(Credit(citing.names(figured), "Figures", ", ")),
        located=(Credit(citing.places(figured)), Credit(citing.places(named))),
    )


def _body_panels(rows: pd.DataFrame) -> Panels:
    return Panels((lambda ax: body_map(rows, ax=ax),), lambda room: room.page.row * 6.4)


# --- percent-of-whom ---

#: The claims that have their own hundred, and the site whose figure is easily taken for one of theirs.
_FACTS, _SITE = ("cleveland-her2-share", "cleveland-her2-early-spread"), "liver"


def _hundred_rows() -> pd.DataFrame:
    kept = ["value", "qualifier", "population", "subtype", "says", "worded_as", "remark", "source_id", "section"]
    kept += ["line"]
    facts = load_subtype_facts().set_index("row_id").loc[list(_FACTS)]
    # what a page does not tell stands last in the statement
    facts = facts.assign(remark=facts["statement"].str.split("; ").str[1])
    sites = load_sites().query("site == @_SITE").rename(columns={"frequency_pct": "value"})
    says_site = [f"have spread {phrases.within(label)}" for label in sites["label"]]
    sites = sites.assign(says=says_site, worded_as=None, remark=phrases.specificity(sites))
    rows = pd.concat([facts.reset_index()[kept], sites[[*kept, "site"]]], ignore_index=True)
    return rows.assign(
        page=rows["source_id"].astype(str).map(citing.documents()["short_name"]),
        value=rows["value"].astype(float),
        subtype=rows["subtype"].astype(str),
        site=rows["site"].astype(object),
    )


def _hundred_title(rows: pd.DataFrame) -> str:
    """Say that the same number is of two groups, where it is."""
    first, last = rows.iloc[0], rows.iloc[-1]
    if first["value"] != last["value"]:
        return f"{phrases.count(len(rows)).capitalize()} figures, each of another hundred people"
    return f"Two figures say {phrases.in_100(first['qualifier'], first['value'])}, but of different people"


def _hundred_words(rows: pd.DataFrame) -> Words:
    groups = [
        (
            f"{phrases.reference_class(rows.loc[[i]])}, {phrases.hedged(r['qualifier'], r['value'])} {r['says']}",
            f"{phrases.hedged(r['qualifier'], 100 - r['value'])} do not",
        )
        for i, r in rows.iterrows()
    ]
    first, second, last = (rows.iloc[n] for n in (0, 1, -1))
    same = (
        f"Two say {phrases.hedged(first['qualifier'], first['value'])}, but not of the same people."
        if first["value"] == last["value"]
        else "Each figure holds for its own group only."
    )
    note = f"{same} Of the {phrases.number(second['value'])}, {second['remark']}."
    rule = f"{phrases.count(len(rows)).capitalize()} groups, not to be multiplied"
    third = f"The third is {last['remark']}."
    short = [f"{phrases.number(r['value'])} of 100 {r['population']} {r['says']}" for _, r in rows.iterrows()]
    return Words(
        origin=FREQUENCY,
        title=_hundred_title(rows),
        form="Icon arrays",
        reference=rule,
        built="Icon arrays: three squares of 100 circles, set apart by lines, each under the name of its group. "
        "Filled circles come first, row by row from the top left. A gap after five helps to count.",
        facts=(
            *(f"{have}, and {rest}." for have, rest in groups),
            f"{rule}.",
            note,
            "No group is the counted part of the one before it.",
            third,
        ),
        brief=(
            *(f"{have}." for have, _ in groups),
            f"The page words the second as {second['worded_as']}.",
            f"{rule}.",
            note,
            third,
        ),
        shows=(
            f"Three groups, not to be multiplied. About {'; '.join(short)}. {third}",
            f"Three groups. About {'; '.join(short)}.",
            f"About {'; '.join(short)}.",
        ),
        caveat=FREQUENCY.caveat(rows),
        in_rows="Sources: above.",
        terms=("advanced", "HER2"),
        places=citing.places(rows),
        credits=(Credit(citing.names(rows)),),
        located=(Credit(citing.places(rows)),),
    )


def _hundred_panel(rows: pd.DataFrame, last: bool) -> Callable[[Axes], object]:
    def draw(ax: Axes) -> None:
        one_hundred(rows, ax=ax)
        if not last:
            lw = ax.spines["left"].get_linewidth()
            wall: dict[str, Any] = {"color": style.OUTLINE, "lw": 1.5 * lw, "transform": ax.transAxes}
            ax.add_line(Line2D([1, 1], [0, 1], gid="divider", clip_on=False, **wall))

    return draw


def _hundred_panels(rows: pd.DataFrame) -> Panels:
    draw = tuple(_hundred_panel(rows.iloc[[n]], n == len(rows) - 1) for n in range(len(rows)))
    # the longest name of a group takes two lines as well
    return Panels(draw, lambda room: room.page.row * 5.3, columns=len(rows), widths=(1.0, 1.22, 1.0))


FREQUENCY_FIGURES: tuple[Entry, ...] = (
    Entry(
        "site-bars",
        "frequency",
        largest_and_smallest,
        "Of 100 women with advanced breast cancer, about how many have spread at each site?",
        credited(shown_rows),
        _bar_words,
        bar_panels,
        data_table.site_table,
        ("frequency_pct",),
        takes_data=True,
        label=lambda rows: _label(rows, "" if origin_of(rows).own else f" in {rows['population'].iloc[0]}"),
    ),
    Entry(
        "site-icons",
        "frequency",
        most_and_least,
        "What do these figures look like as 100 women, site by site?",
        credited(_icon_rows),
        _icon_words,
        _icon_panels,
        data_table.site_table,
        ("frequency_pct",),
        takes_data=True,
        label=lambda rows: _label(rows, ", each shown as circles"),
    ),
    Entry(
        "body-map",
        "frequency",
        _body_title,
        "Where in the body are the sites that the pages name, and which of them have a figure?",
        credited(body_rows),
        _body_words,
        _body_panels,
        data_table.site_table,
        ("frequency_pct",),
        takes_data=True,
        label=lambda rows: _label(rows, " on an outline of the body"),
    ),
    Entry(
        "percent-of-whom",
        "frequency",
        _hundred_title,
        "Of whom is each of three figures, and why can they not be put together?",
        shipped("percent-of-whom", _hundred_rows),
        _hundred_words,
        _hundred_panels,
        data_table.HUNDREDS,
        ("value",),
        label="Percent of whom? Different hundreds",
    ),
)
