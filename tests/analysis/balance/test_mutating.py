"""Mutations change one thing each, and gates that guard it catch them."""

from functools import cache

from game.analysis.balance.mutating import digest_of, mutations
from game.analysis.balance.running import Asked, prepared
from game.analysis.balance.scoring import moved
from game.analysis.balance.trying import Attempt, played, tried
from game.content.reading.loading import read_tree_of
from tests.analysis.balance.runs import with_gates

GATE = "id: freed_weighs, metric: deal_rate, between: [0.02, 0.3], margin: 0.02, policies: [conceder]"
READING = read_tree_of(with_gates(GATE), "one-page.yaml")
ASKED = Asked(policies=("conceder",), games=512, keys=256)


@cache
def every():
    return {(one.name, one.after): one for one in mutations(READING)}


@cache
def before():
    return played(prepared(READING, "one-page.yaml", ASKED))


def attempt(name, after):
    return tried(Attempt(digest_of(READING), "one-page.yaml", ASKED, before()), every()[name, after])


def test_numbers_are_halved_and_doubled_and_events_taken_out():
    names = {name for name, _after in every()}
    assert ("trust.promise", "0.70") in every()
    assert ("trust.promise", "0.175") in every()
    assert ("events[northern_opening].when.all[0]", "turn = 6") in every()
    assert ("events[storm]", "") in every()
    assert not [name for name in names if name.startswith(("balance", "sources", "format", "as_of"))]


def test_a_mutation_of_weight_is_caught_and_one_of_no_weight_is_not():
    assert attempt("actors[council].preferences.freed.weight", "3.2").caught == ("freed_weighs",)
    assert attempt("actors[families_fund].preferences.freed.weight", "2").caught == ()


def test_what_cannot_be_used_or_changes_no_game_is_not_counted():
    assert attempt("seats[union].types[firm].prior", "0.6") is None
    assert attempt("people.low", "110") is None


def test_what_no_gate_catches_is_said_with_what_it_moves():
    weighty = attempt("actors[cabinet].preferences.freed.weight", "-0.45")
    assert weighty.caught == ()
    assert {change.metric for change in weighty.moved} >= {"mandate.tarvia", "deal_rate"}
    sizes = [abs(change.mean) for change in weighty.moved]
    assert sizes == sorted(sizes, reverse=True)
    assert all(change.low > 0 or change.high < 0 for change in weighty.moved)


def test_games_that_stay_as_they_are_and_measures_that_do_not_move_are_told_apart():
    never_asked = attempt("actors[traders].ratifier.tolerance", "0.10")
    assert (never_asked.same, never_asked.moved) == (True, ())
    slight = attempt("trust.snap", "4")
    assert (slight.same, slight.moved) == (False, ())


def test_the_same_games_move_nothing():
    run = prepared(READING, "one-page.yaml", ASKED)
    again = played(run)
    assert again.games == before().games
    assert moved(run.heading, before(), again) == ()
