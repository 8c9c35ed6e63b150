"""A page of figures that needs no script and no network: cards, and a full view of each with words, data and files."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import jinja2

from her2viz import style
from her2viz.catalogue.registry import entry
from her2viz.course.lessons import LESSONS, Lesson, lesson_of
from her2viz.dataset.origin import FREQUENCY
from her2viz.files import FIRST_OF_PAGE
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.citing import full_sources, how_to_cite
from her2viz.words.data_table import DataTable
from her2viz.words.parts import Words

__all__ = ["Card", "card", "gallery_page"]

_PIXELS = 96  # of CSS, in an inch
#: Letters lower than so many pixels of CSS are hard to read.
_SMALLEST = 11
#: What a reader meets first, where there are more figures than these: what a lesson of them all would show.
_FIRST = (
    "body-map",
    "site-bars",
    "percent-of-whom",
    "overlap-bounds",
    "two-denominators",
    "published-sites",
    "what-nobody-says",
    "symptoms",
)
#: Where figures of one's own stand: the lessons are about other numbers.
_OWN = Lesson("own", "Figures of your own", "")


class Card(NamedTuple):
    """All that the page needs of a figure; the figure itself would keep megabytes of canvas."""

    name: str
    question: str
    words: Words
    table: DataTable
    lesson: Lesson
    forms: tuple[str, ...]
    width: int
    height: int
    legible: int  # no narrower can its smallest letters be read

    @property
    def picture(self) -> str:
        """The file to show in the page; none where there is a PDF alone."""
        return next((f"{self.name}.{form}" for form in ("png", "svg") if form in self.forms), "")

    @property
    def files(self) -> list[str]:
        """The files beside the page."""
        return [f"{self.name}.{form}" for form in (*self.forms, "txt")]


def card(fig: TeachingFigure, forms: Sequence[str], question: str = "") -> Card:
    """Take what the page needs of a figure.

    Parameters
    ----------
    fig : TeachingFigure
        The figure.
    forms : sequence of str
        The formats in which it lies beside the page: "png", "svg", "pdf".
    question : str
        The question that it answers; none where it shows rows of one's own, of which the catalogue's may be untrue.
    """
    width, height = (round(float(inches) * _PIXELS) for inches in fig.mpl.get_size_inches())
    lesson = _OWN if fig.words.origin.own else lesson_of(fig.name)
    table = entry(fig.name).table(fig.data)
    legible = math.ceil(width * _SMALLEST / (style.size(fig.size).small / 72 * _PIXELS))
    return Card(fig.name, question, fig.words, table, lesson, tuple(forms), width, height, legible)


def gallery_page(cards: Iterable[Card]) -> bytes:
    """Write the page: a notice before the first number, cards, full views, sources and how to cite at the end.

    Parameters
    ----------
    cards : iterable of Card
        The figures, in order.

    Returns
    -------
    bytes
        HTML in UTF-8; the same figures give the same bytes. Every text is escaped.

    Examples
    --------
    >>> import her2viz as hv
    >>> page = gallery_page([card(hv.figure("site-bars"), ["png"])]).decode()
    >>> '<img src="site-bars.png" alt="Bar chart. Of 100 women with advanced breast cancer: bone' in page
    True
    """
    shown = {card.name: card for card in cards}
    lessons = [(lesson, [card for card in shown.values() if card.lesson == lesson]) for lesson in (*LESSONS, _OWN)]
    in_order = [card.name for _, cards in lessons for card in cards]
    origin = next((card.words.origin for card in shown.values()), FREQUENCY)
    page = (
        _templates()
        .get_template("gallery.html")
        .render(
            before=" ".join(origin.notice_start()),
            after=" ".join(origin.notice_end()),
            first=[shown[name] for name in _FIRST if name in shown] if len(shown) > len(_FIRST) else [],
            lessons=[(lesson, cards) for lesson, cards in lessons if cards],
            following=dict(itertools.pairwise(in_order)),
            legible=max((card.legible for card in shown.values()), default=0),
            sources=full_sources(card.words for card in shown.values()),
            cite=how_to_cite(origin),
            closing=origin.closing(),
            light=style.LIGHT,
            dark=style.DARK,
        )
    )
    return f"{FIRST_OF_PAGE}\n{page}\n".encode()


def _templates() -> jinja2.Environment:
    """Return the templates; everything put into them is escaped, and a name that is missing is an error."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
