"""The pages for those who teach are made from the lessons as they are, and their minutes add up."""

import re

import pytest

import write_teaching
from her2viz.course.exercises import EXERCISES
from her2viz.course.texts import lesson_files


@pytest.fixture(scope="module")
def pages():
    return write_teaching.pages()


def test_pages_are_up_to_date(pages, root):
    folder = root / "docs" / "teaching"
    stored = {name: (folder / name).read_text(encoding="utf-8") for name in pages if (folder / name).exists()}
    assert stored == pages, "run make teaching"


def test_every_lesson_and_every_exercise_with_mistakes_is_there(pages):
    assert set(pages) == {"index.md", *(f"{path.stem}.md" for path in lesson_files())}
    text = "".join(pages.values())
    named = {known.name for known in EXERCISES if f"(`{known.name}`)" in text}
    assert named >= {known.name for known in EXERCISES if known.mistakes}


def test_minutes_add_up_and_the_paths_fit(pages):
    for name, text in pages.items():
        if name == "index.md":
            continue
        *minutes, whole = map(int, re.findall(r"^\| .* \| (\d+) \|$", text, flags=re.MULTILINE))
        assert sum(minutes) == whole, name
        for length in (45, 90):
            steps = text.partition(f"## A class of {length} minutes")[2].partition("\n## ")[0]
            parts = [int(n) for n in re.findall(r": (\d+) minutes\.", steps)]
            assert sum(parts) == length, name
            assert min(parts) >= 1, name


def test_a_lesson_says_how_long_it_takes():
    """What a lesson says to its student is what its page says to the teacher, to within a few minutes."""
    minutes = {"thirty minutes": 30, "forty minutes": 40, "fifty minutes": 50, "an hour": 60}
    for path in lesson_files():
        said = re.search(r"Allow about ([\w -]+?)( with the exercises)?\.", path.read_text(encoding="utf-8"))
        takes = sum(section.minutes for section in write_teaching.sections(path))
        assert abs(minutes[said[1]] - takes) <= 7, (path.stem, takes)


def test_a_right_answer_is_not_among_the_mistakes(pages):
    assert "Right." not in "".join(pages.values())
    assert "- Not yet" not in "".join(pages.values())


def test_a_mistake_of_a_kind_that_is_no_number_or_name_shows_its_hint_alone():
    mistake = write_teaching.Mistake(lambda ax: 1 / 0, "It ends at 90.")
    assert write_teaching._wrong("a chart", mistake) == ""
    assert write_teaching._wrong("yes or no", write_teaching.Mistake(True, "")) == "Yes: "
