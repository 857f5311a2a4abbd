"""What a seat would gain by another policy against the same opponent, on the same keys.

A pair of policies in which neither seat gains by changing alone is at rest within the pool: what it leads to
is no accident of who plays badly. How much can be gained is the pair's exploit value, seat by seat.

Source: best responses and their sum over players (NashConv) as in Lanctot et al. 2017, "A unified
game-theoretic approach to multiagent reinforcement learning", NeurIPS 30; not summed here, since payoffs have
no common unit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from game.analysis.balance.scores import Columns
from game.analysis.balance.series import Pair
from game.analysis.statistics.normal import WithInterval, two_sided_chance
from game.analysis.statistics.several import benjamini_hochberg

RATE = 0.05  # of false findings among those that are believed
MICRO = 1e6

Change = tuple[int, Pair, str]
"""A seat, a pair, and the policy that the seat plays instead."""


@dataclass(frozen=True)
class Gain(WithInterval):
    """What one seat gains by one other policy.

    Args:
        seat, pair, policy: who changes, from what, and to what.
        mean: by how much its payoff rises, utils a month.
        error: standard error of the mean, game by game under the same keys.
        believed: whether it is believed to differ from 0 (Benjamini and Hochberg over all changes of a pool).
    """

    seat: int
    pair: Pair
    policy: str
    mean: float
    error: float
    believed: bool = False


@dataclass
class Answers:
    """Sums of the gains of every change of one seat.

    Args:
        pool: all pairs of some policies.
        games: of each pair so far.
    """

    pool: tuple[Pair, ...]
    games: int = 0
    _sums: dict[Change, list[float]] = field(init=False)

    def __post_init__(self) -> None:
        names = dict.fromkeys(first for first, _second in self.pool)
        self._sums = {
            (seat, pair, name): [0.0, 0.0]
            for seat in (0, 1)
            for pair in self.pool
            for name in names
            if name != pair[seat]
        }

    def add(self, blocks: Mapping[Pair, Columns]) -> None:
        """The games of one chunk, of all pairs under the same keys."""
        for (seat, pair, name), sums in self._sums.items():
            payoff = f"payoff_{seat}"
            gained = (blocks[_changed(pair, seat, name)][payoff] - blocks[pair][payoff]) / MICRO
            sums[0] += math.fsum(gained.tolist())
            sums[1] += math.fsum((gained**2).tolist())
        self.games += len(blocks[self.pool[0]].rows)

    def gains(self) -> tuple[Gain, ...]:
        """Every change with what it brings; none before there are two games."""
        if self.games < 2:
            return ()
        found = [_gain(change, sums, self.games) for change, sums in self._sums.items()]
        chances = [two_sided_chance(one.mean, one.error) for one in found]
        marks = benjamini_hochberg(chances, RATE) if found else ()
        return tuple(replace(one, believed=bool(mark)) for one, mark in zip(found, marks, strict=True))


def best_answers(gains: tuple[Gain, ...]) -> dict[tuple[int, Pair], Gain]:
    """For each seat of each pair the change that brings most, a gain or not."""
    found: dict[tuple[int, Pair], Gain] = {}
    for one in gains:
        place = one.seat, one.pair
        if place not in found or one.mean > found[place].mean:
            found[place] = one
    return found


def at_rest(gains: tuple[Gain, ...], pool: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs in which neither seat is believed to gain by changing alone."""
    left = {one.pair for one in gains if one.believed and one.mean > 0}
    return tuple(pair for pair in pool if pair not in left) if gains else ()


def dominated(gains: tuple[Gain, ...]) -> Iterator[tuple[int, str, str]]:
    """Seat, policy, and another one that is believed to bring more against every opponent of the pool."""
    against: dict[tuple[int, str, str], list[bool]] = {}
    for one in gains:
        better = one.believed and one.mean > 0
        against.setdefault((one.seat, one.pair[one.seat], one.policy), []).append(better)
    for (seat, policy, other), better_everywhere in against.items():
        if all(better_everywhere):
            yield seat, policy, other


def answers_found(answers: Answers, seats: tuple[str, ...]) -> dict[str, Any]:
    """What each seat of each pair would gain most by, the pairs at rest, and policies that others beat.

    Args:
        seats: ids of both seats.
    """
    gains = answers.gains()
    return {
        "answers": [
            {
                "policies": list(one.pair),
                "seat": seats[one.seat],
                "best": one.policy,
                "gain": round(one.mean, 6),
                "low": round(one.low, 6),
                "high": round(one.high, 6),
                "games": 2 * answers.games,
                "believed": one.believed,
            }
            for one in best_answers(gains).values()
        ],
        "at_rest": [list(pair) for pair in at_rest(gains, answers.pool)],
        "dominated": [
            {"seat": seats[seat], "policy": policy, "by": other} for seat, policy, other in dominated(gains)
        ],
    }


def _changed(pair: Pair, seat: int, name: str) -> Pair:
    return (name, pair[1]) if seat == 0 else (pair[0], name)


def _gain(change: Change, sums: list[float], games: int) -> Gain:
    mean = sums[0] / games
    variance = max(0.0, sums[1] / games - mean**2) * games / (games - 1)
    return Gain(*change, mean, math.sqrt(variance / games))
