"""What an actor never agrees to is refused whatever the sum."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.foundation.draws import game_keys
from game.rules.clauses import Op, Quantity, Step
from game.rules.play import start
from game.rules.politics import Politics, RedLine
from game.rules.ratification import mood_of_the_day, votes
from game.rules.red_lines import closed_halves, crossed
from game.rules.state import take
from tests.rules.small import HARBOUR, LIST, PEOPLE, half1, small

WORTH_IT = (2, half1(people=2, monitor=1), 0, -1)


def with_line(actor: int, issue: int, level: int, above: bool, when: tuple[Step, ...] = ()):
    return small(politics=Politics((RedLine(0, actor, issue, level, above, when),)))


def one_game(tables, **changes):
    state = start(tables, game_keys(3, [0]))
    return replace(state, **{name: np.array([value]) for name, value in changes.items()})


def asked(*offers):
    return np.array(offers, np.int32)


@pytest.mark.parametrize(
    ("issue", "level", "above", "offer", "refused"),
    [
        (HARBOUR, 1, True, (2, 0, 0, -1), True),
        (HARBOUR, 1, True, (1, half1(2), 0, -1), False),
        (LIST, 1, False, (2, half1(2, 0, 0), 0, -1), True),
        (LIST, 1, False, (2, half1(2, 0, 1), 0, -1), False),
        (PEOPLE, 1, True, (0, half1(1), 0, -1), False),
        (PEOPLE, 1, True, (0, half1(2), 0, -1), True),
        (PEOPLE, 1, True, (0, half1(2), 0, 10), False),
        (PEOPLE, 1, True, (0, half1(1), 0, 11), True),
        (PEOPLE, 2, False, (0, half1(1), 0, -1), True),
        (PEOPLE, 2, False, (0, half1(2), 0, -1), False),
    ],
)
def test_a_line_is_touched_beyond_its_level(issue, level, above, offer, refused) -> None:
    tables = with_line(0, issue, level, above)
    state = one_game(tables)
    assert crossed(tables, state, 0, asked(offer))[0] == refused
    assert not crossed(tables, state, 1, asked(offer))[0], "nobody else's"


def test_what_stands_already_is_neither_asked_again_nor_missing() -> None:
    above, below = with_line(0, HARBOUR, 0, True), with_line(0, LIST, 1, False)
    base = np.zeros(5, np.int8)
    base[[HARBOUR, LIST]] = 2, 1
    for tables, offer in ((above, (2, 0, 0, -1)), (below, (2, half1(1), 0, -1))):
        fresh, later = one_game(tables), one_game(tables, base=base)
        assert crossed(tables, fresh, 0, asked(offer))[0]
        assert not crossed(tables, later, 0, asked(offer))[0]


def test_a_line_holds_only_while_its_condition_does() -> None:
    tables = with_line(0, HARBOUR, 0, True, (Step(Op.MORE, Quantity.HELD, 0, 20),))
    many, few = one_game(tables), one_game(tables, held=np.int32(20))
    assert crossed(tables, many, 0, asked(WORTH_IT))[0]
    assert not crossed(tables, few, 0, asked(WORTH_IT))[0]


def test_a_ratifier_votes_no_whatever_it_gains() -> None:
    plain, bound = small(), with_line(2, HARBOUR, 1, True)
    state = one_game(plain)
    day = mood_of_the_day(plain, state)
    assert votes(plain, state, 0, asked(WORTH_IT), day)[0, 2] == 1
    assert votes(bound, state, 0, asked(WORTH_IT), day)[0, 2] == -1


def test_halves_and_offers_agree_for_every_package() -> None:
    for issue, level, above in ((HARBOUR, 1, True), (LIST, 1, False), (PEOPLE, 1, True), (PEOPLE, 2, False)):
        tables = with_line(1, issue, level, above)
        state = one_game(tables)
        closed = [closed_halves(tables, state, 1, owner) for owner in (0, 1)]
        for h0 in range(len(closed[0])):
            every = asked(*((h0, h1, 0, -1) for h1 in range(len(closed[1]))))
            many = take(state, np.zeros(len(every), np.intp))
            assert (crossed(tables, many, 1, every) == (closed[0][h0] | closed[1])).all()
        assert closed[0].any() or closed[1].any()


def test_games_may_be_named_in_any_order_and_twice() -> None:
    tables = with_line(0, HARBOUR, 0, True, (Step(Op.MORE, Quantity.HELD, 0, 20),))
    state = start(tables, game_keys(3, range(3)))
    state = replace(state, held=np.array([60, 10, 60], np.int32))
    offers = np.repeat(asked(WORTH_IT), 4, axis=0)
    assert crossed(tables, state, 0, offers, np.array([1, 0, 1, 2])).tolist() == [False, True, False, True]
