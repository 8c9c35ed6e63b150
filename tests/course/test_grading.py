"""Grading what was handed in: marked anew where an answer is written out, said so where it is not, nothing run."""

import csv
import io
import json
from pathlib import Path

import pytest

import her2viz as hv
from her2viz.course import grading, handed_in, rerun

SUM, YES_NO = "where-it-spreads-3", "where-it-spreads-4"  # 130; no
MARKED, STORED = ("right", "1", "marked"), ("right", "1", "stored output")


def cell(source, text=""):
    outputs = [{"output_type": "execute_result", "data": {"text/plain": [text]}}] if text else []
    return {"cell_type": "code", "source": source.splitlines(keepends=True), "outputs": outputs}


def notebook(path, *cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"cells": list(cells), "nbformat": 4, "nbformat_minor": 5, "metadata": {}}))
    return path


def result(folder, source, text="", exercise=SUM):
    notebook(folder / "ada" / "01.ipynb", cell(source, text))
    rows, _ = grading.grade(folder)
    return next((row.result, row.points, row.how) for row in rows if row.exercise == exercise)


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (f'hv.check("{SUM}", 130)', "", MARKED),
        (f'answer = 130\nhv.check("{SUM}", answer)', "Not yet.", MARKED),
        (f'# why\nanswer = "about 130"\nhv.check("{SUM}", answer)', "", MARKED),
        (f'answer = 100\nanswer = 130\nhv.check("{SUM}", answer)', "", MARKED),
        (f'%matplotlib inline\nanswer = 130\nhv.check("{SUM}", answer)', "", MARKED),
        (f'answer = 100\nhv.check("{SUM}", answer)', "Right. I typed this.", ("not yet", "0", "marked")),
        (f'answer = ...\nhv.check("{SUM}", answer)', "Right. I typed this.", ("open", "0", "marked")),
        (f'answer = ["x"]\nhv.check("{SUM}", answer)', "", ("not yet", "0", "marked")),
        (f'answer = 1{"0" * 400}\nhv.check("{SUM}", answer)', "", ("not yet", "0", "marked")),
        (f'answer = 65 * 2\nhv.check("{SUM}", answer)', "Right. So.", STORED),
        (f'answer = 65 * 2\nhv.check("{SUM}", answer)', "Not yet. So.", ("not yet", "0", "stored output")),
        (f'answer = 65 * 2\nhv.check("{SUM}", answer)', "", ("unknown", "", "")),
        (f'answer = 130\nanswer += 1\nhv.check("{SUM}", answer)', "", ("unknown", "", "")),
        (f'answer = 130\nif me:\n    answer = 1\nhv.check("{SUM}", answer)', "Right. So.", STORED),
        (f'answer = [1]\nanswer.append(2)\nhv.check("{SUM}", answer)', "Right. So.", STORED),
        (f'hv.check("{SUM}", earlier)', "Right. So.", STORED),
        (f'hv.check("{SUM}", earlier)\n1', "Right. So.", ("unknown", "", "")),
        (f'if True:\n    hv.check("{SUM}", 130)', "Right. So.", ("unknown", "", "")),
        (f'answer = 12 women\nhv.check("{SUM}", answer)', "", ("unknown", "", "")),
    ],
)
def test_how_each_answer_is_taken(tmp_path, source, text, expected):
    assert result(tmp_path, source, text) == expected


def test_nothing_that_was_handed_in_is_run(tmp_path):
    mark = tmp_path / "was-run"
    result(tmp_path, f'open({str(mark)!r}, "w")\nhv.check("{SUM}", open({str(mark)!r}, "w"))')
    assert not mark.exists()


def test_broken_foreign_and_huge_ones_are_a_line_each_and_the_rest_is_graded(tmp_path, monkeypatch):
    notebook(tmp_path / "ada" / "01.ipynb", cell(f'hv.check("{SUM}", 130)'))
    odd = {
        "cut": b'{"cells": [', "list": b"[1, 2]", "bytes": b"\xff\xfe\x00", "old": b'{"worksheets": []}', "empty": b"",
        "deep": b"[" * 100_000, "cells": b'{"cells": [1]}', "other": b'{"cells": [{"cell_type": "code"}]}',
    }  # fmt: skip
    for name, content in odd.items():
        (tmp_path / "bo").mkdir(exist_ok=True)
        (tmp_path / "bo" / f"{name}.ipynb").write_bytes(content)
    monkeypatch.setattr(handed_in, "_LARGEST", 200_000)
    (tmp_path / "bo" / "huge.ipynb").write_bytes(b" " * 200_001)
    (tmp_path / "bo" / ".ipynb_checkpoints").mkdir()
    (tmp_path / "bo" / ".ipynb_checkpoints" / "cut.ipynb").write_bytes(b"{")
    rows, lines = grading.grade(tmp_path)
    assert sorted(line.split(":")[0] for line in lines) == sorted(f"bo/{name}.ipynb" for name in [*odd, "huge"])
    assert all("\n" not in line for line in lines)
    assert [line for line in lines if "huge" in line and "more than" in line]
    assert [(row.student, row.result) for row in rows if row.exercise == SUM] == [
        ("ada", "right"), ("bo", "not handed in"),
    ]  # fmt: skip


def test_thousands_of_answers_hold_nobody_up(tmp_path):
    notebook(tmp_path / "ada" / "01.ipynb", cell(f'hv.check("{SUM}", 130)'))
    notebook(tmp_path / "bo" / "01.ipynb", *[cell(f'hv.check("{SUM}", 130)\n' * 1_000)] * 20)
    rows, lines = grading.grade(tmp_path)
    assert lines == ["bo/01.ipynb: left out: it checks answers more than 500 times"]
    assert {row.student for row in rows} == {"ada", "bo"}


def test_a_student_of_whom_no_notebook_is_found_is_said(tmp_path):
    notebook(tmp_path / "ada" / "01.ipynb", cell(f'hv.check("{SUM}", 130)'))
    (tmp_path / "bo").mkdir()
    (tmp_path / "bo" / "answers.docx").touch()
    (tmp_path / ".git").mkdir()
    _, lines = grading.grade(tmp_path)
    assert lines == ["bo: left out: the folder can't be read, or no notebook is in it"]
    assert grading.grade(tmp_path / "ada")[1] == []


@pytest.mark.parametrize(
    ("file", "student"),
    [
        ("ada/01_where_it_spreads.ipynb", "ada"),
        ("group a/ada/homework (2).ipynb", "group a/ada"),
        ("Ada Lee - 01_where_it_spreads.ipynb", "Ada Lee"),
        ("01_where_it_spreads_ada.ipynb", "ada"),
        ("01_where_it_spreads.ipynb", "class"),
    ],
)
def test_whose_a_notebook_is(tmp_path, file, student):
    notebook(tmp_path / "class" / file, cell(f'hv.check("{SUM}", 130)'))
    assert {row.student for row in grading.grade(tmp_path / "class")[0]} == {student}


def test_of_two_answers_the_better_counts_and_that_is_said(tmp_path):
    notebook(tmp_path / "ada" / "1.ipynb", cell(f'hv.check("{SUM}", 130)'))
    notebook(tmp_path / "ada" / "2.ipynb", cell(f'hv.check("{SUM}", 100)'))
    rows, lines = grading.grade(tmp_path)
    assert [row.notebook for row in rows if row.exercise == SUM] == ["ada/1.ipynb"]
    assert lines == ["ada: answers of one exercise are in two notebooks; the best counts"]


def test_no_cell_runs_as_a_formula_or_breaks_a_terminal(tmp_path):
    answers = ['"=1+1"', '"@x"', "-5", '" =1"', '"+a\\nb"', '"\\x1b[2J"', '"\\ud800"']
    for n, answer in enumerate(answers):
        notebook(tmp_path / f"={n}" / "01.ipynb", cell(f'hv.check("{SUM}", {answer})'))
    notebook(tmp_path / "x" / "01.ipynb", cell(f'hv.check("{SUM}", 2 + 2)', "=cmd()\x1b[2J\r\t=1"))
    rows, _ = grading.grade(tmp_path)
    for text in (grading.by_exercise(rows), grading.by_student(rows)):
        cells = [value for row in csv.reader(io.StringIO(text)) for value in row]
        assert len(cells) > 20
        assert not [value for value in cells if value.lstrip().startswith(("=", "+", "-", "@"))]
        assert not [letter for value in cells for letter in value if not (letter.isprintable() or letter == "\n")]
        assert text.encode()


def test_a_gradebooks_table_has_a_row_a_student_and_says_what_points_rest_on(tmp_path):
    notebook(
        tmp_path / "ada" / "1.ipynb", cell(f'hv.check("{SUM}", 130)'), cell(f'hv.check("{YES_NO}", x)', "Right. So.")
    )
    notebook(tmp_path / "bo" / "1.ipynb", cell(f'hv.check("{SUM}", 1)'))
    rows, _ = grading.grade(tmp_path)
    first, second = csv.DictReader(io.StringIO(grading.by_student(rows)))
    count = sum(known.exercise.startswith("where-it-spreads") for known in rows) // 2
    assert first == {
        "student": "ada", "Where it spreads": "2", "points": "2", "of": str(count), "from_stored_output": "1",
        "unknown": "0",
    }  # fmt: skip
    assert (second["points"], second["from_stored_output"]) == ("0", "0")
    assert grading.summary(rows)[0] == f"ada: 2 of {count} right (1 as stored, not marked anew)"


def test_our_own_solutions_are_all_right_and_student_copies_all_open(root):
    # the first exercise of all stands there answered wrongly, to show a hint
    expected = {root / "notebooks" / "solutions": {"right"}, root / "notebooks": {"open", "not yet"}}
    for folder, results in expected.items():
        rows, lines = grading.grade(folder)
        theirs = [row for row in rows if "/" not in row.notebook]
        assert {row.result for row in theirs if row.notebook} == results
        assert len(theirs) >= 60
        assert not [line for line in lines if "left out" in line]


def test_a_run_marks_anew_and_claims_nothing_of_what_failed(tmp_path):
    code = f'import her2viz as hv\nhv.check("{SUM}", 65 * 2)'
    refused = cell(f'hv.check("{YES_NO}", [1 + 1])', "Right. I typed this.")
    notebook(tmp_path / "ada" / "1.ipynb", cell(code, "Not yet. Stored."), refused)
    fails = cell("raise ValueError('so\\nand so')"), cell(f'hv.check("{YES_NO}", "no")')
    notebook(tmp_path / "bo" / "1.ipynb", cell(code, "Right. I typed this."), *fails)
    rows, lines = grading.grade(tmp_path, run=True)
    seen = {(row.student, row.exercise): (row.result, row.points, row.how) for row in rows}
    assert seen["ada", SUM] == ("right", "1", "run")
    assert seen["ada", YES_NO] == ("unknown", "", "run")
    assert seen["bo", SUM] == ("unknown", "", "run failed")
    assert seen["bo", YES_NO] == MARKED
    why = "a cell ended with ValueError: so and so"
    assert lines == [f"bo/1.ipynb: run failed: {why}; only answers written out are marked"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["1.ipynb", "1.ipynb", "ada", "bo"]


def test_a_run_ends(tmp_path):
    with pytest.raises(hv.DataError, match="did not end within 3 seconds"):
        rerun.run_cells([cell("while True:\n    pass") | {"source": "while True:\n    pass"}], 3)


@pytest.mark.parametrize("place", ["no-such-folder", "file.ipynb", "."])
def test_what_is_no_folder_of_notebooks_is_said(tmp_path, place):
    (tmp_path / "file.ipynb").write_text("x") if place == "file.ipynb" else None
    with pytest.raises(hv.UsageError, match=r"none|no notebook"):
        grading.grade(Path(tmp_path / place))
