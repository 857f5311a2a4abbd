"""Moves are written and read back the same; what cannot be read gets a hint."""

import numpy as np
import pytest

from game.foundation.errors import UnreadableAction
from game.match.notation import read_action, read_offer, write_action
from game.match.table import PERSON, Match
from game.rules.actions import Kind, one


@pytest.mark.parametrize("name", ["one_page", "flagship"])
def test_every_offer_is_read_back(name, request):
    opened = request.getfixturevalue(name)
    tables, rng = opened.tables, np.random.default_rng(3)
    for _ in range(300):
        halves = [int(rng.integers(len(half))) for half in tables.halves]
        plan = int(rng.integers(len(tables.plans.steps)))
        owner = int(tables.issues.owner[tables.issues.people])
        releases = tables.halves[owner][halves[owner], tables.issues.people] > 0
        people = int(rng.integers(1, 4095)) if releases and rng.random() < 0.5 else -1
        action = one(Kind.OFFER, *halves, plan, people)
        text = write_action(opened.lexicon, tables, action)
        assert _same(read_action(opened.lexicon, tables, 0, text), action)


def _same(first, second):
    return all((getattr(first, name) == getattr(second, name)).all() for name in vars(first))


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.NONE, Kind.OFFER)])
def test_every_decision_is_read_back(one_page, kind):
    text = write_action(one_page.lexicon, one_page.tables, one(kind))
    assert _same(read_action(one_page.lexicon, one_page.tables, 0, text), one(kind))


@pytest.mark.parametrize(
    ("seat", "action", "text"),
    [
        (1, one(Kind.HOLD, move=0, amount=5), "do gesture 5; hold"),
        (0, one(Kind.ACCEPT, move=1, amount=2), "do vow_people thirty; accept"),
        (0, one(Kind.WALK_OUT, move=2), "do ferry_call; walk out"),
    ],
)
def test_side_moves_stand_first(one_page, seat, action, text):
    assert write_action(one_page.lexicon, one_page.tables, action) == text
    assert _same(read_action(one_page.lexicon, one_page.tables, seat, text), action)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("ofer people=ten", "Did you mean 'offer'?"),
        ("offer", "Issues: people, terms"),
        ("offer peple=ten", "people"),
        ("offer people=tem plan=together", "ten"),
        ("offer people", "issue=level"),
        ("offer people=ten people=all", "once"),
        ("offer ferry=runs people=ten", "ferry"),
        ("offer people=all terms=expelled plan=together", "forbids"),
        ("offer people=99999 plan=together", "4095"),
        ("do gestur 5; hold", "do vow_people"),
        ("do vow_people; hold", "do vow_people ten"),
        ("do ferry_call now; hold", "nothing after its name"),
        ("hold; hold", "side move stands first"),
        ("", "Possible"),
        ("\0", "Possible"),
    ],
)
def test_what_cannot_be_read_is_told_what_would_be_right(one_page, text, says):
    with pytest.raises(UnreadableAction) as caught:
        read_action(one_page.lexicon, one_page.tables, 0, text)
    assert says in str(caught.value)


def test_the_word_of_the_window_will_do(one_page):
    action = read_action(one_page.lexicon, one_page.tables, 0, "pass")
    assert write_action(one_page.lexicon, one_page.tables, action) == "hold"


def test_a_side_move_of_the_other_seat_is_unknown(one_page):
    with pytest.raises(UnreadableAction, match="do vow_people"):
        read_action(one_page.lexicon, one_page.tables, 0, "do gesture 5; hold")


def test_commas_do_as_well_as_spaces(one_page):
    spaced = read_offer(one_page.lexicon, ["people=ten", "plan=two_steps"])
    assert read_offer(one_page.lexicon, ["people=ten,", "plan=two_steps"]) == spaced


def test_a_played_game_reads_back_whole(flagship, wandered):
    match = wandered(Match(flagship, (PERSON, PERSON), 3))
    for move, ply in zip(match.transcript().moves, match.course().plies, strict=True):
        assert _same(read_action(flagship.lexicon, flagship.tables, move.seat, move.do), ply.action)
