"""The rules of honest figures that a machine can check: each takes a drawn figure and lists what is wrong.

A rule is named by its number. ``RULES`` holds them all; ``ELSEWHERE`` says where the others are tested, or why not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from honesty import marks, words
from honesty.drawn import FREQUENCIES, Drawn, read
from honesty.files import KEEP, LICENCE, file_problems
from honesty.words import BANNED, OF_OURS, grade, notice_problems, numbers

__all__ = [
    "BANNED",
    "ELSEWHERE",
    "KEEP",
    "LICENCE",
    "OF_OURS",
    "RULES",
    "Drawn",
    "binds",
    "file_problems",
    "grade",
    "notice_problems",
    "numbers",
    "problems",
    "read",
]

ELSEWHERE = {
    14: "tests/course/test_notebooks.py, tests/output: a notice before the first number",
    22: "honesty.files, which takes files; its files are broken on purpose in tests/test_honesty.py too",
    23: "tests/output/test_deck.py: slides are read back from the file",
    25: "tests/course/test_notebooks.py: headings in order, a table near each figure",
}
RULES: dict[int, Callable[[Drawn], Iterator[str]]] = {
    int(name.removeprefix("rule_")): rule
    for module in (words, marks)
    for name, rule in vars(module).items()
    if name.startswith("rule_")
}
FREQUENCY_ONLY = {11}
NUMBERS_ONLY = {1, 3, 4, 5, 6, 8}
STUDY_ONLY = {12}


def binds(number: int, kind: str) -> bool:
    """Whether a rule binds figures of a kind."""
    if number in FREQUENCY_ONLY:
        return kind in FREQUENCIES
    if number in STUDY_ONLY:
        return kind == "study"
    return number not in NUMBERS_ONLY or kind in (*FREQUENCIES, "study")


def problems(fig: Drawn) -> dict[int, list[str]]:
    """What a figure does against the rules that bind it, by rule."""
    binding = {n: list(rule(fig)) for n, rule in RULES.items() if binds(n, fig.kind)}
    return {n: found for n, found in binding.items() if found}
