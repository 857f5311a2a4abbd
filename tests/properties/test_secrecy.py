"""What is hidden from a seat can be changed without changing a byte of what that seat is shown or decides.

Twins: two games that are the same to a seat and differ in all that it may not know. The seat sees, may do, is
told, believes and decides the same in both, on every state that play between computer seats reaches.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from game.information.brief import brief
from game.information.observe import observe
from game.narration import log
from game.rules.actions import Action
from game.rules.happenings import Happening
from game.rules.play import apply
from game.rules.politics import Hindrance, Politics, RedLine
from game.rules.state import Phase, State
from game.rules.tables import Forced, Tables
from tests.properties.invented import agreeable
from tests.properties.shipped import SHIPPED, numbered, opened, pairs, rows_of, seated
from tests.properties.twins import HIDDEN, OWNED, compare, twin
from tests.thinned import every

GAMES = {"two-turns": 50, "one-page": 24, "belarus-2025": 6}  # of each pairing
FEW = 3  # of each pairing, for every other scenario
SHORT = {"two-turns": 20, "one-page": 6, "belarus-2025": 1}


@pytest.mark.parametrize("least", [1_200, pytest.param(10_000, marks=pytest.mark.slow)])
def test_what_a_seat_may_not_know_changes_nothing_for_it_on_thousands_of_states(least: int) -> None:
    states, changed = 0, Counter[str]()
    whole = least == 10_000
    for name in SHIPPED:
        for seed, pair in list(enumerate(pairs(name)))[:: 1 if whole else 2]:
            found = compare(name, pair, GAMES.get(name, FEW) if whole else SHORT.get(name, 1), seed)
            assert found.differences == []
            states += found.states
            changed += found.changed
    assert states >= least
    assert min(changed[name] for name in HIDDEN) > least, changed


@pytest.mark.parametrize("name", SHIPPED[1:])
def test_nor_where_much_is_owed_and_broken(name: str) -> None:
    found = compare(name, ("random", "random"), 40, 5, agreeable(opened(name).tables))
    assert found.differences == []
    assert min(found.phases[phase] for phase in (Phase.TALK, Phase.HONOUR, Phase.RESPOND)) >= 4


# --- what happens: the hidden acts in public through votes alone


def public_course(
    name: str, tables: Tables, state: State, action: Action, seat: int
) -> tuple[bytes, list[log.Line]]:
    """What a seat sees and reads of one game after an action."""
    record: list[Happening] = []
    after = apply(tables, state, action, record)
    seen = rows_of(observe(tables, after, seat).state).tobytes()
    words = opened(name).words
    return seen + str(after.clock).encode(), log.Narrator(words, tables, seat).lines(record)


def voted_apart(name: str, tables: Tables, games: int) -> Iterator[tuple[bool, str]]:
    """Whether each step looks the same to a seat whatever the other seat hides; and what was told."""
    rng, table = np.random.default_rng(8), seated(tables, ("random", "random"))
    for game in range(games):
        for state, action in table.played(8, numbered(1, game)):
            if action is None:
                continue
            for seat in (0, 1):
                other = twin(tables, state, seat, rng, OWNED)
                course, same = (public_course(name, tables, s, action, seat) for s in (state, other))
                yield course == same, " ".join(line.text for line in course[1])


@pytest.mark.parametrize(("name", "games"), [("one-page", 12), ("belarus-2025", 4)])
def test_a_log_tells_a_seat_nothing_of_the_other_but_its_verdict(name: str, games: int) -> None:
    tables = agreeable(opened(name).tables)
    tables = replace(tables, politics=replace(tables.politics, allied=()))  # their votes are public too
    steps = list(voted_apart(name, tables, games))
    assert all(same for same, _text in steps)
    told = " ".join(text for _same, text in steps)
    assert len(steps) > 100
    assert "ratify" in told
    assert re.search(r": (yes|no)\.", told)  # the seat's own ratifiers


def test_without_forced_verdicts_votes_are_seen_to_depend_on_what_is_hidden() -> None:
    """The comparison can fail: floors and moods of the other side decide whether it ratifies."""
    assert not all(same for same, _text in voted_apart("one-page", opened("one-page").tables, 30))


# --- the scenario itself


def with_other_secrets(tables: Tables, seat: int) -> Tables:
    """The scenario with all numbers changed that are the other side's, a third party's or nobody's."""
    own, theirs = tables.actor_side == seat, tables.sides[1 - seat]
    known = own.copy()
    known[1 - seat] = True  # by its types, all of which are told

    def other(array: NDArray[np.int32], kept: NDArray[np.bool_]) -> NDArray[np.int32]:
        return np.where(kept.reshape(-1, *[1] * (array.ndim - 1)), array, array + 1).astype(array.dtype)

    side = replace(
        theirs,
        floor_low=theirs.floor_low + 1,
        floor_high=theirs.floor_high + 9,
        rho=theirs.rho + 7,
        mood_unit=theirs.mood_unit + 5,
        quorum=theirs.quorum + 1,
        shocks=((2**31, 77),),
        mandate=(),
    )
    values, outside = tables.values, list(tables.values.outside)
    outside[1 - seat] = (((), 123),)
    return replace(
        tables,
        sides=(tables.sides[0], side) if seat == 0 else (side, tables.sides[1]),
        values=replace(
            values,
            level=other(values.level, known),
            promise=other(values.promise, known),
            count=other(values.count, known),
            synergy=other(values.synergy, known),
            outside=(outside[0], outside[1]),
        ),
        votes=other(tables.votes, own),
        veto=np.where(own, tables.veto, ~tables.veto),
        tolerance=other(tables.tolerance, own),
        mood_start=other(tables.mood_start, own),
        politics=other_politics(tables, seat),
        forced=Forced({(0, 3, 0): 1}, {(0, 0): True}),
    )


def other_politics(tables: Tables, seat: int) -> Politics:
    """Further red lines of the other principal."""
    lines = tables.politics.lines
    theirs = [RedLine(len(lines) + n, 1 - seat, n, n, n == 0, ()) for n in (0, 1)]
    allied = tuple(replace(vote, mood_unit=vote.mood_unit + 1) for vote in tables.politics.allied)
    patrons = tuple(
        replace(patron, tolerance=patron.tolerance + 1, share=patron.share // 2, most=patron.most + 3)
        for patron in tables.politics.patrons
    )
    spoilers = tuple(replace(one, cost=one.cost + 5, cooldown=9) for one in tables.politics.spoilers)
    hindrances = (*tables.politics.hindrances, Hindrance(1 - seat, (), 2**31))
    mediations = tables.politics.mediations
    return Politics((*lines, *theirs), allied, patrons, spoilers, mediations, hindrances)


@pytest.mark.parametrize(("name", "seat"), every(3, [(name, seat) for name in SHIPPED for seat in (0, 1)]))
def test_a_brief_and_what_is_decided_from_it_hold_nothing_of_the_other_side(name: str, seat: int) -> None:
    tables = opened(name).tables
    changed = with_other_secrets(tables, seat)
    assert plain(brief(tables, seat).tables) == plain(brief(changed, seat).tables)
    assert plain(brief(tables, 1 - seat).tables) != plain(brief(changed, 1 - seat).tables)
    for pair in pairs(name):
        table, shadow = seated(tables, pair), seated(changed, pair)
        keys = table.keys(2, numbered(6))
        for state, action in table.played(2, numbered(6)):
            if action is not None and state.clock.seat == seat:
                seen = observe(changed, state, seat)
                again = shadow.seats[seat](shadow.briefs[seat], seen, keys[seat])
                assert rows_of(again).tobytes() == rows_of(action).tobytes()


def plain(record: object) -> object:
    """A record with its arrays as bytes, to be compared."""
    match record:
        case np.ndarray():
            return record.dtype.str, record.shape, record.tobytes()
        case tuple():
            return tuple(plain(part) for part in record)
        case _ if hasattr(record, "__dataclass_fields__"):
            return {name: plain(getattr(record, name)) for name in record.__dataclass_fields__}
    return record
