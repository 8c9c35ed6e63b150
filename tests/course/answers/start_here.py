"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np

RIGHT = {
    "start-here-1": [4, np.int64(4)],
    "start-here-2": [["insights", "cleveland_clinic"], "Cleveland Clinic and insights", "insights, cleveland_clinic"],
    "start-here-3": [0, np.int64(0), 0.0],
    "start-here-4": [
        "Shimoli Barot, MD",
        "Dr. Barot",
        "shimoli barot",
        "the oncologist Shimoli Barot",
        "Dr Barot of the Cleveland Clinic",
    ],
    "start-here-5": ["no", False],
    "start-here-6": [4],
}
WRONG = [
    ("start-here-1", 8, "The names look alike"),
    ("start-here-1", 12, "the table studies"),
    ("start-here-1", 11, "its columns"),
    ("start-here-1", 44, "its cells"),
    ("start-here-1", 10, "count its rows"),
    ("start-here-2", ["overview", "guide"], "Take the others"),
    ("start-here-2", ["insights", "cleveland_clinic", "overview", "guide"], "all the pages"),
    ("start-here-2", ["insights"], "1 is missing"),
    ("start-here-2", ["Insights page", "Cleveland Clinic"], "column source_id"),
    ("start-here-2", ["insights", "guide"], "1 of your 2 does not belong there. 1 is missing"),
    ("start-here-3", 4, "What does False mean"),
    ("start-here-3", "can't be said", "the column dated tells"),
    ("start-here-4", "Cleveland Clinic", "Whom does it quote"),
    ("start-here-4", "a doctor", "gives the name"),
    ("start-here-4", "the cancer doctor", "gives the name"),
    ("start-here-4", "related-article blurb", "has other rows"),
    ("start-here-4", "can't be said", "who speaks"),
    ("start-here-5", "yes", "What was counted here"),
    ("start-here-5", "can't be said", "does a count of pages show it"),
    ("start-here-6", 6, "You counted rows"),
    ("start-here-6", 15, "all the steps"),
    ("start-here-6", 23, "Those are the rows"),
    ("start-here-6", 11, "one page only"),
    ("start-here-6", 2, "Did you count both"),
]
