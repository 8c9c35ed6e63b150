"""The template of a deck: ours, or an institution's own, with the layouts that slides need, or one clear error."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from her2viz import style
from her2viz.errors import UsageError
from her2viz.files import as_path, plainly
from her2viz.output.slide_type import Type

__all__ = ["SHIPPED", "Deck", "Room", "Template", "opened", "room_of", "text_place", "type_size"]

#: Our own, which tools/write_slide_template.py writes.
SHIPPED = Path(__file__).parent / "templates" / "her2viz.pptx"
#: The least room that a figure needs, as shares of a slide's width and height.
_WIDE, _TALL = 0.6, 0.45
_EMU = 914400
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


class Room(NamedTuple):
    """A place on a slide, and how far inside it text stands from its left and right, and from its top, in inches."""

    left: float
    top: float
    width: float
    height: float
    inset: float
    above: float

    @property
    def text_width(self) -> float:
        """The width that text has."""
        return self.width - 2 * self.inset


class Template(NamedTuple):
    """A deck without slides: its layout for the first one, the one for all others, the room there, and its type."""

    deck: Deck
    front: Any
    page: Any
    room: Room
    type: Type


def opened(path: str | os.PathLike[str] | None = None) -> Template:
    """Open a template: ours, or a deck in .pptx of which layouts, logo, colours and size are kept, its slides not.

    Raises
    ------
    UsageError
        If it can't be read, or has no layout for the first slide, or none with room for a figure.
    """
    own = SHIPPED if path is None else as_path(path, "template")
    name = f"template {str(own)!r}"
    with plainly(f"read the template {str(own)!r:.200}"):
        if not own.is_file():
            raise UsageError(f"The {name} does not exist.")
    try:
        deck = Presentation(str(own))
    except Exception as error:  # what python-pptx raises of a broken, locked or foreign file is of many kinds
        raise UsageError(
            f"The {name} can't be read as a PowerPoint file. Give a .pptx without a password; save a .potx or .ppt as "
            ".pptx first."
        ) from error
    _empty(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    wide, tall = (deck.slide_width or 0) / _EMU, (deck.slide_height or 0) / _EMU
    front = next((each for each in layouts if _titled(each) and text_place(each, front=True)), None)
    places = [(each, text_place(each, front=False)) for each in layouts if _titled(each)]
    rooms = [(each, room_of(place)) for each, place in places if place]
    page = next((pair for pair in rooms if pair[1].width >= _WIDE * wide and pair[1].height >= _TALL * tall), None)
    named = ", ".join(repr(layout.name) for layout in layouts) or "none"
    if front is None:
        raise UsageError(
            f"The {name} has no layout with a title and a subtitle, which the first slide needs. Its layouts: {named}."
        )
    if page is None:
        raise UsageError(
            f"The {name} has no layout with a title and one place for content at least {_WIDE:.0%} as wide and "
            f"{_TALL:.0%} as high as a slide, which figures need. Its layouts: {named}."
        )
    notes: Any = deck.notes_master
    if not any(shape.placeholder_format.type == PP_PLACEHOLDER.BODY for shape in notes.placeholders):
        raise UsageError(f"The {name} has no place for speaker notes in its notes master.")
    # of a typeface that we do not know, wide letters are allowed for, and smaller type than of ours
    wider, smallest = (1.12, 18) if path is None else (1.3, 14)
    scale = min(1, wide / style.size("slide").width)
    return Template(deck, front, *page, Type(wider, smallest * scale, scale))


def _empty(deck: Deck) -> None:
    """Take out slides, and what lists them; and the small picture of the first one."""
    listed: Any = deck.slides._sldIdLst
    for slide in list(listed):
        deck.part.drop_rel(slide.rId)
        listed.remove(slide)
    for element in list(deck.element):
        if element.tag in (qn("p:custShowLst"), qn("p:extLst")):  # extensions hold sections and guides
            deck.element.remove(element)
    package: Any = deck.part.package
    for rel in list(package._rels.values()):
        if rel.reltype.endswith("/thumbnail"):
            package.drop_rel(rel.rId)


def text_place(page: Any, *, front: bool) -> Any:
    """Return the place for text of a slide or a layout beside its title: a subtitle, or the largest one for content."""
    kinds = (PP_PLACEHOLDER.SUBTITLE,) if front else (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY)
    found = [
        shape
        for shape in page.placeholders
        if shape.placeholder_format.type in kinds and shape.width and shape.element.ph.get("orient") != "vert"
    ]
    return max(found, key=lambda shape: shape.width * shape.height, default=None)


def _titled(layout: Any) -> bool:
    return any(shape.placeholder_format.type in _TITLES and shape.width for shape in layout.placeholders)


def room_of(shape: Any) -> Room:
    """Return the place of a placeholder, and how far inside it text stands."""

    def margin(side: str, usual: int) -> int:
        return int(_inherited(shape, lambda each: each.text_frame._txBody.find(qn("a:bodyPr")).get(side)) or usual)

    numbers = shape.left, shape.top, shape.width, shape.height, margin("lIns", _EMU // 10), margin("tIns", _EMU // 20)
    return Room(*(number / _EMU for number in numbers))


def type_size(shape: Any) -> float:
    """Return the size of text in a placeholder, in points: its own, its layout's or its master's."""
    styles = shape.part.slide_layout.slide_master.element.find(qn("p:txStyles"))
    kind = "title" if shape.placeholder_format.type in _TITLES else "body"
    own = _inherited(shape, lambda each: _size(each.text_frame._txBody.find(qn("a:lstStyle"))))
    return int(own or _size(styles.find(qn(f"p:{kind}Style"))) or 2400) / 100


def _size(styles: Any) -> str | None:
    """Return the size of text of the first level in some styles, in hundredths of a point."""
    found = None if styles is None else styles.find(f"{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    return None if found is None else found.get("sz")


def _inherited(shape: Any, of: Callable[[Any], str | None]) -> str | None:
    """Return a property of a placeholder, or else of the one that it inherits from."""
    while shape is not None:
        if (value := of(shape)) is not None:
            return value
        shape = getattr(shape, "_base_placeholder", None)
    return None
