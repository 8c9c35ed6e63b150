"""Options of the her2viz command that one command alone has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["InPlace", "Institution", "Minutes", "Template"]

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
