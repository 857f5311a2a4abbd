"""A seat changes hands in the middle of a game, is written down, and the game goes on as if none had."""

import dataclasses

import pytest

from game.foundation.errors import GameError, SeatError, TranscriptError
from game.match.replaying import replayed, resume
from game.match.saves import Keeper, load
from game.match.table import PERSON, Match
from game.match.transcript import Seated, read, write
from game.match.wandering import wander


def wander_on(match, moves):
    for _move in range(moves):
        if match.over:
            return match
        seat = match.asked
        match.submit(seat, wander(match.whole_state(), match.legal(seat), match), confirm=True)
    return match


@pytest.mark.parametrize(("policy", "stops"), [("micro", (8, 26)), ("boulware", (14,))])
def test_a_policy_that_takes_over_decides_as_if_it_had_sat_there_from_the_start(flagship, policy, stops):
    """Its own moves are made by a person first; handed over, it goes on as one who was never away."""
    whole = Match(flagship, ("boulware", policy), 5)
    whole.advance()
    for stop in stops:
        match = Match(flagship, ("boulware", PERSON), 5)
        while (made := len(match.transcript().moves)) < stop:
            if match.asked == 1:
                match.submit(1, whole.course().plies[made].action, confirm=True)
            else:
                match.step()
        match.change_seat(1, policy)
        match.advance()
        assert match.over
        assert match.transcript().moves == whole.transcript().moves, stop


def test_a_person_takes_a_seat_over_and_gives_it_back(one_page):
    match = Match(one_page, (PERSON, "conceder"), 3)
    wander_on(match, 1)
    match.change_seat(1, PERSON)
    assert match.people == (0, 1)
    match.advance()
    assert match.asked == 1
    wander_on(match, 1)
    match.change_seat(1, "boulware")
    match.advance()
    assert match.asked in (0, None)
    assert [entry.player for entry in match.transcript().entries if isinstance(entry, Seated)] == [
        PERSON,
        "boulware",
    ]
    assert match.transcript().players == (PERSON, "boulware")
    assert match.transcript().heading.players == (PERSON, "conceder")


def test_both_seats_may_be_left_to_the_computer(one_page):
    match = wander_on(Match(one_page, (PERSON, PERSON), 4), 3)
    match.change_seat(0, "linear")
    match.change_seat(1, "linear")
    match.advance()
    assert match.over
    assert match.people == ()


def test_the_same_player_again_changes_nothing(one_page):
    match = Match(one_page, (PERSON, "linear"), 4)
    before = match.transcript()
    match.change_seat(0, PERSON)
    match.change_seat(1, "linear")
    assert match.transcript() == before


def test_what_cannot_be_is_refused_and_changes_nothing(one_page):
    match = wander_on(Match(one_page, (PERSON, PERSON), 4), 2)
    before = match.transcript()
    with pytest.raises(GameError, match="no policy 'nobody'"):
        match.change_seat(0, "nobody")
    assert (match.transcript(), match.players) == (before, (PERSON, PERSON))
    wander_on(match, 1000)
    with pytest.raises(SeatError, match="over"):
        match.change_seat(0, "linear")


def test_a_changed_game_is_kept_read_and_gone_on_with(one_page, tmp_path):
    keeper = Keeper(tmp_path / "game.transcript")
    match = wander_on(Match(one_page, (PERSON, PERSON), 8, keeper=keeper), 3)
    match.change_seat(1, "micro")
    kept = load(keeper.path)
    assert kept == match.transcript()
    assert read(write(kept)) == kept
    again = resume(one_page, kept, Keeper(tmp_path / "other.transcript"))
    assert again.players == (PERSON, "micro")
    for game in (match, again):
        game.advance()
        while not game.over:
            wander_on(game, 1)
            game.advance()
    assert again.transcript() == match.transcript()
    assert replayed(one_page, match.transcript()).final.payoff.tolist() == match.whole_state().payoff.tolist()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"slot": 9}, "stands elsewhere"),
        ({"turn": 2}, "stands elsewhere"),
        ({"player": "nobody"}, "no policy"),
    ],
)
def test_a_change_that_does_not_fit_is_said(one_page, fields, says):
    match = wander_on(Match(one_page, (PERSON, PERSON), 8), 3)
    match.change_seat(1, "micro")
    transcript = match.transcript()
    entries = [dataclasses.replace(e, **fields) if isinstance(e, Seated) else e for e in transcript.entries]
    with pytest.raises(TranscriptError, match=says):
        resume(one_page, dataclasses.replace(transcript, entries=tuple(entries)))


def test_a_seat_that_changed_hands_is_not_overwritten_by_one_that_did_not(one_page, tmp_path):
    keeper = Keeper(tmp_path / "game.transcript")
    match = wander_on(Match(one_page, (PERSON, PERSON), 8, keeper=keeper), 3)
    other = resume(one_page, load(keeper.path), Keeper(keeper.path))
    match.change_seat(1, "micro")
    kept = keeper.path.read_bytes()
    wander_on(other, 1)
    assert keeper.path.read_bytes() == kept
    assert "stays as it is" in other.keeper.moved


def test_what_the_computer_states_has_no_numbers_and_survives_resuming(one_page, tmp_path):
    keeper = Keeper(tmp_path / "game.transcript")
    match = Match(one_page, (PERSON, "conceder"), 8, keeper=keeper)
    for _move in range(4):
        match.advance()
        wander_on(match, 1)
    stated = match.stated()
    assert stated
    assert {said.seat for said in stated} == {1}
    assert all(isinstance(said.rule, str) and not any(c.isdigit() for c in said.rule) for said in stated)
    again = resume(one_page, load(keeper.path))
    assert again.stated() == stated
