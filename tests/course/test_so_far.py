"""Progress: kept beside a student's notebooks, nowhere else, whole, and the same however often answers are run."""

import json
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import IPython
import lxml.html
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

import her2viz as hv
import run_notebooks
from her2viz.course import kept
from her2viz.course.exercises import EXERCISES

RIGHT = ("where-it-spreads-3", 130)
WRONG = ("where-it-spreads-3", 100)


@pytest.fixture
def course(monkeypatch, tmp_path):
    """A notebook's kernel in a folder with a copy of a lesson."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=object()))
    (tmp_path / "01_where_it_spreads.ipynb").write_text("{}")
    return tmp_path


def listing(folder):
    return sorted(path.name for path in folder.iterdir())


def row(folder, lesson):
    return hv.progress(folder).data.set_index("lesson").loc[lesson].to_dict()


def test_answers_count_as_open_tried_and_right(course):
    before = row(course, "Where it spreads")
    hv.check("where-it-spreads-3", ...)
    assert listing(course) == ["01_where_it_spreads.ipynb"]
    hv.check(*WRONG)
    assert row(course, "Where it spreads") == {"right": 0, "tried": 1, "open": before["open"] - 1}
    hv.check(*RIGHT)
    hv.check(*WRONG)
    assert row(course, "Where it spreads") == {"right": 1, "tried": 0, "open": before["open"] - 1}
    assert f"1 of {len(EXERCISES)} exercises right" in repr(hv.progress())


def test_the_same_answers_give_the_same_bytes(course):
    for answer in (WRONG, RIGHT):
        hv.check(*answer)
    first = (course / kept.PROGRESS_FILE).read_bytes()
    for answer in (WRONG, RIGHT):
        hv.check(*answer)
    assert (course / kept.PROGRESS_FILE).read_bytes() == first
    assert listing(course) == ["01_where_it_spreads.ipynb", kept.PROGRESS_FILE]


def test_scripts_other_folders_and_the_shipped_lessons_keep_nothing(course, tmp_path_factory, monkeypatch, root):
    other = tmp_path_factory.mktemp("other")
    for folder in (other, root / "notebooks", root / "notebooks" / "solutions"):
        monkeypatch.chdir(folder)
        assert kept.lesson_folder() is None
    monkeypatch.chdir(course)
    assert kept.lesson_folder() == course
    monkeypatch.setattr(IPython, "get_ipython", lambda: None)
    hv.check(*RIGHT)
    assert listing(course) == ["01_where_it_spreads.ipynb"]


@pytest.mark.parametrize(
    "content", [b'{"her2viz progress": {"over', b"[1]", b"\xff\xfe", b'{"her2viz progress": {"overlap-1": 3}}', b""]
)
def test_a_broken_or_foreign_file_is_said_once_and_stays(course, content):
    path = course / kept.PROGRESS_FILE
    path.write_bytes(content)
    assert hv.check(*RIGHT)
    assert path.read_bytes() == content
    with pytest.raises(hv.DataError, match=r"her2viz-progress.json can't be read .* rename it"):
        hv.progress()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are of POSIX systems")
def test_a_pipe_or_a_huge_file_of_that_name_holds_nothing_up(course):
    path = course / kept.PROGRESS_FILE
    path.write_bytes(b'{"her2viz progress": {}}'.ljust(2_000_000))
    with pytest.raises(hv.DataError, match="far larger than ours"):
        hv.progress()
    path.unlink()
    os.mkfifo(path)
    waiting = threading.Thread(target=hv.check, args=RIGHT, daemon=True)
    waiting.start()
    waiting.join(5)
    assert not waiting.is_alive()


def test_exercises_of_another_edition_stay_in_the_file(course):
    path = course / kept.PROGRESS_FILE
    path.write_text(json.dumps({"her2viz progress": {"gone-1": "right"}}))
    hv.check(*RIGHT)
    assert json.loads(path.read_text())["her2viz progress"] == {"gone-1": "right", RIGHT[0]: "right"}
    assert hv.progress().data["right"].sum() == 1


def test_notebooks_that_write_at_once_lose_nothing(course):
    names = [known.name for known in EXERCISES[:24]]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: kept.keep(name, True), names))
    assert hv.progress().data["right"].sum() == len(names)
    assert listing(course) == ["01_where_it_spreads.ipynb", kept.PROGRESS_FILE]


def test_a_lock_of_a_notebook_that_was_killed_holds_up_no_other(course, monkeypatch):
    monkeypatch.setattr(kept, "_PATIENCE", 0.05)
    (course / f".{kept.PROGRESS_FILE}.lock").touch()
    hv.check(*RIGHT)
    assert hv.progress().data["right"].sum() == 1


def test_a_folder_that_is_read_only_still_gets_its_answers_checked(course, monkeypatch):
    def refuse(*_):
        raise hv.UsageError("no")

    monkeypatch.setattr(kept, "write", refuse)
    assert hv.check(*RIGHT)


def test_the_table_has_headings_and_takes_the_pages_colours(course):
    hv.check(*RIGHT)
    page = lxml.html.fromstring(hv.progress()._repr_html_())
    assert len(page.xpath("//tbody/tr/th[@scope='row']")) == len(hv.progress().data)
    assert "sent to nobody" in page.findtext(".//caption")
    assert page.get("style").endswith("color:inherit;background:transparent")


def test_a_real_kernel_keeps_answers(tmp_path, root):
    shutil.copy(root / "notebooks" / "01_where_it_spreads.ipynb", tmp_path)
    code = f"import her2viz as hv\nhv.check{RIGHT}"
    run_notebooks.execute(new_notebook(cells=[new_code_cell(code)]), tmp_path)
    assert row(tmp_path, "Where it spreads")["right"] == 1
    assert nbformat.read(tmp_path / "01_where_it_spreads.ipynb", 4)
