"""PDFs to print, read back with pypdf: the words of a page, where they stand, and the tags of a screen reader."""

import re

import pypdf

from her2viz import style
from her2viz.charts.typesetting import Measure

MARGIN = 0.5 * 72


def squeezed(text):
    """A text without white space: lines break where they must, also after a hyphen."""
    return re.sub(r"\s", "", text)


def texts(path):
    """The words of each page, without white space."""
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def placed(page):
    """Each run of words of a page with its lower left corner, and where it ends, in points."""
    found = []
    measure = Measure(300)

    def visit(text, matrix, text_matrix, font, size):
        if text.strip():
            (a, b, c, d, e, f), (wide, *_, x, y) = matrix, text_matrix
            weight = "bold" if "Bold" in str((font or {}).get("/BaseFont")) else "normal"
            left = a * x + c * y + e
            right = left + 72 * measure.width(text, abs(a * wide * size), weight)
            found.append((text.strip(), left, b * x + d * y + f, right))

    with style.catalogue_style(style.size("print")):
        page.extract_text(visitor_text=visit)
    return found


def structure(path):
    """The tags in reading order, each with its alt text, without those of groups and spans."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/S" in node:
            found.append((node["/S"], node.get("/Alt", "")))
            walk(node.get("/K", []))

    walk(pypdf.PdfReader(path).root_object["/StructTreeRoot"]["/K"])
    return [(tag, alt) for tag, alt in found if tag not in ("/Document", "/Strong", "/Div", "/Span")]


def bookmarks(outline):
    """The titles of the bookmarks, in order."""
    return [
        title for entry in outline for title in (bookmarks(entry) if isinstance(entry, list) else [str(entry.title)])
    ]
