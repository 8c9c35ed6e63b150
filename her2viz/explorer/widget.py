"""The explorer: choose a site, choose of whom, and read what the tables hold and what they don't."""

from __future__ import annotations

from typing import Any

import pandas as pd

from her2viz import phrases
from her2viz.catalogue.registry import figure
from her2viz.dataset.loaders import load_sites
from her2viz.dataset.origin import CLAIMS, FREQUENCY, STUDY
from her2viz.errors import unknown
from her2viz.explorer.group_report import group_report, group_table, site_labels
from her2viz.explorer.report import Report, Section, lead, when_shown
from her2viz.explorer.site_report import site_report, site_table
from her2viz.page.picture import Described
from her2viz.words.claim import NOT_PEOPLE, of_pages

__all__ = ["WIDGET", "Explorer", "explore"]

#: What a notebook calls a widget.
WIDGET = "application/vnd.jupyter.widget-view+json"
_SITE = "Choose a site to read what the pages say of it and whether it has a rough figure."
_GROUP = "Choose a group of people to read which numbers there are for it, and which there are not."
_PAST = "To go past them, skip this part."
_PAST_CHOICES = "They come once you choose. To go past them, leave both choices empty."
# JupyterLab takes arrows and letters away from a list that has the focus ("b" adds a cell) unless told to leave them;
# and a screen reader tells of a change inside an element that is a status beforehand. ipywidgets sets neither.
_ON_SHOW = when_shown(
    "const box = this.closest('.her2viz-explorer');"
    "box?.querySelectorAll('select').forEach(list => list.setAttribute('data-lm-suppress-shortcuts', 'true'));"
    "this.closest('.her2viz-in-short')?.setAttribute('role', 'status')"
)
_TOP = Report("Explore the tables", FREQUENCY.notice(_PAST_CHOICES), "", (), ())


def explore() -> Explorer:
    """Explore the tables: what is said of a site, and which numbers there are of which people.

    In a notebook with ipywidgets this shows two lists to choose from, a site and a group of people, and says in words
    what the tables hold for them. Elsewhere it shows two tables. Both work with the keyboard.

    Returns
    -------
    Explorer
        Shows itself in a notebook; :meth:`Explorer.site` and :meth:`Explorer.group` give each as text.

    Notes
    -----
    All numbers come from ``data/``: the rough figures of the documents and the figures of published studies. Each
    stands with its population, its hedge and its source.

    Examples
    --------
    >>> explore().site("bone").summary
    'Bone: about 70 in 100 women with advanced breast cancer, not specific to HER2-positive disease. 4 of 4 pages name \
it as a place of spread. For it they give ten symptoms and six therapies.'
    """
    return Explorer()


class Explorer:
    """Two lists to choose from, a site and a group of people; made by :func:`her2viz.explore`.

    Examples
    --------
    >>> import her2viz as hv
    >>> tables = hv.explore()
    >>> tables.sites
    ('bone', 'lung', 'liver', 'brain', 'skin', 'lymph_node', 'distant_lymph_node', 'peritoneum')
    >>> tables.groups[1]
    'women with advanced breast cancer'
    """

    def __init__(self) -> None:
        self._pictures: dict[str, str] = {}
        self._widget: Any = None

    @property
    def sites(self) -> tuple[str, ...]:
        """The sites to choose from."""
        return tuple(site_labels())

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of people to choose from."""
        return tuple(group_table()["group"])

    def site(self, site: str) -> Report:
        """Say what the tables hold on a site.

        Parameters
        ----------
        site : str
            One of :attr:`sites`.

        Returns
        -------
        Report
            Its rough figure, or that there is none, who names it, symptoms and therapies, as text and as HTML.

        Raises
        ------
        UsageError
            If there is no such site.
        """
        return site_report(site, FREQUENCY.notice(_PAST))

    def group(self, group: str, site: str | None = None) -> Report:
        """Say which numbers the tables hold for a group of people, and which they don't.

        Parameters
        ----------
        group : str
            One of :attr:`groups`.
        site : str, optional
            One of :attr:`sites`, to speak of first.

        Returns
        -------
        Report
            Site by site, then other numbers, then the figures of studies, as text and as HTML.

        Raises
        ------
        UsageError
            If there is no such group or site.
        """
        return group_report(group, site, FREQUENCY.notice(_PAST))

    @property
    def widget(self) -> Any:
        """The two lists and what they show, an ipywidgets.VBox; None where ipywidgets is not installed."""
        if self._widget is None:
            try:
                import ipywidgets
            except ImportError:
                return None
            self._widget = _widget(ipywidgets, self)
        return self._widget

    def picture(self, site: str) -> str:
        """Return the picture of a site as HTML: its own bar, or the body map where it has no figure to draw.

        Parameters
        ----------
        site : str
            One of :attr:`sites`.

        Returns
        -------
        str
            An HTML image with alt text; drawn once, then kept.

        Raises
        ------
        UsageError
            If there is no such site.
        """
        if site not in site_labels():
            raise unknown("site", site, site_labels())
        sites = load_sites()
        row = sites[(sites["site"] == site) & sites["frequency_pct"].notna()]
        name = site if len(row) else ""  # sites without a figure share one picture
        if name not in self._pictures:
            fig = figure("site-bars", data=row) if len(row) else figure("body-map")
            width = round(fig.mpl.get_figwidth() * 96)
            self._pictures[name] = Described(fig.alt, fig.to_bytes("png"), width)._repr_html_()
        return self._pictures[name]

    def __repr__(self) -> str:
        return repr(_overview())

    def _repr_html_(self) -> str:
        return _overview().html()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """Give the widget to a notebook that can show one, and the two tables to whatever can't."""
        bundle: dict[str, Any] = {"text/plain": repr(self), "text/html": self._repr_html_()}
        if self.widget is not None:
            bundle[WIDGET] = self.widget._repr_mimebundle_()[WIDGET]
        return bundle


def _overview() -> Report:
    """Say in two tables what there is to choose from, and which numbers there are."""
    table, counts, rows = site_table(), group_table(), load_sites().dropna(subset="frequency_pct")
    sites = pd.DataFrame(
        {
            "Site": table["label"],
            "Rough figure": table["figure"],
            "Pages that name it": table["pages"].map(of_pages),
            "Symptoms given": table["symptoms"].map(_or_none),
            "Therapies named": table["therapies"].map(_or_none),
        }
    )
    spoken_of = counts[counts["on_pages"]]  # with the groups of studies the table would be long, and nearly all "none"
    groups = pd.DataFrame(
        {
            "Of whom": spoken_of["group"],
            "Site figures on web pages": spoken_of["site_figures"].map(_or_none),
            "Other numbers there": spoken_of["other_numbers"].map(_or_none),
            "Figures in studies": spoken_of["study_figures"].map(_or_none),
            "Sources": spoken_of["sources"].map("; ".join),
        }
    )
    others = phrases.count(len(counts) - len(spoken_of))
    more = f"Studies counted {others} more groups; hv.explore().groups names them all."
    how = (
        f'For all that is said of a site, hv.explore().site("{table["site"][0]}"). For the numbers of a group, '
        f'hv.explore().group("{counts["group"][1]}"). In a notebook with ipywidgets there are two lists to choose from '
        'instead; python -m pip install "her2viz[notebooks]" installs it.'
    )
    return Report(
        title="Explore the tables",
        notice=FREQUENCY.notice(_PAST),
        summary="Two tables follow: the sites, and the groups of people that the numbers are about.",
        sections=(
            Section("Sites", [f"{phrases.overlap_note(rows)} {NOT_PEOPLE}"], sites),
            Section(
                "Of whom",
                ["How many numbers there are of each group of which the web pages speak. None is an answer too."],
                groups,
                notes=[more],
            ),
            Section("Read more", [how]),
        ),
        caveats=(FREQUENCY.caveat(rows), CLAIMS.caveat(), STUDY.caveat()),
    )


def _or_none(n: int) -> str:
    return str(n) if n else "none"


def _few(sources: tuple[str, ...]) -> str:
    """Name one or two sources, and count more, so that an entry of a list stays short."""
    return "; ".join(sources) if len(sources) < 3 else f"{phrases.count(len(sources))} sources"


def _widget(ipywidgets: Any, explorer: Explorer) -> Any:
    """Make two lists to choose from, what is chosen in a few sentences, and then both reports in full.

    Lists are the browser's own, with labels tied to them, so they work with the keyboard and with screen readers.
    """
    look = {"style": {"description_width": "5em"}, "layout": {"width": "100%", "max_width": "48em"}}
    labels, counts = site_labels(), group_table()
    site = ipywidgets.Dropdown(
        description="Site",
        options=[("(choose a site)", ""), *((label, key) for key, label in labels.items())],
        **look,
    )
    group = ipywidgets.Dropdown(
        description="Of whom",
        options=[
            ("(choose a group)", ""),
            *((f"{r.group} ({_few(r.sources)})", r.group) for r in counts.itertuples()),
        ],
        **look,
    )
    in_short, of_site, of_group = ipywidgets.HTML(), ipywidgets.HTML(), ipywidgets.HTML()

    def show(_: object = None) -> None:
        on_site = site_report(site.value) if site.value else None
        on_group = group_report(group.value, site.value or None) if group.value else None
        texts = [on_site.summary if on_site else _SITE, f"{on_group.title}. {on_group.summary}" if on_group else _GROUP]
        in_short.value = lead(texts) + _ON_SHOW
        of_group.value = on_group.html(led=False) if on_group else ""
        of_site.value = on_site.html(explorer.picture(site.value), led=False) if on_site else ""  # last: it may draw

    site.observe(show, "value")
    group.observe(show, "value")
    show()
    box = ipywidgets.VBox([ipywidgets.HTML(_TOP.html()), site, group, in_short, of_site, of_group])
    box.add_class("her2viz-explorer")
    in_short.add_class("her2viz-in-short")
    return box
