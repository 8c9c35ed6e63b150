"""A drawn figure as bytes of PNG, SVG or PDF, with its words in the metadata."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from contextlib import nullcontext
from typing import Any

from matplotlib.figure import Figure

from her2viz import files, style, typeface
from her2viz.charts.typesetting import Measure
from her2viz.errors import unknown
from her2viz.words.parts import Words

__all__ = ["FORMATS", "rendered", "words_text"]

FORMATS = ("png", "svg", "pdf")
_AUTHOR = "her2viz"
_SVG = "http://www.w3.org/2000/svg"
#: As matplotlib writes it: in a property of its own, or in 3.10 at the start of the shorthand.
_BOLD = re.compile(r"font(-weight)?: (700|bold)\b")
_POINTS = re.compile(r"([0-9.]+)px")


def rendered(drawn: Figure, page: style.Size, name: str, words: Words, form: str) -> bytes:
    """Return a figure as the bytes of a PNG, SVG or PDF file, its words in the metadata.

    Raises
    ------
    UsageError
        If the format is another one.
    """
    if not isinstance(form, str) or form not in FORMATS:
        raise unknown("format", form, FORMATS)
    with style.catalogue_style(page), typeface.embedding() if form == "pdf" else nullcontext():
        buffer = io.BytesIO()
        # as small as by the usual level of 6, in half the time
        how: dict[str, Any] = {"pil_kwargs": {"compress_level": 3}} if form == "png" else {}
        drawn.savefig(buffer, format=form, dpi=drawn.dpi, metadata=_metadata(words, form), **how)
        content = buffer.getvalue()
        return _with_description(name, words, content, Measure(drawn.dpi)) if form == "svg" else content


def _metadata(words: Words, form: str) -> dict[str, Any]:
    """Name what a file of this format says of itself; no date, so that the same figure gives the same bytes."""
    shown = f"{words.alt} {words.caveat}"
    if form == "png":
        return {
            "Title": words.title,
            "Description": words.description,
            "Author": _AUTHOR,
            "Source": "; ".join(words.sources),
            "Copyright": words.origin.terms,
            "Software": None,
        }
    if form == "pdf":
        return {
            "Title": words.title,
            "Subject": shown,
            "Author": _AUTHOR,
            "Keywords": "; ".join(filter(None, (words.origin.subject, words.reference, *words.sources))),
            "Creator": _AUTHOR,
            "Producer": None,
            "CreationDate": None,
        }
    return {
        "Title": words.title,
        "Description": shown,
        "Creator": _AUTHOR,
        "Source": "; ".join(words.sources),
        "Rights": words.origin.terms,
        "Language": "en",
        "Date": None,
    }


def _with_description(name: str, words: Words, svg: bytes, measure: Measure) -> bytes:
    """Give an SVG the role, title and description that a screen reader looks for, and the letters that it uses."""
    for prefix, uri in {
        "": _SVG,
        "xlink": "http://www.w3.org/1999/xlink",
        "cc": "http://creativecommons.org/ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }.items():
        ET.register_namespace(prefix, uri)
    root = ET.fromstring(svg)
    _embed(root, measure)
    for old in root.findall(f"{{{_SVG}}}title"):
        root.remove(old)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "lang": "en"}
    for place, (tag, text) in enumerate({"title": words.title, "desc": words.description}.items()):
        element = ET.Element(f"{{{_SVG}}}{tag}", id=f"{name}-{tag}")
        element.text = text
        root.insert(place, element)
    described: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return described


def _embed(root: ET.Element, measure: Measure) -> None:
    """Put the letters used into an SVG, which keeps text as text, and say how wide each text is.

    A program that does not take the letters from the file fits its own to that width, so that no word leaves the page.
    """
    used: dict[int, set[str]] = {}
    for text in root.iter(f"{{{_SVG}}}text"):
        look, content = text.get("style", ""), "".join(text.itertext())
        bold = _BOLD.search(look) is not None
        used.setdefault(700 if bold else 400, set()).update(content)
        (points,) = _POINTS.findall(look)
        wide = 72 * measure.width(content, float(points), "bold" if bold else "normal")
        text.attrib |= {"textLength": f"{wide:.2f}", "lengthAdjust": "spacingAndGlyphs"}
        text.set("style", look.replace(typeface.css(typeface.FAMILIES), typeface.css(typeface.LIKE)))
    sheet = next(root.iter(f"{{{_SVG}}}style"))
    sheet.text = f"{sheet.text}{typeface.embedded(used)}"


def words_text(words: Words) -> bytes:
    """Return the text that stands beside the files of a figure."""
    parts = {
        "Title": words.title,
        "Alt text": words.alt,
        "Description": words.description,
        "Caption": words.caption,
        "Caveat": words.caveat,
        "Source": "; ".join(words.sources),
        words.origin.terms_name: words.origin.terms,
    }
    return "\n\n".join([files.FIRST_LINE, *(f"{name}: {text}" for name, text in parts.items())]).encode() + b"\n"
