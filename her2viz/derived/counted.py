"""Published figures for one question each: more than one site, the HER2-positive share, first site, spread by year."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_sites, load_sources, load_studies, load_subtype_facts
from her2viz.decimals import exact_decimals
from her2viz.derived.overlap import at_least
from her2viz.derived.published import SITES, published
from her2viz.derived.shares import BY_US

__all__ = ["first_site_rows", "her2_share_rows", "more_than_one_rows", "yearly_rows"]

_PLACE = ["source_id", "section", "line"]
#: The types that together are all HER2-positive disease.
_HER2 = ("HR-positive, HER2-positive", "HR-negative, HER2-positive")
#: The fact on how many have the HER2-positive type.
_SHARE = "cleveland-her2-share"


def _tells(study_id: str, column: str) -> str:
    """Return a cell of a study; nothing where what was read does not tell it."""
    cell = load_studies().set_index("study_id").loc[study_id, column]
    return "" if pd.isna(cell) else str(cell)


def more_than_one_rows() -> pd.DataFrame:
    """Return the share with more than one site that a study counted, and the range that the rough figures allow.

    The two rows are of different people.

    Returns
    -------
    pandas.DataFrame
        A row with ``percent`` (counted), and a row with ``low`` and ``high`` (worked out); ``heading``, ``words``,
        ``whom``, ``source`` (its name) and where each stands.
    """
    counted = published()
    counted = counted[counted["site"] == "more than one site"]
    counted = counted.assign(
        heading="more than one site",
        words=[f"{row.printed} in 100" for row in counted.itertuples()],
        whom=[
            f"{int(row.n_total):,} {row.population}, {row.subtype} types, "
            f"{_tells(row.study_id, 'country')}, {_tells(row.study_id, 'years')}; point in illness {row.moment_group}"
            for row in counted.itertuples()
        ],
        source=counted["study"],
    )
    rough = load_sites().dropna(subset="frequency_pct")
    low, high = at_least(2, [int(n) for n in rough["frequency_pct"]])
    hedge = str(rough["qualifier"].iloc[0])
    figures = ", ".join(f"{phrases.number(row.frequency_pct)} {phrases.plain(row.label)}" for row in rough.itertuples())
    allowed = {
        "subtype": "any",
        "population": rough["population"].iloc[0],
        "low": low,
        "high": high,
        "heading": "two or more of four sites",
        "words": f"{hedge} {low} to {high} in 100",
        "whom": f"{rough['population'].iloc[0]}; our reckoning from {phrases.count(len(rough))} rough figures, if of "
        f"the same 100; {phrases.specificity(rough)}",
        "source": load_sources().set_index("source_id").loc[rough["source_id"].iloc[0], "short_name"],
        "from_figures": f"{hedge} {figures}",
        **{column: rough[column].iloc[0] for column in _PLACE},
    }
    rows = pd.concat([counted.astype(object), pd.DataFrame([allowed]).astype(object)], ignore_index=True)
    return rows.assign(**{name: pd.to_numeric(rows[name]) for name in ("percent", "low", "high", "n_total")}).astype(
        {"line": "Int64"}
    )


def her2_share_rows() -> pd.DataFrame:
    """Return how many of 100 people have HER2-positive disease: one page's rough figure, then registries and series.

    Returns
    -------
    pandas.DataFrame
        A row a group of people: ``share``, ``words``, ``label`` (who says it), ``under`` (of whom), ``rough``,
        ``added`` (the printed shares of the two types that were added, or their counts), ``read_in`` (what was read
        of a study), and where it stands.

    Examples
    --------
    >>> her2_share_rows()[["study_id", "share"]].dropna().values.tolist()
    [['seer_2017_2021', 13.6], ['howlader_2014', 15.0], ['hess_2013', 17.0]]
    """
    fact = load_subtype_facts().set_index("row_id").loc[_SHARE]
    rough = {
        "share": float(fact["value"]),
        "words": phrases.hedged(fact["qualifier"], fact["value"]),
        "label": f"{load_sources().set_index('source_id').loc[fact['source_id'], 'short_name']} page",
        "rough": True,
        "subtype": "HER2-positive",
        **fact[["population", "qualifier", *_PLACE]],
    }
    rows = published()
    rows = rows[(rows["quantity"] == "subtype share") & rows["subtype_group"].isin(_HER2)]
    sums = [_added(part) for _, part in rows.groupby("study_id", sort=False) if len(part) == len(_HER2)]
    sums.sort(key=lambda row: float(row["share"]))  # type: ignore[arg-type]
    found = pd.DataFrame([rough, *sums])
    return found.assign(under=found["population"].map(_short), line=found["line"].astype("Int64"))


def _short(population: str) -> str:
    """Leave out of a group what all groups of the figure share: that it is breast cancer."""
    text = population.replace(" with breast cancer", "").replace(" breast cancer", "")
    return text.replace(" whose subtype is known", ", subtype known")


def _added(part: pd.DataFrame) -> dict[str, object]:
    """Add the two types: their counts where both are printed, else their shares as far as they are printed."""
    first, total = part.iloc[0], part["n_total"].iloc[0]
    if part["n_with"].notna().all():
        places = max(len(text.partition(".")[2]) for text in part["printed"])
        share = f"{100 * part['n_with'].sum() / total:.{places}f}"
        added = phrases.join(f"{int(n):,}" for n in part["n_with"]) + f" of {int(total):,} people"
    else:
        with exact_decimals():
            share, added = str(sum(map(Decimal, part["printed"]))), phrases.join(part["printed"])
    return {
        "share": float(share),
        "words": f"{share}*",
        "label": f"{first['study']}, {_tells(first['study_id'], 'country') or _tells(first['study_id'], 'years')}",
        "read_in": _tells(first["study_id"], "read_in"),
        "rough": False,
        "subtype": "HER2-positive",
        "population": first["population"],
        "study_id": first["study_id"],
        "denominator": first["denominator"],
        "moment": first["moment"],
        "added": f"{added}, added up, {BY_US}",
        "derived": share,
    }


def first_site_rows() -> pd.DataFrame:
    """Return the figures of the study that counted both the first site and the sites at any time.

    Returns
    -------
    pandas.DataFrame
        A row a site and moment: the columns of :func:`her2viz.load_published_figures`, ``printed``, ``study``,
        ``label`` (the site), ``group`` (when it was counted) and ``gloss`` (what that means).
    """
    rows = published()
    rows = rows[(rows["quantity"] == "site frequency") & rows["site"].isin(SITES) & (rows["subtype"] == "all")]
    first = set(rows.loc[rows["moment_group"] == "first site only", "study_id"])
    rows = rows[rows["study_id"].isin(first) & rows["moment_group"].isin(("first site only", "any time"))]
    labels = load_sites().set_index("site")["label"].astype(str)
    rows = rows.assign(
        label=rows["site"].astype(str).map(labels),
        group=[_MOMENTS[str(moment)][0] for moment in rows["moment_group"]],
        gloss=[_MOMENTS[str(moment)][1] for moment in rows["moment_group"]],
        place=[SITES.index(str(site)) for site in rows["site"]],
        later=rows["moment_group"] == "any time",
    )
    return rows.sort_values(["later", "place"]).drop(columns=["later", "place"]).reset_index(drop=True)


#: How the figures of a moment are headed, and what stands beside that.
_MOMENTS = {
    "first site only": ("Counted by first site only", "where spread was first found"),
    "any time": ("Counted at any time (our reading)", "one person can have more than one site"),
}


def yearly_rows() -> pd.DataFrame:
    """Return the share with spread to any distant site by year after the diagnosis, of one study.

    Returns
    -------
    pandas.DataFrame
        A row a year: the columns of :func:`her2viz.load_published_figures`, ``printed``, ``study``, ``year``, ``by``,
        ``rest`` (how many of 100 are not counted by then) and ``words``.

    Examples
    --------
    >>> yearly_rows()[["year", "percent"]].values.tolist()
    [[4, 20.0], [8, 30.0], [12, 36.0]]
    """
    rows = published()
    rows = rows[(rows["site"] == "any distant site") & (rows["moment_group"] == "by a given year")]
    year = rows["moment"].astype(str).str.extract(r"(\d+) years")[0].astype(int)
    return rows.assign(
        year=year,
        by=[f"by year {n}" for n in year],
        rest=[f"{100 - n:g}" for n in rows["percent"]],
        words=[
            f"{printed} with, {100 - n:g} without" for printed, n in zip(rows["printed"], rows["percent"], strict=True)
        ],
    ).reset_index(drop=True)
