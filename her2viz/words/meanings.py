"""Terms explained in the words of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from her2viz.dataset.loaders import load_table
from her2viz.phrases import sentence

__all__ = ["MEANT", "NAMED", "explain"]

#: The row that says what a term means: its table and its name in it.
MEANT = {
    "metastatic": ("care_facts", "overview-meaning-metastasis"),
    "advanced": ("care_facts", "guide-stage-advanced"),
    "early-stage": ("care_facts", "cleveland-stage-early"),
    "stage IV": ("care_facts", "cleveland-stage-iv"),
    "recurrence": ("care_facts", "overview-meaning-recurrence"),
    "local recurrence": ("care_facts", "overview-local-recurrence"),
    "regional recurrence": ("care_facts", "overview-regional-recurrence"),
    "distant recurrence": ("care_facts", "overview-distant-recurrence"),
    "HER2": ("subtype_facts", "cleveland-her2-protein"),
    "HER2-positive": ("subtype_facts", "cleveland-her2-more-protein"),
    "HR": ("care_facts", "insights-meaning-hr-positive"),
    "ER": ("care_facts", "overview-meaning-er-positive"),
}
#: Terms that rows use and none explains.
NAMED = (
    "HER2-negative", "HER2-low", "HER2-overexpressing", "triple-negative", "luminal", "Ki67", "CDK4/6", "PARP", "SEER",
)  # fmt: skip


def explain(terms: Sequence[str]) -> str:
    """Explain terms in the words of the tables."""
    return " ".join(_meaning(term) for term in terms)


@cache
def _meaning(term: str) -> str:
    table, row_id = MEANT[term]
    return sentence(load_table(table).set_index("row_id").loc[row_id, "statement"])
