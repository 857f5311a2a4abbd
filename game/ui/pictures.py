"""Every screen as a picture, drawn without a display: for looking at them, for the README, and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pygame

from game.match.library import Opened, open_scenario
from game.match.notation import read_action
from game.match.saves import Saved
from game.match.table import Match
from game.rules.actions import Kind, one
from game.rules.state import Phase
from game.ui.events import Key
from game.ui.lesson.course import Lesson
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
from game.ui.small_png import write_small
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.widgets.board import Board
from game.ui.widgets.tabs import Tabs
from game.ui.window import App

SIZE = (1280, 720)
SCALES = (1.0, 1.75)
FLAGSHIP = "belarus-2025"
SEED = 3
SEEDS = range(SEED, SEED + 20)  # where a game is wanted in which something comes about
AROUND = ("tab offers", "tab sides", "tab world", "tab analysts", "tab mandate", "tab log")
PARTS = ("people", "votes", "good", "offers", "reasons", "history", "talk")


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
        Shot("what-followed", lambda: Reactions(_untold(done))),
        Shot("deal-map", lambda: _debrief(both)),
        Shot("people", lambda: _debrief(both), _tab("tabs", "people")),
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


def draw_all(folder: Path, scenario: str = FLAGSHIP, size: tuple[int, int] = SIZE) -> Iterator[Path]:
    """Draw every screen at 100 % and 175 %.

    Args:
        folder: where the PNG files go; made if need be.
        scenario: path or id of the scenario that is shown.
        size: of the window in pixels.

    Returns: the files, one after the other as they are written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for shot in shots(open_scenario(scenario)):
        for scale in SCALES:
            path = folder / f"{shot.name.replace(' ', '-')}-{round(100 * scale)}.png"
            _write(shown(shot, size, scale).surface, path)
            yield path


def _write(surface: pygame.Surface, path: Path) -> None:
    """Write a PNG file; unlike pygame by itself, raises OSError if the disk is full."""
    content = BytesIO()
    pygame.image.save(surface, content, "picture.png")
    path.write_bytes(content.getvalue())


def shown(shot: Shot, size: tuple[int, int] = SIZE, scale: float = 1.0, theme: Theme = DARK) -> App:
    """A window of its own, without a display, that shows what is to be taken."""
    app = App(pygame.Surface(size, 0, 32), theme, scale)
    app.push(shot.make())
    app.step()
    if shot.then is not None:
        shot.then(app)
        app.step()
    return app


def shots(opened: Opened) -> list[Shot]:
    """All pictures, in the order of a game."""
    fresh, later = in_talks(opened), in_talks(opened, plies=5)
    owing, done = in_execution(opened), finished(opened)
    return [
        Shot("01-home", Home),
        Shot("01-learn", LessonPage),
        Shot("01-learn-done", LessonPage, _first_step),
        Shot("01-learned", lambda: LessonEnd(Lesson(step=11))),
        Shot("02-scenarios", Picker),
        Shot("03-seats", lambda: Seats(opened)),
        Shot("03-seats-two", lambda: Seats(opened), _two_persons),
        Shot("04-before", lambda: ContentNote(fresh)),
        Shot("05-brief-envoy", lambda: BriefPage(fresh)),
        Shot("06-brief-government", lambda: BriefPage(in_talks(opened, seat=1))),
        Shot("07-table", lambda: Table(fresh)),
        Shot("08-table-later", lambda: Table(later)),
        *(Shot(f"08-table-{name}", lambda: Table(later), _tab("tabs", name)) for name in AROUND),
        Shot("08-table-why", lambda: Table(later), _why),
        Shot("08-table-leave", lambda: Table(later), _leave),
        Shot("09-table-government", lambda: Table(in_talks(opened, seat=1, plies=3))),
        Shot("09-projected", lambda: Table(later), _project),
        Shot("10-decision", lambda: Table(owing)),
        Shot("11-what-followed", lambda: Reactions(_untold(done))),
        Shot("12-outcome", lambda: Outcome(done)),
        Shot("13-debrief", lambda: _debrief(done)),
        *(Shot(f"13-debrief-{name}", lambda: _debrief(done), _tab("tabs", name)) for name in PARTS),
        Shot("13-debrief-projected", lambda: _debrief(done), _project),
        Shot("13-replay", lambda: Replay(done, 6)),
        Shot("13-replay-theirs", lambda: Replay(in_both_ways(opened), 9)),
        Shot("14-curtain", lambda: Curtain(fresh, 1)),
        Shot("14-paused", lambda: Paused(later)),
        Shot("14-change-seats", lambda: ChangeSeats(later)),
        Shot("14-saved", lambda: SavedGames(games=_some_saved(later))),
        Shot("15-glossary", Glossary),
        Shot("16-settings", Settings),
        Shot("16-settings-keys", Keys),
        Shot("16-settings-taken", Keys, _taken_key),
        Shot("17-credits", Credits),
        Shot("17-credits-case", lambda: Credits(opened.scenario.id)),
        Shot("18-workbench", lambda: Workbench(opened.path, beside=lambda call: call())),
    ]


def _debrief(done: Playing) -> Screen:
    return DebriefPage(done, Outcome(done).done)


def _tab(key: str, page: str) -> Callable[[App], None]:
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
    """Ask what the draft's worth is made of."""
    board = app.top.root.find("board")
    assert isinstance(board, Board)
    board.bring("worth")
    app.step()
    app.focus(app.top.root.find("mine value"))
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


def _new(opened: Opened, seat: int, seed: int = SEED) -> Playing:
    players = ("person", "conceder") if seat == 0 else ("conceder", "person")
    playing = Playing(Match(opened, players, seed), viewer=seat)
    playing.match.advance()
    return playing


def in_talks(opened: Opened, seat: int = 0, plies: int = 0) -> Playing:
    """A game at the table, after some of the person's plies were spent on small offers."""
    playing = _new(opened, seat)
    match = playing.match
    offer = first_offer(opened)
    while plies and not match.over:
        plies -= 1
        if match.phase is Phase.TALK:
            action = read_action(opened.lexicon, opened.tables, seat, offer)
            move = action if not match.why_not(seat, action) else one(Kind.HOLD)
        else:
            move = one(Kind.HONOUR if match.phase is Phase.HONOUR else Kind.LET_PASS)
        match.submit(seat, move)
        match.advance()
    return playing


def first_offer(opened: Opened) -> str:
    """A small offer in writing: the first real level of the people issue and of the first own measure."""
    tables, words = opened.tables, opened.words
    asked = tables.issues.people
    given = next(i for i in range(len(tables.issues.owner)) if tables.issues.owner[i] == 0)
    parts = [f"{words.issues[i].id}={words.issues[i].levels[1].id}" for i in (asked, given) if i >= 0]
    return f"offer {' '.join(parts)} plan={words.plans[0].id}"


def in_execution(opened: Opened) -> Playing:
    """A game in which the person owes something; a table where that never comes up."""
    for seed in SEEDS:
        playing = _new(opened, 1, seed)
        _agree(playing.match, Phase.HONOUR)
        if not playing.match.over:
            return playing
    return _new(opened, 1)


def finished(opened: Opened) -> Playing:
    """A game played to its end by accepting what is offered and honouring what is owed.

    The first one with an agreement, if there is any: pages without one show little.
    """
    for seed in (*SEEDS, SEED):
        playing = _new(opened, 1, seed)
        _agree(playing.match, Phase.OVER)
        if playing.match.whole_state().agreements[0]:
            break
    return playing


def _agree(match: Match, until: Phase) -> None:
    """Accept what is offered and honour what is owed until something else is asked, or the end."""
    while not match.over and match.phase is not until:
        accept = one(Kind.ACCEPT)
        if match.phase is Phase.TALK:
            move = accept if not match.why_not(1, accept) else one(Kind.HOLD)
        else:
            move = one(Kind.HONOUR if match.phase is Phase.HONOUR else Kind.LET_PASS)
        match.submit(1, move)
        match.advance()


def in_both_ways(opened: Opened) -> Playing:
    """A finished game in which both sides made offers; one with an agreement, if some game comes to one."""
    for seed in SEEDS:
        match = Match(opened, ("conceder", "linear"), seed)
        match.advance()
        kinds = [int(ply.action.kind[0]) for ply in match.course().plies]
        if Kind.ACCEPT in kinds:
            break
    return Playing(match)


def before_the_handshake(playing: Playing) -> int:
    """The number of the offer that was accepted first; the first moment if none was."""
    kinds = [int(ply.action.kind[0]) for ply in playing.match.course().plies]
    return max(0, kinds.index(Kind.ACCEPT) - 1) if Kind.ACCEPT in kinds else 0


def _untold(playing: Playing) -> Playing:
    playing.told = [0, 0]
    return playing
