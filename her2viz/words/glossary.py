"""Terms explained in the words of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from her2viz.dataset.loaders import load_table
from her2viz.phrases import sentence

__all__ = ["explain"]


def explain(terms: Sequence[str]) -> str:
    """Explain terms in the words of the tables."""
    return " ".join(_meaning(term) for term in terms)


@cache
def _meaning(term: str) -> str:
    table, row_id = {
        "metastatic": ("care_facts", "overview-meaning-metastasis"),
        "advanced": ("care_facts", "guide-stage-advanced"),
        "HER2": ("subtype_facts", "cleveland-her2-protein"),
    }[term]
    return sentence(load_table(table).set_index("row_id").loc[row_id, "statement"])
