"""Every page as a picture, drawn without a display: for looking at them, for the README, and for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pygame

from game.foundation.results import put
from game.match.library import open_scenario
from game.ui.events import Key
from game.ui.pictured_games import before_the_handshake, finished, in_both_ways, in_talks, untold
from game.ui.pictured_pages import Shot, debriefed, shots, turned_to
from game.ui.screens.brief import BriefPage
from game.ui.screens.reactions import Reactions
from game.ui.screens.replay import Replay
from game.ui.screens.table import Table
from game.ui.small_png import write_small
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.window import App

SIZE = (1280, 720)
SCALES = (1.0, 1.75)
FLAGSHIP = "belarus-2025"


def draw_readme(path: Path) -> int:
    """Draw the table in the middle of a game, as the README shows it.

    Returns: the size of the file in bytes.
    """
    later = in_talks(open_scenario(FLAGSHIP), plies=5)
    app = shown(Shot("readme", lambda: Table(later), _answer))
    return write_small(app.surface, path)


def draw_best(folder: Path) -> list[Path]:
    """Draw the pages that the documents show.

    Returns: the files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    opened = open_scenario(FLAGSHIP)
    fresh, done, both = in_talks(opened), finished(opened), in_both_ways(opened)
    best = [
        Shot("brief", lambda: BriefPage(fresh)),
        Shot("what-followed", lambda: Reactions(untold(done))),
        Shot("deal-map", lambda: debriefed(both)),
        Shot("people", lambda: debriefed(both), turned_to("tabs", "people")),
        Shot("replay", lambda: Replay(both, before_the_handshake(both))),
    ]
    written = []
    for shot in best:
        app = shown(shot)
        app.ring = False
        written.append(folder / f"{shot.name}.png")
        write_small(app.fault_free_redraw(), written[-1])
    return written


def _answer(app: App) -> None:
    """Take their offer, and ask for a little more."""
    app.keyboard.press(Key("tab"))
    for key in ("c", "right"):
        app.focus(app.top.root.find("copy" if key == "c" else "issue:0"), ring=False)
        app.keyboard.press(Key(key))
    app.ring = False
    app.damage_all()


def draw_all(
    folder: Path,
    scenario: str = FLAGSHIP,
    size: tuple[int, int] = SIZE,
    *,
    theme: Theme = DARK,
    scales: Sequence[float] = SCALES,
) -> Iterator[Path]:
    """Draw every page.

    Args:
        folder: where the PNG files go; made if need be.
        scenario: path or id of the scenario that is shown.
        size: of the window in pixels.
        theme: its colours.
        scales: of the text; 1 is the usual size.

    Returns: the files, one after the other as they are written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for shot in shots(open_scenario(scenario)):
        for scale in scales:
            path = folder / f"{shot.name.replace(' ', '-')}-{round(100 * scale)}.png"
            _write(shown(shot, size, scale, theme).surface, path)
            yield path


def _write(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG file; unlike pygame by itself, raises OSError if the disk is full."""
    content = BytesIO()
    pygame.image.save(surface, content, "picture.png")
    put(path, content.getvalue())


def shown(shot: Shot, size: tuple[int, int] = SIZE, scale: float = 1.0, theme: Theme = DARK) -> App:
    """A window of its own, without a display, that shows what is to be taken."""
    app = App(pygame.Surface(size, 0, 32), theme, scale)
    app.push(shot.make())
    app.step()
    if shot.then is not None:
        shot.then(app)
        app.step()
    return app
