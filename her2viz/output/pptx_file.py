"""A PowerPoint file as a whole: its sections, what it says of itself, and the same bytes every time."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

__all__ = ["packed", "plain_text", "sections"]

_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def plain_text(text: str) -> str:
    """Take out what XML cannot hold, and line ends."""
    return " ".join(re.sub("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", text).split())


def sections(deck: Deck, named: Sequence[tuple[str, Sequence[Slide]]]) -> None:
    """Group the slides; PowerPoint shows the groups beside them."""
    lists = "".join(
        f'<p14:section name={quoteattr(plain_text(name))} id="{{{str(_id(number)).upper()}}}"><p14:sldIdLst>'
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
    about.title, about.subject, about.keywords = plain_text(title), plain_text(subject), plain_text(keywords)
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
