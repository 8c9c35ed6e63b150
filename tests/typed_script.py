"""A script as a user writes it, for `make lint` to check with mypy: what is public has its types."""

from pathlib import Path

import her2viz as hv


def draw(folder: Path) -> list[Path]:
    """Draw a figure of the catalogue and one of rows of one's own."""
    fig: hv.TeachingFigure = hv.figure("site-bars", size="print", plain_title=True)
    words: str = f"{fig.title} {fig.alt} {fig.caption} {fig.caveat} {'; '.join(fig.sources)}"
    fig.save(folder / "bars.svg")
    fig.savefig(folder / "bars.png")
    try:
        own = hv.read_sites("mine.csv")
    except (hv.DataError, hv.UsageError) as error:
        raise SystemExit(str(error)) from error
    written = hv.export(folder, names=["site-bars"], formats=("png",), data=own)
    deck: Path = hv.slides(folder / "talk.pptx", minutes=45)
    sheet: Path = hv.handout(folder / "sheet.pdf", paper="letter")
    feedback: hv.Feedback = hv.check("where-it-spreads-3", 130)
    print(hv.__version__, words, bool(feedback), hv.palette()["data"], hv.data_path() / "sources.csv")
    return [*written, deck, sheet]


def look() -> None:
    """Draw on the Axes in use, and look up a topic."""
    ax = hv.site_bars(hv.load_sites())
    ax.set_title(str(hv.claims("silent-spread")))
    hv.explore()
