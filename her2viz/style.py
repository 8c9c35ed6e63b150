"""Colours, type and the three sizes. Everything that a figure looks like is decided here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import matplotlib as mpl

from her2viz.errors import unknown

__all__ = [
    "CARD",
    "DARK",
    "FILL",
    "INK",
    "LIGHT",
    "MUTED",
    "OUTLINE",
    "PAPER",
    "SIZES",
    "Look",
    "Size",
    "catalogue_style",
    "size",
]

PAPER = "#ffffff"
INK = "#1c2430"
MUTED = "#4d5663"
#: Filled marks. Beside an outline of OUTLINE it stays apart for protan, deutan and tritan readers (CIEDE2000 34).
FILL = "#004488"
#: The edge of the unfilled part of a whole: 3:1 against PAPER.
OUTLINE = "#8c8c8c"
#: Behind text only, never a mark.
CARD = "#f1f4f8"


@dataclass(frozen=True)
class Look:
    """The colours of a page of HTML: text 4.5:1 on paper and on card, edges 3:1 on paper."""

    paper: str
    ink: str
    muted: str
    accent: str
    outline: str
    card: str


LIGHT = Look(PAPER, INK, MUTED, FILL, OUTLINE, CARD)
#: For readers who ask for a dark page; pictures keep PAPER.
DARK = Look(paper="#14181f", ink="#e9edf3", muted="#b6bec9", accent="#8fbcff", outline="#78818e", card="#1f2630")


@dataclass(frozen=True)
class Size:
    """A page: width, height and margin in inches, dots per inch, and type and lines in points.

    ``height`` is None where it follows the content; ``row`` is then the height of one row of a chart.
    """

    name: str
    width: float
    height: float | None
    dpi: int
    margin: float
    row: float
    title: float
    reference: float
    label: float
    small: float
    line: float


SIZES = {
    s.name: s
    for s in (
        Size("screen", 8.0, None, 144, 0.32, 0.62, title=15.5, reference=12.5, label=12, small=10, line=1.0),
        Size("slide", 40 / 3, 7.5, 150, 0.45, 0.95, title=26, reference=21, label=20, small=18, line=1.6),
        Size("print", 6.5, None, 300, 0.20, 0.50, title=12.5, reference=10.5, label=10, small=9, line=0.9),
    )
}


def size(name: str) -> Size:
    """Return the size of this name.

    Raises
    ------
    UsageError
        If it is none of "screen", "slide" and "print".

    Examples
    --------
    >>> size("print").dpi
    300
    """
    if name not in SIZES:
        raise unknown("size", name, SIZES)
    return SIZES[name]


@contextmanager
def catalogue_style(page: Size) -> Iterator[None]:
    """Draw and save inside our own style, whatever the user has set, and put theirs back afterwards."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(
            {
                "figure.dpi": page.dpi,
                "figure.facecolor": PAPER,
                "savefig.dpi": "figure",
                # DejaVu Sans comes with matplotlib. It is wide: where an SVG viewer lacks it, others take less room.
                "font.family": "sans-serif",
                "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial", "sans-serif"],
                "font.size": page.label,
                "axes.labelsize": page.small,
                "axes.linewidth": page.line,
                "axes.labelpad": 0.5 * page.small,
                "xtick.major.width": page.line,
                "xtick.major.size": 4 * page.line,
                "xtick.labelsize": page.small,
                "ytick.labelsize": page.label,
                "text.color": INK,
                "text.parse_math": False,
                "axes.labelcolor": MUTED,
                "axes.edgecolor": OUTLINE,
                "xtick.color": OUTLINE,
                "xtick.labelcolor": MUTED,
                "ytick.color": OUTLINE,
                "ytick.labelcolor": INK,
                "svg.fonttype": "none",
                "svg.hashsalt": "her2viz",
                "pdf.fonttype": 42,
            }
        )
        yield
