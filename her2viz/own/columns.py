"""The columns of a table of someone's own."""

from __future__ import annotations

from her2viz.dataset.columns import NUMBER, TEXT, WHOLE, YES_NO, Column, Table
from her2viz.dataset.things import THINGS
from her2viz.own import cells

__all__ = ["COUNTS", "FURTHER", "MAY_BE_LEFT_OUT", "OWN_SITES", "SEVERAL"]

#: The columns that can stand in place of a percentage.
COUNTS = ("n", "total")
#: Whether one person can have several, by the name for sites and by the one for all things.
SEVERAL = ("sites_overlap", "several")
#: Columns that a frame has only where its table has them.
FURTHER = (*COUNTS, "thing", "several", "group")
#: Columns without which a table is whole; site is made from label.
MAY_BE_LEFT_OUT = ("site", "qualifier", "note", *FURTHER)

#: A table of someone's own; the order of its columns is free.
OWN_SITES = Table(
    "own sites",
    "mine.csv",
    "a site, with its figure or without",
    "Figures of your own, about another group or from another source.",
    "own",
    (
        Column(
            "site",
            TEXT,
            "Short name of the site, such as bone; `body-map` knows the names of `sites`. The column may be left out: "
            "it is made from the label.",
            wrong=cells.text(30),
        ),
        Column("label", TEXT, "The name of the site as figures print it.", wrong=cells.text(30)),
        Column(
            "frequency_pct",
            NUMBER,
            "Of 100 people of the population, how many have this site, such as 70 or 12.5; empty for a site without "
            "a figure. The column may be left out where `n` and `total` stand.",
            True,
            low=0,
            high=100,
            wrong=cells.percentage,
        ),
        Column(
            "qualifier",
            TEXT,
            "How exact the figure is, in the source's word (about, at least, ...); empty where it says it flatly. The "
            "column may be left out.",
            True,
            wrong=cells.hedge,
        ),
        Column(
            "population",
            TEXT,
            'Whom the figure is about, in the plural, as it reads after "Of 100": "women with ..."; one for all '
            "figures of a table, or of a group.",
            wrong=cells.of_whom,
        ),
        Column(
            "sites_overlap",
            YES_NO,
            "Whether one person can have this site and others too; the same in all rows with a figure, and free "
            "elsewhere. `several` can stand in its place.",
            True,
            wrong=cells.yes_no,
        ),
        Column("source", TEXT, "Where the figure stands, as figures print it: who, what, when.", wrong=cells.text(200)),
        Column(
            "note",
            TEXT,
            "What a reader should know of the row; it goes into the long description. The column may be left out.",
            True,
            wrong=cells.text(500, cells.EMPTY),
        ),
        Column(
            "n",
            WHOLE,
            "How many people of those counted have this site, such as 14; the frame has the column where the file has "
            "it.",
            True,
            low=0,
            wrong=cells.whole,
        ),
        Column(
            "total",
            WHOLE,
            "How many people were counted, such as 87: `frequency_pct` is then worked out.",
            True,
            low=1,
            wrong=cells.whole,
        ),
        Column(
            "thing",
            TEXT,
            f"What a row is, the same in all rows: {', '.join(THINGS)}. The figures' words follow it. Without the "
            "column rows are sites; only sites are drawn on the body, and only of sites it is said that illness may be "
            "elsewhere.",
            True,
            wrong=cells.term(THINGS),
        ),
        Column(
            "several",
            YES_NO,
            "Whether one person can have several of them: `sites_overlap` by a name that fits all things. The frame "
            "has it as `sites_overlap`.",
            True,
            wrong=cells.yes_no,
        ),
        Column(
            "group",
            TEXT,
            "Which of two groups the row is about, such as vaccine and placebo, or before and after: `site-bars` draws "
            "them side by side. Each label stands once in a group; each group has one population.",
            wrong=cells.text(20),
        ),
    ),
)
