"""`balance mutate`, and `bench` beside others: what they say, and what is said of mistakes."""

import json
import shutil
import signal
import sys

import pytest

from game.analysis.peers import ratios
from game.cli.entry import main
from tests.analysis.balance.runs import ONE_PAGE, with_gates
from tests.shells.stopping import stopped_at

KEEP = "game.analysis.balance.journal:Journal.keep"
GATE = "id: some_deals, metric: deal_rate, between: [0.02, 0.3], margin: 0.02, policies: [conceder]"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def mutate(path, *more):
    return main(["balance", "mutate", str(path), "--jobs", "1", "--max-games", "512", *more])


def test_it_says_how_many_the_gates_caught(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE))
    assert mutate(tmp_path / "x.yaml", "--sample", "6", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["tried"] == len(found["mutations"]) > 0
    assert found["caught"] == sum(bool(one["caught_by"]) for one in found["mutations"])
    assert mutate(tmp_path / "x.yaml", "--sample", "6") == 0
    text = capsys.readouterr().out
    assert f"The gates caught {found['caught']} of {found['tried']}." in text
    counts = [found[name] for name in ("same_games", "nothing_moved", "moved")]
    assert sum(counts) == found["tried"] - found["caught"]
    assert counts == [
        sum(one["same_games"] for one in found["mutations"]),
        sum(not (one["same_games"] or one["moved"] or one["caught_by"]) for one in found["mutations"]),
        sum(bool(one["moved"]) for one in found["mutations"]),
    ]
    for one in found["mutations"]:
        if one["moved"]:
            assert f"-> {one['after']}; {one['moved'][0]['metric']} {one['moved'][0]['mean']:+.3f} (" in text


def test_gates_that_fail_as_things_are_catch_nothing(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE.replace("[0.02, 0.3]", "[0.5, 0.9]")))
    assert mutate(tmp_path / "x.yaml") == 1
    assert "As things are, these gates fail: some_deals" in capsys.readouterr().out


def test_gates_that_stay_undecided_as_things_are_have_a_status_of_their_own(tmp_path, capsys):
    close = GATE.replace("between: [0.02, 0.3], margin: 0.02", "at_least: 0.05, margin: 0.0001")
    (tmp_path / "x.yaml").write_bytes(with_gates(close))
    assert mutate(tmp_path / "x.yaml", "--sample", "1") == 3
    told = capsys.readouterr()
    assert "The gates caught" in told.out
    assert "leave these gates undecided: some_deals" in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="another signal there")
@pytest.mark.parametrize("jobs", [pytest.param("2", marks=pytest.mark.slow), "1"])
def test_stopped_or_killed_it_goes_on_where_it_was(tmp_path, capsys, jobs):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE))
    out, more = tmp_path / "kept", ("--sample", "12", "--jobs", jobs)
    journal = out / "mutations.jsonl"
    command = ("balance", "mutate", str(tmp_path / "x.yaml"), "--max-games", "512", "--out", str(out), *more)
    status, err = stopped_at(KEEP, 2, signal.SIGINT, *command)
    first = journal.read_bytes()
    assert status == 130
    assert f"2 of 12 mutations are kept in {out}; the same command goes on from there." in err
    assert "Traceback" not in err
    assert first.count(b"\n") == 1 + 2
    stopped_at(KEEP, 3, signal.SIGKILL, *command)
    second = journal.read_bytes()
    assert second.startswith(first)
    assert second.count(b"\n") == 1 + 2 + 3
    assert mutate(tmp_path / "x.yaml", "--sample", "12", "--json", "--out", str(out)) == 0
    found = capsys.readouterr().out
    assert journal.read_bytes().startswith(second)
    assert mutate(tmp_path / "x.yaml", "--sample", "12", "--json") == 0
    assert capsys.readouterr().out == found


def test_what_was_kept_of_other_gates_is_not_taken(tmp_path, capsys):
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE))
    assert mutate(tmp_path / "x.yaml", "--sample", "1", "--out", str(tmp_path / "kept")) == 0
    (tmp_path / "x.yaml").write_bytes(with_gates(GATE.replace("0.3]", "0.4]")))
    assert mutate(tmp_path / "x.yaml", "--sample", "1", "--out", str(tmp_path / "kept")) == 2
    assert "holds other work: its gates is" in capsys.readouterr().err


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


@pytest.mark.skipif(sys.platform == "win32", reason="no such programs there")
@pytest.mark.parametrize("option", ["--negmas", "--openspiel"])
@pytest.mark.parametrize("program", ["true", "echo"])
def test_what_is_no_interpreter_is_said(capsys, option, program):
    path = shutil.which(program)
    assert main(["bench", option, path]) == 2
    err = capsys.readouterr().err
    assert f"{path} printed no result of " in err
    assert err.endswith("is it a Python interpreter?\n")


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
