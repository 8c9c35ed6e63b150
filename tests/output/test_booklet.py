"""The booklet, read back with pypdf: its contents, a page a figure, its tags, the sources, and someone's own rows."""

import re

import matplotlib as mpl
import pandas as pd
import pypdf
import pytest

import her2viz as hv
import honesty
from her2viz.catalogue.registry import entry
from her2viz.dataset.origin import FREQUENCY
from her2viz.output import booklet, contents, sheet
from her2viz.own import template
from her2viz.words import citing
from her2viz.words.sheet import BOOKLET_PAST, NOTES
from printed_pdf import bookmarks, placed, squeezed, structure, texts

# one of claims, the tallest one, and one of studies, of many words
NAMES = ["subtype-claims", "body-map", "published-sites"]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return hv.handout(tmp_path_factory.mktemp("booklet") / "handout.pdf", full=True, names=NAMES, paper="letter")


@pytest.fixture(scope="module")
def pages(path):
    return texts(path)


@pytest.fixture(scope="module")
def figs():
    return [hv.figure(name, size="print") for name in NAMES]


def test_first_page_lists_the_figures_after_the_notice(path, pages):
    first = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    before, notice, after = re.split(r"(Numbers about .* care team\.)", first)
    assert honesty.notice_problems(notice) == []
    assert BOOKLET_PAST in notice
    assert re.findall(r"\d", re.sub(rf"her2viz {hv.__version__}|CC BY 4\.0", "", before)) == []
    for number, name in enumerate(NAMES, 2):
        assert re.search(rf"{re.escape(entry(name).question)}[ .]+{number}\b", after)
    assert re.search(r"Sources[ .]+5 How to cite[ .]+5\b", after)


def test_a_page_holds_a_figure_and_what_must_be_known_of_it(pages, figs):
    assert len(pages) == 1 + len(figs) + 1
    for page, fig in zip(pages[1:-1], figs, strict=True):
        words = fig.words
        for text in (entry(fig.name).question, fig.title, words.reference, words.aside, words.note, *words.brief):
            assert squeezed(text) in page
        for place in contents.places(words.places):
            assert squeezed(place) in page
        for text in (fig.caveat, words.page_credit):
            assert page.count(squeezed(text)) == 1
        assert page.count("Theycannotsaywhatwillhappen") <= 1
        assert squeezed(NOTES) in page
        assert squeezed(fig.alt) not in page, "alt text is for those who do not see the picture"


def test_last_page_holds_the_sources(pages, figs):
    sources = [source.text for source in citing.full_sources([fig.words for fig in figs])]
    assert len(sources) == 11
    for text in (*sources, *citing.how_to_cite(FREQUENCY)):
        assert squeezed(text) in pages[-1]


def test_pages_are_numbered(pages):
    for number, page in enumerate(pages, 1):
        assert page.endswith(f"Page{number}of{len(pages)}")


def test_tags_and_bookmarks(path, figs):
    tags = structure(path)
    pictures = [n for n, (tag, _) in enumerate(tags) if tag == "/Figure"]
    assert [tags[n][1] for n in pictures] == [fig.alt for fig in figs]
    heads = [n for n, (tag, _) in enumerate(tags) if tag == "/H1"]
    assert len(heads) == 1 + len(figs) + 2
    assert [max(n for n in heads if n < at) for at in pictures] == heads[1:-2], "a heading to each figure"
    assert {"/TOC", "/TOCI", "/Link"} <= {tag for tag, _ in tags}
    questions = [entry(name).question for name in NAMES]
    assert bookmarks(pypdf.PdfReader(path).outline) == [*questions, "Sources", "How to cite"]


def test_all_is_inside_the_margins(path):
    for page in pypdf.PdfReader(path).pages:
        for text, left, y, right in placed(page):
            assert 36 <= left < right <= 612 - 36, text
            assert 32 <= y <= 792 - 36, text


def test_the_usual_booklet_is_what_the_lessons_are_about(tmp_path):
    assert sheet.making(tmp_path / "handout.pdf", full=True).figures.chosen == contents.course_figures()


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["published-sites", "symptoms-brain", "source-sites"])
def test_the_fullest_figures_take_one_page(name, paper):
    assert len(booklet.figure_pages(sheet.shown(name, None), paper)) == 1


def test_own_rows_bring_their_own_words(tmp_path):
    template.write_template(tmp_path / "mine.csv")
    rows = hv.read_sites(tmp_path / "mine.csv")
    path = hv.handout(tmp_path / "mine.pdf", full=True, data=rows)
    reader = pypdf.PdfReader(path)
    assert reader.metadata["/Title"] == "Figures about people in a made-up class example"
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    words = words.replace("where HER2-positive breast cancer spreads, and how to read", "")  # the project's own title
    for word in ("breast", "HER2", "cancer", "women", "spread", "CC BY", "web page", "Where it stands"):
        assert word not in words
    for page in texts(path)[1:-1]:
        assert page.count("Source:Made-upnumbersforaclass.") == 1
        assert page.count("Figuresputinbythemakerofthispicture") == 1


def test_own_rows_go_on_overleaf_under_one_heading_each(tmp_path):
    rows = pd.DataFrame(
        {
            "site": [f"site_{n}" for n in range(20)],
            "label": [f"Site {n}" for n in range(20)],
            "frequency_pct": 5.0,
            "qualifier": "about",
            "population": "people in a made-up class example",
            "sites_overlap": True,
            "source": [f"Made-up source {n}, {'with many words, ' * 9}no. {n}" for n in range(20)],
        }
    )
    path = hv.handout(tmp_path / "mine.pdf", full=True, names=["site-bars"], data=rows)
    titles = bookmarks(pypdf.PdfReader(path).outline)[:-2]
    assert len(titles) > 1
    assert titles == [f"Sites in people in a made-up class example (part {n})" for n in range(1, len(titles) + 1)]
    for page in texts(path)[1 : len(titles) + 1]:
        assert page.count("Sitesinpeople") == 1


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ("site-bars", "names must be a list of names"),
        ([], "at least one figure; got none"),
        (["site-bar"], "Did you mean 'site-bars'"),
    ],
)
def test_refused(names, message, tmp_path):
    with pytest.raises(hv.UsageError, match=message):
        hv.handout(tmp_path / "handout.pdf", full=True, names=names)
    assert list(tmp_path.iterdir()) == []


def test_making_leaves_rcparams_alone_between_steps(tmp_path):
    with mpl.rc_context({"font.size": 31, "pdf.fonttype": 3}):
        before = mpl.rcParams.copy()
        plan = sheet.making(tmp_path / "handout.pdf", full=True, names=["source-sites", "site-bars"])
        steps = [mpl.rcParams == before for _ in plan.steps]
    assert steps == [True, True]
