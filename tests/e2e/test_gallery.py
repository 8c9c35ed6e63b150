"""The gallery in a browser: no violation of axe-core, good on a phone, in the dark, without scripts or pictures."""

import unicodedata

import pytest

import her2viz as hv
from her2viz import style
from her2viz.catalogue.registry import entry

#: More than the page opens with, in the order of the lessons.
NAMES = [
    "site-bars",
    "body-map",
    "percent-of-whom",
    "what-nobody-says",
    "overlap-bounds",
    "symptoms",
    "drug-targets",
    "two-denominators",
    "published-subtypes-kaplan",
]
FIRST = 7
LOOKS = {
    "desktop": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "dark phone": {"viewport": {"width": 360, "height": 740}, "color_scheme": "dark"},
    # zooming to 200% halves the width that a page is laid out in and doubles the pixels
    "zoom": {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery")
    hv.export(folder, names=NAMES, formats=["png", "svg"], gallery=True)
    return folder


@pytest.fixture
def open_gallery(new_page, folder):
    """A function that opens the gallery from the file system, with the network off."""

    def opened(*, pictures=True, **options):
        page = new_page(offline=True, **options)
        if not pictures:
            page.route("**/*.{png,svg}", lambda route: route.abort())
        page.goto((folder / "index.html").as_uri())
        return page

    return opened


@pytest.fixture
def open_figure(open_gallery):
    """A function that opens the full view of a figure, all of it unfolded."""

    def opened(name, **options):
        page = open_gallery(**options)
        page.locator(f"#card-{name}").click()
        for summary in page.locator("article:visible summary").all():
            summary.click()
        return page

    return opened


def shown(page):
    return [a.get_attribute("id") for a in page.locator("article").all() if a.is_visible()]


def focused(page):
    return " ".join(page.evaluate("document.activeElement.textContent").split())


def stops(page):
    """How often Tab is pressed from the start of a page to its end."""
    page.evaluate("document.body.tabIndex = -1; document.body.focus()")
    for number in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement == document.body || document.activeElement.seen"):
            return number
        page.evaluate("document.activeElement.seen = true")
    raise AssertionError("no end")


@pytest.mark.parametrize("look", LOOKS)
def test_no_violation(look, open_gallery, open_figure, axe):
    for page in (open_gallery(**LOOKS[look]), open_figure("drug-targets", **LOOKS[look])):
        assert axe(page, rules={"target-size": {"enabled": True}}) == []


@pytest.mark.parametrize("look", LOOKS)
def test_page_is_no_wider_than_the_window(look, open_gallery, open_figure):
    for page in (open_gallery(**LOOKS[look]), open_figure("drug-targets", **LOOKS[look])):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 800, FIRST), (390, 844, 1)])
def test_first_figures_are_seen_without_scrolling(width, height, least, open_gallery):
    page = open_gallery(viewport={"width": width, "height": height})
    pictures = page.locator(".first img")
    assert pictures.count() == FIRST
    for picture in pictures.all()[:least]:
        page.wait_for_function("i => i.complete && i.naturalWidth > 0", arg=picture.element_handle())
        box = picture.bounding_box()
        assert box["y"] + box["height"] <= height
        assert box["width"] >= 280
    notice = page.locator(".notice").bounding_box()
    assert notice["y"] + notice["height"] <= pictures.first.bounding_box()["y"]


@pytest.mark.parametrize("what", ["The picture", "The data of"])
def test_wide_parts_scroll_by_keyboard_in_their_own_box(what, open_figure):
    page = open_figure("drug-targets", **LOOKS["phone"])
    box = page.get_by_role("region", name=what)
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=box.element_handle())


@pytest.mark.parametrize("look", LOOKS)
def test_letters_of_a_full_picture_are_11_pixels_high_at_least(look, open_figure):
    page = open_figure("drug-targets", **LOOKS[look])
    wide = page.locator("article:visible img").bounding_box()["width"]
    slide = style.size("slide")
    assert wide / (slide.width * 72) * slide.small >= 11


def test_dark_page_is_dark_and_its_pictures_are_not(open_gallery):
    page = open_gallery(color_scheme="dark")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    ink, paper = page.locator("body").evaluate(colours)
    picture_ink, picture_paper = page.locator("img").first.evaluate(colours)
    assert brightness(ink) > 200 > 50 > brightness(paper)
    assert brightness(picture_paper) > 200 > 50 > brightness(picture_ink), "alt text stands there where it is missing"


def brightness(colour):
    return sum(int(part) for part in colour[4:-1].split(",")) / 3


# without scripts, without pictures


def test_usable_without_scripts(open_gallery):
    page = open_gallery(java_script_enabled=False)
    assert shown(page) == []
    page.locator(".first a[href='#overlap-bounds']").click()
    assert shown(page) == ["overlap-bounds"]
    assert not page.locator(".cards").is_visible()
    page.locator("#overlap-bounds").get_by_text("The data as a table").click()
    assert page.get_by_role("cell", name="70 to 100", exact=True).is_visible()
    page.get_by_role("link", name="Next figure").click()
    assert shown(page) == ["symptoms"]
    page.get_by_role("link", name="Back to all figures").click()
    assert shown(page) == []
    assert page.locator(".card").first.is_visible()


def test_words_stand_in_for_pictures(open_gallery):
    page = open_gallery(pictures=False, **LOOKS["phone"])
    for name in NAMES:
        words = entry(name).question
        assert page.locator(f"#card-{name}").get_by_text(words).is_visible()
        page.locator(f"#card-{name}").click()
        picture = page.locator(f"#{name} img")
        assert picture.evaluate("i => i.complete && i.naturalWidth == 0")
        assert page.get_by_role("img", name=picture.get_attribute("alt")).is_visible()
        # the whole of it fits into the place of the picture
        box = picture.bounding_box()
        need = page.evaluate(
            """([text, width]) => {
                const box = document.createElement("div");
                const style = getComputedStyle(document.querySelector("article img"));
                Object.assign(box.style, {width: width + "px", font: style.font, lineHeight: style.lineHeight});
                box.textContent = text;
                document.body.append(box);
                const height = box.getBoundingClientRect().height;
                box.remove();
                return height;
            }""",
            [picture.get_attribute("alt"), box["width"] - 20],
        )
        assert need <= box["height"], name
        page.go_back()


# the keyboard


def test_keyboard_goes_past_the_numbers(open_gallery):
    page = open_gallery()
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the figures"
    page.keyboard.press("Tab")
    assert focused(page) == "Skip past the numbers"
    assert page.get_by_text("Skip past the numbers").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "end"
    assert page.get_by_role("heading", name="How to cite").is_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "The sources in full"


def test_a_card_is_one_stop_and_opens_its_figure(open_gallery):
    page = open_gallery()
    # two ways past, the notice's link, the sources
    assert stops(page) == len(NAMES) + FIRST + 4
    page.locator("#card-site-bars").focus()
    page.keyboard.press("Enter")
    assert shown(page) == ["site-bars"]
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(focused(page) or page.evaluate("document.activeElement.ariaLabel"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        if reached[-1].startswith(("Long", "The data as")):
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.parentElement.open")
    title = hv.figure("site-bars").title
    assert reached[:4] == [
        "Back to all figures",
        "The picture",
        f"Long description of {title}",
        f"The data as a table: {title}",
    ]
    assert reached[4].startswith("The data of"), "the table can be scrolled"
    assert reached[5:] == [f"Open the picture alone: {title}", "site-bars.png", "site-bars.svg", "site-bars.txt"]


def test_back_leads_to_the_card(open_figure):
    page = open_figure("drug-targets")
    page.get_by_role("link", name="Back to all figures").click()
    assert page.evaluate("document.activeElement.id") == "card-drug-targets"
    assert 0 <= page.locator("#card-drug-targets").bounding_box()["y"] < 720


def test_nothing_is_asked_of_a_network(new_page, folder):
    page = new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / "index.html").as_uri())
    page.wait_for_function("[...document.images].every(i => i.complete && i.naturalWidth > 0)")
    assert len(asked) == 1 + len(NAMES)
    assert [url for url in asked if not url.startswith("file://")] == []
    assert said == []


# on paper


def test_printed_with_the_notice_first(open_gallery, tmp_path):
    pypdf = pytest.importorskip("pypdf")
    open_gallery(**LOOKS["phone"]).pdf(path=tmp_path / "gallery.pdf")
    printed = pypdf.PdfReader(tmp_path / "gallery.pdf").pages
    pages = [unicodedata.normalize("NFKC", p.extract_text()) for p in printed]
    assert sum(len(p.images) for p in printed) == len(NAMES), "each picture once, seen on screen or not"
    assert "Before you go on" in pages[0]
    assert not any(character.isdigit() for character in pages[0])
    for name in NAMES:
        fig = hv.figure(name)
        where = [n for n, said in enumerate(pages) if fig.title in " ".join(said.split())]
        assert where, name
        assert "Skip" not in pages[where[0]]
    assert "SystHERs" in pages[-1] or "Kaplan" in pages[-1], "the sources are printed in full"
