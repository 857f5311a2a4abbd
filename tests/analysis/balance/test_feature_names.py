"""What can be used is called the same before a scenario is compiled and after."""

from pathlib import Path

import pytest

from game.analysis.balance.feature_names import names_in
from game.analysis.balance.features import features_of
from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.places import scenarios_folder

COMPLETE = Path(__file__).parents[2] / "content" / "formats" / "format-1.yaml"


@pytest.mark.parametrize(
    "path", [COMPLETE, scenarios_folder() / "belarus-2025.yaml"], ids=lambda path: path.stem
)
def test_names_need_no_tables(path: Path) -> None:
    scenario = load(path)
    features = features_of(*compile_(scenario))
    assert names_in(scenario) == features.names
    moves, events = len(scenario.moves), len(scenario.events)
    assert features.names[features.first_move :][:moves] == tuple(
        f"move.{move.id}" for move in scenario.moves
    )
    assert features.names[features.first_event :] == tuple(f"event.{event.id}" for event in scenario.events)
    assert features.first_event == features.first_move + moves > 0 < events
