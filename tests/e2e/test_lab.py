"""The first lessons as a student meets them: JupyterLab in a browser, all cells run, an answer wrong and right."""

import os
import re
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

SHOTS = Path(__file__).parents[2] / "build" / "e2e"  # to be looked at; git ignores the folder


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab on a copy of the course; return the address of a notebook in it."""
    pytest.importorskip("jupyterlab", reason="jupyterlab is not installed: run make e2e")
    home = tmp_path_factory.mktemp("home")
    course = home / "course"
    her2viz = Path(sys.executable).with_name("her2viz")
    subprocess.run([her2viz, "notebooks", course], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    options = [
        "--no-browser",
        "--LabApp.news_url=None",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        f"--IdentityProvider.token={token}",
    ]
    env = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")} | {"HOME": str(home)}
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], cwd=course, env=env, stdout=log, stderr=log
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status?token={token}")
        yield lambda name: f"http://127.0.0.1:{port}/lab/workspaces/{name}/tree/{name}.ipynb?token={token}"
    finally:
        server.terminate()
        server.wait(timeout=30)
        log.close()


def wait_for(address, seconds=60):
    end = time.monotonic() + seconds
    while True:
        try:
            return urllib.request.urlopen(address, timeout=5).read()
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


@pytest.fixture
def notebook(new_page, lab):
    """A function that opens a lesson and returns it."""

    def open_lesson(name):
        page = new_page(viewport={"width": 1360, "height": 900})
        page.goto(lab(name))
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
        return Notebook(page)

    return open_lesson


class Notebook:
    """An open notebook, used through what a student sees."""

    def __init__(self, page):
        self.page = page
        self.cells = page.locator(".jp-Notebook .jp-Cell")

    def click_run_all(self):
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    def run_all(self):
        self.click_run_all()
        last = self.page.locator(".jp-CodeCell .jp-InputPrompt").last
        self.page.wait_for_function(
            "prompt => /\\[\\d+\\]/.test(prompt.textContent)", arg=last.element_handle(), timeout=120_000
        )

    def scroll_to(self, shown):
        """Turn the wheel until something is in view; JupyterLab draws a cell only where it is looked at."""
        self.page.locator(".jp-Notebook").hover(position={"x": 30, "y": 300})
        for _ in range(30):
            top = shown.bounding_box()["y"]
            if 60 < top < 400:
                break
            self.page.mouse.wheel(0, top - 200)
            self.page.wait_for_timeout(200)

    def exercises(self):
        return re.findall(r'hv\.check\("([\w-]+)", answer\)', "\n".join(self.cells.all_text_contents()))

    def exercise(self, name):
        return self.cells.filter(has_text=f'hv.check("{name}", answer)')

    def said(self, name):
        output = self.exercise(name).locator(".jp-OutputArea-output")
        output.scroll_into_view_if_needed()
        return " ".join(output.text_content().split())

    def answer(self, name, written):
        cell = self.exercise(name)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(f'answer = {written}\nhv.check("{name}", answer)')
        before = cell.locator(".jp-InputPrompt").text_content()
        self.page.keyboard.press("ControlOrMeta+Enter")
        self.page.wait_for_function(
            "([prompt, before]) => /\\[\\d+\\]/.test(prompt.textContent) && prompt.textContent !== before",
            arg=[cell.locator(".jp-InputPrompt").element_handle(), before],
        )
        return self.said(name)

    def errors(self):
        return self.page.locator(
            ".jp-OutputArea-output[data-mime-type*=stderr], .jp-OutputArea-output[data-mime-type*=error]"
        )

    def shot(self, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")


def test_lesson_00_and_its_explorer(notebook):
    lesson = notebook("00_start_here")
    lesson.shot("00-opened")
    lesson.run_all()
    assert lesson.errors().count() == 0

    explorer = lesson.page.locator(".her2viz-explorer")
    lesson.scroll_to(explorer)
    said = lesson.page.locator(".her2viz-in-short[role=status]")
    lesson.shot("00-explorer")
    assert said.inner_text().startswith("Choose")
    assert not re.search(r"\d", said.inner_text().replace("HER2", "")), "no number before a choice"
    lesson.page.get_by_label("Site", exact=True).select_option(label="Liver")
    lesson.page.locator(".her2viz-report img").first.wait_for(timeout=20_000)
    assert "about 20 in 100" in said.inner_text()
    assert "100 women with advanced breast cancer" in explorer.text_content()
    assert "liver about 20" in lesson.page.locator(".her2viz-report img").first.get_attribute("alt")
    lesson.page.wait_for_timeout(500)
    lesson.shot("00-liver")

    whom = lesson.page.get_by_label("Of whom", exact=True)
    whom.focus()
    lesson.page.keyboard.press("ArrowDown")  # by keyboard alone
    lesson.page.wait_for_function("list => list.selectedIndex === 1", arg=whom.element_handle())
    lesson.page.get_by_role("heading", name=re.compile("^Of whom: ")).wait_for(timeout=20_000)
    assert "No document gives a site figure for this group." in explorer.text_content()
    lesson.page.wait_for_timeout(500)
    lesson.shot("00-whom")

    first = lesson.exercises()[0]
    assert lesson.said(first).startswith("No answer yet.")
    assert lesson.answer(first, "-1").startswith("Not yet.")


def test_lesson_01(notebook):
    lesson = notebook("01_where_it_spreads")
    lesson.run_all()
    assert lesson.errors().count() == 0
    pictures = lesson.page.locator(".jp-OutputArea-output img")
    assert pictures.count() >= 4
    assert all(len(pictures.nth(n).get_attribute("alt")) > 40 for n in range(pictures.count()))
    lesson.scroll_to(pictures.first)
    lesson.shot("01-figure")

    sum_of_four = "where-it-spreads-3"
    assert lesson.said(sum_of_four).startswith("No answer yet.")
    assert "the whole, not the sum" in lesson.answer(sum_of_four, "100")
    lesson.shot("01-wrong")
    assert lesson.answer(sum_of_four, "130").startswith("Right.")
    lesson.shot("01-right")
    refused = lesson.answer(sum_of_four, "[130, 100]")
    assert "where-it-spreads-3" in refused
    assert not re.search(r"Traceback|line \d+", refused)
    lesson.shot("01-refused")


def test_the_lesson_without_code(notebook):
    """Run All, then clicks and keys alone: no code to see, a hint, a praise, the talk, and the numbers as a table."""
    lesson = notebook("11_without_code")
    page, steps = lesson.page, lesson.page.locator(".her2viz-step")
    page.set_viewport_size({"width": 1280, "height": 900})
    lesson.shot("11-opened")
    lesson.click_run_all()
    steps.nth(8).wait_for(state="attached", timeout=120_000)  # code that is hidden has no number to wait for
    assert steps.count() == 9
    assert lesson.errors().count() == 0
    page.wait_for_timeout(1000)
    lesson.shot("11-all-run")
    page.get_by_role("link", name="Where to begin", exact=True).click()
    page.wait_for_timeout(1000)
    lesson.shot("11-begin")

    shown = page.locator(".jp-Notebook :is(.cm-editor, .jp-InputPlaceholder)")
    assert [shown.nth(n).is_visible() for n in range(shown.count())].count(True) == 0, "no code to see"
    pictures = page.locator(".her2viz-step figure img")
    assert pictures.count() == 5
    for n in range(5):
        assert len(pictures.nth(n).get_attribute("alt")) > 40
        assert re.search("any one person", pictures.nth(n).locator("..").locator("figcaption").text_content())

    asked = page.get_by_role("group", name="Question: Do the four add up to everyone?")
    said = asked.locator(".her2viz-feedback[role=status]")
    lesson.scroll_to(asked)
    asked.get_by_role("button", name="Yes", exact=True).click()
    page.wait_for_function("said => said.textContent.includes('Not yet.')", arg=said.element_handle())
    assert "Could one woman be counted at bone and at lung?" in said.inner_text()
    lesson.shot("11-hint")
    page.keyboard.press("Tab")  # by keyboard alone: to the next choice
    assert page.evaluate("document.activeElement.textContent") == "No"
    page.keyboard.press("Enter")
    page.wait_for_function("said => said.textContent.includes('Right.')", arg=said.element_handle())
    assert asked.locator(".her2viz-chosen").all_inner_texts() == ["No"]
    before = lesson.cells.count()
    page.keyboard.press("b")  # elsewhere in a notebook this adds a cell
    page.wait_for_timeout(500)
    assert lesson.cells.count() == before
    lesson.shot("11-right")

    step = steps.nth(2)
    for name, opened in (("The numbers as a table", "women with advanced"), ("Talk about it", "Add the four up.")):
        part = step.locator("details", has_text=name)
        part.locator("summary").focus()
        page.keyboard.press("Enter")
        assert opened in part.inner_text()
    lesson.scroll_to(step.locator("details", has_text="Talk about it"))
    lesson.shot("11-talk")
    assert page.locator(".jp-Notebook.jp-mod-editMode").count() == 0, "Enter opened no cell"
