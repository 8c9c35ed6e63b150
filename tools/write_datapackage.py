"""Write data/datapackage.json, which tells R, frictionless and other programs of the tables, from the schema."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from her2viz.dataset.columns import CATEGORY, NUMBER, TEXT, WHOLE, YES_NO, Column, Table
from her2viz.dataset.loaders import load_table
from her2viz.dataset.schema import TABLES

ROOT = Path(__file__).parent.parent
TYPES: dict[str, dict[str, Any]] = {
    TEXT: {"type": "string"},
    CATEGORY: {"type": "string"},
    WHOLE: {"type": "integer"},
    NUMBER: {"type": "number"},
    YES_NO: {"type": "boolean", "trueValues": ["True"], "falseValues": ["False"]},
}


def datapackage() -> str:
    """Return the file: a resource a table, with its caveat, types, terms and keys."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = {
        "profile": "tabular-data-package",
        "name": project["name"],
        "title": "What four web documents and some published studies say of where breast cancer spreads",
        "description": f"{project['description']} An empty cell means that the document, or the study, gives none; "
        "it never means 0. Keep with each number its population, its qualifier and its source.",
        "keywords": project["keywords"],
        "contributors": [{"title": author["name"], "role": "author"} for author in project["authors"]],
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0 International",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "resources": [_resource(entry) for entry in TABLES],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _resource(entry: Table) -> dict[str, Any]:
    key = next(column.name for column in entry.columns if column.unique)
    references = [_reference(entry, column) for column in entry.in_file if column.refers_to]
    return {
        "profile": "tabular-data-resource",
        "name": entry.name,
        "path": entry.file,
        "title": entry.holds,
        "description": f"A row is {entry.row}. {load_table(entry.name).attrs['caveat']}",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in entry.in_file],
            "missingValues": [""],
            "primaryKey": [key],
        }
        | ({"foreignKeys": references} if references else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    limits = {
        "required": not column.empty or None,
        "unique": column.unique or None,
        "enum": list(column.allowed) or None,
        "minimum": column.low,
        "maximum": column.high,
    }
    return {
        "name": column.name,
        **TYPES[column.kind],
        "description": column.description,
        "constraints": {name: limit for name, limit in limits.items() if limit is not None},
    }


def _reference(entry: Table, column: Column) -> dict[str, Any]:
    """Say which column of which table holds these values; the name of the table itself is "" by the standard."""
    table, _, key = column.refers_to.partition(".")
    return {
        "fields": [column.name],
        "reference": {"resource": "" if table == entry.name else table, "fields": [key]},
    }


if __name__ == "__main__":
    (ROOT / "data" / "datapackage.json").write_text(datapackage(), encoding="utf-8", newline="\n")
