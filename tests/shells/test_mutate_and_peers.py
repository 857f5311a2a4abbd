"""`balance mutate`, and `bench` beside others: what they say, and what is said of mistakes."""

import json
import sys

from game.analysis.peers import ratios
from game.cli.entry import main
from tests.analysis.balance.runs import ONE_PAGE, with_gates

GATE = "id: some_deals, metric: deal_rate, between: [0.02, 0.3], margin: 0.02, policies: [conceder]"


def mutate(path, *more):
    return main(["balance", "mutate", str(path), "--jobs", "1", "--max-games", "512", *more])


def test_it_says_how_many_the_gates_caught(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE))
    assert mutate(tmp_path / "x.yaml", "--sample", "6", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tried"] == len(found["mutations"]) > 0
    assert found["caught"] == sum(bool(one["caught_by"]) for one in found["mutations"])
    assert mutate(tmp_path / "x.yaml", "--sample", "6") == 0
    assert f"The gates caught {found['caught']} of {found['tried']}." in capsys.readouterr().out


def test_gates_that_fail_as_things_are_catch_nothing(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE.replace("[0.02, 0.3]", "[0.5, 0.9]")))
    assert mutate(tmp_path / "x.yaml") == 1
    assert "As things are, these gates fail: some_deals" in capsys.readouterr().out


def test_a_scenario_without_gates_cannot_be_tried(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(ONE_PAGE)
    assert mutate(tmp_path / "x.yaml") == 2
    assert "has no gates" in capsys.readouterr().err


def test_an_interpreter_without_the_peer_is_said(tmp_path, capsys):
    assert main(["bench", "--negmas", str(tmp_path / "no-python")]) == 2
    assert "no such file" in capsys.readouterr().err
    assert main(["bench", "--openspiel", sys.executable]) == 2
    assert "No module named 'pyspiel'" in capsys.readouterr().err
    assert main(["bench", "--ui", "--openspiel", sys.executable]) == 2


def test_ratios_say_how_many_times_faster():
    own = {"shared": 400.0, "sampled": 30.0, "frontier_seconds": 0.5,
           "flagship_boulware_conceder": 10.0, "flagship_random": 40.0}  # fmt: skip
    negmas = {"shared": 2.0, "sampled": 3.0, "frontier_seconds": 5.0}
    assert ratios(own, negmas, {"bargaining": 20.0}) == {
        "negotiations_shared_to_negmas": 200.0,
        "negotiations_sampled_to_negmas": 10.0,
        "frontier_to_negmas": 10.0,
        "flagship_boulware_conceder_to_openspiel_bargaining": 0.5,
        "flagship_random_to_openspiel_bargaining": 2.0,
    }
    assert ratios(own, None, None) == {}
