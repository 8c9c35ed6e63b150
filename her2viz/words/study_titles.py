"""What the figures of published studies find, in a title: counted in the rows, and changing with them."""

from __future__ import annotations

import pandas as pd

from her2viz import phrases
from her2viz.derived.published import SITES

__all__ = ["beside_others", "her2_title", "kaplan_title", "site_title", "sites_title", "tally"]

#: So far from a rough figure, "about" may well cover a study's.
_ABOUT = 5


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
    return f"{phrases.count(figures)} studies, all" if figures > 1 else "the only study"


def sites_title(rows: pd.DataFrame) -> str:
    """Say at which sites all studies stand clear of the rough figure; where at none, how many of the first do."""
    parts = [rows[rows["site"] == site] for site in SITES if rows.loc[rows["site"] == site, "percent"].notna().any()]
    clear = [part for part in parts if (part["percent"] - part["rough_pct"]).abs().min() > _ABOUT]
    sides = {word: [part for part in clear if _most(part) == (_all(len(part)), word)] for word in ("more", "fewer")}
    word = max(sides, key=lambda side: len(sides[side]))
    chosen = sides[word] or parts[:1]
    found = {_most(part)[0] for part in chosen}
    who = found.pop() if len(found) == 1 else "all studies"
    labels = ", ".join(part["site_label"].iloc[0] for part in chosen)
    return f"{labels.capitalize()}: {who} {'above' if word == 'more' else 'below'} " + ", ".join(
        f"\u201c{phrases.hedged(part['qualifier'].iloc[0], part['rough_pct'].iloc[0])}\u201d" for part in chosen
    )


def site_title(rows: pd.DataFrame) -> str:
    """Say from where to where the studies of one site run, beside the rough figure."""
    label, rough = rows["site_label"].iloc[0], phrases.hedged(rows["qualifier"].iloc[0], rows["rough_pct"].iloc[0])
    ends = rows.dropna(subset="percent").sort_values("percent")["printed"]
    studies = phrases.counted(len(ends), "study" if len(ends) == 1 else "studie")
    span = ends.iloc[0] if len(ends) == 1 else f"{ends.iloc[0]} to {ends.iloc[-1]}"
    return f"{label}: {studies} found {span}, one page {rough}"


def beside_others(rows: pd.DataFrame) -> tuple[pd.Series, pd.DataFrame]:
    """Return HER2-positive disease in the study and site with most other types beside it, and these types."""
    most = rows[rows["beside"] == rows["beside"].max()]
    here = most[(most["study_id"] == most["study_id"].iloc[0]) & (most["site"] == most["site"].iloc[0])]
    return here[here["strong"]].iloc[0], here[~here["strong"]].sort_values("percent")


def her2_title(rows: pd.DataFrame) -> str:
    """Say from where to where HER2-positive disease runs at the site where most groups of it were counted."""
    her2 = rows[rows["subtype_group"] == "HER2-positive"].dropna(subset="percent")
    groups = her2["site"].astype(str).value_counts()
    site = max((name for name in SITES if name in groups), key=lambda name: groups[name])
    here = her2[her2["site"] == site].sort_values("percent")
    n = here["study_id"].nunique()
    studies = phrases.counted(n, "study" if n == 1 else "studie")
    return f"HER2-positive, {studies}: {site} {here['printed'].iloc[0]} to {here['printed'].iloc[-1]} in 100"


def kaplan_title(rows: pd.DataFrame) -> str:
    """Say what the types with the lowest and the highest figure have, at the site where types differ most."""
    percent = rows.assign(percent=rows["percent"].astype(float)).groupby(rows["site"].astype(str))["percent"]
    site = (percent.max() - percent.min()).idxmax()
    here = rows[rows["site"].astype(str) == site].sort_values("percent")
    low, high = here.iloc[0], here.iloc[-1]
    ends = ", ".join(f"{end['printed']} {end['subtype']}" for end in (low, high))
    return f"One study, {site}: {ends}"
