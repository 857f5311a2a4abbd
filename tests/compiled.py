"""The scenarios that come with the game, each read and compiled once for all tests of a process.

That is no loss: nothing in them can be written to (`tests/properties/test_batches.py`). What reading and
compiling give is asked in `tests/content`, which goes by the game's own functions.
"""

from functools import cache
from pathlib import Path

from game.foundation.places import scenarios_folder
from game.foundation.texts import language
from game.match import library
from game.match.library import Opened, find


def open_scenario(name: str | Path) -> Opened:
    """What `game.match.library.open_scenario` gives; a file of a test's own is read anew."""
    path = name if isinstance(name, Path) else find(name)
    return _opened(path, language()) if path.parent == scenarios_folder() else library.open_scenario(path)


@cache
def _opened(path: Path, _language: str) -> Opened:
    return library.open_scenario(path)
