"""Write her2viz/output/templates/her2viz.pptx, the template of the slides: 16:9, our colours, two layouts."""

from __future__ import annotations

import re
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches

from her2viz import style
from her2viz.output.powerpoint import LANGUAGE
from her2viz.output.pptx_file import packed
from her2viz.output.slide_layouts import SHIPPED

# every program has it, or letters of the same widths
FONT = "Arial"
PAGE = style.size("slide")
HEIGHT = 7.5
FOOT = HEIGHT - PAGE.bottom
TITLE, TEXT = 30, 28
LAYOUTS = ("Title Slide", "Title and Content")
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'


def template() -> bytes:
    """Return the file: python-pptx's own template, made ours."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(PAGE.width), Inches(HEIGHT)
    deck.element.sldSz.attrib.pop("type")  # it says 4:3
    for part in (deck.part.package, deck.part):  # about the empty file that it is made from
        for rel in list(part._rels.values()):
            if rel.reltype.rsplit("/", 1)[-1] in ("thumbnail", "printerSettings", "extended-properties"):
                part.drop_rel(rel.rId)
    master = deck.slide_master
    for unused in [layout for layout in deck.slide_layouts if layout.name not in LAYOUTS]:
        deck.slide_layouts.remove(unused)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme.blob = themed(theme.blob)
    for page in (master, *deck.slide_layouts):
        for shape in list(page.placeholders):
            if shape.element.ph.get("type") in ("dt", "ftr"):
                shape.element.getparent().remove(shape.element)
    for old, new in zip(master.element.find(qn("p:txStyles"))[:2], text_styles(), strict=True):
        old.getparent().replace(old, new)
    title, body, number = master.placeholders
    place(title, 0, 0.2, PAGE.width, 0.66, anchor="b")
    place(body, 0, 0.9, PAGE.width, FOOT - 0.9, above=0.25)
    place(number, PAGE.width - 2, FOOT, 2, PAGE.bottom, anchor="ctr")
    restyle(number, "r", 18, "tx2")
    front = deck.slide_layouts.get_by_name(LAYOUTS[0])
    front.background.fill.solid()
    front.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    title, body, number = front.placeholders
    place(title, 0, 0.7, PAGE.width, 2.5, anchor="b")
    place(body, 0, 3.4, PAGE.width, 3.6)
    restyle(title, "l", 40, "bg1")
    restyle(body, "l", 24, "bg1")
    restyle(number, "r", 18, "bg1")
    for page in (deck, master, *deck.slide_layouts, deck.notes_master):
        for element in page.element.iter():
            if element.get("lang"):
                element.set("lang", LANGUAGE.xml_value)
    return packed(deck, "Slides of her2viz", "", "")


def themed(theme: bytes) -> bytes:
    """Put our font and colours into the theme."""
    text = theme.decode("utf-8").replace("Office Theme", "her2viz").replace('name="Office"', 'name="her2viz"')
    text = text.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>')
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


def text_styles() -> list[Any]:
    """Return the master's text styles, for titles and for running text: left, without bullets."""
    return [
        parse_xml(
            f'<p:{kind} {_P} {_A}><a:lvl1pPr marL="0" indent="0" algn="l" rtl="0" eaLnBrk="1" hangingPunct="1">'
            f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{100 * points}" b="{bold}" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
            f'<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr>'
            f"</a:lvl1pPr></p:{kind}>"
        )
        for kind, points, bold, before, font in (
            ("titleStyle", TITLE, 1, 0, "mj"),
            ("bodyStyle", TEXT, 0, 1400, "mn"),
        )
    ]


def place(
    shape: Any, left: float, top: float, width: float, height: float, anchor: str = "t", above: float = 0
) -> None:
    """Put a placeholder at a place in inches, its text inside the page's margins."""
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))
    body = shape.text_frame._txBody.find(qn("a:bodyPr"))
    for fit in list(body):
        body.remove(fit)  # no shrinking to fit: text keeps its size
    side = str(Inches(PAGE.margin))
    body.attrib.update({"lIns": side, "rIns": side, "tIns": str(Inches(above)), "bIns": "0", "anchor": anchor})


def restyle(shape: Any, align: str, points: float, colour: str) -> None:
    """Give a placeholder its own alignment, size and theme colour."""
    own = shape.text_frame._txBody.find(qn("a:lstStyle"))
    for old in list(own):
        own.remove(old)
    own.append(
        parse_xml(
            f'<a:lvl1pPr {_A} marL="0" indent="0" algn="{align}"><a:buNone/>'
            f'<a:defRPr sz="{round(100 * points)}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>'
            "</a:lvl1pPr>"
        )
    )


if __name__ == "__main__":
    SHIPPED.parent.mkdir(exist_ok=True)
    SHIPPED.write_bytes(template())
