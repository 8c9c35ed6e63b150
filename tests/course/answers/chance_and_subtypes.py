"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

BRAIN = {"luminal A": 10.1, "luminal B": 15.1, "HER2-overexpressing": 25.3, "triple-negative": 23.1}
BACK = "100 people whose breast cancer came back after curative surgery"
RIGHT = {
    "chance-and-subtypes-1": [14.5, np.float64(14.53), "about 14.5", pd.Series([14.5])],
    "chance-and-subtypes-2": [54.4, 54.366],
    "chance-and-subtypes-3": ["yes", True, "Yes."],
    "chance-and-subtypes-4": ["no", False],
    "chance-and-subtypes-5": [["savci_2015"], "savci_2015"],
    "chance-and-subtypes-6": ["can't be said", "Cannot be said.", "38.9 to 69.8", (38.9, 69.8)],
    "chance-and-subtypes-7": ["yes", True],
    "chance-and-subtypes-8": [bars(BRAIN, BACK, word="")],
}
WRONG = [
    ("chance-and-subtypes-1", 14.48, "That is near"),
    ("chance-and-subtypes-1", 13.6, "unknown type are still in"),
    ("chance-and-subtypes-1", 9.6, "one of two rows"),
    ("chance-and-subtypes-1", 20, "rough figure of a web page"),
    ("chance-and-subtypes-1", 0.1453, "fraction"),
    ("chance-and-subtypes-2", 51.0, "plain mean"),
    ("chance-and-subtypes-2", 70, "rough figure of a web page"),
    ("chance-and-subtypes-2", 38.9, "one of the four types"),
    ("chance-and-subtypes-2", "can't be said", "Inside one study it can"),
    ("chance-and-subtypes-3", "no", "below low"),
    ("chance-and-subtypes-3", "can't be said", "between the two ends"),
    ("chance-and-subtypes-4", "yes", "Is the other group that group"),
    ("chance-and-subtypes-4", "can't be said", "forces it inside"),
    (
        "chance-and-subtypes-5",
        ["savci_2015", "jia_2023", "jafari_2022", "aga_khan_nairobi"],
        "rows without a count",
    ),
    (
        "chance-and-subtypes-5",
        ["jia_2023", "cui_2015", "jafari_2022", "aga_khan_nairobi"],
        "ones that have an interval",
    ),
    ("chance-and-subtypes-5", ["Savci-Heijink et al. 2015"], "column study_id"),
    ("chance-and-subtypes-5", ["savci_2015", "jia_2023"], "1 of your 2"),
    ("chance-and-subtypes-6", (60, 70), "not this one"),
    ("chance-and-subtypes-6", 52.925, "mean over studies"),
    ("chance-and-subtypes-6", 70, "name a type"),
    ("chance-and-subtypes-6", 69.8, "near the rough one"),
    ("chance-and-subtypes-6", 57.1, "one figure for all"),
    ("chance-and-subtypes-7", "no", "They are close"),
    ("chance-and-subtypes-7", "can't be said", "Compare their ends"),
    ("chance-and-subtypes-8", bars(BRAIN, "100 people", word=""), "Of whom?"),
    ("chance-and-subtypes-8", bars({name: n / 100 for name, n in BRAIN.items()}, BACK, word="", end=1), "fractions"),
]
