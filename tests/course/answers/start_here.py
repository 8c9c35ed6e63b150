"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np

RIGHT = {
    "start-here-1": [4, np.int64(4)],
    "start-here-2": [["cleveland_clinic", "guide"], "Cleveland Clinic and guide", "guide, cleveland_clinic"],
    "start-here-3": [2, np.int64(2), 2.0, "two"],
    "start-here-4": ["related-article blurb", "Related article blurb.", "a blurb", "the blurb", "related article"],
    "start-here-5": ["no", False],
    "start-here-6": [4],
}
WRONG = [
    ("start-here-1", 8, "The names look alike"),
    ("start-here-1", 12, "the table studies"),
    ("start-here-1", 11, "its columns"),
    ("start-here-1", 44, "its cells"),
    ("start-here-1", 10, "count its rows"),
    ("start-here-2", ["overview", "insights"], "Take the others"),
    ("start-here-2", ["insights", "cleveland_clinic", "overview", "guide"], "all the pages"),
    ("start-here-2", ["guide"], "1 is missing"),
    ("start-here-2", ["Guide page", "Cleveland Clinic"], "column source_id"),
    ("start-here-2", ["insights", "guide"], "1 of your 2 does not belong there. 1 is missing"),
    ("start-here-3", 10, "Those are filled"),
    ("start-here-3", 12, "all the rows"),
    ("start-here-3", 0, "What does that mean"),
    ("start-here-3", 5, "different countries"),
    ("start-here-3", "can't be said", "can be counted"),
    ("start-here-4", "Cleveland Clinic", "where it stands"),
    ("start-here-4", "Shimoli Barot, MD", "has other rows"),
    ("start-here-4", "HER2-low", "what the claim is about"),
    ("start-here-4", "speaker", "That is the column"),
    ("start-here-4", "can't be said", "who speaks"),
    ("start-here-5", "yes", "What was counted here"),
    ("start-here-5", "can't be said", "does a count of pages show it"),
    ("start-here-6", 6, "You counted rows"),
    ("start-here-6", 15, "all the steps"),
    ("start-here-6", 23, "Those are the rows"),
    ("start-here-6", 11, "one page only"),
    ("start-here-6", 2, "Did you count both"),
]
