"""The rules of honest figures that a machine can check: each takes a drawn figure and lists what is wrong.

A rule is named by its number. ``RULES`` holds them all; ``ELSEWHERE`` says where the others are tested, or why not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import coloraide
import numpy as np
import pandas as pd
import textstat
from matplotlib.axes import Axes
from matplotlib.axis import XTick
from matplotlib.collections import Collection, EllipseCollection, PathCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, Patch, Rectangle, Wedge
from matplotlib.text import Text

import her2viz as hv
from her2viz import phrases, style
from her2viz.dataset import origin
from her2viz.dataset.loaders import raw
from her2viz.words import glossary

SMALLEST = {"print": 9, "screen": 10, "slide": 18}
BANNED = r"\b(victims?|sufferers?|suffer(s|ing)?|battl\w+|fight\w*|lost|losing|brave|survivor)\b"
OF_OURS = (
    r"\b(rare(ly)?|common(ly)?|high(er|est)? risk|(?<!to )low(er)? risk|likely|unlikely|twice|times (more|less|as)|"
    r"risk ratio)\b"
)
#: Figures of site frequencies: of the documents, and of rows of someone's own.
FREQUENCIES = ("frequency", "own")
#: What the rest of the hundred is called, by the word before the number.
OTHER_WAY = {"at least": "at most", "at most": "at least", "up to": "at least", "more than": "fewer than"}
EXEMPT = "not specific to HER2-positive disease"
FORMS = (
    "Bar chart",
    "Icon arrays",
    "Body map",
    "Range chart",
    "Tree diagram",
    "Dot plot",
    "Table",
    "Text cards",
    "Flow diagram",
)

ELSEWHERE = {
    14: "tests/course/test_notebooks.py, tests/output: a notice before the first number",
    22: "tests/output/test_exporting.py: metadata are read back from the files",
    23: "tests/output/test_deck.py: slides are read back from the file",
    25: "tests/course/test_notebooks.py: headings in order, a table near each figure",
}


# --- reading what is drawn ---
#
# Marks carry a gid: a filled bar "figure" inside its outlined "whole", a "range" inside its "whole", an array of
# circles "figure", dots "figure". What only stands behind text carries "card".


def drawn_texts(fig: hv.TeachingFigure) -> list[Text]:
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


def page_text(fig: hv.TeachingFigure) -> str:
    """All drawn words, broken lines joined."""
    return re.sub(r"\s+", " ", " ".join(t.get_text() for t in drawn_texts(fig)))


def all_text(fig: hv.TeachingFigure) -> str:
    """Every word of the figure: drawn, alt text, description, caption."""
    return " ".join((page_text(fig), fig.title, fig.alt, fig.description, fig.caption))


def patches(fig: hv.TeachingFigure, gid: str) -> list[Patch]:
    return [patch for ax in fig.mpl.axes for patch in ax.patches if patch.get_gid() == gid and patch.get_visible()]


def arrays(fig: hv.TeachingFigure) -> list[EllipseCollection]:
    return [c for ax in fig.mpl.axes for c in ax.collections if isinstance(c, EllipseCollection)]


def filled(array: EllipseCollection) -> list[bool]:
    return [to_hex(colour) == style.FILL for colour in array.get_facecolors()]


def wholes(fig: hv.TeachingFigure, gid: str) -> list[tuple[Rectangle, Rectangle | None]]:
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


def marks(fig: hv.TeachingFigure) -> list[float]:
    """The numbers that the marks show: bars and ranges in percent of their whole, filled circles, dots on an axis."""
    found: list[float] = []
    for mark, whole in wholes(fig, "figure"):
        found.append(100 * mark.get_width() / whole.get_width() if whole else mark.get_width())
    for mark, whole in wholes(fig, "range"):
        left, width = (whole.get_x(), whole.get_width()) if whole else (0, 100)
        found += [100 * (x - left) / width for x in (mark.get_x(), mark.get_x() + mark.get_width())]
    found += [float(sum(filled(array))) for array in arrays(fig) if array.get_gid() == "figure"]
    found += [float(len(group.get_offsets())) for group in arrays(fig) if group.get_gid() == "world"]
    for ax in fig.mpl.axes:
        for line in ax.lines:
            if line.get_gid() == "figure":
                found += [float(x) for x in line.get_xdata()]
        for c in ax.collections:
            if isinstance(c, PathCollection) and c.get_gid() == "figure":
                found += [float(x) for x in np.asarray(c.get_offsets())[:, 0]]
    return [round(value, 6) for value in found]


def numbered(fig: hv.TeachingFigure) -> pd.DataFrame:
    """The rows that have a number; body-map also names sites without one, for other groups of people."""
    shown = [column for column in fig.shows if column in fig.data]
    return fig.data.dropna(subset=shown, how="all") if shown else fig.data


def values(fig: hv.TeachingFigure) -> list[float]:
    """The numbers of the data that the marks should show."""
    return [float(v) for column in fig.shows for v in fig.data[column].dropna()]


# --- the rules ---


def rule_1(fig: hv.TeachingFigure) -> Iterator[str]:
    """Reference class and source with every number."""
    page = page_text(fig)
    if fig.kind in FREQUENCIES:
        people = numbered(fig)["population"].astype(str).unique()
        for population in people:
            for place, text in {"page": page, "caption": fig.caption}.items():
                if f"100 {population}" not in text:
                    yield f"the {place} does not say 100 {population}"
        if len(people) == 1 and f"100 {people[0]}" not in fig.alt:
            yield "the alt text does not say of whom"
    if not fig.words.reference or fig.words.reference not in page:
        yield "the page does not show its reference class"
    for name in short_names(fig):
        for place, text in {"page": page, "caption": fig.caption}.items():
            if name not in text:
                yield f"the {place} does not name its source {name}"


def short_names(fig: hv.TeachingFigure) -> set[str]:
    """The short names of the documents and studies that the data cite."""
    names = {name for cell in fig.data["source"] for name in cell.split("; ")} if fig.kind == "own" else set()
    for column, table in (("source_id", hv.load_sources()), ("study_id", hv.load_studies())):
        if column in fig.data:
            known = table.set_index(column)["short_name"]
            names |= {known[key] for key in fig.data[column].dropna().astype(str).unique()}
    return names


def rule_2(fig: hv.TeachingFigure) -> Iterator[str]:
    """HER2-positive only where the rows are."""
    text = all_text(fig)
    if fig.kind != "study" and re.search(r"\ball types\b", text, re.I):
        yield "says all types; the documents name no type"
    cells = " ".join(map(str, fig.data.select_dtypes(exclude="number").to_numpy().ravel()))
    if "HER2" not in cells and "HER2-positive" in text.replace(EXEMPT, ""):
        yield "calls figures HER2-positive that are not"
    if fig.kind == "frequency" and {"site", "sites_overlap"} & set(fig.data) and EXEMPT not in page_text(fig):
        yield f"the page does not say: {EXEMPT}"
    for word in ("HER2", "breast", "cancer", "web page", "women", "spread", "disease"):
        if fig.kind == "own" and word in text.lower() and word not in cells.lower():
            yield f"says {word!r}, which the rows do not"


def rule_3(fig: hv.TeachingFigure) -> Iterator[str]:
    """One denominator, 100."""
    for place, text in {"page": page_text(fig), "alt text": fig.alt}.items():
        for form in re.findall(r"(?<![\w.])(?:1|one) in (?:\d+|two|three|four|five|ten)\b", text):
            yield f"the {place} says {form!r}"
        for other in re.findall(r"\bin ([\d,]+)\b", text):
            if other != "100":
                yield f"the {place} counts in {other}"
        thousands = re.findall(r"\b(?:per|of) 1,000\b", text)
        if thousands and not (fig.kind == "study" and any(value < 1 for value in values(fig))):
            yield f"the {place} counts {thousands[0]}"


def rule_4(fig: hv.TeachingFigure) -> Iterator[str]:
    """Rough numbers are whole and hedged; study figures keep the precision they were printed with."""
    text = page_text(fig)
    if fig.kind == "study":
        yield from _study_numbers(fig, text)
    for row in fig.data.to_dict("records"):
        numbers = [f"{row[column]:g}" for column in fig.shows if not pd.isna(row[column])]
        if fig.kind == "study" or not numbers:
            continue
        if len(numbers) == 2:
            wanted = f"{numbers[0]} to {numbers[1]} in 100"
        else:
            word = row.get("qualifier")
            wanted = f"{'' if pd.isna(word) else word} {numbers[0]} in 100".strip()
        if wanted not in text:
            yield f"the page does not say {wanted!r}"
    if fig.kind in FREQUENCIES:
        words = [row.get("qualifier") for row in numbered(fig).to_dict("records")]
        hedged = {f"{word} " for word in words if isinstance(word, str) and word}
        if fig.kind == "own":  # someone's own may be exact, and say so number by number
            hedged = set()
            rough = all(word in ("about", "around", "roughly", "approximately") for word in words)
            if "qualifier" in fig.data and not rough and "rough" in all_text(fig).lower():
                yield "calls figures rough that do not say so"
        for before, number in re.findall(r"(\w+ )(\d+(?:\.\d+)?) in 100", text):
            if "." in number and fig.kind != "own":
                yield f"{number} is not whole"
            if hedged and before not in hedged | {"to "}:
                yield f"{number} in 100 stands without its hedge"


def _study_numbers(fig: hv.TeachingFigure, text: str) -> Iterator[str]:
    """Study figures as they stand in the table; the rough figures beside them with their hedge."""
    if "percent" in fig.shows:
        key = ["study_id", "site", "subtype", "denominator", "moment_group"]
        printed = raw("published_figures").set_index(key)["percent"]
        for row in fig.data.to_dict("records"):
            number = printed.loc[tuple(str(row[column]) for column in key)]
            if not re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]*\d)", text):
                yield f"the page does not print {number}"
    for row in fig.data.to_dict("records"):
        rough = row.get("rough_pct", row.get("number") if isinstance(row.get("source_id"), str) else None)
        if rough is not None and f"{row['qualifier']} {rough:g}" not in text:
            yield f"the rough figure {rough:g} stands without its hedge"


def rule_5(fig: hv.TeachingFigure) -> Iterator[str]:
    """A number beside every mark, equal to it."""
    shown, told = sorted(marks(fig)), sorted(values(fig))
    if not told:
        yield "the entry names no column whose numbers the marks show"
    boxes_only = fig.kind == "study" and not shown and patches(fig, "card")  # a tree's numbers stand in its boxes
    if not boxes_only and (not np.allclose(shown, told) if len(shown) == len(told) else True):
        yield f"marks show {shown}, the data {told}"
    text = re.sub(r"(?<=\d),(?=\d{3})", "", page_text(fig))
    written = [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]
    for value in set(told):
        if written.count(value) < told.count(value):
            yield f"{value:g} is drawn {told.count(value)} times and written {written.count(value)} times"


def rule_6(fig: hv.TeachingFigure) -> Iterator[str]:
    """The whole is visible."""
    for gid in ("figure", "range"):
        for mark, whole in wholes(fig, gid):
            if whole is None or not whole.get_linewidth() or not whole.get_edgecolor()[3]:
                yield f"a {gid} has no outlined whole"
            elif not (whole.get_x() - 1e-9 <= mark.get_x() and _right(mark) <= _right(whole) + 1e-9):
                yield f"a {gid} leaves its whole"
    for ax in fig.mpl.axes:
        ticks = ticks_of(ax)
        whole = [p for p in ax.patches if p.get_gid() == "whole"]
        if ticks and whole and tuple(ax.get_xlim()) != (0, 100):
            yield f"the axis runs {ax.get_xlim()}, not 0 to 100"
        if ticks and any((w.get_x(), w.get_width()) != (0, 100) for w in whole):
            yield "an outlined whole is not 100 long"
    for array in arrays(fig):
        if array.get_gid() != "world" and len(array.get_offsets()) != 100:
            yield f"{array.get_label()} has {len(array.get_offsets())} circles"
    for ax in fig.mpl.axes:
        groups = [len(c.get_offsets()) for c in ax.collections if c.get_gid() == "world"]
        if groups and sum(groups) != 100:
            yield f"a possible world has {sum(groups)} circles"
        dots = [line for line in ax.lines if line.get_gid() == "figure"]
        if dots and (tuple(ax.get_xlim()) != (0, 100) or not {0, 100} <= {tick.get_loc() for tick in ticks_of(ax)}):
            yield f"dots stand on an axis from {ax.get_xlim()}, not 0 to 100"
    if fig.kind in FREQUENCIES and not patches(fig, "whole") and not arrays(fig):
        yield "the panel shows no whole of 100"


def ticks_of(ax: Axes) -> list[XTick]:
    ax.xaxis.get_ticklabels()  # writes the labels, also of a figure that was never drawn
    return [t for t in ax.xaxis.get_major_ticks() if t.label1.get_text().strip()] if ax.axison else []


def _right(patch: Rectangle) -> float:
    return patch.get_x() + patch.get_width()


def rule_7(fig: hv.TeachingFigure) -> Iterator[str]:
    """Circles, filled without gaps in the same order, one array a number."""
    found = [array for array in arrays(fig) if array.get_gid() == "figure"]
    if found and len(found) != len(values(fig)):
        yield f"{len(found)} arrays for {len(values(fig))} numbers"
    for array in found:
        fill = filled(array)
        if fill != sorted(fill, reverse=True):
            yield f"{array.get_label()}: filled circles are scattered"
        across, down = np.asarray(array.get_offsets()).T
        if not (np.diff(down) >= 0).all() or not (np.diff(across.reshape(-1, 10), axis=1) > 0).all():
            yield f"{array.get_label()}: circles do not run row by row from the top left"
        if not np.array_equal(array.get_widths(), array.get_heights()) or array.axes.get_aspect() != 1.0:
            yield f"{array.get_label()}: not circles"


def rule_8(fig: hv.TeachingFigure) -> Iterator[str]:
    """Overlap said in figure, caption and alt text."""
    if "sites_overlap" in fig.data and fig.data["sites_overlap"].fillna(False).astype(bool).any():
        for place, text in {"page": page_text(fig), "caption": fig.caption, "alt text": fig.alt}.items():
            if phrases.OVERLAP.lower() not in text.lower():
                yield f"the {place} does not say that sites overlap"


def rule_9(fig: hv.TeachingFigure) -> Iterator[str]:
    """No pie, no stack; every bar from the start of its whole."""
    if any(isinstance(patch, Wedge) for ax in fig.mpl.axes for patch in ax.patches):
        yield "a pie or donut"
    for bar, whole in wholes(fig, "figure"):
        if abs(bar.get_x() - (whole.get_x() if whole else 0)) > 1e-9:
            yield f"a bar starts at {bar.get_x():g}"


def rule_10(fig: hv.TeachingFigure) -> Iterator[str]:
    """No frequency words of ours; a document's words only in quotation marks, with their document."""
    for word in re.findall(OF_OURS, re.sub(r"\u201c[^\u201d]*\u201d", "", all_text(fig)), re.I):
        yield f"says {word[0]!r}"
    if fig.kind == "claims":
        page = page_text(fig)
        counted = re.search(r"\b\d of \d\b|\bhow many of \w+ pages\b", page)
        if counted and "A count of pages is not a count of people" not in page:
            yield f"lets a count of pages read as a count of people: {counted[0]!r}"


def rule_11(fig: hv.TeachingFigure) -> Iterator[str]:
    """Both frames in the description."""
    if fig.shows != ("frequency_pct",):
        return
    for row in fig.data.dropna(subset="frequency_pct").itertuples():
        word = row.qualifier if isinstance(row.qualifier, str) else ""
        rest = phrases.hedged(OTHER_WAY.get(word, word), 100 - row.frequency_pct)
        if f"and {rest} do not" not in fig.description:
            yield f"{row.site}: the description does not say that {rest} do not have it there"
    if "it may be elsewhere" not in fig.description:
        yield "the description lets no spread at one site read as no spread"


def rule_12(fig: hv.TeachingFigure) -> Iterator[str]:
    """Each study by itself, one denominator on an axis, moments apart."""
    for word in re.findall(r"\b(on average|averaged?|mean|pooled|overall|combined)\b", page_text(fig) + fig.alt, re.I):
        yield f"says {word!r}"
    if fig.name not in ("two-denominators", "frequency-trees"):
        if set(fig.data["denominator"].dropna()) != {"metastatic"}:
            yield "mixes denominators"
        for group in fig.data["moment_group"].dropna().astype(str).unique():
            if group not in page_text(fig):
                yield f"does not label the moment {group!r}"
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


def _intervals(fig: hv.TeachingFigure) -> Iterator[str]:
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


def rule_13(fig: hv.TeachingFigure) -> Iterator[str]:
    """Caveat and credit inside the page."""
    for name, text in {"caveat": fig.caveat, "credit": fig.words.credit}.items():
        if not text or text not in page_text(fig):
            yield f"the {name} is not on the page"
    if fig.kind == "own" and not fig.caveat.startswith("Figures put in by the maker of this picture"):
        yield "does not say who put the figures in"
    if fig.caveat != origin.caveat(fig.kind, numbered(fig)):
        yield f"the caveat is not the one of its kind: {fig.caveat!r}"
    for name in short_names(fig):
        if name not in fig.words.credit:
            yield f"the credit does not name {name}"


def rule_15(fig: hv.TeachingFigure) -> Iterator[str]:
    """The document's noun, person-first words, terms explained, no red."""
    text = all_text(fig)
    for word in re.findall(BANNED, text, re.I):
        yield f"says {word[0]!r}"
    if fig.kind in FREQUENCIES and phrases.noun(numbered(fig)) not in fig.caveat:
        yield f"the caveat does not keep the document's noun {phrases.noun(numbered(fig))!r}"
    for name, place in {"caption": fig.caption, "description": fig.description}.items():
        if re.search("metasta", text, re.I) and not any(
            glossary.glossary([term]) in place for term in ("metastatic", "advanced")
        ):
            yield f"the {name} does not explain metastatic"
        if "HER2" in text and glossary.glossary(["HER2"]) not in place:
            yield f"the {name} does not explain HER2"
    for colour in mark_colours(fig) | {to_hex(t.get_color()) for t in drawn_texts(fig)}:
        red, green, blue = to_rgb(colour)
        if red > 0.5 and red > 1.6 * max(green, blue):
            yield f"{to_hex(colour)} is red"


def mark_faces(fig: hv.TeachingFigure) -> Iterator[tuple[set[str], str]]:
    """The face and edge colours of each mark that is really drawn, and what it is."""

    def seen(colours: np.ndarray) -> set[str]:
        return {to_hex(c) for c in np.atleast_2d(colours) if len(c) and c[3]}

    for ax in fig.mpl.axes:
        for patch in ax.patches:
            if patch.get_gid() != "card" and patch.get_visible():
                edge = seen(patch.get_edgecolor()) if patch.get_linewidth() else set()
                yield seen(patch.get_facecolor()) | edge, type(patch).__name__
        for c in ax.collections:
            if isinstance(c, Collection) and c.get_visible() and c.get_gid() != "card":
                yield seen(c.get_facecolors()) | seen(c.get_edgecolors()), type(c).__name__
        for line in ax.lines:
            if isinstance(line, Line2D) and line.get_visible() and len(line.get_xdata()):
                colours = set()
                if line.get_linestyle() not in ("None", "", " "):
                    colours.add(to_hex(line.get_color()))
                if line.get_marker() not in ("None", "", " ", None):
                    colours |= {to_hex(line.get_markeredgecolor())}
                    colours |= {to_hex(line.get_markerfacecolor())} - {"none"}
                yield colours, "line"


def mark_colours(fig: hv.TeachingFigure) -> set[str]:
    return {colour for colours, _ in mark_faces(fig) for colour in colours} - {style.PAPER}


def behind(text: Text, fig: hv.TeachingFigure) -> str:
    """The colour behind a text: of the uppermost filled patch that its middle lies on, else the paper."""
    box = text.get_window_extent()
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    colour, level = style.PAPER, -1.0
    for ax in fig.mpl.axes:
        for patch in ax.patches:
            if patch.get_facecolor()[3] and patch.get_zorder() >= level and patch.get_window_extent().contains(*middle):
                colour, level = to_hex(patch.get_facecolor()), patch.get_zorder()
    return colour


def contrast(one: str, other: str) -> float:
    return coloraide.Color(one).contrast(coloraide.Color(other), method="wcag21")


def rule_16(fig: hv.TeachingFigure) -> Iterator[str]:
    """Contrast of text and marks."""
    for text in drawn_texts(fig):
        ratio = contrast(to_hex(text.get_color()), behind(text, fig))
        if ratio < 4.5:
            yield f"{text.get_text()!r} has a contrast of {ratio:.1f}"
    for colours, what in mark_faces(fig):
        if colours and max(contrast(colour, style.PAPER) for colour in colours) < 3:
            yield f"a {what} of {sorted(colours)} has a contrast below 3"


def rule_17(fig: hv.TeachingFigure) -> Iterator[str]:
    """Colours stay apart for colour-blind readers and in grey."""
    for one, other in itertools.combinations(sorted(mark_colours(fig)), 2):
        for sight in ("protan", "deutan", "tritan"):
            a, b = (coloraide.Color(c).filter(sight) for c in (one, other))
            if a.delta_e(b, method="2000") < 10:
                yield f"{one} and {other} are alike for {sight} readers"
        light = [coloraide.Color(c).convert("lab")["lightness"] for c in (one, other)]
        if abs(light[0] - light[1]) < 20:
            yield f"{one} and {other} are alike in grey"


def rule_18(fig: hv.TeachingFigure) -> Iterator[str]:
    """Smallest type."""
    for text in drawn_texts(fig):
        if text.get_fontsize() < SMALLEST[fig.size]:
            yield f"{text.get_text()!r} is {text.get_fontsize():g} pt"


def rule_19(fig: hv.TeachingFigure) -> Iterator[str]:
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
    cards = [c.get_window_extent() for c in patches(fig, "card") if isinstance(c, FancyBboxPatch)]
    for text, box in boxes:
        for card in cards:  # cards of text; bands behind the rows of a matrix are plain rectangles
            on_it = card.contains((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
            if on_it and min(box.x0 - card.x0, card.x1 - box.x1, box.y0 - card.y0, card.y1 - box.y1) < -1:
                yield f"{text!r} leaves its card"
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1:
            yield f"{one!r} overlaps {other!r}"


def rule_20(fig: hv.TeachingFigure) -> Iterator[str]:
    """Alt text: short, chart type first, the values, no file name."""
    if len(fig.alt) > 250:
        yield f"alt text of {len(fig.alt)} characters"
    if not fig.alt.startswith(FORMS):
        yield f"alt text does not start with the chart type: {fig.alt[:20]!r}"
    if re.search(r"\.(png|svg|pdf)\b", fig.alt) or fig.name in fig.alt:
        yield "alt text holds a file name"
    if fig.kind in FREQUENCIES and len(values(fig)) <= 10:
        for value in values(fig):
            if not re.search(rf"\b{value:g}\b", fig.alt):
                yield f"alt text lacks {value:g}"


def rule_21(fig: hv.TeachingFigure) -> Iterator[str]:
    """The description: all the numbers, and no others; the caveat."""

    def numbers(text: str) -> set[float]:
        return {float(n) for n in re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", text))}

    told = values(fig)
    text = fig.description.replace(fig.words.credit, "").replace("HER2", "")
    cells = " ".join(map(str, fig.data.to_numpy().ravel())).replace("HER2", "")
    names = " ".join(short_names(fig))
    text = text.replace("95% interval, computed by us", "interval")
    allowed = {*told, *(100 - v for v in told), 0.0, 100.0, sum(told), *numbers(cells), *numbers(names)}
    for number in sorted(numbers(text) - allowed):
        yield f"the description says {number:g}, which is not in the data"
    for value in sorted(set(told) - numbers(text)):
        yield f"the description lacks {value:g}"
    if fig.caveat not in fig.description:
        yield "the description lacks the caveat"


def grade(text: str) -> float:
    """The school grade of a text, names of documents and studies and quoted words masked."""
    text = re.sub(r"\u201c[^\u201d]*\u201d", "it", text)
    for name in (*hv.load_sources()["short_name"], *hv.load_studies()["short_name"]):
        text = text.replace(name, "a page")
    return max(textstat.automated_readability_index(text), textstat.coleman_liau_index(text))


def rule_24(fig: hv.TeachingFigure) -> Iterator[str]:
    """Reading grade of caption and caveat; names of drugs are masked with the sources."""
    for name, text in (("caption", fig.caption), ("caveat", fig.caveat)):
        for drug in hv.load_treatments()["therapy"].astype(str).unique():
            text = text.replace(drug, "a drug")
        if fig.kind == "own":  # what the rows say is not ours to make plain
            for cell in (*short_names(fig), *fig.data["population"]):
                text = text.replace(cell, "it")
        if grade(text) > 8:
            yield f"the {name} reads at grade {grade(text):.1f}"


RULES: dict[int, Callable[[hv.TeachingFigure], Iterator[str]]] = {
    int(name.removeprefix("rule_")): rule for name, rule in list(globals().items()) if name.startswith("rule_")
}
FREQUENCY_ONLY = {11}
NUMBERS_ONLY = {1, 3, 4, 5, 6, 8}
STUDY_ONLY = {12}


def binds(number: int, kind: str) -> bool:
    """Whether a rule binds figures of a kind."""
    if number in FREQUENCY_ONLY:
        return kind in FREQUENCIES
    if number in STUDY_ONLY:
        return kind == "study"
    return number not in NUMBERS_ONLY or kind in (*FREQUENCIES, "study")
