"""Pages to print, typeset by typst: tagged PDF/UA-1, in reading order, the same bytes from the same words."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from her2viz import style, typeface
from her2viz.errors import UsageError, unknown

__all__ = ["PAPERS", "WIDTH", "Block", "Document", "Page", "check_extra", "check_paper", "fits", "pdf"]

#: Width and height in inches.
PAPERS = {"a4": (8.27, 11.69), "letter": (8.5, 11.0)}
#: Of the text and the pictures, in inches: on both papers, so that one sheet is laid out as the other.
WIDTH = 6.9
_TOP, _BOTTOM = 0.55, 0.75
_TEMPLATE = Path(__file__).parent / "templates" / "handout.typ"

#: What a page shows in one piece: its kind, and what the template needs of it.
Block = dict[str, Any]


@dataclass(frozen=True)
class Page:
    """A page: its blocks from top to bottom, and what stands once at its foot."""

    blocks: tuple[Block, ...]
    caveat: str = ""
    credit: str = ""


@dataclass(frozen=True)
class Document:
    """A handout: what the file says of itself, the terms at the foot of each page, and the pages."""

    title: str
    about: str
    keywords: tuple[str, ...]
    terms: str
    pages: tuple[Page, ...]


def check_extra() -> None:
    """Refuse where what the extra brings is missing, and say how to install it."""
    try:
        import typst  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError('A handout needs typst. Install it with: pip install "her2viz[class]"') from error


def check_paper(paper: str) -> None:
    """Refuse a paper that is none of ours."""
    if not isinstance(paper, str) or paper not in PAPERS:
        raise unknown("paper", paper, PAPERS)


def fits(page: Page, paper: str) -> bool:
    """Tell whether all that stands on a page fits on one side of paper, by laying it out."""
    import typst

    settings = _settings(Document("Laid out", "", (), "", (page,)), paper)
    return int(typst.query(_TEMPLATE, "<count>", field="value", one=True, **settings)) == 1


def pdf(document: Document, paper: str) -> bytes:
    """Typeset a handout; typst itself refuses what is not PDF/UA-1."""
    import typst

    settings = _settings(document, paper)
    written: bytes = typst.compile(_TEMPLATE, format="pdf", pdf_standards=["ua-1"], **settings)
    return written


def _settings(document: Document, paper: str) -> dict[str, Any]:
    page = style.size("print")
    data = asdict(document) | {
        "paper": PAPERS[paper],
        "width": WIDTH,
        "top": _TOP,
        "bottom": _BOTTOM,
        "body": page.label,
        "small": page.small,
        "fonts": typeface.FAMILIES,
        "colours": (style.INK, style.MUTED, style.OUTLINE, style.RULE, style.CARD),
    }
    return {"font_paths": _fonts(), "ignore_system_fonts": True, "sys_inputs": {"data": json.dumps(data)}}


@cache
def _fonts() -> Any:
    """Return the typeface alone, so that the fonts of the machine change nothing."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=typeface.folders())
