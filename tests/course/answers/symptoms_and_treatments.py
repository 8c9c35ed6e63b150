"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

RIGHT = {
    "symptoms-and-treatments-1": [2, np.int64(2), pd.Series([2])],
    "symptoms-and-treatments-2": ["can't be said", "It can't be known."],
    "symptoms-and-treatments-3": ["no", False],
    "symptoms-and-treatments-4": [3, np.float64(3)],
    "symptoms-and-treatments-5": ["No.", False],
    "symptoms-and-treatments-6": ["no", False],
}
WRONG = [
    ("symptoms-and-treatments-1", 3, "Those are rows"),
    ("symptoms-and-treatments-1", 4, "Not all pages do"),
    ("symptoms-and-treatments-2", 75, "Pages are not people"),
    ("symptoms-and-treatments-2", 3, "Those are pages"),
    ("symptoms-and-treatments-2", 4, "Those are rows"),
    ("symptoms-and-treatments-2", 0, "not a count of none"),
    ("symptoms-and-treatments-2", 100, "that all women have it"),
    ("symptoms-and-treatments-3", "yes", "What is one row"),
    ("symptoms-and-treatments-3", "can't be said", "Can a count of rows"),
    ("symptoms-and-treatments-4", 5, "Those are the names"),
    ("symptoms-and-treatments-4", 1, "They share a word"),
    ("symptoms-and-treatments-4", 6, "Those are rows"),
    ("symptoms-and-treatments-4", 2, "Those are the brands"),
    ("symptoms-and-treatments-5", "yes", "Another page states it"),
    ("symptoms-and-treatments-5", "can't be said", "this one page"),
    ("symptoms-and-treatments-6", "yes", "Do not wait"),
    ("symptoms-and-treatments-6", "can't be said", "does it speak of waiting"),
]
