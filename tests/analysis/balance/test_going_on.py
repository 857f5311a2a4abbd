"""Restricted play and mutations keep what they found piece by piece, and go on where they stopped."""

import errno
import json
from contextlib import suppress

import pytest

from game.analysis.balance.journal import Journal
from game.analysis.balance.mutating import digest_of, mutations
from game.analysis.balance.report import report, restricted_found
from game.analysis.balance.restricted import NAME, Restricted
from game.analysis.balance.running import Asked, prepared
from game.analysis.balance.trying import Attempt, Trying, played
from game.content.reading.loading import read_tree_of
from game.foundation.errors import GameError
from tests.analysis.balance.runs import TWO, run_of, run_to_be, with_gates

WORK = {"format": 1, "seed": 1}
GATE = "id: some, metric: deal_rate, between: [0.02, 0.3], margin: 0.02, policies: [conceder]"
READING = read_tree_of(with_gates(GATE), "one-page.yaml")
ASKED = Asked(("conceder",), games=128, keys=64)
ATTEMPT = Attempt(
    digest_of(READING), "one-page.yaml", ASKED, played(prepared(READING, "one-page.yaml", ASKED))
)
FEW = mutations(READING)[60:100:5]
PAIR = ("boulware", "conceder")


class Stopped(BaseException):
    """As Ctrl+C, and never caught on the way."""


def stop_at(number):
    def told(done):
        if done >= number:
            raise Stopped

    return told


def void(_done):
    """Somebody who does not look."""


def restricted(jobs=1):
    return Restricted(run_to_be(games=256, jobs=jobs), PAIR)


def lost(trying, folder=None, progress=void):
    found = restricted_found(trying.run, trying.losses(folder, progress))
    return json.dumps(found)


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("alone")
    return lost(restricted(), folder), without_times(folder / NAME)


def without_times(path):
    """The lines of a journal; the processor time of a block is all that may differ."""
    lines = [json.loads(line) for line in path.read_bytes().splitlines()]
    for line in lines:
        line.pop("seconds", None)
    return lines


def test_restricted_play_goes_on_where_it_stopped(alone, tmp_path):
    with pytest.raises(Stopped):
        lost(restricted(), tmp_path, stop_at(4))
    kept = (tmp_path / NAME).read_bytes()
    assert kept.count(b"\n") == 1 + 4
    assert lost(restricted(), tmp_path) == alone[0]
    assert (tmp_path / NAME).read_bytes().startswith(kept)
    assert without_times(tmp_path / NAME) == alone[1]


def test_what_is_there_is_not_played_again(alone, tmp_path, monkeypatch):
    lost(restricted(), tmp_path)
    monkeypatch.setattr("game.analysis.balance.restricted.play_block", None)
    assert lost(restricted(), tmp_path) == alone[0]


def test_keeping_nothing_finds_the_same(alone):
    assert lost(restricted()) == alone[0]


@pytest.mark.slow
def test_any_number_of_processes_loses_the_same(alone, tmp_path):
    for jobs in (2, 3):
        assert lost(restricted(jobs), tmp_path / str(jobs)) == alone[0]


def test_every_loss_has_its_interval_its_games_and_games_to_replay(alone):
    for one in json.loads(alone[0]):
        assert one["low"] <= one["loss"] <= one["high"]
        assert one["games"] == 2 * 64
        assert one["lowest"]["value"] <= one["loss"] <= one["highest"]["value"]
        assert one["highest"]["replay"].endswith(
            f"--envoy boulware --government conceder --without {one['ban']}"
        )


def test_mutations_go_on_where_they_stopped(tmp_path):
    with Journal(None, WORK) as nothing:
        alone = Trying(ATTEMPT, FEW).carry_out(nothing, void)
    assert len(alone) > 3
    path = tmp_path / "m.jsonl"
    with pytest.raises(Stopped), Journal(path, WORK) as journal:
        Trying(ATTEMPT, FEW).carry_out(journal, stop_at(3))
    with Journal(path, WORK) as journal:
        assert len(journal.results) == 3
        told = []
        assert Trying(ATTEMPT, FEW).carry_out(journal, told.append) == alone
    assert told == list(range(3, len(FEW) + 1))


def never(_attempt, _mutation):
    raise AssertionError("it was tried again")


def test_mutations_that_are_there_are_not_tried_again(tmp_path, monkeypatch):
    with Journal(tmp_path / "m.jsonl", WORK) as journal:
        found = Trying(ATTEMPT, FEW[:3]).carry_out(journal, void)
    monkeypatch.setattr("game.analysis.balance.trying.tried", never)
    with Journal(tmp_path / "m.jsonl", WORK) as journal:
        assert Trying(ATTEMPT, FEW[:3]).carry_out(journal, void) == found


def test_half_a_line_at_the_end_is_cut_off(tmp_path):
    path = tmp_path / "x.jsonl"
    with Journal(path, WORK) as journal:
        journal.keep("a", {"n": 1})
        journal.keep("b", {"n": 2})
    whole = path.read_bytes()
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        with Journal(path, WORK) as journal:
            assert journal.results == {
                name: {"n": n} for n, name in ((1, "a"), (2, "b")) if whole[:end].count(b"\n") > n
            }
            for n, name in ((1, "a"), (2, "b")):
                if name not in journal.results:
                    journal.keep(name, {"n": n})
        assert path.read_bytes() == whole


def test_other_work_is_not_mixed_in(tmp_path):
    with Journal(tmp_path / "x.jsonl", WORK) as journal:
        journal.keep("a", {"n": 1})
    before = (tmp_path / "x.jsonl").read_bytes()
    with pytest.raises(GameError, match=r"holds other work: its seed is 1, not 2\. Name another folder"):
        Journal(tmp_path / "x.jsonl", {**WORK, "seed": 2})
    with pytest.raises(GameError, match="its games is None, not 5"):
        Journal(tmp_path / "x.jsonl", {**WORK, "games": 5})
    assert (tmp_path / "x.jsonl").read_bytes() == before


@pytest.mark.parametrize("line", [b"{\n", b"[]\n", b'{"n": 1}\n', b"\xff\n"])
def test_a_damaged_line_is_said_with_its_place(tmp_path, line):
    with Journal(tmp_path / "x.jsonl", WORK) as journal:
        journal.keep("a", {"n": 1})
    with (tmp_path / "x.jsonl").open("ab") as file:
        file.write(line)
    with pytest.raises(GameError, match=r"x\.jsonl:3: this line cannot be read"):
        Journal(tmp_path / "x.jsonl", WORK)


def test_a_full_disk_is_one_message_and_nothing_is_lost(tmp_path, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    with Journal(tmp_path / "x.jsonl", WORK) as journal:
        journal.keep("a", {"n": 1})
        monkeypatch.setattr("game.analysis.balance.journal.os.fsync", full)
        with pytest.raises(GameError, match=r"no space left on device\. What was found is kept"):
            journal.keep("b", {"n": 2})
    monkeypatch.undo()
    with Journal(tmp_path / "x.jsonl", WORK) as journal:
        assert journal.results["a"] == {"n": 1}


def test_the_skill_ladder_goes_on_with_the_run(tmp_path):
    """It comes from the rows of the run, which are kept: stopped and gone on with, it is the same."""
    three = (*TWO, "linear")
    whole = report(run_of(games=1152, policies=three))["skill_ladder"]
    assert [(one["weaker"], one["stronger"]) for one in whole] == [TWO, ("conceder", "linear")]
    run_of(folder=tmp_path, games=576, policies=three)
    assert report(run_of(folder=tmp_path, games=1152, policies=three))["skill_ladder"] == whole


def test_two_do_not_write_into_one_journal(tmp_path):
    path = tmp_path / "x.jsonl"
    with Journal(path, WORK) as journal:
        with pytest.raises(GameError, match="is being written by another process"):
            Journal(path, WORK)
        journal.keep("a", {"n": 1})
    with Journal(path, WORK) as journal:
        assert journal.results == {"a": {"n": 1}}


@pytest.mark.parametrize("content", [b"my notes", b"{", b"\xff\x00"])
def test_a_file_that_is_no_journal_stays_as_it_is(content, tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    begun = content == b"{"  # as a power cut leaves the first line
    with suppress(GameError) if begun else pytest.raises(GameError, match="not what was kept of games"):
        Journal(path, WORK).__exit__(None, None, None)
    assert begun or path.read_bytes() == content
