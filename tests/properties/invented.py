"""Scenarios made of random numbers, for properties that must hold whatever a designer writes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from game.rules.clauses import Does, Effect, Op, Quantity, Step
from game.rules.tables import (
    MOST_PEOPLE,
    NONE,
    USES,
    Arrests,
    Event,
    Forced,
    Issues,
    Move,
    Plans,
    Side,
    Tables,
    Trust,
    Values,
    frozen,
)

PEOPLE, TERMS, LIST, CALM, POTASH, VISIT, BANKS, ROUTE, FERRY = range(9)
OWNER = np.array([1, 1, 1, 1, 0, 0, 0, NONE, NONE], np.int8)
LEVELS = np.array([4, 2, 2, 2, 4, 3, 3, 2, 2], np.int8)
SIDES = np.array([0, 1, 0, 0, 1, 1, NONE], np.int8)  # principals, two ratifiers a side, a third party
TYPES, HELD = 3, 200
HALF = 2**31


def invented(seed: int, turns: int = 6, plies: int = 4) -> Tables:
    """A whole scenario; the same seed gives the same one."""
    rng = np.random.default_rng(seed)
    weight = np.full(turns, 1000, np.int64)
    weight[-1] = 7000
    return Tables(
        digest=f"invented-{seed}",
        rules_version=1,
        issues=_issues(rng),
        plans=_plans(),
        trust=Trust(promise=350, honour=7, full=250, delay=1, breach=4, failed=1, snap=2, wave=2, delays=2),
        trust_start=(4, 5),
        arrests=Arrests(4000, 2000, 1000, 2, np.array([500, 1000, 1500], np.int32), 20, 9),
        held_start=HELD,
        moves=_moves(),
        events=_events(),
        endings=((Step(Op.IS, Quantity.HELD, 0, 0),),),
        plies=plies,
        first=int(rng.integers(2)),
        weight=frozen(weight),
        remaining=frozen(np.append(np.cumsum(weight[::-1])[::-1], 0).astype(np.int64)),
        rows=5,
        halves=(_halves(0), _halves(1)),
        synergy_issue=np.array(
            [[POTASH, ROUTE, NONE], [PEOPLE, LIST, NONE], [POTASH, BANKS, FERRY]], np.int8
        ),
        synergy_level=np.array([[1, 1, 0], [2, 1, 0], [2, 1, 1]], np.int8),
        synergy_owner=np.array([0, 1, 0], np.int8),
        values=_values(rng),
        sides=(_side(rng), _side(rng)),
        actor_side=SIDES,
        votes=np.array([0, 0, 1, 2, 1, 1, 0], np.int32),
        veto=np.array([0, 0, 0, 0, 1, 0, 0], np.bool_),
        tolerance=np.array([0, 0, 100_000, 150_000, 300_000, 120_000, 0], np.int32),
        mood_start=np.zeros(7, np.int8),
    )


def without_people(tables: Tables) -> Tables:
    """The same scenario in which nobody is held and an issue like any other takes their place."""
    return replace(
        tables,
        issues=replace(tables.issues, people=NONE, terms=NONE, verification=NONE, reception=NONE),
        moves=(),
    )


def _halves(owner: int) -> NDArray[np.int8]:
    own = np.flatnonzero(np.equal(OWNER, owner))
    rows = []
    for levels in product(*(range(int(LEVELS[i])) for i in own)):
        chosen = dict(zip(own.tolist(), levels, strict=True))
        if owner == 1 and chosen[PEOPLE] == 0 and chosen[TERMS] > 0:
            continue
        row = np.zeros(len(OWNER), np.int8)
        row[own] = levels
        rows.append(row)
    return frozen(np.array(rows, np.int8))


def _issues(rng: np.random.Generator) -> Issues:
    most = int(LEVELS.max())
    leverage = np.sort(rng.integers(0, 350, (9, most)), axis=1).astype(np.int32)
    leverage[:, 0] = 0
    leverage[[PEOPLE, ROUTE, FERRY]] = 0
    lasts = np.zeros((9, most), np.int32)
    lasts[POTASH, 1], lasts[VISIT, 1:] = 3, 1
    arrests = np.full((9, most), 1000, np.int32)
    arrests[CALM, 1] = 500
    lags = ((HALF, 0), (HALF + HALF // 2, 1), (2**32, 3))
    return Issues(
        owner=OWNER,
        levels=LEVELS,
        start=np.array([0, 0, 0, 0, 0, 0, 0, 0, 1], np.int8),
        leverage=frozen(leverage),
        lasts=frozen(lasts),
        arrests=frozen(arrests),
        revocable=np.array([0, 0, 0, 1, 1, 0, 1, 0, 0], np.bool_),
        fades=np.array([0, 0, 0, 0, 0, 1, 0, 0, 0], np.bool_),
        winddown=np.array([0, 0, 0, 1, 2, 0, 0, 0, 0], np.int32),
        keep=np.array([0, 0, 0, 300, 500, 0, 0, 0, 0], np.int32),
        lag=((), (), (), (), lags, (), lags, (), ()),
        people=PEOPLE,
        terms=TERMS,
        verification=LIST,
        reception=FERRY,
        people_number=np.array([0, 10, 50, MOST_PEOPLE], np.int32),
        people_leverage=800,
        exile=np.array([1000, 250, 0, 0], np.int32),
        credit=np.array([500, 1000, 0, 0], np.int32),
        known=np.array([700, 950, 1000, 1000], np.int32),
        unclear=np.array([100, 20, 0, 0], np.int32),
        mismatch=np.array([HALF // 4, HALF // 20, 0, 0], np.uint64),
        accept=np.array([HALF // 2, 2**32 - HALF // 8, 0, 0], np.uint64),
    )


def _plans() -> Plans:
    return Plans(
        steps=np.array([[1, 1], [1, 1], [1, 1], [2, 2]], np.int32),
        delay=np.array([[0, 0], [1, 0], [0, 1], [0, 0]], np.int32),
        phi=np.array([[500, 500], [60, 1000], [1000, 60], [354, 354]], np.int32),
        keep=np.array([[1000, 1000], [1000, 950], [950, 1000], [970, 970]], np.int32),
    )


def _side(rng: np.random.Generator) -> Side:
    return Side(
        prior=np.array([300_000, 400_000, 300_000], np.int64),
        floor_low=0,
        floor_high=int(rng.integers(1, 80_000)),
        rho=int(rng.integers(2_000_000, 9_000_000)),
        mood_unit=50_000,
        quorum=2,
        shocks=((HALF // 8, 2_000_000), (HALF // 2, 200_000)),
        mandate=((Step(Op.AT_LEAST, Quantity.FREED, 0, 20),),),
    )


def _values(rng: np.random.Generator) -> Values:
    actors, most = len(SIDES), int(LEVELS.max())
    share = np.sort(rng.integers(0, 1_000_000, (9, most)), axis=1)
    share[:, 0] = 0
    weight = rng.integers(50_000, 900_000, (actors, 9))
    weight[:, PEOPLE] = 0
    own = SIDES[:, None] == OWNER[None, :]
    weight[own] //= -2
    level = np.zeros((actors, TYPES + 1, 9, USES, most), np.int64)
    level[:] = (weight[:, :, None] * share[None] // 1_000_000)[:, None, :, None, :]
    for u in range(1, USES):
        level[:, :, VISIT, u] = level[:, :, VISIT, u - 1] * 600 // 1000
    level = _by_type(level)
    life = np.sort(rng.integers(500, 1001, (9, most)), axis=1)
    people = np.arange(MOST_PEOPLE + 1)
    count = np.zeros((actors, TYPES + 1, 4, MOST_PEOPLE + 1), np.int64)
    for actor in range(actors):
        most_worth = rng.integers(400_000, 1_800_000) * (-1 if SIDES[actor] == 1 else 1)
        count[actor, :, 0] = most_worth * people // (people + 60)
        count[actor, :, 1] = most_worth // -8 * np.minimum(people, HELD) // HELD
        count[actor, :, 2] = rng.integers(-100_000, 100_000) * np.minimum(people, HELD) // HELD
    synergy = rng.integers(-200_000, 200_000, (actors, TYPES + 1, 3))
    return Values(
        frozen(level.astype(np.int32)),
        frozen((level * life[None, None, :, None, :] // 1000).astype(np.int32)),
        frozen(_by_type(count).astype(np.int32)),
        frozen(synergy.astype(np.int32)),
        _outside(),
    )


def _outside() -> tuple[tuple[tuple[tuple[Step, ...], int], ...], tuple[tuple[tuple[Step, ...], int], ...]]:
    route_open = (Step(Op.AT_LEAST, Quantity.LEVEL, ROUTE, 1),)
    return (), ((route_open, 60_000),)


def _by_type(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Costs dearer for the first type and cheaper for the last; the mean at the end."""
    prior = (300_000, 400_000, 300_000)
    for kind, factor in enumerate((1600, 1000, 700)):
        part = values[:, kind]
        values[:, kind] = np.where(part < 0, part * factor // 1000, part)
    values[:, TYPES] = sum(p * values[:, kind] for kind, p in enumerate(prior)) // 1_000_000
    return values


def _moves() -> tuple[Move, ...]:
    always = 2**32
    return (
        Move(1, (), 0, 2, always, 5, NONE, (Effect(Does.TRUST, 0, 1),)),
        Move(0, (), 100_000, 2, always, 0, PEOPLE, (Effect(Does.MOOD, 2, 1),)),
        Move(1, (), 80_000, 0, always, 0, POTASH, (Effect(Does.MOOD, 4, 1),)),
        Move(
            0,
            (Step(Op.IS, Quantity.LEVEL, FERRY, 0),),
            20_000,
            0,
            HALF,
            0,
            NONE,
            (Effect(Does.LEVEL_TO, FERRY, 1),),
        ),
    )


def _events() -> tuple[Event, ...]:
    relief = (Step(Op.MORE, Quantity.RELIEF, 0, 0),)
    return (
        Event((), HALF // 3, False, 0, (Effect(Does.LEVEL_TO, FERRY, 0),)),
        Event((), HALF // 3, True, 0, (Effect(Does.LEVEL_TO, ROUTE, 1),)),
        Event(relief, HALF // 10, False, 0, (Effect(Does.REVOKE, 0, 0), Effect(Does.TRUST, 1, -4))),
        Event((), HALF // 8, False, 2, (Effect(Does.ARREST, 0, 15), Effect(Does.MOOD, 3, -1))),
    )


def agreeable(tables: Tables) -> Tables:
    """The same scenario in which every agreement is ratified: games at random are full of obligations."""
    passed = {(turn, seat): True for turn in range(tables.turns) for seat in (0, 1)}
    return replace(tables, forced=Forced(verdicts=passed))
