"""Print the words of every figure, a line each without line breaks: the same with all versions of what we depend on."""

import her2viz as hv

PARTS = ("title", "alt", "description", "caption", "caveat")


def lines():
    for name in hv.figures()["name"]:
        figure = hv.figure(name)
        for part in PARTS:
            yield f"{name} {part}: {' '.join(getattr(figure, part).split())}"


if __name__ == "__main__":
    for line in lines():
        print(line)
