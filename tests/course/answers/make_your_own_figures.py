"""Answers that a student may give, right and wrong, and words of the hint that fits."""

RIGHT = {
    "make-your-own-figures-1": [["source"], "source", ("Source",)],
    "make-your-own-figures-2": ["no", False],
    "make-your-own-figures-3": ["b", "55", ["b"]],
    "make-your-own-figures-4": [15, 15.0],
    "make-your-own-figures-5": [
        ["population", "qualifier", "source", "caveat"],
        "caveat, source, qualifier, population",
    ],
    "make-your-own-figures-6": ["no", "No."],
}
WRONG = [
    ("make-your-own-figures-1", ["source", "qualifier", "note"], "may be left out"),
    ("make-your-own-figures-1", ["qualifier"], "says its numbers flatly"),
    ("make-your-own-figures-1", "note", "to check the number"),
    ("make-your-own-figures-1", ["source", "qualifier"], "1 of your 2"),
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
    ("make-your-own-figures-6", "yes", "print your guess"),
    ("make-your-own-figures-6", "can't be said", "who decides"),
]
