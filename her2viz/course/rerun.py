"""Running a notebook that was handed in: in a kernel and a folder of its own, with an end."""

from __future__ import annotations

import asyncio
import tempfile
import time
from typing import Any

from her2viz.course.handed_in import answers_in
from her2viz.errors import DataError, UsageError

__all__ = ["need_kernel", "run_cells"]


def need_kernel() -> None:
    """Check that what runs notebooks is installed.

    Raises
    ------
    UsageError
        If it is not.
    """
    try:
        import nbclient  # noqa: F401
    except ImportError as error:
        raise UsageError('To run notebooks, install: pip install "her2viz[notebooks]"') from error


def run_cells(cells: list[dict[str, Any]], seconds: float) -> list[dict[str, Any]]:
    """Run the cells of a notebook from the first to the last; return them with their new outputs alone.

    A cell that checks an answer may end in an error, since that is of its exercise only.

    Raises
    ------
    DataError
        If another cell ends in an error, or the whole does not end in time.
    """
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, DeadKernelError
    from nbformat.v4 import new_code_cell, new_notebook

    class ThisPython(AsyncKernelManager):
        """Starts the Python that runs the command, whatever kernels are installed on the machine."""

        def _kernel_spec_manager_default(self) -> KernelSpecManager:
            return KernelSpecManager(kernel_dirs=[])

    sources = [cell["source"] for cell in cells if cell.get("cell_type") == "code"]
    code = [new_code_cell(source) for source in sources]  # type: ignore[no-untyped-call]
    for cell in code:
        if answers_in([{**cell, "outputs": []}]):
            cell.metadata["tags"] = ["raises-exception"]
    with tempfile.TemporaryDirectory(prefix="her2viz-") as folder:
        client = NotebookClient(
            new_notebook(cells=code),  # type: ignore[no-untyped-call]
            kernel_manager_class=ThisPython,
            kernel_name="python3",
            extra_arguments=["--IPKernelApp.log_level=50"],
            timeout=None,
            shutdown_kernel="immediate",
            resources={"metadata": {"path": folder}},
        )
        client.log.disabled = True
        ends = time.monotonic() + seconds
        try:
            asyncio.run(asyncio.wait_for(client.async_execute(), seconds))
        except CellExecutionError as error:
            raise DataError(f"a cell ended with {error.ename}: {error.evalue}") from error
        except (TimeoutError, DeadKernelError) as error:  # of a kernel that is stopped, nbclient says that it died
            late = time.monotonic() >= ends
            raise DataError(f"it did not end within {seconds:g} seconds" if late else "its Python ended") from error
    return [{"cell_type": "code", "source": cell.source, "outputs": list(cell.outputs)} for cell in code]
