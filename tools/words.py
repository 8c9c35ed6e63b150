"""Print the words of every figure, a line each without line breaks: the same with all versions of what we depend on."""

from her2viz.catalogue.registry import CATALOGUE

PARTS = ("title", "alt", "description", "caption", "caveat")


def lines():
    for entry in CATALOGUE:
        words = entry.words(entry.rows(None))
        for part in PARTS:
            yield f"{entry.name} {part}: {' '.join(getattr(words, part).split())}"


if __name__ == "__main__":
    for line in lines():
        print(line)
