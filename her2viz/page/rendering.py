"""A drawn figure as bytes of PNG, SVG or PDF, with its words in the metadata."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from typing import Any

from matplotlib.figure import Figure

from her2viz import files, style
from her2viz.dataset import origin
from her2viz.errors import unknown
from her2viz.words.parts import Words

__all__ = ["FORMATS", "rendered", "words_text"]

FORMATS = ("png", "svg", "pdf")
_AUTHOR = "her2viz"
#: What the files are about, beside their own words: of our figures, and of someone's own, of which we know nothing.
_SUBJECT = (("breast cancer",), ())
_SVG = "http://www.w3.org/2000/svg"


def rendered(drawn: Figure, page: style.Size, name: str, words: Words, own: bool, form: str) -> bytes:
    """Return a figure as the bytes of a PNG, SVG or PDF file, its words in the metadata.

    Raises
    ------
    UsageError
        If the format is another one.
    """
    if form not in FORMATS:
        raise unknown("format", form, FORMATS)
    with style.catalogue_style(page):
        buffer = io.BytesIO()
        drawn.savefig(buffer, format=form, dpi=drawn.dpi, metadata=_metadata(words, own, form))
    return _with_description(name, words, buffer.getvalue()) if form == "svg" else buffer.getvalue()


def _metadata(words: Words, own: bool, form: str) -> dict[str, Any]:
    """Name what a file of this format says of itself; no date, so that the same figure gives the same bytes."""
    told = f"{words.alt} {words.caveat}"
    if form == "png":
        return {
            "Title": words.title,
            "Description": words.description,
            "Author": _AUTHOR,
            "Source": "; ".join(words.sources),
            "Copyright": origin.terms(own),
            "Software": None,
        }
    if form == "pdf":
        return {
            "Title": words.title,
            "Subject": told,
            "Author": _AUTHOR,
            "Keywords": "; ".join((*_SUBJECT[own], words.reference, *words.sources)),
            "Creator": _AUTHOR,
            "Producer": None,
            "CreationDate": None,
        }
    return {
        "Title": words.title,
        "Description": told,
        "Creator": _AUTHOR,
        "Source": "; ".join(words.sources),
        "Rights": origin.terms(own),
        "Language": "en",
        "Date": None,
    }


def _with_description(name: str, words: Words, svg: bytes) -> bytes:
    """Give an SVG the role, title and description that a screen reader looks for."""
    for prefix, uri in {
        "": _SVG,
        "xlink": "http://www.w3.org/1999/xlink",
        "cc": "http://creativecommons.org/ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }.items():
        ET.register_namespace(prefix, uri)
    root = ET.fromstring(svg)
    for old in root.findall(f"{{{_SVG}}}title"):
        root.remove(old)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "lang": "en"}
    for place, (tag, text) in enumerate({"title": words.title, "desc": words.description}.items()):
        element = ET.Element(f"{{{_SVG}}}{tag}", id=f"{name}-{tag}")
        element.text = text
        root.insert(place, element)
    described: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return described


def words_text(words: Words, own: bool) -> bytes:
    """Return the text that stands beside the files of a figure."""
    parts = {
        "Title": words.title,
        "Alt text": words.alt,
        "Description": words.description,
        "Caption": words.caption,
        "Caveat": words.caveat,
        "Source": "; ".join(words.sources),
        "Terms" if own else "Licence": origin.terms(own),
    }
    return "\n\n".join([files.FIRST_LINE, *(f"{name}: {text}" for name, text in parts.items())]).encode() + b"\n"
