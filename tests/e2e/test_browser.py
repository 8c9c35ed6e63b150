"""The browser and axe-core that the other tests here rely on find what they should."""

GOOD = '<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><p>Words.</p></main></html>'
BAD = '<!doctype html><html><title>Bad</title><main><h1>Bad</h1><img src="a.png"><p style="color:#ccc">Pale</p></main>'


def test_axe_finds_what_is_wrong(page, axe):
    page.set_content(BAD)
    found = axe(page)
    assert {line.split()[0] for line in found} == {"html-has-lang", "image-alt", "color-contrast"}


def test_axe_finds_nothing_where_nothing_is_wrong(page, axe):
    page.set_content(GOOD)
    assert axe(page) == []


def test_pages_are_as_asked_for(new_page):
    dark, small = new_page(color_scheme="dark"), new_page(viewport={"width": 320, "height": 600})
    assert dark.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert not small.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert small.evaluate("innerWidth") == 320
