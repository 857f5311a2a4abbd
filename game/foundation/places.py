"""Where things lie: the content that came with the game, and the folder for what a user makes.

Nothing is created or read here; a place is worked out when it is asked for.
"""

import os
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def content_root() -> Path:
    """The folder that holds `scenarios/`, `assets/` and `docs/glossary.md`.

    In an installed wheel they lie inside the package (setup.py puts them there); in a checkout, which is also
    where an editable install looks, they stand beside main.py.
    """
    shipped = PACKAGE / "_shipped"
    return shipped if shipped.is_dir() else PACKAGE.parent


def scenarios_folder() -> Path:
    """The folder of the scenarios that came with the game."""
    return content_root() / "scenarios"


def assets_folder() -> Path:
    """The folder of fonts, pictures, sounds and translations."""
    return content_root() / "assets"


def glossary_file() -> Path:
    """The page with the words of the game, which people and the window read."""
    return content_root() / "docs" / "glossary.md"


def home_folder() -> Path:
    """The folder for what this user makes (saved games, settings).

    The environment variable REPRIEVE_HOME puts it elsewhere, as a classroom or a test needs. The folder need
    not exist yet.
    """
    chosen = os.environ.get("REPRIEVE_HOME", "").strip()
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("reprieve", appauthor=False)


def saves_folder() -> Path:
    """The folder for saved games; it need not exist yet."""
    return home_folder() / "games"


def debriefs_folder() -> Path:
    """The folder for debriefs that were kept; it need not exist yet."""
    return home_folder() / "debriefs"


def settings_file() -> Path:
    """The file with this user's settings; it need not exist yet."""
    return home_folder() / "settings.json"
