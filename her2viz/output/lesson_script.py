"""What is said and asked at each step of the lesson, on slides and without code: each number a name to be filled in."""

from __future__ import annotations

from typing import NamedTuple

# fmt: off
__all__ = [
    "AIMS", "CHOICES", "HANDS", "HEADLINE", "LENGTHS", "MADE_UP", "MENDED", "NOT_ALOUD", "TAKE_HOME", "TASK", "TITLE",
    "WORRY", "Step", "script",
]
# fmt: on

#: For how many minutes there is a lesson.
LENGTHS = (20, 45)
TITLE = "Where breast cancer spreads, and how to read the figures quoted about it"
#: What parts the notes: above it stands what is spoken.
NOT_ALOUD = "NOT TO READ OUT"
AIMS = (
    "You will ask of each percentage: percent of whom?",
    "You will know which figures must not be added up.",
    "You will tell what a page says from what nobody says.",
)
TAKE_HOME = (
    "Percent of whom? The same people can be two percentages.",
    "One person can have more than one site: such figures do not add up to a whole.",
    "Rough figures need their group, their hedge and their source. What nobody says stays empty.",
)
WORRY = "If what you have seen here worries you, please talk with your care team."
CHOICES = ("the same people", "another group", "no one can tell")
HANDS = f"Hands up. A: {CHOICES[0]}. B: {CHOICES[1]}. C: {CHOICES[2]}."
MADE_UP = "New figures show where HER2-positive breast cancer spreads"
MENDED = "One unsigned web page gives rough figures for {group}, no type named"
HEADLINE = f"Made-up headline: \u201c{MADE_UP}\u201d"
TASK = "Of whom are the figures, from where, and from when? Write a headline that is true."


class Step(NamedTuple):
    """A slide of the lesson and what is spoken on it.

    Parameters
    ----------
    key : str
        The figure that it shows, or the name of a slide without one.
    minutes : dict of int
        In which lessons it stands, by their length, and how many minutes the class takes there beside the talk.
    bridge : str
        What leads to it from the slide before.
    say, ask, answer : str
        What to say, what to ask, and what to expect as an answer.
    title : str
        Its title, where it is not that of its figure.
    """

    key: str
    minutes: dict[int, int]
    bridge: str
    say: str
    ask: str
    answer: str
    title: str = ""


_STEPS = (
    Step(
        "front",
        {20: 1, 45: 2},
        "",
        "Welcome. Today we read figures about where breast cancer spreads. Nobody needs to know any medicine. Of each "
        "figure we ask three things. Of whom is it? How exact is it? Where does it come from? At the end you will see "
        "when figures must not be added up, and you will tell what a page says from what nobody says.",
        "Where did you last meet a percentage about health?",
        "A leaflet, a post, a news story. Take two or three. Ask each time: did it say of whom?",
        TITLE,
    ),
    Step(
        "notice",
        {20: 0, 45: 1},
        "Before the first number, a word on what is to come.",
        "Numbers about illness that spreads follow. Some people do not want to see them, and that is fine. The button "
        "on this slide goes straight to what we take home, which has no numbers. All numbers are about groups. They "
        "cannot tell what will happen to you or to any other person. If they worry you, please talk with your care "
        "team.",
        "Would anyone like to look away, or to step out for a while? No one has to give a reason.",
        "Mostly silence. Wait for a moment, and mean it.",
        "Before you go on",
    ),
    Step(
        "poll",
        {45: 1},
        "We begin with a show of hands.",
        "Two web pages. Cleveland Clinic says that of 100 {subtype_group}, {subtype_pct} {subtype_says}. {her2} "
        "The Guide page says that of 100 {group}, {liver_pct} {liver_says}.",
        "Is it the same {same}? A: the same people. B: another group. C: no one can tell.",
        "Many hands may go up for A, as the number is the same. It is B. Read out the words after "
        "\u201cof 100\u201d: these are two groups. Do not give it away yet: let two of them say why.",
        "Two pages say {subtype_pct} in 100: is it the same {same}?",
    ),
    Step(
        "percent-of-whom",
        {20: 2},
        "We begin with a question.",
        "Here are three hundreds with walls between them. Of 100 {subtype_group}, {subtype_pct} {subtype_says}. Of 100 "
        "{early_group}, {early_pct} {early_says}. Of 100 {group}, {liver_pct} {liver_says}. {her2}",
        "Hands up: is the first {same} the same as the last {same}? Then in a row: who stands behind each wall?",
        "Many may say yes. No: each hundred is another group, so nothing here may be multiplied. For the one in the "
        "middle, no time span is given.",
        "Two pages say {subtype_pct} in 100: is it the same {same}?",
    ),
    Step(
        "percent-of-whom",
        {45: 2},
        "Let us look at the hundreds themselves.",
        "Now with walls between them, and a third one in the middle. Of 100 {early_group}, {early_pct} {early_says}: "
        "no time span is given. No group is the counted part of the one before it. So there is no path from the left "
        "to the right, and nothing may be multiplied.",
        "Someone takes {subtype_pct} of the first hundred and {early_pct} of those. What is wrong?",
        "The second hundred has early-stage disease. Of the first hundred no stage is named. A share of a share needs "
        "one group inside the other.",
    ),
    Step(
        "site-icons",
        {20: 1, 45: 2},
        "Now to four figures that stand on one web page.",
        "Each square is of 100 {group}. {advanced} One web page gives {four}. Read bone both ways: {bone_pct} have it "
        "there, {bone_not} do not, and it may be elsewhere. The page names no type, no date and no study.",
        "Add the four up. What do you get? How can that be?",
        "You get {total}. One person can have more than one site, so she is counted in each. It is not a mistake.",
    ),
    Step(
        "who-wrote-the-pages",
        {45: 2},
        "How good is the page that these four figures come from?",
        "We hold four pages. This table shows what each tells of itself. An empty cell means: not given in the text "
        "that we hold. It may have stood on the page. Only one page gives site figures. Like two of the others, it "
        "gives no publisher, no doctor, no date and no study.",
        "Would you quote its figures? What would you write beside them?",
        "You may, with its limits: rough, one unsigned web page, without a date or a study. It is no reason to say "
        "that the figures are wrong.",
    ),
    Step(
        "overlap-bounds",
        {20: 2, 45: 2},
        "If one person can have more than one site, how many do?",
        "The four figures do not tell. They only set limits. If all four are about the same 100 {group}, then {low} to "
        "{high} have two or more of the four sites. Anything in that range fits. None of the four sites is not the "
        "same as no spread.",
        "In pairs: how could only {low} have two or more, when the sum is {total}?",
        "Let {low} women have all four sites. They take up all that is over a hundred. Then nobody else needs more "
        "than one. The range is worked out by us, and no page gives it.",
    ),
    Step(
        "overlap-worlds",
        {45: 3},
        "Let us draw the two ends of that range.",
        "Both worlds are made up. Both give the same four figures: {four}, of 100 {group}. In one, {low} have two or "
        "more sites. In the other, {high} do. The page does not say which sites go together, so no one can pick the "
        "true world from these figures.",
        "On paper: draw a third world that fits the same four figures.",
        "There are very many. Check that each site gets its number of women. Then count those who have two or more: it "
        "is from {low} to {high} each time.",
    ),
    Step(
        "two-denominators",
        {20: 1, 45: 2},
        "So much for the web pages. Now to studies, and back to our first question.",
        "One study in the US counted {count} people with spread to bone. Of 100 {small_group}, that is {small_pct}. Of "
        "100 {large_group}, it is {large_pct}. It is the same people both times. Only the group that they are a share "
        "of has changed.",
        "A headline gives one of the two. How do you know which?",
        "You do not, unless it says of whom. Both are right. The size of the smaller group is derived by us, since the "
        "study does not print it.",
    ),
    Step(
        "published-sites",
        {20: 2, 45: 2},
        "Do studies find what the web page says?",
        "Each dot is a study, with its own group of people with metastatic breast cancer and its own moment. Look at "
        "the liver. Of 100 in each of their groups, {liver_studies} studies found {liver_low} to {liver_high}. Of 100 "
        "{group}, the web page says {liver_pct}. We set them side by side, and never make them into a mean.",
        "Why do they differ? Find two reasons in the figure.",
        "They count other people, in other countries and years, and at other moments. Chance plays a part too. None of "
        "them has to be wrong.",
    ),
    Step(
        "first-and-any-time",
        {45: 2},
        "One of those reasons can be seen inside a single study.",
        "This study looked at {people} people in two ways. Where was spread found first? And where was it found at any "
        "time, as we read the abstract? For the lung, of 100 {study_group}, that is {first_pct} and {any_pct}.",
        "Which of the two is right?",
        "Both: they answer two questions. Someone counted for bone at first may be counted for the lung as well, "
        "later on. So ask of each figure: when was it counted?",
    ),
    Step(
        "what-nobody-says",
        {45: 2},
        "Is there such a figure for HER2-positive disease?",
        "Look at what is empty. {gap}. The only site figures are of 100 {group}, with no type named. Pages on "
        "HER2-positive disease name the sites, and give no figure for them. An empty cell is not nought, and it is not "
        "a safe place to put a guess.",
        "May we write the four figures into the row for HER2-positive disease?",
        "No. That would be a claim that nobody has made. Leave it empty, and say that it is.",
    ),
    Step(
        "her2-pace",
        {45: 2},
        "And where pages do say something, do they say the same?",
        "Two pages speak of the pace of HER2-positive disease. The table has what each says, in our words. Read the "
        "rows of one page, then those of the other. Look for the small words, such as \u201ccan\u201d: they are part "
        "of the claim. Four pages are four pages, not a count of people.",
        "Where do the two clash, and where do they agree?",
        "Both say that the pace depends on things. One calls a set, fast timeline a misconception. The other has "
        "\u201cquickly\u201d in a heading.",
    ),
    Step(
        "task",
        {20: 3, 45: 6},
        "Now it is your turn.",
        "The headline here is made up, and it has more than one mistake. Below it stands what the pages give. "
        "{gap}. Work in pairs. Find what is wrong, then mend it. Write your own headline, short, and true.",
        "Of whom are the figures, from where, and from when?",
        "They are not new: no date is given. They are not of HER2-positive disease: no type is named. For example: "
        f"\u201c{MENDED}\u201d. Hear three pairs.",
        "In pairs: what is wrong with this headline?",
    ),
    Step(
        "home",
        {20: 1, 45: 1},
        "Let us close with what stays.",
        "Three things to take home. First, ask of each percentage: percent of whom? Second, one person can have more "
        "than one site, so such figures do not add up to a whole. Third, a rough figure needs its group, its hedge and "
        "its source, and what nobody says stays empty. If anything here worries you, please talk with your care team.",
        "Which of the three will you use first? Tell the person beside you.",
        "Any of them. Let two people say theirs aloud.",
        "Three things to take home",
    ),
    Step(
        "sources",
        {20: 0, 45: 0},
        "Last, where all this comes from.",
        "Here are the pages and the studies. If you use a figure from this lesson, cite its own source. Keep the "
        "group, the hedge and the caveat with it. The tables and the charts are free to use, on the terms that stand "
        "here. Thank you for your time, and for asking of whom.",
        "Are there any questions?",
        "If a question is about someone\u2019s own illness, say that these figures cannot answer it, and that a care "
        "team can.",
        "Sources",
    ),
)


def script(minutes: int) -> list[Step]:
    """Return the steps of the lesson of this length.

    Examples
    --------
    >>> [len(script(minutes)) for minutes in LENGTHS]
    [10, 16]
    """
    return [step for step in _STEPS if minutes in step.minutes]
