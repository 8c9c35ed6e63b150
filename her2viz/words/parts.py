"""The words of a figure: kept as parts, and joined here alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from her2viz.dataset.origin import Origin
from her2viz.phrases import shortest
from her2viz.words import meanings

__all__ = ["Credit", "Place", "Words", "alternatives"]


class Place(NamedTuple):
    """Where a number or a claim stands: a source by its name, and the place in it where there is one.

    Examples
    --------
    >>> print(Place("Guide page", "Common Sites", 17))
    Guide page, “Common Sites”, line 17
    """

    name: str
    section: str = ""
    line: int | None = None
    found: str = ""  # of a study: its DOI, or the text that it was read in

    def __str__(self) -> str:
        where = f"\u201c{self.section}\u201d, line {self.line}" if self.section else self.found
        return f"{self.name}, {where}" if where else self.name


class Credit(NamedTuple):
    """The line that names sources.

    Examples
    --------
    >>> print(Credit((Place("Insights page"), Place("Guide page"))))
    Sources: Insights page; Guide page.
    """

    places: tuple[Place, ...]
    lead: str = ""  # "Source" or "Sources" where empty
    end: str = "; "

    def __str__(self) -> str:
        if not self.places:
            return ""
        lead = self.lead or ("Source" if len(self.places) == 1 else "Sources")
        return f"{lead}: {self.end.join(map(str, self.places)).removesuffix('.')}."


@dataclass(frozen=True)
class Words:
    """All that is said about one figure, in parts.

    Title, reference, aside, note, caveat and credit are drawn on the page. Alt text, description, caption and credit
    are joined from the parts.

    Parameters
    ----------
    origin : Origin
        What its numbers are.
    title : str
        Its title.
    form : str
        What sort of chart it is.
    reference : str
        Whom the numbers are of.
    built : str
        How it is built.
    facts : tuple of str
        All that it shows, as sentences: the description.
    brief : tuple of str
        The same in short: the caption.
    shows : tuple of str
        What the alt text says after the form, the fullest first; the first that is short enough is taken.
    caveat : str
        What it can't tell.
    places : tuple of Place
        Where its numbers or claims stand.
    aside, note : str
        A muted line below the reference, and a line below the panels.
    gaps : str
        What the sources do not give.
    terms : tuple of str
        The terms to explain.
    credits : tuple of Credit
        How the page names its sources; with their places where empty.
    in_rows : str
        What the page says in place of them where the rows of its chart name each source.
    located : tuple of Credit
        Sources with the places in them, for the description, where the page has no room for these.
    """

    origin: Origin
    title: str
    form: str
    reference: str
    built: str
    facts: tuple[str, ...]
    brief: tuple[str, ...]
    shows: tuple[str, ...]
    caveat: str
    places: tuple[Place, ...]
    aside: str = ""
    note: str = ""
    gaps: str = ""
    terms: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    in_rows: str = ""
    located: tuple[Credit, ...] = ()

    @property
    def alt(self) -> str:
        """Alt text of at most 250 characters."""
        return shortest(*(f"{self.form}. {text}" for text in self.shows))

    @property
    def description(self) -> str:
        """How it is built, all that it shows, and what must be said with it."""
        return _joined(self.built, *self.facts, *self._close, *map(str, self.located))

    @property
    def caption(self) -> str:
        """What to print under it."""
        return _joined(*self.brief, *self._close)

    @property
    def credit(self) -> str:
        """The sources by name."""
        return _joined(*map(str, self.credits or (Credit(self.places),)))

    @property
    def page_credit(self) -> str:
        """The sources as the foot of the page names them."""
        return self.in_rows or self.credit

    @property
    def bare(self) -> Words:
        """The same without what a page prints around the panels, for a page that prints it elsewhere."""
        return replace(self, title="", reference="", aside="", note="", caveat="", places=(), credits=(), in_rows="")

    @property
    def names(self) -> set[str]:
        """The names of all its sources."""
        return {place.name for places in (self.places, *(credit.places for credit in self.credits)) for place in places}

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, each with its place in the document."""
        return tuple(map(str, self.places))

    @property
    def _close(self) -> tuple[str, ...]:
        return (self.caveat, self.gaps, meanings.explain(self.terms), self.credit)


def _joined(*sentences: str) -> str:
    return " ".join(text for text in sentences if text)


def alternatives(lead: str, items: tuple[str, ...] | list[str], tail: str, separator: str = ", ") -> tuple[str, ...]:
    """Say what a chart shows with all its items, and then with fewer and fewer, for an alt text that has to be short.

    Examples
    --------
    >>> alternatives("Of 100 women: ", ["bone 70", "lung 30"], "Rough figures.")
    ('Of 100 women: bone 70, lung 30. Rough figures.', 'Of 100 women: bone 70, and 1 more. Rough figures.')
    """
    shown = []
    for kept in range(len(items), 0, -1):
        listed = [*items[:kept], *([f"and {len(items) - kept} more"] if kept < len(items) else [])]
        shown.append(f"{lead}{separator.join(listed)}. {tail}".rstrip())
    return tuple(shown)
