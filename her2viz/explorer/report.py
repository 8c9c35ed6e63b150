"""Words and tables read off the tables, under headings, as plain text or as HTML."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from her2viz import style

__all__ = ["Report", "Section", "lead", "when_shown", "written"]

_WIDE = 100  # characters in a line of plain text
#: What JupyterLab names its colours and fonts, so that both of its themes are followed; elsewhere our own.
#: It sets tables of outputs to the right by a stronger rule than ours, so cells of words have to insist.
_STYLE = f"""<style>
.her2viz-report {{ color: var(--jp-content-font-color1, {style.INK}); line-height: 1.5; max-width: 60rem;
  font-family: var(--jp-content-font-family, sans-serif); font-size: var(--jp-content-font-size1, 14px); }}
.her2viz-report h3 {{ font-size: 1.3em; line-height: 1.3; margin: 0.6em 0 0.4em; }}
.her2viz-report h4 {{ font-size: 1.05em; line-height: 1.3; margin: 1.3em 0 0.4em; }}
.her2viz-report p {{ margin: 0.4em 0; max-width: 46rem; }}
.her2viz-report .lead {{ border-left: 4px solid {style.OUTLINE}; padding: 0.1em 0 0.1em 0.8em; }}
.her2viz-report .caveat {{ border-top: 1px solid {style.OUTLINE}; margin-top: 1.2em; padding-top: 0.5em; }}
.her2viz-report img {{ border: 1px solid {style.OUTLINE}; border-radius: 4px; box-sizing: border-box; height: auto;
  max-width: 100%; }}
.her2viz-report table {{ border-collapse: collapse; margin: 0.5em 0; table-layout: auto; }}
.her2viz-report th, .her2viz-report td {{ border-bottom: 1px solid {style.OUTLINE}; padding: 0.3em 0.9em 0.3em 0;
  text-align: left !important; vertical-align: top !important; white-space: normal; }}
.her2viz-report td:last-child {{ min-width: 11em; }}
.her2viz-report .table {{ overflow-x: auto; }}
.widget-html-content:has(> .her2viz-report) {{ min-width: 0; }}
.her2viz-report thead th {{ border-bottom: 2px solid {style.OUTLINE}; }}
.her2viz-report tbody th {{ font-weight: normal; }}
.her2viz-report tbody tr.chosen > * {{ font-weight: 600; }}
</style>"""


class Section(NamedTuple):
    """A section: heading, sentences, a table of texts (or none) with the row that is chosen, notes, points of a list.

    One that is folded opens by a click on its heading, where it is HTML.
    """

    heading: str
    sentences: Sequence[str] = ()
    rows: pd.DataFrame | None = None
    chosen: int | None = None
    notes: Sequence[str] = ()
    points: Sequence[str] = ()
    folded: bool = False


@dataclass(frozen=True, repr=False)
class Report:
    """What the tables say of one thing, in words.

    Printed, it is plain text; in a notebook it is HTML with headings and tables.

    Parameters
    ----------
    title : str
        What it is about.
    notice : str
        What stands before the first number.
    summary : str
        The whole in a few sentences.
    sections : tuple of Section
        The sections, in reading order.
    caveats : tuple of str
        What all this can't tell.
    """

    title: str
    notice: str
    summary: str
    sections: tuple[Section, ...]
    caveats: tuple[str, ...]

    def __repr__(self) -> str:
        blocks = [f"{self.title}\n{'=' * len(self.title)}", _wrapped(self.notice), _wrapped(self.summary)]
        for section in self.sections:
            blocks.append(f"{section.heading}\n{'-' * len(section.heading)}")
            blocks += [_wrapped(text) for text in section.sentences]
            blocks += [_plain_table(section.rows)] if section.rows is not None else []
            blocks += [_wrapped(text) for text in section.notes]
            blocks += ["\n".join(_wrapped(f"- {text}") for text in section.points)]
        return "\n\n".join(block for block in (*blocks, *map(_wrapped, self.caveats)) if block)

    def _repr_html_(self) -> str:
        return self.html()

    def html(self, picture: str = "", *, led: bool = True) -> str:
        """Write it as HTML, from a heading of level 3 downwards.

        Parameters
        ----------
        picture : str
            A picture as HTML, set before the sections.
        led : bool
            Whether to write notice and summary; not where they stand above already.
        """
        blocks = [f"<h3>{_escaped(self.title)}</h3>"]
        blocks += [f'<p class="lead">{_escaped(text)}</p>' for text in (self.notice, self.summary) if text and led]
        blocks.append(picture)
        blocks += map(_html_section, self.sections)
        blocks.append(f'<p class="caveat">{_escaped(" ".join(self.caveats))}</p>' if self.caveats else "")
        return _page(blocks)


def lead(texts: Sequence[str]) -> str:
    """Write sentences as HTML that stands out."""
    return _page([f'<p class="lead">{_escaped(text)}</p>' for text in texts])


def written(sections: Sequence[Section]) -> str:
    """Write sections alone as HTML."""
    return _page([*map(_html_section, sections)])


def when_shown(script: str) -> str:
    """Return HTML that runs a script, with double quotes nowhere, each time a browser shows what it stands in.

    It sets what ipywidgets has no names for, such as what a screen reader tells of a change.
    """
    return f'<style onload="{script}">.her2viz-report {{}}</style>'


def _html_section(section: Section) -> str:
    heading = _escaped(section.heading)
    blocks = [f"<summary>{heading}</summary>" if section.folded else f"<h4>{heading}</h4>"]
    blocks += [f"<p>{_escaped(text)}</p>" for text in section.sentences]
    blocks += [_html_table(section.rows, section.chosen)] if section.rows is not None else []
    blocks += [f"<p>{_escaped(text)}</p>" for text in section.notes]
    blocks += ["<ul>", *(f"<li>{_escaped(text)}</li>" for text in section.points), "</ul>"] if section.points else []
    return "\n".join(["<details>", *blocks, "</details>"] if section.folded else blocks)


def _page(blocks: Sequence[str]) -> str:
    return "\n".join([_STYLE, '<div class="her2viz-report">', *filter(None, blocks), "</div>"])


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDE, break_long_words=False, break_on_hyphens=False)


def _plain_table(rows: pd.DataFrame) -> str:
    texts = [[str(name), *rows[name]] for name in rows.columns]
    words = [max(len(word) for text in column for word in text.split()) for column in texts]
    needed = [max(map(len, "\n".join(column[1:]).split("\n"))) for column in texts]
    widths = [max(pair) for pair in zip(words, _shared_out(needed), strict=True)]
    lines: str = rows.to_markdown(
        index=False,
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=widths,
        maxheadercolwidths=widths,
    )
    return "\n".join(line.rstrip() for line in lines.splitlines())


def _shared_out(needed: Sequence[int]) -> list[int]:
    """Give narrow columns what they need, and share the rest of a line among the wide ones."""
    left, widths = _WIDE - 2 * (len(needed) - 1), dict.fromkeys(range(len(needed)), 0)
    for done, column in enumerate(sorted(widths, key=lambda n: needed[n])):
        widths[column] = min(needed[column], left // (len(needed) - done))
        left -= widths[column]
    return list(widths.values())


def _html_table(rows: pd.DataFrame, chosen: int | None) -> str:
    """Write a table whose first cell in a row is the row's heading."""
    head = "".join(f'<th scope="col">{_escaped(name)}</th>' for name in rows.columns)
    lines = ['<div class="table">', "<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>"]
    for at, (first, *cells) in enumerate(rows.itertuples(index=False, name=None)):
        row = "".join((f'<th scope="row">{_escaped(first)}</th>', *(f"<td>{_escaped(cell)}</td>" for cell in cells)))
        lines.append(f'<tr class="chosen">{row}</tr>' if at == chosen else f"<tr>{row}</tr>")
    return "\n".join([*lines, "</tbody>", "</table>", "</div>"])


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")
