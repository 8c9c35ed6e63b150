"""The handout, read back with pypdf: its words, its pages, nothing clipped or overlapping, the same bytes again."""

import itertools
import re

import matplotlib as mpl
import pandas as pd
import pypdf
import pytest

import her2viz as hv
import honesty
from her2viz import style
from her2viz.dataset.origin import FREQUENCY
from her2viz.output import booklet, contents
from her2viz.own import template
from her2viz.words import citing
from honesty.files import folded

PAST = "To go past them, turn to the last page, which lists the sources."
# one of claims, the tallest one, and one of studies, of many words
NAMES = ["subtype-claims", "body-map", "published-sites"]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return hv.handout(tmp_path_factory.mktemp("booklet") / "handout.pdf", names=NAMES)


@pytest.fixture(scope="module")
def pages(path):
    return [folded(page.extract_text()) for page in pypdf.PdfReader(path).pages]


@pytest.fixture(scope="module")
def figs():
    return [hv.figure(name, size="print") for name in NAMES]


# the words


def test_a_page_holds_a_figure_and_its_words(pages, figs):
    assert len(pages) == 1 + len(figs) + 1
    for number, (page, fig) in enumerate(zip(pages[1:-1], figs, strict=True), 1):
        for text in (fig.title, fig.words.reference, fig.caveat, fig.words.credit, *contents.places(fig.words.places)):
            assert text in page
        assert fig.description in page or fig.caption in page
        assert page.count(fig.caveat) == 2, "drawn, and in the words below"
        assert f"Figure {number}" in page
    assert figs[0].description in pages[1]
    assert figs[2].description not in pages[3], "it would need a page of its own"
    assert "Figure 2: Where in the body are the sites" in pages[2]


def test_first_page_opens_with_the_notice(pages, figs):
    before, notice, after = re.split(r"(Numbers about .* care team\.)", pages[0])
    assert honesty.notice_problems(notice) == []
    assert PAST in notice
    assert re.findall(r"\d", re.sub(rf"her2viz {hv.__version__}|CC BY 4\.0", "", before)) == []
    for number, fig in enumerate(figs, 1):
        assert f"{number}. {fig.title}" in after


def test_last_page_holds_the_sources(pages, figs):
    sources = [source.text for source in citing.full_sources([fig.words for fig in figs])]
    assert len(sources) == 11
    for source in (*sources, *citing.how_to_cite(FREQUENCY)):
        assert folded(source) in pages[-1]
    assert pages[-1].index("Sources") < pages[-1].index("How to cite")
    for fig in figs:
        assert fig.title not in pages[-1]


def test_pages_are_numbered(pages):
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Page {number}")


# the pages


def test_pages_are_drawings_of_one_size(path):
    reader = pypdf.PdfReader(path)
    for page in reader.pages:
        assert [float(page.mediabox.width), float(page.mediabox.height)] == pytest.approx([595.4, 841.7], abs=0.1)
        assert [x for x in page["/Resources"].get("/XObject", {}).values() if x["/Subtype"] == "/Image"] == []
        fonts = [f.get_object() for f in page["/Resources"]["/Font"].values()]
        assert fonts
        for font in itertools.chain.from_iterable(f.get("/DescendantFonts", [f]) for f in fonts):
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_pdf_says_what_it_is_and_no_date(path, figs):
    about = pypdf.PdfReader(path).metadata
    assert set(about) == {"/Title", "/Subject", "/Author", "/Keywords", "/Creator"}
    assert about["/Title"] == "Where breast cancer spreads, and how to read the figures quoted about it"
    assert about["/Author"] == "her2viz"
    for fig in figs:
        assert fig.caveat in about["/Subject"]
    assert about["/Keywords"].startswith("breast cancer; ")
    assert "Guide page" in about["/Keywords"]


def sheets(names):
    figs = [hv.figure(name, size="print") for name in names]
    words = [fig.words for fig in figs]
    opening = contents.front(figs[0].words, figs[0].data, PAST)
    parts = [booklet._opening(opening, words), *(booklet._figure(n, fig) for n, fig in enumerate(figs, 1))]
    parts.append(booklet._closing(words, opening.origin))
    with style.catalogue_style(style.size("print")):
        for number, sheet in enumerate(itertools.chain.from_iterable(parts), 1):
            booklet.footed(sheet, number, opening.origin)
            yield sheet


def test_no_text_is_small_clipped_or_over_another():
    seen = 0
    for sheet in sheets(NAMES):
        sheet.drawn.draw_without_rendering()
        dpi = sheet.drawn.dpi
        boxes = [(t.get_text(), t.get_window_extent()) for t in sheet.drawn.texts]
        assert {t.get_text() for t in sheet.drawn.texts if t.get_fontsize() < 10} == set()
        # Letter is shorter than A4; a printer leaves a margin of a quarter of an inch
        low, high = (dpi * y for y in (sheet.paper.y0 + 0.345 + 0.24, sheet.paper.y1 - 0.345 - 0.24))
        for text, box in boxes:
            assert dpi * sheet.paper.x0 + 0.75 * dpi < box.x0 < box.x1 < dpi * sheet.paper.x1 - 0.75 * dpi, text
            assert low < box.y0 < box.y1 < high, text
        panels = [(f"panel {n}", ax.get_tightbbox()) for n, ax in enumerate(sheet.drawn.axes)]
        for (first, a), (second, b) in itertools.combinations(boxes + panels, 2):
            if first.startswith("panel"):
                continue  # panels among themselves are a matter of the figure
            apart = min(a.x1, b.x1) - max(a.x0, b.x0) <= 1 or min(a.y1, b.y1) - max(a.y0, b.y0) <= 1
            assert apart, f"{first!r} overlaps {second!r}"
        seen += 1
    assert seen == 2 + len(NAMES)


def test_words_longer_than_the_page_go_on_overleaf(tmp_path):
    rows = pd.DataFrame(
        {
            "site": [f"site_{n}" for n in range(12)],
            "label": [f"Site {n}" for n in range(12)],
            "frequency_pct": 5.0,
            "qualifier": "about",
            "population": "people in a made-up class example",
            "sites_overlap": True,
            "source": [f"Made-up source {n}, {'with many words, ' * 9}no. {n}" for n in range(12)],
        }
    )
    pdf = pypdf.PdfReader(hv.handout(tmp_path / "mine.pdf", names=["site-bars"], data=rows))
    pages = [folded(page.extract_text()) for page in pdf.pages]
    assert len(pages) > 3
    heading = "Figure 1, in words: Each site has the same figure: about 5 in 100"
    assert pages[2].startswith(heading)
    sources = pages.index(next(page for page in pages if page.startswith("Sources")))
    between = rf"{re.escape(honesty.KEEP)} Page \d+ ({heading} )?"
    words = re.sub(between, "", " ".join([*pages[1:sources], ""]))
    for source in rows["source"]:
        assert words.count(source) == 3, "in the credit, in the caption and where it stands"
        assert source in " ".join(pages[sources:])
    assert [page.split()[-1] for page in pages] == [str(n) for n in range(1, len(pages) + 1)]


# someone's own figures


def test_own_rows_bring_their_own_words(tmp_path):
    template.write_template(tmp_path / "mine.csv")
    rows = hv.read_sites(tmp_path / "mine.csv")
    pdf = pypdf.PdfReader(hv.handout(tmp_path / "mine.pdf", names=["site-bars"], data=rows))
    assert pdf.metadata["/Title"] == "Figures about people in a made-up class example"
    assert pdf.metadata["/Keywords"] == "people in a made-up class example; Made-up numbers for a class"
    words = folded(" ".join(page.extract_text() for page in pdf.pages))
    words = words.replace("where HER2-positive breast cancer spreads, and how to read", "")  # the project's own title
    for word in ("breast", "HER2", "cancer", "women", "spread", "CC BY", "Figure 1:"):
        assert word not in words
    assert "Numbers about illness follow." in words


# which figures


def test_the_usual_handout_is_the_usual_deck(tmp_path):
    assert booklet.making(tmp_path / "handout.pdf").figures.chosen == contents.course_figures()


@pytest.mark.parametrize(
    ("file", "names", "message"),
    [
        ("handout.ps", None, r"must be one of \.pdf; got '\.ps'"),
        ("nowhere/handout.pdf", None, "'.*nowhere' does not exist"),
        ("folder.pdf", None, "is a folder"),
        ("handout.pdf", "site-bars", "names is a list"),
        ("handout.pdf", [], "at least one figure; got none"),
        ("handout.pdf", ["site-bar"], "Did you mean 'site-bars'"),
    ],
)
def test_refused(file, names, message, tmp_path):
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(hv.UsageError, match=message):
        hv.handout(tmp_path / file, names=names)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.pdf"]


# the file


def test_making_leaves_rcparams_alone_between_steps(tmp_path):
    with mpl.rc_context({"font.size": 31, "pdf.fonttype": 3}):
        before = mpl.rcParams.copy()
        for _ in booklet.making(tmp_path / "handout.pdf", names=["source-sites", "site-bars"]).steps:
            assert mpl.rcParams == before
