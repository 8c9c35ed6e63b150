"""The atlas drawn on an Axes: the whole body, or one organ in a box."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from her2viz.charts.anatomy import organs, person, skeleton
from her2viz.charts.anatomy.pen import Pen
from her2viz.charts.anatomy.shapes import Organ, mirrored
from her2viz.errors import unknown
from her2viz.style import LIGHT, Look

__all__ = ["DOT_LAYER", "LEADER_LAYER", "OUTER_LEADER_LAYER", "SITES", "UNCOVERED", "alike", "draw_body", "organ_icon"]

#: Leader lines lie on flesh and on the organ they lead to, and behind the bones of arms, ribs and skull; the second is
#: for sites that are drawn over the bones.
LEADER_LAYER, OUTER_LEADER_LAYER, DOT_LAYER = 3.0, 4.8, 6.0
#: What the dot of a site's leader line sits on.
SITES = {
    "brain": organs.brain(),
    "lung": organs.lungs(),
    "liver": organs.liver(),
    "bone": skeleton.pelvis(),
    "distant_lymph_node": organs.distant_nodes(),
    "lymph_node": organs.axillary_nodes(),
    "skin": person.skin(),
    "peritoneum": organs.peritoneum(),
}
#: Sites that are drawn over the bones.
UNCOVERED = {"skin", "lymph_node", "distant_lymph_node"}
#: Alone, some organs are known by what they hang on.
_ICONS = {
    **{name: (organ,) for name, organ in SITES.items()},
    "lung": (organs.lungs(), organs.airway()),
    "bone": (skeleton.spine(4), skeleton.pelvis(), skeleton.femurs(42.0)),
    "skin": organs.skin_fold(),
    # a broken line stands for what is not named, beside others
    "peritoneum": (organs.peritoneum()._replace(filled=True, dashed=False),),
}
#: The organs that stand beside each other as headings.
_TINTED = ("bone", "lung", "liver", "brain")
_THINNEST = 0.35  # in points
_FADED, _STRIPS = 2.0, 12  # how far arms and thighs fade out above a cut, and in how many steps


class _OrganPen(Pen):
    """A pen that knows how organs are drawn."""

    def organ(self, organ: Organ, layer: float, *, pale: bool = False, thin: float = 1.0, halo: str = "") -> None:
        """Draw an organ, with a halo that sets it off from what lies behind it."""
        line = max(_THINNEST, thin * self.line)
        face = self.look.rough if organ.filled and not pale else self.look.paper
        for shape in organ.shapes:
            if halo:
                self.path(shape, layer, "card", edgecolor=halo, lw=line + 1.8 * self.line)
            self.path(
                shape,
                layer,
                "organ",
                facecolor="none" if organ.dashed else face,
                edgecolor=self.look.accent,
                lw=line,
                ls=(0, (3, 2)) if organ.dashed else "-",
            )
        for stroke in organ.lines:
            self.path(stroke, layer, "organ", edgecolor=self.look.accent, lw=max(_THINNEST, 0.65 * line))


def draw_body(ax: Axes, place: Affine2D, look: Look, line: float) -> None:
    """Draw the body with its organs; the liver mostly at the viewer's left, as it is seen from the front.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.
    place : matplotlib.transforms.Affine2D
        From hundredths of body height to the Axes' data.
    look : style.Look
        The colours.
    line : float
        The width of an organ's edge, in points.
    """
    pen, around = _OrganPen(ax, place, look, line), look.card
    pen.path(person.flesh(), 1, "card", facecolor=around, lw=0)
    for path in person.contour():
        pen.path(path, 1.1, "body", edgecolor=look.outline, lw=1.3 * line)
    # bones are pale, so that the organs behind them can be seen
    pen.organ(skeleton.spine(), 2, pale=True, thin=0.6)
    pen.organ(organs.liver(), 2.1, halo=around)
    pen.organ(organs.lungs(), 2.2, halo=around)
    pen.organ(organs.brain(), 2.3)
    pen.organ(skeleton.pelvis(), 2.4, pale=True, thin=0.8, halo=around)
    pen.organ(skeleton.femurs(), 2.5, pale=True, thin=0.8, halo=around)
    pen.organ(organs.peritoneum(), 2.6, halo=around)
    pen.organ(skeleton.scapulas(), 4, pale=True, thin=0.6)
    pen.organ(skeleton.cage(), 4.1, pale=True, thin=0.6)
    pen.organ(skeleton.arms(), 4.2, pale=True, thin=0.8, halo=around)
    pen.organ(skeleton.sternum(), 4.3, pale=True, thin=0.8, halo=around)
    pen.organ(skeleton.clavicles(), 4.4, pale=True, thin=0.8, halo=around)
    pen.organ(skeleton.skull(), 4.4, pale=True, thin=0.6)
    _fade(pen)
    for name in sorted(UNCOVERED):
        pen.organ(SITES[name], 5)


def _fade(pen: Pen) -> None:
    """Let arms and thighs fade out towards where they are cut: strips of paper that cover more and more."""
    for (x0, y0), (x1, y1) in person.CUTS:
        out, inwards = (0.5, 0.15) if y0 > person.BOTTOM else (0.3, x1)
        for n in range(_STRIPS):
            low, high = (_FADED * (1 - part / _STRIPS) for part in (n + 1, n))
            low = -0.4 if n == _STRIPS - 1 else low
            left, right = (x0 + out, y0), (x1 - inwards, y1)
            strip = [(left[0], y0 + high), (right[0], y1 + high), (right[0], y1 + low), (left[0], y0 + low)]
            for path in mirrored([Path([*strip, strip[0]], closed=True)]):
                pen.path(path, 4.9, "card", facecolor=pen.look.paper, alpha=(n + 1) / _STRIPS, lw=0)


def organ_icon(
    ax: Axes, organ: str, box: tuple[float, float, float, float], *, look: Look = LIGHT, line: float | None = None
) -> None:
    """Draw one organ in a box, as large as fits, as the heading of what is said of it.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw. Its limits and its size must be the final ones, as its shape is kept for them.
    organ : str
        A site: "bone", "lung", "liver", "brain", "skin", "lymph_node", "distant_lymph_node" or "peritoneum".
    box : tuple of float
        Left, bottom, width and height, in the data of the Axes; on an axis that runs down, bottom is the smaller y.
    look : style.Look, optional
        The colours; those for white paper by default.
    line : float, optional
        The width of an edge, in points; by default it follows the size.

    Raises
    ------
    UsageError
        If there is no such organ.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> ax = Figure(figsize=(1, 1)).add_axes((0, 0, 1, 1))
    >>> organ_icon(ax, "liver", (0.25, 0.25, 0.5, 0.5))
    >>> len(ax.patches)
    2
    """
    if organ not in _ICONS:
        raise unknown("organ", organ, _ICONS)
    parts = _ICONS[organ]
    around = Bbox.union([part.box for part in parts])
    to_pixels: Any = ax.transData.frozen()
    left, bottom, width, height = box
    (x0, y0), (x1, y1) = to_pixels.transform([(left, bottom), (left + width, bottom + height)])
    page = ax.get_figure(root=True)
    assert page is not None
    points = 72 / page.dpi
    if line is None:
        line = min(2.2, max(0.6, 0.025 * points * max(abs(x1 - x0), abs(y1 - y0))))
    edge = line / points  # lines stay in the box
    scale = min((abs(x1 - x0) - edge) / around.width, (abs(y1 - y0) - edge) / around.height)
    centre = ((around.x0 + around.x1) / 2, (around.y0 + around.y1) / 2)
    place = Affine2D().translate(-centre[0], -centre[1]).scale(scale).translate((x0 + x1) / 2, (y0 + y1) / 2)
    pen = _OrganPen(ax, place + to_pixels.inverted(), look, line)
    for n, part in enumerate(parts):
        pen.organ(part, 3 + n / 10, halo=look.paper if n else "")


def alike(organ: str, frame: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return the box of an organ in a frame, such that in frames of a size all organs with a tint are as large.

    Parameters
    ----------
    organ : str
        A site that several pages list symptoms of.
    frame : tuple of float
        Left, top, width and height.
    """
    left, top, wide, tall = frame
    boxes = {name: Bbox.union([part.box for part in _ICONS[name]]) for name in (organ, *_TINTED)}
    shapes = {name: box.height / box.width for name, box in boxes.items()}
    area = min(min(wide, tall / shapes[name]) ** 2 * shapes[name] for name in _TINTED)
    width, height = (area / shapes[organ]) ** 0.5, (area * shapes[organ]) ** 0.5
    return left + (wide - width) / 2, top + (tall - height) / 2, width, height
