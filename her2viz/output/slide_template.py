"""A plain 16:9 PowerPoint template: our fonts and colours, three layouts, titles where the pictures have theirs."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from her2viz import style
from her2viz.charts.typesetting import LEADING

__all__ = ["BODY", "FIGURE", "FOOT", "FRONT", "HEIGHT", "LANGUAGE", "PAGE", "TEXT", "blank", "layout", "strip"]

#: Windows, macOS and Google Slides have it, and its letters are no wider than those of Source Sans in the pictures.
_FONT = "Calibri"
#: The language of every text, for spelling and for screen readers.
LANGUAGE = MSO_LANGUAGE_ID.ENGLISH_UK
PAGE = style.size("slide")
HEIGHT = 7.5
#: Where the margin below begins, in inches from the top.
FOOT = HEIGHT - PAGE.bottom
#: Size of running text, in points.
TEXT = 24
#: The layouts: title slide, paragraphs, figure.
FRONT, BODY, FIGURE = "Title Slide", "Title and Content", "Title Only"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def blank() -> Deck:
    """Return a presentation without slides: 16:9, our fonts and colours, three layouts with a slide number each."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(PAGE.width), Inches(HEIGHT)
    deck.element.sldSz.attrib.pop("type")  # it says 4:3
    _drop(deck, "thumbnail", "printerSettings", "extended-properties")  # about the empty file that it is made from
    master = deck.slide_master
    for unused in list(deck.slide_layouts):
        if unused.name not in (FRONT, BODY, FIGURE):
            deck.slide_layouts.remove(unused)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = _themed(theme.blob)
    for page in (master, *deck.slide_layouts):
        for shape in list(page.placeholders):
            if shape.element.ph.get("type") in ("dt", "ftr"):
                shape.element.getparent().remove(shape.element)
    for old, new in zip(master.element.find(qn("p:txStyles"))[:2], _styles(), strict=True):
        old.getparent().replace(old, new)
    title, body, number = master.placeholders
    # titles stand where the pictures have theirs
    _place(title, 0, 0, PAGE.width, strip(1), anchor="b")
    _place(body, 0, 1.3, PAGE.width, FOOT - 1.3)
    _place(number, PAGE.width - 2, FOOT, 2, PAGE.bottom, anchor="ctr")
    _restyle(number, "r", PAGE.small, "tx2")
    front = layout(deck, FRONT)
    front.background.fill.solid()
    front.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    title, body, number = front.placeholders
    _place(title, 0, 1.2, PAGE.width, 2.6, anchor="b")
    _place(body, 0, 4.1, PAGE.width, 2.6)
    _restyle(title, "l", 40, "bg1")
    _restyle(body, "l", 24, "bg1")
    _restyle(number, "r", PAGE.small, "bg1")
    for page in (deck, master, *deck.slide_layouts, deck.notes_master):
        for element in page.element.iter():
            if element.get("lang"):
                element.set("lang", LANGUAGE.xml_value)
    return deck


def strip(lines: int) -> float:
    """Return the height that a title of some lines takes at the top of a page, in inches, the margin included."""
    return PAGE.top + lines * LEADING * PAGE.title / 72


def _drop(deck: Deck, *kinds: str) -> None:
    for part in (deck.part.package, deck.part):
        for rel in list(part._rels.values()):
            if rel.reltype.rsplit("/", 1)[-1] in kinds:
                part.drop_rel(rel.rId)


def _themed(theme: bytes) -> bytes:
    """Put our fonts and colours into the theme."""
    text = theme.decode("utf-8").replace("Office Theme", "her2viz").replace('name="Office"', 'name="her2viz"')
    text = re.sub('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{_FONT}"/>', text)
    for name, colour in {
        "dk1": style.INK,
        "lt1": style.PAPER,
        "dk2": style.MUTED,
        "lt2": style.CARD,
        "accent1": style.FILL,
        "hlink": style.FILL,
        "folHlink": style.MUTED,
    }.items():
        text = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', text)
    return text.encode("utf-8")


def _styles() -> list[Any]:
    """Return the master's text styles, for titles and for running text: left, without bullets."""
    return [
        parse_xml(
            f'<p:{kind} {_P} {_A}><a:lvl1pPr marL="0" indent="0" algn="l" rtl="0" eaLnBrk="1" hangingPunct="1">'
            f'<a:lnSpc><a:spcPts val="{round(100 * LEADING * points)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{100 * points}" b="{bold}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
            f"</a:lvl1pPr></p:{kind}>"
        )
        for kind, points, bold, before, font in (
            ("titleStyle", PAGE.title, 1, 0, "mj"),
            ("bodyStyle", TEXT, 0, 1200, "mn"),
        )
    ]


def layout(deck: Deck, name: str) -> Any:
    """Return a layout of the template."""
    return deck.slide_layouts.get_by_name(name)


def _place(shape: Any, left: float, top: float, width: float, height: float, anchor: str = "t") -> None:
    """Put a placeholder of master or layout at a place in inches, its text inside the page's margins."""
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))
    body = shape.text_frame._txBody.find(qn("a:bodyPr"))
    for fit in list(body):
        body.remove(fit)  # no shrinking to fit: text keeps its size
    side = str(Inches(PAGE.margin))
    body.attrib.update({"lIns": side, "rIns": side, "tIns": "0", "bIns": "0", "anchor": anchor})


def _restyle(shape: Any, align: str, points: float, colour: str) -> None:
    """Give a placeholder of master or layout its own alignment, size and theme colour."""
    own = shape.text_frame._txBody.find(qn("a:lstStyle"))
    for old in list(own):
        own.remove(old)
    own.append(
        parse_xml(
            f'<a:lvl1pPr {_A} marL="0" indent="0" algn="{align}">'
            f'<a:lnSpc><a:spcPts val="{round(100 * LEADING * points)}"/></a:lnSpc><a:buNone/>'
            f'<a:defRPr sz="{round(100 * points)}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>'
            "</a:lvl1pPr>"
        )
    )
