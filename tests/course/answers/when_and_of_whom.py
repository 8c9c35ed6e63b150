"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

LUNG = {
    "Jia et al. 2023": 34.7,
    "Cui et al. 2015": 34.7,
    "Jafari et al. 2022": 34.4,
    "Savci-Heijink et al. 2015": 31.4,
    "Aga Khan Nairobi": 57,
}
RIGHT = {
    "when-and-of-whom-1": ["c", "People newly diagnosed with breast cancer of this subtype"],
    "when-and-of-whom-2": ["yes", True, "Yes."],
    "when-and-of-whom-3": [34, 34.0, "about 34", np.int64(34)],
    "when-and-of-whom-4": [4, pd.Series([4]), "four"],
    "when-and-of-whom-5": [43.5, np.float64(43.5), "43.5 in 100"],
    "when-and-of-whom-6": ["no", False],
    "when-and-of-whom-7": ["yes", True],
    "when-and-of-whom-8": [bars(LUNG, "100 people with metastatic breast cancer", word="")],
}
WRONG = [
    ("when-and-of-whom-1", "a", "another row of the study"),
    ("when-and-of-whom-1", "b", "are all types in it"),
    ("when-and-of-whom-1", "d", "The type is right"),
    ("when-and-of-whom-2", "no", "Round at the end"),
    ("when-and-of-whom-2", "can't be said", "you can divide"),
    ("when-and-of-whom-3", 8.1, "of 100 women"),
    ("when-and-of-whom-3", 33.9, "whole numbers"),
    ("when-and-of-whom-3", 5160.5, "You divided"),
    ("when-and-of-whom-3", "can't be said", "give the part"),
    ("when-and-of-whom-4", 5, "Does each say when"),
    ("when-and-of-whom-4", 2, "You kept one moment"),
    ("when-and-of-whom-5", 82.6, "of any time"),
    ("when-and-of-whom-5", 87.7, "all sites of the column"),
    ("when-and-of-whom-5", 63.4, "Not all others"),
    ("when-and-of-whom-5", "can't be said", "one first site at most"),
    ("when-and-of-whom-6", "yes", "Of whom would that mean be"),
    ("when-and-of-whom-6", "can't be said", "one group of people"),
    ("when-and-of-whom-7", "no", "Side by side is no mean"),
    ("when-and-of-whom-7", "can't be said", "Both cells are filled"),
    ("when-and-of-whom-8", bars(LUNG, "100 people", word=""), "Of whom?"),
    ("when-and-of-whom-8", bars(LUNG, "100 people with metastatic breast cancer", word="", end=60), "0 to 60"),
    (
        "when-and-of-whom-8",
        bars({**LUNG, "Mean": 38.4}, "100 people with metastatic breast cancer", word=""),
        "a mark at Mean",
    ),
]
