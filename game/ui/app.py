"""The window from its opening to its closing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.ui.display import close_window, from_other_thread, open_window
from game.ui.display import run as live
from game.ui.looks import read_looks, write_looks
from game.ui.memory import keep_for_good, return_large_blocks
from game.ui.screens.home import Home
from game.ui.window import App

if TYPE_CHECKING:  # the first page is drawn before anything of a game is read
    from game.match.table import Match

SOON = 0.1  # seconds after the first frame


def run(
    file: str | None = None,
    *,
    seat: str | None = None,
    opponent: str = "boulware",
    seed: int | None = None,
    resume: Path | None = None,
) -> int:
    """Open the window and live until it is closed.

    Args:
        file: a scenario's path or id; nothing opens the first page.
        seat: the person's seat by id or alias, or `both`; nothing asks.
        opponent: the policy on the other seat.
        seed: of the game; nothing draws one.
        resume: a saved game to go on with; `file` is then its scenario.

    Returns: 0. Raises GameError for a file, seat or save that cannot be used, before the window opens.
    """
    return_large_blocks()
    begin_at = _first_page(file, seat, opponent, seed, resume)
    looks, remark = read_looks()
    app = open_window(theme=looks.made(), scale=looks.scale)
    app.scale_changed = _remember_scale
    app.fade.on = looks.motion
    app.keys = looks.keymap()
    try:
        app.push(Home(remark))
        begin_at(app)
        app.later(SOON, lambda: prepare(app))
        live(app)
    finally:
        close_window()
    return 0


def edit(path: Path) -> int:
    """Open the window beside a designer's own editor, on a scenario file that is read anew at every save.

    Args:
        path: the file; it may be broken, and need not be there yet.

    Returns: 0.
    """
    from game.ui.display import from_other_thread
    from game.ui.screens.workbench import Workbench
    from game.ui.workbench.watching import Watcher

    return_large_blocks()
    looks = read_looks()[0]
    app = open_window(theme=looks.made(), scale=looks.scale)
    app.scale_changed = _remember_scale
    app.fade.on = looks.motion
    app.keys = looks.keymap()
    page = Workbench(path, from_other_thread)
    watcher = Watcher(path, lambda: from_other_thread(page.saved))
    try:
        app.push(page)
        watcher.begin()
        live(app)
    finally:
        watcher.end()
        close_window()
    return 0


def look_back(match: Match) -> int:
    """Open the window on a game that is over, moment by moment; leaving the page closes it.

    Returns: 0.
    """
    from game.ui.playing import Playing
    from game.ui.screens.replay import Replay

    return_large_blocks()
    page = Replay(Playing(match))
    looks = read_looks()[0]
    app = open_window(theme=looks.made(), scale=looks.scale)
    app.scale_changed = _remember_scale
    app.fade.on = looks.motion
    app.keys = looks.keymap()
    try:
        app.push(page)
        live(app)
    finally:
        close_window()
    return 0


def prepare(app: App) -> None:
    """Read beside the first page what the next ones need, so that they open at once."""

    def settle() -> None:
        if len(app.stages) == 1:  # a game that was begun meanwhile must not stay for good
            keep_for_good()

    def read() -> None:
        _read_ahead()
        with suppress(pygame.error):  # the window may be closed by now
            from_other_thread(settle)

    threading.Thread(target=read, name="read ahead", daemon=True).start()


def _read_ahead() -> None:
    from game.ui.screens import brief, debrief, outcome, picker, reactions, table

    _ = (brief, debrief, outcome, reactions, table)
    picker.cases()


def _remember_scale(scale: float) -> None:
    looks = read_looks()[0]
    write_looks(replace(looks, scale=scale))


def _first_page(
    file: str | None, seat: str | None, opponent: str, seed: int | None, saved: Path | None
) -> Callable[[App], None]:
    """What to show over the home page; reads files now, so that a fault is told before a window opens.

    Nothing of the rules and scenarios is imported for the home page alone: it would be most of its wait.
    """
    if saved is not None:
        return _go_on(saved, file)
    if file is None:
        return lambda _app: None
    return _new_game(file, seat, opponent, seed)


def _go_on(saved: Path, file: str | None) -> Callable[[App], None]:
    from game.ui.journey import show_next
    from game.ui.playing import resume_from

    playing = resume_from(saved, file)
    return lambda app: show_next(app, playing)


def _new_game(file: str, seat: str | None, opponent: str, seed: int | None) -> Callable[[App], None]:
    from game.match.library import open_scenario
    from game.match.seating import seat_number
    from game.ui.playing import begin
    from game.ui.screens.brief import ContentNote
    from game.ui.screens.seats import Seats

    opened = open_scenario(file)
    if seat is None:
        return lambda app: app.push(Seats(opened))
    new = begin(opened, seat_number(opened, seat), opponent, seed)
    return lambda app: app.push(ContentNote(new))
