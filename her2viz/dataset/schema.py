"""The data dictionary: every table, every column, and what a cell may hold.

Columns are plain data: loaders take the types from them, checks the rules, and the data dictionary the words.
"""

from __future__ import annotations

from her2viz.dataset import terms as v
from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table, choice
from her2viz.dataset.said import KEYS, ROW_ID, SAID
from her2viz.errors import unknown

__all__ = ["TABLES", "table"]


_POLARITY = choice(
    "polarity",
    "Whether the document affirms the thing named in the row (item, symptom or therapy) or denies it. A statement or a "
    "detail is already worded as the document means it: do not deny it once more.",
    v.POLARITIES,
)
_SUBJECT = choice("subject", "What the document as a whole is about.", v.SUBJECTS)
_STUDY_ID = Column("study_id", TEXT, "The study: a row of `studies`.", refers_to="studies.study_id")


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
            _SUBJECT,
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
            Column("position", TEXT, "What the document holds, in our own words."),
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
    Table(
        "sources",
        "sources.csv",
        "a document",
        "The four documents, what each tells of itself, and how far to trust it.",
        "claims",
        (
            choice("source_id", "Short name of the document.", v.SOURCES, unique=True),
            Column("short_name", TEXT, "The name that credits use.", unique=True),
            Column("file", TEXT, "The text file that `line` counts in; it is not shipped.", unique=True),
            Column("title", TEXT, "Its title; empty where the text has none.", True),
            Column("publisher", TEXT, "Who publishes it, where the text says so.", True),
            _SUBJECT,
            Column("named_expert", TEXT, "The expert it quotes by name.", True),
            Column("dated", YES_NO, "Whether the text gives a date."),
            Column("references", YES_NO, "Whether the text gives references."),
            choice("reliability", "How far to trust it: our judgement, from the text alone.", v.RELIABILITIES),
            Column("why", TEXT, "The reasons for that judgement."),
        ),
    ),
    Table(
        "studies",
        "studies.csv",
        "a published study",
        "The published studies and registries that the published figures come from.",
        "study",
        (
            Column("study_id", TEXT, "Short name of the study.", unique=True),
            Column("short_name", TEXT, "The name that credits use.", unique=True),
            Column("citation", TEXT, "The full citation."),
            Column("doi", TEXT, "Its DOI; empty where none is known.", True),
            Column("country", TEXT, "Where the people lived; empty where the text read does not say.", True),
            Column("years", TEXT, "The years covered; empty where the text read does not say.", True),
            Column("setting", TEXT, "Where the people were found: a registry, a hospital, a clinic."),
            Column("read_in", TEXT, "The text in which the numbers were read."),
        ),
    ),
    Table(
        "published_figures",
        "published_figures.csv",
        "a published figure",
        "Figures from published studies, each with of whom, when, and of what group it is a percentage.",
        "study",
        (
            ROW_ID,
            _STUDY_ID,
            choice("quantity", "Site frequency or subtype share.", v.QUANTITIES),
            choice(
                "site",
                "The site of spread; empty for a subtype share.",
                v.PUBLISHED_SITES,
                empty=True,
                refers_to="site_terms.site",
            ),
            choice(
                "subtype", 'The subtype as the study labels it; "all" for all types together.', v.PUBLISHED_SUBTYPES
            ),
            choice(
                "subtype_group",
                "The subtype in the terms of the other tables, where the label names receptors: HR+/HER2+ is "
                "HR-positive, HER2-positive. HER2-overexpressing, luminal A and B and triple-negative are labels by "
                "other rules and stay apart.",
                v.STUDY_SUBTYPES,
            ),
            Column("population", TEXT, "Whom the figure is about."),
            choice("denominator", "What group it is a percentage of.", v.DENOMINATORS),
            Column("moment", TEXT, "When it was counted, as the study puts it."),
            choice("moment_group", "When it was counted, in groups that must not be mixed.", v.MOMENT_GROUPS),
            Column("n_total", WHOLE, "Size of the group, where the text read prints it.", True, low=1),
            Column("n_with", WHOLE, "Number of people with it, where printed.", True, low=0),
            Column("percent", NUMBER, "The percentage.", low=0, high=100),
            Column(
                "percent_printed",
                TEXT,
                "The percentage as the study prints it; its decimals say how far it was rounded. Made of `percent` on "
                "loading.",
                as_written="percent",
            ),
            Column("note", TEXT, "What a reader should know of the figure.", True),
        ),
    ),
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
        if entry.name == name:
            return entry
    raise unknown("table", name, [entry.name for entry in TABLES])
