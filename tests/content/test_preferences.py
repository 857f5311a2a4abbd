"""Preferences that are made when a scenario is compiled, against numbers worked out by hand or in print."""

from pathlib import Path

import pytest

from game.content.compiling.compile import compile_
from game.content.compiling.curves import level_curve
from game.content.loading import load
from game.content.schema.curves import ThroughCurve
from game.foundation.places import scenarios_folder
from game.rules.tables import Tables

ONE_PAGE = scenarios_folder() / "one-page.yaml"
PLACES = {"closed": 0, "licence": 1, "open": 2, "treaty": 3}


def written(path: Path, *changes: tuple[str, str]) -> Path:
    """The one-page scenario with other words in it."""
    text = ONE_PAGE.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    changed = path / "changed.yaml"
    changed.write_text(text, encoding="utf-8")
    return changed


@pytest.fixture
def compiled(tmp_path):
    """Compiles the one-page scenario with other words in it."""

    def compile_with(*changes: tuple[str, str]) -> Tables:
        return compile_(load(written(tmp_path, *changes)))[0]

    return compile_with


def through(**heights: str) -> list[int]:
    return level_curve(ThroughCurve.model_validate({"through": heights}), PLACES).tolist()


def test_a_curve_through_named_levels_is_straight_in_between_and_level_outside():
    assert through(closed="0", treaty="1") == [0, 333_333, 666_666, 1_000_000]
    assert through(licence="0.4", treaty="1") == [400_000, 400_000, 700_000, 1_000_000]
    assert through(closed="0", licence="0.9") == [0, 900_000, 900_000, 900_000]
    assert through(treaty="-1", closed="0") == [0, -333_334, -666_667, -1_000_000]
    assert through(open="0.5") == [500_000] * 4


def test_a_curve_through_the_same_values_is_the_same_table(compiled):
    table = "{weight: -0.7, curve: {table: [0, 0.4, 0.7, 1]}}"
    points = "{weight: -0.7, curve: {through: {closed: 0, licence: 0.4, treaty: 1}}}"
    assert compiled((table, points)).digest == compiled().digest
