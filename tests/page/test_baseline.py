"""A few reference images, compared by pytest-mpl (``make baselines`` redraws them). The other tests measure artists."""

import pytest

import her2viz as hv
from her2viz import style


@pytest.mark.parametrize(("name", "size"), [("site-bars", "slide"), ("site-icons", "screen")])
@pytest.mark.mpl_image_compare(savefig_kwargs={"dpi": 60, "metadata": {"Software": None}})
def test_image(name, size):
    fig = hv.figure(name, size=size)
    with style.catalogue_style(style.size(size)):
        return fig.mpl


def test_images_are_really_compared(request):
    assert request.config.getoption("--mpl"), "run pytest with the options of pyproject.toml"
