"""What a picture shows, read from its artists.

Marks carry a gid: a filled bar "figure" inside its outlined "whole", a "range" inside its "whole", an array of circles
"figure", dots "figure". A "slice" is a group inside a whole, in which a bar stands. In a tree a "thousand" circles
stand for all, and "people" for those of one group, drawn again. A pale range is seen by its two end marks, lines with
the gid "end". A tile of a grid of claims is "given" where it holds words, "empty" where nobody says it. A count of
pages is a row of pips: "pip", filled, and "empty pip". What only stands behind text carries "card", a pale track behind
dots "track", a hairline between rows "rule".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import XTick
from matplotlib.collections import Collection, EllipseCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text

import her2viz as hv
from her2viz import style

#: No marks: they show no amount.
GROUNDS = ("card", "track", "rule")
#: Figures of site frequencies: of the documents, and of rows of someone's own.
FREQUENCIES = ("frequency", "own")


@dataclass(frozen=True)
class Drawn:
    """A drawn figure and its words, as the rules read them, and as a test can break them."""

    name: str
    kind: str
    size: str
    title: str
    alt: str
    description: str
    caption: str
    caveat: str
    sources: tuple[str, ...]
    reference: str
    aside: str
    note: str
    credit: str
    page_credit: str
    shows: tuple[str, ...]
    data: pd.DataFrame
    mpl: Figure


def read(fig: hv.TeachingFigure) -> Drawn:
    of_words = ("reference", "aside", "note", "credit", "page_credit")
    return Drawn(**{f.name: getattr(fig.words if f.name in of_words else fig, f.name) for f in fields(Drawn)})


def drawn_texts(fig: Drawn) -> list[Text]:
    """Every text that is really drawn; tick labels outside the axis do not count."""
    texts = list(fig.mpl.texts)
    for ax in fig.mpl.axes:
        texts += [*ax.texts, ax.title, ax.xaxis.label, ax.yaxis.label]
        for axis in (ax.xaxis, ax.yaxis):
            axis.get_ticklabels()  # writes the labels, also of a figure that was never drawn
            low, high = sorted(axis.get_view_interval())
            if axis.get_visible() and ax.axison:
                ticks = (t for t in axis.get_major_ticks() if low <= t.get_loc() <= high)
                texts += [t.label1 for t in ticks if t.label1.get_visible()]
    return [t for t in texts if t.get_visible() and t.get_text().strip()]


def page_text(fig: Drawn) -> str:
    """All drawn words, broken lines joined."""
    return re.sub(r"\s+", " ", " ".join(t.get_text() for t in drawn_texts(fig)))


def all_text(fig: Drawn) -> str:
    """Every word of the figure: drawn, alt text, description, caption."""
    return " ".join((page_text(fig), fig.title, fig.alt, fig.description, fig.caption))


def patches(fig: Drawn, gid: str) -> list[Patch]:
    return [patch for ax in fig.mpl.axes for patch in ax.patches if patch.get_gid() == gid and patch.get_visible()]


def arrays(fig: Drawn) -> list[EllipseCollection]:
    return [c for ax in fig.mpl.axes for c in ax.collections if isinstance(c, EllipseCollection)]


def pips(fig: Drawn) -> dict[str, tuple[int, int]]:
    """What rows of pips show, by their label: how many are filled, and how many there are."""
    found: dict[str, tuple[int, int]] = {}
    for patch in (*patches(fig, "pip"), *patches(fig, "empty pip")):
        full, of = found.get(str(patch.get_label()), (0, 0))
        full += to_hex(patch.get_facecolor()) == style.FILL
        found[str(patch.get_label())] = full, of + 1
    return found


def filled(array: EllipseCollection) -> list[bool]:
    """Which circles are filled: solid, or pale where the number is a rough one."""
    return [to_hex(colour) in (style.FILL, style.ROUGH) for colour in array.get_facecolors()]


def inked(array: EllipseCollection) -> list[bool]:
    """Which circles are no empty outlines: dark, or pale with a dark edge."""
    return [to_hex(colour) != style.PAPER for colour in array.get_facecolors()]


def wholes(fig: Drawn, gid: str) -> list[tuple[Rectangle, Rectangle | None]]:
    """Pair each mark with the outlined whole that it lies in."""
    pairs = []
    for ax in fig.mpl.axes:
        whole = [p for p in ax.patches if p.get_gid() == "whole"]
        for mark in (p for p in ax.patches if p.get_gid() == gid):
            middle = mark.get_y() + mark.get_height() / 2
            x = mark.get_x() + mark.get_width() / 2
            around = (
                w
                for w in whole
                if min(w.get_y(), w.get_y() + w.get_height()) <= middle <= max(w.get_y(), w.get_y() + w.get_height())
                and w.get_x() - 1e-9 <= x <= w.get_x() + w.get_width() + 1e-9
            )
            pairs.append((mark, next(around, None)))
    return pairs


def marks(fig: Drawn) -> list[float]:
    """The numbers that the marks show: bars and ranges in percent of their whole, filled circles, dots on an axis."""
    found: list[float] = []
    for mark, whole in (*wholes(fig, "figure"), *wholes(fig, "slice")):
        if mark.get_gid() == "slice" and whole and mark.get_width() == whole.get_width():
            continue  # a group that has become a whole of its own
        found.append(100 * mark.get_width() / whole.get_width() if whole else mark.get_width())
    for mark, whole in wholes(fig, "range"):
        left, width = (whole.get_x(), whole.get_width()) if whole else (0, 100)
        found += [100 * (x - left) / width for x in (mark.get_x(), mark.get_x() + mark.get_width())]
    found += [float(sum(filled(array))) for array in arrays(fig) if array.get_gid() == "figure"]
    found += [float(len(group.get_offsets())) for group in arrays(fig) if group.get_gid() == "people"]
    found += [*matrix_rows(fig).values(), *(people for _, people in brackets(fig))]
    for array in (field for field in arrays(fig) if field.get_gid() == "thousand"):
        drawn = sum(inked(array))
        found += [float(n) for n in (len(array.get_offsets()), drawn, len(array.get_offsets()) - drawn)]
    for ax in fig.mpl.axes:
        for line in ax.lines:
            if line.get_gid() == "figure":
                found += [float(x) for x in line.get_xdata()]
        for c in ax.collections:
            if isinstance(c, PathCollection) and c.get_gid() == "figure":
                found += [float(x) for x in np.asarray(c.get_offsets())[:, 0]]
    return [round(value, 6) for value in found]


def matrix_rows(fig: Drawn) -> dict[str, float]:
    """How many of 100 are marked in each row of each possible world."""
    found: dict[str, float] = {}
    for mark, whole in wholes(fig, "world"):
        share = 100 * mark.get_width() / whole.get_width() if whole else mark.get_width()
        found[str(mark.get_label())] = round(found.get(str(mark.get_label()), 0) + share, 6)
    return found


def brackets(fig: Drawn) -> list[tuple[str, float]]:
    """What brackets over the matrices of possible worlds say, and over how many columns they reach."""
    found = []
    for ax in fig.mpl.axes:
        wide = next((p.get_width() for p in ax.patches if p.get_gid() == "whole"), 100)
        for line in (line for line in ax.lines if line.get_gid() == "bracket"):
            x = line.get_xdata()
            found.append((str(line.get_label()), float(round(100 * (max(x) - min(x)) / wide))))
    return found


def kinds(fig: Drawn) -> dict[tuple[str, int], int]:
    """How many have two sites or more, one, or none in each possible world of the data."""
    counted = fig.data.groupby(["world", fig.data["number_of_sites"].clip(upper=2)], sort=False)["people"].sum()
    return {(str(world), int(least)): int(n) for (world, least), n in counted.items()}


def numbered(fig: Drawn) -> pd.DataFrame:
    """The rows that have a number; body-map also names sites without one, for other groups of people."""
    shown = [column for column in fig.shows if column in fig.data]
    return fig.data.dropna(subset=shown, how="all") if shown else fig.data


def counted(fig: Drawn) -> str:
    """What a row of someone's own is; sites elsewhere."""
    return str(fig.data["thing"].iloc[0]) if "thing" in fig.data else "site"


def values(fig: Drawn) -> list[float]:
    """The numbers of the data that the marks should show."""
    if "world" in fig.data:  # in each world the figures of the sites again, and how many have as many sites
        worlds = [group for _, group in fig.data.groupby("world", sort=False)]
        sites = [site for site, *_ in fig.data["figures"].iloc[0]]
        had = [float(w.loc[[site in held for held in w["held"]], "people"].sum()) for w in worlds for site in sites]
        return [*had, *map(float, kinds(fig).values())]
    return [float(v) for column in fig.shows for v in fig.data[column].dropna()]


def short_names(fig: Drawn) -> set[str]:
    """The short names of the documents and studies that the data cite."""
    names = {name for cell in fig.data["source"] for name in cell.split("; ")} if fig.kind == "own" else set()
    for column, table in (("source_id", hv.load_sources()), ("study_id", hv.load_studies())):
        if column in fig.data:
            known = table.set_index(column)["short_name"]
            names |= {known[key] for key in fig.data[column].dropna().astype(str).unique()}
    return names


def short_name(name: str) -> str:
    """How the row of a chart names a study, which its credit names in full."""
    return name.replace(" et al.", "")


def ticks_of(ax: Axes) -> list[XTick]:
    ax.xaxis.get_ticklabels()  # writes the labels, also of a figure that was never drawn
    return [t for t in ax.xaxis.get_major_ticks() if t.label1.get_text().strip()] if ax.axison else []


def right(patch: Rectangle) -> float:
    return patch.get_x() + patch.get_width()


def ends(patch: Patch) -> set[str]:
    """The colours of the end marks of a range, where both ends have one."""
    if patch.get_gid() != "range" or patch.axes is None:
        return set()
    marks = [line for line in patch.axes.lines if line.get_gid() == "end" and line.get_visible()]
    found = [
        {to_hex(line.get_color()) for line in marks if np.allclose(line.get_xdata(), x)}
        for x in (patch.get_x(), right(patch))
    ]
    return set.union(*found) if all(found) else set()


def mark_faces(fig: Drawn) -> Iterator[tuple[set[str], str]]:
    """The face and edge colours of each mark that is really drawn, and what it is."""

    def seen(colours: np.ndarray) -> set[str]:
        return {to_hex(c) for c in np.atleast_2d(colours) if len(c) and c[3]}

    for ax in fig.mpl.axes:
        for patch in ax.patches:
            if patch.get_gid() not in GROUNDS and patch.get_visible():
                edge = seen(patch.get_edgecolor()) if patch.get_linewidth() else ends(patch)
                yield seen(patch.get_facecolor()) | edge, type(patch).__name__
        for c in ax.collections:
            if isinstance(c, Collection) and c.get_visible() and c.get_gid() not in GROUNDS:
                yield seen(c.get_facecolors()) | seen(c.get_edgecolors()), type(c).__name__
        for line in ax.lines:
            drawn = isinstance(line, Line2D) and line.get_visible() and len(line.get_xdata())
            if drawn and line.get_gid() not in GROUNDS:
                colours = set()
                if line.get_linestyle() not in ("None", "", " "):
                    colours.add(to_hex(line.get_color()))
                if line.get_marker() not in ("None", "", " ", None):
                    colours |= {to_hex(line.get_markeredgecolor())}
                    colours |= {to_hex(line.get_markerfacecolor())} - {"none"}
                yield colours, "line"


def mark_colours(fig: Drawn) -> set[str]:
    return {colour for colours, _ in mark_faces(fig) for colour in colours} - {style.PAPER}
