"""What the pages of the site are written with: text, tables and figures as Markdown."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pandas as pd

from her2viz.catalogue.registry import entry
from her2viz.words.data_table import DataTable
from her2viz.words.parts import Words


@cache
def known(name: str) -> tuple[pd.DataFrame, Words]:
    """Return the rows and the words of a figure of the catalogue."""
    rows = entry(name).rows(None)
    return rows, entry(name).words(rows)


def plain(text: str) -> str:
    """Return text as Markdown shows it unchanged."""
    return re.sub(r"([\\`*_{}\[\]<>#|$~^])", r"\\\1", " ".join(text.split()))


def table(data: DataTable) -> str:
    """Return a table as Markdown; columns in which no cell holds anything are left out."""
    used = [i for i in range(len(data.columns)) if any(row[i] for row in data.rows)]
    lines = [[data.columns[i] for i in used], ["---"] * len(used), *([row[i] for i in used] for row in data.rows)]
    cells = ([cell if cell == "---" else plain(cell) for cell in line] for line in lines)
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)


def write_table(data: DataTable, path: Path) -> None:
    """Write a table as CSV, with its headings in words."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([data.columns, *data.rows])


def picture(name: str, folder: str = "") -> str:
    """Return a figure of the catalogue with its alt text, larger at a click, and its caption."""
    words = known(name)[1]
    file = f"{folder}{name}.png"
    return f":::{{container}} wide\n[![{plain(words.alt)}]({file})]({file})\n:::\n\n{plain(words.caption)}"


def dropdown(title: str, text: str) -> str:
    """Return text to unfold."""
    return f":::{{dropdown}} {title}\n{text}\n:::"
