"""The scenarios that come with the game, and the states that computer seats really reach on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cache

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import Bool
from game.foundation.draws import game_keys
from game.information.brief import Brief, brief
from game.information.observe import observe
from game.match.library import Opened
from game.policies.keys import policy_keys
from game.policies.levels import named
from game.policies.planner import Planner
from game.policies.protocol import Policy
from game.policies.registry import make, names
from game.rules.actions import Action
from game.rules.play import apply, start
from game.rules.state import SEEN_BY, Phase, State
from game.rules.tables import Tables
from tests.compiled import open_scenario

SHIPPED = ("two-turns", "one-page", "first-lesson", "belarus-two-days", "belarus-2025")
TOO_LARGE_FOR = {"belarus-2025": ("micro-literal",), "belarus-two-days": ("micro-literal",)}
Pair = tuple[str, str]


@cache
def opened(name: str) -> Opened:
    """A scenario with its texts, read once."""
    return open_scenario(name)


# Built like another one with other numbers: trying both would tell nothing more.
LIKE_ANOTHER = ("mixed", "bayesian", "beginner", "planner", "master")
# One that looks ahead takes too long on large scenarios; test_batches.py tries it there with -m slow.
TOO_SLOW_FOR = {"belarus-2025": ("experienced",), "belarus-two-days": ("experienced",)}


def suited(name: str) -> tuple[str, ...]:
    """The policies that take a scenario, one of each kind; test_batches.py tells which do not take it."""
    without = (*TOO_LARGE_FOR.get(name, ()), *TOO_SLOW_FOR.get(name, ()), *LIKE_ANOTHER)
    return tuple(policy for policy in names() if policy not in without)


def pairs(name: str) -> tuple[Pair, ...]:
    """Every policy that takes a scenario sits on either seat: each meets the one that follows it by name."""
    known = suited(name)
    return tuple(zip(known, (*known[1:], known[0]), strict=True))


@dataclass(frozen=True)
class Table:
    """Two seats at many games of one scenario."""

    tables: Tables
    briefs: tuple[Brief, Brief]
    seats: tuple[Policy, Policy]

    def keys(self, seed: int, games: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """The policy keys of both seats. uint64[B] each."""
        return policy_keys(seed, games, 0), policy_keys(seed, games, 1)

    def played(self, seed: int, games: NDArray[np.int64]) -> Iterator[tuple[State, Action | None]]:
        """Every state on the way, with what is done there; at last the end, where nothing is."""
        keys = self.keys(seed, games)
        state = start(self.tables, game_keys(seed, games))
        while state.clock.phase is not Phase.OVER:
            seat = state.clock.seat
            action = self.seats[seat](self.briefs[seat], observe(self.tables, state, seat), keys[seat])
            yield state, action
            state = apply(self.tables, state, action)
        yield state, None


def seat(name: str, own: Brief) -> Policy:
    """A policy by name; one that looks ahead does so in two or three worlds, to keep these tests short."""
    if name == "planner":
        return Planner(own, 2)
    level = named(name)
    return make(name, own) if level is None else level.make(own, Fraction(1, 64))


def seated(tables: Tables, pair: Pair) -> Table:
    """Two policies, made anew, with their briefs."""
    briefs = brief(tables, 0), brief(tables, 1)
    return Table(tables, briefs, (seat(pair[0], briefs[0]), seat(pair[1], briefs[1])))


def numbered(games: int, first: int = 0) -> NDArray[np.int64]:
    """The numbers of so many games. int64[B]."""
    return np.arange(first, first + games)


def running(state: State) -> Bool:
    """The games that go on: those that have ended do not change any more. bool[B]."""
    going: Bool = np.equal(state.ended, 0)
    return going


def rows_of(record: State | Action) -> NDArray[np.uint8]:
    """All fields of each game as one row of bytes, so that equal rows are equal games. uint8[B,N]."""
    parts = []
    for field in fields(record):
        if field.name != "clock":
            array = np.ascontiguousarray(getattr(record, field.name))
            parts.append(array.reshape(len(array), -1).view(np.uint8))
    return np.concatenate(parts, axis=1)


def first_difference(one: State, other: State) -> str:
    """The name of the first field that differs; empty if none does. The clock is left out."""
    for name in SEEN_BY:
        if name != "clock" and not np.array_equal(getattr(one, name), getattr(other, name)):
            return name
    return ""
