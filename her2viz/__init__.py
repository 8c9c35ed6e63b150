"""Where HER2-positive breast cancer spreads, and how to read the figures quoted about it.

Tables hold what four documents say, every number with whom it is about, how rough it is and where it stands.
Charts draw them. Figures join chart and words, and keep them together when they are exported.

>>> import her2viz as hv
>>> hv.load_sites()[["site", "frequency_pct", "qualifier", "population"]].head(1)
   site  frequency_pct qualifier                       population
0  bone             70     about  women with advanced breast cancer

The public names are listed, with their types, in ``__init__.pyi``; each is imported when first used.
"""

import importlib.metadata

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
__version__ = importlib.metadata.version("her2viz")
