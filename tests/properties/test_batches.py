"""A game is the same to the last bit alone, in any batch, in any order and in any company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

import numpy as np
import pytest
from numpy.typing import NDArray

from game.analysis.episodes import play_out, simulate
from game.foundation.draws import game_keys
from game.foundation.errors import GameError
from game.information.brief import Brief, brief
from game.information.observe import Observation, observe
from game.policies import registry
from game.policies.random_legal import RandomLegal
from game.rules import drift
from game.rules.actions import Action, Kind, one
from game.rules.outcome import Outcome, outcome
from game.rules.play import apply, asked, is_legal, legal, start
from game.rules.state import Draft, Phase, State, take
from game.rules.tables import Tables
from tests.properties.invented import agreeable, invented
from tests.properties.playing import any_action, reached_states
from tests.properties.shipped import (
    SHIPPED,
    TOO_LARGE_FOR,
    TOO_SLOW_FOR,
    Pair,
    Table,
    numbered,
    opened,
    pairs,
    rows_of,
    seated,
)
from tests.properties.twins import action_of, anything, compare
from tests.thinned import every

SEED = 77
GAMES, ALONE = 24, 3
EVERY = [(name, pair) for name in SHIPPED for pair in pairs(name)]
everywhere = pytest.mark.parametrize(
    ("name", "pair"), EVERY, ids=["-".join((name, *pair)) for name, pair in EVERY]
)
Trail = dict[tuple[int, ...], bytes]


def trail(table: Table, games: NDArray[np.int64], seed: int = SEED) -> Trail:
    """By game, turn and slot in which it is asked: its whole state and its action. By game: its end."""
    found: Trail = {}
    for state, action in table.played(seed, games):
        rows = rows_of(state)
        if action is None:
            return found | {(int(game),): rows[n].tobytes() for n, game in enumerate(games)}
        acts = rows_of(action)
        for n in np.flatnonzero(asked(table.tables, state)):
            found[int(games[n]), state.clock.turn, state.clock.slot] = rows[n].tobytes() + acts[n].tobytes()
    raise AssertionError("no end")


def trails(table: Table, parts: list[NDArray[np.int64]]) -> Trail:
    """Trails of several batches, played one after the other by the same seats, as `simulate` does."""
    found: Trail = {}
    for part in parts:
        found |= trail(table, part)
    return found


def cut(games: NDArray[np.int64], size: int) -> list[NDArray[np.int64]]:
    return [games[begin : begin + size] for begin in range(0, len(games), size)]


def of_games(whole: Trail, games: NDArray[np.int64]) -> Trail:
    wanted = set(games.tolist())
    return {place: row for place, row in whole.items() if place[0] in wanted}


@pytest.mark.slow
@pytest.mark.parametrize("name", TOO_SLOW_FOR)
def test_a_game_with_a_seat_that_looks_ahead_is_the_same_alone_on_large_scenarios(name: str) -> None:
    test_a_game_is_the_same_alone_and_in_any_batch(name, ("experienced", "practised"))
    found = compare(name, ("practised", "experienced"), 8, 3)
    assert found.differences == []


@pytest.mark.parametrize(
    ("name", "pair"), every(5, EVERY), ids=["-".join((name, *pair)) for name, pair in EVERY]
)
def test_a_game_is_the_same_alone_and_in_any_batch(name: str, pair: Pair) -> None:
    tables, games = opened(name).tables, numbered(GAMES)
    whole = trail(seated(tables, pair), games)
    assert {place[0] for place in whole} == set(games.tolist())
    mixed = np.random.default_rng(1).permutation(games)
    again = seated(tables, pair)
    assert trails(again, cut(games, 9)) == whole
    assert trail(again, mixed) == whole
    assert trails(again, cut(mixed[:ALONE], 1)) == of_games(whole, mixed[:ALONE])
    assert trail(again, mixed[::3]) == of_games(whole, mixed[::3])


@pytest.mark.parametrize("tables", [agreeable(invented(3)), invented(5)], ids=["ratified", "voted"])
def test_nor_does_company_matter_where_scenarios_are_invented(tables: Tables) -> None:
    games = numbered(GAMES)
    whole = trail(seated(tables, ("random", "random")), games)
    assert trails(seated(tables, ("random", "random")), cut(games, 1)) == whole


@pytest.mark.parametrize("name", SHIPPED)
def test_outcomes_stand_in_the_order_of_the_games(name: str) -> None:
    tables, pair = opened(name).tables, ("random", "random")
    whole = simulate(tables, pair, SEED, GAMES).outcome
    mixed = np.random.default_rng(2).permutation(GAMES)
    end = outcome(tables, play_out(tables, seated(tables, pair).seats, SEED, mixed))
    for ours, theirs in zip(_arrays(end), _arrays(whole), strict=True):
        assert ours.dtype == theirs.dtype
        assert np.array_equal(ours, theirs[mixed])


def _arrays(found: Outcome) -> Iterator[NDArray[np.generic]]:
    for f in fields(found):
        value = getattr(found, f.name)
        yield from value if isinstance(value, tuple) else (value,)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_legal_in_a_batch_is_legal_alone(name: str) -> None:
    tables, rng, verdicts = agreeable(opened(name).tables), np.random.default_rng(4), []
    for state in reached_states(tables, 4, games=12):
        actions = anything(tables, state, rng)
        together = is_legal(tables, state, actions)
        alone = [
            is_legal(tables, take(state, np.array([game])), action_of(actions, game))[0]
            for game in range(state.games)
        ]
        assert together.tolist() == alone
        verdicts += alone
    assert 0.1 < np.mean(verdicts) < 0.9


@pytest.mark.parametrize("name", SHIPPED)
def test_what_one_game_is_told_it_may_do_is_what_is_legal(name: str) -> None:
    tables = agreeable(opened(name).tables)
    for state in reached_states(tables, 6, games=5):
        for game in range(state.games):
            alone = take(state, np.array([game]))
            told = legal(tables, alone)
            plain = {kind for kind in Kind if is_legal(tables, alone, _plainest(kind, told.barred))[0]}
            quiet = not asked(tables, alone)[0]
            assert plain == ({Kind.NONE} if quiet else set(told.kinds))
            if state.clock.phase is Phase.TALK and not quiet:
                for move in range(len(tables.moves)):
                    least, most = told.moves.get(move, (1, 0))
                    for amount in (-1, 0, 1, least - 1, least, most, most + 1):
                        action = one(Kind.HOLD, move=move, amount=amount)
                        assert is_legal(tables, alone, action)[0] == (least <= amount <= most)


def _plainest(kind: Kind, barred: frozenset[tuple[int, int]]) -> Action:
    if kind is not Kind.OFFER:
        return one(kind)
    half0, half1 = next(pair for pair in ((0, 1), (1, 0), (1, 1)) if pair not in barred)
    return one(kind, half0, half1, 0)


@everywhere
def test_every_policy_does_only_what_is_legal(name: str, pair: Pair) -> None:
    table = seated(agreeable(opened(name).tables), pair)
    for state, action in table.played(SEED + 1, numbered(60)):
        if action is None:
            continue
        seen = observe(table.tables, state, state.clock.seat).state
        assert is_legal(table.tables, state, action).all()
        assert is_legal(table.briefs[state.clock.seat].tables, seen, action).all()
        assert ((action.kind == Kind.NONE) != asked(table.tables, state)).all()


@pytest.mark.parametrize("name", SHIPPED)
def test_policies_that_do_not_take_a_scenario_say_so(name: str) -> None:
    own, refused = brief(opened(name).tables, 0), []
    for policy in registry.names():
        try:
            registry.make(policy, own)
        except GameError as fault:
            refused.append((policy, str(fault).split()[0]))
    assert refused == [(policy, policy) for policy in TOO_LARGE_FOR.get(name, ())]


@pytest.mark.parametrize("name", SHIPPED)
def test_states_and_observations_are_read_only_and_nothing_given_is_changed(name: str) -> None:
    tables, rng = agreeable(opened(name).tables), np.random.default_rng(7)
    state = start(tables, game_keys(7, numbered(8)))
    while state.clock.phase is not Phase.OVER:
        for shown in (state, observe(tables, state, 0).state, observe(tables, state, 1).state):
            assert not [f.name for f in fields(State) if _writable(getattr(shown, f.name))]
        action = any_action(tables, state, rng)
        before = rows_of(state).tobytes(), rows_of(action).tobytes()
        after = apply(tables, state, action)
        assert (rows_of(state).tobytes(), rows_of(action).tobytes()) == before
        state = after
    with pytest.raises(ValueError, match="read-only"):
        state.trust[:] = 0


def _writable(part: object) -> bool:
    return isinstance(part, np.ndarray) and part.flags.writeable


@pytest.mark.parametrize("name", SHIPPED)
def test_tables_and_briefs_are_read_only(name: str) -> None:
    tables = opened(name).tables
    for record in (tables, brief(tables, 0).tables, brief(tables, 1).tables):
        assert [path for path, array in _within(record) if array.flags.writeable] == []


def _within(record: object, path: str = "") -> Iterator[tuple[str, NDArray[np.generic]]]:
    if isinstance(record, np.ndarray):
        yield path, record
    elif isinstance(record, tuple):
        for n, part in enumerate(record):
            yield from _within(part, f"{path}[{n}]")
    elif hasattr(record, "__dataclass_fields__"):
        for f in fields(record):
            yield from _within(getattr(record, f.name), f"{path}.{f.name}")


# --- the comparison can fail


def differs(pair: Pair = ("random", "random")) -> bool:
    tables, games = opened("one-page").tables, numbered(20)
    whole = trail(seated(tables, pair), games)
    return trails(seated(tables, pair), cut(games, 6)) != whole


def test_games_alone_differ_from_each_other_and_from_another_seed() -> None:
    tables, games = opened("one-page").tables, numbered(20)
    one_seed, other = (trail(seated(tables, ("random", "random")), games, seed) for seed in (1, 2))
    assert one_seed != other
    assert len({one_seed[int(game),] for game in games}) == len(games)


def test_a_policy_that_looks_at_its_neighbours_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    class Crowd(RandomLegal):
        """Holds if most of the batch would offer."""

        def __call__(self, brief: Brief, seen: Observation, key: NDArray[np.uint64]) -> Action:
            action = super().__call__(brief, seen, key)
            offers = action.kind == Kind.OFFER
            if 2 * offers.sum() > len(offers):
                action.kind[offers] = Kind.HOLD
            return action

    monkeypatch.setitem(registry._FACTORIES, "crowd", lambda _brief: Crowd())
    assert not differs()
    assert differs(("crowd", "random"))


def test_a_rule_that_mixes_games_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = drift.close_turn

    def mixing(tables: Tables, draft: Draft) -> None:
        """The first game of a batch is another one than it would be elsewhere."""
        honest(tables, draft)
        draft.write("payoff")[:1] += 1

    monkeypatch.setattr("game.rules.play.close_turn", mixing)
    assert differs()
