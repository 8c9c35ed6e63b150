"""A drawn figure and all its words, kept together."""

from __future__ import annotations

import base64
import html
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from her2viz import files, style
from her2viz.errors import UsageError, unknown
from her2viz.page.rendering import FORMATS, rendered, words_text
from her2viz.words.parts import Words

__all__ = ["TeachingFigure"]


@dataclass(frozen=True, repr=False)
class TeachingFigure:
    """A catalogue figure: the picture, the frame drawn, and the words that must travel with both.

    Made by :func:`her2viz.figure`. In a notebook it shows itself as an HTML figure with alt text and caption, and
    as plain text with title and description.

    Parameters
    ----------
    name : str
        Its name in the catalogue.
    kind : str
        "frequency", "study" or "claims".
    size : str
        "screen", "slide" or "print".
    words : Words
        All its words.
    data : pandas.DataFrame
        The rows drawn.
    mpl : matplotlib.figure.Figure
        The picture, made without pyplot.
    shows : tuple of str
        The columns of ``data`` whose numbers the marks show.

    Examples
    --------
    >>> import her2viz as hv
    >>> fig = hv.figure("site-bars")
    >>> fig.title
    'About 70 in 100 have spread in bone, about 10 in the brain'
    >>> fig.caveat
    'Rough figures from one web page, about groups of women. They cannot say what will happen to any one person.'
    """

    name: str
    kind: str
    size: str
    words: Words
    data: pd.DataFrame = field(compare=False)
    mpl: Figure = field(compare=False)
    shows: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title drawn on the page."""
        return self.words.title

    @property
    def alt(self) -> str:
        """Alt text of at most 250 characters."""
        return self.words.alt

    @property
    def description(self) -> str:
        """The long description: how it is built, all the numbers, the pattern, the caveat."""
        return self.words.description

    @property
    def caption(self) -> str:
        """The caption to print under it."""
        return self.words.caption

    @property
    def caveat(self) -> str:
        """What the figure can't tell, as drawn on the page."""
        return self.words.caveat

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, each with its place in the document."""
        return self.words.sources

    def save(self, path: str | Path) -> Path:
        """Save as PNG, SVG or PDF by the ending of the name, with a text file of its words beside it.

        Parameters
        ----------
        path : str or pathlib.Path
            A name ending in .png, .svg or .pdf, in a folder that exists. The words go to the same name with .txt.

        Returns
        -------
        pathlib.Path
            The picture written. Both files are whole or absent.

        Raises
        ------
        UsageError
            If the ending is another one, the folder is missing or can't be written to, or a text file of that
            name holds something else.
        """
        path = files.as_path(path)
        form = path.suffix.lower().removeprefix(".")
        if form not in FORMATS:
            raise unknown("the ending of the file name", path.suffix, [f".{f}" for f in FORMATS])
        if not path.parent.is_dir():
            raise UsageError(f"The folder {str(path.parent)!r} does not exist; make it first.")
        text = path.with_suffix(".txt")
        files.check_names([path, text])
        files.clear(path.parent)
        files.write({path: self.to_bytes(form), text: self.words_text()}, files.stale_page(text, self.words_text()))
        return path

    savefig = save

    def show(self) -> None:
        """Show it: in a notebook with alt text and caption, elsewhere as text, its title and description.

        Examples
        --------
        >>> import her2viz as hv
        >>> hv.figure("site-bars").show()  # doctest: +ELLIPSIS
        About 70 in 100 have spread in bone, about 10 in the brain
        <BLANKLINE>
        Bar chart with four horizontal bars, ...
        """
        ipython: Any = sys.modules.get("IPython")  # there in every notebook, and not needed elsewhere
        if ipython and ipython.get_ipython():
            ipython.display.display(self)
        else:
            print(self)

    def to_bytes(self, form: str) -> bytes:
        """Return the bytes of a PNG, SVG or PDF file, its words in the metadata.

        Parameters
        ----------
        form : str
            "png", "svg" or "pdf".

        Raises
        ------
        UsageError
            If the format is another one.
        """
        return rendered(self.mpl, style.size(self.size), self.name, self.words, form)

    def words_text(self) -> bytes:
        """Return the text that stands beside the files of the figure."""
        return words_text(self.words)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """Return text and HTML, and the bare picture where asked for by name: HTML holds one with its words."""
        forms: dict[str, Callable[[], str]] = {
            "text/plain": self.__repr__,
            "text/html": self._repr_html_,
            "image/png": lambda: base64.b64encode(self.to_bytes("png")).decode("ascii"),
            "image/svg+xml": lambda: self.to_bytes("svg").decode("utf-8"),
            "application/pdf": lambda: base64.b64encode(self.to_bytes("pdf")).decode("ascii"),
        }
        asked = include or ("text/plain", "text/html")
        return {kind: form() for kind, form in forms.items() if kind in asked and kind not in (exclude or ())}

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.to_bytes("png")).decode("ascii")
        width = round(self.mpl.get_figwidth() * 96)
        return (
            f'<figure style="margin:0"><img alt="{html.escape(self.alt)}" '
            f'style="width:{width}px;max-width:100%;height:auto" src="data:image/png;base64,{picture}">'
            f"<figcaption>{html.escape(self.caption)}</figcaption></figure>"
        )

    def __repr__(self) -> str:
        return f"{self.title}\n\n{self.description}"
