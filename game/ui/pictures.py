"""Every screen as a picture, drawn without a display: for looking at them, for the README, and for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

from game.match.library import Opened, open_scenario
from game.match.notation import read_action
from game.match.table import Match
from game.rules.actions import Kind, one
from game.rules.state import Phase
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.brief import BriefPage, ContentNote
from game.ui.screens.curtain import Curtain
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.glossary import Glossary
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from game.ui.screens.picker import Picker
from game.ui.screens.reactions import Reactions
from game.ui.screens.seats import Seats
from game.ui.screens.settings import Settings
from game.ui.screens.table import Table
from game.ui.window import App

SIZE = (1280, 720)
SCALES = (1.0, 1.75)
FLAGSHIP = "belarus-2025"
SEED = 7


def draw_all(folder: Path, scenario: str = FLAGSHIP, size: tuple[int, int] = SIZE) -> Iterator[Path]:
    """Draw every screen at 100 % and 175 %.

    Args:
        folder: where the PNG files go; made if need be.
        scenario: path or id of the scenario that is shown.
        size: of the window in pixels.

    Returns: the files, one after the other as they are written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    opened = open_scenario(scenario)
    for name, make in screens(opened):
        for scale in SCALES:
            path = folder / f"{name}-{round(100 * scale)}.png"
            pygame.image.save(drawn(make(), size, scale), path)
            yield path


def drawn(screen: Screen, size: tuple[int, int] = SIZE, scale: float = 1.0) -> pygame.Surface:
    """One screen on a surface of its own."""
    app = App(pygame.Surface(size), scale=scale)
    app.push(screen)
    app.step()
    return app.surface


def screens(opened: Opened) -> list[tuple[str, Callable[[], Screen]]]:
    """The name of every screen and how to make it, in the order of a game."""
    fresh, later = in_talks(opened), in_talks(opened, plies=6)
    owing, done = in_execution(opened), finished(opened)
    return [
        ("01-home", Home),
        ("02-scenarios", Picker),
        ("03-seats", lambda: Seats(opened)),
        ("04-before", lambda: ContentNote(fresh)),
        ("05-brief-envoy", lambda: BriefPage(fresh)),
        ("06-brief-government", lambda: BriefPage(in_talks(opened, seat=1))),
        ("07-table", lambda: Table(fresh)),
        ("08-table-later", lambda: Table(later)),
        ("09-table-government", lambda: Table(in_talks(opened, seat=1, plies=3))),
        ("10-decision", lambda: Table(owing)),
        ("11-what-followed", lambda: Reactions(_untold(done))),
        ("12-outcome", lambda: Outcome(done)),
        ("13-debrief", lambda: DebriefPage(done, Outcome(done).told)),
        ("14-curtain", lambda: Curtain(fresh, 1)),
        ("15-glossary", Glossary),
        ("16-settings", Settings),
    ]


def _new(opened: Opened, seat: int) -> Playing:
    players = ("person", "conceder") if seat == 0 else ("conceder", "person")
    playing = Playing(Match(opened, players, SEED), viewer=seat)
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
    """A game in which the person owes something; the table of the last turn where none comes up."""
    playing = _new(opened, 1)
    match = playing.match
    while not match.over and match.phase is not Phase.HONOUR:
        accept = one(Kind.ACCEPT)
        match.submit(1, accept if not match.why_not(1, accept) else one(Kind.HOLD))
        match.advance()
    return playing if not match.over else _new(opened, 1)


def finished(opened: Opened) -> Playing:
    """A game played to its end by accepting what is offered and honouring what is owed."""
    playing = _new(opened, 1)
    match = playing.match
    while not match.over:
        accept = one(Kind.ACCEPT)
        if match.phase is Phase.TALK:
            move = accept if not match.why_not(1, accept) else one(Kind.HOLD)
        else:
            move = one(Kind.HONOUR if match.phase is Phase.HONOUR else Kind.LET_PASS)
        match.submit(1, move)
        match.advance()
    return playing


def _untold(playing: Playing) -> Playing:
    playing.told = [0, 0]
    return playing
