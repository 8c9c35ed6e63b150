"""No empty cell is read out: what pandas writes for one never stands in the words of a figure."""

import re

import pytest

import words

#: What pandas and Python write for an empty cell. A sentence of ours may start with "None".
MISSING = re.compile(r"<NA>|\bnan\b|\bNaN\b|\bNaT\b|(?<![.:] )\bNone\b")


def test_no_words_of_a_figure_hold_what_stands_for_an_empty_cell():
    lines = list(words.lines())
    assert len(lines) > 100
    assert [line for line in lines if MISSING.search(line.partition(": ")[2])] == []


@pytest.mark.parametrize("cell", ["trastuzumab deruxtecan (None)", "about nan in 100", "<NA> people"])
def test_what_stands_for_an_empty_cell_is_seen(cell):
    assert MISSING.search(cell)
    assert not MISSING.search("This is of many. None of the four says so; finance.")
