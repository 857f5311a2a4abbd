"""Domains of GENIUS: read, played, made into scenarios and back; mistakes are said with their file."""

import json
from pathlib import Path

import numpy as np
import pytest

from game.adapters.genius.domain import Domain, DomainError, Issue, Space
from game.adapters.genius.from_scenario import domain_of
from game.adapters.genius.reading import read_domain
from game.adapters.genius.to_scenario import scenario_text
from game.adapters.genius.writing import write_domain
from game.cli.entry import main
from game.content.compiling.compile import compile_
from game.content.loading import check_file, load
from game.foundation.draws import game_keys
from game.rules.play import start
from game.rules.valuation import appraise

PEERS = Path(__file__).parents[3] / "shared" / "peers"
FLAT = Domain(
    "flat",
    (
        Issue("Rent", ("400", "450", "500")),
        Issue("Pets, if any", ("none", "a cat")),
        Issue("Start", ("May", "June")),
    ),
    (
        Space("tenant", (0.5, 0.3, 0.2), ((3.0, 2.0, 1.0), (0.0, 1.0), (1.0, 0.5)), reservation=0.4),
        Space("owner", (0.6, 0.2, 0.2), ((1.0, 2.0, 3.0), (1.0, 0.25), (0.0, 1.0))),
    ),
)  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    write_domain(FLAT, tmp_path / "flat")
    return tmp_path / "flat"


def same(first, second):
    assert first.issues == second.issues
    for one, two in zip(first.spaces, second.spaces, strict=True):
        assert one.weights == pytest.approx(two.weights)
        assert one.reservation == pytest.approx(two.reservation)
        for own, other in zip(one.evaluations, two.evaluations, strict=True):
            assert own == pytest.approx(other)


def test_what_is_written_is_read_again(folder):
    found = read_domain(folder)
    assert found.issues == FLAT.issues
    assert {space.name.split("-")[-1] for space in found.spaces} == {"tenant", "owner"}
    by_side = sorted(found.spaces, key=lambda space: space.name)
    assert [space.weights for space in by_side] == [(0.5, 0.3, 0.2), (0.6, 0.2, 0.2)]
    assert by_side[0].reservation == 0.4
    assert by_side[1].evaluations == FLAT.spaces[1].evaluations


def test_utilities_are_sums_with_the_first_issue_slowest():
    tenant = FLAT.preferences(0).utility[0]
    assert FLAT.outcome(5) == ("450", "none", "June")
    assert tenant[5] == pytest.approx(0.5 * 2 + 0 + 0.2 * 0.5)
    assert FLAT.outcomes == len(tenant) == 12


def test_every_outcome_is_worth_the_same_in_the_scenario(tmp_path):
    path = tmp_path / "flat.yaml"
    path.write_text(scenario_text(FLAT), encoding="utf-8")
    scenario, findings = check_file(path)
    assert scenario is not None, findings
    tables, _lexicon = compile_(scenario)
    state = start(tables, game_keys(1, [0]))
    for number in range(FLAT.outcomes):
        values = [
            issue.values.index(value) + 1
            for issue, value in zip(FLAT.issues, FLAT.outcome(number), strict=True)
        ]
        halves = [
            next(
                h for h, levels in enumerate(tables.halves[seat].tolist())
                if all(levels[i] == (values[i] if i % 2 == seat else 0) for i in range(3))
            )
            for seat in (0, 1)
        ]  # fmt: skip
        offer = np.array([[*halves, 0, -1]], np.int32)
        for seat in (0, 1):
            utility = FLAT.preferences(seat).utility[0]
            expected = (utility[number] - FLAT.spaces[seat].reservation) / utility.max()
            assert appraise(tables, state, seat, 0, offer).net[0] / 1e6 == pytest.approx(expected, abs=1e-5)


def test_back_from_a_scenario_comes_the_same_up_to_scale(tmp_path):
    path = tmp_path / "flat.yaml"
    path.write_text(scenario_text(FLAT), encoding="utf-8")
    found = domain_of(*compile_(load(path)))
    settled = [number for number in range(found.outcomes) if "open" not in found.outcome(number)]
    assert len(settled) == FLAT.outcomes
    for seat in (0, 1):
        before, after = FLAT.preferences(seat).utility[0], found.preferences(seat).utility[0][settled]
        slope, shift = np.polyfit(before, after, 1)
        assert slope > 0
        assert after == pytest.approx(slope * before + shift, abs=1e-5)


@pytest.mark.parametrize("name", ["one-page", "belarus-2025"])
def test_scenarios_of_the_game_can_be_exported(tmp_path, capsys, name):
    assert main(["export", "genius", name, "--out", str(tmp_path / "x")]) == 0
    told = capsys.readouterr()
    assert "Left behind" in told.err
    found = read_domain(tmp_path / "x")
    for space in found.spaces:
        assert sum(space.weights) == pytest.approx(1)
        assert 0 <= space.reservation <= 1


def test_negotiate_prints_agreement_round_and_utilities(folder, capsys):
    assert (
        main(["negotiate", str(folder), "--a", "boulware", "--b", "conceder", "--rounds", "20", "--json"])
        == 0
    )
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"agreement", "round", "utilities"}
    assert len(found["agreement"]) == 3
    assert main(["negotiate", str(folder), "--a", "micro", "--b", "micro"]) == 0
    assert "Agreement in round" in capsys.readouterr().out


def test_a_scenario_from_a_domain_can_be_played(folder, tmp_path, capsys):
    out = tmp_path / "flat.yaml"
    assert main(["import", "genius", str(folder), "--out", str(out)]) == 0
    assert main(["simulate", str(out), "--games", "64", "--json"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert json.loads(said[-1])["deal_rate"] > 0.9


def broken(folder, old, new, which="tenant"):
    path = next(folder.glob(f"*{which}*.xml"))
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("which", "old", "new", "words"),
    [
        ("tenant", "</objective>", "</objectiv>", "this is not XML (mismatched tag)"),
        ("tenant", 'evaluation="3.0"', 'evaluation="three"', "evaluation='three' of <item> is no number"),
        ("tenant", 'evaluation="3.0"', 'evaluation="nan"', "evaluation='nan' of <item> is no number"),
        ("tenant", 'value="a cat"', 'value="a dog"', "has other values than the domain: a cat, a dog"),
        (
            "tenant",
            '<weight index="2"',
            '<weight index="9"',
            "'Pets, if any' has no evaluations, or no weight",
        ),
        ("tenant", 'reservation value="0.4"', 'reservation value="40"', "nothing to agree on"),
        ("tenant", "<utility_space", "<!DOCTYPE x><utility_space", "definitions of entities are not read"),
        ("domain", 'type="discrete"', 'type="real"', "is real; only discrete ones are read"),
        ("domain", 'value="450"', 'value="400"', "needs values, each with a name of its own"),
        ("domain", "negotiation_template", "nothing", "is not XML"),
    ],
)
def test_mistakes_are_said_with_their_file(folder, capsys, which, old, new, words):
    broken(folder, old, new, which)
    assert main(["negotiate", str(folder)]) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert not told.out


def test_a_folder_without_a_domain(tmp_path, capsys):
    assert main(["negotiate", str(tmp_path)]) == 2
    assert "there are 0 and 0 of them" in capsys.readouterr().err
    assert main(["import", "genius", str(tmp_path / "no"), "--out", str(tmp_path / "x")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_a_file_that_cannot_be_written(folder, tmp_path, capsys):
    assert main(["import", "genius", str(folder), "--out", str(tmp_path)]) == 2
    assert "exists already and was left as it is" in capsys.readouterr().err


def test_what_a_scenario_cannot_hold_is_refused():
    long = Domain("long", (Issue("a", tuple(map(str, range(30)))), *FLAT.issues[:1]), FLAT.spaces)
    with pytest.raises(DomainError, match="has 30 values; a scenario holds 19"):
        scenario_text(long)
    with pytest.raises(DomainError, match="with one issue"):
        scenario_text(Domain("one", FLAT.issues[:1], FLAT.spaces))


def rows():
    path = PEERS / "alternating_offers.json"
    return json.loads(path.read_text(encoding="utf-8"))["rows"] if path.exists() else []


@pytest.mark.skipif(not rows(), reason="the reference results are not here")
def test_reference_results_come_out_the_same(capsys):
    assert len(rows()) == 24
    for row in rows():
        first, second = (name.lower() for name in row["strategies"])
        words = ["negotiate", str(PEERS / "genius" / row["domain"]), "--a", first, "--b", second]
        assert main([*words, "--rounds", str(row["n_steps"]), "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["agreement"] == row["agreement"], row
        assert found["round"] == row["step"]
        assert found["utilities"] == pytest.approx(row["utilities"], abs=1e-12)
