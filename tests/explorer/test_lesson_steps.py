"""The lesson without code: its steps clicked by hand, its words against the deck's, and what its notebook shows."""

import re
import sys

import ipywidgets
import lxml.html
import nbformat
import pytest

import her2viz as hv
import run_notebooks
from her2viz.course.lessons import WITHOUT_CODE
from her2viz.explorer import lesson_steps as steps
from her2viz.output import lesson_script
from her2viz.output.lesson_numbers import lesson_numbers

NAMES = tuple(steps._STEPS)
FIGURES = ("percent-of-whom", "site-icons", "overlap-bounds", "two-denominators", "published-sites")
STEPS = {name: hv.lesson_step(name) for name in NAMES}
ASKED = [(name, n) for name, step in STEPS.items() for n in range(len(step.questions))]
#: The right choice of each question, written down by hand.
RIGHT = {
    ("percent-of-whom", 0): "Another group.",
    ("percent-of-whom", 1): "Can't be said",
    ("site-icons", 0): "No",
    ("overlap-bounds", 0): "No",
    ("two-denominators", 0): "People with breast cancer metastatic at first diagnosis.",
    ("published-sites", 0): "Each counted its own people, at its own moment.",
    ("task", 0): "One unsigned web page gives rough figures for women with advanced breast cancer, no type named",
}


def flat(text):
    return re.sub(r"\s+", " ", text)


def words(html):
    tree = lxml.html.fromstring(f"<div>{html}</div>")
    for style in tree.xpath("//style"):
        style.drop_tree()
    return flat(" ".join(tree.itertext())).strip()


def asked(name, n):
    """The buttons of a question, and the place of what is said."""
    boxes = [child for child in hv.lesson_step(name).widget.children if "her2viz-question" in child._dom_classes]
    _, *buttons, said = boxes[n].children
    assert all(isinstance(button, ipywidgets.Button) for button in buttons)
    return buttons, said


def read(folder):
    return nbformat.read(folder / f"{WITHOUT_CODE.name}.ipynb", as_version=4)


# the line of the deck


def test_the_steps_are_those_of_the_short_deck():
    deck = [step.key for step in lesson_script.script(20) if step.key != "notice"]
    assert list(NAMES) == deck
    called = re.findall(
        r'^hv\.lesson_step\("([\w-]+)"\)$', "\n".join(c.source for c in read(run_notebooks.SOLUTIONS).cells), re.M
    )
    assert called == deck


@pytest.mark.parametrize("name", NAMES)
def test_a_step_says_what_the_deck_says(name):
    step = next(step for step in lesson_script.script(20) if step.key == name)
    numbers = lesson_numbers()
    for text in (flat(repr(STEPS[name])), words(STEPS[name]._repr_html_())):
        assert step.ask.format_map(numbers) in text
        assert step.answer.format_map(numbers) in text
        if name == "home":  # its three things stand as a list
            assert all(thing in text for thing in (*lesson_script.TAKE_HOME, lesson_script.WORRY))
        else:
            assert step.say.format_map(numbers) in text
        assert not re.search(r"\{|\bslide\b(?! of)", text.replace("The friend's slide", ""))


@pytest.mark.parametrize("name", FIGURES)
def test_caveat_group_and_source_stand_at_every_figure(name):
    fig = hv.figure(name)
    for html in (STEPS[name]._repr_html_(), STEPS[name].widget.children[0].value):
        (drawn,) = lxml.html.fromstring(f"<div>{html}</div>").iter("figure")
        assert fig.caveat in words(lxml.html.tostring(drawn, encoding="unicode"))
        assert drawn.find("img").get("alt") == fig.alt
        assert fig.description in words(html)
        assert "<table>" in html
    assert fig.caveat in flat(repr(STEPS[name]))


def test_the_table_of_the_task_has_its_caveat():
    text = flat(repr(STEPS["task"]))
    assert "This is not medical advice and not a count of people." in text
    assert "No figure tells what will happen to one person." in text
    assert text.index("Of 100 women with advanced breast cancer") < text.index("about 70")


# questions


def test_every_question_has_its_right_choice():
    assert set(ASKED) == set(RIGHT)


@pytest.mark.parametrize(("name", "n"), ASKED)
def test_a_right_choice_is_praised_and_each_wrong_one_gets_a_hint_of_its_own(name, n):
    buttons, said = asked(name, n)
    assert words(said.value) == ""
    heard = {}
    for button in buttons:
        button.click()
        assert [b.description for b in buttons if "her2viz-chosen" in b._dom_classes] == [button.description]
        quoted, _, heard[button.description] = words(said.value).partition(": ")
        assert quoted == f"\u201c{button.description}\u201d"
    assert len(heard) >= 3
    assert [choice for choice, text in heard.items() if text.startswith("Right. ")] == [RIGHT[name, n]]
    wrong = [text for text in heard.values() if not text.startswith("Right. ")]
    assert all(re.match(r"Not yet\. \S", text) for text in wrong)
    assert len(set(wrong)) == len(wrong)
    step = STEPS[name]
    assert heard == {choice: flat(step.answer(choice, n).text) for choice in step.choices(n)}
    general = steps.questions(name)[n].exercise.hint
    assert not any(general in text for text in wrong), "a hint for any mistake fits none"
    assert not any(re.search(r"\bhv\.|\(\)|column|filter", text, re.I) for text in heard.values()), "no word of code"


def test_one_answer_to_all_is_not_right():
    assert sorted(RIGHT.values()).count("No") < len(RIGHT) / 2


def test_what_the_true_headline_says_stands_in_the_tables():
    guide = hv.load_sources().set_index("source_id").loc["guide"]
    rows = hv.load_sites().dropna(subset="frequency_pct")
    assert rows["source_id"].unique().tolist() == ["guide"]
    assert not guide["dated"]
    assert "No title, publisher, author, date or study is given." in flat(repr(STEPS["sources"]))
    assert rows["population"].unique().tolist() == ["women with advanced breast cancer"]
    assert not rows["population"].str.contains("HER2").any()


def test_the_bare_number_is_of_the_group_that_is_right():
    rows = hv.load_published_figures().query("study_id == 'gong_2018' and percent == 65.1")
    assert rows["population"].str.capitalize().tolist() == [RIGHT["two-denominators", 0].rstrip(".")]


# the widget and its stand-ins


def test_what_a_screen_reader_and_the_keyboard_need():
    box = hv.lesson_step("site-icons").widget
    assert "data-lm-suppress-shortcuts" in box.children[0].value
    (question,) = (child for child in box.children if "her2viz-question" in child._dom_classes)
    prompt, *_, said = question.children
    assert "setAttribute('role', 'group')" in prompt.value
    assert "setAttribute('role', 'status')" in said.value
    for folded in lxml.html.fromstring(f"<div>{box.children[-1].value}</div>").iter("details"):
        assert folded[0].tag == "summary"


def test_a_notebook_gets_the_widget_and_others_the_words():
    bundle = hv.lesson_step("home")._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", steps.WIDGET}
    assert bundle["text/plain"] == repr(STEPS["home"])


def test_an_unknown_step():
    with pytest.raises(
        hv.UsageError, match=r"name must be one of front, .*; got 'site-bars'\. Did you mean 'site-icons'"
    ):
        hv.lesson_step("site-bars")
    with pytest.raises(hv.UsageError, match="name must be one of front"):
        hv.lesson_step(["front"])


def test_without_ipywidgets(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(hv.UsageError, match=r'needs ipywidgets. Install it with: pip install "her2viz\[notebooks\]"'):
        hv.lesson_step("front")


# the notebook


@pytest.mark.parametrize("folder", [run_notebooks.SOLUTIONS, run_notebooks.SOLUTIONS.parent], ids=["solved", "copy"])
def test_no_code_can_be_seen(folder):
    cells = [cell for cell in read(folder).cells if cell.cell_type == "code"]
    assert len(cells) == len(NAMES)
    for cell in cells:
        assert cell.metadata["jupyter"] == {"source_hidden": True}
        assert cell.metadata["hide_input"] is True
        first, *calls = cell.source.splitlines()
        assert first == "# This part appears once you have clicked Run, then Run All Cells."
        assert [line for line in calls if line] in (calls[-1:], ["import her2viz as hv", calls[-1]])


def test_prose_and_registry_agree():
    notebook = read(run_notebooks.SOLUTIONS)
    assert notebook.cells[0].source.startswith(
        f"# {WITHOUT_CODE.title}\n\n## The question\n\n{WITHOUT_CODE.question}\n"
    )
    assert all(f"**{name}**" in notebook.cells[0].source for name in ("Run", "Run All Cells"))


def test_the_student_copy_follows_from_the_solved_lesson():
    copied = nbformat.writes(run_notebooks.student_copy(read(run_notebooks.SOLUTIONS))) + "\n"
    stored = run_notebooks.SOLUTIONS.parent / f"{WITHOUT_CODE.name}.ipynb"
    assert stored.read_text(encoding="utf-8") == copied
