"""From judgements to weights: those that were used come back, and contradictions are measured."""

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game.analysis.weighing.pairs import (
    Judgement,
    consistency_ratio,
    points_from_pairs,
    unconnected,
)
from game.analysis.weighing.points import spans, weights_from_points
from game.analysis.weighing.reweighing import plain, preference_line, with_weights
from game.content.loading import load
from game.content.names import Names
from game.content.schema.actors import Preference
from game.foundation.places import scenarios_folder
from game.match.library import shipped

SCENARIOS = shipped()
PREFERENCES = Path(__file__).parents[1] / "oracle" / "preferences.yaml"


@cache
def actors():
    opened = [(path.stem, Names(load(path))) for path in SCENARIOS]
    return [
        pytest.param(names, actor, id=f"{stem}-{actor.id}")
        for stem, names in opened
        for actor in names.actor_list
    ]


def swings(names, actor):
    """How far each preference moves what the actor values, from worst to best."""
    span = spans(names, actor)
    return {name: abs(Fraction(one.weight)) * span[name] for name, one in actor.preferences.items()}


@pytest.mark.parametrize(("names", "actor"), actors())
def test_the_points_of_the_weights_in_use_give_them_back(names, actor):
    span = spans(names, actor)
    for scale in (Fraction(1), Fraction(100, 7), Fraction(1, 3000)):
        points = {name: swing * scale for name, swing in swings(names, actor).items()}
        found = weights_from_points(actor, points, span)
        assert found == {name: one.weight for name, one in actor.preferences.items()}


@pytest.mark.parametrize(("names", "actor"), actors())
def test_the_pairs_of_the_weights_in_use_give_them_back(names, actor):
    used = {name: swing for name, swing in swings(names, actor).items() if swing}
    listed = list(used)
    if len(listed) < 2:
        pytest.skip("one preference cannot be compared")
    judgements = [
        Judgement(listed[i], listed[j], used[listed[i]] / used[listed[j]])
        for i in range(len(listed))
        for j in range(i + 1, len(listed))
    ]
    judged = points_from_pairs(judgements)
    assert (judged.consistency is None) == (len(listed) > 15)
    assert judged.consistency is None or judged.consistency == pytest.approx(0, abs=1e-9)
    assert judged.judged == judged.possible
    found = weights_from_points(actor, judged.points, spans(names, actor))
    assert found == {name: actor.preferences[name].weight for name in listed}


def test_what_is_not_judged_keeps_its_weight_and_the_whole_its_size():
    names = Names(load(scenarios_folder() / "one-page.yaml"))
    council = names.actor_list[0]
    found = weights_from_points(
        council, {"freed": Fraction(100), "harbour": Fraction(50)}, spans(names, council)
    )
    assert {name: plain(weight) for name, weight in found.items()} == {
        "freed": "1.533333",
        "harbour": "-0.766667",
    }
    changed = with_weights(names.scenario, "council", found)
    after = next(actor for actor in changed.actors if actor.id == "council")
    assert after.preferences["visit"] == council.preferences["visit"]
    assert after.preferences["freed"].curve == council.preferences["freed"].curve
    assert [one for one in changed.actors if one.id != "council"] == [
        one for one in names.scenario.actors if one.id != "council"
    ]


def test_a_curve_that_does_not_reach_its_weight_needs_more_of_it():
    names = Names(load(scenarios_folder() / "one-page.yaml"))
    cabinet = names.actor_list[1]
    half = dict.fromkeys(("harbour", "visit"), Fraction(1)) | {"visit": Fraction(1, 2)}
    found = weights_from_points(cabinet, {"harbour": Fraction(1), "visit": Fraction(1)}, half)
    assert float(found["visit"]) == pytest.approx(2 * float(found["harbour"]), abs=2e-6)


def test_judgements_that_do_not_contradict_are_met_exactly():
    judged = points_from_pairs([Judgement("a", "b", Fraction(2)), Judgement("b", "c", Fraction(3, 2))])
    assert judged.points == {"a": 1, "b": Fraction(1, 2), "c": Fraction(1, 3)}
    assert (judged.judged, judged.possible) == (2, 3)
    assert judged.consistency == pytest.approx(0, abs=1e-12)


def test_of_a_full_set_the_geometric_mean_of_each_row_is_taken():
    """Rows (1, 2, 8), (1/2, 1, 2), (1/8, 1/2, 1) have means of 16^(1/3), 1, 16^(-1/3): Crawford 1985."""
    judged = points_from_pairs(
        [Judgement("a", "b", Fraction(2)), Judgement("b", "c", Fraction(2)), Judgement("a", "c", Fraction(8))]
    )
    points = {name: float(point) for name, point in judged.points.items()}
    assert points == pytest.approx({"a": 1, "b": 16 ** (-1 / 3), "c": 16 ** (-2 / 3)})


def test_the_consistency_of_three_is_that_of_the_closed_form():
    """For three things the largest eigenvalue is 1 + c + 1/c with c^3 = a13 / (a12 a23) (Saaty 1980)."""
    judgements = [
        Judgement("a", "b", Fraction(2)), Judgement("b", "c", Fraction(2)), Judgement("a", "c", Fraction(8)),
    ]  # fmt: skip
    c = 2 ** (1 / 3)
    expected = (1 + c + 1 / c - 3) / 2 / 0.58
    assert points_from_pairs(judgements).consistency == pytest.approx(expected)
    assert expected == pytest.approx(0.0462, abs=1e-4)


def test_gaps_are_taken_as_they_follow_and_cannot_contradict():
    full = [
        Judgement("a", "b", Fraction(2)),
        Judgement("b", "c", Fraction(2)),
        Judgement("a", "c", Fraction(8)),
    ]
    chain = points_from_pairs(full[:2])
    assert chain.consistency == pytest.approx(0, abs=1e-12)
    assert consistency_ratio(chain.points, full) > 0.04


def test_two_things_cannot_contradict_and_too_many_have_no_ratio():
    assert points_from_pairs([Judgement("a", "b", Fraction(9))]).consistency == 0
    many = [Judgement(f"t{n}", f"t{n + 1}", Fraction(1)) for n in range(15)]
    assert points_from_pairs(many[:14]).consistency == pytest.approx(0, abs=1e-9)
    assert points_from_pairs(many).consistency is None


def test_groups_that_nothing_compares_are_found():
    judgements = [Judgement("a", "b", Fraction(2)), Judgement("c", "d", Fraction(2))]
    assert unconnected(judgements) == (["a", "b"], ["c", "d"])
    assert unconnected([*judgements, Judgement("d", "b", Fraction(1))]) is None


@given(st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_order_of_judgements_changes_nothing(ratios):
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")]
    judgements = [Judgement(*pair, Fraction(ratio)) for pair, ratio in zip(pairs, ratios, strict=True)]
    there, back = points_from_pairs(judgements), points_from_pairs(judgements[::-1])
    assert {name: float(point) for name, point in there.points.items()} == pytest.approx(
        {name: float(point) for name, point in back.points.items()}
    )
    assert there.consistency == pytest.approx(back.consistency, abs=1e-9)
    assert there.consistency >= 0


@pytest.mark.parametrize("path", [*SCENARIOS, PREFERENCES], ids=lambda path: path.stem)
def test_a_preference_written_down_reads_as_the_same(path):
    for actor in load(path).actors:
        for name, preference in actor.preferences.items():
            read = yaml.load(preference_line(name, preference), yaml.BaseLoader)
            assert Preference.model_validate(read[name]) == preference


def test_the_lines_can_be_pasted_into_a_file(tmp_path):
    scenario, text = load(PREFERENCES), PREFERENCES.read_text(encoding="utf-8")
    for actor in scenario.actors:
        head, mark, rest = text.partition(f"  - id: {actor.id}\n")
        before, key, after = rest.partition("    preferences:")
        following = after.splitlines(keepends=True)
        kept = next(n for n, line in enumerate(following[1:], 1) if not line.startswith("      "))
        lines = "".join(f"      {preference_line(name, one)}\n" for name, one in actor.preferences.items())
        text = head + mark + before + key + "\n" + lines + "".join(following[kept:])
    (tmp_path / "pasted.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path / "pasted.yaml").actors == scenario.actors
