"""The figure of the three different hundreds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from her2viz import citing, style, wording
from her2viz.charts.whom import one_hundred
from her2viz.entry import Entry, shipped
from her2viz.page import Panels
from her2viz.wording import Words

__all__ = ["WHOM_FIGURES"]

#: The claims that have their own hundred, and the site whose figure is easily taken for one of theirs.
_FACTS, _SITE = ("cleveland-her2-share", "cleveland-her2-early-spread"), "liver"


def _rows() -> pd.DataFrame:
    from her2viz.loaders import load_sites, load_subtype_facts

    kept = ["value", "qualifier", "population", "says", "statement", "source_id", "section", "line"]
    facts = load_subtype_facts().set_index("fact_id").loc[list(_FACTS)]
    # what is so of these people stands in the statement after whom it is of
    says = [re.search(r"\b(?:have|see)\b[^;]*", text) for text in facts["statement"]]
    facts = facts.assign(says=[found[0] if found else "" for found in says])
    sites = load_sites().query("site == @_SITE").rename(columns={"frequency_pct": "value"})
    says_site = [f"have spread in the {wording.plain(label)}" for label in sites["label"]]
    sites = sites.assign(says=says_site, statement="")
    rows = pd.concat([facts.reset_index()[kept], sites[[*kept, "site"]]], ignore_index=True)
    return rows.assign(value=rows["value"].astype(float), site=rows["site"].astype(object))


def _words(rows: pd.DataFrame) -> Words:
    told = [
        f"{wording.reference_class(rows.loc[[i]])}, {wording.hedged(r['qualifier'], r['value'])} {r['says']}."
        for i, r in rows.iterrows()
    ]
    both = [f"{wording.hedged(r['qualifier'], 100 - r['value'])} do not" for _, r in rows.iterrows()]
    first, last = rows.iloc[0], rows.iloc[-1]
    same = first["value"] == last["value"]
    note = (
        f"Two say {wording.hedged(first['qualifier'], first['value'])}, but not of the same people."
        if same
        else "Each figure holds for its own group only."
    )
    note = f"{note} No time span is given for the {wording.number(rows.iloc[1]['value'])}."
    rule = "Three different groups: nothing here may be multiplied."
    caveat = wording.caveat("frequency", rows)
    credit = citing.names_credit(rows)
    worded = [found for text in rows["statement"] for found in re.findall(r"worded as (1 in \d+)", str(text))]
    specific = wording.specificity(rows[rows["site"].notna()])
    end = [caveat, wording.glossary(["advanced", "HER2"]), credit]
    short = [f"{wording.number(r['value'])} of 100 {r['population']} {r['says']}" for _, r in rows.iterrows()]
    third = f"The third is {specific}."
    return Words(
        title="Percent of whom? Three different hundreds",
        reference=rule,
        aside=f"Rough figures; the third is {specific}",
        note=note,
        caveat=caveat,
        credit=credit,
        alt=wording.shortest(
            f"Icon arrays, three groups, not to be multiplied. About {'; '.join(short)}. {third}",
            f"Icon arrays of three groups. About {'; '.join(short)}.",
            f"Icon arrays. About {'; '.join(short)}.",
        ),
        description=" ".join(
            [
                "Icon arrays: three squares of 100 circles, set apart by lines, each under the name of its group. "
                "Filled circles come first, row by row from the top left.",
                *(f"{text[:-1]}, and {rest}." for text, rest in zip(told, both, strict=True)),
                rule,
                note,
                "No group is the counted part of the one before it.",
                third,
                *end,
                citing.credit(rows),
            ]
        ),
        caption=" ".join(
            [*told, *(f"The page words the second as {form}." for form in worded[:1]), rule, note, third, *end]
        ),
        sources=citing.cited(rows),
    )


def _panel(rows: pd.DataFrame, last: bool) -> Callable[[Axes], object]:
    def draw(ax: Axes) -> None:
        one_hundred(rows, ax=ax)
        if not last:
            lw = ax.spines["left"].get_linewidth()
            ax.add_line(Line2D([0.97, 0.97], [0, 1], color=style.OUTLINE, lw=lw, transform=ax.transAxes, gid="divider"))

    return draw


def _panels(rows: pd.DataFrame) -> Panels:
    draw = tuple(_panel(rows.iloc[[n]], n == len(rows) - 1) for n in range(len(rows)))
    return Panels(draw, lambda room: room.page.row * 3.1, columns=len(rows))


WHOM_FIGURES: tuple[Entry, ...] = (
    Entry(
        "percent-of-whom",
        "frequency",
        "Of whom is each of three figures, and why can they not be put together?",
        shipped("percent-of-whom", _rows),
        _words,
        _panels,
        ("value",),
    ),
)
