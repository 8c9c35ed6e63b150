"""What draws a shape on an Axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Transform

from her2viz.style import Look

__all__ = ["Pen"]


@dataclass(frozen=True)
class Pen:
    """How a drawing is placed on an Axes, its colours, and the width of its lines in points."""

    ax: Axes
    place: Transform
    look: Look
    line: float

    def path(self, path: Path, layer: float, gid: str, **how: Any) -> None:
        """Draw an outline, at its place; added as an artist, since asking each for its extent takes long."""
        how = {"facecolor": "none", "lw": self.line, "joinstyle": "round", "capstyle": "round", "clip_on": False, **how}
        patch = PathPatch(self.place.transform_path(path), zorder=layer, gid=gid, **how)
        self.ax.add_artist(patch).set_in_layout(False)
