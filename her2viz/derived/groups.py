"""Whom a row is about: its group in full, and whether that is a group of people with HER2-positive disease."""

from __future__ import annotations

import pandas as pd

__all__ = ["HER2_LABELS", "HER2_POPULATIONS", "with_groups", "with_study_groups"]

#: The populations of sites, mentions, facts and studies that are people with HER2-positive disease.
HER2_POPULATIONS = frozenset(
    {
        "people treated for HER2-positive breast cancer in early stages",
        "people with HER2-positive breast cancer",
        "people with HER2-positive breast cancer that came back as metastatic",
        "people with HER2-positive breast cancer that has spread",
        "people with HER2-positive breast cancer that was metastatic at first diagnosis",
        "people with HER2-positive metastatic breast cancer",
        "people with breast cancer that is both HER2-positive and HR-positive",
        "people with early-stage HER2-positive breast cancer",
    }
)
#: How studies label types that are HER2-positive, or part of it.
HER2_LABELS = frozenset({"HER2+", "HER2-overexpressing", "HR+/HER2+", "HR-/HER2+"})
#: Populations that leave the type to the column subtype, with the place where it is named in full.
_BY_SUBTYPE = {
    "people newly diagnosed with breast cancer of this subtype": "people newly diagnosed with breast cancer of {}",
    "people whose breast cancer came back after curative surgery (of this subtype)": (
        "people whose breast cancer came back after curative surgery (of {})"
    ),
    "people with breast cancer metastatic at first diagnosis of this subtype": (
        "people with breast cancer metastatic at first diagnosis of {}"
    ),
    "people with breast cancer who all developed distant metastases, this subtype": (
        "people with breast cancer who all developed distant metastases, {}"
    ),
}


def with_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``group``, whom a row is about, and ``her2``, whether they are people with HER2-positive disease."""
    group = rows["population"].astype(str)
    return rows.assign(group=group, her2=group.isin(HER2_POPULATIONS))


def with_study_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``group`` and ``her2`` to published figures, whose type may stand in a column of its own."""
    rows = with_groups(rows)
    subtypes = rows["subtype"].astype(str)
    groups = [
        _BY_SUBTYPE.get(group, group).format(f"subtype {subtype}")
        for group, subtype in zip(rows["group"], subtypes, strict=True)
    ]
    # in a share the subtype is what is counted, not who is counted
    typed = subtypes.isin(HER2_LABELS) & (rows["quantity"] == "site frequency")
    return rows.assign(group=groups, her2=rows["her2"] | typed)
