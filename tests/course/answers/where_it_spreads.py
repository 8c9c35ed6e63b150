"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np
import pandas as pd

from answer_charts import bars

RIGHT = {
    "where-it-spreads-1": [
        ["bone", "lung", "liver", "brain", "skin", "distant_lymph_node"],
        "liver, lung, bone, brain, skin and distant lymph node",
    ],
    "where-it-spreads-2": ["can't be said", "Cannot be said."],
    "where-it-spreads-3": [130, np.int64(130), pd.Series([130.0])],
    "where-it-spreads-4": ["no", False],
    "where-it-spreads-5": [
        "c",
        "(C)",
        "About 25 in 100 people with early-stage HER2-positive breast cancer see it spread.",
    ],
    "where-it-spreads-6": [2, np.int64(2), "two"],
    "where-it-spreads-7": [80, "about 80", np.float64(80), "80 in 100"],
    "where-it-spreads-8": ["yes", True],
    "where-it-spreads-9": [bars({"Bone": 30, "Lung": 70, "Liver": 80, "Brain": 90})],
}
WRONG = [
    (
        "where-it-spreads-1",
        ["bone", "lung", "liver", "brain", "skin", "lymph_node", "distant_lymph_node", "peritoneum"],
        "this one page",
    ),
    ("where-it-spreads-1", ["bone", "lung", "liver", "brain"], "on another page"),
    (
        "where-it-spreads-1",
        ["bone", "lung", "liver", "brain", "skin", "lymph_node", "peritoneum"],
        "places of the Guide page",
    ),
    ("where-it-spreads-1", ["bone", "skin"], "4 are missing"),
    ("where-it-spreads-2", 0, "not a zero"),
    ("where-it-spreads-2", -30, "no rest to share out"),
    ("where-it-spreads-2", 10, "another site's figure"),
    ("where-it-spreads-3", 100, "the whole"),
    ("where-it-spreads-3", 32.5, "the mean"),
    ("where-it-spreads-3", 4, "how many figures"),
    ("where-it-spreads-4", "yes", "at bone and at lung"),
    ("where-it-spreads-4", "can't be said", "not asked how many"),
    ("where-it-spreads-5", "a", "small word of the row is gone"),
    ("where-it-spreads-5", "b", "too wide"),
    ("where-it-spreads-5", "d", "Whom does it count"),
    ("where-it-spreads-5", "can't be said", "hedge and the group"),
    ("where-it-spreads-6", 4, "Those are the rows"),
    ("where-it-spreads-6", 1, "all of them"),
    ("where-it-spreads-6", 0, "pages name them"),
    ("where-it-spreads-7", 20, "Those have it"),
    ("where-it-spreads-7", 75, "another row"),
    ("where-it-spreads-7", "can't be said", "either has this subtype"),
    ("where-it-spreads-8", "no", "Where does their population differ"),
    ("where-it-spreads-8", "can't be said", "names its population"),
    ("where-it-spreads-9", bars({"Bone": 70, "Lung": 30, "Liver": 20, "Brain": 10}), "At Bone stands 70"),
    ("where-it-spreads-9", bars({"Bone": 30, "Lung": 70, "Liver": 80, "Brain": 90}, word=""), "lost it"),
]
