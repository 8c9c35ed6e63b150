"""Groups inside groups: the same people as a share of two groups, and a tree of whole people."""

from __future__ import annotations

import math
from decimal import Decimal

import pandas as pd

from her2viz import phrases
from her2viz.decimals import exact_decimals
from her2viz.derived.published import published

__all__ = ["BY_US", "DERIVED", "derived_size", "share_rows", "tree_rows"]

#: What must be said of a number that no study prints.
BY_US = "derived by us"
DERIVED = f"{BY_US}, not printed"


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
    with exact_decimals():
        spread = 100 * n_with / (value - half) - 100 * n_with / (value + half)
        step = 10 ** max(0, math.floor(math.log10(spread)))
        return int(step * round(100 * n_with / value / step))


def share_rows() -> pd.DataFrame:
    """Return the two studies that print the same people as a share of two groups.

    Returns
    -------
    pandas.DataFrame
        A row a share: the columns of :func:`her2viz.load_published_figures`, ``printed``, ``study``, ``heading`` (who
        the people are), ``whom`` (of whom the share is), ``words`` (the share), ``derived`` (the size of the
        group where the study does not print it, derived from count and percentage) and ``slice`` (how many of 100
        in the larger group are in the smaller one, derived from the sizes), with ``slice_words`` and ``beside`` (both
        groups as the chart names them, an asterisk where a number is derived).

    Examples
    --------
    >>> share_rows()[["study", "printed", "denominator"]].values.tolist()[:2]
    [['Gong et al. 2018', '3.6', 'all newly diagnosed'], ['Gong et al. 2018', '65.1', 'metastatic']]
    """
    rows = published()
    rows = rows[(rows["subtype"] == "all") & rows["n_with"].notna() & (rows["quantity"] == "site frequency")]
    rows = rows[rows.groupby(["study_id", "site"], observed=True)["denominator"].transform("nunique") == 2]
    rows = rows.reset_index(drop=True)  # the larger group stands first
    derived = [derived_size(int(r.n_with), r.printed) if pd.isna(r.n_total) else None for r in rows.itertuples()]
    whom = [
        f"of {int(row.n_total):,} {row.population}"
        if size is None
        else f"of {row.population}: about {size:,}, {DERIVED}"
        for row, size in zip(rows.itertuples(), derived, strict=True)
    ]
    smaller = [*derived[1:], None]
    slices = [
        None if pd.isna(total) or size is None else round(100 * size / total, 1)
        for total, size in zip(rows["n_total"], smaller, strict=True)
    ]
    return rows.assign(
        heading=[f"Spread to {r.site}: {int(r.n_with):,} people" for r in rows.itertuples()],
        whom=whom,
        words=[_share_in_words(row.printed, row.percent) for row in rows.itertuples()],
        derived=pd.array(derived, dtype="Int64"),
        slice=slices,
        slice_words=[f"{part:g} metastatic*" if part else "" for part in slices],
        beside=[
            f"of {int(row.n_total):,} newly diagnosed" if size is None else f"of about {size:,}* metastatic"
            for row, size in zip(rows.itertuples(), derived, strict=True)
        ],
    )


def _share_in_words(printed: str, percent: float) -> str:
    """Write a share as it is printed, and per 1,000 as well where it is less than 1 in 100."""
    thousand = f" ({phrases.number(float(Decimal(printed).scaleb(1)))} per 1,000)" if percent < 1 else ""
    return f"{printed} in 100{thousand}"


def tree_rows() -> pd.DataFrame:
    """Return the groups of one study as a tree of whole people, for every 1,000 newly diagnosed.

    Returns
    -------
    pandas.DataFrame
        A row a group, from the top: ``box`` (its number), ``inside`` (the box that its people are some of), ``number``
        (how many the study counted), ``derived`` (the same where it is worked out by us, not printed), ``per_1000``
        (of every 1,000 newly diagnosed, rounded so that the parts of each box add up to it), ``words``,
        ``population`` and ``study_id``.

    Examples
    --------
    >>> rows = tree_rows()
    >>> rows[["number", "per_1000"]].values.tolist()[:3]
    [[229195, 1000], [12740, 56], [8295, 36]]
    """
    shares = share_rows()
    shares = shares[shares["study_id"] == "gong_2018"]
    every, some = (shares[shares["denominator"] == kind].iloc[0] for kind in ("all newly diagnosed", "metastatic"))
    total, size, found = int(every["n_total"]), int(some["derived"]), int(some["n_with"])
    metastatic, with_site = (round(1000 * n / total) for n in (size, found))
    site, moment, group = some["site"], some["moment"], some["population"]
    boxes = [
        (None, total, False, 1000, every["denominator"].removeprefix("all "), every["population"]),
        (1, size, True, metastatic, f"metastatic {moment}", group),
        (2, found, False, with_site, f"with spread to {site}", f"{group}, with spread to {site}"),
        (2, size - found, True, metastatic - with_site, f"elsewhere, not to {site}", f"{group}, not to {site}"),
        (
            1,
            total - size,
            True,
            1000 - metastatic,
            f"not metastatic {moment}",
            f"{every['population']}, not so {moment}",
        ),
    ]
    rows = pd.DataFrame(boxes, columns=["inside", "number", "by_us", "per_1000", "says", "population"])
    return rows.assign(
        box=range(1, len(rows) + 1),
        inside=rows["inside"].astype("Int64"),
        derived=rows["number"].where(rows.pop("by_us")).astype("Int64"),
        words=[f"{'about ' * (row.per_1000 < 1000)}{row.per_1000:,} {row.says}" for row in rows.itertuples()],
        study_id=every["study_id"],
        study=every["study"],
    )
