"""The comparison of twins can fail: planted leaks are seen."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

import game.information.observe as observing
from game.information.brief import Brief
from game.information.observe import Observation
from game.narration import log
from game.policies import registry
from game.policies.random_legal import RandomLegal
from game.rules import legality, play
from game.rules.actions import Action, Kind
from game.rules.state import SEEN_BY, SeenBy, State
from game.rules.tables import Tables
from tests.properties.invented import agreeable
from tests.properties.shipped import Pair, opened
from tests.properties.test_secrecy import voted_apart
from tests.properties.twins import HIDDEN, compare


def caught(pair: Pair = ("random", "random")) -> set[str]:
    found = compare("one-page", pair, 30)
    return {difference.split(" at ")[0] for difference in found.differences}


@pytest.mark.parametrize("name", HIDDEN)
def test_a_field_that_is_declared_public_by_mistake_is_seen(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(observing, "SEEN_BY", {**SEEN_BY, name: SeenBy.PUBLIC})
    assert f"the sight of {name}" in caught()


def test_a_rule_that_peeks_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if an offer were refused that the other side would never sign."""
    honest = legality._kind_ok

    def peeking(tables: Tables, state: State, action: Action) -> NDArray[np.bool_]:
        fine = state.floor[:, 1 - state.clock.seat] < 1_000_000
        return honest(tables, state, action) & (fine | (action.kind != Kind.OFFER))

    monkeypatch.setattr(legality, "_kind_ok", peeking)
    assert "what is allowed, by the truth" in caught()


def test_a_reason_that_peeks_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(_tables: Tables, state: State, _action: Action, game: int) -> str:
        return f"Their month costs {state.shock[game, 1 - state.clock.seat]}."

    monkeypatch.setattr(play, "why_not", telling)
    assert "the error" in caught()


def test_a_policy_that_uses_a_leak_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Knowing(RandomLegal):
        """Makes no offer to a side with an odd floor."""

        def __call__(self, brief: Brief, seen: Observation, key: NDArray[np.uint64]) -> Action:
            action = super().__call__(brief, seen, key)
            action.kind[(action.kind == Kind.OFFER) & (seen.state.floor.sum(axis=1) % 2 == 1)] = Kind.HOLD
            return action

    monkeypatch.setitem(registry._FACTORIES, "knowing", lambda _brief: Knowing())
    assert "the decision" not in caught(("knowing", "random"))
    monkeypatch.setattr(observing, "SEEN_BY", {**SEEN_BY, "floor": SeenBy.PUBLIC})
    assert "the decision" in caught(("knowing", "random"))


def test_a_log_that_tells_how_the_other_side_votes_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "seen_by", lambda happenings, _viewer: tuple(happenings))
    assert not all(same for same, _text in voted_apart("one-page", agreeable(opened("one-page").tables), 12))
