"""The site in a browser: no violation of axe-core, no wider than a phone, and no request to another host."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "build" / "docs"
#: One page of each kind.
PAGES = (
    "index",
    "tutorial/lessons/00_start_here",
    "tutorial/lessons/01_where_it_spreads",
    "how-to/class-tomorrow",
    "gallery/index",
    "gallery/what-nobody-says",
    "reference/python",
    "reference/command-line",
    "reference/api/site_bars",
    "data-dictionary",
    "explanation/what-no-one-knows",
    "search",
)
LOOKS = {
    "desktop": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 844}},
    "dark phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address():
    """The site, served from this machine."""
    if not (SITE / "index.html").is_file():
        pytest.skip("the site is not built: run make docs")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=SITE)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def open_page(new_page, address):
    """A function that opens a page of the site, and the list of requests that went to another host."""

    def opened(name, look):
        page, strange = new_page(**LOOKS[look]), []
        page.on("request", lambda r: strange.append(r.url) if not r.url.startswith((address, "data:")) else None)
        page.goto(f"{address}{name}.html")
        return page, strange

    return opened


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_fits_and_asks_no_other_host(name, look, open_page, axe):
    page, strange = open_page(name, look)
    assert axe(page, rules={"target-size": {"enabled": True}}) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.get_by_text("The numbers are about groups.").last.is_visible()
    assert strange == []


def test_answers_are_folded_until_asked_for(open_page):
    page, _ = open_page("tutorial/lessons/01_where_it_spreads", "desktop")
    answer = page.locator("details").filter(has_text="hv.check").first
    code = answer.locator("pre").first
    assert not code.is_visible()
    answer.locator("summary").click()
    assert code.is_visible()


def test_search_finds_a_function(open_page):
    page, strange = open_page("search", "desktop")
    page.goto(f"{page.url}?q=site_bars", wait_until="networkidle")
    page.locator("#search-results a").first.wait_for()
    assert any("site_bars" in link.inner_text() for link in page.locator("#search-results a").all())
    assert strange == []
