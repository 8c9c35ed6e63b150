"""One documented loader a table. Loading applies the types of the data dictionary and checks nothing else."""

from __future__ import annotations

import csv
import inspect
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd

from her2viz.dataset import origin, schema
from her2viz.dataset.columns import TEXT, Column
from her2viz.dataset.dtypes import array
from her2viz.files import shipped_folder

__all__ = [
    "data_path",
    "load_care_facts",
    "load_disagreements",
    "load_published_figures",
    "load_site_mentions",
    "load_site_terms",
    "load_sites",
    "load_sources",
    "load_studies",
    "load_subtype_facts",
    "load_symptoms",
    "load_table",
    "load_therapies",
    "load_treatments",
    "raw",
    "tables",
]


def data_path() -> Path:
    """Return the folder of the CSV files: inside an installed package, or beside it in a checkout.

    Returns
    -------
    pathlib.Path
        The folder; :func:`her2viz.tables` names the file of each table.

    Examples
    --------
    >>> (data_path() / "metastasis_sites.csv").is_file()
    True
    """
    return shipped_folder("data")


def load_table(name: str) -> pd.DataFrame:
    """Load a table by name, as its own loader does.

    Parameters
    ----------
    name : str
        A name that :func:`her2viz.tables` lists, such as "sites".

    Returns
    -------
    pandas.DataFrame
        The table, typed, its caveat in ``.attrs["caveat"]``; a copy that may be changed.

    Raises
    ------
    UsageError
        If there is no such table.

    Examples
    --------
    >>> load_table("sources").shape
    (4, 11)
    """
    return _parsed(schema.table(name).name, data_path()).copy()


@cache
def _parsed(name: str, folder: Path) -> pd.DataFrame:
    """Read a table from its file in a folder, once: a copy is nearly free."""
    entry = schema.table(name)
    cells = _cells(folder / entry.file)
    frame = pd.DataFrame({c.name: array(c, cells[c.as_written or c.name]) for c in entry.columns}, copy=False)
    frame.attrs["caveat"] = origin.table_caveat(entry.caveat_kind, frame)
    return frame


def raw(name: str) -> pd.DataFrame:
    """Read a table as it stands in its file: every cell as text, missing where empty."""
    cells = _cells(data_path() / schema.table(name).file)
    return pd.DataFrame({column: array(Column(column, TEXT, ""), cells[column]) for column in cells}, copy=False)


def _cells(path: Path) -> dict[str, tuple[str, ...]]:
    """Read the columns of a file as text.

    Not with pandas: our tables are small, so that what read_csv costs is its set-up, and that of a type for each column
    again and again; it took three times as long as reading the files without types.
    """
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return dict(zip(header, zip(*rows, strict=True), strict=True))


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
        [(t.name, t.holds, len(load_table(t.name)), t.file) for t in schema.TABLES],
        columns=["name", "holds", "rows", "file"],
    )


def _documented(loader: Callable[[], pd.DataFrame]) -> Callable[[], pd.DataFrame]:
    """Complete a loader's docstring from the data dictionary, where the columns are described once."""
    entry = schema.table(loader.__name__.removeprefix("load_"))
    # without its indent, since Python takes it away from 3.13 on
    summary, _, rest = inspect.cleandoc(loader.__doc__ or "").partition("\n\n")
    columns = "\n".join(f"- ``{c.name}`` ({c.kind}): {c.description}" for c in entry.columns)
    loader.__doc__ = (
        f"{summary}\n\n{entry.holds} A row is {entry.row}.\n\n"
        f"Returns\n-------\npandas.DataFrame\n"
        f'    The columns below, types applied; the caveat in ``.attrs["caveat"]``.\n\n'
        f"Notes\n-----\nColumns:\n\n{columns}\n\nFile: ``data/{entry.file}``.\n\n{rest}"
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
    return load_table("sites")


@_documented
def load_site_mentions() -> pd.DataFrame:
    """Load which document names which site as a place of spread.

    Examples
    --------
    >>> load_site_mentions().groupby("site", observed=True)["source_id"].nunique().to_dict()["brain"]
    4
    """
    return load_table("site_mentions")


@_documented
def load_subtype_facts() -> pd.DataFrame:
    """Load what the documents say of the subtypes of breast cancer.

    Examples
    --------
    >>> facts = load_subtype_facts()
    >>> facts.dropna(subset="value")[["value", "population"]].values.tolist()
    [[20.0, 'people diagnosed with breast cancer'], [25.0, 'people with early-stage HER2-positive breast cancer']]
    """
    return load_table("subtype_facts")


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
    return load_table("symptoms")


@_documented
def load_treatments() -> pd.DataFrame:
    """Load the therapies that the documents name.

    Examples
    --------
    >>> treatments = load_treatments()
    >>> treatments.loc[treatments["target"] == "HER2", "source_id"].unique().tolist()
    ['insights', 'overview']
    """
    return load_table("treatments")


@_documented
def load_therapies() -> pd.DataFrame:
    """Load the therapies by themselves, each with its kind and brand.

    Examples
    --------
    >>> therapies = load_therapies()
    >>> therapies.loc[therapies["brand"] == "Kadcyla", "therapy"].tolist()
    ['ado-trastuzumab emtansine']
    """
    return load_table("therapies")


@_documented
def load_care_facts() -> pd.DataFrame:
    """Load the remaining claims: how spread works, tests, timing, when to seek care, cure, factors, support.

    Examples
    --------
    >>> facts = load_care_facts()
    >>> facts.loc[facts["unit"] == "months", ["item", "value_low", "value_high"]].values.tolist()
    [['scan interval', 3.0, 6.0]]
    """
    return load_table("care_facts")


@_documented
def load_disagreements() -> pd.DataFrame:
    """Load the questions on which the documents differ, and what each holds.

    Examples
    --------
    >>> questions = load_disagreements()
    >>> sorted(questions.loc[questions["question_id"] == "second-site", "source_id"].unique())
    ['cleveland_clinic', 'guide', 'insights', 'overview']
    """
    return load_table("disagreements")


@_documented
def load_site_terms() -> pd.DataFrame:
    """Load every term for a site that any table uses, those of studies and the general ones too.

    Examples
    --------
    >>> load_site_terms().set_index("site").loc["any", "name"]
    'wherever it has spread'
    """
    return load_table("site_terms")


@_documented
def load_sources() -> pd.DataFrame:
    """Load the four documents, and how far to trust each.

    Examples
    --------
    >>> sources = load_sources().set_index("source_id")
    >>> sources.loc["guide", "reliability"]
    'low'
    """
    return load_table("sources")


@_documented
def load_studies() -> pd.DataFrame:
    """Load the published studies and registries behind the published figures.

    Examples
    --------
    >>> len(load_studies())
    12
    """
    return load_table("studies")


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
    return load_table("published_figures")
