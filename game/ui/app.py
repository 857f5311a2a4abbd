"""The window from its opening to its closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.match.library import open_scenario
from game.match.seating import seat_number
from game.ui.display import close_window, open_window
from game.ui.display import run as live
from game.ui.journey import show_next
from game.ui.looks import Looks, read_looks, write_looks
from game.ui.playing import begin, resume_from
from game.ui.screens.brief import ContentNote
from game.ui.screens.home import Home
from game.ui.screens.seats import Seats
from game.ui.window import App


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
    begin_at = _first_page(file, seat, opponent, seed, resume)
    looks, remark = read_looks()
    app = open_window(theme=looks.made(), scale=looks.scale)
    app.scale_changed = _remember_scale
    try:
        app.push(Home(remark))
        begin_at(app)
        live(app)
    finally:
        close_window()
    return 0


def _remember_scale(scale: float) -> None:
    looks = read_looks()[0]
    write_looks(Looks(looks.theme, looks.family, scale))


def _first_page(
    file: str | None, seat: str | None, opponent: str, seed: int | None, saved: Path | None
) -> Callable[[App], None]:
    """What to show over the home page; reads files now, so that a fault is told before a window opens."""
    if saved is not None:
        playing = resume_from(saved, file)
        return lambda app: show_next(app, playing)
    if file is None:
        return lambda _app: None
    opened = open_scenario(file)
    if seat is None:
        return lambda app: app.push(Seats(opened))
    new = begin(opened, seat_number(opened, seat), opponent, seed)
    return lambda app: app.push(ContentNote(new))
