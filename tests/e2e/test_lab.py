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
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", f"--IdentityProvider.token={token}"]
    env = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")} | {"HOME": str(home)}
    log = (home / "log").open("wb")
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], cwd=course, env=env, stdout=log, stderr=log
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status?token={token}")
        yield lambda name: f"http://127.0.0.1:{port}/lab/tree/{name}.ipynb?token={token}"
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
        page.get_by_role("button", name="No", exact=True).click()  # thanks, no news
        return Notebook(page)

    return open_lesson


class Notebook:
    """An open notebook, used through what a student sees."""

    def __init__(self, page):
        self.page = page
        self.cells = page.locator(".jp-Notebook .jp-Cell")

    def run_all(self):
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        last = self.page.locator(".jp-CodeCell .jp-InputPrompt").last
        self.page.wait_for_function(
            "prompt => /\\[\\d+\\]/.test(prompt.textContent)", arg=last.element_handle(), timeout=120_000
        )

    def exercise(self, name):
        return self.cells.filter(has_text=f'hv.check("{name}", answer)')

    def said(self, name):
        output = self.exercise(name).locator(".jp-OutputArea-output")
        output.scroll_into_view_if_needed()
        return output.text_content().strip()

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


def test_lesson_01(notebook):
    lesson = notebook("01_where_it_spreads")
    lesson.shot("01-opened")
    lesson.run_all()
    assert lesson.errors().count() == 0
    pictures = lesson.page.locator(".jp-OutputArea-output img")
    assert pictures.count() >= 4
    assert all(len(pictures.nth(n).get_attribute("alt")) > 40 for n in range(pictures.count()))
    pictures.first.scroll_into_view_if_needed()
    lesson.shot("01-figure")

    sum_of_four = "where-it-spreads-3"
    assert lesson.said(sum_of_four).startswith("No answer yet.")
    assert "the whole, not the sum" in lesson.answer(sum_of_four, "100")
    lesson.shot("01-wrong")
    assert lesson.answer(sum_of_four, "130").startswith("Right.")
    lesson.shot("01-right")
    refused = lesson.answer(sum_of_four, '"130"')
    assert "Leave out the quotation marks" in refused
    assert not re.search(r"Traceback|line \d+", refused)
    lesson.shot("01-refused")
