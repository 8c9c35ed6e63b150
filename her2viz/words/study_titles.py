"""What the figures of published studies find, in a title: counted in the rows, and changing with them."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.derived.published import SITES

__all__ = ["her2_title", "kaplan_title", "site_title", "sites_title", "tally", "widest"]

_SIDES = {"more": "above", "fewer": "below"}


def tally(rows: pd.DataFrame) -> tuple[int, int, int]:
    """Count the figures of a site above the rough one, those below, and all."""
    given = rows.dropna(subset="percent")
    above, below = given["percent"] > given["rough_pct"], given["percent"] < given["rough_pct"]
    return int(above.sum()), int(below.sum()), len(given)


def _most(rows: pd.DataFrame) -> tuple[str, str]:
    """Say how many studies of a site stand on the same side of the rough figure, and whether with more or fewer."""
    above, below, figures = tally(rows)
    most, word = max((below, "fewer"), (above, "more"))
    many = phrases.count(figures)
    return (_all(figures) if most == figures else f"{phrases.count(most) if most else 'none'} of {many} studies"), word


def _all(figures: int) -> str:
    return f"all {phrases.count(figures)} studies" if figures > 1 else "the only study"


def sites_title(rows: pd.DataFrame) -> str:
    """Say at which sites all studies stand above the rough figure, or below it; or at which site most of them do."""
    parts = {site: rows[rows["site"] == site] for site in SITES if (rows["site"] == site).any()}
    found = {site: _most(part) for site, part in parts.items()}
    for word, side in _SIDES.items():
        alike = [site for site in parts if found[site] == (_all(len(parts[site])), word)]
        if alike:
            who = {found[site][0] for site in alike}
            return _sided(alike, who.pop() if len(who) == 1 else "all studies", side)
    most = max(parts, key=lambda site: max(tally(parts[site])[:2]) / len(parts[site]))
    return _sided([most], found[most][0], _SIDES[found[most][1]])


def _sided(sites: list[str], who: str, side: str) -> str:
    return phrases.sentence(f"{phrases.join(sites)}: {who} {side} rough figures")[:-1]


def site_title(rows: pd.DataFrame) -> str:
    """Say how many studies of one site found more than the rough figure, or fewer; their span where they divide."""
    label, rough = rows["site_label"].iloc[0], phrases.hedged(rows["qualifier"].iloc[0], rows["rough_pct"].iloc[0])
    above, below, _ = tally(rows)
    if min(above, below) > 1:
        ends = rows.sort_values("percent")["printed"]
        return f"{label}: studies found {ends.iloc[0]} to {ends.iloc[-1]} in 100, either side of {rough}"
    who, word = _most(rows) if above or below else ("no study", "more or fewer")
    return f"{label}: {who} found {word} than {rough} in 100"


def her2_title(rows: pd.DataFrame) -> str:
    """Say from where to where the bone figures of HER2-positive disease run."""
    here = rows[(rows["site"] == SITES[0]) & (rows["subtype_group"] == "HER2-positive")].sort_values("percent")
    low, high = here["printed"].iloc[0], here["printed"].iloc[-1]
    return f"HER2-positive: from {low} to {high} had {SITES[0]} spread"


def kaplan_title(rows: pd.DataFrame) -> str:
    """Say which type stands farthest from a rough figure, and how far."""
    gaps = widest(rows)
    return f"{gaps.idxmax()}: up to {gaps.max():g} points from the rough figures"


def widest(rows: pd.DataFrame) -> pd.Series:
    """Return how far each type stands from the rough figure at the site where it is farthest."""
    return rows.groupby(rows["subtype"].astype(str), sort=False)["apart"].max()
