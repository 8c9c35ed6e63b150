"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

SILENT = {"Insights page": 5, "Cleveland Clinic": 6, "Overview page": 5, "Guide page": 5}
RIGHT = {
    "do-the-documents-agree-1": [19, np.int64(19), "nineteen"],
    "do-the-documents-agree-2": ["no", False, "No, it doesn't"],
    "do-the-documents-agree-3": [
        ["Cleveland Clinic", "Overview page", "Guide page"],
        pd.Series(["Guide page", "Overview page", "Cleveland Clinic"]),
    ],
    "do-the-documents-agree-4": ["yes", True],
    "do-the-documents-agree-5": [30, 30.0, "30 in 100", "thirty"],
    "do-the-documents-agree-6": ["b", "Metastatic breast cancer counts as advanced-stage"],
    "do-the-documents-agree-7": ["yes", True],
    "do-the-documents-agree-8": [bars(SILENT, "30 questions", word="", end=30)],
}
WRONG = [
    ("do-the-documents-agree-1", 24, "one of the two speaks"),
    ("do-the-documents-agree-1", 25, "the Guide page alone"),
    ("do-the-documents-agree-1", 30, "Use &"),
    ("do-the-documents-agree-2", "yes", "has a row"),
    ("do-the-documents-agree-2", "can't be said", "Does the table show"),
    ("do-the-documents-agree-3", ["Cleveland Clinic", "Overview page", "Guide page", "Insights page"], "Not all four"),
    ("do-the-documents-agree-3", ["Insights page"], "That one is silent"),
    ("do-the-documents-agree-3", ["Guide page"], "2 are missing"),
    ("do-the-documents-agree-4", "no", "the name and the date"),
    ("do-the-documents-agree-4", "can't be said", "gives a count"),
    ("do-the-documents-agree-5", 12, "That is the count"),
    ("do-the-documents-agree-5", 60, "the other page"),
    ("do-the-documents-agree-5", 70, "none on a leaf"),
    ("do-the-documents-agree-5", 0.3, "fraction"),
    ("do-the-documents-agree-6", "a", "Which page gives that figure"),
    ("do-the-documents-agree-6", "c", "but which"),
    ("do-the-documents-agree-6", "d", "is no rank"),
    ("do-the-documents-agree-7", "no", "does not delete a row"),
    ("do-the-documents-agree-7", "can't be said", "there is a row"),
    ("do-the-documents-agree-8", bars(SILENT, "30 questions", word="", end=6), "runs from 0 to 6"),
    ("do-the-documents-agree-8", bars(SILENT, "30", word="", end=30), "Of whom?"),
    (
        "do-the-documents-agree-8",
        bars({page: 30 - n for page, n in SILENT.items()}, "30 questions", word="", end=30),
        "At Insights page stands 25",
    ),
]
