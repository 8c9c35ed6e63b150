"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import pandas as pd

RIGHT = {
    "percent-of-whom-1": [
        "women with advanced breast cancer",
        "Women with advanced disease.",
        "of 100 women with metastatic breast cancer",
        "women whose breast cancer has spread",
        pd.Series(["women with advanced breast cancer"]),
    ],
    "percent-of-whom-2": ["share", "the HER2-positive share"],
    "percent-of-whom-3": ["can't be said", "It cannot be said."],
    "percent-of-whom-4": [5.4, 5.36, 100 * 0.41 / 7.56],
    "percent-of-whom-5": ["no", False],
    "percent-of-whom-6": ["can't be said"],
}
WRONG = [
    ("percent-of-whom-1", "people with HER2-positive breast cancer", "Look for the word HER2-positive"),
    ("percent-of-whom-1", "HER2-positive women with advanced breast cancer", "Look for the word HER2-positive"),
    ("percent-of-whom-1", "people diagnosed with breast cancer", "another figure"),
    ("percent-of-whom-1", "people with early-stage breast cancer", "another figure"),
    ("percent-of-whom-1", "people with advanced breast cancer", "first word of the group"),
    ("percent-of-whom-1", "women", "too wide"),
    ("percent-of-whom-1", "Breast cancer patients", "too wide"),
    ("percent-of-whom-1", "advanced breast cancer", "column population"),
    ("percent-of-whom-1", "people with breast cancer", "too wide"),
    ("percent-of-whom-1", "can't be said", "has a population"),
    ("percent-of-whom-2", "liver", "Compare the populations"),
    ("percent-of-whom-2", "early-stage outcome", "look at its value"),
    ("percent-of-whom-2", "both", "counts a type"),
    ("percent-of-whom-3", 5, "about all people"),
    ("percent-of-whom-3", 25, "another hundred"),
    ("percent-of-whom-3", 20, "how many of them see it spread"),
    ("percent-of-whom-3", 14, "figure for bone"),
    ("percent-of-whom-3", 0, "nobody"),
    ("percent-of-whom-4", 7.56, "among people with metastatic disease"),
    ("percent-of-whom-4", 0.41, "among all newly diagnosed"),
    ("percent-of-whom-4", 100 * 7.56 / 0.41, "other way round"),
    ("percent-of-whom-4", 7.56 * 0.41 / 100, "multiplied the two shares"),
    ("percent-of-whom-4", 5.6, "the first study"),
    ("percent-of-whom-4", "can't be said", "Here it can"),
    ("percent-of-whom-5", "yes", "Which word did the leaflet add"),
    ("percent-of-whom-5", "can't be said", "whether the row says it"),
    ("percent-of-whom-6", 0, "not the same as no time"),
    ("percent-of-whom-6", 25, "number of people"),
    ("percent-of-whom-6", 4, "the page's wording"),
]
