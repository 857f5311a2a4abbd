"""Floor 6: the command line. Nothing heavy is imported before a command runs, so that `--help` is quick."""

from game.cli.entry import main

__all__ = ["main"]
