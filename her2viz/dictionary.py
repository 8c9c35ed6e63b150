"""The data dictionary as a page of Markdown."""

from __future__ import annotations

from her2viz.columns import Column
from her2viz.schema import OWN_SITES, TABLES

__all__ = ["dictionary"]


def dictionary() -> str:
    """Write the data dictionary as Markdown, from the columns above."""
    parts = [
        "# Data dictionary",
        "Made from `her2viz/schema.py` by `make dictionary`; a test fails when it is out of date.",
        "An empty cell means that the document, or the study, gives none. It never means 0.",
    ]
    for entry in TABLES:
        parts += [
            f"## {entry.name}",
            f"{entry.holds} A row is {entry.row}. File: `data/{entry.file}`. "
            f"Python: `hv.load_{entry.name}()`. Shell: `her2viz table {entry.name}`.",
            _listed(entry.columns),
        ]
    parts += [
        f"## {OWN_SITES.name}",
        f"{OWN_SITES.holds} A row is {OWN_SITES.row}. Your own file, in UTF-8 with commas; the order of the columns is "
        f'free. Python: `hv.read_sites("{OWN_SITES.file}")`. Shell: `her2viz template {OWN_SITES.file}`, '
        f"`her2viz check {OWN_SITES.file}`, `her2viz figures --data {OWN_SITES.file}`.",
        _listed(OWN_SITES.columns),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(columns: tuple[Column, ...]) -> str:
    return "\n".join(
        ["| column | type | may be empty | what it says |", "|---|---|---|---|"]
        + [
            f"| `{c.name}` | {c.kind} | {'yes' if c.empty else 'no'} | {c.description}{_allowed_note(c)} |"
            for c in columns
        ]
    )


def _allowed_note(c: Column) -> str:
    if not c.allowed or c.name == "source_id":
        return ""
    if len(c.allowed) > 12:
        return f" One of {len(c.allowed)} terms in `her2viz/vocabulary.py`."
    return " One of: " + ", ".join(c.allowed) + "."
