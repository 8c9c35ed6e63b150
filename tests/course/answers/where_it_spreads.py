"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

RIGHT = {
    "where-it-spreads-1": [["bone", "lung", "liver", "brain"], "Brain, lung, liver and bone"],
    "where-it-spreads-2": ["can't be said", "Cannot be said."],
    "where-it-spreads-3": [130, np.int64(130), pd.Series([130.0])],
    "where-it-spreads-4": ["no", False],
    "where-it-spreads-5": ["about", "About 30", "about 30 in 100", 'the word "about"'],
    "where-it-spreads-6": [1],
    "where-it-spreads-7": [30, np.float64(30)],
    "where-it-spreads-8": ["yes"],
    "where-it-spreads-9": [bars({"Bone": 30, "Lung": 70, "Liver": 80, "Brain": 90})],
}
WRONG = [
    (
        "where-it-spreads-1",
        ["bone", "lung", "liver", "brain", "skin", "lymph_node", "distant_lymph_node", "peritoneum"],
        "Which rows have a number",
    ),
    ("where-it-spreads-1", ["bone"], "3 are missing"),
    ("where-it-spreads-1", ["skin", "lymph_node", "distant_lymph_node", "peritoneum"], "the cell is empty"),
    ("where-it-spreads-2", 0, "not a zero"),
    ("where-it-spreads-2", -30, "no rest to share out"),
    ("where-it-spreads-2", 10, "another site's figure"),
    ("where-it-spreads-3", 100, "the whole"),
    ("where-it-spreads-3", 32.5, "the mean"),
    ("where-it-spreads-3", 4, "how many figures"),
    ("where-it-spreads-4", "yes", "at bone and at lung"),
    ("where-it-spreads-4", "can't be said", "not asked how many"),
    ("where-it-spreads-5", "less common", "another row"),
    ("where-it-spreads-5", "often", "No row with a figure has that word"),
    ("where-it-spreads-5", "qualifier", "That is the column"),
    ("where-it-spreads-5", "women", "of whom"),
    ("where-it-spreads-5", "roughly", "in other words"),
    ("where-it-spreads-6", 10, "the slides"),
    ("where-it-spreads-6", 4, "the figures"),
    ("where-it-spreads-6", 2, "all rows"),
    ("where-it-spreads-7", 70, "have it in bone"),
    ("where-it-spreads-7", 0, "all have it"),
    ("where-it-spreads-7", 60, "added up the other three"),
    ("where-it-spreads-8", "no", "rows that have a figure"),
    ("where-it-spreads-8", "can't be said", "names its population"),
    ("where-it-spreads-9", bars({"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}), "At Bone stands 70"),
    ("where-it-spreads-9", bars({"Bone": 30, "Lung": 70, "Liver": 80, "Brain": 90}, word=""), "lost it"),
]
