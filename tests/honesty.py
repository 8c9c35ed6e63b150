"""The rules of honest figures that a machine can check: each takes a drawn figure and lists what is wrong.

A rule is named by its number. ``RULES`` holds them all; ``ELSEWHERE`` says where the others are tested, or why not.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

import coloraide
import numpy as np
import textstat
from matplotlib.axes import Axes
from matplotlib.collections import EllipseCollection
from matplotlib.colors import to_hex, to_rgb
from matplotlib.container import BarContainer
from matplotlib.patches import Rectangle, Wedge
from matplotlib.text import Text

import her2viz as hv
from her2viz import style, wording

SMALLEST = {"print": 9, "screen": 10, "slide": 18}
BANNED = r"\b(victims?|sufferers?|suffer(s|ing)?|battl\w+|fight\w*|lost|losing|brave|survivor)\b"
OF_OURS = (
    r"\b(rare(ly)?|common(ly)?|high(er|est)? risk|low(er)? risk|likely|unlikely|twice|times (more|less|as)|"
    r"risk ratio)\b"
)

ELSEWHERE = {
    12: "no study figure stands in the catalogue yet; test_honesty fails when one is added without this rule",
    14: "tests/test_notebooks.py: a notice stands before the first number of each notebook",
    22: "tests/test_exporting.py: metadata are read back from the files",
    23: "no slide deck is made yet",
    25: "tests/test_notebooks.py: headings in order, a table near each figure",
}


def drawn_texts(fig: hv.TeachingFigure) -> list[Text]:
    """Every text that is really drawn; tick labels outside the axis do not count."""
    texts = list(fig.mpl.texts)
    for ax in fig.mpl.axes:
        texts += [*ax.texts, ax.title, ax.xaxis.label, ax.yaxis.label]
        for axis in (ax.xaxis, ax.yaxis):
            low, high = sorted(axis.get_view_interval())
            texts += [t.label1 for t in axis.get_major_ticks() if low <= t.get_loc() <= high and t.label1.get_visible()]
    return [t for t in texts if t.get_visible() and t.get_text().strip()]


def page_text(fig: hv.TeachingFigure) -> str:
    """All drawn words, broken lines joined."""
    return re.sub(r"\s+", " ", " ".join(t.get_text() for t in drawn_texts(fig)))


def all_text(fig: hv.TeachingFigure) -> str:
    """Every word of the figure: drawn, alt text, description, caption."""
    return " ".join((page_text(fig), fig.title, fig.alt, fig.description, fig.caption))


def is_frequency(fig: hv.TeachingFigure) -> bool:
    return fig.kind == "frequency"


def whole_bars(ax: Axes, label: str) -> list[Rectangle]:
    return [bar for c in ax.containers if isinstance(c, BarContainer) and c.get_label() == label for bar in c.patches]


def arrays(ax: Axes) -> list[EllipseCollection]:
    return [c for c in ax.collections if isinstance(c, EllipseCollection)]


def filled(array: EllipseCollection) -> list[bool]:
    return [to_hex(colour) == style.FILL for colour in array.get_facecolors()]


def marks(fig: hv.TeachingFigure) -> list[float]:
    """The numbers that the marks show: length of a bar, filled circles of an array."""
    return [
        value
        for ax in fig.mpl.axes
        for value in (
            [bar.get_width() for bar in whole_bars(ax, "figure")] + [float(sum(filled(a))) for a in arrays(ax)]
        )
    ]


def rule_1(fig: hv.TeachingFigure) -> Iterator[str]:
    """Reference class and source with every number."""
    people = fig.data["population"].iloc[0]
    for place, text in {"page": page_text(fig), "alt text": fig.alt, "caption": fig.caption}.items():
        if f"100 {people}" not in text:
            yield f"the {place} does not say of whom"
    short = hv.load_sources().set_index("source_id")["short_name"]
    for source_id in set(fig.data["source_id"]):
        for place, text in {"page": page_text(fig), "caption": fig.caption}.items():
            if short[source_id] not in text:
                yield f"the {place} does not name its source"


def rule_2(fig: hv.TeachingFigure) -> Iterator[str]:
    """HER2-positive only where the rows are."""
    text = all_text(fig)
    if re.search(r"\ball types\b", text, re.I):
        yield "says all types; the documents name no type"
    if fig.data["population"].astype(str).str.contains("HER2").any():
        return
    if "HER2-positive" in text.replace("not specific to HER2-positive disease", ""):
        yield "calls figures HER2-positive that are not"
    if "not specific to HER2-positive disease" not in page_text(fig):
        yield "the page does not say that the figures are not specific to HER2-positive disease"


def rule_3(fig: hv.TeachingFigure) -> Iterator[str]:
    """One denominator, 100."""
    for place, text in {"page": page_text(fig), "alt text": fig.alt}.items():
        for form in re.findall(r"\b(?:1|one) in (?:\d+|two|three|four|five|ten)\b", text):
            yield f"the {place} says {form!r}"
        for other in re.findall(r"\bin ([\d,]+)\b", text):
            if other != "100":
                yield f"the {place} counts in {other}"


def rule_4(fig: hv.TeachingFigure) -> Iterator[str]:
    """Rough numbers are whole and hedged."""
    text = page_text(fig)
    for row in fig.data.itertuples():
        if f"{row.qualifier} {row.frequency_pct:g} in 100" not in text:
            yield f"{row.site}: not drawn as '{row.qualifier} {row.frequency_pct:g} in 100'"
    for number in re.findall(r"\d+\.\d+", text):
        yield f"{number} is not whole"
    for bare in re.findall(r"(?<!about )\b(\d+) in 100", text):
        yield f"{bare} in 100 stands without its hedge"


def rule_5(fig: hv.TeachingFigure) -> Iterator[str]:
    """A number beside every mark, equal to it."""
    values = fig.data["frequency_pct"].astype(float).tolist()
    if marks(fig) != values:
        yield f"marks show {marks(fig)}, the data {values}"
    for ax in fig.mpl.axes:
        written = [float(m.group(1)) for t in ax.texts if (m := re.search(r"([\d.]+) in 100", t.get_text()))]
        if written != values:
            yield f"labels say {written}, the data {values}"


def rule_6(fig: hv.TeachingFigure) -> Iterator[str]:
    """The whole is visible."""
    for ax in fig.mpl.axes:
        bars = whole_bars(ax, "figure")
        if bars:
            if ax.get_xlim() != (0, 100):
                yield f"the axis runs {ax.get_xlim()}, not 0 to 100"
            whole = whole_bars(ax, "whole 100")
            if [w.get_width() for w in whole] != [100.0] * len(bars) or not all(w.get_linewidth() for w in whole):
                yield "a bar has no outlined whole of 100"
        for array in arrays(ax):
            if len(array.get_offsets()) != 100:
                yield f"{array.get_label()} has {len(array.get_offsets())} circles"
        if not bars and not arrays(ax):
            yield "the panel shows no whole of 100"


def rule_7(fig: hv.TeachingFigure) -> Iterator[str]:
    """Circles, filled without gaps in the same order, one array a site."""
    for ax in fig.mpl.axes:
        found = arrays(ax)
        if found and len(found) != len(fig.data):
            yield f"{len(found)} arrays for {len(fig.data)} sites"
        for array in found:
            fill = filled(array)
            if fill != sorted(fill, reverse=True):
                yield f"{array.get_label()}: filled circles are scattered"
            across, down = np.asarray(array.get_offsets()).T
            if not (np.diff(down) >= 0).all() or not (np.diff(across.reshape(10, 10), axis=1) > 0).all():
                yield f"{array.get_label()}: circles do not run row by row from the top left"
            if not np.array_equal(array.get_widths(), array.get_heights()) or ax.get_aspect() != 1.0:
                yield f"{array.get_label()}: not circles"


def rule_8(fig: hv.TeachingFigure) -> Iterator[str]:
    """Overlap said in figure, caption and alt text."""
    if fig.data["sites_overlap"].astype(bool).any():
        for place, text in {"page": page_text(fig), "caption": fig.caption, "alt text": fig.alt}.items():
            if "one person can have more than one site" not in text.lower():
                yield f"the {place} does not say that sites overlap"


def rule_9(fig: hv.TeachingFigure) -> Iterator[str]:
    """No pie, no stack; every bar from 0."""
    for ax in fig.mpl.axes:
        if any(isinstance(patch, Wedge) for patch in ax.patches):
            yield "a pie or donut"
        for bar in ax.patches:
            if isinstance(bar, Rectangle) and bar.get_x() != 0 and bar.get_width():
                yield f"a bar starts at {bar.get_x():g}"


def rule_10(fig: hv.TeachingFigure) -> Iterator[str]:
    """No frequency words of ours; a document's words only in quotation marks."""
    for word in re.findall(OF_OURS, re.sub(r"\u201c[^\u201d]*\u201d", "", all_text(fig)), re.I):
        yield f"says {word[0]!r}"


def rule_11(fig: hv.TeachingFigure) -> Iterator[str]:
    """Both frames in the description."""
    for row in fig.data.itertuples():
        rest = wording.hedged(row.qualifier, 100 - row.frequency_pct)
        if f"and {rest} do not" not in fig.description:
            yield f"{row.site}: the description does not say that {rest} do not have it there"
    if "it may be elsewhere" not in fig.description:
        yield "the description lets no spread at one site read as no spread"


def rule_13(fig: hv.TeachingFigure) -> Iterator[str]:
    """Caveat and credit inside the page."""
    for name, text in {"caveat": fig.caveat, "credit": fig.words.credit}.items():
        if not text or text not in page_text(fig):
            yield f"the {name} is not on the page"
    expected = wording.caveat(fig.kind, fig.data)
    if fig.caveat != expected:
        yield f"the caveat is not the one of its kind: {fig.caveat!r}"


def rule_15(fig: hv.TeachingFigure) -> Iterator[str]:
    """The document's noun, person-first words, terms explained, no red."""
    text = all_text(fig)
    for word in re.findall(BANNED, text, re.I):
        yield f"says {word[0]!r}"
    noun = fig.data["population"].iloc[0].split()[0]
    if noun not in fig.caveat:
        yield f"the caveat does not keep the document's noun {noun!r}"
    for name, place in {"caption": fig.caption, "description": fig.description}.items():
        for term, meaning in {"metastatic": "advanced", "HER2": "HER2"}.items():
            if wording.glossary([meaning]) not in place:
                yield f"the {name} does not explain {term}"
    for colour in mark_colours(fig) | {t.get_color() for t in drawn_texts(fig)}:
        red, green, blue = to_rgb(colour)
        if red > 0.5 and red > 1.6 * max(green, blue):
            yield f"{to_hex(colour)} is red"


def mark_colours(fig: hv.TeachingFigure) -> set[str]:
    """The colours of marks and edges that are really drawn."""
    colours = set()
    for ax in fig.mpl.axes:
        for bar in ax.patches:
            if bar.get_facecolor()[3]:
                colours.add(to_hex(bar.get_facecolor()))
            if bar.get_linewidth() and bar.get_edgecolor()[3]:
                colours.add(to_hex(bar.get_edgecolor()))
        for c in ax.collections:
            colours |= {to_hex(x) for x in (*c.get_facecolors(), *c.get_edgecolors()) if x[3]}
    return colours - {style.PAPER}


def behind(text: Text, fig: hv.TeachingFigure) -> str:
    """The colour behind a text: that of the filled bar that its middle lies on, else the paper."""
    box = text.get_window_extent()
    middle = ((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    for ax in fig.mpl.axes:
        for bar in ax.patches:
            if bar.get_facecolor()[3] and bar.get_window_extent().contains(*middle):
                return to_hex(bar.get_facecolor())
    return style.PAPER


def contrast(one: str, other: str) -> float:
    return coloraide.Color(one).contrast(coloraide.Color(other), method="wcag21")


def rule_16(fig: hv.TeachingFigure) -> Iterator[str]:
    """Contrast of text and marks."""
    for text in drawn_texts(fig):
        ratio = contrast(to_hex(text.get_color()), behind(text, fig))
        if ratio < 4.5:
            yield f"{text.get_text()!r} has a contrast of {ratio:.1f}"
    for colour in mark_colours(fig):
        if contrast(colour, style.PAPER) < 3:
            yield f"marks of {colour} have a contrast of {contrast(colour, style.PAPER):.1f}"


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
    boxes = [(t.get_text(), t.get_window_extent()) for t in drawn_texts(fig)]
    page = fig.mpl.bbox
    for text in drawn_texts(fig):
        if text.get_rotation():
            yield f"{text.get_text()!r} is rotated"
    for text, box in boxes:
        if box.x0 < page.x0 or box.x1 > page.x1 or box.y0 < page.y0 or box.y1 > page.y1:
            yield f"{text!r} leaves the page"
    for (one, a), (other, b) in itertools.combinations(boxes, 2):
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1:
            yield f"{one!r} overlaps {other!r}"


def rule_20(fig: hv.TeachingFigure) -> Iterator[str]:
    """Alt text."""
    if len(fig.alt) > 250:
        yield f"alt text of {len(fig.alt)} characters"
    if not re.match(r"(Bar chart|Icon arrays|Body map|Diagram|Table|Text|Tree|Dot plot|Range)", fig.alt):
        yield f"alt text does not start with the chart type: {fig.alt[:20]!r}"
    if re.search(r"\.(png|svg|pdf)\b", fig.alt) or fig.name in fig.alt:
        yield "alt text holds a file name"
    for row in fig.data.itertuples():
        if f"{row.label.lower()} {row.qualifier} {row.frequency_pct:g}" not in fig.alt:
            yield f"alt text lacks {row.site}"


def rule_21(fig: hv.TeachingFigure) -> Iterator[str]:
    """The description: all the numbers, and no others; the caveat."""
    values = fig.data["frequency_pct"].astype(float).tolist()
    text = fig.description.replace(fig.words.credit, "").replace("HER2", "")
    numbers = {float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)}
    allowed = {*values, *(100 - v for v in values), 0.0, 100.0, sum(values)}
    for number in sorted(numbers - allowed):
        yield f"the description says {number:g}, which is not in the data"
    for value in sorted(set(values) - numbers):
        yield f"the description lacks {value:g}"
    if fig.caveat not in fig.description:
        yield "the description lacks the caveat"


def grade(text: str) -> float:
    """The school grade of a text, names of documents and quoted headings masked."""
    text = re.sub(r"\u201c[^\u201d]*\u201d", "it", text)
    for name in hv.load_sources()["short_name"]:
        text = text.replace(name, "a page")
    return max(textstat.automated_readability_index(text), textstat.coleman_liau_index(text))


def rule_24(fig: hv.TeachingFigure) -> Iterator[str]:
    """Reading grade."""
    for name, text, most in (("caption", fig.caption, 8), ("caveat", fig.caveat, 8)):
        if grade(text) > most:
            yield f"the {name} reads at grade {grade(text):.1f}"


RULES: dict[int, Callable[[hv.TeachingFigure], Iterator[str]]] = {
    int(name.removeprefix("rule_")): rule for name, rule in list(globals().items()) if name.startswith("rule_")
}
FREQUENCY_ONLY = {3, 6, 8, 11}
NUMBERS_ONLY = {1, 4, 5}


def binds(number: int, kind: str) -> bool:
    """Whether a rule binds figures of a kind."""
    if number in FREQUENCY_ONLY:
        return kind == "frequency"
    return number not in NUMBERS_ONLY or kind in ("frequency", "study")
