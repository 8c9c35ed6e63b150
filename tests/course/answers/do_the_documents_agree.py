"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

RIGHT = {
    "do-the-documents-agree-1": [6, np.int64(6), pd.Series([6])],
    "do-the-documents-agree-2": ["no", False, "No."],
    "do-the-documents-agree-3": ["liver", "Liver", "the liver", "It is the liver.", pd.Series(["liver"])],
    "do-the-documents-agree-4": ["no", False],
    "do-the-documents-agree-5": [3, np.int64(3), 3.0],
    "do-the-documents-agree-6": [1],
    "do-the-documents-agree-7": ["can't be said", "It can't be said."],
}
WRONG = [
    ("do-the-documents-agree-1", 24, "does speak"),
    ("do-the-documents-agree-1", 30, "all the questions"),
    ("do-the-documents-agree-1", 31, "its positions"),
    ("do-the-documents-agree-1", "can't be said", "you can count"),
    ("do-the-documents-agree-1", 7, "holds 0"),
    ("do-the-documents-agree-2", "yes", "says no has a row"),
    ("do-the-documents-agree-2", "can't be said", "What those pages think"),
    ("do-the-documents-agree-3", "lungs", "further down"),
    ("do-the-documents-agree-3", "the lung", "further down"),
    ("do-the-documents-agree-3", "liver, then lungs", "section is opening"),
    ("do-the-documents-agree-3", "bone", "not second in any list"),
    ("do-the-documents-agree-3", "brain", "comes last"),
    ("do-the-documents-agree-3", "can't be said", "a row says that"),
    ("do-the-documents-agree-4", "yes", "In how many ways"),
    ("do-the-documents-agree-4", "can't be said", "is not asked"),
    ("do-the-documents-agree-5", 8, "is there a yes for it"),
    ("do-the-documents-agree-5", 2, "for one order as well"),
    ("do-the-documents-agree-5", 5, "the weight of the point"),
    ("do-the-documents-agree-5", 9, "a yes for everything"),
    ("do-the-documents-agree-5", 7, "Write the weights"),
    ("do-the-documents-agree-6", 4, "name the sites"),
    ("do-the-documents-agree-6", 2, "all rows"),
    ("do-the-documents-agree-6", 0, "Who gives its numbers"),
    ("do-the-documents-agree-7", 20, "another page"),
    ("do-the-documents-agree-7", 70, "for bone"),
    ("do-the-documents-agree-7", 1, "place in the list"),
    ("do-the-documents-agree-7", 100, "one or more"),
    ("do-the-documents-agree-7", 0, "not a zero"),
]
