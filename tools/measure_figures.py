"""Measure every figure in every size: how large its panel is, how much is written, and what can't be read.

``python tools/measure_figures.py slide site-bars`` measures some; without names, all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from matplotlib.artist import Artist
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

import her2viz as hv
from her2viz import style
from her2viz.catalogue.registry import CATALOGUE
from her2viz.charts import crowding
from her2viz.page.layout import AIR

#: Limits in percent, and words on a slide by kind of figure; a number without a letter is no word.
PANEL, EDGE = 55, 20
WORDS = {"frequency": 90, "study": 90, "claims": 120}


@dataclass(frozen=True)
class Measured:
    """Shares of the page's area (panel, ink) or height (head, foot) in percent, words, points, and what is wrong."""

    name: str
    size: str
    panel: float
    ink: float
    head: float
    foot: float
    words: int
    type: float
    blue: int
    overlaps: int
    clipped: int


def measured(fig: hv.TeachingFigure) -> Measured:
    """Measure a drawn figure."""
    page = fig.mpl
    page.draw_without_rendering()
    texts = crowding.written(page)
    above, below = head_and_foot(page)
    wide = page.bbox.width - 2 * style.size(fig.size).margin * page.dpi
    tall = above.y0 - below.y1 - 2 * AIR * style.size(fig.size).label / 72 * page.dpi
    ink = Bbox.union([ax.get_tightbbox() for ax in page.axes])
    return Measured(
        fig.name,
        fig.size,
        panel=100 * wide * tall / (page.bbox.width * page.bbox.height),
        ink=100 * ink.width * ink.height / (page.bbox.width * page.bbox.height),
        head=100 * (page.bbox.height - above.y0) / page.bbox.height,
        foot=100 * below.y1 / page.bbox.height,
        words=sum(len(re.findall(r"\S*[^\W\d_]\S*", text.get_text())) for text in texts),
        type=min(text.get_fontsize() for text in texts),
        blue=len(blue_outside(page)),
        overlaps=len(list(crowding.meeting(texts))),
        clipped=len(list(crowding.leaving(page, texts))) + len(cut(page)),
    )


def problems(found: Measured, kind: str) -> set[str]:
    """Return what of a figure is past its limit; on a free page the head and the foot have theirs by the panel's."""
    slide = found.size == "slide"
    wrong = {
        "panel": found.panel < PANEL,
        "head": slide and found.head > EDGE,
        "foot": slide and found.foot > EDGE,
        "words": slide and found.words > WORDS[kind],
        "type": found.type < style.size(found.size).small,
        "blue": found.blue > 0,
        "overlaps": found.overlaps > 0,
        "clipped": found.clipped > 0,
    }
    return {name for name, is_wrong in wrong.items() if is_wrong}


def head_and_foot(page: Figure) -> tuple[Bbox, Bbox]:
    """Return where the words above the panels are, and those below with their rule."""
    middle = Bbox.union([ax.bbox for ax in page.axes]).get_points()[:, 1].mean()
    boxes = [text.get_window_extent() for text in page.texts if text.get_text()]
    return (
        Bbox.union([box for box in boxes if box.y0 > middle]),
        Bbox.union([box for box in boxes if box.y0 <= middle]),
    )


def blue_outside(page: Figure) -> list[Artist]:
    """Return what is blue but no part of a panel."""
    outside: Iterable[Artist] = [*page.texts, *page.lines, *page.patches, *page.artists]
    blues = [to_rgba(colour) for colour in (style.FILL, style.ROUGH, style.TINT)]

    def colours(artist: Artist) -> list[object]:
        return [getattr(artist, f"get_{part}")() for part in ("color", "facecolor") if hasattr(artist, f"get_{part}")]

    return [artist for artist in outside if any(to_rgba(colour) in blues for colour in colours(artist))]


def cut(page: Figure) -> list[Artist]:
    """Return marks and words that their own Axes cut off; what reaches over an edge by half a pixel is whole."""
    found = []
    for ax in page.axes:
        held = [m for m in (*ax.patches, *ax.lines, *ax.collections, *ax.texts) if m.get_visible() and m.get_clip_on()]
        held = [m for m in held if m.get_gid() != "card"]  # behind text, to where the panel ends
        marks = [m for m in held if m.get_clip_box() is not None or m.get_clip_path() is not None]
        for mark in marks:
            if isinstance(mark, Text) and not mark.get_text().strip():
                continue
            box = mark.get_window_extent()
            over = min(box.x0 - ax.bbox.x0, ax.bbox.x1 - box.x1, box.y0 - ax.bbox.y0, ax.bbox.y1 - box.y1)
            if over < -1:
                found.append(mark)
    return found


def main(names: list[str]) -> None:
    """Print a table."""
    sizes = [name for name in names if name in style.SIZES] or list(style.SIZES)
    chosen = [name for name in names if name not in style.SIZES] or [entry.name for entry in CATALOGUE]
    print(*(field.name for field in fields(Measured)), sep="\t")
    for name in chosen:
        for size in sizes:
            row = astuple(measured(hv.figure(name, size=size)))
            print(*(f"{value:.1f}" if isinstance(value, float) else value for value in row), sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
