"""Charts drawn by hand, as answers of the exercises."""

from matplotlib.figure import Figure


def bars(values, whom="100 women with advanced breast cancer", *, word="about ", end=100):
    """Draw a bar for each value with its number, and say of whom."""
    ax = Figure().subplots()
    drawn = ax.barh(list(values), list(values.values()))
    ax.bar_label(drawn, labels=[f"{word}{value:g}" for value in values.values()])
    ax.set(xlim=(0, end), xlabel=f"of {whom}")
    return ax
