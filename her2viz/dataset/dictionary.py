"""The data dictionary as a page of Markdown: every column with an example, and how the tables join."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from her2viz.dataset.columns import Column, Table
from her2viz.dataset.loaders import raw
from her2viz.dataset.schema import TABLES, table

__all__ = ["Join", "dictionary", "joins", "same_claims"]

#: Examples are whole cells, since half a sentence may lose its hedge; no longer than this where a row has such cells.
_SHORT = 120
_SHARED_TITLE = "Columns of several tables"


class Join(NamedTuple):
    """A column whose values are the rows of another table, and the line of pandas that puts these beside it."""

    table: str
    column: str
    target: str
    key: str
    code: str


def joins() -> list[Join]:
    """List how tables join: each column that refers to another table.

    Examples
    --------
    >>> joins()[-1].code
    'hv.load_published_figures().merge(hv.load_site_terms(), how="left", on="site")'
    """
    return [
        Join(entry.name, column.name, *_target(column), _merged(entry, column))
        for entry in TABLES
        for column in entry.columns
        if column.refers_to
    ]


def _merged(entry: Table, column: Column) -> str:
    """Write the line of pandas: all columns of both tables, none of them twice and none renamed to _x and _y."""
    target, key = _target(column)
    ours, theirs = ({c.name: c for c in t.columns} for t in (entry, table(target)))
    same = [name for name in theirs if name in ours]
    left, right = f"hv.load_{entry.name}()", f"hv.load_{target}()"
    if column.name == key and all(name == key or theirs[name] is ours[name] for name in same) and "row_id" not in same:
        on = f'"{key}"' if same == [key] else "[" + ", ".join(f'"{name}"' for name in same) + "]"
        return f'{left}.merge({right}, how="left", on={on})'
    prefix = f"{column.name}_"
    return (
        f'{left}.merge({right}.add_prefix("{prefix}"), how="left", left_on="{column.name}", right_on="{prefix}{key}")'
    )


def _target(column: Column) -> tuple[str, str]:
    """Return the table and the column that a column refers to."""
    target, _, key = column.refers_to.partition(".")
    return target, key


def same_claims() -> str:
    """Write the line of pandas that puts the rows of all tables one below the other, those of one claim together."""
    names = ", ".join(f'"{entry.name}"' for entry in TABLES if "claim_id" in _names(entry))
    return f'pd.concat([hv.load_table(name).assign(table=name) for name in ({names})]).sort_values("claim_id")'


def dictionary(own: Table) -> str:
    """Write the data dictionary as Markdown: the shipped tables, then the table of someone's own numbers."""
    shared = _shared()
    parts = [
        "# Data dictionary",
        "Made from `her2viz/dataset/schema.py` and the tables by `make dictionary`; a test fails when it is out of "
        "date.",
        "An empty cell means that the document, or the study, gives none. It never means 0. The examples of a "
        "table stand in one row; those in brackets stand in others, where that row has none.",
        f"## {_SHARED_TITLE}",
        "What these columns mean, the same in every table that has them.",
        _lines(
            ["column", "tables", "what it says"],
            [[f"`{c.name}`", ", ".join(names), f"{c.description}{_allowed_note(c)}"] for c, names in shared.items()],
        ),
    ]
    for entry in TABLES:
        parts += [
            f"## {entry.name}",
            f"{entry.holds} A row is {entry.row}. File: `data/{entry.file}`. "
            f"Python: `hv.load_{entry.name}()`. Shell: `her2viz table {entry.name}`.",
            _listed(entry, set(shared)),
        ]
    parts += [
        "## How tables join",
        "Each line keeps every row of the first table once (`import her2viz as hv`, `import pandas as pd`). Where both "
        "tables have a column, that of the second gets a prefix, so that each population stays with its own claim.",
        _lines(
            ["from", "to", "line of pandas"],
            [[f"`{j.table}.{j.column}`", f"`{j.target}.{j.key}`", f"`{j.code}`"] for j in joins()]
            + [["`claim_id`", "the same claim in any table or document", f"`{same_claims()}`"]],
        ),
        f"## {own.name}",
        f"{own.holds} A row is {own.row}. Your own file: CSV, or the first sheet of an `.xlsx` file (which needs the "
        "extra `class`). Commas, semicolons, tabs or upright bars part its columns, in any order; their names may have "
        "capitals, spaces and hyphens, a title may stand above them, and other columns are left out. Numbers may have "
        "a decimal comma or a percent sign, yes and no many spellings, and `NA` is empty. `her2viz check` says how it "
        "was read; what can be read in two ways is refused. "
        f'Python: `hv.read_sites("{own.file}")`. Shell: `her2viz template {own.file}`, '
        f"`her2viz check {own.file}`, `her2viz figures --data {own.file}`.",
        _lines(
            ["column", "type", "may be empty", "what it says"],
            [[*_facts(c), f"{c.description}{_allowed_note(c)}"] for c in own.columns],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _shared() -> dict[Column, list[str]]:
    """Return the columns that more than two tables have, each with the names of these tables."""
    times = Counter(column for entry in TABLES for column in entry.columns)
    return {c: [t.name for t in TABLES if c in t.columns] for c, number in times.items() if number > 2}


def _listed(entry: Table, shared: set[Column]) -> str:
    link = f"See [{_SHARED_TITLE.lower()}](#{_SHARED_TITLE.lower().replace(' ', '-')})."
    examples = _examples(entry)
    rows = [
        [*_facts(c), examples[c.name], link if c in shared else f"{c.description}{_allowed_note(c)}"]
        for c in entry.columns
    ]
    return _lines(["column", "type", "may be empty", "example", "what it says"], rows)


def _facts(c: Column) -> list[str]:
    return [f"`{c.name}`", c.kind, "yes" if c.empty else "no"]


def _examples(entry: Table) -> dict[str, str]:
    """Return a cell of each column as it stands in the file, whole; "" for a column that is empty throughout.

    All stand in one row, the fullest of those without a long cell, since whom it is about and what is said belong
    together. A column that it leaves empty has a cell of another row, in brackets.
    """
    frame = raw(entry.name).fillna("")
    longest, filled = frame.apply(lambda cells: cells.str.len()).max(axis=1), (frame != "").sum(axis=1)
    first, *others = sorted(range(len(frame)), key=lambda row: (longest[row] > _SHORT, -filled[row]))
    columns = {column.name: frame[column.as_written or column.name] for column in entry.columns}
    return {
        name: cells[first] or next((f"({cells[row]})" for row in others if cells[row]), "")
        for name, cells in columns.items()
    }


def _names(entry: Table) -> list[str]:
    return [column.name for column in entry.columns]


def _lines(header: list[str], rows: list[list[str]]) -> str:
    """Write a table of Markdown."""
    cells = [header, ["---"] * len(header), *([cell.replace("|", r"\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _allowed_note(c: Column) -> str:
    if not c.allowed or c.name == "source_id":
        return ""
    if len(c.allowed) > 12:
        return f" One of {len(c.allowed)} terms in `her2viz/dataset/terms.py`."
    return " One of: " + "; ".join(c.allowed) + "."
