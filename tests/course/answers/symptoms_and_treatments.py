"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

LUNGS = {"chest pain": 2, "cough": 3, "shortness of breath": 3}
RIGHT = {
    "symptoms-and-treatments-1": [2, np.int64(2), pd.Series([2]), "two"],
    "symptoms-and-treatments-2": ["can't be said", "It can't be known."],
    "symptoms-and-treatments-3": ["yes", True, "Yes, they do"],
    "symptoms-and-treatments-4": [4, np.float64(4), "four"],
    "symptoms-and-treatments-5": ["Yes.", True],
    "symptoms-and-treatments-6": ["no", False],
    "symptoms-and-treatments-7": [7, "seven"],
    "symptoms-and-treatments-8": [bars(LUNGS, "4 web pages", word="", end=4)],
}
WRONG = [
    ("symptoms-and-treatments-1", 3, "Those are rows"),
    ("symptoms-and-treatments-1", 1, "You kept one site"),
    ("symptoms-and-treatments-2", 75, "Pages are not people"),
    ("symptoms-and-treatments-2", 3, "Those are pages"),
    ("symptoms-and-treatments-2", 4, "Those are rows"),
    ("symptoms-and-treatments-2", 0, "not a count of none"),
    ("symptoms-and-treatments-2", 100, "that all people have it"),
    ("symptoms-and-treatments-3", "no", "Not each count misleads"),
    ("symptoms-and-treatments-3", "can't be said", "you can count"),
    ("symptoms-and-treatments-4", 6, "Those are the names"),
    ("symptoms-and-treatments-4", 7, "Those are rows"),
    ("symptoms-and-treatments-4", 2, "Those are the brands"),
    ("symptoms-and-treatments-5", "no", "What stands in target"),
    ("symptoms-and-treatments-5", "can't be said", "this one page"),
    ("symptoms-and-treatments-6", "yes", "Do not wait"),
    ("symptoms-and-treatments-6", "can't be said", "does it speak of waiting"),
    ("symptoms-and-treatments-7", 12, "vague rows still in"),
    ("symptoms-and-treatments-7", 13, "all affirmed rows"),
    ("symptoms-and-treatments-7", 8, "more than one row"),
    ("symptoms-and-treatments-8", bars(LUNGS, "4 web pages", word=""), "runs from 0 to 100"),
    ("symptoms-and-treatments-8", bars(LUNGS, "100 people", word="", end=4), "Of whom?"),
    ("symptoms-and-treatments-8", bars({**LUNGS, "fatigue": 1}, "4 web pages", word="", end=4), "a mark at fatigue"),
]
