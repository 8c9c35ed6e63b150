"""Colours, type and the three sizes. Everything that a figure looks like is decided here."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import matplotlib as mpl
from matplotlib.colors import to_hex, to_rgb
from matplotlib.rcsetup import cycler

from her2viz import typeface
from her2viz.errors import unknown

# fmt: off
__all__ = [
    "CARD", "DARK", "FILL", "INK", "LIGHT", "MUTED", "ONE_AT_A_TIME", "OUTLINE", "PAPER", "ROUGH", "RULE", "SIZES",
    "TINT", "TRACK", "Look", "Size", "catalogue_style", "contrast", "look_on", "mixed_colour", "palette", "size",
    "theme",
]
# fmt: on

PAPER = "#ffffff"
INK = "#1c2430"
MUTED = "#4d5663"
#: Data alone: what was counted. Beside an outline of OUTLINE it stays apart for protan, deutan and tritan readers
#: (CIEDE2000 34).
FILL = "#004488"
#: Inside a rough figure's mark or a range: a fifth of FILL, with an edge or end marks of FILL.
ROUGH = "#ccdae7"
#: An organ that is named, with an edge of FILL: where, not how many.
TINT = ROUGH
#: The edge of the unfilled part of a whole: 3:1 against PAPER and TRACK.
OUTLINE = "#828282"
#: Behind dots, from 0 to 100: no amount, so no edge. Its ends are on the axis.
TRACK = "#e8e9ea"
#: Hairlines between groups of words or rows.
RULE = "#c6c8cb"
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

    @property
    def rough(self) -> str:
        """As ROUGH and TINT."""
        return mixed_colour(self.accent, self.paper, 0.2)

    @property
    def track(self) -> str:
        """As TRACK."""
        return mixed_colour(self.ink, self.paper, 0.1)

    @property
    def rule(self) -> str:
        """As RULE."""
        return mixed_colour(self.ink, self.paper, 0.25)


LIGHT = Look(PAPER, INK, MUTED, FILL, OUTLINE, CARD)
#: For readers who ask for a dark page; pictures keep PAPER.
DARK = Look(paper="#14181f", ink="#e9edf3", muted="#b6bec9", accent="#8fbcff", outline="#78818e", card="#1f2630")


@dataclass(frozen=True)
class Size:
    """A page: width, height and margins in inches, dots per inch, and type and lines in points.

    ``height`` is None where it follows the content; ``row`` is then the height of one row of a chart. ``margin`` is
    left and right. Type: ``title``, then the line on whom and the note (``reference``), then inside charts names of
    sites and groups (``heading``), labels and numbers (``label``), and the smallest (``small``).
    """

    name: str
    width: float
    height: float | None
    dpi: int
    margin: float
    top: float
    bottom: float
    row: float
    title: float
    reference: float
    heading: float
    label: float
    small: float
    line: float


# fmt: off
SIZES = {
    s.name: s
    for s in (
        Size("screen", 8.0, None, 144, 0.32, 0.17, 0.20, 0.62,
             title=17.5, reference=12.5, heading=15, label=12.5, small=11, line=1.0),
        Size("slide", 40 / 3, 7.5, 150, 0.45, 0.24, 0.30, 0.95,
             title=31, reference=21.5, heading=26, label=22, small=20, line=1.6),
        Size("print", 6.5, None, 300, 0.20, 0.12, 0.15, 0.50,
             title=14.5, reference=11, heading=13, label=11, small=10, line=0.9),
    )
}
# fmt: on


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
    if not isinstance(name, str) or name not in SIZES:
        raise unknown("size", name, SIZES)
    return SIZES[name]


def palette() -> dict[str, str]:
    """Return our colours by what they are for, for charts of your own.

    Returns
    -------
    dict of str
        ``data`` (what is counted), ``outline`` (edges, and what is not counted), ``text``, ``muted`` (words of less
        weight) and ``paper``, as hex. Filled ``data`` beside open ``outline`` stays apart for colour-blind readers.

    Examples
    --------
    >>> import her2viz as hv
    >>> hv.palette()["data"]
    '#004488'
    """
    return {"data": FILL, "outline": OUTLINE, "text": INK, "muted": MUTED, "paper": PAPER}


def theme() -> dict[str, Any]:
    """Return our look as rcParams, for charts of your own.

    Returns
    -------
    dict
        Settings of matplotlib's rcParams: colours, type, lines, and no frame above and right of a chart.

    Examples
    --------
    For some charts, or for all that follow, with seaborn or without:

    >>> import matplotlib.pyplot as plt
    >>> import seaborn as sns
    >>> import her2viz as hv
    >>> with plt.rc_context(hv.theme()):
    ...     bars = plt.figure().add_subplot().barh(["Bone"], [70])
    >>> with plt.rc_context():
    ...     sns.set_theme(rc=hv.theme())
    ...     plt.rcParams["text.color"]
    '#1c2430'
    """
    # two colours: more do not stay apart for everyone, and want labels or hatches
    lines = {"axes.spines.top": False, "axes.spines.right": False, "axes.prop_cycle": cycler(color=[FILL, OUTLINE])}
    return {**_look(SIZES["screen"]), **lines}


def contrast(colour: str, other: str) -> float:
    """Return the contrast of two colours by WCAG, from 1 to 21.

    Examples
    --------
    >>> round(contrast("black", PAPER), 1)
    21.0
    """
    darker, lighter = sorted(map(_luminance, (colour, other)))
    return (lighter + 0.05) / (darker + 0.05)


def look_on(paper: str, text: str, around: str | None = None) -> Look:
    """Return the colours to draw with on a paper: ours, and the user's text, each as far as it can be read.

    Parameters
    ----------
    paper, text : str
        The colours of the Axes and of text.
    around : str, optional
        The colour of the page around the Axes, on which words may stand as well.

    Examples
    --------
    >>> look_on(PAPER, INK) == LIGHT
    True
    >>> look_on("black", "white").accent
    '#8fbcff'
    """
    ours = max((LIGHT, DARK), key=lambda look: contrast(look.ink, paper))
    grounds = [to_hex(paper), to_hex(around or paper)]
    end = max(("black", "white"), key=lambda colour: contrast(colour, paper))

    def legible(colour: str, least: float) -> str:
        for step in range(21):
            mixed = mixed_colour(end, colour, step / 20)
            if min(contrast(mixed, ground) for ground in grounds) >= least:
                return mixed
        return to_hex(end)

    ink, muted = legible(text, 4.5), legible(ours.muted, 4.5)
    return Look(grounds[0], ink, muted, legible(ours.accent, 4.5), legible(ours.outline, 3), ours.card)


def mixed_colour(over: str, ground: str, share: float) -> str:
    """Return the colour seen where so much of one lies over another."""
    red, green, blue = (b + (a - b) * share for a, b in zip(to_rgb(over), to_rgb(ground), strict=True))
    return to_hex((red, green, blue))


def _luminance(colour: str) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _look(page: Size) -> dict[str, Any]:
    typeface.load()
    return {
        "figure.facecolor": PAPER,
        "font.family": list(typeface.FAMILIES),
        "font.size": page.label,
        "axes.titlesize": page.heading,
        "axes.titleweight": "bold",
        "axes.labelsize": page.small,
        "axes.linewidth": page.line,
        "axes.labelpad": 0.5 * page.small,
        "xtick.major.width": page.line,
        "xtick.major.size": 4 * page.line,
        "xtick.labelsize": page.small,
        "ytick.labelsize": page.label,
        "text.color": INK,
        "axes.facecolor": PAPER,
        "axes.labelcolor": MUTED,
        "axes.edgecolor": OUTLINE,
        "xtick.color": OUTLINE,
        "xtick.labelcolor": MUTED,
        "ytick.color": OUTLINE,
        "ytick.labelcolor": INK,
    }


#: rcParams are one for all threads, so one that draws waits for another that has changed them.
ONE_AT_A_TIME = threading.RLock()


@contextmanager
def catalogue_style(page: Size) -> Iterator[None]:
    """Draw and save inside our own style, whatever the user has set, and put theirs back afterwards.

    One thread at a time: others wait, so that none draws in another's style.
    """
    with ONE_AT_A_TIME, mpl.rc_context():
        mpl.rcdefaults()
        settings: Any = mpl.rcParams
        settings.update(_look(page))
        settings.update(
            {
                "figure.dpi": page.dpi,
                "savefig.dpi": "figure",
                # letters as wide as in PDF and SVG, whatever the resolution
                "text.hinting": "none",
                "text.parse_math": False,
                "svg.fonttype": "none",
                "svg.hashsalt": "her2viz",
                "pdf.fonttype": 42,
                "ps.fonttype": 42,  # by which matplotlib 3.11 cuts the fonts of a PDF into parts
            }
        )
        yield
