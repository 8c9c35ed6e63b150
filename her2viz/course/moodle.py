"""The exercises as a question bank for Moodle, with the feedback that hv.check gives."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markdown_it import MarkdownIt

from her2viz.course.asked import CANT_SAY, CHOICE, NAMES, NUMBER, WORDS, YES_NO, Exercise
from her2viz.course.exercises import EXERCISES, lesson_title
from her2viz.course.given import read
from her2viz.course.marking import mark
from her2viz.course.texts import ExerciseText, exercise_texts
from her2viz.phrases import number

__all__ = ["FIRST_OF_BANK", "UNSAID", "QuestionBank", "question_bank"]

#: How a question bank of ours starts.
FIRST_OF_BANK = b"<?xml version='1.0' encoding='utf-8'?>\n<!-- Questions of the her2viz course -->\n"
#: Forms of "can't be said" that are right where it is: Moodle compares letters.
UNSAID = (CANT_SAY, "can\u2019t be said", "cannot be said", "it can't be said", "can't say", "unknown", "not said")
_ALL_TRUE = "Numbers here are about groups. They cannot tell what will happen to any one person. Not medical advice."
_LETTERED = re.compile(r"^- [a-z]: .*\n?", re.MULTILINE)
#: A pattern that is nothing but words to choose from, as in red|green.
_ALTERNATIVES = re.compile(r"[\w' -]+(\|[\w' -]+)*")


class QuestionBank(NamedTuple):
    """A question bank: its bytes, how many questions are in it, and a line for each that a teacher has to look at."""

    xml: bytes
    size: int
    lines: tuple[str, ...]


class _Answer(NamedTuple):
    """An answer to a question: its text, what it is worth in 100, what is said of it, and how far off it may be."""

    text: str
    worth: str
    feedback: str
    tolerance: float = 0.0


class _Question(NamedTuple):
    """A question in a form that Moodle has, and what a teacher has to know of it."""

    form: str
    answers: list[_Answer]
    line: str = ""
    several: bool = False


def question_bank() -> QuestionBank:
    """Make a question bank of the exercises, in Moodle's XML; the same bytes each time.

    Returns
    -------
    QuestionBank
        Exercises on code, charts and long lists are essays; one whose words stand in no lesson is left out. Its
        lines say which.

    Examples
    --------
    >>> question_bank().size > 60
    True
    """
    texts = exercise_texts()
    quiz = Element("quiz")
    lines, lesson, count = [], "", 0
    for exercise in EXERCISES:
        if exercise.name not in texts:
            lines.append(f"{exercise.name}: left out, since no lesson has it as an exercise with a heading")
            continue
        text = texts[exercise.name]
        if text.lesson != lesson:
            lesson = text.lesson
            _category(quiz, f"{lesson[:2]} {lesson_title(exercise.name)}")
        question = _question(exercise, text.text)
        lines += [f"{exercise.name}: {question.line}"] if question.line else []
        _write(quiz, exercise, text, question)
        count += 1
    indent(quiz, " ")
    return QuestionBank(FIRST_OF_BANK + tostring(quiz, encoding="unicode").encode() + b"\n", count, tuple(lines))


def _question(exercise: Exercise, text: str) -> _Question:
    right = read(exercise, exercise.answer()) if exercise.asks in (NUMBER, YES_NO, NAMES, CHOICE) else None
    if exercise.asks == CHOICE and exercise.choices:
        return _Question("multichoice", [a for choice in exercise.choices() for a in _choice(exercise, choice, choice)])
    if exercise.asks == YES_NO:
        unsaid = [CANT_SAY] if right == CANT_SAY or CANT_SAY in text else []
        return _Question(
            "multichoice", [a for word in ("yes", "no", *unsaid) for a in _choice(exercise, word, word.capitalize())]
        )
    if exercise.asks == NUMBER and (right == CANT_SAY or CANT_SAY in text):
        return _Question("shortanswer", [*_numbers_or_unsaid(exercise, right), _rest(exercise)])
    if exercise.asks == NUMBER and isinstance(right, float):
        return _Question("numerical", [*_numbers(exercise, right), _rest(exercise)])
    if exercise.asks == WORDS:
        return _Question("shortanswer", [*_words(exercise), _rest(exercise)], "marks only these words; look at others")
    if exercise.asks == NAMES and isinstance(right, frozenset):
        return _names(exercise, right)
    return _Question("essay", [], "an essay, to be marked by you")


def _choice(exercise: Exercise, given: object, *shown: str) -> list[_Answer]:
    """Return an answer in each of its forms, with what hv.check says of it."""
    feedback = mark(exercise, given)
    return [_Answer(form, "100" if feedback else "0", feedback.text) for form in shown]


def _rest(exercise: Exercise) -> _Answer:
    return _Answer("*", "0", f"Not yet. {exercise.hint}")


def _mistakes(exercise: Exercise) -> list[tuple[object, str]]:
    """Return the wrong answers that have a hint of their own, as they are compared, and what is said of them."""
    answers = [mistake.answer() if callable(mistake.answer) else mistake.answer for mistake in exercise.mistakes]
    said = [f"Not yet. {mistake.hint}" for mistake in exercise.mistakes]
    return [(read(exercise, answer), feedback) for answer, feedback in zip(answers, said, strict=True)]


def _numbers(exercise: Exercise, right: float) -> list[_Answer]:
    """Return the right number, as exact as asked or more so, and the wrong ones with their hints."""
    asked = round(right, exercise.places)
    answers = [_Answer(_plain_number(asked), "100", mark(exercise, asked).text, abs(asked - right))]
    for wrong, feedback in _mistakes(exercise):
        if isinstance(wrong, float):
            near = 0.0 if wrong.is_integer() else abs(wrong) * 0.01
            answers.append(_Answer(_plain_number(wrong), "0", feedback, near))
    return _unique(answers)


def _numbers_or_unsaid(exercise: Exercise, right: object) -> list[_Answer]:
    """Return what may be typed where a number or "can't be said" is asked."""
    because = mark(exercise, right).text
    answers = [_Answer(form, "100", because) for form in _forms(right, exercise.places)]
    if exercise.span:
        low, high = map(number, exercise.span())
        ranges = (f"{low} to {high}", f"from {low} to {high}", f"between {low} and {high}", f"{low}-{high}")
        answers += [_Answer(form, "100", because) for form in ranges]
    for wrong, feedback in _mistakes(exercise):
        answers += [_Answer(form, "0", feedback) for form in _forms(wrong, 1)]
    return _unique(answers)


def _forms(value: object, places: int) -> list[str]:
    """Return the forms in which a number, or that it can't be said, is likely to be typed."""
    if not isinstance(value, float):
        return [*UNSAID] if value == CANT_SAY else []
    rounded = sorted({round(value, more) for more in range(places, 3)})
    return [form for n in map(_plain_number, rounded) for form in (n, f"about {n}")]


def _unique(answers: list[_Answer]) -> list[_Answer]:
    """Keep the first answer of each text, which is the one that Moodle takes."""
    unique: dict[str, _Answer] = {}
    for answer in answers:
        unique.setdefault(answer.text, answer)
    return [*unique.values()]


def _words(exercise: Exercise) -> list[_Answer]:
    """Return the right words and, of patterns, those that are nothing but words to choose from."""
    right = exercise.answer()
    rights = [*UNSAID] if right == CANT_SAY else [str(right)]
    rights += [words for pattern in exercise.also if _ALTERNATIVES.fullmatch(pattern) for words in pattern.split("|")]
    answers = _choice(exercise, right, *dict.fromkeys(rights))
    for mistake in exercise.mistakes:
        if isinstance(mistake.answer, str) and _ALTERNATIVES.fullmatch(mistake.answer):
            found = [words.strip() for words in mistake.answer.split("|")]
            answers += [_Answer(f"*{words}*", "0", f"Not yet. {mistake.hint}") for words in found]
    return answers


def _names(exercise: Exercise, right: frozenset[str]) -> _Question:
    """Return the right names among wrong ones; one name is typed, and without wrong ones they are an essay."""
    mistakes = [(wrong, feedback) for wrong, feedback in _mistakes(exercise) if isinstance(wrong, frozenset)]
    if len(right) == 1:
        name = next(iter(right))
        alone = [_Answer(next(iter(wrong)), "0", feedback) for wrong, feedback in mistakes if len(wrong) == 1]
        return _Question("shortanswer", [*_choice(exercise, name, name), *alone, _rest(exercise)])
    # another name of a thing that is right would be no wrong choice
    first_words = {_first_word(name) for name in right}
    others = {name for wrong, _ in mistakes for name in wrong - right if _first_word(name) not in first_words}
    if not others or max(len(others), len(right)) > 10:
        return _Question("essay", [], "an essay, to be marked by you")
    worth = {name: 100 / len(right) if name in right else -100 / len(others) for name in sorted(right | others)}
    answers = [_Answer(name, f"{part:.7g}", "") for name, part in worth.items()]
    return _Question("multichoice", answers, several=True)


def _first_word(name: str) -> str:
    return re.split(r"[\s-]", name)[0]


def _plain_number(value: float) -> str:
    return f"{value:.10g}"


def _category(quiz: Element, name: str) -> None:
    question = SubElement(quiz, "question", type="category")
    _text(question, "category", f"$course$/top/her2viz/{name}")
    _text(question, "info", f"<p>{_ALL_TRUE}</p>", "html")


def _write(quiz: Element, exercise: Exercise, text: ExerciseText, asked: _Question) -> None:
    question = SubElement(quiz, "question", type=asked.form)
    _text(question, "name", f"{text.lesson[:2]}.{text.heading}")
    _text(question, "questiontext", _html(exercise, text), "html")
    _text(question, "generalfeedback", "", "html")
    values = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": exercise.name}
    if asked.form == "multichoice":
        values |= {"single": str(not asked.several).lower(), "shuffleanswers": "false", "answernumbering": "abc"}
    if asked.form == "shortanswer":
        values |= {"usecase": "0"}
    if asked.form == "essay":
        values |= {"responseformat": "editor", "responserequired": "1", "responsefieldlines": "10", "attachments": "1"}
    for name, value in values.items():
        SubElement(question, name).text = value
    if asked.form == "essay":
        hints = [exercise.hint, *(mistake.hint for mistake in exercise.mistakes)]
        _text(question, "graderinfo", "".join(f"<p>{_inline(hint)}</p>" for hint in dict.fromkeys(hints)), "html")
    if asked.several:
        rights = [answer.text for answer in asked.answers if not answer.worth.startswith("-")]
        _text(question, "correctfeedback", _inline(mark(exercise, rights).text), "html")
        _text(question, "partiallycorrectfeedback", _inline(exercise.hint), "html")
        _text(question, "incorrectfeedback", _inline(exercise.hint), "html")
    for answer in asked.answers:
        form = "html" if asked.form == "multichoice" else "moodle_auto_format"
        shown = _inline(answer.text) if form == "html" else answer.text
        node = SubElement(question, "answer", fraction=answer.worth, format=form)
        SubElement(node, "text").text = shown
        _text(node, "feedback", _inline(answer.feedback), "html")
        if asked.form == "numerical":
            SubElement(node, "tolerance").text = _plain_number(answer.tolerance)


def _text(parent: Element, name: str, text: str, form: str = "") -> None:
    node = SubElement(parent, name, {"format": form} if form else {})
    SubElement(node, "text").text = text


def _html(exercise: Exercise, text: ExerciseText) -> str:
    """Write what is asked, what it looks at, and where the rest stands."""
    asked = _LETTERED.sub("", text.text) if exercise.asks == CHOICE else text.text
    parts = [MarkdownIt("commonmark", {"html": False}).render(asked).strip()]
    for name, table in text.tables:
        parts += [f"<p>The table <code>{name}</code> of the lesson:</p>"] if name else []
        parts.append(table)
    parts.append(f"<p>From the lesson {_inline(lesson_title(exercise.name))}. Its notebook has all its tables.</p>")
    return "\n".join([*parts, f"<p><small>{_ALL_TRUE}</small></p>"])


def _inline(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": False}).renderInline(text))
