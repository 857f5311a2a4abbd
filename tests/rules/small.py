"""A scenario small enough to check by hand, written as tables.

Seat 0 owns `harbour` (closed, licence for 2 turns, open). Seat 1 owns `people` (none, 10, all), `terms`
(expelled, may stay) and `list` (no list, monitor). `ferry` (halted, runs) is a world issue and receives
those expelled. Actors: 0 and 1 principals, 2 ratifier of seat 0, 3 ratifier of seat 1 with a veto.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from game.foundation.draws import game_keys
from game.foundation.purposes import Purpose
from game.rules.actions import Action, Kind, one
from game.rules.happenings import Happening
from game.rules.play import apply, asked, start
from game.rules.state import Phase, State
from game.rules.tables import (
    MOST_PEOPLE,
    USES,
    Arrests,
    Forced,
    Issues,
    Plans,
    Side,
    Tables,
    Trust,
    Values,
    frozen,
)

PEOPLE, TERMS, LIST, HARBOUR, FERRY = range(5)
LEVELS, ACTORS, TYPES = 3, 4, 3
ALWAYS, NEVER_U = 0, 2**32 - 1  # draws that make any chance happen, or none below 1

_HALVES0 = [[0, 0, 0, h, 0] for h in range(3)]
_HALVES1 = [[p, t, m, 0, 0] for p in range(3) for t in range(2) for m in range(2)]


def half1(people: int = 0, terms: int = 0, monitor: int = 0) -> int:
    """Number of the second seat's half."""
    return people * 4 + terms * 2 + monitor


def _values() -> Values:
    level = np.zeros((ACTORS, TYPES + 1, 5, USES, LEVELS), np.int32)
    level[0, :, HARBOUR] = [0, -200_000, -400_000]
    level[1, :, HARBOUR] = [0, 300_000, 700_000]
    level[1, :, TERMS] = [0, -50_000, 0]
    level[0, :, TERMS] = [0, 40_000, 0]
    level[2, :, HARBOUR] = [0, 50_000, 90_000]
    level[3, :, HARBOUR] = [0, 100_000, 200_000]
    promise = level.copy()
    promise[:, :, HARBOUR, :, 1] = level[:, :, HARBOUR, :, 1] * 6 // 10
    count = np.zeros((ACTORS, TYPES + 1, 4, MOST_PEOPLE + 1), np.int32)
    people = np.arange(MOST_PEOPLE + 1)
    count[0, :, 0] = np.minimum(people, 60) * 20_000
    count[1, :, 0] = np.minimum(people, 60) * -5_000
    count[3, :, 0] = np.minimum(people, 60) * -8_000
    synergy = np.zeros((ACTORS, TYPES + 1, 1), np.int32)
    synergy[1, :, 0] = -100_000
    return Values(frozen(level), frozen(promise), frozen(count), frozen(synergy), ((), ()))


def _issues() -> Issues:
    leverage = np.zeros((5, LEVELS), np.int32)
    leverage[HARBOUR] = [0, 300, 800]
    leverage[TERMS] = [0, 100, 0]
    lasts = np.zeros((5, LEVELS), np.int32)
    lasts[HARBOUR, 1] = 2
    return Issues(
        owner=np.array([1, 1, 1, 0, -1], np.int8),
        levels=np.array([3, 2, 2, 3, 2], np.int8),
        start=np.array([0, 0, 0, 0, 1], np.int8),
        leverage=frozen(leverage),
        lasts=frozen(lasts),
        arrests=np.full((5, LEVELS), 1000, np.int32),
        revocable=np.array([0, 0, 0, 1, 0], np.bool_),
        fades=np.zeros(5, np.bool_),
        winddown=np.array([0, 0, 0, 1, 0], np.int32),
        keep=np.array([0, 0, 0, 500, 0], np.int32),
        lag=((), (), (), (), ()),
        people=PEOPLE,
        terms=TERMS,
        verification=LIST,
        reception=FERRY,
        people_number=np.array([0, 10, MOST_PEOPLE], np.int32),
        people_leverage=900,
        exile=np.array([1000, 0, 0], np.int32),
        credit=np.array([500, 1000, 0], np.int32),
        known=np.full(3, 1000, np.int32),
        unclear=np.zeros(3, np.int32),
        mismatch=np.array([2**31, 0, 0], np.uint64),
        accept=np.array([0, 2**32, 0], np.uint64),
    )


def small(**changes: Any) -> Tables:
    """The tables, with some fields replaced."""
    side = Side(np.array([300_000, 400_000, 300_000], np.int64), 0, 0, 0, 50_000, 1, (), ())
    weight = np.array([1000, 1000, 1000, 4000], np.int64)
    remaining = np.append(np.cumsum(weight[::-1])[::-1], 0).astype(np.int64)
    tables = Tables(
        digest="small",
        rules_version=1,
        issues=_issues(),
        plans=Plans(
            steps=np.array([[1, 1], [1, 1], [2, 2]], np.int32),
            delay=np.array([[0, 0], [1, 0], [0, 0]], np.int32),
            phi=np.array([[500, 500], [60, 1000], [354, 354]], np.int32),
            keep=np.array([[1000, 1000], [1000, 950], [970, 970]], np.int32),
        ),
        trust=Trust(promise=350, honour=7, full=250, delay=1, breach=4, failed=1, snap=2, wave=2, delays=2),
        trust_start=(4, 5),
        arrests=Arrests(0, 0, 0, 2, np.array([1000], np.int32), 0, 0),
        held_start=60,
        moves=(),
        events=(),
        endings=(),
        plies=4,
        first=0,
        weight=weight,
        remaining=remaining,
        rows=5,
        halves=(np.array(_HALVES0, np.int8), np.array(_HALVES1, np.int8)),
        synergy_issue=np.array([[HARBOUR, FERRY, -1]], np.int8),
        synergy_level=np.array([[1, 1, 0]], np.int8),
        synergy_owner=np.array([0], np.int8),
        values=_values(),
        sides=(side, side),
        actor_side=np.array([0, 1, 0, 1], np.int8),
        votes=np.array([0, 0, 1, 1], np.int32),
        veto=np.array([0, 0, 0, 1], np.bool_),
        tolerance=np.array([0, 0, 100_000, 500_000], np.int32),
        mood_start=np.zeros(4, np.int8),
    )
    return replace(tables, **changes)


def forced(
    draws: dict[tuple[int, Purpose, int], int], verdicts: dict[tuple[int, int], bool] | None = None
) -> Forced:
    """Draws and verdicts set by name."""
    return Forced({(t, int(p), n): u for (t, p, n), u in draws.items()}, verdicts or {})


class Game:
    """One game at hand: acts, and remembers what happened."""

    def __init__(self, tables: Tables, seed: int = 1) -> None:
        self.tables, self.happened = tables, list[Happening]()
        self.state: State = start(tables, game_keys(seed, [0]), self.happened)

    def do(self, *actions: Action) -> Game:
        for action in actions:
            assert asked(self.tables, self.state)[0]
            self.state = apply(self.tables, self.state, action, self.happened)
        return self

    def hold_to_turn(self, turn: int) -> Game:
        """Hold (and honour, and let pass) until a turn begins."""
        default = (Kind.HOLD, Kind.HONOUR, Kind.LET_PASS)
        while self.state.clock.turn < turn and not self.state.ended[0]:
            self.do(one(default[self.state.clock.phase]))
        return self

    def hold_to_talks(self) -> Game:
        """Honour and let pass until talks are open."""
        while self.state.clock.phase is not Phase.TALK:
            self.do(one(Kind.HONOUR if self.state.clock.phase is Phase.HONOUR else Kind.LET_PASS))
        return self

    def number(self, field: str, *where: int) -> int:
        return int(getattr(self.state, field)[(0, *where)])


HOLD, ACCEPT, HONOUR, DELAY, BREACH = (
    one(kind) for kind in (Kind.HOLD, Kind.ACCEPT, Kind.HONOUR, Kind.DELAY, Kind.BREACH)
)


def offer(
    harbour: int, people: int, terms: int = 0, monitor: int = 0, plan: int = 0, number: int = -1
) -> Action:
    """An offer of both halves."""
    return one(Kind.OFFER, harbour, half1(people, terms, monitor), plan, number)
