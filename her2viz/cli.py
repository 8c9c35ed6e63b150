"""The her2viz command: figures, tables and the course. Errors are one plain message on stderr, exit code 2."""

from __future__ import annotations

import atexit
import gc
import io
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from her2viz import __version__, cli_course, options
from her2viz.errors import DataError, UsageError, of_backend, unknown
from her2viz.files import quoted, shown
from her2viz.own.template import write_template

# Imports inside functions bring pandas, matplotlib or rich, which are slow: help and mistyped names do without them.
if TYPE_CHECKING:
    import pandas as pd

    from her2viz.output.exporting import Plan

__all__ = ["app", "main"]


class _Commands(TyperGroup):
    """The commands by name; a name that is none is answered in our own words, whichever typer is installed."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise unknown("command", args[0], self.commands)
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="her2viz",
    cls=_Commands,
    help="Rough figures on where breast cancer spreads, with whom they are about and where they stand.",
    context_settings={"help_option_names": ["-h", "--help"]},
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


@app.command()
def figures(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The folder to write into.", show_default=False)] = Path(
        "figures"
    ),
    only: options.Only = None,
    form: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="F", help="Only png, svg or pdf; may be given again. All three otherwise."),
    ] = None,
    size: options.Size = "slide",
    data: options.Data = None,
    title: options.Title = None,
    plain_titles: options.Plain = False,
    processes: Annotated[
        int | None,
        typer.Option("--processes", metavar="N", help="How many draw at once, 8 at most; else as many as cores."),
    ] = None,
) -> None:
    """Write the figures, their words and a page that shows them.

    The page is index.html. They go into figures/ where no folder is named. Of your own numbers only the figures of
    sites are drawn.
    """
    from her2viz.files import INDEX
    from her2viz.output.drawing_processes import MOST, collect_less_often, cores, drawing_processes

    collect_less_often()
    many = cores() if processes is None else processes
    # they load what draws while this one does, which is a tenth of the time
    with drawing_processes(min(many, MOST, len(only or range(MOST))) - 1) as others:
        from her2viz.output.exporting import exporting
        from her2viz.page.rendering import FORMATS

        rows, read_as = _own(data)
        plan = exporting(out, only, form or FORMATS, size, rows, True, plain_titles, many, title, others)
        written, count = _drawn(plan, read_as)
    typer.echo(f"Wrote {len(written)} files of {count} into {shown(out)}; {shown(out / INDEX)} shows them")


@app.command()
def slides(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The deck to write, such as talk.pptx.")],
    minutes: options.Minutes = None,
    template_file: options.Template = None,
    institution: options.Institution = "",
    only: options.Only = None,
    every: options.InPlace = False,
    data: options.Data = None,
    title: options.Title = None,
) -> None:
    """Write a lesson as slides, with notes to speak.

    --only, --all and --data give figures in place of the lesson, one a slide. It needs the extra class.
    """
    from her2viz.output.deck import making

    rows, read_as = _own(data)
    names = _names(only, every, rows)
    plan = making(file, names, rows, title, minutes=minutes, template=template_file, institution=institution)
    _, count = _drawn(plan, read_as)
    typer.echo(f"Wrote {shown(file)} with {count}")


@app.command()
def handout(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The PDF to write, such as sheet.pdf.")],
    answers: options.Answers = False,
    full: options.Full = False,
    only: options.Only = None,
    paper: options.Paper = "a4",
    data: options.Data = None,
) -> None:
    """Write a sheet to print: two figures, rules and questions.

    With --full it is a booklet; --only goes with that. It needs the extra class.
    """
    from her2viz.output.sheet import making

    rows, read_as = _own(data)
    plan = making(file, answers=answers, full=full, names=only, paper=paper, data=rows)
    _, count = _drawn(plan, read_as)
    typer.echo(f"Wrote {shown(file)} with {count}")


def _drawn(plan: Plan, read_as: list[str]) -> tuple[list[Path], str]:
    """Say how rows were read and what is not drawn, then draw with a progress bar; return files, and how many."""
    from her2viz.output.tracking import tracked

    total = len(plan.figures.chosen)
    for line in [*read_as, *plan.figures.lines()]:
        typer.echo(line)
    return [path for paths in tracked(plan.steps, total) for path in paths], f"{total} figure{'s' * (total != 1)}"


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

    width = max(len(entry.name) for entry in CATALOGUE)
    for entry in CATALOGUE:
        typer.echo(f"{entry.name:{width}}  {entry.kind:9}  {entry.question}")


@app.command()
def table(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The table, such as sites or sources.")],
    form: Annotated[str, typer.Option("--format", metavar="F", help="md, csv or json.")] = "md",
) -> None:
    """Print a table as Markdown, CSV or JSON."""
    from her2viz.output.printed import printed

    typer.echo(printed(name, form), nl=False)


@app.command()
def claims(
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="The topic, such as silent-spread or monitoring.")],
) -> None:
    """Print what the pages say of a topic."""
    from her2viz.explorer.topics import claims

    typer.echo(repr(claims(topic)))


@app.command()
def template(
    path: Annotated[Path, typer.Argument(metavar="CSV", help="The file to write, such as mine.csv.")],
) -> None:
    """Write a table of made-up numbers to fill with your own.

    It never overwrites a file.
    """
    write_template(path)
    then = f"put yours in their place, then run: her2viz check {quoted(path)}"
    typer.echo(f"Wrote {shown(path)}. Its numbers are made up: {then}")


@app.command("check")  # hv.check marks answers: on no surface do the two share a name
def check_csv(
    path: Annotated[Path, typer.Argument(metavar="CSV", help="Your table, CSV or .xlsx.")],
    size: options.Size = "slide",
) -> None:
    """Check a table of your own, and say what can be drawn of it."""
    from her2viz.output.own_summary import own_summary
    from her2viz.own.sites import read_sites

    first, *others = own_summary(read_sites(path), size)
    typer.echo("\n".join([f"{shown(path)}: {first}", *others]))


def _own(path: Path | None) -> tuple[pd.DataFrame | None, list[str]]:
    """Read a table of someone's own, where one is named; return a line on how it was read, too."""
    from her2viz.own.sites import read_sites

    if not path:
        return None, []
    rows = read_sites(path)
    return rows, [f"{shown(path)}: {rows.attrs['read_as']}"]


for _command in (cli_course.notebooks, cli_course.lab, cli_course.grade, cli_course.questions):
    app.command()(_command)


class _Ended(BaseException):
    """The system or another program asks this process to end; no KeyboardInterrupt, which typer takes for itself."""


def _end(*_: object) -> None:
    raise _Ended


def main() -> None:
    """Run the command; turn every error that is the user's to mend into one line and exit code 2."""
    signal.signal(signal.SIGTERM, _end)
    # else Python looks at its end for what is unused in all that was loaded, for up to half a second
    atexit.register(gc.freeze)
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
        code = _failed(f"{error.strerror or error}.")
    except _Ended:
        code = 143
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except Exception as error:
        # typer's own errors (an unknown option, a missing name) have no public base class; they can say themselves
        message = error.format_message() if hasattr(error, "format_message") else of_backend(error)
        if not message:
            raise
        code = _failed(message)
    sys.exit(code or 0)


def _failed(message: str) -> int:
    typer.echo(f"her2viz: {message}", err=True)
    return 2
