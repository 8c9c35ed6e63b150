"""A PowerPoint file: slides with real title placeholders, speaker notes, sections, and the same bytes every time."""

from __future__ import annotations

import copy
import io
import re
import uuid
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Inches, Pt

from her2viz import style
from her2viz.charts.typesetting import LEADING
from her2viz.output.slide_template import BODY, FIGURE, FOOT, FRONT, HEIGHT, LANGUAGE, PAGE, TEXT, blank, layout, strip

__all__ = ["TEXT", "Deck", "Slide", "blank", "figure_slide", "link", "packed", "sections", "text_slide", "title_slide"]

_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def title_slide(deck: Deck, title: str, lines: Sequence[str], notes: Sequence[str]) -> Slide:
    """Add the first slide."""
    return _slide(deck, FRONT, title, lines, notes)


def text_slide(deck: Deck, title: str, lines: Sequence[str], notes: Sequence[str], points: float = TEXT) -> Slide:
    """Add a slide of paragraphs."""
    slide = _slide(deck, BODY, title, lines, notes)
    if points != TEXT:
        for paragraph in slide.placeholders[1].text_frame.paragraphs:
            paragraph.line_spacing = Pt(LEADING * points)
            for run in paragraph.runs:
                run.font.size = Pt(points)
    return slide


def figure_slide(
    deck: Deck,
    title: str,
    lines: int,
    picture: bytes,
    alt: str,
    beside: Sequence[Sequence[str]],
    foot: float,
    notes: Sequence[str],
) -> Slide:
    """Add a slide with a picture of slide size under its title.

    Parameters
    ----------
    deck : Deck
        The presentation.
    title : str
        The title; the picture has it drawn at the same place, which is cropped away.
    lines : int
        How many lines the title takes.
    picture : bytes
        A PNG of the whole page.
    alt : str
        Its description.
    beside : sequence of sequence of str
        The caveat and the credit, in paragraphs as the picture has them; they stand as text over the place where the
        picture has them drawn: so they can be read out and searched, and the picture keeps them where it is copied to.
    foot : float
        The height of that place, in inches, the page's margin below it.
    notes : sequence of str
        The speaker notes.
    """
    slide = _slide(deck, FIGURE, title, (), notes)
    top = strip(lines)
    if lines != 1:
        _at(slide.shapes.title, 0, 0, PAGE.width, top)
    shown: Any = slide.shapes.add_picture(
        io.BytesIO(picture), Inches(0), Inches(top), Inches(PAGE.width), Inches(FOOT - top)
    )
    # the white margin below goes too: LibreOffice draws slide numbers behind everything
    shown.crop_top, shown.crop_bottom = top / HEIGHT, PAGE.bottom / HEIGHT
    shown.name = "Figure"
    shown.element.nvPicPr.cNvPr.attrib.update({"descr": _plain(alt), "title": _plain(title)})
    _over(slide, beside, foot)
    _number(slide)
    return slide


def link(slide: Slide, text: str, target: Slide) -> None:
    """Add a button at the bottom of a slide that leads to another one."""
    button = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, Inches(PAGE.margin), Inches(5.3), Inches(7.6), Inches(0.75)
    )
    slide.shapes.element[-2].addprevious(button.element)  # read out before the slide number
    button.name = "Link"
    button.adjustments[0] = 0.15
    button.element.remove(button.element.find(qn("p:style")))  # it has a shadow
    button.fill.solid()
    button.fill.fore_color.rgb = _colour(style.FILL)
    button.line.fill.background()
    button.click_action.target_slide = target
    _write(button.text_frame, [text])
    font = button.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold, font.color.rgb = Pt(20), True, _colour(style.PAPER)


def _slide(deck: Deck, kind: str, title: str, lines: Sequence[str], notes: Sequence[str]) -> Slide:
    slide: Any = deck.slides.add_slide(layout(deck, kind))
    _write(slide.shapes.title.text_frame, [title])
    if kind != FIGURE:
        _write(slide.placeholders[1].text_frame, lines)
        _number(slide)
    _write(slide.notes_slide.notes_text_frame, notes)
    added: Slide = slide
    return added


def _over(slide: Slide, paragraphs: Sequence[Sequence[str]], foot: float) -> None:
    """Write caveat and credit over the place where the picture has them drawn."""
    box = slide.shapes.add_textbox(Inches(0), Inches(FOOT - foot), Inches(PAGE.width), Inches(foot))
    box.name = "Caveat and source"
    box.fill.solid()
    box.fill.fore_color.rgb = _colour(style.PAPER)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = Inches(PAGE.margin)
    frame.margin_top = frame.margin_bottom = 0
    _write(frame, [texts[0] for texts in paragraphs])
    for paragraph, (_, *more) in zip(frame.paragraphs, paragraphs, strict=True):
        paragraph.line_spacing = Pt(LEADING * PAGE.small)
        for text in more:
            _run(paragraph, f" {_plain(text)}")
    runs = [run for paragraph in frame.paragraphs for run in paragraph.runs]
    for run, colour in zip(runs, (style.INK, style.MUTED), strict=True):
        run.font.size, run.font.color.rgb = Pt(PAGE.small), _colour(colour)


def _number(slide: Slide) -> None:
    """Give a slide the slide number of its layout."""
    own: Any = slide.slide_layout
    number = next(p for p in own.placeholders if p.element.ph.get("type") == "sldNum")
    copied: Any = copy.deepcopy(number.element)
    copied.nvSpPr.cNvPr.set("id", str(max(shape.shape_id for shape in slide.shapes) + 1))
    for part in (copied.spPr, copied.txBody.find(qn("a:lstStyle"))):
        for element in list(part):
            part.remove(element)  # place and look stay those of the layout
    slide.shapes.element.append(copied)


def _write(frame: Any, lines: Sequence[str]) -> None:
    """Write paragraphs, each in our language."""
    for number, line in enumerate(lines):
        _run(frame.paragraphs[0] if number == 0 else frame.add_paragraph(), _plain(line))


def _run(paragraph: Any, text: str) -> None:
    """Write on in a paragraph, in our language."""
    run = paragraph.add_run()
    run.text = text
    run.font.language_id = LANGUAGE


def _plain(text: str) -> str:
    """Take out what XML cannot hold, and line ends."""
    return " ".join(re.sub("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text).split())


def _at(shape: Any, left: float, top: float, width: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = map(Inches, (left, top, width, height))


def _colour(colour: str) -> RGBColor:
    rgb: RGBColor = RGBColor.from_string(colour[1:].upper())  # type: ignore[no-untyped-call]
    return rgb


def sections(deck: Deck, named: Sequence[tuple[str, Sequence[Slide]]]) -> None:
    """Group the slides; PowerPoint shows the groups beside them."""
    lists = "".join(
        f'<p14:section name={quoteattr(_plain(name))} id="{{{str(_id(number)).upper()}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide.slide_id}"/>' for slide in slides)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, slides) in enumerate(named)
    )
    deck.element.append(
        parse_xml(
            f'<p:extLst {_P}><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst {_P14}>{lists}'
            "</p14:sectionLst></p:ext></p:extLst>"
        )
    )


def _id(number: int) -> uuid.UUID:
    """Return the id of a section: unlike all others, and the same every time."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"her2viz:section:{number}")


def packed(deck: Deck, title: str, subject: str, keywords: str) -> bytes:
    """Return the file, with what it says of itself, free of dates: the same deck gives the same bytes."""
    about = deck.core_properties
    about.title, about.subject, about.keywords = _plain(title), _plain(subject), _plain(keywords)
    about.author = about.last_modified_by = "her2viz"
    about.comments, about.language = "", "en"
    for element in list(about._element):
        if element.tag in (qn("dcterms:created"), qn("dcterms:modified")):
            about._element.remove(element)
    saved, fixed = io.BytesIO(), io.BytesIO()
    deck.save(saved)
    with zipfile.ZipFile(saved) as packed_by_pptx, zipfile.ZipFile(fixed, "w") as archive:
        for name in packed_by_pptx.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # as on POSIX, wherever it is made
            pictures = name.endswith(".png")  # are packed already
            archive.writestr(entry, packed_by_pptx.read(name), zipfile.ZIP_STORED if pictures else zipfile.ZIP_DEFLATED)
    return fixed.getvalue()
