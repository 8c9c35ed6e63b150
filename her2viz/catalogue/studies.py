"""The figures of published studies, beside the documents' rough figures."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.catalogue.entry import Entry, shipped
from her2viz.catalogue.shares import GROUP_FIGURES
from her2viz.charts.study.dot_rows import dot_lines
from her2viz.charts.study.dots import study_dots
from her2viz.charts.typesetting import Measure
from her2viz.derived.published import SITES, study_rows
from her2viz.page.panels import Panels, Room
from her2viz.words import data_table
from her2viz.words.study import (
    HER2_TITLE,
    KAPLAN_TITLE,
    KAPLAN_TYPES,
    her2_words,
    kaplan_words,
    site_title,
    site_words,
    sites_title,
    sites_words,
)

__all__ = ["STUDY_FIGURES"]

#: A row of a chart, in lines of small type.
_LINE = 1.12
_HER2_TYPES = ("HER2+", "HER2-overexpressing")


# --- rows ---


def _rough_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Write of whom the rough figure is into its row."""
    return rows.assign(rough_label=rows["rough_population"])


def _narrow(rows: pd.DataFrame) -> pd.DataFrame:
    """Fit rows to narrow panels: no intervals, and numbers of people without their noun."""
    sizes = ["\u2013" if pd.isna(n) else f"{int(n):,}" for n in rows["n_total"]]
    return rows.drop(columns=["low", "high"]).assign(people=sizes)


def _all_rows() -> pd.DataFrame:
    return _rough_of(_narrow(study_rows()))


def _site_rows(site: str) -> pd.DataFrame:
    return _rough_of(study_rows(site)).drop(columns="sites_overlap")


def _of_whom(study: str, subtype: str, population: str) -> str:
    """Name study and type in two lines; on the shorter one, say where it is of people whose cancer came back."""
    lines = [study, subtype]
    if "came back" in population:
        lines[len(study) > len(subtype)] += ", came back"
    return "\n".join(lines)


def _her2_rows() -> pd.DataFrame:
    """Return the figures for HER2-positive disease, each under the study's own name for the type."""
    rows = _rough_of(_narrow(study_rows(subtypes=_HER2_TYPES)))
    return rows.assign(
        label=[_of_whom(row.study, row.subtype, row.population) for row in rows.itertuples()],
        rough_label=[textwrap.fill(f"rough figures: {text}, no type named", 36) for text in rows["rough_label"]],
    )


def _kaplan_rows() -> pd.DataFrame:
    """Return the one study with all four sites by subtype."""
    rows = _rough_of(study_rows(subtypes=KAPLAN_TYPES))
    rows = rows[rows["study_id"] == "kaplan_2016"]
    return rows.assign(
        label=rows["subtype"].astype(str),
        label_head="type",
        apart=(rows["percent"] - rows["rough_pct"]).abs().round(1),
        rough_label=[textwrap.fill(f"rough figures: {text}", 26) for text in rows["rough_label"]],
    ).reset_index(drop=True)


# --- panels ---


def _aligned(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Give each site the same rows, so that its panel stands level with the others; what is not given stays empty."""
    key = ["moment_group", "label", "people"]
    rows = rows.assign(moment_group=rows["moment_group"].astype(str))
    wanted = rows[key].drop_duplicates()
    same = ["site", "site_label", "denominator", "rough_pct", "qualifier", "rough_label"]
    panels = []
    for site in SITES:
        here = rows[rows["site"].astype(str) == site]
        panel = wanted.merge(here, on=key, how="left")
        panels.append(panel.assign(**{column: [here[column].iloc[0]] * len(panel) for column in same}))
    return panels


def _height(rows: pd.DataFrame) -> Callable[[Room], float]:
    return lambda room: Measure.height(1, room.page.small) * _LINE * (dot_lines(rows) + 1.6)


def _site_by_site(rows: pd.DataFrame) -> Panels:
    """Set the four sites side by side, the rows named once."""
    panels = _aligned(rows)
    draw = tuple(partial(_dots, panel, number == 0) for number, panel in enumerate(panels))
    return Panels(draw, _height(panels[0]), columns=len(panels))


def _dots(rows: pd.DataFrame, labels: bool, ax: Axes) -> Axes:
    return study_dots(rows, labels=labels, ax=ax)


def _one_site(rows: pd.DataFrame) -> Panels:
    return Panels((partial(_dots, rows, True),), _height(rows))


STUDY_FIGURES: tuple[Entry, ...] = (
    Entry(
        "published-sites",
        "study",
        sites_title,
        "How do published studies compare with the rough figures?",
        shipped("published-sites", _all_rows),
        sites_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
    ),
    *(
        Entry(
            f"published-sites-{site}",
            "study",
            site_title,
            f"How often did studies find spread to {site}, and of whom?",
            shipped(f"published-sites-{site}", partial(_site_rows, site)),
            site_words,
            _one_site,
            data_table.STUDIES,
            ("percent",),
        )
        for site in SITES
    ),
    Entry(
        "published-subtypes",
        "study",
        HER2_TITLE,
        "Do the rough figures hold for HER2-positive disease?",
        shipped("published-subtypes", _her2_rows),
        her2_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
    ),
    Entry(
        "published-subtypes-kaplan",
        "study",
        KAPLAN_TITLE,
        "How far apart do four types stand inside one study?",
        shipped("published-subtypes-kaplan", _kaplan_rows),
        kaplan_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
    ),
    *GROUP_FIGURES,
)
