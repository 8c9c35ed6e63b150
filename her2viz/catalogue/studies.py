"""The figures of published studies, beside the documents' rough figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from her2viz.catalogue.entry import Entry, shipped
from her2viz.catalogue.shares import GROUP_FIGURES
from her2viz.charts.study.dot_rows import LINE, dot_lines
from her2viz.charts.study.dots import study_dots
from her2viz.derived.published import COVERINGS, SITES, published, study_rows
from her2viz.page.panels import Panels, Room
from her2viz.words import citing, data_table
from her2viz.words.claim import unsigned
from her2viz.words.study import KAPLAN_TYPES, OUR_READING, her2_words, kaplan_words, site_words, sites_words
from her2viz.words.study_titles import her2_title, kaplan_title, site_title, sites_title

__all__ = ["STUDY_FIGURES"]

#: What is HER2-positive disease, all of it or a part. HER2-overexpressing is neither, and has a figure of its own.
_HER2 = ("HER2-positive", "HR-negative, HER2-positive")
#: Of the page's width, between the numbers of a site and the tracks of the next.
_BETWEEN = 0.025
#: What the rough figure is of, where words are few.
_SHORT = ("{name}, no type:", "{noun}, {disease}")


# --- rows ---


def _of_rough(rows: pd.DataFrame, *lines: str) -> str:
    """Say in some lines what page the rough figure is from, and of whom."""
    name = citing.documents().loc[rows["source_id"].iloc[0], "short_name"]
    noun, _, disease = str(rows["rough_population"].iloc[0]).partition(" with ")
    return "\n".join(lines).format(
        name=f"{name}, unsigned" if unsigned(rows) else name,
        page=f"Unsigned {name}" if unsigned(rows) else name,
        noun=noun,
        disease=disease,
    )


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Name studies by their first author and year, with a mark where more is to be said of one.

    A star where they left out some treatment, a dagger where the moment is our reading.
    """
    stars = rows["population"].str.contains(", without ").map({True: "*", False: ""})
    daggers = rows["note"].str.contains(OUR_READING, na=False).map({True: "\u2020", False: ""})
    label = rows["study"].str.replace(" et al.", "", regex=False) + stars + daggers
    return rows.assign(label=label, people=rows["people"].replace("not printed", ""))


def _all_rows() -> pd.DataFrame:
    rows = _named(study_rows()).drop(columns=["low", "high"])
    return rows.assign(rough_label=_of_rough(rows, *_SHORT))


def _site_rows(site: str) -> pd.DataFrame:
    rows = _named(study_rows(site)).drop(columns="sites_overlap")
    unclear = rows["note"].str.contains("denominator is unclear", na=False)
    size = unclear.map({True: "size unclear", False: "no size given"}).where(rows["people"] == "", rows["people"])
    rough = _of_rough(rows, "{page}: of 100 {noun}", "with {disease}, no type named")
    return rows.assign(people=size, rough_label=rough)


def _her2_rows() -> pd.DataFrame:
    """Return HER2-positive disease at each site, beside the other types that the same study counted there."""
    types = [kind for kind in published()["subtype"].unique() if kind not in ("all", "unknown")]
    rows = _named(study_rows(subtypes=types)).drop(columns=["low", "high"])
    her2 = rows["subtype_group"].isin(_HER2)
    same = [rows[column].astype(str) for column in ("study_id", "site", "moment_group")]
    rows = rows.assign(strong=her2, beside=her2.groupby(same).transform("size") - 1)[
        her2.groupby(same).transform("any")
    ]
    counts = rows["moment_group"].astype(str) + rows["subtype"].astype(str)
    first = counts == counts.groupby(rows["study_id"]).transform("first")
    study = rows["label"].where(first | (rows["beside"] > 0), rows["label"].str.split(" ").str[0])
    back = rows["population"].str.contains("came back").map({True: "came back, ", False: ""})
    rows = rows.assign(
        group=study + ": " + rows["moment_group"].astype(str),
        mark=rows["note"].str.contains(COVERINGS, na=False).map({True: "*", False: ""}),
        label=[_type_name(row) for row in rows.itertuples()],
        whom=((rows["country"] + ", ").where(first).fillna("") + back + rows["people"]).str.removesuffix(", "),
        rough_label=_of_rough(rows, *_SHORT),
    )
    most = rows["beside"].groupby(rows["study_id"]).transform("max")
    alone = rows["site"].astype(str).groupby(rows["study_id"]).transform("nunique")
    place = pd.DataFrame({"sites": -alone, "others": -most, "her2": ~rows["strong"]}, index=rows.index)
    return rows.loc[place.sort_values(["sites", "others", "her2"], kind="stable").index].reset_index(drop=True)


def _type_name(row: Any) -> str:
    """Name a type in words, with what the study adds to its group."""
    _, _, more = str(row.subtype).partition(", ")
    return ", ".join(filter(None, (str(row.subtype_group).replace(", ", "/"), more)))


def _kaplan_rows() -> pd.DataFrame:
    """Return the one study with all four sites by subtype."""
    rows = _named(study_rows(subtypes=KAPLAN_TYPES)).drop(columns=["low", "high"])
    rows = rows[rows["study_id"] == "kaplan_2016"]
    strong = rows["subtype"] == "HER2-overexpressing"
    study = f"{rows['label'].iloc[0]}: time {rows['moment_group'].iloc[0]}"
    rows = rows.assign(
        group=strong.map({True: study, False: "other types, same study"}),
        label=rows["subtype"].astype(str),
        strong=strong,
        whom="",
        under=(rows["country"] + ", ").where(strong, "") + rows["people"],
        rough_label=_of_rough(rows, *_SHORT),
    )
    return rows.sort_values("strong", ascending=False, kind="stable").reset_index(drop=True)


# --- panels ---


def _aligned(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Give each site the same rows, so that its panel stands level with the others; what is not given stays empty."""
    key = ["group", "moment_group", "label", "whom", "under", "country", "people", "strong"]
    key = [name for name in key if name in rows]
    rows = rows.assign(moment_group=rows["moment_group"].astype(str))
    wanted = rows[key].drop_duplicates()
    same = ["site", "site_label", "denominator", "rough_pct", "qualifier", "rough_label"]
    panels = []
    for site in (name for name in SITES if (rows["site"] == name).any()):
        here = rows[rows["site"].astype(str) == site]
        panel = wanted.merge(here, on=key, how="left")
        panels.append(panel.assign(**{column: [here[column].iloc[0]] * len(panel) for column in same}))
    return panels


def _height(rows: pd.DataFrame, size: str) -> Callable[[Room], float]:
    return lambda room: LINE * getattr(room.page, size) / 72 * dot_lines(rows)


def _site_by_site(rows: pd.DataFrame) -> Panels:
    """Set the sites side by side, the rows named once."""
    panels = _aligned(rows)
    draw = tuple(partial(_dots, panel, number == 0) for number, panel in enumerate(panels))
    return Panels(draw, _height(panels[0], "small"), columns=len(panels), between=_BETWEEN * (len(panels) - 1))


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
        "How does HER2-positive disease compare with other types in the same study?",
        shipped("published-subtypes", _her2_rows),
        her2_words,
        _site_by_site,
        data_table.STUDIES,
        ("percent",),
        label="HER2-positive disease beside other types in the same studies",
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
