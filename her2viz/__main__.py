"""``python -m her2viz`` is the command her2viz."""

from her2viz.cli import main

if __name__ == "__main__":
    main()
