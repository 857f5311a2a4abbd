"""What counts for nothing changes no game: chances of zero, what nobody values, actors without a say."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.analysis.episodes import simulate
from game.rules.tables import Tables
from tests.properties.shipped import Pair
from tests.properties.test_structure import one_page, written

PAIRS: tuple[Pair, ...] = (("random", "random"), ("linear", "conceder"), ("tit-for-tat", "bayesian"))
BESIDES = ("change", "mandate")  # one more actor has one more entry
GAMES = 60
Change = Callable[[dict[str, Any]], object]


def _event_without_a_chance(scenario: dict[str, Any]) -> None:
    event = {"id": "miracle", "title": "A miracle", "text": "A miracle.", "effects": [{"arrest": 7}]}
    scenario["events"].append(event | {"chance": 0, "basis": "assumed"})


def _impossible_event(scenario: dict[str, Any]) -> None:
    event = {"id": "miracle", "title": "A miracle", "text": "A miracle.", "effects": [{"arrest": 7}]}
    scenario["events"].append(event | {"when": "held > 4000", "basis": "assumed"})


def _world_issue_nobody_values(scenario: dict[str, Any]) -> None:
    levels = [{"id": "low", "title": "low"}, {"id": "high", "title": "high"}]
    scenario["world"].append({"id": "weather", "title": "Weather", "levels": levels, "basis": "assumed"})


def _onlooker(scenario: dict[str, Any]) -> None:
    values = {"freed": {"weight": 0.5, "curve": {"half_at": 10}}}
    scenario["actors"].append(
        {"id": "onlooker", "title": "An onlooker", "preferences": values, "basis": "assumed"}
    )


def _ending_never_reached(scenario: dict[str, Any]) -> None:
    scenario["endings"].append({"id": "crowded", "title": "Crowded", "when": "held > 4000"})


NOTHING = (
    _event_without_a_chance, _impossible_event, _world_issue_nobody_values, _onlooker, _ending_never_reached,
)  # fmt: skip


def outcomes(tables: Tables, pair: Pair) -> dict[str, np.ndarray]:
    found = simulate(tables, pair, 11, GAMES).outcome
    return {name: part for name, part in vars(found).items() if name not in BESIDES}


def differing(tables: Tables, other: Tables, pair: Pair) -> list[str]:
    before, after = outcomes(tables, pair), outcomes(other, pair)
    return [name for name, part in before.items() if not np.array_equal(part, after[name])]


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("change", NOTHING)
def test_what_counts_for_nothing_changes_no_game(tmp_path: Path, change: Change, pair: Pair) -> None:
    plain, more = one_page(), one_page()
    change(more)
    assert more != plain
    assert differing(written(plain, tmp_path), written(more, tmp_path), pair) == []


def test_what_counts_for_something_is_seen(tmp_path: Path) -> None:
    more = one_page()
    _event_without_a_chance(more)
    more["events"][-1]["chance"] = 0.5
    assert "arrested" in differing(written(one_page(), tmp_path), written(more, tmp_path), PAIRS[0])
