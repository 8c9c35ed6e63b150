"""Slides in the layouts of a template: title and text, speaker notes, a picture, a table, a button."""

from __future__ import annotations

import copy
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.image import Image
from pptx.slide import Slide
from pptx.util import Inches, Pt

from her2viz.output.pptx_file import plain_text
from her2viz.output.slide_layouts import Room, Template, room_of, text_place, type_size
from her2viz.output.slide_type import GAP, Para

__all__ = [
    "CELL",
    "LANGUAGE",
    "Grid",
    "Picture",
    "Slide",
    "add_slide",
    "link",
    "show_picture",
    "show_table",
]

#: The language of every text, for spelling and for screen readers.
LANGUAGE = MSO_LANGUAGE_ID.ENGLISH_UK
#: No fill and no grid: our own lines below rows are in the colour of text, dark on light and light on dark alike.
_TABLE_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
#: Around the text of a cell, in inches.
CELL = 0.07


class Grid(NamedTuple):
    """A table: its lines, the first of them the head, the widths of its columns and the heights of its lines."""

    lines: Sequence[Sequence[str]]
    widths: Sequence[float]
    heights: Sequence[float]


class Picture(NamedTuple):
    """A PNG, its description, and which shares of its height are cropped away at the top and at the bottom."""

    png: bytes
    description: str
    above: float
    below: float


def add_slide(
    template: Template,
    title: str,
    texts: Sequence[Para],
    notes: Sequence[str],
    *,
    front: bool = False,
    keep: float = 0,
    tight: bool = False,
) -> Slide:
    """Add a slide with a title and text, each as large as its layout has it, or as fits.

    Parameters
    ----------
    template : Template
        The deck.
    title : str
        The title.
    texts : sequence of Para
        What stands in the place for content.
    notes : sequence of str
        The speaker notes.
    front : bool
        Whether it is the first slide, which has a layout of its own.
    keep : float
        How much of the room is kept for something else, in inches from the bottom.
    tight : bool
        Whether all is kept but what the texts need, which have a size.
    """
    set_in = template.type
    slide: Any = template.deck.slides.add_slide(template.front if front else template.page)
    head = slide.shapes.title
    place = room_of(head)
    (fitted,) = set_in.fitting([Para(title, bold=True)], place.text_width, place.height, type_size(head))
    _write(head.text_frame, [fitted._replace(bold=False)])  # as bold as its layout has it
    body = text_place(slide, front=front)
    for other in [p for p in slide.placeholders if p not in (head, body)]:
        other.element.getparent().remove(other.element)
    room = room_of(body)
    if tight:
        keep = room.height - set_in.tall(texts, room.text_width, texts[0].points or 0) - GAP / 2
        body.text_frame.margin_top = 0
    if keep:
        _put(body, room.left, room.top, room.width, room.height - keep)
    inside = room.height - room.above - keep
    _write(body.text_frame, set_in.fitting(texts, room.text_width, inside, type_size(body)), bullets=False)
    _write(slide.notes_slide.notes_text_frame, [Para(text) for text in notes])
    _number(slide)
    added: Slide = slide
    return added


def show_picture(slide: Slide, picture: Picture) -> None:
    """Put a picture below the group line of a slide, as large as there is room."""
    room = _below(slide)
    wide, high = Image.from_blob(picture.png).size
    shape = wide / (high * (1 - picture.above - picture.below))
    width = min(room.width, room.height * shape)
    aside = (room.width - width) / 2 if width < 0.85 * room.width else 0  # else it stands flush with the text above
    shown: Any = slide.shapes.add_picture(
        io.BytesIO(picture.png), *map(Inches, (room.left + aside, room.top, width, width / shape))
    )
    shown.crop_top, shown.crop_bottom = picture.above, picture.below
    shown.name = "Figure"
    shown.element.nvPicPr.cNvPr.attrib.update({"descr": plain_text(picture.description), "title": _title(slide)})
    _before_number(slide, shown)


def show_table(slide: Slide, table: Grid, points: float, foot: Sequence[Para], below: float) -> None:
    """Put a table below the text of a slide, and below it what must be said of it.

    Parameters
    ----------
    slide : Slide
        The slide.
    table : Grid
        Its lines, the widths of its columns and the heights of its lines.
    points : float
        The size of its text.
    foot : sequence of Para
        Caveat and credit.
    below : float
        The height of these, in inches.
    """
    room = _below(slide)
    lines, widths, heights = table
    frame: Any = slide.shapes.add_table(
        len(lines), len(widths), *map(Inches, (room.left + room.inset, room.top, room.text_width, sum(heights)))
    )
    frame.name = "Table"
    frame._element.nvGraphicFramePr.cNvPr.set("descr", plain_text(f"Table with {len(lines) - 1} rows: {_title(slide)}"))
    shown = frame.table
    shown.first_col, shown.horz_banding = True, False
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = _TABLE_STYLE
    for column, width in zip(shown.columns, widths, strict=True):
        column.width = Inches(width)
    for number, (row, line, height) in enumerate(zip(shown.rows, lines, heights, strict=True)):
        row.height = Inches(height)
        for cell, text in zip(row.cells, line, strict=True):
            cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Inches(CELL)
            _write(cell.text_frame, [Para(text, bold=number == 0, points=points)])
            _underlined(cell, 2 if number == 0 else 0.75)
    _before_number(slide, frame)
    note = slide.shapes.add_textbox(
        *map(Inches, (room.left + room.inset, room.top + room.height - below, room.text_width, below))
    )
    note.name = "Caveat and source"
    _frame(note.text_frame)
    note.text_frame.margin_left = note.text_frame.margin_right = Inches(CELL)
    _write(note.text_frame, foot)
    _before_number(slide, note)


def link(slide: Slide, text: str, points: float, target: Slide) -> None:
    """Add a button below the text of a slide that leads to another one; it needs 0.9 inches kept."""
    room = _below(slide)
    button: Any = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, *map(Inches, (room.left + room.inset, room.top + 0.15, 0.75 * room.width, 0.7))
    )
    button.name = "Link"
    button.adjustments[0] = 0.15
    button.element.remove(button.element.find(qn("p:style")))  # it has a shadow
    button.fill.solid()
    button.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    button.line.fill.background()
    button.click_action.target_slide = target
    _frame(button.text_frame)
    _write(button.text_frame, [Para(text, bold=True, points=points)])
    button.text_frame.paragraphs[0].runs[0].font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    _before_number(slide, button)


def _title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def _below(slide: Any) -> Room:
    """Return the room below the text of a slide."""
    body = text_place(slide, front=False)
    whole, own = room_of(slide.slide_layout.placeholders.get(idx=body.placeholder_format.idx)), room_of(body)
    top = own.top + own.height
    return whole._replace(top=top, height=whole.top + whole.height - top)


def _put(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def _frame(frame: Any) -> None:
    """Let text wrap inside its own box, without margins of its own."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_top = frame.margin_bottom = 0


def _number(slide: Any) -> None:
    """Give a slide the slide number of its layout, where that has one."""
    number = next((p for p in slide.slide_layout.placeholders if p.element.ph.get("type") == "sldNum"), None)
    if number is None:
        return
    copied: Any = copy.deepcopy(number.element)
    copied.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    for part in (copied.spPr, copied.txBody.find(qn("a:lstStyle"))):
        for element in list(part):
            part.remove(element)  # place and look stay those of the layout
    slide.shapes.element.append(copied)


def _before_number(slide: Any, shape: Any) -> None:
    """Have a shape read out before the slide number."""
    last = slide.shapes.element[-2]
    if last.tag == qn("p:sp") and last.ph is not None and last.ph.get("type") == "sldNum":
        last.addprevious(shape._element)


def _write(frame: Any, paras: Sequence[Para], *, bullets: bool = True) -> None:
    """Write paragraphs, each in our language; with such bullets as their place has, or without."""
    for number, para in enumerate(paras):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if number:
            paragraph.space_before = Inches(GAP)
        for text, bold in ((para.text, para.bold), (para.then, False)):
            if text:
                run = paragraph.add_run()
                run.text = plain_text(text) if text is para.text else f"  {plain_text(text)}"
                run.font.language_id = LANGUAGE
                run.font.bold = True if bold else (False if para.then else None)
                if para.points:
                    run.font.size = Pt(para.points)
        if not bullets:
            _unbulleted(paragraph)


def _underlined(cell: Any, points: float) -> None:
    """Draw a line below a cell."""
    line = f'<a:lnB {_A} w="{Pt(points)}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:lnB>'
    cell._tc.get_or_add_tcPr().insert(0, parse_xml(line))


def _unbulleted(paragraph: Any) -> None:
    """Take off the bullet that a template may give, and its indent."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.append(parse_xml(f"<a:buNone {_A}/>"))
