"""The deal map names the day on which something was agreed, not the one on which it was offered or booked."""

from game.match.finished import finished
from game.match.table import Match
from game.narration.alternatives import alternatives
from game.narration.deal_map import map_of
from game.narration.telling_quality import map_note
from tests.compiled import open_scenario


def _map(opened, seed):
    match = Match(opened, ("micro", "linear"), seed)
    match.advance()
    done = finished(opened, match.course())
    return done, map_of(done, alternatives(done.tables, done.course.opening))


def test_an_agreement_stands_under_the_turn_of_its_vote():
    opened, later = open_scenario("grain-and-teachers"), 0
    for seed in range(1, 13):
        done, shown = _map(opened, seed)
        votes = [done.words.date(vote.turn) for vote in done.told.ratifications if vote.passed]
        named = [mark.name for mark in shown.marks if mark.kind == "agreed"]
        assert sorted(named) == sorted(f"agreed, {date}" for date in votes)
        offered = [tabled.turn for tabled in done.told.tabled if tabled.fate == "ratified"]
        later += [done.words.date(turn) for turn in offered] != votes
    assert later, "no offer was ever taken up in a later turn"


def test_what_was_really_agreed_stands_under_its_own_day():
    iran = open_scenario("iran-2023")
    _done, shown = _map(iran, 1)
    named = [mark.name for mark in shown.marks if mark.kind == "history"]
    assert named == ["really agreed, 10 August 2023", "really agreed, 18 September 2023"]


def test_the_note_speaks_of_history_only_where_there_is_one():
    invented, _shown = _map(open_scenario("grain-and-teachers"), 1)
    assert "History" not in map_note(invented)
    real, _shown = _map(open_scenario("iran-2023"), 1)
    assert "History" in map_note(real)
