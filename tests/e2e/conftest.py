"""A browser for the tests that need one, and axe-core in it; a test skips, with the reason, where either is missing."""

import shutil
from pathlib import Path

import pytest

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# nothing is asked of the network but what a test asks for
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser():
    """The Chromium of the system, headless."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: run make e2e")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"no browser is installed: none of {', '.join(NAMES)} is on the path")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=[*ARGUMENTS])
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser):
    """A function that opens an empty page; its options are those of Browser.new_context, as color_scheme="dark"."""
    contexts = []

    def new(**options):
        contexts.append(browser.new_context(**options))
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page):
    """An empty page, 1280 x 720."""
    return new_page()


@pytest.fixture(scope="session")
def axe():
    """A function that checks a page with axe-core and returns its violations, a line each; none is an empty list."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: run make e2e where npm is")
    source = AXE.read_text(encoding="utf-8")

    def violations(page, **options):
        page.evaluate(source)  # not a script element, which a page's policy may forbid
        found = page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [
            f"{one['id']} ({one['impact']}): {one['help']}: {node['html'][:200]}: {node['failureSummary']}"
            for one in found
            for node in one["nodes"]
        ]

    return violations
