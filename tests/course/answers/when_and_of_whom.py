"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

RIGHT = {
    "when-and-of-whom-1": ["c", "people newly diagnosed with breast cancer"],
    "when-and-of-whom-2": [["metastatic"], "metastatic", pd.Series(["metastatic"])],
    "when-and-of-whom-3": [12740, "12,740", 12742, 8295 / 0.651, np.float64(12741.9)],
    "when-and-of-whom-4": [2, np.int64(2)],
    "when-and-of-whom-5": [129.2, "129.2", "about 129.2"],
    "when-and-of-whom-6": ["no", False],
    "when-and-of-whom-7": ["can't be said", "It is not known"],
}
WRONG = [
    ("when-and-of-whom-1", "a", "the other figure"),
    ("when-and-of-whom-1", "b", "the part"),
    ("when-and-of-whom-1", "people with spread in the bones", "the part"),
    ("when-and-of-whom-1", "d", "Keep the noun"),
    ("when-and-of-whom-1", "e", "when they were diagnosed"),
    (
        "when-and-of-whom-2",
        ["metastatic", "all newly diagnosed", "stage I-III"],
        "all that stand there",
    ),
    ("when-and-of-whom-2", ["all newly diagnosed"], "had not spread"),
    ("when-and-of-whom-2", ["stage I-III"], "What do the rough figures speak of"),
    ("when-and-of-whom-2", ["metastatic", "stage I-III"], "1 of your 2"),
    ("when-and-of-whom-3", 5400, "the part or the whole"),
    ("when-and-of-whom-3", 5400.045, "the part or the whole"),
    ("when-and-of-whom-3", 229195, "all newly diagnosed"),
    ("when-and-of-whom-3", 8295, "with it in the bones"),
    ("when-and-of-whom-3", 149206, "of another group"),
    ("when-and-of-whom-3", 127.4, "into a share first"),
    ("when-and-of-whom-3", "can't be said", "a part and its percentage"),
    ("when-and-of-whom-3", 12730, "That is near"),
    ("when-and-of-whom-3", 12000, "solve it for the size"),
    ("when-and-of-whom-4", 3, "of one type only"),
    ("when-and-of-whom-4", 5, "all moments"),
    ("when-and-of-whom-4", 4, "Keep the rows"),
    ("when-and-of-whom-5", 129, "That is near"),
    ("when-and-of-whom-5", 100, "Sites overlap"),
    ("when-and-of-whom-5", 93, "added the counts"),
    ("when-and-of-whom-5", 32.3, "the mean"),
    ("when-and-of-whom-6", "yes", "Of whom would that mean be"),
    ("when-and-of-whom-6", "can't be said", "moments of the six"),
    ("when-and-of-whom-7", 0, "not a zero"),
    ("when-and-of-whom-7", 10, "a web page"),
    ("when-and-of-whom-7", -56.5, "no rest"),
    ("when-and-of-whom-7", 20.3, "another study"),
]
