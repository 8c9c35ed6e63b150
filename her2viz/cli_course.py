"""Commands of the course: copies of the lessons to work in, and for those who teach, grades and questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from her2viz.course.copying import copy_course, need_jupyterlab, open_jupyterlab
from her2viz.errors import UsageError
from her2viz.files import one_file, plainly, quoted, shown, write

__all__ = ["grade", "lab", "notebooks", "questions"]


def notebooks(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to copy into.")],
    solutions: Annotated[bool, typer.Option("--solutions", help="Copy the solutions too, into DIR/solutions.")] = False,
) -> None:
    """Copy the course to work in.

    A notebook that you have changed stays as it is.
    """
    typer.echo("\n".join(copy_course(folder, solutions=solutions).lines(folder)))


def lab(
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="The folder to work in; her2viz-notebooks otherwise.", show_default=False),
    ] = Path("her2viz-notebooks"),
    options: Annotated[
        list[str] | None,
        typer.Argument(metavar="OPTIONS", help="Options for JupyterLab, after DIR --.", show_default=False),
    ] = None,
) -> int:
    """Open the course in JupyterLab, on a copy to work in.

    A notebook that you have changed stays as it is.

    Options for JupyterLab come after the folder: her2viz lab her2viz-notebooks -- --no-browser
    """
    if str(folder).startswith("-"):
        raise UsageError(f"Name the folder before JupyterLab's options: her2viz lab DIR -- {quoted(folder)}")
    need_jupyterlab()
    typer.echo("\n".join(copy_course(folder).lines(folder)))
    return open_jupyterlab(folder, options or ())


def grade(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What was handed in: a folder for each student.")],
    out: Annotated[
        Path | None, typer.Argument(metavar="OUT", help="The CSV to write, such as grades.csv.", show_default=False)
    ] = None,
    by_student: Annotated[
        bool, typer.Option("--by-student", help="A row a student, for gradebooks, in place of a row an exercise.")
    ] = False,
    run: Annotated[bool, typer.Option("--run", help="Run the notebooks: the code of others, on this machine.")] = False,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="N", min=1, help="With --run: seconds for each notebook.")
    ] = 300,
) -> None:
    """Grade notebooks that were handed in.

    Nothing is run without --run. Answers written out are marked anew; what code works out is taken as its notebook
    has it stored, and the table says so. A student may have edited that.
    """
    from her2viz.course import grading

    if out:
        one_file(out, ".csv")
        with plainly(f"read {str(out)!r}"):
            if out.exists() and not grading.is_grades(out.read_bytes()):
                raise UsageError(
                    f"{shown(out)} is a table of yours; her2viz does not overwrite it. Choose another name."
                )
    rows, lines = grading.grade(folder, run=run, seconds=timeout)
    for line in [*lines, *grading.summary(rows)]:
        typer.echo(line)
    if out:
        text = grading.by_student(rows) if by_student else grading.by_exercise(rows)
        write({out: text.encode()})
        typer.echo(f"Wrote {shown(out)}")


def questions(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The question bank to write, such as course.xml.")],
) -> None:
    """Write the exercises as a question bank for Moodle.

    The hints go with them. What Moodle can't mark by itself is an essay, and a line says so.
    """
    from her2viz.course.moodle import FIRST_OF_BANK, question_bank

    one_file(file, ".xml")
    with plainly(f"read {str(file)!r}"):
        if file.exists() and not file.read_bytes().startswith(FIRST_OF_BANK):
            raise UsageError(f"{shown(file)} is a file of yours; her2viz does not overwrite it. Name another.")
    bank = question_bank()
    write({file: bank.xml})
    typer.echo("\n".join([*bank.lines, f"Wrote {shown(file)} with {bank.size} questions"]))
