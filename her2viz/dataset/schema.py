"""The data dictionary: every table, every column, and what a cell may hold.

Columns are plain data: loaders take the types from them, checks the rules, and the data dictionary the words.
"""

from __future__ import annotations

from her2viz.dataset import terms as v
from her2viz.dataset.cited import CITED, SUBJECT
from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table, choice
from her2viz.dataset.said import KEYS, SAID
from her2viz.errors import unknown

__all__ = ["TABLES", "table"]


_POLARITY = choice(
    "polarity",
    "Whether the document affirms the thing named in the row (item, symptom or therapy) or denies it. A statement or a "
    "detail is already worded as the document means it: do not deny it once more.",
    v.POLARITIES,
)


TABLES: tuple[Table, ...] = (
    Table(
        "sites",
        "metastasis_sites.csv",
        "a site that a document names as a place of distant spread",
        "The sites of spread, with the rough figure that one document gives for four of them.",
        "frequency",
        (
            *KEYS,
            choice("site", "Short name of the site; the order is for display, not a ranking.", v.SITES, unique=True),
            Column("label", TEXT, "The name of the site as charts print it.", unique=True),
            Column(
                "frequency_pct",
                WHOLE,
                "Of 100 people of the population, about how many have spread at this site; empty where no document "
                "gives a figure.",
                True,
                low=0,
                high=100,
            ),
            Column("sites_overlap", YES_NO, "Whether one person can have this site and others too (our reading)."),
            Column("note", TEXT, "What a reader should know of the row.", True),
            *SAID,
        ),
    ),
    Table(
        "site_mentions",
        "site_mentions.csv",
        "a document naming a site as a place of spread",
        "Which document names which site, and where in its list.",
        "claims",
        (
            *KEYS,
            choice("site", "The site named.", v.SITES, refers_to="sites.site"),
            Column(
                "list_position", WHOLE, "Its place in the document's list, from 1; a place is not a rank.", True, low=1
            ),
            choice("list_kind", "What the document calls the list.", v.LIST_KINDS, empty=True),
            SUBJECT,
            *SAID,
        ),
    ),
    Table(
        "subtype_facts",
        "subtype_facts.csv",
        "a claim about a subtype of breast cancer",
        "What the documents say of HER2-positive and other subtypes: share, pace, outlook, comparisons.",
        "claims",
        (
            *KEYS,
            choice("subtype_described", "The subtype that the claim describes.", v.SUBTYPES),
            choice("attribute", "What of the subtype the claim is about.", v.SUBTYPE_ATTRIBUTES),
            Column("item", TEXT, "The thing that is affirmed or denied of it."),
            Column("statement", TEXT, "The claim, in our own words."),
            Column("in_short", TEXT, "The claim in at most six words, its hedge kept, never stronger."),
            Column("value", NUMBER, "The number in the claim; empty where it has none.", True, low=0),
            choice("unit", "What the number counts.", v.UNITS, empty=True),
            Column("says", TEXT, "What is so of that many people, from the verb on.", True),
            Column("worded_as", TEXT, "How the document words the number, where not in 100.", True),
            _POLARITY,
            choice("speaker", "Who says it inside the document.", v.SPEAKERS),
            *SAID,
        ),
    ),
    Table(
        "symptoms",
        "symptoms.csv",
        "a document giving a symptom for a site",
        "Symptoms and complications by site of spread, general ones (any) and those of the breast itself (breast).",
        "claims",
        (
            *KEYS,
            choice(
                "site",
                'The site of spread; "any" for wherever it is, "breast" for the breast itself.',
                v.SYMPTOM_SITES,
                refers_to="site_terms.site",
            ),
            choice("symptom", "The symptom, one term for one thing.", v.SYMPTOMS),
            choice(
                "symptom_group",
                "Symptoms for which pages use several words, under one (our reading).",
                v.SYMPTOM_GROUPS,
            ),
            Column("detail", TEXT, "The document's own shade of it.", True),
            _POLARITY,
            *SAID,
        ),
    ),
    Table(
        "treatments",
        "treatments.csv",
        "a document giving a therapy for a setting or a site",
        "Therapies named: drugs, classes, procedures and supportive care, with class and target only where stated.",
        "claims",
        (
            *KEYS,
            choice("therapy", "The therapy: a row of `therapies`.", v.THERAPIES, refers_to="therapies.therapy"),
            choice("therapy_class", "The class, where this document states it.", v.THERAPY_CLASSES, empty=True),
            choice("target", "What it acts on, where this document states it.", v.TARGETS, empty=True),
            choice("receptor", "The receptors it is named for; empty where none.", v.RECEPTORS, empty=True),
            choice("purpose", "What it is named for; empty where the document does not say.", v.PURPOSES, empty=True),
            choice(
                "combined_with",
                "The therapy that it is given together with, where the document says so.",
                v.THERAPIES,
                empty=True,
                refers_to="therapies.therapy",
            ),
            choice(
                "site",
                "The site of spread it is named for; empty where none.",
                v.SITES,
                empty=True,
                refers_to="sites.site",
            ),
            _POLARITY,
            Column("detail", TEXT, "What the document says it does or is for.", True),
            *SAID,
        ),
    ),
    Table(
        "therapies",
        "therapies.csv",
        "a therapy",
        "The therapies that the tables name: one row each, with its kind and brand.",
        "claims",
        (
            choice("therapy", "The therapy, one term for one thing.", v.THERAPIES, unique=True),
            choice("kind", "What kind of therapy it is (our sorting).", v.THERAPY_KINDS),
            Column("brand", TEXT, "The brand name, where a document gives one.", True),
        ),
    ),
    Table(
        "care_facts",
        "care_facts.csv",
        "any other claim",
        "Everything else: how spread works, tests, timing, when to seek care, cure, factors, lowering risk, support.",
        "claims",
        (
            *KEYS,
            choice("topic", "What the claim is about.", v.TOPICS),
            choice("item", "The thing inside the topic, one term for one thing.", v.ITEMS),
            choice(
                "item_kind",
                "What kind of thing it is: a therapy is a row of `therapies`, a symptom a term of `symptoms`.",
                v.ITEM_KINDS,
            ),
            choice(
                "site",
                "The site that the claim is about; empty where it is about no one site.",
                v.SITES,
                empty=True,
                refers_to="sites.site",
            ),
            Column("statement", TEXT, "The claim, in our own words."),
            Column("value_low", NUMBER, "The number, or the lower end of a range.", True, low=0),
            Column("value_high", NUMBER, "The upper end of a range, or the most allowed.", True, low=0),
            choice("unit", "What the numbers count.", v.UNITS, empty=True),
            _POLARITY,
            choice(
                "advice",
                "Where the row is a recommendation: to do it, or to do or have more of it, less of it or none of it.",
                v.ADVICE,
                empty=True,
            ),
            *SAID,
        ),
    ),
    Table(
        "disagreements",
        "disagreements.csv",
        "one document's position on a question where they differ",
        "Questions on which the documents differ, and what each of them holds.",
        "claims",
        (
            *KEYS,
            choice("question_id", "Short name of the question.", v.QUESTIONS),
            Column("question", TEXT, "The question in words, the same in all its rows."),
            choice(
                "relation",
                "How the positions on the question stand to each other, the same in all its rows (our reading). "
                "Conflict: two of them, of the same group, cannot both hold as worded. Differ: the documents stress or "
                "cover different things. Agree: they say the same in other words.",
                v.RELATIONS,
            ),
            Column("position", TEXT, "What the document holds, in our own words."),
            Column("in_short", TEXT, "The position in at most six words, its hedge kept, never stronger."),
            Column(
                "answer",
                TEXT,
                "The answer that figures draw the position under (our sorting); empty where they need none.",
                True,
            ),
            *SAID,
        ),
    ),
    Table(
        "site_terms",
        "site_terms.csv",
        "a term for a site",
        "Every term that a column `site` of any table may hold, the sites of `sites` among them.",
        "claims",
        (
            choice("site", "The term.", v.SITE_TERMS, unique=True),
            Column("name", TEXT, "What it is called in a sentence.", unique=True),
            choice("kind", "What kind of term it is.", v.SITE_KINDS),
        ),
    ),
    *CITED,
)


def table(name: str) -> Table:
    """Return the table of this name.

    Raises
    ------
    UsageError
        If there is no such table; the message lists those there are.

    Examples
    --------
    >>> table("sites").file
    'metastasis_sites.csv'
    """
    for entry in TABLES:
        if isinstance(name, str) and entry.name == name:
            return entry
    raise unknown("table", name, [entry.name for entry in TABLES])
