"""The columns of every table that quotes a document: its keys, whom a row is about, how firm it is, and where."""

from __future__ import annotations

import pandas as pd

from her2viz.dataset import terms as v
from her2viz.dataset.columns import TEXT, WHOLE, Column, choice

__all__ = ["KEYS", "ROW_ID", "SAID", "in_full", "whom"]

_POPULATION = Column("population", TEXT, "Whom the number or claim is about, as wide as the document says, no wider.")
_QUALIFIER = Column(
    "qualifier",
    TEXT,
    "The document's own hedge or strength (about, can, often, ...); empty where it says it flatly.",
    True,
)
_SOURCE_ID = choice(
    "source_id", "The document that says so: a row of `sources`.", v.SOURCES, refers_to="sources.source_id"
)
_LOCATOR = (
    _SOURCE_ID,
    Column("section", TEXT, 'The heading of the document that it stands under, or "opening".'),
    Column("line", WHOLE, "The line of the document's text file where the claim first stands.", low=1),
)
ROW_ID = Column("row_id", TEXT, "The row's own name, unique in the table and stable.", unique=True)
#: The keys of a row of a document.
KEYS = (
    ROW_ID,
    Column(
        "claim_id",
        TEXT,
        "What is claimed, apart from who says it, of whom and how firmly: rows of any table or document that state the "
        "same claim share it.",
    ),
)
#: Whom a row is about, how firmly it is said, and where.
SAID = (
    _POPULATION,
    choice(
        "who",
        "The persons; everyone and all women: whether they have cancer or not.",
        v.WHO,
    ),
    choice(
        "subtype",
        "The subtype of breast cancer that they have: any where none is named, any cancer where it is not only of "
        "breast cancer.",
        v.GROUP_SUBTYPES,
    ),
    choice(
        "stage",
        "How far the cancer has come: any where it is not said. Metastatic, advanced, stage IV and has spread are "
        "one here; the population keeps the document's word.",
        v.STAGES,
    ),
    choice(
        "spread_site",
        "Where it has spread in all of them; empty where the group is not one of a site.",
        v.SITES,
        empty=True,
        refers_to="sites.site",
    ),
    choice("situation", "Where they stand in care; empty where nothing is said of it.", v.SITUATIONS, empty=True),
    choice(
        "context",
        "What only the page or the passage around it adds on whom it is about; words of ours put it in brackets after "
        "the population.",
        v.CONTEXTS,
        empty=True,
    ),
    _QUALIFIER,
    choice(
        "hedge",
        "How firmly it is said, in five steps: flat (no hedge, whatever its emphasis), may (can, may, perhaps, "
        "sometimes), usually (often, typically, likely, standard), most (most, many or some of the group), about (a "
        "rough number). The weakest one where there are several.",
        v.HEDGES,
    ),
    *_LOCATOR,
)


def whom(rows: pd.DataFrame) -> pd.Series:
    """Say in full whom each row is about: its population, and in brackets what only the page or passage adds.

    Examples
    --------
    >>> from her2viz import load_symptoms
    >>> whom(load_symptoms().query("symptom == 'confusion'")).item()
    'people whose breast cancer has spread to the brain (in a page on HER2-positive breast cancer)'
    """
    population = rows["population"].astype(object)
    if "context" not in rows.columns:
        return population
    said = [in_full(*each) for each in zip(population, rows["context"], strict=True)]
    return pd.Series(said, rows.index, object, name="population")


def in_full(population: object, context: object) -> object:
    """Say in full whom one claim is about, as :func:`whom` does of rows."""
    return population if pd.isna(context) else f"{population} (in a {context})"
