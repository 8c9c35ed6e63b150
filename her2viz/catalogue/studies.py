"""The figures of published studies, beside the documents' rough figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from her2viz.catalogue.entry import Entry, shipped
from her2viz.catalogue.shares import GROUP_FIGURES
from her2viz.charts.study.dot_rows import LINE, dot_lines
from her2viz.charts.study.dots import study_dots
from her2viz.derived.published import SITES, study_rows
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.study import KAPLAN_TYPES, her2_words, kaplan_words, site_words, sites_words
from her2viz.words.study_titles import her2_title, kaplan_title, site_title, sites_title

__all__ = ["STUDY_FIGURES"]

_HER2_TYPES = ("HER2+", "HER2-overexpressing")


# --- rows ---


def _of_rough(rows: pd.DataFrame, *more: str) -> str:
    """Name the document of the rough figure, and of whom it is, in two lines."""
    name = citing.documents().loc[rows["source_id"].iloc[0], "short_name"]
    whom = str(rows["rough_population"].iloc[0]).replace(" with ", ",\n", 1)
    return f"{', '.join((name, *more))}: {whom}"


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Name studies by their first author and year, with a star where they left out some treatment."""
    stars = rows["population"].str.contains(", without ").map({True: "*", False: ""})
    sizes = ["" if pd.isna(n) else f"{int(n):,}" for n in rows["n_total"]]
    label = rows["study"].str.replace(" et al.", "", regex=False) + stars
    return rows.assign(label=label, people=sizes, people_head="people")


def _all_rows() -> pd.DataFrame:
    rows = _named(study_rows()).drop(columns=["low", "high"])
    return rows.assign(rough_label=_of_rough(rows))


def _site_rows(site: str) -> pd.DataFrame:
    rows = _named(study_rows(site)).drop(columns="sites_overlap")
    return rows.assign(rough_label=f"Rough, {_of_rough(rows)}")


def _her2_rows() -> pd.DataFrame:
    """Return the figures for HER2-positive disease, each under the study's own name for the type."""
    rows = _named(study_rows(subtypes=_HER2_TYPES)).drop(columns=["low", "high"])
    came_back = rows["population"].str.contains("came back").map({True: "came back, ", False: ""})
    groups = rows["subtype_group"].astype(str)
    return rows.assign(
        group=groups.replace("HER2-overexpressing", "HER2-overexpressing*"),
        under=came_back + rows["moment_group"].astype(str).replace("not stated", "time not stated"),
        rough_label=_of_rough(rows, "type unnamed"),
    )


def _kaplan_rows() -> pd.DataFrame:
    """Return the one study with all four sites by subtype."""
    rows = _named(study_rows(subtypes=KAPLAN_TYPES)).drop(columns=["low", "high"])
    rows = rows[rows["study_id"] == "kaplan_2016"]
    return rows.assign(
        group=f"{rows['label'].iloc[0]}, {rows['country'].iloc[0]}; time {rows['moment_group'].iloc[0]}",
        label=rows["subtype"].astype(str),
        country="",
        rough_label=_of_rough(rows, "type unnamed"),
    ).reset_index(drop=True)


# --- panels ---


def _aligned(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Give each site the same rows, so that its panel stands level with the others; what is not given stays empty."""
    key = [name for name in ("group", "moment_group", "label", "under", "country", "people") if name in rows]
    rows = rows.assign(moment_group=rows["moment_group"].astype(str))
    wanted = rows[key].drop_duplicates()
    same = ["site", "site_label", "denominator", "rough_pct", "qualifier", "rough_label", "people_head"]
    panels = []
    for site in SITES:
        here = rows[rows["site"].astype(str) == site]
        panel = wanted.merge(here, on=key, how="left")
        panels.append(panel.assign(**{column: [here[column].iloc[0]] * len(panel) for column in same}))
    return panels


def _height(rows: pd.DataFrame, size: str) -> Callable[[Room], float]:
    return lambda room: LINE * getattr(room.page, size) / 72 * dot_lines(rows)


def _site_by_site(rows: pd.DataFrame) -> Panels:
    """Set the four sites side by side, the rows named once."""
    panels = _aligned(rows)
    draw = tuple(partial(_dots, panel, number == 0) for number, panel in enumerate(panels))
    return Panels(draw, _height(panels[0], "small"), columns=len(panels))


def _dots(rows: pd.DataFrame, labels: bool, ax: Axes) -> Axes:
    return study_dots(rows, labels=labels, ax=ax)


def _one_site(rows: pd.DataFrame) -> Panels:
    return Panels((partial(_dots, rows, True),), _height(rows, "label"))


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
        label="Sites of spread in published studies, beside rough figures",
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
            label=lambda rows: f"{rows['site_label'].iloc[0]} in published studies, beside a rough figure",
        )
        for site in SITES
    ),
    Entry(
        "published-subtypes",
        "study",
        her2_title,
        "Do the rough figures hold for HER2-positive disease?",
        shipped("published-subtypes", _her2_rows),
        her2_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
        label="HER2-positive disease in published studies, beside rough figures",
    ),
    Entry(
        "published-subtypes-kaplan",
        "study",
        kaplan_title,
        "How far apart do four types stand inside one study?",
        shipped("published-subtypes-kaplan", _kaplan_rows),
        kaplan_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
        label="Four types in one study, beside rough figures",
    ),
    *GROUP_FIGURES,
)
