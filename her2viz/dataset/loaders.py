"""One documented loader a table. Loading applies the types of the data dictionary and checks nothing else."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from her2viz.dataset import origin, schema
from her2viz.dataset.columns import dtypes
from her2viz.files import shipped_folder

__all__ = [
    "data_folder",
    "load",
    "load_care_facts",
    "load_disagreements",
    "load_published_figures",
    "load_site_mentions",
    "load_sites",
    "load_sources",
    "load_studies",
    "load_subtype_facts",
    "load_symptoms",
    "load_treatments",
    "raw",
    "tables",
    "typed",
]


def data_folder() -> Path:
    """Return the folder of the CSV files: inside an installed package, or beside it in a checkout."""
    return shipped_folder("data")


def load(name: str) -> pd.DataFrame:
    """Load a table by name, as its own loader does.

    Parameters
    ----------
    name : str
        A name that :func:`tables` lists, such as "sites".

    Returns
    -------
    pandas.DataFrame
        The table, typed, its caveat in ``.attrs["caveat"]``.

    Raises
    ------
    UsageError
        If there is no such table.

    Examples
    --------
    >>> load("sources").shape
    (4, 11)
    """
    entry = schema.table(name)
    types = dtypes(entry)
    # the csv module and typed arrays take half the time of read_csv with the same types
    with (data_folder() / entry.file).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    cells = dict(zip(header, zip(*rows, strict=True), strict=True))
    frame = pd.DataFrame({column: typed(values, types[column]) for column, values in cells.items()}, copy=False)
    frame.attrs["caveat"] = origin.table_caveat(entry.caveat_kind, frame)
    return frame


def typed(cells: Sequence[str], dtype: Any) -> Any:
    """Turn the cells of one column into an array of its type; an empty cell is missing."""
    if isinstance(dtype, pd.CategoricalDtype):
        codes = {"": -1, **{term: code for code, term in enumerate(dtype.categories)}}
        return pd.Categorical.from_codes([codes[cell] for cell in cells], dtype=dtype)
    readers: dict[str, Callable[[str], Any]] = {"Int64": int, "Float64": float, "boolean": "True".__eq__}
    read = readers.get(dtype, str)
    return pd.array([read(cell) if cell else None for cell in cells], dtype=dtype)


def raw(name: str) -> pd.DataFrame:
    """Read a table as it stands in its file: every cell as text, missing where empty."""
    return pd.read_csv(
        data_folder() / schema.table(name).file, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8"
    )


def tables() -> pd.DataFrame:
    """List the tables.

    Returns
    -------
    pandas.DataFrame
        A row a table: ``name``, ``holds`` (a sentence), ``rows`` (how many) and ``file``.

    Examples
    --------
    >>> tables()["name"].tolist()[:3]
    ['sites', 'site_mentions', 'subtype_facts']
    """
    return pd.DataFrame(
        [(t.name, t.holds, len(load(t.name)), t.file) for t in schema.TABLES],
        columns=["name", "holds", "rows", "file"],
    )


def _documented(loader: Callable[[], pd.DataFrame]) -> Callable[[], pd.DataFrame]:
    """Complete a loader's docstring from the data dictionary, where the columns are described once."""
    entry = schema.table(loader.__name__.removeprefix("load_"))
    summary, _, rest = (loader.__doc__ or "").partition("\n\n")
    columns = "\n".join(f"    - ``{c.name}`` ({c.kind}): {c.description}" for c in entry.columns)
    loader.__doc__ = (
        f"{summary}\n\n    {entry.holds} A row is {entry.row}.\n\n"
        f"    Returns\n    -------\n    pandas.DataFrame\n"
        f'        The columns below, types applied; the caveat in ``.attrs["caveat"]``.\n\n'
        f"    Notes\n    -----\n    Columns:\n\n{columns}\n\n"
        f"    File: ``data/{entry.file}``.\n\n{rest}"
    )
    return loader


@_documented
def load_sites() -> pd.DataFrame:
    """Load the sites of spread and their rough figures.

    The four figures come from one document, the weakest of the four, and are about women with advanced breast
    cancer. They are not about HER2-positive disease: no document gives a site figure for that.

    Examples
    --------
    >>> load_sites().dropna(subset="frequency_pct").set_index("site")["frequency_pct"].to_dict()
    {'bone': 70, 'lung': 30, 'liver': 20, 'brain': 10}
    """
    return load("sites")


@_documented
def load_site_mentions() -> pd.DataFrame:
    """Load which document names which site as a place of spread.

    Examples
    --------
    >>> load_site_mentions().groupby("site")["source_id"].nunique()["brain"]
    np.int64(4)
    """
    return load("site_mentions")


@_documented
def load_subtype_facts() -> pd.DataFrame:
    """Load what the documents say of the subtypes of breast cancer.

    Examples
    --------
    >>> facts = load_subtype_facts()
    >>> facts.dropna(subset="value")[["value", "population"]].values.tolist()
    [[20.0, 'people diagnosed with breast cancer'], [25.0, 'people with early-stage HER2-positive breast cancer']]
    """
    return load("subtype_facts")


@_documented
def load_symptoms() -> pd.DataFrame:
    """Load the symptoms that the documents give, site by site.

    Counting rows counts pages, not people.

    Examples
    --------
    >>> symptoms = load_symptoms()
    >>> symptoms[symptoms["symptom"] == "jaundice"]["source_id"].nunique()
    3
    """
    return load("symptoms")


@_documented
def load_treatments() -> pd.DataFrame:
    """Load the therapies that the documents name.

    Examples
    --------
    >>> treatments = load_treatments()
    >>> treatments.loc[treatments["brand"] == "Kadcyla", "therapy"].tolist()
    ['ado-trastuzumab emtansine']
    """
    return load("treatments")


@_documented
def load_care_facts() -> pd.DataFrame:
    """Load the remaining claims: how spread works, tests, timing, when to seek care, cure, factors, support.

    Examples
    --------
    >>> facts = load_care_facts()
    >>> facts.loc[facts["item"] == "scan interval", ["value_low", "value_high", "unit"]].values.tolist()
    [[3.0, 6.0, 'months']]
    """
    return load("care_facts")


@_documented
def load_disagreements() -> pd.DataFrame:
    """Load the questions on which the documents differ, and what each holds.

    Examples
    --------
    >>> questions = load_disagreements()
    >>> sorted(questions.loc[questions["question_id"] == "second-site", "source_id"].unique())
    ['cleveland_clinic', 'guide', 'insights', 'overview']
    """
    return load("disagreements")


@_documented
def load_sources() -> pd.DataFrame:
    """Load the four documents, and how far to trust each.

    Examples
    --------
    >>> sources = load_sources().set_index("source_id")
    >>> sources.loc["guide", "reliability"]
    'low'
    """
    return load("sources")


@_documented
def load_studies() -> pd.DataFrame:
    """Load the published studies and registries behind the published figures.

    Examples
    --------
    >>> len(load_studies())
    12
    """
    return load("studies")


@_documented
def load_published_figures() -> pd.DataFrame:
    """Load the published figures, for a side-by-side with the rough ones.

    Only rows whose ``denominator`` is "metastatic" compare with the rough figures, and rows of different
    ``moment_group`` must not be joined or averaged.

    Examples
    --------
    >>> figures = load_published_figures()
    >>> figures.query("study_id == 'gong_2018' and subtype == 'all'")["percent"].tolist()
    [3.6, 65.1]
    """
    return load("published_figures")
