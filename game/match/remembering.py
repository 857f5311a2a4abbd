"""What really happened, played through the ordinary rules, and where the model had to be made to follow it.

The history names draws and verdicts that are set instead of drawn. A verdict is *forced* in a game if the
votes of that game say otherwise, an offer or its acceptance if the principal of that game would have lost by
it. The game is played up to the end of the history's last turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from game.content.compiling.history import compile_history
from game.content.history import Deed, History
from game.foundation.arrays import Bool
from game.foundation.draws import game_keys
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import Opened
from game.narration.course import Course, Ply
from game.rules.actions import Action, Kind, no_action, one
from game.rules.happenings import Happening, What
from game.rules.play import apply, asked, start
from game.rules.ratification import carried, ratify
from game.rules.state import Phase, State, draft_of
from game.rules.tables import NONE, Tables
from game.rules.talks import side_moves, table_moves
from game.rules.valuation import appraise

_DECISIONS = (Kind.HONOUR, Kind.DELAY, Kind.BREACH)
_ANSWERS = (Kind.LET_PASS, Kind.SNAP_BACK)


class Unplayable(GameError):
    """A step of a history that the rules do not allow: a finding about the scenario, not wrong usage."""

    exit_status = 1


@dataclass(frozen=True)
class Refusal:
    """Something the model would not have done by itself.

    Args:
        deed: the step of the history.
        seat: whose side would have refused.
        what: `offer` or `accept` (its principal would have lost by it) or `ratify` (its side would have voted
            otherwise than the history says).
        games: in how many of the games.
    """

    deed: Deed
    seat: int
    what: str
    games: int


@dataclass(frozen=True)
class Remembered:
    """A history played under many seeds.

    Args:
        games: how many.
        refusals: what had to be forced, in order.
        releases: (turn, people) each time people were freed, in the first game.
        differing: what was not the same in every game as (turn, what); people
            freed, the seats' measures in force and announced, agreements, steps honoured.
        final: where the games stand then.
    """

    games: int
    refusals: tuple[Refusal, ...]
    releases: tuple[tuple[int, int], ...]
    differing: tuple[tuple[int, str], ...]
    final: State


def with_history(opened: Opened) -> tuple[Tables, History]:
    """The tables in which the draws and verdicts of the scenario's history are set, and the history.

    Raises:
        GameError: the scenario has no history.
    """
    history = compile_history(opened.scenario, opened.lexicon)
    if not history.deeds:
        raise GameError(
            _("{scenario} has no history: {path}").format(scenario=opened.scenario.id, path=opened.path)
        )
    return replace(opened.tables, forced=history.forced), history


def remember(opened: Opened, seed: int, games: int) -> Remembered:
    """Play the history under many keys.

    Raises:
        GameError: there is no history.
        Unplayable: the rules do not allow one of its steps.
    """
    tables, history = with_history(opened)
    state = start(tables, game_keys(seed, np.arange(games)))
    refusals: list[Refusal] = []
    differing: list[tuple[int, str]] = []
    while _goes_on(history, state):
        deed = deed_at(history, state)
        action = _spread(deed, state, asked(tables, state))
        refusals += _refusals(tables, state, action, deed)
        before, state = state, _applied(_told(tables, history, state), state, action, deed)
        differing += [(before.clock.turn, name) for name in _differing(tables, state)]
    releases = tuple(
        (happening.turn, happening.amount)
        for happening in remembered_course(opened, seed).happenings
        if happening.what is What.FREED
    )
    return Remembered(games, tuple(refusals), releases, tuple(dict.fromkeys(differing)), state)


def remembered_course(opened: Opened, seed: int) -> Course:
    """The history in one game, with everything that happened. Raises as `remember`."""
    tables, history = with_history(opened)
    news: list[Happening] = []
    state = start(tables, game_keys(seed, [0]), news)
    opening, plies = state, []
    while _goes_on(history, state):
        deed, seat = deed_at(history, state), state.clock.seat
        happened: list[Happening] = []
        action = _spread(deed, state, asked(tables, state))
        before, state = state, _applied(_told(tables, history, state), state, action, deed, happened)
        plies.append(Ply(seat, action, before, state, tuple(happened)))
    return Course(opening, tuple(news), tuple(plies))


def deed_at(history: History, state: State) -> Deed | None:
    """What the history has a seat do in the present slot; None where it holds, honours or lets pass."""
    clock = state.clock
    if clock.phase is Phase.TALK:
        return history.talk(clock.turn, clock.slot)
    kinds = _DECISIONS if clock.phase is Phase.HONOUR else _ANSWERS
    return history.decision(clock.turn, clock.seat, kinds)


def _last(history: History) -> int:
    return max(deed.turn for deed in history.deeds)


def _goes_on(history: History, state: State) -> bool:
    return state.clock.phase is not Phase.OVER and state.clock.turn <= _last(history)


def _told(tables: Tables, history: History, state: State) -> Tables:
    """The tables without the news of a turn that the history does not reach."""
    return replace(tables, events=()) if state.clock.turn == _last(history) else tables


def _applied(
    tables: Tables, state: State, action: Action, deed: Deed | None, record: list[Happening] | None = None
) -> State:
    try:
        return apply(tables, state, action, record)
    except GameError as fault:
        if deed is None:
            raise
        raise Unplayable(
            _("step {n} of the history cannot be played: {fault}").format(n=deed.step + 1, fault=fault)
        ) from None


def _spread(deed: Deed | None, state: State, who: Bool) -> Action:
    """The deed in every game that is asked."""
    usual = {Phase.TALK: Kind.HOLD, Phase.HONOUR: Kind.HONOUR, Phase.RESPOND: Kind.LET_PASS}
    single = deed.action if deed is not None else one(usual[state.clock.phase])
    blank = no_action(state.games)
    return Action(
        **{
            name: np.where(who, getattr(single, name)[0], off).astype(off.dtype)
            for name, off in vars(blank).items()
        }
    )


def _refusals(tables: Tables, state: State, action: Action, deed: Deed | None) -> Iterator[Refusal]:
    if deed is None or deed.kind not in (Kind.OFFER, Kind.ACCEPT):
        return
    after = draft_of(state)
    side_moves(tables, after, action)
    table_moves(tables, after, action)
    stood = after.finish()
    offer = stood.signed if deed.kind is Kind.ACCEPT else stood.offer[:, deed.seat]
    games = offer[:, 2] != NONE
    gain = appraise(tables, stood, deed.seat, stood.type[:, deed.seat], offer).net
    yield from _counted(deed, deed.seat, "offer" if deed.kind is Kind.OFFER else "accept", games & (gain < 0))
    if deed.kind is Kind.ACCEPT:
        cast = draft_of(stood)
        ratify(tables, cast)
        voted = cast.finish()
        for side in (0, 1):
            would = (voted.vote[:, side] == 1) & carried(tables, side, voted.vote)
            yield from _counted(deed, side, "ratify", games & (would != (voted.verdict[:, side] == 1)))


def _counted(deed: Deed, seat: int, what: str, games: Bool) -> Iterator[Refusal]:
    if games.any():
        yield Refusal(deed, seat, what, int(games.sum()))


def _differing(tables: Tables, state: State) -> list[str]:
    """What of the things that the history tells is not the same in all games."""
    owned = tables.issues.owner != NONE
    told: dict[str, NDArray[np.integer]] = {
        "freed": state.freed, "level": state.level[:, owned], "enacting": state.enacting[:, owned],
        "agreements": state.agreements, "honoured": state.honoured, "ended": state.ended,
    }  # fmt: skip
    return [name for name, part in told.items() if bool((part != part[:1]).any())]
