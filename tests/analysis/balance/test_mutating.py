"""Mutations change one thing each, and gates that guard it catch them."""

from functools import cache

from game.analysis.balance.mutating import Attempt, digest_of, mutations, tried
from game.analysis.balance.running import Asked
from game.content.reading.loading import read_tree_of
from tests.analysis.balance.runs import with_gates

GATE = "id: freed_weighs, metric: deal_rate, between: [0.02, 0.3], margin: 0.02, policies: [conceder]"
READING = read_tree_of(with_gates(GATE), "one-page.yaml")
ASKED = Asked(policies=("conceder",), games=512, keys=256)


@cache
def every():
    return {(one.name, one.after): one for one in mutations(READING)}


def attempt(name, after):
    return tried(Attempt(digest_of(READING), "one-page.yaml", ASKED), every()[name, after])


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
