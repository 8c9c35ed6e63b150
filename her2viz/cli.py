"""The her2viz command: figures, tables and the course. Errors are one plain message on stderr, exit code 2."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from her2viz import __version__
from her2viz.errors import DataError, UsageError, one_line, unknown

if TYPE_CHECKING:
    import pandas as pd

    from her2viz.output.exporting import Plan

__all__ = ["app", "main"]

app = typer.Typer(
    name="her2viz",
    help="Rough figures on where breast cancer spreads, with whom they are about and where they stand.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"her2viz {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


_Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME", help="Only this figure; may be given again. In the order given."),
]
_All = Annotated[bool, typer.Option("--all", help="All figures, variants too; the lessons' main ones otherwise.")]
_Data = Annotated[
    Path | None, typer.Option("--data", metavar="CSV", help="Draw your own numbers; see template and check.")
]


@app.command()
def figures(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write into.", show_default=False)] = Path(
        "figures"
    ),
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="Only this figure; may be given again.")
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="F", help="Only png, svg or pdf; may be given again. All three otherwise."),
    ] = None,
    size: Annotated[str, typer.Option("--size", metavar="S", help="screen, slide or print.")] = "slide",
    data: _Data = None,
) -> None:
    """Write the figures, each with a text of its words, and index.html, a page that shows them.

    They go into figures/ where no folder is named. Of your own numbers only the figures of sites are drawn.
    """
    from her2viz.output.exporting import exporting
    from her2viz.output.gallery_page import INDEX
    from her2viz.page.rendering import FORMATS

    plan = exporting(out, only, form or FORMATS, size, _own(data) if data else None, gallery=True)
    written, figures = _drawn(plan)
    typer.echo(f"Wrote {len(written)} files of {figures} into {out}; {out / INDEX} shows them")


def _drawn(plan: Plan) -> tuple[list[Path], str]:
    """Draw what is planned, with a progress bar on a terminal; return the files, and how many figures in words."""
    from rich.console import Console
    from rich.progress import track

    total = len(plan.figures.chosen)
    for line in plan.figures.lines():
        typer.echo(line)
    shown = track(
        plan.steps,
        "Drawing",
        total=total,
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),  # rich's own answer is yes in a pipe where FORCE_COLOR is set, as in CI
    )
    return [path for paths in shown for path in paths], f"{total} figure{'s' * (total != 1)}"


@app.command()
def slides(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The deck to write, such as talk.pptx.")],
    only: _Only = None,
    every: _All = False,
    data: _Data = None,
) -> None:
    """Write a deck for PowerPoint, LibreOffice or Google Slides, a figure a slide.

    The notes hold the words of each figure. It needs the extra class.
    """
    from her2viz.output.deck import making

    rows = _own(data) if data else None
    plan = making(file, _names(only, every, rows), rows)
    _, figures = _drawn(plan)
    typer.echo(f"Wrote {file} with {figures}")


@app.command()
def handout(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PDF to write, such as handout.pdf.")],
    only: _Only = None,
    every: _All = False,
    data: _Data = None,
) -> None:
    """Write a PDF to print, a figure and its words a page."""
    from her2viz.output.booklet import making

    rows = _own(data) if data else None
    plan = making(file, _names(only, every, rows), rows)
    _, figures = _drawn(plan)
    typer.echo(f"Wrote {file} with {figures}")


def _names(only: list[str] | None, every: bool, rows: pd.DataFrame | None) -> list[str] | None:
    """Return the figures asked for; None for the usual ones, which of one's own numbers are all that can be drawn."""
    from her2viz.output.contents import course_figures

    if only and every:
        raise UsageError("Give --only or --all, not both.")
    return course_figures(variants=True) if every and rows is None else only


@app.command(name="list")
def list_() -> None:
    """List the figures with the question that each answers."""
    from her2viz.catalogue.registry import CATALOGUE

    width = max(len(one.name) for one in CATALOGUE)
    for one in CATALOGUE:
        typer.echo(f"{one.name:{width}}  {one.kind:9}  {one.question}")


@app.command()
def table(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The table, such as sites or sources.")],
    form: Annotated[str, typer.Option("--format", metavar="F", help="md, csv or json.")] = "md",
) -> None:
    """Print a table as Markdown, CSV or JSON."""
    from her2viz.dataset.loaders import load_table, raw

    forms = ("md", "csv", "json")
    if form not in forms:
        raise unknown("format", form, forms)
    frame = load_table(name)
    if form == "csv":
        typer.echo(raw(name).to_csv(index=False, lineterminator="\n"), nl=False)
    elif form == "json":
        typer.echo(frame.to_json(orient="records", force_ascii=False, indent=2))
    else:
        cells = raw(name).fillna("").map(lambda text: text.replace("|", "\\|"))
        typer.echo(cells.to_markdown(index=False, disable_numparse=True))
        typer.echo(f"\n{frame.attrs['caveat']}")


@app.command()
def template(
    path: Annotated[Path, typer.Argument(metavar="CSV", help="The file to write, such as mine.csv.")],
) -> None:
    """Write a table of made-up numbers to fill with your own.

    It never overwrites a file.
    """
    from her2viz.own.template import write_template

    write_template(path)
    typer.echo(f"Wrote {path}. Its numbers are made up: put yours in their place, then run: her2viz check {path}")


@app.command()
def check(
    path: Annotated[Path, typer.Argument(metavar="CSV", help="Your table.")],
    size: Annotated[str, typer.Option("--size", metavar="S", help="screen, slide or print.")] = "slide",
) -> None:
    """Check a table of your own numbers, and say what can be drawn of it."""
    from her2viz import phrases
    from her2viz.catalogue.entry import NO_DATA
    from her2viz.catalogue.registry import drawable
    from her2viz.words import citing

    rows = _own(path)
    can = drawable(None, rows, size)
    figured = rows[rows["frequency_pct"].notna()]
    numbers = [f"{r.label} {phrases.hedged(r.qualifier, r.frequency_pct)}" for r in figured.itertuples()]
    typer.echo(f"{path}: {len(rows)} site{'s' * (len(rows) != 1)}, {len(figured)} with a figure.")
    typer.echo(f"{phrases.reference_class(figured)}: {', '.join(numbers)}.")
    typer.echo(citing.credit(figured))
    typer.echo(f"Figures that can be drawn at size {size}: {', '.join(can.chosen)}.")
    for name, why in can.skipped.items():
        if why != NO_DATA:
            typer.echo(f"Not {name}: {one_line(why)}")


def _own(path: Path) -> pd.DataFrame:
    """Read a table of someone's own; the module is long in coming, so only where it is needed."""
    from her2viz.own.sites import read_sites

    return read_sites(path)


@app.command()
def notebooks(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to copy into.")],
    solutions: Annotated[bool, typer.Option("--solutions", help="Copy the solutions too, into DIR/solutions.")] = False,
) -> None:
    """Copy the course to work in; a notebook that you have changed stays as it is."""
    _copy(folder, solutions)


@app.command()
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
    """Open the course in JupyterLab, on a copy to work in; a notebook that you have changed stays as it is.

    Options for JupyterLab come after the folder: her2viz lab her2viz-notebooks -- --no-browser
    """
    from her2viz.course.copying import need_jupyterlab, open_jupyterlab

    if str(folder).startswith("-"):
        raise UsageError(f"Name the folder before JupyterLab's options: her2viz lab DIR -- {folder}")
    need_jupyterlab()
    _copy(folder)
    return open_jupyterlab(folder, options or ())


def _copy(folder: Path, solutions: bool = False) -> None:
    """Copy the course and say what became of it."""
    from her2viz.course.copying import copy_course

    done = copy_course(folder, solutions=solutions)
    n = len(done.written)
    typer.echo(f"Copied {n} notebook{'s' * (n != 1)} into {folder}")
    if done.unchanged:
        typer.echo(f"Already there as shipped: {len(done.unchanged)}")
    if done.kept:
        names = ", ".join(path.relative_to(folder).as_posix() for path in done.kept)
        typer.echo(f"Kept as they are, since they differ from the course: {names}")
        typer.echo("For a fresh copy of one, rename yours and run this again, or name another folder.")


def main() -> None:
    """Run the command; turn every error that is the user's to mend into one line and exit code 2."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        # a file or a pipe gets the same bytes everywhere
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    try:
        code = app(prog_name="her2viz", standalone_mode=False)
    except (UsageError, DataError) as error:
        code = _failed(str(error))
    except (BrokenPipeError, SystemExit):
        # the reader went away (head, less), for which typer exits by itself: not an error, and nothing more to say
        code = 0
    except OSError as error:
        # such as a full disk behind a redirection
        code = _failed(f"{error.strerror}.")
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:
        # typer's own errors (an unknown option, a missing name) have no public base class; they can say themselves
        if not hasattr(error, "format_message"):
            raise
        code = _failed(error.format_message())
    sys.exit(code or 0)


def _failed(message: str) -> int:
    typer.echo(f"her2viz: {message}", err=True)
    return 2
