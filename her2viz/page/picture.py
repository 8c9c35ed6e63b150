"""A chart of one's own with alt text, for notebooks."""

from __future__ import annotations

import base64
import html
import io
import re
from dataclasses import dataclass, field

from matplotlib.axes import Axes

from her2viz.errors import UsageError
from her2viz.phrases import ALT_LENGTH
from her2viz.style import ONE_AT_A_TIME

__all__ = ["Described", "show"]

_DPI = 144


@dataclass(frozen=True, repr=False)
class Described:
    """A picture and its alt text: HTML in a notebook, the alt text alone where there is no HTML."""

    alt: str
    png: bytes = field(compare=False)
    width: int = field(compare=False)

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.png).decode("ascii")
        return (
            f'<img alt="{html.escape(self.alt)}" style="width:{self.width}px;max-width:100%;height:auto" '
            f'src="data:image/png;base64,{picture}">'
        )

    def __repr__(self) -> str:
        return self.alt


def show(ax: Axes, alt: str) -> Described:
    """Show a chart of your own in a notebook, with alt text for those who can't see it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        One of the Axes of the chart, as seaborn and the charts of this package return it. Its figure is closed in
        pyplot, so that the notebook does not show it a second time without its words.
    alt : str
        What the chart shows, in at most 250 characters: its form, of whom, the numbers, how rough they are.

    Returns
    -------
    Described
        Ends a cell; shows itself.

    Raises
    ------
    UsageError
        If the alt text is empty, too long or a file name, or ax is no Axes.

    Examples
    --------
    >>> import her2viz as hv
    >>> ax = hv.site_bars()
    >>> show(ax, "Bar chart. Of 100 women with advanced breast cancer: bone about 70, and three more sites.")
    Bar chart. Of 100 women with advanced breast cancer: bone about 70, and three more sites.
    """
    if not isinstance(ax, Axes):
        raise UsageError(f"ax must be the Axes of a chart, such as hv.site_bars() returns; got {type(ax).__name__}.")
    if not isinstance(alt, str) or not alt.strip():
        raise UsageError("alt must say in words what the chart shows; got none.")
    if len(alt) > ALT_LENGTH:
        raise UsageError(
            f"alt must have at most {ALT_LENGTH} characters; got {len(alt)}. Keep form, group and numbers."
        )
    if re.fullmatch(r"\S+\.(png|jpe?g|svg|pdf)", alt.strip(), re.IGNORECASE):
        raise UsageError(f"alt must say what the chart shows; got the file name {alt!r}.")
    import matplotlib.pyplot as plt

    figure = ax.get_figure(root=True)
    assert figure is not None
    buffer = io.BytesIO()
    with ONE_AT_A_TIME:
        figure.savefig(buffer, format="png", dpi=_DPI, bbox_inches="tight", metadata={"Software": None})
        plt.close(figure)
    wide = int.from_bytes(buffer.getvalue()[16:20], "big")  # where a PNG keeps its width
    return Described(alt.strip(), buffer.getvalue(), round(wide / _DPI * 96))
