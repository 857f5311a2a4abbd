"""`balance` and `balance compare`: verdicts as exit statuses, files to keep, and what is said of mistakes."""

import json
import re
import signal
import sys
from xml.etree import ElementTree as ET

import pytest

from game.cli.entry import main
from tests.analysis.balance.runs import ONE_PAGE, with_gates
from tests.shells.stopping import stopped_at

RARE = "id: rare, metric: deal_rate, at_most: 0.5, margin: 0.1, policies: [boulware]"
COMMON = "id: common, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulware]"
CLOSE = "id: close, metric: deal_rate, between: [0.007, 0.012], margin: 0.0001, policies: [boulware]"


@pytest.fixture
def balance(tmp_path, capsys, monkeypatch):
    """Runs `balance` on a file with gates; returns status, output and what was said of mistakes."""
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "home"))

    def run(*arguments, gates=(RARE,), source=None):
        path = tmp_path / "x.yaml"
        path.write_bytes(source or (with_gates(*gates) if gates else ONE_PAGE))
        status = main(["balance", str(path), "--jobs", "1", "--policies", "boulware,linear", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


BUDGET = ("--max-games", "800")


@pytest.mark.parametrize(
    ("gates", "status"),
    [((RARE,), 0), ((RARE, COMMON), 1), ((RARE, CLOSE), 3), ((COMMON, CLOSE), 1), ((), 0)],
)
def test_the_status_is_the_verdict(balance, gates, status):
    assert balance(*BUDGET, gates=gates)[0] == status


def test_a_warning_does_not_fail_the_file(balance):
    status, out, _err = balance(*BUDGET, gates=(RARE, COMMON + ", severity: warning"))
    assert status == 0
    assert "common: fail" in out


def test_json_has_every_metric_with_interval_games_and_games_to_replay(balance):
    _status, out, _err = balance(*BUDGET, "--json")
    found = json.loads(out)
    assert found["verdict"] == "pass"
    for measure in found["metrics"].values():
        if measure["estimate"] is not None:
            assert measure["low"] <= measure["estimate"] <= measure["high"]
            assert measure["lowest"]["value"] <= measure["highest"]["value"]
    assert found["costs"]["cpu_seconds"] >= found["costs"]["measures"] > 0
    assert found["costs"]["gates"]["rare"] > 0
    assert found["games"] == 800
    assert set(found["luck"]) == {"union", "tarvia"}
    assert found["skill_ladder"][0]["stronger"] == "linear"
    assert "event.storm" in found["used"]


def test_on_the_terminal_each_measure_has_its_games_and_each_gate_its_seconds(balance):
    _status, out, _err = balance(*BUDGET)
    told = " ".join(out.split())
    assert "rare: pass: deal_rate at most 0.5 (margin 0.1); found" in told
    assert re.search(r"in 200 games, \d[.]\d+ s", told)
    assert "agreements for each turn of the calendar; 800 games, lowest in game" in told
    assert "all of these rest on the same games, " in told
    assert "to see a game: python main.py trace " in told
    assert "each in fewer than" in told


def test_the_most_extreme_game_can_be_played_again(balance, capsys, tmp_path):
    found = json.loads(balance(*BUDGET, "--json")[1])
    extreme = found["metrics"]["freed"]["highest"]
    words = extreme["replay"].split()[2:]
    assert main([*words, "--out", str(tmp_path / "t")]) == 0
    capsys.readouterr()
    rows = (tmp_path / "home" / "balance").glob("*/games.csv")
    names, *games = (line.split(",") for line in next(rows).read_text().splitlines())
    row = next(g for g in games if g[:3] == [str(extreme["game"]), *extreme["policies"]])
    assert main(["replay", str(tmp_path / "t"), "--scenario", str(tmp_path / "x.yaml")]) == 0
    assert f"{row[names.index('freed')]} " in capsys.readouterr().out
    freed = int(row[names.index("freed")]) / (60 + int(row[names.index("arrested")]))
    assert extreme["value"] == pytest.approx(freed, abs=1e-5)


def test_junit_and_annotations(balance, tmp_path):
    junit = tmp_path / "x.xml"
    _status, out, _err = balance(*BUDGET, "--junit", str(junit), "--github", gates=(RARE, COMMON, CLOSE))
    suite = ET.parse(junit).getroot().find("testsuite")
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    line = ONE_PAGE.count(b"\n") + 3
    assert suite.findall("testcase")[1].get("line") == str(line)
    assert f"line={line},title=common::common: fail" in out
    assert "::warning file=" in out


def test_annotations_leave_the_output_one_json_object(balance):
    _status, out, err = balance(*BUDGET, "--json", "--github", gates=(RARE, COMMON))
    assert [gate["verdict"] for gate in json.loads(out)["gates"]] == ["pass", "fail"]
    assert "title=common::common: fail" in err


def test_an_earlier_run_can_be_compared_with(balance, tmp_path, capsys):
    balance(*BUDGET, "--out", str(tmp_path / "before"), gates=())
    changed = ONE_PAGE.replace(b"calm: {weight: 0.2, curve: linear}", b"calm: {weight: 1.2, curve: linear}")
    _status, out, _err = balance(
        *BUDGET,
        "--baseline",
        str(tmp_path / "before"),
        "--out",
        str(tmp_path / "after"),
        "--json",
        source=changed,
    )
    change = json.loads(out)["baseline"]["changes"]["deal_rate"]
    assert change["difference"] > 0
    assert change["believed"]
    assert main(["balance", "compare", str(tmp_path / "before"), str(tmp_path / "after")]) == 1
    assert "* deal_rate" in capsys.readouterr().out
    assert main(["balance", "compare", str(tmp_path / "before"), str(tmp_path / "before"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["same_scenario"] is True


def changed_heading(folder, **values):
    found = json.loads((folder / "run.json").read_text())
    (folder / "run.json").write_text(json.dumps({**found, **values}))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"scenario": "other"}, "its scenario is other, here it is one-page"),
        ({"rules_version": 99}, "its rules version is 99, here it is "),
        ({"seed": 5}, "its seed is 5, here it is 1"),
        ({"format": 9}, "the run has format 9"),
        ({"pairs": [["random", "random"]]}, "no policies in common"),
    ],
)
def test_a_baseline_of_something_else_is_refused_before_anything_is_played(balance, tmp_path, values, words):
    folder = tmp_path / "before"
    balance(*BUDGET, "--out", str(folder), gates=())
    changed_heading(folder, **values)
    status, out, err = balance(*BUDGET, "--baseline", str(folder), "--out", str(tmp_path / "after"), gates=())
    assert status == 2
    assert words in err
    assert not out
    assert not (tmp_path / "after").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--policies", "boulwar"), "there is no policy 'boulwar'"),
        (("--policies", "linear,linear"), "names a policy twice"),
        (("--policies", ","), "names no policy"),
        (("--max-games", "3"), "4 pairs of policies play each game, so at least 4 are needed"),
        (("--max-games", "0"), "0 is not in the range"),
        (("--seconds", "0"), "0.0 is not in the range"),
        (("--jobs", "-1"), "-1 is not in the range"),
        (("--baseline", "nowhere"), "nowhere: this is no folder of a balance run"),
        (("--junit", "no/where.xml"), "no/where.xml: there is no such folder"),
    ],
)
def test_wrong_wishes_are_errors(balance, arguments, words):
    status, out, err = balance(*arguments)
    assert status == 2
    assert words in err
    assert not out


@pytest.mark.parametrize(
    ("gate", "words"),
    [
        ("id: a, metric: deal_rat, at_least: 0.5, margin: 0.1", "there is no metric 'deal_rat'"),
        ("id: a, metric: deal_rate, between: [0.5, 0.4], margin: 0.1", "the range is empty"),
        ("id: a, metric: deal_rate, at_least: 1.5, margin: 0.1", "so 1.5 is impossible"),
        (
            "id: a, metric: deal_rate, at_least: 0.5, margin: 0.1, policies: [boulwar]",
            "Did you mean 'boulware'?",
        ),
        ("id: a, metric: used.event.strom, at_least: 0.5, margin: 0.1", "Did you mean 'event.storm'?"),
    ],
)
@pytest.mark.parametrize("command", ["balance", "check"])
def test_wrong_gates_are_said_with_their_place(balance, tmp_path, capsys, gate, words, command):
    if command == "balance":
        status, _out, said = balance(gates=(gate,))
    else:
        (tmp_path / "x.yaml").write_bytes(with_gates(gate))
        status = main(["check", str(tmp_path / "x.yaml")])
        said = capsys.readouterr().out
    assert status == (2 if command == "balance" else 1)
    assert words in said
    assert f"x.yaml:{ONE_PAGE.count(bytes([10])) + 2}:" in said


def test_compare_needs_runs(tmp_path, capsys):
    assert main(["balance", "compare", str(tmp_path), str(tmp_path)]) == 2
    assert "this is no folder of a balance run" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="another signal there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "kill"])
def test_stopped_in_the_middle_it_says_where_it_will_go_on(how, tmp_path):
    (tmp_path / "x.yaml").write_bytes(ONE_PAGE)
    command = ("balance", str(tmp_path / "x.yaml"), "--max-games", "10000000", "--out", str(tmp_path / "run"))
    place = "game.analysis.balance.tally:Tally.add"  # after a chunk was kept
    status, err = stopped_at(place, 2, how, *command, "--jobs", "1")
    games = 2 * 9 * 512  # chunks of 512 keys, each played by nine pairs
    assert status == 130
    assert f"{games} games are kept in {tmp_path / 'run'}; the same command goes on from there." in err
    assert "Traceback" not in err
    assert (tmp_path / "run" / "games.csv").read_bytes().count(b"\n") == 1 + games


def test_restricted_play_is_kept_beside_the_games_and_not_played_again(balance, tmp_path, monkeypatch):
    words = (*BUDGET, "--restricted", "--json", "--out", str(tmp_path / "run"))

    def stop(_journal, piece, _result):
        if piece == "plan.together":
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("game.analysis.balance.journal.Journal.keep", stop)
        status, _out, err = balance(*words)
    assert status == 130
    assert "blocks with something banned are kept in" in err
    first = json.loads(balance(*words)[1])
    monkeypatch.setattr("game.analysis.balance.restricted.play_block", None)
    again = json.loads(balance(*words)[1])
    assert first.pop("costs")["restricted"].keys() == {one["ban"] for one in first["restricted"]}
    again.pop("costs")
    assert again == first
