"""What must not matter does not: names, the order of writing, which seat is called the first."""

import re
from collections import Counter
from dataclasses import astuple
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from game.analysis.episodes import Episodes, simulate
from game.bargaining.frontier import frontier, zone_of_agreement
from game.bargaining.win_sets import win_sets
from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.draws import game_keys
from game.rules.play import start
from game.rules.tables import Tables

ONE_PAGE = Path(__file__).parents[2] / "scenarios" / "one-page.yaml"
PAIR = ("linear", "conceder")


def compiled(text: str, folder: Path) -> Tables:
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    return compile_(load(path))[0]


def written(scenario: dict[str, Any], folder: Path) -> Tables:
    return compiled(yaml.safe_dump(scenario, sort_keys=False, allow_unicode=True), folder)


def one_page() -> dict[str, Any]:
    scenario: dict[str, Any] = yaml.safe_load(ONE_PAGE.read_text(encoding="utf-8"))
    return scenario


def test_other_names_are_the_same_game(tmp_path: Path) -> None:
    names = "list|calm|harbour|visit|council|cabinet|traders|police|families_fund|northern_route|ferry"
    text = ONE_PAGE.read_text(encoding="utf-8")
    renamed = re.sub(rf"\b({names})\b", r"zz_\1", text)
    assert renamed.count("zz_") > 40
    before, after = (simulate(compiled(t, tmp_path), PAIR, 3, 80) for t in (text, renamed))
    assert before.outcome_digest() == after.outcome_digest()


def test_the_order_of_issues_and_actors_changes_no_value(tmp_path: Path) -> None:
    scenario = one_page()
    before = _described(written(scenario, tmp_path), scenario)
    for key in ("issues", "actors", "world"):
        scenario[key] = scenario[key][::-1]
    after = _described(written(scenario, tmp_path), scenario)
    assert before == after
    assert len(before[0]) > 20


def _described(tables: Tables, scenario: dict[str, Any]) -> tuple[Counter[object], tuple[object, ...]]:
    """The frontier's packages by name with their gains, and the sizes of all win-sets."""
    state = start(tables, game_keys(1, np.arange(1)))
    names = [issue["id"] for issue in scenario["issues"]]
    levels = {issue["id"]: [level["id"] for level in issue["levels"]] for issue in scenario["issues"]}
    packages: Counter[object] = Counter()
    for types in ((0, 0), (1, 2), (tables.mean, tables.mean)):
        found = frontier(tables, state, types)
        for offer, gains in zip(found.offers.tolist(), found.gains.tolist(), strict=True):
            both = np.maximum(tables.halves[0][offer[0]], tables.halves[1][offer[1]])
            package = {name: levels[name][both[number]] for number, name in enumerate(names)}
            packages[tuple(sorted(package.items())), offer[2], tuple(gains), types] += 1
    return packages, astuple(win_sets(tables, state, (1, 1), (0, 0)))


def test_mirrored_seats_swap_their_payoffs(tmp_path: Path) -> None:
    """Draws belong to seats and actors by number, so chance is left out of the scenario that is mirrored."""
    scenario = _without_chance(one_page())
    straight = simulate(written(scenario, tmp_path), PAIR, 5, 40)
    mirrored = dict(scenario, seats=scenario["seats"][::-1])
    crossed = simulate(written(mirrored, tmp_path), PAIR[::-1], 5, 40)
    assert (straight.outcome.agreements > 0).all()
    for name in ("freed", "held", "agreements", "first_turn", "ended"):
        assert np.array_equal(getattr(straight.outcome, name), getattr(crossed.outcome, name)), name
    assert np.array_equal(straight.outcome.payoff, crossed.outcome.payoff[:, ::-1])
    assert (straight.outcome.payoff[:, 0] != straight.outcome.payoff[:, 1]).all()


def _without_chance(scenario: dict[str, Any]) -> dict[str, Any]:
    for seat in scenario["seats"]:
        seat["types"] = [dict(seat["types"][1], prior=1)]
        seat["floor"] = {"low": 0, "high": 0}
        seat["mood_unit"] = 0
        seat.pop("shocks")
    return scenario


@pytest.mark.parametrize("seat", [0, 1])
def test_an_empty_zone_never_yields_an_agreement(tmp_path: Path, seat: int) -> None:
    scenario = one_page()
    scenario["seats"][seat]["floor"] = {"low": 3, "high": 3}
    tables = written(scenario, tmp_path)
    least = (3_000_000 * (seat == 0), 3_000_000 * (seat == 1))
    state = start(tables, game_keys(1, np.arange(1)))
    for types in ((a, b) for a in range(tables.mean) for b in range(tables.mean)):
        assert not len(zone_of_agreement(frontier(tables, state, types), least).gains)
    for pair in (("random", "random"), ("conceder", "conceder"), ("micro", "linear")):
        assert not _played(tables, pair).outcome.agreements.any()
    scenario["seats"][seat]["floor"] = {"low": 0, "high": 0}
    assert _played(written(scenario, tmp_path), ("conceder", "conceder")).outcome.agreements.any()


def _played(tables: Tables, pair: tuple[str, str]) -> Episodes:
    return simulate(tables, pair, 2, 60)
