"""All pages, each with what a player does before its picture is taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.match.library import Opened
from game.match.saves import Saved
from game.ui.events import Key
from game.ui.lesson.course import Lesson
from game.ui.pictured_games import finished, in_both_ways, in_execution, in_talks, untold
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.brief import BriefPage, ContentNote
from game.ui.screens.change_seats import ChangeSeats
from game.ui.screens.credits import Credits
from game.ui.screens.curtain import Curtain
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.glossary import Glossary
from game.ui.screens.home import Home
from game.ui.screens.keys import Keys
from game.ui.screens.learned import LessonEnd
from game.ui.screens.lesson import LessonPage
from game.ui.screens.outcome import Outcome
from game.ui.screens.paused import Paused
from game.ui.screens.picker import Picker
from game.ui.screens.reactions import Reactions
from game.ui.screens.replay import Replay
from game.ui.screens.saved import SavedGames
from game.ui.screens.seats import Seats
from game.ui.screens.settings import Settings
from game.ui.screens.table import Table
from game.ui.screens.workbench import Workbench
from game.ui.widgets.board import Board
from game.ui.widgets.tabs import Tabs
from game.ui.window import App

AROUND = ("tab offers", "tab sides", "tab world", "tab analysts", "tab mandate", "tab log")
PARTS = ("people", "votes", "good", "offers", "reasons", "history", "talk")


@dataclass(frozen=True)
class Shot:
    """A picture to be taken.

    Attributes:
        name: of its file.
        make: makes the screen.
        then: what a player does before the picture is taken.
    """

    name: str
    make: Callable[[], Screen]
    then: Callable[[App], None] | None = None


def shots(opened: Opened) -> list[Shot]:
    """All pictures, in the order of a game."""
    # Games are played when a page of theirs is wanted, and then shared by all pages that show them.
    fresh, later = cache(lambda: in_talks(opened)), cache(lambda: in_talks(opened, plies=5))
    owing, done = cache(lambda: in_execution(opened)), cache(lambda: finished(opened))
    both, told = cache(lambda: in_both_ways(opened)), cache(lambda: Outcome(done()).done)

    def debrief() -> Screen:
        return DebriefPage(done(), told())

    return [
        Shot("01-home", Home),
        Shot("01-learn", LessonPage),
        Shot("01-learn-done", LessonPage, _first_step),
        Shot("01-learned", lambda: LessonEnd(Lesson(step=11))),
        Shot("02-scenarios", Picker),
        Shot("03-seats", lambda: Seats(opened)),
        Shot("03-seats-two", lambda: Seats(opened), _two_persons),
        Shot("04-before", lambda: ContentNote(fresh())),
        Shot("05-brief-envoy", lambda: BriefPage(fresh())),
        Shot("06-brief-government", lambda: BriefPage(in_talks(opened, seat=1))),
        Shot("07-table", lambda: Table(fresh())),
        Shot("08-table-later", lambda: Table(later())),
        *(Shot(f"08-table-{name}", lambda: Table(later()), turned_to("tabs", name)) for name in AROUND),
        Shot("08-table-why", lambda: Table(later()), _why),
        Shot("08-table-leave", lambda: Table(later()), _leave),
        Shot("09-table-government", lambda: Table(in_talks(opened, seat=1, plies=3))),
        Shot("09-projected", lambda: Table(later()), _project),
        Shot("10-decision", lambda: Table(owing())),
        Shot("11-what-followed", lambda: Reactions(untold(done()))),
        Shot("12-outcome", lambda: Outcome(done())),
        Shot("13-debrief", debrief),
        *(Shot(f"13-debrief-{name}", debrief, turned_to("tabs", name)) for name in PARTS),
        Shot("13-debrief-projected", debrief, _project),
        Shot("13-replay", lambda: Replay(done(), 6)),
        Shot("13-replay-theirs", lambda: Replay(both(), 9)),
        Shot("14-curtain", lambda: Curtain(fresh(), 1)),
        Shot("14-paused", lambda: Paused(later())),
        Shot("14-change-seats", lambda: ChangeSeats(later())),
        Shot("14-saved", lambda: SavedGames(games=_some_saved(later()))),
        Shot("15-glossary", Glossary),
        Shot("16-settings", Settings),
        Shot("16-settings-keys", Keys),
        Shot("16-settings-taken", Keys, _taken_key),
        Shot("17-credits", Credits),
        Shot("17-credits-case", lambda: Credits(opened.scenario.id)),
        Shot("18-workbench", lambda: Workbench(opened.path, beside=lambda call: call())),
    ]


def debriefed(done: Playing) -> Screen:
    """The debrief of a finished game."""
    return DebriefPage(done, Outcome(done).done)


def turned_to(key: str, page: str) -> Callable[[App], None]:
    """Turn to a page of some tabs."""

    def turn(app: App) -> None:
        board = app.top.root.find("board") if page.startswith("tab ") else None
        if isinstance(board, Board):
            board.bring("around")
            app.step()
        tabs = app.top.root.find(key)
        assert isinstance(tabs, Tabs)
        if page in [part.key for part in tabs.pages]:  # not every scenario has a history to tell
            tabs.choose(page)

    return turn


def _why(app: App) -> None:
    """Ask what the worth of their offer is made of, or of the draft where there is none."""
    board = app.top.root.find("board")
    assert isinstance(board, Board)
    board.bring("worth")
    app.step()
    keys = {widget.key for widget in app.top.root.walk()}
    app.focus(app.top.root.find("theirs value" if "theirs value" in keys else "mine value"))
    app.keyboard.press(Key("f2"))


def _project(app: App) -> None:
    app.keyboard.press(Key("f9"))


def _first_step(app: App) -> None:
    """Have the first thing of the lesson done."""
    app.focus(app.top.root.find("issue:0"))
    app.keyboard.press(Key("right"))
    app.keyboard.press(Key("right"))


def _taken_key(app: App) -> None:
    """Ask to give an action a key that another has."""
    page = app.stages[-1].screen
    assert isinstance(page, Keys)
    page.take("send", "ctrl+p")


def _two_persons(app: App) -> None:
    app.focus(app.top.root.find("seat"))
    app.keyboard.press(Key("end"))


def _some_saved(playing: Playing) -> list[Saved]:
    """A game that goes on, and a file that is damaged."""
    fault = (
        "damaged.transcript: line 1 of the transcript cannot be read: expected one JSON object, found 'half'"
    )
    return [
        Saved(Path("before the accord.transcript"), playing.match.transcript()),
        Saved(Path("damaged.transcript"), None, fault),
    ]


def _leave(app: App) -> None:
    app.keyboard.press(Key("escape"))
