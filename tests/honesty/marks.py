"""The rules of numbers, marks, colours and type: each lists what is wrong in a drawn figure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import coloraide
import numpy as np
import pandas as pd
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, FancyBboxPatch, Wedge
from matplotlib.transforms import Bbox

from her2viz import style
from her2viz.dataset.loaders import raw
from honesty.drawn import (
    FREQUENCIES,
    Drawn,
    all_text,
    arrays,
    brackets,
    drawn_texts,
    filled,
    inked,
    mark_colours,
    mark_faces,
    marks,
    numbered,
    page_text,
    patches,
    right,
    ticks_of,
    values,
    wholes,
)

SMALLEST = {"print": 10, "screen": 11, "slide": 20}


def rule_4(fig: Drawn) -> Iterator[str]:
    """Rough numbers are whole and hedged; study figures keep the precision they were printed with."""
    text = page_text(fig)
    panels = " ".join(t.get_text() for ax in fig.mpl.axes for t in ax.texts)
    if fig.kind == "study":
        yield from _study_numbers(fig, text)
    for row in fig.data.to_dict("records"):
        numbers = [f"{row[column]:g}" for column in fig.shows if not pd.isna(row[column])]
        if fig.kind == "study" or not numbers:
            continue
        if len(numbers) == 2:  # from nobody, or up to all, is no rough end
            rough = "about " * (row["named"] == "Rough figures" and numbers != ["0", "100"])
            low, high = ("", rough) if numbers[0] == "0" else (rough, "")
            wanted = f"{low}{numbers[0]} to {high}{numbers[1]}" if numbers[0] != numbers[1] else f"{rough}{numbers[0]}"
        elif "world" in row:  # made up, so exact; the figures that it fits are not
            yield from _world_numbers(row, text)
            continue
        else:
            word = row.get("qualifier")
            wanted = f"{'' if pd.isna(word) else word} {numbers[0]} in 100".strip()
        if wanted not in (text if len(numbers) == 1 else panels):
            yield f"the page does not say {wanted!r}"
    if fig.kind in FREQUENCIES:
        words = [row.get("qualifier") for row in numbered(fig).to_dict("records")]
        hedged = {f"{word} " for word in words if isinstance(word, str) and word}
        if fig.kind == "own":  # someone's own may be exact, and say so number by number
            hedged = set()
            rough = all(word in ("about", "around", "roughly", "approximately") for word in words)
            if "qualifier" in fig.data and not rough and "rough" in all_text(fig).lower():
                yield "calls figures rough that do not say so"
        for before, number in re.findall(r"(\w+ )(\d+(?:\.\d+)?) in 100", text[:1].lower() + text[1:]):
            if "." in number and fig.kind != "own":
                yield f"{number} is not whole"
            if hedged and before not in hedged | {"to "}:
                yield f"{number} in 100 stands without its hedge"


def _world_numbers(row: dict[str, Any], text: str) -> Iterator[str]:
    """A made-up world is called so, and each figure that it fits keeps its hedge."""
    if row["world"] not in text:
        yield f"does not say {row['world']!r}"
    for site, word, value in row["figures"]:
        wanted = f"{site} {word} {value:g}".replace("  ", " ")
        if text.count(wanted) < 2:
            yield f"the page does not say {wanted!r} in both worlds"


def _study_numbers(fig: Drawn, text: str) -> Iterator[str]:
    """Study figures as they stand in the table; the rough figures beside them with their hedge."""
    if "percent" in fig.shows:
        key = ["study_id", "site", "subtype", "denominator", "moment_group"]
        rows = raw("published_figures").to_dict("records")
        printed = {tuple(row[column] for column in key): row["percent"] for row in rows}
        for row in fig.data.dropna(subset="study_id").to_dict("records"):
            number = printed[tuple(str(row[column]) for column in key)]
            if not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", text):
                yield f"the page does not print {number}"
    for row in fig.data.to_dict("records"):
        rough = row.get("rough_pct", row.get("share") if isinstance(row.get("source_id"), str) else None)
        if rough is not None and f"{row['qualifier']} {rough:g}" not in text:
            yield f"the rough figure {rough:g} stands without its hedge"


def rule_5(fig: Drawn) -> Iterator[str]:
    """A number beside every mark, equal to it."""
    shown, given = sorted(marks(fig)), sorted(values(fig))
    if not given:
        yield "the entry names no column whose numbers the marks show"
    if len(shown) != len(given) or not np.allclose(shown, given):
        yield f"marks show {shown}, the data {given}"
    text = re.sub(r"(?<=\d),(?=\d{3})", "", page_text(fig))
    written = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    for value in set(given):
        if written.count(value) < given.count(value):
            yield f"{value:g} is drawn {given.count(value)} times and written {written.count(value)} times"
    for words, people in brackets(fig):
        if words not in text or not words.endswith(f": {people:g}"):
            yield f"a bracket over {people:g} columns stands without its words"


def rule_6(fig: Drawn) -> Iterator[str]:
    """The whole is visible."""
    for gid in ("figure", "range", "slice", "world"):
        for mark, whole in wholes(fig, gid):
            if whole is None or not whole.get_linewidth() or not whole.get_edgecolor()[3]:
                yield f"a {gid} has no outlined whole"
            elif not (whole.get_x() - 1e-9 <= mark.get_x() and right(mark) <= right(whole) + 1e-9):
                yield f"a {gid} leaves its whole"
    for ax in fig.mpl.axes:
        ticks = ticks_of(ax)
        whole = [p for p in ax.patches if p.get_gid() == "whole"]
        if ticks and whole and tuple(ax.get_xlim()) != (0, 100):
            yield f"the axis runs {ax.get_xlim()}, not 0 to 100"
        if ticks and any((w.get_x(), w.get_width()) != (0, 100) for w in whole):
            yield "an outlined whole is not 100 long"
    for array in arrays(fig):
        whole = {"figure": 100, "thousand": 1000}.get(array.get_gid())
        if whole and len(array.get_offsets()) != whole:
            yield f"{array.get_label()} has {len(array.get_offsets())} circles"
    for ax in fig.mpl.axes:
        dots = [line for line in ax.lines if line.get_gid() == "figure"]
        if dots and (tuple(ax.get_xlim()) != (0, 100) or not {0, 100} <= {tick.get_loc() for tick in ticks_of(ax)}):
            yield f"dots stand on an axis from {ax.get_xlim()}, not 0 to 100"
    columns = sum(people for _, people in brackets(fig))
    if "world" in fig.data and columns != 100 * fig.data["world"].nunique():
        yield f"brackets count {columns:g} people"
    if fig.kind in FREQUENCIES and not patches(fig, "whole") and not arrays(fig):
        yield "the panel shows no whole of 100"


def rule_7(fig: Drawn) -> Iterator[str]:
    """Circles, filled without gaps in the same order, one array a number."""
    found = [array for array in arrays(fig) if array.get_gid() == "figure"]
    bounds = 2 * len(patches(fig, "range"))  # in a frame of their own
    if found and len(found) != len(values(fig)) - bounds:
        yield f"{len(found)} arrays for {len(values(fig)) - bounds} numbers"
    for array in found:
        fill = filled(array)
        if fill != sorted(fill, reverse=True):
            yield f"{array.get_label()}: filled circles are scattered"
        across, down = np.asarray(array.get_offsets()).T
        if not (np.diff(down) >= 0).all() or not (np.diff(across.reshape(-1, 10), axis=1) > 0).all():
            yield f"{array.get_label()}: circles do not run row by row from the top left"
        if not np.array_equal(array.get_widths(), array.get_heights()) or array.axes.get_aspect() != 1.0:
            yield f"{array.get_label()}: not circles"
    for array in (field for field in arrays(fig) if field.get_gid() == "thousand"):
        if inked(array) != sorted(inked(array), reverse=True) or filled(array) != sorted(filled(array), reverse=True):
            yield f"{array.get_label()}: filled circles are scattered"


def rule_9(fig: Drawn) -> Iterator[str]:
    """No pie, no stack; every bar from the start of its whole."""
    if any(isinstance(patch, Wedge) for ax in fig.mpl.axes for patch in ax.patches):
        yield "a pie or donut"
    for bar, whole in (*wholes(fig, "figure"), *wholes(fig, "slice")):
        if abs(bar.get_x() - (whole.get_x() if whole else 0)) > 1e-9:
            yield f"a bar starts at {bar.get_x():g}"


#: The figures about denominators: each of their bars or groups says of whom it is.
DENOMINATORS = ("two-denominators", "frequency-tree", "her2-share")


def rule_12(fig: Drawn) -> Iterator[str]:
    """Each study by itself, one denominator on an axis, moments apart."""
    for word in re.findall(r"\b(on average|averaged?|mean|pooled|overall|combined)\b", page_text(fig) + fig.alt, re.I):
        yield f"says {word!r}"
    denominators = set(fig.data["denominator"].dropna()) if "denominator" in fig.data else set()
    if fig.name not in DENOMINATORS and len(denominators) > 1:
        yield "mixes denominators"
    if "rough_pct" in fig.data and denominators != {"metastatic"}:
        yield "sets a rough figure of metastatic disease beside figures of other people"
    if fig.name not in DENOMINATORS:
        column = "by" if "by" in fig.data else "moment_group"
        for moment in fig.data[column].dropna().astype(str).unique():
            if moment not in page_text(fig):
                yield f"does not label the moment {moment!r}"
    for ax in fig.mpl.axes:
        for line in ax.lines:
            joined = line.get_linestyle() not in ("None", "", " ") and len(line.get_xdata()) > 1
            if line.get_gid() == "figure" and joined:
                yield "joins figures with a line"
        rows = [round(float(line.get_ydata()[0]), 3) for line in ax.lines if line.get_gid() == "figure"]
        if len(set(rows)) < len(rows):
            yield "two figures share a row"
    yield from _intervals(fig)
    if "derived" in fig.data and fig.data["derived"].notna().any():
        for place, text in {"page": page_text(fig), "caption": fig.caption}.items():
            if "derived by us" not in text:
                yield f"the {place} does not call the derived size derived"


def _intervals(fig: Drawn) -> Iterator[str]:
    """Each interval is one of chance only, called so, and belongs to a group whose size is printed."""
    drawn = [line for ax in fig.mpl.axes for line in ax.lines if line.get_gid() == "interval"]
    if drawn and "95% interval, computed by us: chance only" not in page_text(fig):
        yield "does not call its intervals 95% intervals, computed by us: chance only"
    allowed = fig.data
    if drawn:
        excluded = {"gong_2018", "martin_2017", "savci_2015", "hess_2013"}
        allowed = fig.data[fig.data["n_total"].notna() & ~fig.data["study_id"].isin(excluded)]
    if len(drawn) > len(allowed):
        yield f"draws {len(drawn)} intervals where {len(allowed)} are allowed"
    for line in drawn:
        low, high = (float(x) for x in line.get_xdata())
        if not any(np.allclose((low, high), (row.low, row.high)) for row in allowed.itertuples()):
            yield f"the interval {low:.1f} to {high:.1f} is not one of the data"


def grounds(fig: Drawn) -> list[tuple[Bbox, str]]:
    """Where filled patches lie, and their colours, the uppermost first."""
    filled = [patch for ax in fig.mpl.axes for patch in ax.patches if patch.get_facecolor()[3]]
    upwards = sorted(filled, key=lambda patch: patch.get_zorder())
    return [(patch.get_window_extent(), to_hex(patch.get_facecolor())) for patch in reversed(upwards)]


@cache
def contrast(first: str, second: str) -> float:
    return coloraide.Color(first).contrast(coloraide.Color(second), method="wcag21")


def rule_16(fig: Drawn) -> Iterator[str]:
    """Contrast of text and marks."""
    lying = grounds(fig)
    for text in drawn_texts(fig):
        box = text.get_window_extent()
        middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
        behind = next((colour for place, colour in lying if place.contains(*middle)), style.PAPER)
        if (ratio := contrast(to_hex(text.get_color()), behind)) < 4.5:
            yield f"{text.get_text()!r} has a contrast of {ratio:.1f}"
    for colours, what in mark_faces(fig):
        if colours and max(contrast(colour, style.PAPER) for colour in colours) < 3:
            yield f"a {what} of {sorted(colours)} has a contrast below 3"


@cache
def alike(first: str, second: str) -> list[str]:
    """To whom two colours look alike."""
    a, b = coloraide.Color(first), coloraide.Color(second)
    found = [
        f"for {sight} readers"
        for sight in ("protan", "deutan", "tritan")
        if a.filter(sight).delta_e(b.filter(sight), method="2000") < 10
    ]
    return found + ["in grey"] * (abs(a.convert("lab")["lightness"] - b.convert("lab")["lightness"]) < 20)


def rule_17(fig: Drawn) -> Iterator[str]:
    """Colours stay apart for colour-blind readers and in grey."""
    for first, second in itertools.combinations(sorted(mark_colours(fig)), 2):
        for whom in alike(first, second):
            yield f"{first} and {second} are alike {whom}"


def rule_18(fig: Drawn) -> Iterator[str]:
    """Smallest type."""
    for text in drawn_texts(fig):
        if text.get_fontsize() < SMALLEST[fig.size]:
            yield f"{text.get_text()!r} is {text.get_fontsize():g} pt"


def rule_19(fig: Drawn) -> Iterator[str]:
    """No text overlaps another, leaves the page or stands rotated."""
    fig.mpl.draw_without_rendering()
    texts = drawn_texts(fig)
    boxes = [(t.get_text(), t.get_window_extent()) for t in texts]
    page = fig.mpl.bbox
    for text in texts:
        if text.get_rotation():
            yield f"{text.get_text()!r} is rotated"
    for text, box in boxes:
        if box.x0 < page.x0 or box.x1 > page.x1 or box.y0 < page.y0 or box.y1 > page.y1:
            yield f"{text!r} leaves the page"
    for circle in (p for ax in fig.mpl.axes for p in ax.patches if isinstance(p, Circle) and p.get_clip_on()):
        box, panel = circle.get_window_extent(), circle.axes.bbox
        if min(box.x0 - panel.x0, panel.x1 - box.x1, box.y0 - panel.y0, panel.y1 - box.y1) < -1:
            yield f"the circle {circle.get_label()!r} is clipped"
    boxed = [*patches(fig, "card"), *patches(fig, "given")]
    cards = [c.get_window_extent() for c in boxed if isinstance(c, FancyBboxPatch)]
    for text, box in boxes:
        for card in cards:  # cards and tiles of text; bands behind the rows of a matrix are plain rectangles
            on_it = card.contains((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
            if on_it and min(box.x0 - card.x0, card.x1 - box.x1, box.y0 - card.y0, card.y1 - box.y1) < -1:
                yield f"{text!r} leaves its card"
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1:
            yield f"{one!r} overlaps {other!r}"
