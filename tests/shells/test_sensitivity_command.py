"""`balance sensitivity`: what it says, that it goes on where it was stopped, and what is said of mistakes."""

import json
import signal
import sys

import pytest

from game.cli.entry import main
from tests.analysis.balance.runs import ONE_PAGE
from tests.shells.stopping import stopped_at

KEEP = "game.analysis.balance.journal:Journal.keep"
SHORT = ("--policies", "conceder", "--keys", "64", "--walks", "2", "--within", "events[storm]")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path / "home"))
    (tmp_path / "x.yaml").write_bytes(ONE_PAGE)
    return tmp_path / "home"


def sensitivity(tmp_path, *more):
    return main(["balance", "sensitivity", str(tmp_path / "x.yaml"), *SHORT, "--jobs", "1", *more])


def test_text_and_json_tell_the_same(tmp_path, capsys):
    wanted = ["--within", "arrests", "--out", str(tmp_path / "out")]
    wanted += ["--metric", "fewer_held", "--metric", "length"]
    assert sensitivity(tmp_path, *wanted, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["walks"], found["games"], found["by"]) == (2, 64, 0.25)
    assert found["rows"] == 2 * (len(found["parts"]) + 1)
    assert list(found["metrics"]) == ["length", "fewer_held"]
    owed = found["metrics"]["fewer_held"]["owed"]
    assert owed[0]["believed"]
    assert found["parts"][owed[0]["part"]] == [223]
    assert sensitivity(tmp_path, *wanted) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert f"{found['moved']} of {found['assumed']} assumed numbers" in text
    assert f"{owed[0]['part']} (line 223): {owed[0]['size']:.3f}; luck {owed[0]['luck']:.3f}; " in text
    assert f"{found['metrics']['fewer_held']['as_written']:.3f} as written" in text
    assert "Nothing here is believed to move these: length." in text


@pytest.mark.skipif(sys.platform == "win32", reason="another signal there")
def test_stopped_it_goes_on_where_it_was(tmp_path, capsys):
    out = tmp_path / "kept"
    journal = out / "sensitivity.jsonl"
    command = ("balance", "sensitivity", str(tmp_path / "x.yaml"), *SHORT, "--jobs", "1", "--out", str(out))
    status, err = stopped_at(KEEP, 2, signal.SIGINT, *command)
    first = journal.read_bytes()
    assert status == 130
    assert f"2 of 4 rows are kept in {out}; the same command goes on from there." in err
    assert "Traceback" not in err
    assert first.count(b"\n") == 1 + 2
    assert sensitivity(tmp_path, "--json", "--out", str(out)) == 0
    found = capsys.readouterr().out
    assert journal.read_bytes().startswith(first)
    assert journal.read_bytes().count(b"\n") == 1 + 4, "rows that are kept are not played again"
    assert sensitivity(tmp_path, "--json") == 0
    assert capsys.readouterr().out == found


def test_rows_of_other_games_are_not_taken(tmp_path, capsys):
    out = str(tmp_path / "kept")
    assert sensitivity(tmp_path, "--out", out) == 0
    assert sensitivity(tmp_path, "--out", out, "--by", "0.2") == 2
    assert "holds other work: its by is 0.25, not 0.2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--metric", "luck"), "--metric luck: there is no such measure; there are deal_rate, "),
        (
            ("--within", "storm"),
            "--within storm: no assumed number stands there; there are some in ",
        ),
        (("--policies", "conceder,none"), "none"),
        (("--policies", ", ,"), "--policies names no policy"),
        (("--by", "2"), "2.0 is not in the range"),
        (("--walks", "1"), "1 is not in the range"),
    ],
)
def test_mistakes_are_said_before_anything_is_played(tmp_path, capsys, home, more, said):
    assert sensitivity(tmp_path, *more) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert not home.exists()
