"""Reading a notebook that was handed in, without running it: the answers as written, and the outputs as stored."""

from __future__ import annotations

import ast
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from her2viz.errors import DataError
from her2viz.files import plainly

__all__ = ["COMPUTED", "Given", "answers_in", "cells_of", "notebook_cells", "output_of"]

#: The largest notebook that is read, in bytes; a lesson with all its pictures has less than two millions.
_LARGEST = 40_000_000
#: The longest cell whose answer is read, in letters.
_LONGEST = 50_000
#: The most answers of a notebook that are marked; a lesson asks for about ten.
_MOST = 500
#: A line that is for IPython and not for Python.
_MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)
_CHECK = re.compile(r"""\bcheck\(\s*["']([\w-]+)["']""")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
#: Stands for an answer that code works out.
COMPUTED = object()


@dataclass(frozen=True)
class Given:
    """An answer that was handed in.

    Parameters
    ----------
    exercise : str
        The exercise that it is checked for.
    value : object
        The answer where it is written out, such as 130 or ["bone"]; :data:`COMPUTED` where code works it out.
    source : str
        How it is written.
    output : str
        What is stored below the cell; nothing where the cell was not run, or ends on something else.
    """

    exercise: str
    value: object
    source: str
    output: str


def notebook_cells(path: Path) -> list[dict[str, Any]]:
    """Return the cells of a notebook.

    Raises
    ------
    DataError
        If it is none, is broken or is too large.
    """
    with plainly(f"read {str(path)!r}"):
        if path.stat().st_size > _LARGEST:
            raise DataError(f"it has more than {_LARGEST // 1_000_000} million bytes")
        content = path.read_bytes()
    return cells_of(content)


def cells_of(content: bytes) -> list[dict[str, Any]]:
    """Return the cells of a notebook from its bytes, each with its source and outputs as one text and a list."""
    try:
        held = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DataError("it is no notebook, or is cut off") from error
    cells = held.get("cells") if isinstance(held, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise DataError("it is no notebook of version 4")
    return [
        {**cell, "source": _joined(cell.get("source")), "outputs": _dicts(cell.get("outputs"))}
        for cell in cells
    ]  # fmt: skip


def answers_in(cells: list[dict[str, Any]]) -> list[Given]:
    r"""Return the answers that the cells of a notebook check, in their order.

    Raises
    ------
    DataError
        If there are far more than any student has.

    Examples
    --------
    >>> cell = {"cell_type": "code", "source": 'answer = 100\nhv.check("where-it-spreads-3", answer)', "outputs": []}
    >>> [(given.exercise, given.value) for given in answers_in([cell])]
    [('where-it-spreads-3', 100)]
    """
    of_cells = (_checked(cell) for cell in cells if cell.get("cell_type") == "code")
    found = list(itertools.islice(itertools.chain.from_iterable(of_cells), _MOST + 1))
    if len(found) > _MOST:
        raise DataError(f"it checks answers more than {_MOST} times")
    return found


def _checked(cell: dict[str, Any]) -> Iterator[Given]:
    source = _MAGIC.sub("", cell["source"])
    if len(source) > _LONGEST or "check" not in source:
        return
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # no Python: what it is for can be seen all the same
        yield from (Given(name, COMPUTED, "", output_of(cell["outputs"])) for name in _CHECK.findall(source))
        return
    for place, statement in enumerate(statements):
        for call in filter(_is_check, ast.walk(statement)):
            assert isinstance(call, ast.Call)
            name, argument = ast.literal_eval(call.args[0]), call.args[1]
            alone = isinstance(statement, ast.Expr) and statement.value is call
            node = _written(argument, statements[:place]) if alone else None
            last = alone and statement is statements[-1]
            output = output_of(cell["outputs"]) if last else ""
            written = ast.get_source_segment(source, node or argument) or ""
            yield Given(name, _value(node), written, output)


def _is_check(node: ast.AST) -> bool:
    """Whether a node is hv.check("...", answer)."""
    if not (isinstance(node, ast.Call) and len(node.args) == 2):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    name = node.args[0]
    return called == "check" and isinstance(name, ast.Constant) and isinstance(name.value, str)


def _written(argument: ast.expr, before: list[ast.stmt]) -> ast.expr | None:
    """Return what an answer was set to in its cell: by its last mention, a plain assignment; None otherwise."""
    if not isinstance(argument, ast.Name):
        return argument
    for statement in reversed(before):
        names = [node.id for node in ast.walk(statement) if isinstance(node, ast.Name)]
        if argument.id in names:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                alone = statement.targets[0].id == argument.id and names.count(argument.id) == 1
                return statement.value if alone else None
            return None
    return None


def _value(node: ast.expr | None) -> object:
    """Read an answer that is written out, and run nothing."""
    if node is None:
        return COMPUTED
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return COMPUTED


def output_of(outputs: list[dict[str, Any]]) -> str:
    """Return the text that is stored as the value of a cell, or the error it ended with."""
    for output in reversed(outputs):
        if output.get("output_type") == "execute_result":
            data = output.get("data")
            return " ".join(_joined(data.get("text/plain") if isinstance(data, dict) else "").split())
        if output.get("output_type") == "error":
            return f"{output.get('ename', 'Error')}: {_COLOURS.sub('', str(output.get('evalue', '')))}"
    return ""


def _joined(text: object) -> str:
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")


def _dicts(held: object) -> list[dict[str, Any]]:
    return [entry for entry in held if isinstance(entry, dict)] if isinstance(held, list) else []
