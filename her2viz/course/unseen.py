"""A page and an abstract to practise on: made up by us, of an illness and a town that are made up as well."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

__all__ = ["ALL", "BLUE", "GROUPS", "LOOKED_AT", "ROUGH", "Lines", "abstract", "ours", "page"]

_MARK = "(made up for practice)"
#: Of whom: those of the page, and those wider, narrower or of the abstract that a reader may put in their place.
GROUPS = (
    "people of made-up Nowhere who have dapple",
    "people of made-up Nowhere whose dapple has spread",
    "people of made-up Nowhere who have blue dapple",
    "people of made-up Nowhere whose blue dapple has spread",
)
#: What the page says of 100 people, about; it names the toe without a number.
ROUGH: dict[str, float] = {"Elbow": 60, "Knee": 45, "Ear": 20}
#: The share of the blue type on the page, of another hundred.
SHARE = 30
#: How many people the abstract counted: all, those looked at closely, and of these those with spots at a place.
ALL, LOOKED_AT = 500, 75
BLUE: dict[str, int] = {"Elbow": 30, "Knee": 24, "Ear": 9}


@dataclass(frozen=True, repr=False)
class Lines:
    """A text with its lines numbered; shows itself with the words that it is made up, in a notebook and as text."""

    name: str
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its name, and that it is made up."""
        return f"{self.name} {_MARK}"

    def __repr__(self) -> str:
        return "\n".join((self.title, *(f"{n}  {line}" for n, line in enumerate(self.lines, 1))))

    def _repr_html_(self) -> str:
        left = ' style="text-align:left"'
        rows = (
            f'<tr><th scope="row">{n}</th><td{left}>{escape(line, quote=False)}</td></tr>'
            for n, line in enumerate(self.lines, 1)
        )
        head = f'<thead><tr><th scope="col">line</th><th scope="col"{left}>{self.title}</th></tr></thead>'
        return f'<table style="color:inherit">{head}<tbody>{"".join(rows)}</tbody></table>'


def page() -> Lines:
    """Return the page.

    Examples
    --------
    >>> page().title
    'THE PAGE (made up for practice)'
    """
    return Lines(
        "THE PAGE",
        (
            "Dapple: what Nowhere should know. By the Spot Club of Nowhere.",
            "Dapple begins with spots on the nose. It has spread once there are spots elsewhere.",
            f"Of 100 {GROUPS[1].replace('made-up ', '')}, about {ROUGH['Elbow']:g} have spots on the elbow.",
            f"About {ROUGH['Knee']:g} of them have spots on the knee, and about one in five on the ear.",
            "Spots can turn up on the toe, too.",
            "The same person may have spots at more than one of these places.",
            f"Of 100 {GROUPS[0].replace('made-up ', '')}, about {SHARE} have the blue type.",
            "\u201cIn blue dapple, spots show sooner, but they do not itch,\u201d says Dr. Quill.",
        ),
    )


def abstract() -> Lines:
    """Return the abstract.

    Examples
    --------
    >>> abstract().title
    'THE ABSTRACT (made up for practice)'
    """
    return Lines(
        "THE ABSTRACT",
        (
            "Blue dapple in Nowhere. By Fern and Inkwell.",
            f"We looked at all {ALL} people of Nowhere on the day when they were first told of their blue dapple.",
            f"In {LOOKED_AT} of them it had spread on that day.",
            f"Of these {LOOKED_AT}, {BLUE['Elbow']} had spots on the elbow, "
            f"{BLUE['Knee']} on the knee, {BLUE['Ear']} on the ear.",
            "Whoever had spots at two places was counted at both. Nobody looked at toes.",
        ),
    )


def ours() -> pd.DataFrame:
    """Return our rows of the page, in the form that :func:`her2viz.read_sites` gives.

    Examples
    --------
    >>> ours()["population"].unique().tolist()
    ['people of made-up Nowhere whose dapple has spread']
    """
    labels = [*ROUGH, "Toe"]
    return pd.DataFrame(
        {
            "site": [label.lower() for label in labels],
            "label": labels,
            "frequency_pct": pd.array([ROUGH.get(label) for label in labels], dtype="Float64"),
            "qualifier": ["about" if label in ROUGH else "can" for label in labels],
            "population": GROUPS[1],
            "sites_overlap": True,
            "source": "Spot Club of Nowhere, a made-up page",
            "note": ["line 3", "line 4", "line 4, worded as one in five", "line 5, no figure"],
        }
    )
