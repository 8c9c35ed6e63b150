"""``python -m her2viz`` is the command her2viz."""

from her2viz.cli import main

main()
