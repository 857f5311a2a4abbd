"""The way through a game: which page comes next."""

from __future__ import annotations

from game.foundation.texts import _
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.widgets.dialog import Answer, ask
from game.ui.window import App


def begin_play(app: App, playing: Playing) -> None:
    """After the content note: the brief, behind a curtain where two persons share the window."""
    if playing.hot_seat and playing.match.asked is not None:
        playing.viewer = 1 - playing.match.asked
    show_next(app, playing)


def show_next(app: App, playing: Playing) -> None:
    """Let the computer move until a person is asked, then show what that person should see next."""
    from game.ui.screens.curtain import Curtain

    playing.begin()
    if _thinks(app, playing):
        return
    asked = playing.match.asked
    if playing.hot_seat and asked is not None and asked != playing.viewer:
        over_home(app, Curtain(playing, asked))
        _warn(app, playing)
        return
    show_seat(app, playing, playing.viewer if asked is None else asked)


def _thinks(app: App, playing: Playing) -> bool:
    """Let the computer move until a person is asked; whether it thinks for a while, and a page says so."""
    match = playing.match
    while match.asked is not None and match.asked not in match.people:
        if match.thinking() is not None:
            from game.ui.screens.thinking import Thinking

            over_home(app, Thinking(playing))
            return True
        match.step()
    return False


def show_seat(app: App, playing: Playing, seat: int) -> None:
    """Show a seat its next page: what has happened since it looked, then the table or the outcome."""
    from game.ui.screens.brief import BriefPage
    from game.ui.screens.outcome import Outcome
    from game.ui.screens.reactions import Reactions, has_news
    from game.ui.screens.table import Table

    playing.viewer = seat
    screen: Screen
    if not playing.briefed[seat]:
        screen = BriefPage(playing)
    elif has_news(playing):
        screen = Reactions(playing)
    elif playing.match.over:
        screen = Outcome(playing)
    else:
        screen = Table(playing)
    over_home(app, screen)
    _warn(app, playing)


def over_home(app: App, screen: Screen) -> None:
    """Show a page in place of all that lie over the home page."""
    while len(app.stages) > 2:
        app.pop()
    if len(app.stages) == 2:
        app.replace(screen)
    else:
        app.push(screen)


def _warn(app: App, playing: Playing) -> None:
    """Say once that the game is not on disk, and again if that comes back after it was mended."""
    trouble = playing.match.unsaved
    if trouble and not playing.warned:
        ask(app, _("Not saved"), trouble, [Answer(_("Understood"), key="understood")])
    playing.warned = bool(trouble)
