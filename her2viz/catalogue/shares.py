"""The figures of groups inside groups: two denominators, and a tree that may be climbed."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.study.shares import share_bars, share_height
from her2viz.charts.study.trees import people_tree, tree_height
from her2viz.dataset.loaders import load_studies
from her2viz.derived.shares import BY_US, DERIVED, share_rows, tree_rows
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.parts import Credit, Words
from her2viz.words.study import study_parts

__all__ = ["GROUP_FIGURES"]


def _by_study(rows: pd.DataFrame) -> list[pd.DataFrame]:
    return [part for _, part in rows.groupby("study_id", sort=False)]


def _share_panels(rows: pd.DataFrame) -> Panels:
    def tall(room: Room) -> float:
        return 2.1 * share_height(room.page.small, room.page.heading)

    return Panels(tuple(partial(_shares, part) for part in _by_study(rows)), tall)


def _shares(rows: pd.DataFrame, ax: Axes) -> Axes:
    return share_bars(rows, ax=ax)


def _share_title(rows: pd.DataFrame) -> str:
    first, second = rows["printed"].iloc[:2]
    return f"Spread to {rows['site'].iloc[0]}: same people, {first} or {second} in 100"


def _registry(rows: pd.DataFrame, *columns: str) -> str:
    """Say where the people of all studies were counted."""
    studies = load_studies()
    studies = studies.loc[studies["study_id"].isin(set(rows["study_id"])), [*columns]]
    return "; ".join(studies.agg(", ".join, axis=1).unique())


def _share_words(rows: pd.DataFrame) -> Words:
    shares = [f"{row.study}, {row.heading}: {row.words}, {row.whom}." for row in rows.itertuples()]
    short = [
        f"{part['heading'].iloc[0]}, {part['printed'].iloc[0]} in 100 newly diagnosed, "
        f"{part['printed'].iloc[1]} in 100 of those already metastatic"
        for part in _by_study(rows)
    ]
    slices = [
        f"In {row.study}, {row.slice:g} in 100 of the first group are in the second, {BY_US}."
        for row in rows.dropna(subset="slice").itertuples()
    ]
    leads = [f"{part['site'].iloc[0]}".capitalize() for part in _by_study(rows)]
    credits = (
        Credit(citing.names(part), lead=f"{'Sources, ' if n == 0 else ''}{lead.lower() if n == 0 else lead}")
        for n, (part, lead) in enumerate(zip(_by_study(rows), leads, strict=True))
    )
    return Words(
        **study_parts(rows) | {"credits": tuple(credits)},
        title=_share_title(rows),
        form="Bar chart",
        reference=f"Of 100 newly diagnosed with breast cancer, or 100 metastatic {rows['moment'].iloc[0]}",
        aside=f"{_registry(rows, 'setting', 'country')}, all types; *{BY_US}",
        shows=(f"The same people, two shares. {'. '.join(short)}.",),
        built="Bar chart with two parts, one for each study. In each, the same people stand as a bar in two outlined "
        "wholes of 100. The first is of all newly diagnosed; its pale slice, those already metastatic, widens into the "
        "second.",
        facts=(
            *shares,
            *slices,
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


def _tree_panels(rows: pd.DataFrame) -> Panels:
    def tall(room: Room) -> float:
        return tree_height(room.width, room.page.heading)

    return Panels((partial(_tree, rows),), tall)


def _tree(rows: pd.DataFrame, ax: Axes) -> Axes:
    return people_tree(rows, ax=ax)


def _tree_title(rows: pd.DataFrame) -> str:
    every, _, found = rows["per_1000"].iloc[:3]
    return f"Of {every:,} newly diagnosed, about {found} had spread to bone"


def _tree_words(rows: pd.DataFrame) -> Words:
    every, some, found, elsewhere, others = rows.itertuples()
    moment = some.says.removeprefix("metastatic ")
    counts = "; ".join(
        f"{'about ' * (not pd.isna(row.derived))}{row.number:,} {row.says}{f', {BY_US}' * (not pd.isna(row.derived))}"
        for row in rows.head(3).itertuples()  # the others are what is left, known no closer than these
    )
    return Words(
        **study_parts(rows),
        title=_tree_title(rows),
        form="Tree diagram",
        reference=f"{every.population[:1].upper()}{every.population[1:]}, all types together",
        aside=f"{_registry(rows, 'setting', 'country', 'years')}; for every 1,000, {BY_US}, rounded",
        shows=(
            f"Of 1,000 {every.population}: {some.words}, of whom {found.words} and {elsewhere.words}; "
            f"{others.words.replace(str(moment), 'then')}. Rounded, {BY_US}.",
        ),
        built="Tree diagram, read from top to bottom: 1,000 circles, one a person, in ten hundreds; those metastatic "
        "at first diagnosis are drawn again below, larger, in two parts.",
        facts=(
            f"Of 1,000 {every.population}: {'; '.join(rows['words'].iloc[1:])}.",
            f"In the study itself: {counts}.",
            f"The numbers of every 1,000 are {BY_US} and rounded so that the parts add up.",
            "Each group lies in the one before, so a share of a share may be multiplied here.",
        ),
        brief=(
            f"Of 1,000 {every.population}, {some.words}. Of these, {found.words} and {elsewhere.words}.",
            "Each group lies in the one before, so the shares may be multiplied.",
            f"The numbers are {BY_US} from the counts of one study, and rounded.",
        ),
        terms=("metastatic",),
    )


GROUP_FIGURES: tuple[Entry, ...] = (
    Entry(
        "two-denominators",
        "study",
        _share_title,
        "How can the same people be two percentages?",
        shipped("two-denominators", share_rows),
        _share_words,
        _share_panels,
        data_table.SHARES,
        ("percent", "slice"),
        label="The same people, two percentages: ask of whom",
    ),
    Entry(
        "frequency-tree",
        "study",
        _tree_title,
        "Of all who are newly diagnosed, how many have spread to bone by then?",
        shipped("frequency-tree", tree_rows),
        _tree_words,
        _tree_panels,
        data_table.TREES,
        ("per_1000",),
        label="A tree that may be climbed: newly diagnosed, metastatic, spread to bone",
    ),
)
