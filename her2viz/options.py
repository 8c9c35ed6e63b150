"""Options of the her2viz command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# fmt: off
__all__ = [
    "Answers", "Data", "Full", "InPlace", "Institution", "Minutes", "Only", "Paper", "Plain", "Size", "Template",
    "Title",
]
# fmt: on

Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="NAME", help="Only this figure; may be given again. In the order given."),
]
Data = Annotated[
    Path | None,
    typer.Option("--data", metavar="CSV", help="Draw your own numbers, CSV or .xlsx; see template and check."),
]
Plain = Annotated[bool, typer.Option("--plain-titles", help="Labels in place of findings: no number in a headline.")]
Title = Annotated[
    str | None, typer.Option("--title", metavar="T", help="A title of your own, on one figure of --data.")
]
Size = Annotated[str, typer.Option("--size", metavar="S", help="screen, slide or print.")]

# of slides
Minutes = Annotated[
    int | None, typer.Option("--minutes", metavar="N", help="A lesson of 20 minutes, or of 45; 20 otherwise.")
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="PPTX", help="Use the layouts, logo and colours of your own deck.")
]
Institution = Annotated[
    str, typer.Option("--institution", metavar="NAME", help="A name for the first and the last slide.")
]
InPlace = Annotated[bool, typer.Option("--all", help="All figures, one a slide, in place of the lesson.")]

# of the handout
Answers = Annotated[bool, typer.Option("--answers", help="The key: the same sheet, with the answers.")]
Full = Annotated[bool, typer.Option("--full", help="A booklet: a figure a page, with room for notes.")]
Paper = Annotated[str, typer.Option("--paper", metavar="P", help="a4 or letter.")]
