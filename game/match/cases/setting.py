"""The state that a test case begins with."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.content.compiling.exact import micro
from game.content.names import Names
from game.content.reading.places import Path
from game.foundation.draws import game_keys
from game.foundation.texts import _
from game.match.cases.failing import Failed, known
from game.match.cases.schema import Given
from game.match.library import Opened
from game.rules.actions import Kind, one
from game.rules.clauses import Does, Effect
from game.rules.effects import apply_effects
from game.rules.ledger import work_out_base
from game.rules.play import apply, start
from game.rules.state import Phase, State, draft_of


def opening_of(opened: Opened, given: Given, path: Path) -> State:
    """One game as a case has it begin.

    Raises:
        Failed: a name is none of the scenario's, or its turn is never reached.
    """
    state = start(opened.tables, game_keys(given.seed, [0]))
    state = _held_until(opened, state, given, path)
    return _set(opened, state, given, path)


def _held_until(opened: Opened, state: State, given: Given, path: Path) -> State:
    """The same game after both seats have held until a turn."""
    if given.turn is None:
        return state
    turn = opened.scenario.calendar.turn_of(given.turn)
    if turn is None or not 0 <= turn < opened.scenario.calendar.turns:
        raise Failed((*path, "turn"), _("{turn!r} is no turn of the scenario").format(turn=given.turn))
    while state.clock.turn < turn:
        if state.clock.phase is Phase.OVER:
            raise Failed((*path, "turn"), _("the game ends before this turn, with this seed"))
        kind = {Phase.TALK: Kind.HOLD, Phase.HONOUR: Kind.HONOUR}.get(state.clock.phase, Kind.LET_PASS)
        state = apply(opened.tables, state, one(kind))
    return state


def _set(opened: Opened, state: State, given: Given, path: Path) -> State:
    tables, names, scenario = opened.tables, Names(opened.scenario), opened.scenario
    draft = draft_of(state)
    for seat in _known((*path, "types"), given.types, names.seats, _("seat")):
        number = names.seats[seat]
        known((*path, "types", seat), given.types[seat], names.types[number], _("type"))
        draft.write("type")[:, number] = names.types[number][given.types[seat]]
    for seat in _known((*path, "floors"), given.floors, names.seats, _("seat")):
        draft.write("floor")[:, names.seats[seat]] = micro(given.floors[seat])
    for seat in _known((*path, "trust"), given.trust, names.seats, _("seat")):
        draft.write("trust")[:, names.seats[seat]] = given.trust[seat]
    ratifiers = {actor.id for actor in scenario.actors if actor.ratifier is not None}
    for actor in _known((*path, "mood"), given.mood, ratifiers, _("ratifier")):
        draft.write("mood")[:, names.actors[actor]] = given.mood[actor]
    if given.held is not None:
        draft.write("held")[:] = given.held
    here = np.ones(1, np.bool_)
    for issue in _known((*path, "levels"), given.levels, names.issues, _("issue")):
        known((*path, "levels", issue), given.levels[issue], names.levels[issue], _("level"))
        to = names.levels[issue][given.levels[issue]]
        apply_effects(tables, draft, (Effect(Does.LEVEL_TO, names.issues[issue], to),), here)
    work_out_base(tables, draft, here)
    return draft.finish()


def _known(path: Path, ids: Iterable[str], there: Iterable[str], what: str) -> list[str]:
    """The ids, once every one of them is known."""
    listed, possible = list(ids), list(there)
    for id_ in listed:
        known((*path, id_), id_, possible, what)
    return listed
