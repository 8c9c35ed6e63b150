"""Answers that a student may give, right and wrong, and words of the hint that fits."""

import numpy as np

from answer_charts import bars

RIGHT = {
    "overlap-1": [0, 0.0, np.int64(0), "zero"],
    "overlap-2": [30, np.float64(30), "thirty"],
    "overlap-3": ["no", False, np.False_],
    "overlap-4": ["can't be said", "unknown", "0 to 30", "from zero to thirty", "0 \u2013 30", (0, 30), [0, 30]],
    "overlap-5": ["No."],
    "overlap-6": [4],
    "overlap-7": [75],
    "overlap-8": ["yes"],
    "overlap-9": [bars({"fewest": 4, "most": 45})],
}
WRONG = [
    ("overlap-1", 10, "Leave bone out"),
    ("overlap-1", -40, "Fewer than no women"),
    ("overlap-1", -20, "Fewer than no women"),
    ("overlap-1", 30, "That is the most"),
    ("overlap-1", "can't be said", "what is the fewest"),
    ("overlap-2", 60, "uses up two marks"),
    ("overlap-2", 20, "marks for the brain"),
    ("overlap-2", 10, "Pairs go further"),
    ("overlap-2", 100, "everyone would need two"),
    ("overlap-2", 0, "That is the fewest"),
    ("overlap-2", "can't be said", "what is the most"),
    ("overlap-3", "yes", "room for them side by side"),
    ("overlap-3", "can't be said", "Whether they must"),
    ("overlap-4", "10 to 30", "A range is a good answer here, but not this one"),
    ("overlap-4", 21, "nothing to do with each other"),
    ("overlap-4", 0, "Must it be"),
    ("overlap-4", 30, "the most it can be"),
    ("overlap-4", 10, "one of the worlds"),
    ("overlap-5", "yes", "what the word says"),
    ("overlap-5", "can't be said", "word for their cancer"),
    ("overlap-6", 10, "those are the marks left over"),
    ("overlap-6", 5, "Lower each of the four figures"),
    ("overlap-6", 10 / 3, "whole number below"),
    ("overlap-6", 3.33, "whole number below"),
    ("overlap-6", "can't be said", "set a limit too"),
    ("overlap-6", 3, "so few women"),
    ("overlap-7", 60, "page's own figures"),
    ("overlap-7", 65, "You raised the answer"),
    ("overlap-7", 80, "not counted here"),
    ("overlap-8", "no", "Do the marks run out"),
    ("overlap-8", "can't be said", "Whether it can be nobody"),
    ("overlap-9", bars({"fewest": 10, "most": 60}), "At fewest stands 10"),
    ("overlap-9", bars({"fewest": 4, "most": 45}, end=50), "runs from 0 to 50"),
]
