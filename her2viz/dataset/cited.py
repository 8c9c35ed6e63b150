"""The columns of what the tables cite: the documents, the published studies and the figures of the studies."""

from __future__ import annotations

from her2viz.dataset import terms as v
from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table, choice
from her2viz.dataset.said import ROW_ID

__all__ = ["CITED", "SUBJECT"]

SUBJECT = choice("subject", "What the document as a whole is about.", v.SUBJECTS)
_STUDY_ID = Column("study_id", TEXT, "The study: a row of `studies`.", refers_to="studies.study_id")

CITED: tuple[Table, ...] = (
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
            SUBJECT,
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
