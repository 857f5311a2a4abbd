"""A transcript comes back as it was written, and nothing but a whole one is read."""

import errno
import json
import os

import pytest

from game.foundation import keeping
from game.foundation.errors import TranscriptError
from game.match.saves import (
    Keeper,
    delete,
    latest_unfinished,
    load,
    named_path,
    new_path,
    rename,
    save,
    save_as,
    saved_games,
)
from game.match.transcript import MOST_BYTES, Heading, Mark, Move, Transcript, read, read_bytes, write

HEADING = Heading("one-page", "ab" * 32, 1, 2**63, 4, ("union", "tarvia"), ("person", "boulware"))
PLAYED = Transcript(
    HEADING,
    (
        Mark(0, "00ff"),
        Move(0, 0, 0, "do vow_people thirty; offer people=ten plan=together"),
        Move(0, 1, 1, "accept"),
        Mark(1, "11ff"),
    ),
)
OVER = Transcript(HEADING, (*PLAYED.entries, Mark(-1, "22ff")))


def test_what_is_written_is_read_back():
    assert read(write(PLAYED)) == PLAYED
    assert read(write(OVER)) == OVER
    assert (PLAYED.over, OVER.over) == (False, True)
    assert [move.do for move in PLAYED.moves] == [PLAYED.entries[1].do, "accept"]


def test_every_truncation_is_refused():
    content = write(PLAYED).encode()
    for length in range(len(content)):
        with pytest.raises(TranscriptError, match="expected"):
            read_bytes(content[:length])


def test_every_changed_byte_is_refused():
    content = write(PLAYED).encode()
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        with pytest.raises(TranscriptError):
            read_bytes(bytes(changed))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "an empty file"),
        (b"\xff\xfe", "UTF-8"),
        (b"title: a scenario\n", "one JSON object"),
        (b"[[[[" * 50_000, "one JSON object"),
        (b'{"kind": "something else"}\n', "kind 'reprieve transcript'"),
        (b'{"kind": "reprieve transcript", "format": 0}\n', "format 0; this program reads format 1"),
        (b'{"kind": "reprieve transcript", "format": 2}\n', "format 2; this program reads format 1"),
        (b" " * (MOST_BYTES + 1), "at most"),
    ],
)
def test_what_is_no_transcript_is_told_so(content, says):
    with pytest.raises(TranscriptError, match=r"expected|reads") as caught:
        read_bytes(content)
    assert says in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("seed", "7", "'seed', a whole number"),
        ("seed", -1, "from 0"),
        ("seed", True, "'seed', a whole number"),
        ("seats", {"union": "person"}, "two seats"),
        ("scenario", None, "'scenario', a text"),
    ],
)
def test_a_wrong_heading_is_named(key, value, says):
    lines = write(PLAYED).splitlines(keepends=True)
    heading = json.loads(lines[0])
    heading[key] = value
    with pytest.raises(TranscriptError, match=says):
        read("".join([json.dumps(heading) + "\n", *lines[1:]]))


def resealed(text):
    """The text with a fitting seal: what a person with an editor and patience could make."""
    from game.match.transcript import _line, _seal

    return text + _line({"seal": _seal(text)})


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"at": [1], "seat": "union", "do": "hold"}', "a turn and a slot"),
        ('{"at": [0, 1], "seat": "union", "do": "hold"}', "a turn and a slot"),
        ('{"at": [1, 1], "seat": "nobody", "do": "hold"}', "seat union or tarvia"),
        ('{"at": [1, 1], "seat": "union", "do": 3}', "'do', a text"),
        ('{"turn": 1}', "'digest', a text"),
        ("7", "one JSON object"),
    ],
)
def test_a_wrong_line_is_named_by_number(line, says):
    heading = write(PLAYED).splitlines(keepends=True)[0]
    with pytest.raises(TranscriptError, match=says) as caught:
        read(resealed(heading + line + "\n"))
    assert "line 2" in str(caught.value)


def test_a_save_replaces_in_one_step(tmp_path, monkeypatch):
    path = tmp_path / "game.transcript"
    save(path, PLAYED)

    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(keeping.os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save(path, OVER)
    assert load(path) == PLAYED
    assert [entry.name for entry in tmp_path.iterdir()] == ["game.transcript"]


def test_a_full_disk_is_said_and_survived(tmp_path, monkeypatch):
    keeper = Keeper(tmp_path / "game.transcript")
    with monkeypatch.context() as patched:
        patched.setattr(
            keeping.tempfile,
            "mkstemp",
            lambda **_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")),
        )
        assert not keeper.keep(PLAYED)
        assert "not saved: no space left" in keeper.trouble
        assert len(keeper.trouble.splitlines()) == 1
    assert keeper.keep(PLAYED)
    assert not keeper.trouble
    assert load(keeper.path) == PLAYED


def test_a_game_that_somebody_else_went_on_with_is_left_alone(tmp_path):
    path = tmp_path / "game.transcript"
    ours, theirs = Keeper(path), Keeper(path)
    assert ours.keep(PLAYED)
    elsewhere = Transcript(HEADING, (*PLAYED.entries[:2], Move(0, 1, 1, "hold")))
    assert not ours.moved
    assert theirs.keep(Transcript(HEADING, PLAYED.entries[:2])) is True
    assert (theirs.path, load(path).moves) == (tmp_path / "one-page-001.transcript", PLAYED.moves)
    assert str(path) in theirs.moved
    assert str(theirs.path) in theirs.moved
    assert theirs.keep(elsewhere)
    assert ours.keep(OVER)
    assert (load(path), load(theirs.path)) == (OVER, elsewhere)


@pytest.mark.parametrize("spoilt", [b"", b"half", write(OVER).encode()[:-9]])
def test_what_is_no_longer_a_transcript_is_not_overwritten(tmp_path, spoilt):
    keeper = Keeper(tmp_path / "game.transcript")
    keeper.path.write_bytes(spoilt)
    assert keeper.keep(PLAYED)
    assert (tmp_path / "game.transcript").read_bytes() == spoilt
    assert load(keeper.path) == PLAYED


def test_a_transcript_without_a_single_digest_is_refused():
    with pytest.raises(TranscriptError, match="expected a digest of its opening"):
        read(write(Transcript(HEADING, ())))


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    keeper = Keeper(tmp_path / "file" / "game.transcript")
    assert not keeper.keep(PLAYED)
    assert "not saved" in keeper.trouble


def test_named_saves_replace_only_their_own_past(tmp_path):
    path = named_path(tmp_path, "before the accord")
    save_as(path, PLAYED)
    save_as(path, OVER)
    assert load(path) == OVER
    other = Transcript(HEADING, (Mark(0, "00ff"), Move(0, 0, 0, "hold")))
    with pytest.raises(TranscriptError, match="another game"):
        save_as(path, other)
    damaged = named_path(tmp_path, "damaged")
    damaged.write_text("half")
    with pytest.raises(TranscriptError, match="expected"):
        save_as(damaged, PLAYED)
    assert damaged.read_text() == "half"
    assert load(path) == OVER


def test_a_save_is_renamed_and_never_onto_another(tmp_path):
    one, other = named_path(tmp_path, "one"), named_path(tmp_path, "other")
    save(one, PLAYED)
    save(other, OVER)
    with pytest.raises(TranscriptError, match="'other' already"):
        rename(one, "other")
    assert (load(one), load(other)) == (PLAYED, OVER)
    assert rename(one, "one") == one
    assert rename(one, "third talks") == named_path(tmp_path, "third talks")
    assert not one.exists()
    assert load(named_path(tmp_path, "third talks")) == PLAYED
    with pytest.raises(TranscriptError, match="cannot name"):
        rename(other, "../up")


def test_a_damaged_save_is_renamed_as_it_is_and_deleted(tmp_path):
    path = named_path(tmp_path, "damaged")
    path.write_bytes(b"half\xff")
    moved = rename(path, "damaged once")
    assert moved.read_bytes() == b"half\xff"
    delete(moved)
    assert not list(tmp_path.iterdir())


def test_a_save_that_is_gone_is_said_and_leaves_nothing_behind(tmp_path):
    gone = named_path(tmp_path, "gone")
    with pytest.raises(TranscriptError, match="no such file"):
        delete(gone)
    with pytest.raises(TranscriptError, match="no such file"):
        rename(gone, "elsewhere")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "../up", "a/b", "con", "NUL", "x" * 61, " padded", "dot.", "nul\0"])
def test_names_that_are_no_file_names_are_refused(tmp_path, name):
    with pytest.raises(TranscriptError, match="cannot name"):
        named_path(tmp_path, name)


def test_the_latest_unfinished_game_is_found(tmp_path):
    assert saved_games(tmp_path / "none yet") == []
    first = new_path(tmp_path, "one-page")
    save(first, PLAYED)
    second = new_path(tmp_path, "one-page")
    assert first != second
    save(second, OVER)
    (tmp_path / "broken.transcript").write_text("half")
    os.utime(first, ns=(1, 1))
    assert latest_unfinished(tmp_path) == first
    assert latest_unfinished(tmp_path, "other") is None
    faults = {saved.name: bool(saved.fault) for saved in saved_games(tmp_path)}
    assert faults == {"broken": True, "one-page-001": False, "one-page-002": False}
