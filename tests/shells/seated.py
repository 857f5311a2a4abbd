"""Tables in the middle of a small game, ready to be played at."""

from game.match.notation import read_action
from game.match.table import PERSON, Match
from game.ui.playing import Playing
from game.ui.screens.table import Table
from tests.compiled import open_scenario
from tests.shells.player import Player

PASSES = "offer people=ten list=monitor calm=promise harbour=licence visit=visit plan=two_steps"


def played(*moves: str, scenario: str = "one-page", players=(PERSON, PERSON), seed: int = 1) -> Match:
    """A match in which these moves were made, each by the seat that was asked."""
    match = Match(open_scenario(scenario), players, seed)
    match.advance()
    for text in moves:
        seat = match.asked
        match.submit(seat, read_action(match.opened.lexicon, match.opened.tables, seat, text))
        match.advance()
    return match


def at_table(match: Match, mouse: bool = True, **window) -> Player:
    """A person at the table of the seat that is asked."""
    playing = Playing(match, viewer=match.asked, briefed=[True, True])
    player = Player(mouse, **window)
    player.app.push(Table(playing))
    player.app.step()
    return player


def last_move(match: Match) -> str:
    """What was done last, as it is written."""
    return match.transcript().moves[-1].do
