"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import pandas as pd

from answer_charts import bars

TYPES = {"HR-/HER2-": 20, "HR-/HER2+": 7, "HR+/HER2-": 64, "HR+/HER2+": 10}
SWAPPED = {**TYPES, "HR-/HER2+": 10, "HR+/HER2+": 7}
STAGES = "100 women diagnosed with stage I-III breast cancer"

RIGHT = {
    "percent-of-whom-1": [
        "d",
        "D",
        "d)",
        ["d"],
        "women diagnosed with stage I-III breast cancer",
        "Women diagnosed with stage I-III breast cancer.",
        pd.Series(["women diagnosed with stage I-III breast cancer"]),
    ],
    "percent-of-whom-2": [["jia_2023", "cui_2015"], "cui_2015 and jia_2023", "Jia 2023, Cui 2015"],
    "percent-of-whom-3": ["can't be said", "It cannot be said."],
    "percent-of-whom-4": [5.4, 5.42, 100 * 0.41 / 7.56, "about 5.4", "5.4 in 100", "5.4%"],
    "percent-of-whom-5": ["no", False],
    "percent-of-whom-6": ["can't be said"],
    "percent-of-whom-7": ["yes", True],
    "percent-of-whom-8": [bars(TYPES, STAGES), bars(TYPES, STAGES, word="")],
}
WRONG = [
    ("percent-of-whom-1", "a", "too wide"),
    ("percent-of-whom-1", "people diagnosed with breast cancer", "too wide"),
    ("percent-of-whom-1", "b", "of a web page"),
    ("percent-of-whom-1", "c", "another study"),
    ("percent-of-whom-1", "e", "Look for the word advanced"),
    ("percent-of-whom-1", "can't be said", "has a population"),
    ("percent-of-whom-2", ["Jia et al. 2023", "Cui et al. 2015"], "short names"),
    (
        "percent-of-whom-2",
        ["jafari_2022", "jia_2023", "cui_2015", "aga_khan_nairobi", "savci_2015", "hess_2013"],
        "print the same one",
    ),
    ("percent-of-whom-2", ["jia_2023"], "1 is missing"),
    ("percent-of-whom-2", ["jia_2023", "savci_2015"], "1 of your 2 does not belong there"),
    ("percent-of-whom-3", 5, "about all people"),
    ("percent-of-whom-3", 25, "another hundred"),
    ("percent-of-whom-3", 20, "how many of them see it spread"),
    ("percent-of-whom-3", 14, "figure for bone"),
    ("percent-of-whom-3", 0, "nobody"),
    ("percent-of-whom-4", 7.56, "among people with metastatic disease"),
    ("percent-of-whom-4", 0.41, "among all newly diagnosed"),
    ("percent-of-whom-4", 100 * 7.56 / 0.41, "other way round"),
    ("percent-of-whom-4", 7.56 * 0.41 / 100, "multiplied the two shares"),
    ("percent-of-whom-4", 7.56 * 0.41, "multiplied the two shares"),
    ("percent-of-whom-4", 7.56 / 0.41, "left the quotient as it was"),
    ("percent-of-whom-4", 5.5, "That is near"),
    ("percent-of-whom-4", 5.36, "That is near"),
    ("percent-of-whom-4", 5, "That is near"),
    ("percent-of-whom-4", 5.6, "the first study"),
    ("percent-of-whom-4", "can't be said", "Here it can"),
    ("percent-of-whom-5", "yes", "Which word did the leaflet add"),
    ("percent-of-whom-5", "can't be said", "whether the row says it"),
    ("percent-of-whom-6", 0, "not the same as no time"),
    ("percent-of-whom-6", 25, "number of people"),
    ("percent-of-whom-6", 4, "the page's wording"),
    ("percent-of-whom-7", "no", "not newly diagnosed"),
    ("percent-of-whom-7", "can't be said", "who is left out"),
    ("percent-of-whom-8", bars(SWAPPED, STAGES), "do not stand at their names"),
    ("percent-of-whom-8", bars(TYPES, "100 women"), "Of whom?"),
]
