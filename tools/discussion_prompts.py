"""Questions to talk about in class, by lesson: what stands in no notebook and has no answer to type."""

#: Asked where a lesson has none of its own.
ANY = (
    "Which sentence of this lesson would you show to a friend who shares figures online?",
    "What did you believe at the start of the lesson that you would now say in other words?",
)
PROMPTS = {
    "00_start_here": (
        "You find a page on a health topic. What do you look at before you read its first number?",
        "Why can a count of pages not stand for a count of people? Think of a case outside medicine.",
        "Who may be in this room, or read your homework, for whom these numbers are not just an exercise?",
    ),
    "01_where_it_spreads": (
        "A slide shows a number and no group. What would you ask the person who made it?",
        "When is the word about enough, and when would you want a range?",
        "An empty cell on a slide looks unfinished. How do you show that nobody knows, without filling it in?",
    ),
    "02_percent_of_whom": (
        "Find three headlines with a percentage. Of whom is each? Which of them say so?",
        "The same people can be a large share of one group and a small share of another. Which one would you print?",
        "When may two figures be multiplied? Make up one case where it is right and one where it is not.",
    ),
    "03_overlap": (
        "Your class has people with a brother and people with a sister. What do the two counts tell of both together?",
        "A range is honest and feels useless. For whom is it still of use?",
        "Why does a made-up world help to see what is possible? What must be written on it?",
    ),
    "04_what_is_said_of_subtypes": (
        "Take a firm claim and add one small word that makes it true. Which word was it?",
        "Two pages seem to contradict each other. How do you find out whether they speak of the same thing?",
        "Why is it so easy to lose a not on the way from a page to a slide?",
    ),
    "05_symptoms_and_treatments": (
        "Three pages name a symptom. What does a reader hear, and what does it mean?",
        "How do you write about symptoms so that a worried reader knows what to do next?",
        "You know more than the page says. May you add it under the page's name?",
    ),
    "06_do_the_documents_agree": (
        "What makes you trust a claim? Would the person beside you choose the same signs?",
        "A page is silent on a question. What may you write about that?",
        "Can a page that you do not trust be right? How would you know?",
    ),
    "07_when_and_of_whom": (
        "Two studies give two figures for one site. Name three reasons that have nothing to do with a mistake.",
        "Why is the mean of several studies tempting? What is lost in it?",
        "A friend wants one number. What do you say?",
    ),
    "08_chance_and_subtypes": (
        "What can chance do to a small group? Try it with coins.",
        "An interval is narrow. What does that not tell you?",
        "A study counted people in one hospital. To whom would you carry the figure over?",
    ),
    "09_make_your_own_figures": (
        "Swap charts with another group. What can you tell from theirs alone, with nobody to explain it?",
        "Which words must travel with a figure when someone copies it into a message?",
        "Is there a figure that you would decide not to draw?",
    ),
    "10_an_unseen_page": (
        "Read each other's three sentences. Which word would you not do without, and why?",
        "Where did your rows differ from ours? Who of us stands closer to the page?",
        "You meet a real page tomorrow. Which of its lines do you look for first?",
    ),
}
