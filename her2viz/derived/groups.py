"""Whom a row is about: its group in full, and whether that is a group of people with HER2-positive disease."""

from __future__ import annotations

import pandas as pd

from her2viz.dataset.said import whom

__all__ = ["HER2_GROUPS", "with_groups", "with_study_groups"]

#: Groups by subtype that are people with HER2-positive disease, all or part of them; of the documents and of studies.
HER2_GROUPS = frozenset(
    {"HER2-positive", "HR-positive, HER2-positive", "HR-negative, HER2-positive", "HER2-overexpressing"}
)
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
    return rows.assign(group=whom(rows).astype(str), her2=rows["subtype"].isin(HER2_GROUPS))


def with_study_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Add ``group`` and ``her2`` to published figures, whose type may stand in a column of its own."""
    group = [
        _BY_SUBTYPE.get(population, population).format(f"subtype {subtype}")
        for population, subtype in zip(rows["population"], rows["subtype"], strict=True)
    ]
    # in a share the subtype is what is counted, not who is counted
    her2 = rows["subtype_group"].isin(HER2_GROUPS) & (rows["quantity"] == "site frequency")
    return rows.assign(group=group, her2=her2)
