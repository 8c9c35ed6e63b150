"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

RIGHT = {
    "do-the-documents-agree-1": [6, np.int64(6), pd.Series([6])],
    "do-the-documents-agree-2": ["no", False, "No."],
    "do-the-documents-agree-3": ["liver", "Liver", "the liver", pd.Series(["liver"])],
    "do-the-documents-agree-4": ["no", False],
    "do-the-documents-agree-5": [0, np.int64(0), 0.0],
    "do-the-documents-agree-6": [1],
    "do-the-documents-agree-7": ["can't be said", "It can't be said."],
}
WRONG = [
    ("do-the-documents-agree-1", 25, "does speak"),
    ("do-the-documents-agree-1", 31, "all the questions"),
    ("do-the-documents-agree-1", 34, "its positions"),
    ("do-the-documents-agree-1", "can't be said", "you can count"),
    ("do-the-documents-agree-1", 7, "holds 0"),
    ("do-the-documents-agree-2", "yes", "says no has a row"),
    ("do-the-documents-agree-2", "can't be said", "What those pages think"),
    ("do-the-documents-agree-3", "lungs", "further down"),
    ("do-the-documents-agree-3", "the lung", "further down"),
    ("do-the-documents-agree-3", "bone", "not second in any list"),
    ("do-the-documents-agree-3", "brain", "comes last"),
    ("do-the-documents-agree-3", "can't be said", "a row says that"),
    ("do-the-documents-agree-4", "yes", "women or pages"),
    ("do-the-documents-agree-4", "can't be said", "not asked how many"),
    ("do-the-documents-agree-5", 4, "all the pages"),
    ("do-the-documents-agree-5", 1, "publisher or an expert"),
    ("do-the-documents-agree-5", "can't be said", "Add it up"),
    ("do-the-documents-agree-6", 4, "name the sites"),
    ("do-the-documents-agree-6", 2, "all rows"),
    ("do-the-documents-agree-6", 0, "Who gives its numbers"),
    ("do-the-documents-agree-7", 20, "another page"),
    ("do-the-documents-agree-7", 70, "for bone"),
    ("do-the-documents-agree-7", 1, "place in the list"),
    ("do-the-documents-agree-7", 100, "one or more"),
    ("do-the-documents-agree-7", 0, "not a zero"),
]
