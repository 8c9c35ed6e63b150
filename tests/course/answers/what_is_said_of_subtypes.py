"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

SHARES = {"HR+/HER2-": 69.5, "HR-/HER2-": 10.5, "HR+/HER2+": 9.6, "HR-/HER2+": 4.0, "unknown": 6.1}
WOMEN = "women newly diagnosed with breast cancer, unknown subtype included"

RIGHT = {
    "what-is-said-of-subtypes-1": [
        "triple-negative",
        "Triple negative breast cancer.",
        "TNBC",
        "triple-negative breast cancer (TNBC)",
    ],
    "what-is-said-of-subtypes-2": [7, np.int64(7), pd.Series([7.0]), "seven"],
    "what-is-said-of-subtypes-3": ["many", "For many", "The word many", '"many"', "for many people"],
    "what-is-said-of-subtypes-4": [12, np.int64(12), "twelve"],
    "what-is-said-of-subtypes-5": ["can't be said", "unknown"],
    "what-is-said-of-subtypes-6": ["no", False],
    "what-is-said-of-subtypes-7": ["yes"],
    "what-is-said-of-subtypes-8": [bars(SHARES, WOMEN)],
}
WRONG = [
    ("what-is-said-of-subtypes-1", "HER2-positive", "Look at its polarity"),
    ("what-is-said-of-subtypes-1", "HER2 positive and triple-negative", "Look at its polarity"),
    ("what-is-said-of-subtypes-1", "HER2-low", "a blurb says so"),
    ("what-is-said-of-subtypes-1", "HER2+", "Look at its polarity"),
    ("what-is-said-of-subtypes-1", "ER-positive", "Look for aggressiveness"),
    ("what-is-said-of-subtypes-1", "both of them", "says not"),
    ("what-is-said-of-subtypes-1", "cleveland-tnbc-most-aggressive", "name of the row"),
    ("what-is-said-of-subtypes-1", "can't be said", "is affirmed"),
    ("what-is-said-of-subtypes-1", "luminal A", "read polarity and statement"),
    ("what-is-said-of-subtypes-2", 27, "Those have one"),
    ("what-is-said-of-subtypes-2", 34, "all the rows"),
    ("what-is-said-of-subtypes-2", 21, "different words"),
    ("what-is-said-of-subtypes-2", 0, "What does that mean"),
    ("what-is-said-of-subtypes-3", "can", "Your friend kept that"),
    ("what-is-said-of-subtypes-3", "lasting", "Your friend kept that"),
    ("what-is-said-of-subtypes-3", "not", "does not deny it"),
    ("what-is-said-of-subtypes-3", "most", "another amount"),
    ("what-is-said-of-subtypes-3", "qualifier", "That is the column"),
    ("what-is-said-of-subtypes-4", 4, "table of this lesson"),
    ("what-is-said-of-subtypes-4", 382, "all the rows"),
    ("what-is-said-of-subtypes-4", 370, "Those are affirmed"),
    ("what-is-said-of-subtypes-4", 0, "different values of polarity"),
    ("what-is-said-of-subtypes-5", 3, "planned scans"),
    ("what-is-said-of-subtypes-5", 6, "planned scans"),
    ("what-is-said-of-subtypes-5", 2, "about symptoms"),
    ("what-is-said-of-subtypes-5", 4, "about symptoms"),
    ("what-is-said-of-subtypes-5", 0, "not a zero"),
    ("what-is-said-of-subtypes-6", "yes", "how often"),
    ("what-is-said-of-subtypes-6", "can't be said", "what kind of list"),
    ("what-is-said-of-subtypes-7", "no", "Sites overlap"),
    ("what-is-said-of-subtypes-7", "can't be said", "what sets their types apart"),
    ("what-is-said-of-subtypes-8", bars(SHARES), "Of whom?"),
    ("what-is-said-of-subtypes-8", bars({**SHARES, "unknown": 0}, WOMEN), "At unknown stands 0"),
]
