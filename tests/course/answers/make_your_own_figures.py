"""Answers that a student may give, right and wrong, and words of the hint that fits."""

from answer_charts import bars

PAINT = {"Elbow": 45, "Shoe": 15}
RIGHT = {
    "make-your-own-figures-1": [["population", "source"], "source, population", ("Source", "Population")],
    "make-your-own-figures-2": ["no", False],
    "make-your-own-figures-3": ["b", "55", ["b"]],
    "make-your-own-figures-4": [15, 15.0],
    "make-your-own-figures-5": [
        ["population", "qualifier", "source", "caveat"],
        "caveat, source, qualifier, population",
    ],
    "make-your-own-figures-6": ["yes", "Yes."],
    "make-your-own-figures-7": [20, "twenty", "20 in 100"],
    "make-your-own-figures-8": ["c", "11 of 20 pupils"],
    "make-your-own-figures-9": [bars(PAINT, "100 pupils of another made-up school")],
}
WRONG = [
    ("make-your-own-figures-1", ["population", "source", "note"], "may be left out"),
    ("make-your-own-figures-1", ["source"], "That is one"),
    ("make-your-own-figures-1", "note", "to check the number"),
    ("make-your-own-figures-1", ["source", "teacher"], "1 of your 2"),
    ("make-your-own-figures-2", "yes", "the label of the axis"),
    ("make-your-own-figures-2", "can't be said", "You can try it"),
    ("make-your-own-figures-3", "about 55", "Where would that word come from"),
    ("make-your-own-figures-3", "a", "Where would that word come from"),
    ("make-your-own-figures-3", "nothing", "still there"),
    ("make-your-own-figures-3", "can't be said", "You can try it"),
    ("make-your-own-figures-4", 0, "Is there room"),
    ("make-your-own-figures-4", 115, "the sum"),
    ("make-your-own-figures-4", 33, "You multiplied"),
    ("make-your-own-figures-4", 55, "How few"),
    ("make-your-own-figures-4", "can't be said", "the fewest"),
    ("make-your-own-figures-5", ["population", "qualifier", "source", "caveat", "colour", "teacher"], "Not all"),
    ("make-your-own-figures-5", ["source"], "Which other words"),
    ("make-your-own-figures-5", ["source", "caveat", "colour"], "1 of your 3 does not belong"),
    ("make-your-own-figures-6", "no", "Is this a guess"),
    ("make-your-own-figures-6", "can't be said", "whom did the teachers count"),
    ("make-your-own-figures-7", 15, "three places alone"),
    ("make-your-own-figures-7", 55, "two places as well"),
    ("make-your-own-figures-7", "can't be said", "you hold the sheet"),
    ("make-your-own-figures-8", "a", "not so many pupils"),
    ("make-your-own-figures-8", "b", "How many did you meet"),
    ("make-your-own-figures-8", "d", "no word must soften it"),
    ("make-your-own-figures-9", bars(PAINT, "100 pupils of another made-up school", word=""), "has lost it"),
    ("make-your-own-figures-9", bars(PAINT, "100 pupils"), "Of whom?"),
    ("make-your-own-figures-9", bars({**PAINT, "Elbow": 40}, "100 pupils of another made-up school"), "At Elbow"),
]
