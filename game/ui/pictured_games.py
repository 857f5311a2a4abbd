"""Games brought to the point at which their pages are worth a picture."""

from __future__ import annotations

from game.match.library import Opened
from game.match.notation import read_action
from game.match.table import Match
from game.rules.actions import Kind, one
from game.rules.state import Phase
from game.ui.playing import Playing

SEED = 3
SEEDS = range(SEED, SEED + 20)  # where a game is wanted in which something comes about


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


def untold(playing: Playing) -> Playing:
    """The game again, as to somebody who was told nothing of it yet."""
    playing.told = [0, 0]
    return playing
