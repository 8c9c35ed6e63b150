"""The figures of studies that answer one question each: more than one site, the HER2-positive share, when."""

from __future__ import annotations

from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz import phrases
from her2viz.catalogue.entry import Entry, shipped
from her2viz.charts.study.bars import bar_lines, study_bars
from her2viz.charts.study.hundreds import counted_hundreds, hundreds_height
from her2viz.charts.study.moments import moment_bars, moment_height
from her2viz.charts.study.walls import framed_answer
from her2viz.charts.typesetting import Measure
from her2viz.dataset.loaders import load_studies
from her2viz.derived.counted import first_site_rows, her2_share_rows, more_than_one_rows, yearly_rows
from her2viz.derived.shares import BY_US
from her2viz.page.panels import Panels, Room
from her2viz.words import data_table
from her2viz.words.parts import Words
from her2viz.words.study import study_parts

__all__ = ["COUNTED_FIGURES"]

_OURS = "\u201cAny time\u201d is our reading of the abstract."


def _tells(rows: pd.DataFrame, *columns: str) -> str:
    """Say what the text that was read tells of the one study, such as its country."""
    study = load_studies().set_index("study_id").loc[rows["study_id"].iloc[0]]
    return ", ".join(study[[*columns]].dropna())


# --- more than one site ---


def _answer_panels(rows: pd.DataFrame) -> Panels:
    draw = (partial(_framed, rows.iloc[:1]), partial(_framed, rows.iloc[1:]))
    return Panels(draw, lambda room: 0.42 * room.width, columns=2, widths=(3.0, 2.0))


def _framed(rows: pd.DataFrame, ax: Axes) -> Axes:
    return framed_answer(rows, ax=ax)


def _answer_title(rows: pd.DataFrame) -> str:
    return f"One study: {rows['printed'].iloc[0]} in 100 had more than one site"


def _either(rows: pd.DataFrame) -> str:
    """Name both groups in one: "women with metastatic or advanced cancer"."""
    who, what, kinds = phrases.noun(rows), " breast cancer", []
    for population in rows["population"]:
        assert population.startswith(f"{who} with ")
        assert population.endswith(what)
        kinds.append(population.removeprefix(f"{who} with ").removesuffix(what))
    return f"{who} with {' or '.join(kinds)} cancer"


def _answer_words(rows: pd.DataFrame) -> Words:
    counted, allowed = rows.iloc[0], rows.iloc[1]
    size = f"{int(counted['n_total'])} {phrases.noun(rows)}"
    return Words(
        **study_parts(rows),
        title=_answer_title(rows),
        form="Icon arrays",
        reference=f"{phrases.sentence(_either(rows))[:-1]}: neither group checks the other",
        in_rows="Sources: above.",
        shows=(
            f"More than one site. {counted['study']}: {counted['printed']} of 100 {counted['population']} "
            f"({size}). Worked out, {allowed['words']} {allowed['population']}: what rough figures of one web page "
            "allow. Not the same women.",
        ),
        built="Two frames, kept apart. On the left 100 circles, filled for what a study counted. On the right "
        "a whole of 100 with a pale range between two end marks, worked out from rough figures.",
        facts=(
            f"{counted['study']}: {counted['words']} {counted['heading']}, of {counted['whom']}.",
            f"The web page gives {allowed['from_figures']} in 100 for four sites, and no figure for more than one.",
            f"If the four are about the same {allowed['population']}, {allowed['words']} have two of these sites or "
            f"more; this range is {BY_US}.",
            "The two are of different people, so neither checks the other.",
        ),
        brief=(
            f"One study counted {counted['words']} {counted['population']} with more than one site.",
            f"A web page gives four rough figures. They allow {allowed['words']} {allowed['population']}, if all are "
            "about the same women.",
            "These are not the same people.",
        ),
        terms=("metastatic", "HER2"),
    )


# --- the HER2-positive share ---


def _bar_panels(rows: pd.DataFrame) -> Panels:
    drawn = rows.rename(columns={"share": "percent"})

    def tall(room: Room) -> float:
        return Measure.height(1, room.page.small) * bar_lines(drawn)

    return Panels((lambda ax: study_bars(drawn, ax=ax),), tall)


def _share_title(rows: pd.DataFrame) -> str:
    rough, counted = rows[rows["rough"]], rows[~rows["rough"]]
    hedged = phrases.hedged(rough["qualifier"].iloc[0], rough["share"].iloc[0])
    shares = sorted(counted["share"])
    return f"HER2-positive: a page says {hedged}, studies {shares[0]:g} to {shares[-1]:g}"


def _share_words(rows: pd.DataFrame) -> Words:
    counted = rows[~rows["rough"]]
    rough = rows[rows["rough"]].iloc[0]
    return Words(
        **study_parts(rows),
        title=_share_title(rows),
        form="Bar chart",
        reference="HER2-positive, of 100 with breast cancer in each row",
        aside=f"*added up, {BY_US}",
        in_rows="Sources: above.",
        shows=(
            f"With the HER2-positive type, of 100 with breast cancer: {rough['words']} (rough, one web page); "
            f"{'; '.join(f'{row.words[:-1]} ({row.label})' for row in counted.itertuples())}. "
            "Each counts its own group.",
        ),
        built="Bar chart. Each row is another group of people, with a bar in an outlined whole of 100 of its own. The "
        "rough figure is pale, what studies counted is solid.",
        facts=(
            f"One web page: of 100 {rough['population']}, {rough['words']}.",
            *(f"{row.label}: of 100 {row.population}, {row.words[:-1]} ({row.added})." for row in counted.itertuples()),
            *(
                f"{study.short_name} was read in a {study.read_in}."
                for study in load_studies().itertuples()
                if study.study_id in set(counted["study_id"]) and not study.read_in.startswith("abstract")
            ),
            "HER2-positive is hormone receptor-positive and -negative together; the studies print the two apart.",
            "The groups differ, so the rows are set side by side and never joined.",
        ),
        brief=(
            f"How many of 100 have the HER2-positive type: {rough['words']} on one web page, and in "
            f"{phrases.count(len(counted))} studies {phrases.join(text[:-1] for text in counted['words'])}.",
            "Each row counts its own group.",
            f"Each study prints two shares; their sum is {BY_US}.",
        ),
        terms=("HER2",),
    )


# --- the first site, and any time ---


def _moment_panels(rows: pd.DataFrame) -> Panels:
    def tall(room: Room) -> float:
        return moment_height(rows, room.page.label, room.page.heading)

    return Panels((lambda ax: moment_bars(rows, ax=ax),), tall)


def _moment_title(rows: pd.DataFrame) -> str:
    """Say both figures of the first site."""
    first, ever = (part.iloc[0] for _, part in rows.groupby("group", sort=False))
    return f"Spread to {first['site']}: {first['printed']} as first site, {ever['printed']} at any time"


def _moment_words(rows: pd.DataFrame) -> Words:
    study, population = rows["study"].iloc[0], rows["population"].iloc[0]
    size = f"{int(rows['n_total'].iloc[0])} {phrases.noun(rows)}"
    listed = [
        f"{moment!s} {', '.join(f'{row.label.lower()} {row.printed}' for row in part.itertuples())}"
        for moment, part in rows.groupby(rows["moment_group"].astype(str), sort=False)
    ]
    notes = [phrases.sentence(str(text)) for text in rows["note"].dropna().unique()]
    return Words(
        **study_parts(rows),
        title=_moment_title(rows),
        form="Bar chart",
        reference=f"Of 100 {population}, all types together",
        aside=f"One study, {_tells(rows, 'setting', 'country', 'years')}, {size}",
        shows=(f"Of 100 {population} in {study}: {'; '.join(listed)}. {phrases.OVERLAP}.",),
        built="Bar chart in two groups, one below the other, for the two ways of counting. Each row is a site, with a "
        "bar in an outlined whole of 100.",
        facts=(
            f"{study} counted {size} in two ways, of 100 {population}: {'; '.join(listed)}.",
            *notes,
            "The two ways of counting answer different questions; neither is more right.",
            f"{phrases.OVERLAP}.",
        ),
        brief=(
            f"One study counted {size} in two ways: where the cancer was first found to have spread, and where it was "
            "found at any time.",
            _OURS,
            f"{phrases.OVERLAP}.",
        ),
        terms=("metastatic",),
    )


# --- distant spread by year ---


def _year_panels(rows: pd.DataFrame) -> Panels:
    def tall(room: Room) -> float:
        return hundreds_height(len(rows), room.width, room.page.label, room.page.heading)

    named = rows.assign(by="distant spread " + rows["by"])  # with what, and without what
    return Panels((lambda ax: counted_hundreds(named, ax=ax),), tall)


def _year_title(rows: pd.DataFrame) -> str:
    last = rows.iloc[-1]
    return f"{last['by'].capitalize()}: {last['printed']} of 100 with distant spread, {last['rest']} without"


def _year_words(rows: pd.DataFrame) -> Words:
    study, population = rows["study"].iloc[0], rows["population"].iloc[0]
    size = f"{int(rows['n_total'].iloc[0]):,} {phrases.noun(rows)}"
    listed = ", ".join(f"{row.by} {row.printed}" for row in rows.itertuples())
    rest = ", ".join(f"{row.by} {row.rest}" for row in rows.itertuples())
    return Words(
        **study_parts(rows),
        title=_year_title(rows),
        form="Icon arrays",
        reference=f"Of 100 {population}, all types together",
        aside=f"{size}, {_tells(rows, 'setting', 'years')}; not for any one type",
        shows=(
            f"Of 100 {population}, with spread to any distant site: {listed}; without: {rest}. {study}, all types "
            "together.",
        ),
        built="Three arrays of 100 circles, one for each year. A filled circle is one woman of 100 whose cancer had "
        "spread to any distant site by then.",
        facts=(
            f"{study}, {size}, of 100 {population}: {listed}.",
            f"The others were not counted with distant spread by then, in 100: {rest}.",
            "These are cumulative: whoever is counted by one year is counted by all later ones.",
            "All types of breast cancer are counted together, so this is no figure for any one type.",
        ),
        brief=(
            f"Of 100 {population}, so many had spread to any distant site: {listed}.",
            f"The others were not counted with it by then: {rest}.",
            "All types of breast cancer are counted together.",
        ),
        terms=(),
    )


COUNTED_FIGURES: tuple[Entry, ...] = (
    Entry(
        "more-than-one-site",
        "study",
        _answer_title,
        "How many have more than one site: what was counted, and what can be worked out?",
        shipped("more-than-one-site", more_than_one_rows),
        _answer_words,
        _answer_panels,
        data_table.COUNTED,
        ("percent", "low", "high"),
        label="More than one site: what one study counted, and what rough figures allow",
    ),
    Entry(
        "her2-share",
        "study",
        _share_title,
        "How many have the HER2-positive type, and of whom?",
        shipped("her2-share", her2_share_rows),
        _share_words,
        _bar_panels,
        data_table.COUNTED,
        ("share",),
        label="How many have the HER2-positive type: a page beside studies",
    ),
    Entry(
        "first-and-any-time",
        "study",
        _moment_title,
        "How much does it matter when a study counts?",
        shipped("first-and-any-time", first_site_rows),
        _moment_words,
        _moment_panels,
        data_table.STUDIES,
        ("percent",),
        label="First site only, or any time: one study counted both",
    ),
    Entry(
        "distant-by-year",
        "study",
        _year_title,
        "How many had distant spread as years went by?",
        shipped("distant-by-year", yearly_rows),
        _year_words,
        _year_panels,
        data_table.COUNTED,
        ("percent",),
        label="Distant spread by year, in one study",
    ),
)
