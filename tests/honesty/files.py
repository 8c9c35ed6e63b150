"""Rule 22: what the files of a figure say of themselves, read back; each function lists what is wrong."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from functools import partial

import pypdf
import pytest
from fontTools.ttLib import TTFont
from lxml import etree
from PIL import Image

from her2viz import typeface
from honesty.drawn import Drawn

KEEP = "Keep the group, the caveat and the source with the picture."
LICENCE = f"CC BY 4.0. {KEEP}"
#: Signs that the typeface lacks: an open circle in a key.
ELSEWHERE = {"\u25cb"}
SVG = "{http://www.w3.org/2000/svg}"


def file_problems(fig: Drawn, files: dict[str, bytes], pdf_words: bool = True) -> list[str]:
    """What is wrong in some files of a figure, by the ending of their names; reading the words of a PDF takes long."""
    checks = {"png": png, "svg": svg, "pdf": partial(pdf, read=pdf_words), "txt": txt}
    return [f"{ending}: {problem}" for ending, content in files.items() for problem in checks[ending](fig, content)]


def drawn_words(fig: Drawn) -> list[str]:
    return [text for text in (fig.title, fig.reference, fig.aside, fig.note, fig.caveat, fig.page_credit) if text]


def folded(text: str) -> str:
    """A text without line breaks; pypdf takes a kerned T for a word of its own."""
    return re.sub(r"\bT (?=[a-z])", "T", " ".join(text.split()))


def points(fig: Drawn) -> list[float]:
    return [72 * float(inches) for inches in fig.mpl.get_size_inches()]


def png(fig: Drawn, content: bytes) -> Iterator[str]:
    with Image.open(io.BytesIO(content)) as image:
        image.load()
    wanted = {
        "Title": fig.title,
        "Description": fig.description,
        "Author": "her2viz",
        "Source": "; ".join(fig.sources),
        "Copyright": LICENCE,
    }
    if image.text != wanted:
        yield f"says {image.text} of itself"
    if image.size != pytest.approx([side / 72 * fig.mpl.dpi for side in points(fig)], abs=1):
        yield f"is {image.size} dots large"
    if image.info["dpi"] != pytest.approx((fig.mpl.dpi, fig.mpl.dpi), rel=0.001):
        yield f"has {image.info['dpi']} dots an inch"


def svg(fig: Drawn, content: bytes) -> Iterator[str]:
    root = etree.fromstring(content)
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    labels = [by_id.get(label) for label in (root.get("aria-labelledby") or "").split()]
    named = [(label.tag, label.text) for label in labels if label is not None]
    if root.get("role") != "img" or named != [(f"{SVG}title", fig.title), (f"{SVG}desc", fig.description)]:
        yield "is no image with its title and description"
    if len(root.findall(f"{SVG}title")) != 1:
        yield "has another title, which would be read out as well"
    text = folded(" ".join("".join(element.itertext()) for element in root.iter(f"{SVG}text")))
    yield from (f"lacks the text {words!r}" for words in drawn_words(fig) if words not in text)
    sides = [float(root.get(side).removesuffix("pt")) for side in ("width", "height")]
    if sides != pytest.approx(points(fig), abs=0.01):
        yield f"is {sides} points large"
    for element in root.iter(etree.Element):  # it stands alone and does nothing
        if etree.QName(element).localname in {"image", "script", "foreignObject", "a"}:
            yield f"holds the element {element.tag}"
        for attribute, value in element.attrib.items():
            key = etree.QName(attribute).localname
            if key.startswith("on") or (key in {"href", "src"} and not value.startswith("#")):
                yield f"does or fetches something: {key}={value!r}"
    if found := re.search(rb"<!DOCTYPE|<\?xml-stylesheet|@import|url\((?!#|data:font/woff;base64,)", content):
        yield f"fetches something: {found[0]!r}"

    yield from letters(root)


def letters(root: etree._Element) -> Iterator[str]:
    """Whether each letter is one of those that the file holds, so that a reader without the typeface sees the same."""
    held: dict[str, set[int]] = {}
    for weight, font in re.findall(r"font-weight:(\d+);src:url\(data:font/woff;base64,([\w+/=]+)\)", _sheet(root)):
        letters_of = TTFont(io.BytesIO(base64.b64decode(font)))
        held[weight] = set(letters_of.getBestCmap())
        if letters_of["head"].modified != TTFont(typeface._file(int(weight)))["head"].modified:
            yield f"holds the time at which its letters of weight {weight} were cut out"
    for text in root.iter(f"{SVG}text"):
        look = text.get("style")
        weight = "700" if re.search(r"font(-weight)?: (700|bold)", look) else "400"
        missing = {sign for sign in "".join(text.itertext()) if ord(sign) not in held.get(weight, set())} - ELSEWHERE
        if missing or f"font-family:'{typeface.FAMILY}'" not in _sheet(root) or typeface.FAMILY not in look:
            yield f"does not hold the letters of {''.join(text.itertext())!r}"


def _sheet(root: etree._Element) -> str:
    return "".join(sheet.text for sheet in root.iter(f"{SVG}style"))


def pdf(fig: Drawn, content: bytes, read: bool) -> Iterator[str]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    about = {key: reader.metadata.get(f"/{key}") for key in ("Title", "Subject", "Author")}
    if about != {"Title": fig.title, "Subject": f"{fig.alt} {fig.caveat}", "Author": "her2viz"}:
        yield f"says {about} of itself"
    keywords = reader.metadata.get("/Keywords", "").split("; ")
    if not set(keywords) >= {"breast cancer", *fig.sources} | ({fig.reference} - {""}) or "" in keywords:
        yield f"has the keywords {keywords}"
    (page,) = reader.pages
    sides = [float(page.mediabox.width), float(page.mediabox.height)]
    if sides != pytest.approx(points(fig), abs=0.01):
        yield f"is {sides} points large"
    text = folded(page.extract_text()) if read else " ".join(drawn_words(fig))
    yield from (f"lacks the text {words!r}" for words in drawn_words(fig) if words not in text)
    fonts = [font for first in page["/Resources"]["/Font"].values() for font in descendants(first.get_object())]
    if not fonts or any("/FontFile2" not in font["/FontDescriptor"] for font in fonts):
        yield "has a font that is not embedded"


def descendants(font: pypdf.generic.DictionaryObject) -> list[pypdf.generic.DictionaryObject]:
    return [descendant.get_object() for descendant in font.get("/DescendantFonts", [font])]


def txt(fig: Drawn, content: bytes) -> Iterator[str]:
    lines = content.decode().splitlines()
    for name, text in {
        "Title": fig.title,
        "Alt text": fig.alt,
        "Description": fig.description,
        "Caption": fig.caption,
        "Caveat": fig.caveat,
        "Source": "; ".join(fig.sources),
        "Licence": LICENCE,
    }.items():
        if f"{name}: {text}" not in lines:
            yield f"lacks {name}"
