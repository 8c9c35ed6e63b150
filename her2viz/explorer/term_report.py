"""What terms mean by the tables' own rows, and which terms no row explains."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from her2viz import phrases
from her2viz.dataset.loaders import load_studies, load_table, load_therapies, tables
from her2viz.derived.published import NOT_ALL_HER2
from her2viz.errors import unknown
from her2viz.explorer.report import Report, Section
from her2viz.words import citing
from her2viz.words.meanings import MEANT, NAMED, explain
from her2viz.words.parts import Place
from her2viz.words.table_parts import other_speaker, place

__all__ = ["glossary"]

#: Other forms of a term, in small letters.
_ALSO = {
    "metastasis": "metastatic",
    "advanced stage": "advanced",
    "early": "early-stage",
    "iv": "stage IV",
    "early stage": "early-stage",
    "recurrent": "recurrence",
    "hormone receptor": "HR",
    "hr-positive": "HR",
    "hr-negative": "HR",
    "estrogen receptor": "ER",
    "er-positive": "ER",
    "er-negative": "ER",
    "luminal a": "luminal",
    "luminal b": "luminal",
    "cdk4/6 inhibitor": "CDK4/6",
    "parp inhibitor": "PARP",
}
_CAVEAT = "Put in our words, by the rows of the tables. This is not medical advice."
#: The columns in which a row names a type, a therapy or a registry.
_NAMING = ("subtype", "subtype_described", "subtype_group", "receptor", "therapy", "setting")


def glossary(*terms: str) -> Report:
    """Say what terms mean, in the words of the row that explains each, and which terms no row explains.

    Parameters
    ----------
    *terms : str
        The terms, such as "HR" or "triple-negative"; all of them where none is given.

    Returns
    -------
    Report
        A line for each term with the place where it stands. Printed, it is plain text; in a notebook it is HTML. The
        lines are in the ``rows`` of its ``sections``: terms that a row explains, then those that are only named.

    Raises
    ------
    UsageError
        If a term is none of those that the tables use and we list.

    Examples
    --------
    >>> words = glossary("HR", "luminal")
    >>> print(words.sections[0].rows["What it means"].item())
    HR-positive is short for hormone receptor-positive.
    >>> print(words.sections[1].sentences[0])
    No row says what this name means. We use it as a name, and guess nothing.
    """
    wanted = dict.fromkeys(map(_found, terms)) if terms else (*MEANT, *NAMED)
    meant, named = ([term for term in wanted if term in known] for known in (MEANT, NAMED))
    return Report(
        title="Glossary",
        notice="",
        summary="",
        sections=tuple(_sections(meant, named)),
        caveats=(_CAVEAT,),
    )


def _found(term: str) -> str:
    """Return the name under which a term is listed; signs are as good as words: HR+ is HR-positive."""
    plain = " ".join(str(term).split()).lower()
    plain = f"{plain[:-1]}-positive" if plain.endswith("+") else plain
    plain = f"{plain}negative" if plain.endswith("-") else plain
    listed = {name.lower(): name for name in (*MEANT, *NAMED)} | _ALSO
    if plain not in listed:
        raise unknown("term", term, (*MEANT, *NAMED), "hv.glossary()")
    return listed[plain]


def _sections(meant: list[str], named: list[str]) -> Iterator[Section]:
    if meant:
        rows = [(term, explain([term]), _place(term)) for term in meant]
        yield Section(
            "What a row says that they mean",
            rows=pd.DataFrame(rows, columns=["Term", "What it means", "Where it stands"]),
        )
    if named:
        one = len(named) == 1
        names, them = ("this name means", "it as a name") if one else ("these names mean", "them as names")
        rows = [(term, _told(term), "; ".join(p.name for p in _naming(term))) for term in named]
        yield Section(
            "A name that no row explains" if one else "Names that no row explains",
            [f"No row says what {names}. We use {them}, and guess nothing."],
            pd.DataFrame(rows, columns=["Term", "What rows tell of it", "Who names it"]),
        )


def _place(term: str) -> str:
    """Say where the row stands that explains a term, and whose words it holds where not the page's."""
    table, row_id = MEANT[term]
    rows = load_table(table)
    (row,) = rows[rows["row_id"] == row_id].itertuples()
    speaker = other_speaker(row) if hasattr(row, "speaker") else ""
    return f"{place(row)}{f' ({speaker})' if speaker else ''}"


def _naming(term: str) -> tuple[Place, ...]:
    """Return the documents and studies whose rows name a term, in the tables' order."""
    found: dict[Place, None] = {}
    for rows in map(load_table, tables()["name"]):
        naming = [
            rows[column].astype(str).str.contains(term, case=False, regex=False) for column in rows if column in _NAMING
        ]
        if naming:
            found |= dict.fromkeys(citing.names(rows[pd.concat(naming, axis=1).any(axis=1)]))
    return tuple(found)


def _told(term: str) -> str:
    """Say what rows tell of a term that none explains."""
    return _TOLD[term]() if term in _TOLD else "the name alone"


def _new_designation() -> str:
    facts = load_table("subtype_facts").set_index("row_id")
    return phrases.sentence(facts.loc["cleveland-her2low-new-name", "statement"])


def _drugs(term: str) -> str:
    (row,) = load_therapies().query(f"therapy == '{term} inhibitor'").itertuples()
    return phrases.sentence(f"{row.therapy}: a {row.kind}")


def _registry() -> str:
    studies = load_studies()
    (row,) = studies.loc[studies["setting"].str.contains("SEER"), ["setting", "country"]].drop_duplicates().itertuples()
    return phrases.sentence(f"{row.setting}, {row.country}")


_TOLD: dict[str, Callable[[], str]] = {
    "HER2-low": _new_designation,
    "HER2-overexpressing": lambda: NOT_ALL_HER2,
    "luminal": lambda: "Luminal A and B are not the groups by HR and HER2.",
    "CDK4/6": lambda: _drugs("CDK4/6"),
    "PARP": lambda: _drugs("PARP"),
    "SEER": _registry,
}
