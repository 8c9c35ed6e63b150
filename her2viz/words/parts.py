"""The words of a figure."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Words"]


class Words(NamedTuple):
    """All that is said about one figure. Title, reference, aside, note, caveat and credit are drawn on the page."""

    title: str
    reference: str
    aside: str
    note: str
    caveat: str
    credit: str
    alt: str
    description: str
    caption: str
    sources: tuple[str, ...]
