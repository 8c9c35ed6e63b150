"""A chart of one's own, shown in a notebook with alt text."""

import io

import lxml.html
import matplotlib.pyplot as plt
import pytest
from PIL import Image

import her2viz as hv

ALT = 'Bar chart of "a" & <b>: 3.'


def test_show():
    _, ax = plt.subplots(figsize=(4, 2))
    ax.bar(["a"], [3])
    shown = hv.show(ax, f" {ALT} ")
    assert (shown.alt, repr(shown)) == (ALT, ALT)
    picture = lxml.html.fromstring(shown._repr_html_())
    assert picture.get("alt") == ALT
    assert picture.get("src").startswith("data:image/png;base64,")
    with Image.open(io.BytesIO(shown.png)) as image:
        assert f"width:{round(image.width / 144 * 96)}px" in picture.get("style")
        assert image.width > 400
    assert not plt.get_fignums(), "it would be shown a second time, without its words"


def test_the_same_chart_gives_the_same_bytes():
    assert hv.show(hv.site_bars(), ALT).png == hv.show(hv.site_bars(), ALT).png


@pytest.mark.parametrize(
    ("alt", "said"),
    [("", "got none"), (None, "got none"), ("x" * 251, "got 251"), ("bars.PNG", "file name 'bars.PNG'")],
)
def test_alt_text_that_says_nothing(alt, said):
    with pytest.raises(hv.UsageError, match=said):
        hv.show(hv.site_bars(), alt)


def test_not_a_chart():
    with pytest.raises(hv.UsageError, match="got Figure"):
        hv.show(plt.figure(), ALT)
