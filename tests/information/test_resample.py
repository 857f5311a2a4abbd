"""A believed world looks to the seat as the one it is in, and can be played to its end."""

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.information.resample import resample
from game.rules.play import apply
from game.rules.state import Phase
from tests.information.test_observe import bytes_of
from tests.properties.invented import agreeable, invented
from tests.properties.playing import any_action, reached_states


@pytest.mark.parametrize("seat", [0, 1])
def test_a_believed_world_looks_the_same_to_the_seat(seat: int) -> None:
    tables = agreeable(invented(8))
    own = brief(tables, seat)
    for state in reached_states(tables, 8, games=30):
        seen = observe(tables, state, seat)
        believed_tables, believed = resample(own, seen, game_keys(5, range(30)))
        again = observe(believed_tables, believed, seat)
        assert bytes_of(again) == bytes_of(seen)


def test_what_was_announced_becomes_law_later_and_in_different_worlds_at_different_times() -> None:
    tables, dates = agreeable(invented(8)), set()
    for state in reached_states(tables, 8, games=200):
        seen = observe(tables, state, 0)
        _, believed = resample(brief(tables, 0), seen, game_keys(6, range(200)))
        pending = state.enacting > 0
        earliest = state.clock.turn + (state.clock.phase is not Phase.TALK)
        assert (believed.enact_turn[pending] >= earliest).all()
        dates |= set((believed.enact_turn[pending] - state.clock.turn).tolist())
    assert {0, 1, 2} <= dates


def test_types_come_from_the_prior() -> None:
    tables = invented(8)
    state = next(reached_states(tables, 8, games=4000))
    _, believed = resample(brief(tables, 0), observe(tables, state, 0), game_keys(7, range(4000)))
    share = np.bincount(believed.type[:, 1], minlength=3) / 4000
    assert np.abs(share - [0.3, 0.4, 0.3]).max() < 0.03
    assert (believed.type[:, 0] == state.type[:, 0]).all()


def test_keys_are_new_and_the_same_key_gives_the_same_world() -> None:
    tables = invented(8)
    state = next(reached_states(tables, 8, games=50))
    seen = observe(tables, state, 0)
    worlds = [resample(brief(tables, 0), seen, game_keys(seed, range(50)))[1] for seed in (1, 1, 2)]
    assert (worlds[0].key == worlds[1].key).all()
    assert not (worlds[0].key == worlds[2].key).any()
    assert not (worlds[0].key == state.key).any()


def test_a_believed_world_can_be_played_to_its_end() -> None:
    tables = invented(8)
    rng = np.random.default_rng(1)
    for number, state in enumerate(reached_states(tables, 8, games=20)):
        if number % 7 == 3:
            believed_tables, believed = resample(
                brief(tables, 1), observe(tables, state, 1), game_keys(number, range(20))
            )
            while believed.clock.phase is not Phase.OVER:
                believed = apply(believed_tables, believed, any_action(believed_tables, believed, rng))
            assert (believed.ended > 0).all()
