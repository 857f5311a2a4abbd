"""A game as a text that can be read and compared: public line, each seat's view, draws, moves, digests."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.foundation.digests import short_digest
from game.foundation.draws import draw
from game.foundation.purposes import Purpose
from game.match.digests import as_recorded, game_digest
from game.match.library import Opened
from game.match.notation import write_action
from game.match.table import PERSON, Match
from game.match.wandering import wander
from game.rules.play import Legal
from game.rules.state import State

SEED = 1
MOST_LINES = 200
_SHOWN = (Purpose.EVENT, Purpose.VOTE, Purpose.SHOCK, Purpose.LAG, Purpose.ARRESTS, Purpose.MOOD)


def playthrough(opened: Opened, seed: int = SEED) -> str:
    """The recorded course of one game, at most 200 lines.

    Each turn opens with the world as everybody sees it, what each seat sees besides, and the first draws of
    each purpose. One line follows for each decision: what was legal, the move, and the digest after it.
    """
    match = Match(opened, (PERSON, PERSON), seed)
    tables = opened.tables
    lines = [f"{opened.scenario.id}, seed {seed}, rules {tables.rules_version}, tables {tables.digest[:16]}"]
    lines += [f"halves {len(tables.halves[0])} x {len(tables.halves[1])}, plans {len(tables.plans.steps)}"]
    turn = -1
    while not match.over:
        state = match.whole_state()
        if state.clock.turn != turn:
            turn = state.clock.turn
            lines += _turn_lines(match, state)
        seat = state.clock.seat
        legal = match.legal(seat)
        action = wander(state, legal, match)
        move = write_action(opened.lexicon, tables, action)
        match.submit(seat, action, confirm=True)
        seen = " ".join(short_digest(as_recorded(match.observe(s).state))[:8] for s in (0, 1))
        lines.append(
            f"{turn + 1}.{state.clock.slot + 1} {opened.lexicon.seats.ids[seat]} [{_legal(legal)}] {move} "
            f"-> {game_digest(match.whole_state())} seen {seen}"
        )
    lines += _end_lines(match)
    assert len(lines) <= MOST_LINES, f"{len(lines)} lines are too many to read"
    return "\n".join(lines) + "\n"


def _legal(legal: Legal) -> str:
    kinds = "".join(kind.name[0] for kind in legal.kinds)
    rest = short_digest((legal.kinds, legal.moves, legal.people_most, legal.barred))[:6]
    return f"{kinds} {len(legal.moves)}m {rest}"


def _turn_lines(match: Match, state: State) -> Iterator[str]:
    yield (
        f"== {state.clock.turn + 1} held {state.held[0]} freed {state.freed[0]} exiled {state.exiled[0]} "
        f"arrested {state.arrested[0]} served {state.served[0]} promised {state.promised[0]} "
        f"trust {state.trust[0, 0]}/{state.trust[0, 1]} agreements {state.agreements[0]} "
        f"levels {''.join(map(str, state.level[0]))} base {''.join(map(str, state.base[0]))} "
        f"fired {''.join('x' if t == state.clock.turn else '.' for t in state.fired[0])}"
    )
    for seat in (0, 1):
        seen = match.observe(seat).state
        moods = ",".join(str(mood) for mood in seen.mood[0][match.opened.tables.actor_side == seat])
        yield (
            f"   {match.opened.lexicon.seats.ids[seat]} sees type {seen.type[0, seat]} "
            f"floor {seen.floor[0, seat]} "
            f"moods {moods} payoff {seen.payoff[0, seat]} digest {short_digest(as_recorded(seen))[:8]}"
        )
    words = (f"{p.name.lower()} {_first_words(state, p)}" for p in _SHOWN)
    yield f"   draws {' '.join(words)}"


def _first_words(state: State, purpose: Purpose) -> str:
    """The first two draws of a purpose in this turn, as shares of 1 in thousandths."""
    words = draw(state.key, state.clock.turn, purpose, 2)[0].astype(np.uint64)
    return ",".join(f"{int(word) * 1000 >> 32:03d}" for word in words)


def _end_lines(match: Match) -> Iterator[str]:
    state = match.whole_state()
    yield (
        f"end {match.opened.lexicon.ending_text(int(state.ended[0]))}: "
        f"freed {state.freed[0]} held {state.held[0]} "
        f"payoff {state.payoff[0, 0]} {state.payoff[0, 1]} digest {game_digest(state)}"
    )
