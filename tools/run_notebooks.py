"""Run the solved lessons in place, store what they give, free of all that varies, and write the student copies.

Run as ``python tools/run_notebooks.py [NOTEBOOK ...]``; without names it runs every notebook in notebooks/solutions/.
Each gets a student copy in the folder above: no outputs, and the exercises unanswered. A notebook that fails, or
that shows a path of this machine, stays as it was, and so does its copy.
"""

from __future__ import annotations

import copy
import re
import sys
from pathlib import Path

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

ROOT = Path(__file__).parent.parent
SOLUTIONS = ROOT / "notebooks" / "solutions"
# An exercise: whatever works the answer out, then the check of it. Comments before the work stay for the student.
EXERCISE = re.compile(r"(?P<kept>(?:#.*\n)*)(?P<work>(?:.*\n)*)(?P<check>hv\.check\(\"[\w-]+\", answer\))")
# Cell ids that JupyterLab and nbformat make up: a UUID or its first part.
RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{8}")
WIDGET = "application/vnd.jupyter.widget-view+json"
#: What hides the code of a cell from a student, in JupyterLab and in older programs.
HIDDEN = {"jupyter": {"source_hidden": True}, "hide_input": True}
PICTURE = re.compile(r"data:image/\w+;base64,[A-Za-z0-9+/=]+")


class ThisPython(AsyncKernelManager):
    """Starts the Python that runs this script, whatever kernels are installed on the machine."""

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        return KernelSpecManager(kernel_dirs=[])  # with no folder to search, "python3" is this very interpreter


def execute(notebook: NotebookNode, folder: Path) -> None:
    """Run all cells of a notebook in its folder, as JupyterLab does."""
    NotebookClient(
        notebook,
        kernel_manager_class=ThisPython,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        timeout=300,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        store_widget_state=False,
        coalesce_streams=True,
    ).execute()


def clean(notebook: NotebookNode, prefix: str) -> None:
    """Strip what varies; give cells with a random id, or none, the next free one such as ``01-cell-03``."""
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = NotebookNode(
        kernelspec={"display_name": "Python 3", "language": "python", "name": "python3"},
        language_info={"name": "python"},
    )
    kept = {cell["id"] for cell in notebook.cells if not is_random(cell.get("id", ""))}
    free = (name for n in range(1, 1000) if (name := f"{prefix}-cell-{n:02}") not in kept)
    for cell in notebook.cells:
        if is_random(cell.get("id", "")):
            cell["id"] = next(free)
        cell.metadata = NotebookNode({k: v for k, v in cell.metadata.items() if k == "tags" or v == HIDDEN.get(k)})
        for output in cell.get("outputs", []):
            if "data" in output:
                output.metadata = NotebookNode()
                output.data.pop(WIDGET, None)


def is_random(cell_id: str) -> bool:
    """Whether a cell id is missing or made up by a program."""
    return not cell_id or RANDOM_ID.fullmatch(cell_id) is not None


def machine_paths(text: str) -> list[str]:
    """List the folders of this machine that a text names, pictures left out."""
    text = PICTURE.sub("", text)
    return [path for path in sorted({str(ROOT), str(Path.home()), sys.prefix}) if len(path) > 1 and path in text]


def student_copy(solved: NotebookNode) -> NotebookNode:
    """Return a lesson as a student gets it: nothing has run, and ``answer = ...`` stands for the work."""
    notebook = copy.deepcopy(solved)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
            if exercise := EXERCISE.fullmatch(cell.source):
                cell.source = f"{exercise['kept']}answer = ...\n{exercise['check']}"
    return notebook


def run(path: Path) -> None:
    """Run one solved lesson, store it and its student copy."""
    notebook = nbformat.read(path, as_version=4)
    execute(notebook, path.parent)
    clean(notebook, path.stem.split("_")[0])
    nbformat.validate(notebook)
    text = nbformat.writes(notebook) + "\n"
    if found := machine_paths(text):
        raise SystemExit(f"{path.name} shows a path of this machine: {', '.join(found)}")
    path.write_text(text, encoding="utf-8", newline="\n")
    if path.parent.name == SOLUTIONS.name:
        copied = nbformat.writes(student_copy(notebook)) + "\n"
        (path.parent.parent / path.name).write_text(copied, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(SOLUTIONS.glob("*.ipynb")):
        print(path.name, flush=True)
        try:
            run(path)
        except CellExecutionError as error:
            raise SystemExit(f"{path.name} failed:\n{error}") from None
