"""The tables of the one-page scenario against numbers worked out by hand from docs/rules.md 1."""

import numpy as np
import pytest

from game.content.compiling.compile import compile_
from game.content.lexicon import Lexicon
from game.content.loading import load
from game.foundation.places import scenarios_folder
from game.rules.clauses import Does, Effect, Op, Quantity, Step
from game.rules.tables import NONE, Count, Tables, arrays_of

CERTAIN = 2**32
PEOPLE, TERMS, LIST, CALM, HARBOUR, VISIT, ROUTE, FERRY = range(8)
COUNCIL, CABINET, TRADERS, POLICE, FUND = range(5)
MEAN = 3


@pytest.fixture(scope="module")
def compiled() -> tuple[Tables, Lexicon]:
    return compile_(load(scenarios_folder() / "one-page.yaml"))


@pytest.fixture(scope="module")
def tables(compiled: tuple[Tables, Lexicon]) -> Tables:
    return compiled[0]


def test_numbers_follow_the_file_with_the_world_and_third_parties_last(
    compiled: tuple[Tables, Lexicon],
) -> None:
    tables, lexicon = compiled
    assert lexicon.issues.ids == (
        "people", "terms", "list", "calm", "harbour", "visit", "northern_route", "ferry",
    )  # fmt: skip
    assert lexicon.actors.ids == ("council", "cabinet", "traders", "police", "families_fund")
    assert tables.issues.owner.tolist() == [1, 1, 1, 1, 0, 0, NONE, NONE]
    assert tables.actor_side.tolist() == [0, 1, 0, 1, NONE]
    assert lexicon.turns == ("2026-01", "2026-02", "2026-03", "2026-04")


def test_counts_of_people(tables: Tables) -> None:
    freed = tables.values.count[:, :, Count.FREED]
    # 1.6 x n / (n + 30); the eager type feels it 1.1 times; the mean is 0.3, 0.4, 0.3.
    assert freed[COUNCIL, :, 10].tolist() == [400_000, 400_000, 440_000, 412_000]
    assert freed[COUNCIL, :, 30].tolist() == [800_000, 800_000, 880_000, 824_000]
    # -0.9 x 333333 millionths is -299999.7, rounded towards minus infinity, then x 1.6, 1, 0.8.
    assert freed[CABINET, :, 20].tolist() == [-480_000, -300_000, -240_000, -336_000]
    assert freed[CABINET, 1, 60] == freed[CABINET, 1, 4095] == -900_000
    # Actors without types see the same, whatever the type.
    assert freed[POLICE, :, 60].tolist() == [-1_000_000] * 4
    exiled = tables.values.count[FUND, 0, Count.EXILED]
    assert exiled[[0, 30, 60, 61]].tolist() == [0, -200_000, -400_000, -400_000]
    assert not tables.values.count[:, :, Count.ARRESTED].any()


def test_levels_in_force(tables: Tables) -> None:
    level = tables.values.level
    # The council gives the harbour: -0.7 x 0.4 at the licence, x 1.6, 1, 0.7.
    assert level[COUNCIL, :, HARBOUR, 0, 1].tolist() == [-448_000, -280_000, -196_000, -305_200]
    # The cabinet gets it: (1/3)^0.7 = 0.463463, x 1.2 = 0.5561556, rounded down, x 1, 1, 1.3.
    assert level[CABINET, :, HARBOUR, 0, 1].tolist() == [556_155, 556_155, 723_001, 606_208]
    assert level[TRADERS, 0, HARBOUR, 0].tolist() == [0, 133_333, 266_666, 400_000]
    assert not level[:, :, PEOPLE].any()
    assert (level[:, :, HARBOUR] == level[:, :, HARBOUR, :1]).all()  # no repeat: uses do not matter


def test_repeated_uses_fade(tables: Tables) -> None:
    # 0.6 a use, rounded down to per mille each time: 1000, 600, 360, 216, 129, 77, 46, 27; -0.05 x 1.6.
    assert tables.values.level[COUNCIL, 0, VISIT, :, 1].tolist() == [
        -80_000, -48_000, -28_800, -17_280, -10_320, -6_160, -3_680, -2_160,
    ]  # fmt: skip
    assert tables.issues.fades.tolist() == [False] * 5 + [True, False, False]


def test_promises_count_by_the_life_of_the_instrument(tables: Tables) -> None:
    promise = tables.values.promise
    assert promise[CABINET, :, HARBOUR, 0, 1].tolist() == [333_693, 333_693, 433_800, 363_724]
    assert promise[TRADERS, 0, HARBOUR, 0].tolist() == [0, 79_999, 213_332, 400_000]
    assert (promise[:, :, ROUTE] == tables.values.level[:, :, ROUTE]).all()


def test_synergies(tables: Tables) -> None:
    assert tables.synergy_issue.tolist() == [[HARBOUR, ROUTE, NONE]]
    assert tables.synergy_level.tolist() == [[1, 1, NONE]]
    assert tables.synergy_owner.tolist() == [0]
    assert tables.values.synergy[CABINET, :, 0].tolist() == [-320_000, -200_000, -160_000, -224_000]
    assert not tables.values.synergy[COUNCIL].any()


def test_issues(tables: Tables) -> None:
    issues = tables.issues
    assert issues.levels.tolist() == [4, 2, 2, 2, 4, 2, 2, 2]
    assert issues.start.tolist() == [0, 0, 0, 0, 0, 0, 0, 1]
    assert issues.leverage[HARBOUR].tolist() == [0, 300, 600, 900]
    assert issues.leverage[TERMS].tolist() == [0, 200, 0, 0]
    assert issues.lasts[HARBOUR].tolist() == [0, 2, 0, 0]
    assert issues.arrests[CALM].tolist() == [1000, 400, 1000, 1000]
    assert issues.revocable.tolist() == [False, False, False, True, True, False, False, False]
    assert issues.winddown.tolist() == [0, 0, 0, 0, 1, 0, 0, 0]
    assert issues.keep[HARBOUR] == 500
    assert issues.lag[HARBOUR] == ((2_576_980_378, 0), (CERTAIN, 1))
    assert [lag for number, lag in enumerate(issues.lag) if number != HARBOUR] == [()] * 7
    assert (issues.people, issues.terms, issues.verification, issues.reception) == (
        PEOPLE,
        TERMS,
        LIST,
        FERRY,
    )
    assert issues.people_number.tolist() == [0, 10, 30, 4095]
    assert issues.people_leverage == 800
    assert issues.exile[:2].tolist() == [1000, 0]
    assert issues.credit[:2].tolist() == [500, 1000]
    assert issues.mismatch[:2].tolist() == [858_993_459, 214_748_365]
    assert issues.accept[:2].tolist() == [858_993_459, 4_080_218_931]


def test_halves_run_through_levels_with_the_last_issue_fastest(tables: Tables) -> None:
    union, tarvia = tables.halves
    assert union[:, [HARBOUR, VISIT]].tolist() == [
        [0, 0], [0, 1], [1, 0], [1, 1], [2, 0], [2, 1], [3, 0], [3, 1],
    ]  # fmt: skip
    assert len(tarvia) == 4 * 2 * 2 * 2 - 4  # all of them, if they must leave, is forbidden
    assert tarvia[[0, 1, 23, 24]][:, [PEOPLE, TERMS, LIST, CALM]].tolist() == [
        [0, 0, 0, 0], [0, 0, 0, 1], [2, 1, 1, 1], [3, 1, 0, 0],
    ]  # fmt: skip
    assert not union[:, [PEOPLE, TERMS, LIST, CALM, ROUTE, FERRY]].any()
    assert not tarvia[:, [HARBOUR, VISIT, ROUTE, FERRY]].any()


def test_sides_and_ratifiers(tables: Tables) -> None:
    side = tables.sides[0]
    assert side.prior.tolist() == [300_000, 400_000, 300_000]
    assert (side.floor_low, side.floor_high, side.rho, side.mood_unit, side.quorum) == (
        0, 50_000, 6_000_000, 50_000, 1,
    )  # fmt: skip
    assert side.shocks == ((214_748_365, 500_000),)
    assert side.mandate == (
        (Step(Op.AT_LEAST, Quantity.FREED, 0, 30),),
        (Step(Op.LESS, Quantity.LEVEL, HARBOUR, 3),),
    )
    assert tables.values.outside == (
        (),
        (((Step(Op.AT_LEAST, Quantity.LEVEL, ROUTE, 1),), 60_000),),
    )
    assert tables.votes.tolist() == [0, 0, 1, 1, 0]
    assert tables.veto.tolist() == [False, False, False, True, False]
    assert tables.tolerance.tolist() == [0, 0, 200_000, 500_000, 0]
    assert tables.mood_start.tolist() == [0] * 5
    assert tables.trust_start == (4, 4)


def test_plans_trust_and_arrests(tables: Tables) -> None:
    assert tables.plans.steps.tolist() == [[1, 1], [1, 1], [1, 1], [2, 2]]
    assert tables.plans.delay.tolist() == [[0, 0], [1, 0], [0, 1], [0, 0]]
    assert tables.plans.phi.tolist() == [[500, 500], [60, 1000], [1000, 60], [354, 354]]
    assert tables.plans.keep.tolist() == [[1000, 1000], [1000, 950], [950, 1000], [970, 970]]
    assert tables.rows == 4
    trust = tables.trust
    assert (trust.promise, trust.honour, trust.full, trust.delays) == (350, 7, 250, 2)
    assert (trust.delay, trust.breach, trust.failed, trust.snap, trust.wave) == (1, 4, 1, 2, 2)
    arrests = tables.arrests
    assert (arrests.base, arrests.per_relief, arrests.after_agreement) == (600, 500, 400)
    assert arrests.spread.tolist() == [500, 1000, 1000, 1500]
    assert (arrests.recent, arrests.served, arrests.wave) == (2, 10, 4)
    assert tables.held_start == 60


def test_turns(tables: Tables) -> None:
    assert tables.weight.tolist() == [1000, 1000, 1000, 7000]
    assert tables.remaining.tolist() == [10_000, 9000, 8000, 7000, 0]
    assert (tables.turns, tables.plies, tables.first, tables.mean) == (4, 4, 0, MEAN)


def test_moves_events_and_endings(tables: Tables) -> None:
    gesture, vow, call = tables.moves
    assert (gesture.seat, gesture.people, gesture.vow, gesture.cooldown) == (1, 5, NONE, 2)
    assert gesture.effects == (Effect(Does.TRUST, 0, 1),)
    assert (vow.vow, vow.cost, vow.chance) == (PEOPLE, 100_000, CERTAIN)
    assert vow.effects == (Effect(Does.MOOD, TRADERS, 1),)
    assert call.needs == (Step(Op.IS, Quantity.LEVEL, FERRY, 0),)
    assert (call.chance, call.cost, call.effects) == (2**31, 20_000, (Effect(Does.LEVEL_TO, FERRY, 1),))
    storm, opening = tables.events
    assert (storm.when, storm.chance, storm.once) == ((), 644_245_094, True)
    assert opening.when == (
        Step(Op.IS, Quantity.TURN, 0, 2),  # turn 3 in the file
        Step(Op.AT_LEAST, Quantity.AGREEMENTS, 0, 1),
        Step(Op.NOT),
        Step(Op.ALL, value=2),
    )
    assert tables.endings == ((Step(Op.IS, Quantity.HELD, 0, 0),),)


def test_no_table_can_be_written_to(tables: Tables) -> None:
    parts = (tables, tables.values, tables.issues, tables.plans, tables.arrests, *tables.sides)
    arrays = [array for part in parts for array in arrays_of(part).values()]
    assert len(arrays) > 30
    assert not any(array.flags.writeable for array in (*arrays, *tables.halves))


def test_the_mean_weighs_the_types_by_their_prior(tables: Tables) -> None:
    prior = tables.sides[CABINET].prior
    by_type = tables.values.count[CABINET, :MEAN].astype(np.int64)
    assert (tables.values.count[CABINET, MEAN] == np.tensordot(prior, by_type, 1) // 1_000_000).all()
