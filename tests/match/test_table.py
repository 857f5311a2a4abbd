"""Whose turn it is, what is refused, and that a refusal costs nothing."""

import pytest

from game.foundation.errors import IllegalAction, SeatError
from game.match.digests import game_digest
from game.match.moments import Moment, Unconfirmed
from game.match.notation import read_action
from game.match.saves import Keeper, load
from game.match.table import PERSON, Match
from game.rules.actions import Kind, one
from game.rules.happenings import What
from game.rules.state import Phase

OFFER = "offer people=ten list=monitor calm=promise harbour=licence visit=visit plan=two_steps"


def said(match, text):
    opened = match.opened
    return read_action(opened.lexicon, opened.tables, match.asked, text)


def test_only_the_seat_that_is_asked_may_move(table):
    before = game_digest(table.whole_state())
    with pytest.raises(SeatError, match="It is the turn of Envoy of the Trading Union"):
        table.submit(1, one(Kind.HOLD))
    with pytest.raises(SeatError, match="It is the turn of"):
        table.legal(1)
    assert table.why_not(1, one(Kind.HOLD)) == "It is not this seat's turn."
    assert game_digest(table.whole_state()) == before
    assert table.asked == 0


def test_a_key_pressed_twice_moves_once(table):
    moment = table.moment
    assert moment == Moment(0, 0)
    table.submit(0, said(table, "hold"), at=moment)
    table.submit(1, said(table, "hold"))
    with pytest.raises(SeatError, match="meant for turn 1, slot 1; the game stands at turn 1, slot 3"):
        table.submit(0, said(table, "hold"), at=moment)
    assert len(table.transcript().moves) == 2


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (one(Kind.ACCEPT), "no offer of the other side"),
        (one(Kind.HONOUR), "These are talks"),
        (one(Kind.OFFER, 0, 0, 0), "must hold something"),
        (one(Kind.OFFER, 999, 0, 0), "numbered 0 to"),
        (one(Kind.OFFER, 1, 1, 99), "needs a plan"),
        (one(Kind.OFFER, 0, 5, 0, 61), "between 1 and 60"),
        (one(Kind.HOLD, move=0, amount=1), "no such side move"),
        (one(Kind.HOLD, move=2), "not open now"),
        (one(Kind.HOLD, move=99), "no such side move"),
        (one(Kind.NONE), "A decision is asked"),
    ],
)
def test_an_illegal_move_is_refused_with_its_reason_and_costs_nothing(table, action, reason):
    before = game_digest(table.whole_state())
    assert reason in table.why_not(0, action)
    with pytest.raises(IllegalAction, match=reason) as caught:
        table.submit(0, action)
    assert "Envoy of the Trading Union cannot do this in turn 1" in str(caught.value)
    assert game_digest(table.whole_state()) == before
    assert table.transcript().moves == ()


def test_breaking_off_has_to_be_confirmed(table):
    with pytest.raises(Unconfirmed):
        table.submit(0, one(Kind.BREAK_OFF))
    assert not table.over
    happened = table.submit(0, one(Kind.BREAK_OFF), confirm=True)
    assert table.over
    assert table.asked is None
    assert [h.what for h in happened] == [What.BROKE_OFF, What.ENDED]
    with pytest.raises(SeatError, match="The game is over"):
        table.submit(0, one(Kind.HOLD))


def test_the_debrief_opens_when_the_game_is_over(table, wandered):
    with pytest.raises(SeatError, match="when the game is over"):
        table.course()
    wandered(table)
    assert len(table.course().plies) == len(table.transcript().moves)
    assert table.phase is Phase.OVER
    assert table.transcript().over


def test_every_move_is_on_disk_when_it_is_acknowledged(one_page, tmp_path):
    match = Match(one_page, (PERSON, PERSON), 1, keeper=Keeper(tmp_path / "game.transcript"))
    assert load(tmp_path / "game.transcript").moves == ()
    for count, text in enumerate((OFFER, "accept", "honour"), 1):
        match.submit(match.asked, said(match, text))
        kept = load(tmp_path / "game.transcript")
        assert kept == match.transcript()
        assert len(kept.moves) == count


def test_a_game_goes_on_when_the_disk_is_full(one_page, tmp_path, monkeypatch):
    match = Match(one_page, (PERSON, PERSON), 1, keeper=Keeper(tmp_path / "game.transcript"))

    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("game.foundation.keeping.tempfile.mkstemp", full)
        match.submit(0, said(match, "hold"))
        assert "not saved: no space left on device" in match.unsaved
        assert load(tmp_path / "game.transcript").moves == ()
    match.submit(1, said(match, "hold"))
    assert match.unsaved == ""
    assert len(load(tmp_path / "game.transcript").moves) == 2


def test_one_side_learns_of_its_own_votes_only(table):
    table.submit(0, said(table, OFFER))
    heard = table.submit(1, said(table, "accept"))
    assert {h.seat for h in heard if h.what is What.VOTED} == {1}
    assert {h.seat for h in table.happenings(0) if h.what is What.VOTED} == {0}
    assert not [h for h in table.happenings() if h.what is What.VOTED]
