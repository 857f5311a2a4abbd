"""Groups whose members settle on a line first: the compiled line against the model, and what it moves."""

import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from game.analysis.groups.forecast import forecast
from game.cli.entry import main
from game.content.compiling.compile import compile_
from game.content.compiling.group_lines import group_line, tolerance_shift
from game.content.loading import load
from game.content.schema.actors import Group
from game.foundation.errors import ScenarioError
from game.foundation.places import scenarios_folder
from tests.content.test_preferences import POLICE, written
from tests.oracle.groups import settled

# Emission standards (Bueno de Mesquita 1994): capability, position in years, salience
STANDARDS = [
    (0.08, 4, 0.8), (0.08, 7, 0.4), (0.03, 4, 0.2), (0.16, 4, 0.8), (0.16, 10, 0.6),
    (0.16, 10, 0.6), (0.16, 10, 0.9), (0.05, 7, 0.1), (0.05, 4, 1), (0.08, 7, 0.7),
]  # fmt: skip
SAYS = "tolerance: 0.5}\n    preferences: {freed: {weight: -1.0"
WITH = "tolerance: 0.5}}\n    group: {group}\n    preferences: {{freed: {{weight: -1.0"
TWO = (
    "{{swing: {swing}, rounds: 1, members: ["
    "{{id: a, title: A, capability: {strong}, position: 90, salience: 1}}, "
    "{{id: b, title: B, capability: 1, position: 10, salience: 1}}]}}"
)


def group(members, rounds: int, swing: str = "0.1") -> Group:
    listed = [
        {"id": f"m{n}", "title": "M", "capability": str(c), "position": str(p), "salience": str(s)}
        for n, (c, p, s) in enumerate(members)
    ]
    return Group.model_validate({"swing": swing, "rounds": rounds, "members": listed})


def floats(members) -> tuple[np.ndarray, ...]:
    capability, position, salience = (np.array(column, float) for column in zip(*members, strict=True))
    return capability, position, salience


@pytest.mark.parametrize("rounds", [1, 2, 6, 8])
def test_emission_standards_come_out_as_in_the_analysis(rounds: int) -> None:
    found, model = group_line(group(STANDARDS, rounds)), forecast(*floats(STANDARDS), rounds)
    assert float(found.line) == pytest.approx(model.rounds[-1].median, abs=2e-6)
    assert float(found.mean) == pytest.approx(7.38996, abs=5e-6)


@pytest.mark.parametrize("seed", range(12))
def test_groups_at_random_settle_where_both_other_opinions_have_them(seed: int) -> None:
    rng = np.random.default_rng(seed)
    members = [
        (int(rng.integers(1, 9)), int(rng.integers(0, 101)), round(float(rng.uniform(0.1, 1)), 2))
        for _ in range(int(rng.integers(2, 7)))
    ]
    made = group(members, 3)
    line = float(group_line(made).line)
    assert line == pytest.approx(forecast(*floats(members), 3).rounds[-1].median, abs=2e-6)
    assert line == pytest.approx(settled(made), abs=2e-6)


def test_without_rounds_it_is_the_median_and_members_who_agree_stay() -> None:
    assert group_line(group([(1, 20, 1), (1, 30, 1), (1, 90, 1)], 0)).line == 30
    assert group_line(group([(1, 40, 1), (5, 40, 1)], 4)).line == 40


@pytest.mark.parametrize(("place", "shift"), [(0, -100_000), (50, 0), (75, 50_000), (100, 100_000)])
def test_the_line_moves_the_tolerance_by_its_distance_from_the_middle(place: int, shift: int) -> None:
    assert tolerance_shift(group([(1, place, 1), (2, place, 1)], 2)) == shift


def test_the_stronger_member_moves_what_the_group_tolerates(tmp_path) -> None:
    found = []
    for strong in ("9", "0.1"):
        path = written(tmp_path, (SAYS, WITH.format(group=TWO.format(swing="0.2", strong=strong))))
        found.append(int(compile_(load(path))[0].tolerance[POLICE]))
    assert found[0] > 500_000 > found[1]


def test_groups_that_mean_nothing_are_refused(tmp_path) -> None:
    nobody = TWO.format(swing="0.2", strong="0").replace("capability: 1,", "capability: 0,")
    with pytest.raises(ScenarioError) as fault:
        load(written(tmp_path, (SAYS, WITH.format(group=nobody))))
    assert [(f.code, f.path) for f in fault.value.findings] == [("group", "actors[police].group.members")]
    twice = TWO.format(swing="0.2", strong="2").replace("id: b", "id: a")
    with pytest.raises(ScenarioError) as fault:
        load(written(tmp_path, (SAYS, WITH.format(group=twice))))
    assert [f.code for f in fault.value.findings] == ["duplicate-id"]


def test_the_invented_scenario_has_a_group_whose_line_counts() -> None:
    scenario = load(scenarios_folder() / "grain-and-teachers.yaml")
    (schools,) = [actor for actor in scenario.actors if actor.group]
    found = group_line(schools.group)
    assert found.line != 50
    assert Fraction(found.mean) != Fraction(found.line)
    tables = compile_(scenario)[0]
    written_down = int(schools.ratifier.tolerance * 1_000_000)
    assert written_down + tolerance_shift(schools.group) in tables.tolerance.tolist()
    assert tolerance_shift(schools.group) != 0
    assert found.line == found.line.quantize(Decimal("0.000001"))


def test_explain_shows_the_line_and_the_plain_mean_beside_it(capsys) -> None:
    asked = ["explain", "grain-and-teachers", "--actor", "schools", "--package", "people=fifteen"]
    assert main(asked) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Its members settle on 59.4 of 100 after 3 rounds" in said
    assert "plain mean, by capability times salience, is 47.9" in said
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["group"] == {
        "line": 59.429411,
        "mean": 47.901235,
        "shift": 15087,
    }
    assert main([*asked[:3], "millers", *asked[4:], "--json"]) == 0
    assert "group" not in json.loads(capsys.readouterr().out)
