"""A transcript plays again to the last bit, goes on where it stopped, and is refused when it does not fit."""

import dataclasses

import pytest

from game.foundation.errors import GameError, ReplayDiverged, TranscriptError, WrongScenario
from game.match.digests import game_digest
from game.match.library import open_played
from game.match.replaying import replay, replayed, resume
from game.match.saves import Keeper, load
from game.match.table import PERSON, Match
from game.match.transcript import Mark, Move
from tests.compiled import open_scenario


@pytest.fixture(scope="module")
def played(one_page, wandered):
    return wandered(Match(one_page, (PERSON, PERSON), 5))


def changed(transcript, **heading):
    return dataclasses.replace(transcript, heading=dataclasses.replace(transcript.heading, **heading))


def with_entry(transcript, kind, **fields):
    """The transcript with its second entry of a kind changed."""
    entries = list(transcript.entries)
    place = [n for n, entry in enumerate(entries) if isinstance(entry, kind)][1]
    entries[place] = dataclasses.replace(entries[place], **fields)
    return dataclasses.replace(transcript, entries=tuple(entries))


def test_a_replay_passes_through_the_same_states(one_page, played):
    states = list(replay(one_page, played.transcript()))
    assert game_digest(states[-1]) == game_digest(played.whole_state())
    assert [game_digest(state) for state in states[1:]] == [
        game_digest(ply.after) for ply in played.course().plies
    ]
    assert replayed(one_page, played.transcript()).happenings == played.course().happenings


@pytest.mark.parametrize("moves", [0, 1, 4, 9])
def test_a_resumed_game_ends_as_the_uninterrupted_one(one_page, wandered, tmp_path, played, moves):
    keeper = Keeper(tmp_path / "game.transcript")
    wandered(Match(one_page, (PERSON, PERSON), 5, keeper=keeper), moves)
    match = resume(one_page, load(keeper.path), keeper)
    assert len(match.transcript().moves) == moves
    wandered(match)
    assert match.transcript() == played.transcript() == load(keeper.path)


def test_resuming_writes_nothing_before_the_next_move(one_page, wandered, tmp_path):
    keeper = Keeper(tmp_path / "game.transcript")
    wandered(Match(one_page, (PERSON, PERSON), 5, keeper=keeper), 3)
    before = keeper.path.stat().st_mtime_ns, keeper.path.read_bytes()
    resume(one_page, load(keeper.path), keeper)
    assert (keeper.path.stat().st_mtime_ns, keeper.path.read_bytes()) == before


@pytest.mark.parametrize("way", [lambda *args: list(replay(*args)), resume])
@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda t: changed(t, scenario="other"), WrongScenario, "other"),
        (lambda t: changed(t, scenario_digest="00"), WrongScenario, "one-page 00"),
        (lambda t: changed(t, rules=0), TranscriptError, "played with rules 0; this program has rules"),
        (lambda t: changed(t, seats=("a", "b")), TranscriptError, "has the seats a, b"),
        (lambda t: with_entry(t, Mark, digest="00"), ReplayDiverged, "from turn 2 on"),
        (lambda t: changed(t, seed=6), TranscriptError, ""),
        (lambda t: with_entry(t, Move, do="sing"), TranscriptError, "does not fit: 'sing'"),
        (lambda t: with_entry(t, Move, do="honour"), TranscriptError, "does not fit"),
        (lambda t: with_entry(t, Move, slot=7), TranscriptError, "does not fit"),
        (lambda t: with_entry(t, Move, seat=0), TranscriptError, "does not fit"),
        (
            lambda t: dataclasses.replace(t, entries=(*t.entries, Move(0, 0, 0, "hold"))),
            TranscriptError,
            "does not fit",
        ),
    ],
)
def test_what_does_not_fit_is_refused(one_page, played, way, change, error, says):
    with pytest.raises(error) as caught:
        way(one_page, change(played.transcript()))
    assert says in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("way", [lambda *args: list(replay(*args)), resume])
def test_a_refusal_names_a_real_turn_and_shows_nothing_unprintable(one_page, played, way):
    finished = played.transcript()
    last = dataclasses.replace(finished.entries[-1], digest="00")
    with pytest.raises(ReplayDiverged, match=f"from turn {played.moment.turn + 1} on"):
        way(one_page, dataclasses.replace(finished, entries=(*finished.entries[:-1], last)))
    with pytest.raises(TranscriptError) as caught:
        way(one_page, with_entry(finished, Move, do="offer people=\x1b[31m\u202e" + "x" * 9000))
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


def test_another_scenario_is_refused(played):
    with pytest.raises(WrongScenario, match="one-page"):
        list(replay(open_scenario("two-turns"), played.transcript()))


def test_a_transcript_opens_no_file_but_a_shipped_scenario(tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text("a: 1\n")
    for name in (str(secret), "../../etc/passwd", "nonsense"):
        with pytest.raises(GameError, match="did not come with the game"):
            open_played(name)
    assert open_played("one-page").scenario.id == "one-page"
