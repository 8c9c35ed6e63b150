"""Published figures beside the rough figures: one tidy frame, for the charts of studies."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_published_figures, load_sites, load_studies
from her2viz.derived.intervals import with_intervals
from her2viz.errors import as_names, unknown

__all__ = ["COVERINGS", "MOMENTS", "NOT_ALL_HER2", "SITES", "people", "published", "study_rows"]

#: The sites that have a rough figure to set studies beside, in display order.
SITES = ("bone", "lung", "liver", "brain")
#: The moments whose figures are shown. Shares by first site only, and by a given year, compare with no rough figure.
MOMENTS = ("at first diagnosis", "when spread is first found", "any time", "not stated")
#: What must be said of the one label that reads like HER2-positive and is not quite that.
NOT_ALL_HER2 = "HER2-overexpressing is not simply all HER2-positive disease."
#: How a note says that figures of the brain are of the central nervous system.
COVERINGS = "brain and its coverings"


def published() -> pd.DataFrame:
    """Load the published figures with the percentage as it is printed and the study's short name."""
    names = load_studies().set_index("study_id")["short_name"]
    rows = load_published_figures()
    rows = rows.assign(printed=rows.pop("percent_printed"), study=rows["study_id"].map(names))
    rows.attrs = {}
    return rows


def people(population: str, n_total: float | None) -> str:
    """Say how many were counted, with the study's own noun.

    Examples
    --------
    >>> people("women with metastatic breast cancer", 125), people("people newly diagnosed", None)
    ('125 women', 'not printed')
    """
    noun = phrases.noun(pd.DataFrame({"population": [population]}))
    return "not printed" if n_total is None or pd.isna(n_total) else f"{int(n_total):,} {noun}"


def study_rows(site: str | None = None, subtypes: Sequence[str] = ("all",)) -> pd.DataFrame:
    """Return the published site figures that compare with the rough ones, each with the rough figure beside it.

    These are percentages of people with metastatic disease. They stand in groups by the moment of counting, in a
    fixed order; figures of different groups must not be joined or averaged.

    Parameters
    ----------
    site : str, optional
        "bone", "lung", "liver" or "brain"; all four where None.
    subtypes : sequence of str
        The types of breast cancer to keep, as the studies label them; "all" is all types together.

    Returns
    -------
    pandas.DataFrame
        A row a published figure: the columns of :func:`her2viz.load_published_figures`, ``printed`` (the percentage
        as published), ``study`` and ``label`` (its short name), ``country`` (where the text read names one),
        ``people`` (how many were counted), ``low`` and ``high`` (a 95% interval, where one may be computed),
        ``site_label``, ``rough_pct``, ``qualifier``, ``rough_population`` and the place of the rough figure in its
        document.

    Raises
    ------
    UsageError
        If the site has no rough figure, or no study has such a subtype.

    Examples
    --------
    >>> rows = study_rows("lung")
    >>> rows[["label", "moment_group", "printed", "rough_pct"]].head(2).values.tolist()
    [['Jia et al. 2023', 'when spread is first found', '34.7', 30], \
['Cui et al. 2015', 'when spread is first found', '34.7', 30]]
    """
    if site is not None and not (isinstance(site, str) and site in SITES):
        raise unknown("site", site, SITES)
    wanted = as_names("subtypes", subtypes, '["all"]')
    rows = published()
    for subtype in wanted:
        if subtype not in set(rows["subtype"]):
            raise unknown("subtype", subtype, sorted(set(rows["subtype"])), "hv.load_published_figures()['subtype']")
    rows = rows[
        (rows["quantity"] == "site frequency")
        & (rows["denominator"] == "metastatic")
        & rows["moment_group"].isin(MOMENTS)
        & rows["subtype"].isin(wanted)
        & rows["site"].isin(SITES if site is None else [site])
    ]
    rough = load_sites().set_index("site")
    rows = rows.assign(
        label=rows["study"],
        country=rows["study_id"].map(load_studies().set_index("study_id")["country"]),
        people=[people(r.population, r.n_total) for r in rows.itertuples()],
        site_label=rows["site"].astype(str).map(rough["label"].astype(str)),
        rough_pct=rows["site"].astype(str).map(rough["frequency_pct"]).astype(int),
        rough_population=rows["site"].astype(str).map(rough["population"].astype(str)),
        **{
            column: rows["site"].astype(str).map(rough[column])
            for column in ("qualifier", "sites_overlap", "source_id", "section", "line")
        },
        order=[MOMENTS.index(moment) for moment in rows["moment_group"]],
        place=[SITES.index(str(where)) for where in rows["site"]],
    )
    rows = rows.sort_values(["order", "place"], kind="stable").drop(columns=["order", "place"])
    return with_intervals(rows.reset_index(drop=True))
