"""What play on the flagship looks like, each with its error and with the term switched off that makes it so.

Nothing here is compared with what happened after September 2025 (decision 025).
"""

import os
from collections import Counter
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from game.match.library import Opened
from game.rules.tables import Tables
from tests.balance.courses import (
    POOL,
    Course,
    Estimate,
    Pair,
    courses,
    over_keys,
    pairs,
    ring,
    with_frozen_trust,
    without_exposure,
    without_sequencing,
    without_verification,
)
from tests.compiled import open_scenario

FLAGSHIP, SEED = "belarus-2025", 31
SHORT = 64  # games a pairing; in a short run every policy meets but one other in each seat
LONG = int(os.environ.get("REPRIEVE_GAMES_A_PAIRING", "2000"))
LENGTHS = [SHORT, pytest.param(LONG, marks=pytest.mark.slow)]


@cache
def opened() -> Opened:
    return open_scenario(FLAGSHIP)


@cache
def pool(games: int, change: Callable[[Tables], Tables] | None = None) -> list[Course]:
    tables = opened().tables
    return courses(change(tables) if change else tables, meetings(games), games, SEED)


def meetings(games: int) -> tuple[Pair, ...]:
    return pairs() if games == LONG else ring()


def growing(games: int, change: Callable[[Tables], Tables] | None = None) -> Estimate:
    return over_keys([course.second > course.first for course in pool(games, change)])


@pytest.mark.parametrize("games", LENGTHS[1:])
def test_second_agreements_are_larger_because_giving_first_is_dear_and_trust_is_learned(games: int) -> None:
    found = growing(games)
    assert found.mean >= 0.40, f"a second agreement larger than the first in {found} of the games"
    for change in (without_exposure, with_frozen_trust):
        off = growing(games, change)
        assert off.mean < 0.25, f"{change.__name__}: still {off}"


@pytest.mark.parametrize("games", LENGTHS)
def test_no_pair_of_types_supplies_half_of_the_games_without_agreement(games: int) -> None:
    failed: Counter[tuple[int, int]] = Counter()
    for course in pool(games):
        failed.update(map(tuple, course.types[course.agreements == 0].tolist()))
    (pair, most), *_ = failed.most_common(1)
    assert 2 * most <= failed.total(), f"types {pair}: {most} of {failed.total()}"
    assert len(failed) >= 6


@pytest.mark.parametrize("games", LENGTHS)
def test_reversals_come_from_both_sides_and_are_no_habit(games: int) -> None:
    either = over_keys([course.reversed.any(axis=1) for course in pool(games)])
    assert 0.03 <= either.mean <= 0.30, str(either)
    for seat in (0, 1):
        one = over_keys([course.reversed[:, seat] for course in pool(games)])
        assert one.mean >= 0.01, f"seat {seat}: {one}"


def test_potash_relief_is_worth_little_while_the_routes_are_shut() -> None:
    tables, issues = opened().tables, list(opened().lexicon.issues.ids)
    potash, transit, eu = (issues.index(name) for name in ("potash", "transit", "eu"))
    seat = int(tables.issues.owner[tables.issues.people])
    general = int(tables.issues.levels[potash]) - 2
    for kind in range(tables.mean):
        paper = int(tables.values.level[seat, kind, potash, 0, general])
        bonus = 0
        for y in range(len(tables.synergy_issue)):
            needed = set(tables.synergy_issue[y].tolist())
            if {potash, transit, eu} <= needed:
                bonus += int(tables.values.synergy[seat, kind, y])
        assert bonus > 0
        assert paper <= 0.70 * (paper + bonus)


@pytest.mark.parametrize("games", LENGTHS)
def test_measures_of_the_union_hardly_ever_end(games: int) -> None:
    tables, issues = opened().tables, list(opened().lexicon.issues.ids)
    eu = issues.index("eu")
    last = int(tables.issues.levels[eu]) - 1
    ended = over_keys([course.levels[:, eu, last] for course in pool(games)])
    assert ended.low < 0.02, f"European measures end in {ended} of the games"


@pytest.mark.parametrize("games", LENGTHS)
@pytest.mark.parametrize("seat", [0, 1])
def test_a_soft_seat_leaves_more_to_the_other(games: int, seat: int) -> None:
    """The surplus of a seat is what decision 074 measures; payoffs of two seats have no common unit."""
    tough, soft = _share("boulware", games, seat), _share("conceder", games, seat)
    assert tough - soft >= 0.05, f"tough {tough:.3f}, soft {soft:.3f}"


def _share(policy: str, games: int, seat: int) -> float:
    """The seat's share of both seats' surplus, against every policy of the pool."""
    others = POOL if games == LONG else ("linear",)
    meets = tuple((policy, other) if seat == 0 else (other, policy) for other in others)
    gains = sum(course.share.mean(axis=0) for course in against(meets, games))
    return float(gains[seat] / gains.sum())


def against(meets: tuple[Pair, ...], games: int) -> list[Course]:
    if games == LONG:
        return [course for pair, course in zip(meetings(games), pool(games), strict=True) if pair in meets]
    return courses(opened().tables, meets, games, SEED)


@pytest.mark.parametrize("games", LENGTHS)
@pytest.mark.parametrize("change", [without_sequencing, without_verification])
def test_sequences_and_lists_matter(games: int, change: Callable[[Tables], Tables]) -> None:
    """The agreement rate changes by three points, or another package is the most frequent one.

    What nobody can agree on any more, the plan or the list, does not make a package another one.
    """
    rates, packages = [], []
    for found, tables in (
        (pool(games), opened().tables),
        (pool(games, change), change(opened().tables)),
    ):
        rates.append(over_keys([course.agreements > 0 for course in found]).mean)
        packages.append(_most_frequent(tables, found))
    assert abs(rates[0] - rates[1]) >= 0.03 or packages[0] != packages[1], f"{rates}, {packages}"


def _most_frequent(tables: Tables, found: list[Course]) -> dict[int, int]:
    """The levels of the package agreed on most often, without plan and list, by issue."""
    (pair, _), *_ = sum((course.packages for course in found), Counter()).most_common(1)
    owners = tables.issues.owner.tolist()
    levels = {i: int(tables.halves[seat][pair[seat], i]) for i, seat in enumerate(owners) if seat >= 0}
    del levels[tables.issues.verification]
    return levels


PERSONS = "computer seats make no side move but the gesture (decision 040)"
LEFT_TO_PERSONS = (
    "praise", "vow_people", "pressure", "lobby_eu", "call_vilnius", "ask_monitor", "leak_envoy", "vow_potash",
    "refuse_frame", "assure_moscow", "stop_balloons", "port_contract", "leak_government", "oblige_caucus",
    "oblige_services",
)  # fmt: skip
RARE = {
    **dict.fromkeys(LEFT_TO_PERSONS, PERSONS),
    "eu:eased": "needs a vote of all members, whom nobody lobbies",
    "eu:lifted": "the same, twice",
    "people:all": "Minsk refused a mass release (S73); a person may still ask for one",
    "who:leaders": "the dearest of all to Minsk, so it comes last and seldom",
}


@pytest.mark.parametrize("games", LENGTHS)
def test_everything_in_the_scenario_happens_or_is_known_to_be_rare(games: int) -> None:
    tables, lexicon, found = opened().tables, opened().lexicon, pool(games)
    often = {
        **dict(zip(lexicon.events.ids, np.mean([c.fired.mean(axis=0) for c in found], axis=0), strict=True)),
        **dict(zip(lexicon.moves.ids, np.mean([c.moved.mean(axis=0) for c in found], axis=0), strict=True)),
    }
    in_force = np.mean([course.levels.mean(axis=0) for course in found], axis=0)
    agreed = sum((course.packages for course in found), Counter())
    total = sum(len(course.agreements) for course in found)
    for issue, name in enumerate(lexicon.issues.ids):
        for level, title in enumerate(lexicon.levels[issue].ids):
            often[f"{name}:{title}"] = in_force[issue, level]
            owner = int(tables.issues.owner[issue])
            if issue == tables.issues.people:
                signed = sum(
                    n for pair, n in agreed.items() if tables.halves[owner][pair[owner], issue] == level
                )
                often[f"{name}:{title}"] = signed / total
    never = {name for name, share in often.items() if share < 0.001}
    assert never <= RARE.keys(), f"in fewer than one game of a thousand: {sorted(never - RARE.keys())}"
    if games == LONG:
        assert RARE.keys() <= often.keys()
        often_after_all = {name for name in RARE if often[name] >= 0.005}
        assert not often_after_all, f"not rare any more: {often_after_all}"
