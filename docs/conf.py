"""How Sphinx builds the site from what tools/write_site.py writes: offline, with no request to another host."""

from importlib import metadata

from her2viz.dataset.origin import FREQUENCY

project = "her2viz"
author = "The her2viz contributors"
version = release = metadata.version("her2viz")
project_copyright = f"{author}. Text, data and figures: CC BY 4.0. Code: MIT"

extensions = ["myst_nb", "numpydoc", "sphinx.ext.autodoc", "sphinx.ext.autosummary", "sphinx_design"]
exclude_patterns = ["generated", "_templates"]
smartquotes = False  # alt text and captions stand as the figures have them

# the lessons are shown as they were stored; what is folded in them are answers
nb_execution_mode = "off"
nb_code_prompt_show = nb_code_prompt_hide = "The answer"
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4

autosummary_generate = False
autodoc_typehints = "none"  # numpydoc's sections say them in words
numpydoc_show_class_members = False
python_display_short_literal_types = True
toc_object_entries_show_parents = "hide"

html_theme = "pydata_sphinx_theme"
html_title = "her2viz"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_use_index = False  # names stand in the reference, by subject
templates_path = ["_templates"]
html_context = {"caveat": " ".join(FREQUENCY.notice_end()), "default_mode": "auto"}
html_sidebars = {"index": [], "gallery/*": []}
html_theme_options = {
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button"],
    "header_links_before_dropdown": 6,
    "footer_start": ["caveat", "copyright"],
    "footer_center": [],
    "footer_end": [],
    "secondary_sidebar_items": ["page-toc"],
    "navigation_depth": 2,
    "show_prev_next": True,
    "navigation_with_keys": False,
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}


def setup(app):
    """Let a folded answer be called what it says, not "Toggle hidden content"."""

    def renamed(app, pagename, templatename, context, doctree):
        if "body" in context:
            context["body"] = context["body"].replace(' aria-label="Toggle hidden content"', "")

    app.connect("html-page-context", renamed)
