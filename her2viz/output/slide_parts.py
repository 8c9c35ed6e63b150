"""The slides that a deck is made of: the first one, the notice, a figure, a table, what to take home, the sources."""

from __future__ import annotations

from collections.abc import Sequence

from her2viz import __version__, style
from her2viz.charts.typesetting import Measure
from her2viz.dataset.origin import Origin
from her2viz.output.lesson_script import NOT_ALOUD, WORRY
from her2viz.output.powerpoint import CELL, Grid, Picture, Slide, add_slide, link, show_picture, show_table
from her2viz.output.slide_layouts import Template
from her2viz.output.slide_type import GAP, Para
from her2viz.page.layout import AIR, head, height, set_lines
from her2viz.page.teaching_figure import TeachingFigure
from her2viz.words.citing import Cited, how_to_cite
from her2viz.words.data_table import DataTable

__all__ = ["figure_slide", "first_slide", "home_slide", "notice_slide", "source_slide", "source_slides", "table_slide"]

_PAGE = style.size("slide")
_TALL = 7.5
#: Of the margin below a picture so much is left, in inches: on a dark slide its words do not touch the edge.
_EDGE = 0.08
#: The height kept for the button on the notice, in inches.
_BUTTON = 0.9
#: The sizes of the line that says of whom, and of the text of tables, in points.
_GROUP, _TABLE = 20, 24
_AT_HOME = "Three things to take home"


def first_slide(template: Template, title: str, lines: Sequence[str], institution: str, notes: Sequence[str]) -> Slide:
    """Add the first slide."""
    texts = [*map(Para, lines), *([Para(institution, bold=True)] if institution else [])]
    return add_slide(template, title, texts, notes, front=True)


def notice_slide(template: Template, origin: Origin, notes: Sequence[str] = ()) -> Slide:
    """Add what stands before the first number; :func:`home_slide` puts the button there that goes past the numbers."""
    past = f"To go past them, go to the slide \u201c{_AT_HOME}\u201d."
    groups, nobody, worry = origin.notice_end()
    texts = [" ".join((*origin.notice_start(), past)), f"{groups} {nobody}", worry]
    return add_slide(template, "Before you go on", list(map(Para, texts)), notes or texts, keep=_BUTTON)


def figure_slide(template: Template, fig: TeachingFigure, notes: Sequence[str], title: str = "") -> Slide:
    """Add a figure: title and group as text, below them the picture without these; its caveat stays inside."""
    with style.catalogue_style(_PAGE):
        measure = Measure(_PAGE.dpi)
        top = _PAGE.top + height(set_lines(measure, _PAGE.width - 2 * _PAGE.margin, *head(_PAGE, fig.words, measure)))
    group = Para(fig.words.reference, fig.words.aside, True, _GROUP * template.type.scale)
    slide = add_slide(template, title or fig.title, [group], notes, tight=True)
    cut = (top + 0.5 * AIR * _PAGE.label / 72) / _TALL
    show_picture(slide, Picture(fig.to_bytes("png"), fig.description, cut, (_PAGE.bottom - _EDGE) / _TALL))
    return slide


def table_slide(
    template: Template,
    title: str,
    lines: Sequence[str],
    table: DataTable,
    shares: Sequence[float],
    foot: Sequence[str],
    notes: Sequence[str],
) -> Slide:
    """Add a table, its lines above and its caveat below it."""
    set_in, room = template.type, template.room
    words, caveat = [Para(line, bold=n != 1) for n, line in enumerate(lines)], [Para(" ".join(foot))]
    widths = [room.text_width * share / sum(shares) for share in shares]
    grid = [table.columns, *table.rows]

    def heights(points: float) -> list[float]:
        inside = [width - 2 * CELL for width in widths]
        return [
            2 * CELL + max(set_in.tall([Para(text)], w, points) for text, w in zip(line, inside, strict=True))
            for line in grid
        ]

    def parts(points: float) -> tuple[float, float]:
        """Return the heights above and below the table: no larger than the line on whom elsewhere."""
        most = min(points, _GROUP * set_in.scale)
        return set_in.tall(words, room.text_width, most), set_in.tall(caveat, room.text_width - 2 * CELL, most)

    points = set_in.largest(
        _TABLE * set_in.scale, room.height, lambda size: sum((*heights(size), *parts(size), 2 * GAP)), title
    )
    most = min(points, _GROUP * set_in.scale)
    slide = add_slide(template, title, [para._replace(points=most) for para in words], notes, tight=True)
    below = parts(points)[1]
    show_table(
        slide, Grid(grid, widths, heights(points)), points, [para._replace(points=most) for para in caveat], below
    )
    return slide


def home_slide(
    template: Template, things: Sequence[str], origin: Origin, notice: Slide, notes: Sequence[str] = ()
) -> Slide:
    """Add what to take home, which has no number, and a button on the notice that leads to it."""
    texts = [f"{number} {thing}" for number, thing in zip(("One:", "Two:", "Three:"), things, strict=True)]
    texts += [] if origin.own else [WORRY]
    home = add_slide(template, _AT_HOME, list(map(Para, texts)), notes or texts)
    link(notice, "Go past the numbers, to what to take home", _GROUP * template.type.scale, home)
    return home


def source_slide(
    template: Template, sources: Sequence[Cited], origin: Origin, institution: str, notes: Sequence[str]
) -> Slide:
    """Add all sources on one slide, as much of each as there is room for; the notes have them in full."""
    studies = [source for source in sources if source.doi or source.note.startswith("Read in")]
    pages = [source for source in sources if source not in studies]
    close = [text for text in (f"Drawn with her2viz {__version__}. {origin.terms}", institution) if text]
    dois = "; ".join(f"{study.name}, doi:{study.doi}" if study.doi else study.name for study in studies)
    names = [
        f"{kind}: {'; '.join(s.name for s in found)}. In full in the notes."
        for kind, found in (("Web pages", pages), ("Studies", studies))
        if found
    ]
    short = [*(page.text for page in pages), *([f"Studies: {dois}."] if studies else [])]
    for lines in (short, names):
        texts = [Para(line) for line in (*lines, *close)]
        if template.type.tall(texts, template.room.text_width, template.type.smallest) <= _inside(template):
            break
    return add_slide(
        template, "Sources", texts, [*notes, NOT_ALOUD, *(source.text for source in sources), *how_to_cite(origin)]
    )


def source_slides(template: Template, sources: Sequence[Cited], origin: Origin, institution: str) -> list[Slide]:
    """Add all sources in full, on as many slides as they need, and how to cite."""
    texts = [*(source.text for source in sources), *how_to_cite(origin), *([institution] if institution else [])]
    pages = template.type.paginated(texts, template.room.text_width, _inside(template))
    titles = [f"Sources ({n} of {len(pages)})" if len(pages) > 1 else "Sources" for n in range(1, len(pages) + 1)]
    return [
        add_slide(template, title, [Para(text, points=template.type.smallest) for text in page], page)
        for title, page in zip(titles, pages, strict=True)
    ]


def _inside(template: Template) -> float:
    """Return the height that text has on a slide, in inches."""
    return template.room.height - template.room.above
