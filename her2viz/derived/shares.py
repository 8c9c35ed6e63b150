"""Groups inside groups: the same people as a share of two groups, and trees that may or may not be climbed."""

from __future__ import annotations

import math
from decimal import Decimal

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_sites, load_subtype_facts
from her2viz.derived.published import published

__all__ = ["DERIVED", "derived_size", "share_rows", "tree_rows"]

_BY_US = "derived by us"
#: What must be said of a group size that no study prints.
DERIVED = f"{_BY_US}, not printed"
#: The facts on a share of a group that the documents' figures are sometimes chained with.
_FACTS = ("cleveland-her2-share", "cleveland-her2-early-spread")


def derived_size(n_with: int, printed: str) -> int:
    """Derive the size of a group from a count and its printed percentage, rounded to what the percentage allows.

    Examples
    --------
    >>> derived_size(8295, "65.1")
    12740
    """
    value = Decimal(printed)
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    half = Decimal(5).scaleb(min(exponent, 0) - 1)
    spread = 100 * n_with / (value - half) - 100 * n_with / (value + half)
    step = 10 ** max(0, math.floor(math.log10(spread)))
    return int(step * round(100 * n_with / value / step))


def share_rows() -> pd.DataFrame:
    """Return the two studies that print the same people as a share of two groups.

    Returns
    -------
    pandas.DataFrame
        A row a share: the columns of :func:`her2viz.load_published_figures`, ``printed``, ``study``, ``heading`` (who
        the people are), ``whom`` (of whom the share is), ``words`` (the share) and ``derived`` (the size of the
        group where the study does not print it, derived from count and percentage).

    Examples
    --------
    >>> share_rows()[["study", "printed", "denominator"]].values.tolist()[:2]
    [['Gong et al. 2018', '3.6', 'all newly diagnosed'], ['Gong et al. 2018', '65.1', 'metastatic']]
    """
    rows = published()
    rows = rows[(rows["subtype"] == "all") & rows["n_with"].notna() & (rows["quantity"] == "site frequency")]
    rows = rows[rows.groupby(["study_id", "site"], observed=True)["denominator"].transform("nunique") == 2]
    whom: list[str] = []
    words: list[str] = []
    derived: list[int | None] = []
    for row in rows.itertuples():
        if pd.isna(row.n_total):
            size = derived_size(int(row.n_with), row.printed)
            whom.append(f"of {row.population}: about {size:,}, {DERIVED}")
            derived.append(size)
        else:
            whom.append(f"of {int(row.n_total):,} {row.population}")
            derived.append(None)
        thousand = f" ({phrases.number(float(Decimal(row.printed) * 10))} per 1,000)" if row.percent < 1 else ""
        words.append(f"{row.printed} in 100{thousand}")
    heading = [f"{int(r.n_with):,} people with spread to {r.site}" for r in rows.itertuples()]
    return rows.assign(heading=heading, whom=whom, words=words, derived=pd.array(derived, dtype="Int64")).reset_index(
        drop=True
    )


def tree_rows() -> pd.DataFrame:
    """Return the boxes of two trees: of one study, which may be climbed, and of the documents, which may not.

    Returns
    -------
    pandas.DataFrame
        A row a box: ``heading`` (of its tree), ``box`` (from the top), ``words`` (of the box), ``joined`` (whether
        the people are some of those in the box above), ``number``, ``population``, and where it stands: ``study_id``
        or ``source_id``, ``section`` and ``line``.

    Examples
    --------
    >>> rows = tree_rows()
    >>> rows.loc[rows["study_id"].notna(), "number"].tolist()
    [229195.0, 12740.0, 8295.0]
    """
    shares = share_rows()
    shares = shares[shares["study_id"] == "gong_2018"]
    every, some = (shares[shares["denominator"] == kind].iloc[0] for kind in ("all newly diagnosed", "metastatic"))
    size = int(some["derived"])
    study = {"study_id": every["study_id"], "heading": "One study: groups inside groups"}
    boxes = [
        {
            **study,
            "joined": False,
            "number": float(every["n_total"]),
            "population": every["population"],
            "words": f"{int(every['n_total']):,} {every['population']}",
        },
        {
            **study,
            "joined": True,
            "number": float(size),
            "population": some["population"],
            "words": f"about {size:,} of them metastatic {some['moment']} ({_BY_US})",
        },
        {
            **study,
            "joined": True,
            "number": float(some["n_with"]),
            "population": f"{some['population']}, with spread to {some['site']}",
            "words": f"{int(some['n_with']):,} of these with spread to {some['site']}: "
            f"{some['printed']} in 100 of the second box, {every['printed']} in 100 of the first",
        },
    ]
    pages = {"heading": "Web pages: three groups, no tree", "joined": False}
    place = ["population", "subtype", "qualifier", "source_id", "section", "line"]
    facts = load_subtype_facts().set_index("row_id")
    for row_id in _FACTS:
        fact = facts.loc[row_id]
        hedged = phrases.hedged(fact["qualifier"], fact["value"])
        words = f"Of 100 {fact['population']}, {hedged} {fact['says']}"
        boxes.append({**pages, **fact[place], "row_id": row_id, "number": float(fact["value"]), "words": words})
    site = load_sites().set_index("site").loc[some["site"]]
    hedged = phrases.hedged(site["qualifier"], site["frequency_pct"])
    specific = phrases.specificity(pd.DataFrame([site]))
    words = f"Of 100 {site['population']}, {hedged} have spread to {some['site']} ({specific})"
    boxes.append({**pages, **site[place], "number": float(site["frequency_pct"]), "words": words})
    rows = pd.DataFrame(boxes)
    return rows.assign(box=range(1, len(rows) + 1), line=rows["line"].astype("Int64"))
