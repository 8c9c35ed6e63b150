"""The data dictionary as a page of Markdown."""

from __future__ import annotations

from her2viz.dataset.columns import Column, Table
from her2viz.dataset.schema import TABLES

__all__ = ["dictionary"]


def dictionary(own: Table) -> str:
    """Write the data dictionary as Markdown: the shipped tables, then the table of someone's own numbers."""
    parts = [
        "# Data dictionary",
        "Made from `her2viz/dataset/schema.py` by `make dictionary`; a test fails when it is out of date.",
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
        f"## {own.name}",
        f"{own.holds} A row is {own.row}. Your own file, in UTF-8 with commas; the order of the columns is "
        f'free. Python: `hv.read_sites("{own.file}")`. Shell: `her2viz template {own.file}`, '
        f"`her2viz check {own.file}`, `her2viz figures --data {own.file}`.",
        _listed(own.columns),
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
        return f" One of {len(c.allowed)} terms in `her2viz/dataset/terms.py`."
    return " One of: " + ", ".join(c.allowed) + "."
