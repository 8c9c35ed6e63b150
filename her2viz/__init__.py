"""Where HER2-positive breast cancer spreads, and how to read the figures quoted about it.

Tables hold what four documents say, every number with whom it is about, how rough it is and where it stands.
Charts draw them. Figures join chart and words, and keep them together when they are exported.

>>> import her2viz as hv
>>> hv.load_sites()[["site", "frequency_pct", "qualifier", "population"]].head(1)
   site  frequency_pct qualifier                       population
0  bone             70     about  women with advanced breast cancer

The public names are listed, with their types, in ``__init__.pyi``; each is imported when first used.
"""

import lazy_loader

_attribute, _names, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> object:
    try:
        return _version() if name == "__version__" else _attribute(name)
    except ValueError as error:
        from her2viz.errors import UsageError, of_backend

        if refused := of_backend(error):
            raise UsageError(refused) from error
        raise


def __dir__() -> list[str]:
    return [*_names(), "__version__"]


def _version() -> str:
    """Return the version, which pyproject.toml alone holds: from what is installed, or from a checkout that is not."""
    from importlib import metadata  # takes longer to import than all the rest, as do the two below

    try:
        return metadata.version("her2viz")
    except metadata.PackageNotFoundError:
        import tomllib
        from pathlib import Path

        project = Path(__file__).parent.parent / "pyproject.toml"
        return str(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"])
