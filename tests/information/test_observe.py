"""An observation holds what the seat may see, and nothing else changes a byte of it."""

from dataclasses import fields, replace

import numpy as np
import pytest

from game.information import observe as room
from game.information.observe import Observation, observe
from game.rules.state import SEEN_BY, SeenBy, State, take
from game.rules.tables import Tables
from tests.properties.invented import agreeable, invented
from tests.properties.playing import reached_states


def bytes_of(seen: Observation) -> dict[str, bytes]:
    parts = {f.name: getattr(seen.state, f.name) for f in fields(State) if f.name != "clock"}
    return {name: np.ascontiguousarray(part).tobytes() for name, part in parts.items()}


def with_other_secrets(tables: Tables, state: State, seat: int) -> State:
    """The same games with every number changed that the seat may not see."""
    changed = {}
    for name, seen_by in SEEN_BY.items():
        part = getattr(state, name)
        match seen_by:
            case SeenBy.NOBODY:
                changed[name] = part + 3
            case SeenBy.SEAT:
                changed[name] = part.copy()
                changed[name][:, 1 - seat] += 1
            case SeenBy.ACTOR:
                changed[name] = part.copy()
                changed[name][:, tables.actor_side != seat] += 1
    return replace(state, **changed)


@pytest.mark.parametrize("seat", [0, 1])
def test_secrets_do_not_change_a_byte_of_the_observation(seat: int) -> None:
    tables, states = agreeable(invented(4)), 0
    for state in reached_states(tables, 4, games=100):
        other = with_other_secrets(tables, state, seat)
        assert bytes_of(observe(tables, state, seat)) == bytes_of(observe(tables, other, seat))
        states += state.games
    assert states >= 2000


@pytest.mark.parametrize("seat", [0, 1])
def test_own_and_public_numbers_are_seen(seat: int) -> None:
    tables = invented(4)
    for state in reached_states(tables, 4, games=10):
        seen = observe(tables, state, seat).state
        own = tables.actor_side == seat
        for name, seen_by in SEEN_BY.items():
            part, shown = getattr(state, name), getattr(seen, name)
            match seen_by:
                case SeenBy.PUBLIC:
                    assert shown is part
                case SeenBy.SEAT:
                    assert (shown[:, seat] == part[:, seat]).all()
                    assert (shown[:, 1 - seat] == (tables.mean if name == "type" else 0)).all()
                case SeenBy.ACTOR:
                    assert (shown[:, own] == part[:, own]).all()
                    assert not shown[:, ~own].any()
                case SeenBy.NOBODY:
                    assert not shown.any()


def test_every_field_of_the_state_is_declared() -> None:
    assert {f.name for f in fields(State)} == set(SEEN_BY)


def test_an_undeclared_field_of_the_state_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = invented(4)
    state = next(reached_states(tables, 4, games=2))
    monkeypatch.setattr(room, "SEEN_BY", {n: s for n, s in SEEN_BY.items() if n != "mood"})
    with pytest.raises(AssertionError, match="mood"):
        observe(tables, state, 0)


def test_one_game_is_seen_alone_as_in_a_batch() -> None:
    tables = invented(6)
    for state in reached_states(tables, 6, games=5):
        whole = observe(tables, state, 1).state
        for game in range(5):
            alone = observe(tables, take(state, np.array([game])), 1)
            part = Observation(1, take(whole, np.array([game])))
            assert bytes_of(alone) == bytes_of(part)
