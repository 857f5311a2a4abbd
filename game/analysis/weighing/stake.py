"""What hangs on one weight: the number whose sign decides, for many values of the weight at once.

The parts of it that the weight does not touch come from the rules; the part that it does is made by the very
functions that compile it (docs/rules.md 1 and 4.3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import ceil

import numpy as np

from game.content.compiling.exact import micro
from game.content.compiling.kinds import Kinds, kinds_of
from game.content.compiling.loss_aversion import loss_aversion_of
from game.content.compiling.preferences import heights_of, opening_place, worth_at
from game.content.compiling.values import lives
from game.content.names import COUNTS, Names
from game.content.schema.actors import Actor
from game.foundation.arrays import I64
from game.foundation.integers import MICRO
from game.narration.worlds import Deal, deal_of
from game.rules import valuation
from game.rules.in_force import world_change
from game.rules.state import State
from game.rules.tables import NONE, Tables

Margin = Callable[[I64], I64]
"""Weights in micro-utils (int64[n]) to what decides in micro-utils: an actor says yes from 0 on."""


@dataclass(frozen=True)
class Stake:
    """A package at the opening ledger, and what an actor makes of it.

    Args:
        names, tables: of one and the same scenario.
        actor: its number.
        type_: the type of a principal, or `tables.mean`; 0 for everybody else.
        state: the opening ledger, one game.
        offer: half 0, half 1, plan, people.
    """

    names: Names
    tables: Tables
    actor: int
    type_: int
    state: State
    offer: tuple[int, int, int, int]

    @cached_property
    def margin(self) -> int:
        """What decides, with the weights as they are: from 0 on the actor gains, or votes yes."""
        asked = np.array([self.offer], np.int32)
        if self._is_principal:
            return int(valuation.appraise(self.tables, self.state, self.actor, self.type_, asked).net[0])
        if self._side != NONE:
            change = int(valuation.ratifier_change(self.tables, self.state, self.actor, asked)[0])
            return change + self._leeway
        return int(world_change(self.tables, self.state, self.actor, 0, asked)[0])

    def margin_by_weight(self, name: str) -> Margin | None:
        """What decides, by the weight of one preference; None if the package does not touch it."""
        change = self._change(name)
        if change is None:
            return None
        now = int(change(np.array([micro(self._wish.preferences[name].weight)], np.int64))[0])
        before, after = self._places(name)
        compiled = self._entry(name, after) - self._entry(name, before)
        assert now == compiled, f"{name} is worth {now} to {self._wish.id}, but {compiled} in the tables"
        combined = self._combined(self._rest(name, now), self._owner(name))
        return lambda weights: combined(change(weights))

    def slack(self, name: str) -> int:
        """How far the rounding of table entries may carry what decides, micro-utils."""
        own = float(self._kinds.own.get(name, np.array([1000], np.int64)).max()) / 1000
        most = float(max(self._kinds.costs.max(), self._kinds.gains.max())) / 1000
        scaled = (2 * most + 1) * own + 1
        losses = loss_aversion_of(self._wish, self._wish.preferences[name])
        felt = scaled
        if losses is not None:
            change, power = 2 * scaled, float(losses.power or 1)
            felt += float(losses.factor) * MICRO * (change / MICRO) ** power + 1
        return ceil(2 * (felt + 2) + 2)

    def _combined(self, rest: tuple[int, int], mine: bool) -> Callable[[I64], I64]:
        """From what one preference changes to what decides."""
        given, got = rest

        def margin(change: I64) -> I64:
            if self._side == NONE:
                return change + given
            theirs = valuation.discounted(self.tables, self.state, self._side, got + change * (not mine))
            ours = given + change * mine
            if not self._is_principal:
                return theirs + ours + self._leeway
            keep = int(self.tables.plans.keep[self.offer[2], self._side])
            return keep * theirs // 1000 + ours - self._burden

        return margin

    def _rest(self, name: str, change: int) -> tuple[int, int]:
        """What the actor gives and gets by everything but one preference."""
        asked = np.array([self.offer], np.int32)
        if self._side == NONE:
            return self.margin - change, 0
        given, got = valuation.given_and_got(
            self.tables, self.state, self.actor, self.type_, self._side, asked
        )
        mine = self._owner(name)
        return int(given[0]) - change * mine, int(got[0]) - change * (not mine)

    def _change(self, name: str) -> Callable[[I64], I64] | None:
        """What a preference contributes, by its weight."""
        before, after = self._places(name)
        heights = heights_of(self.names, name, self._wish.preferences[name])
        opening = heights[opening_place(self.names, name)]
        places = [(heights[place], self._life(name, place)) for place in (after, before)]
        if places[0] == places[1]:
            return None

        def change(weights: I64) -> I64:
            entries = [
                self._kinds.with_mean(worth_at(self._wish, name, self._kinds, weights, height, opening))
                for height, _life in places
            ]
            then, now = (
                entry[self.type_] * life // 1000 for entry, (_, life) in zip(entries, places, strict=True)
            )
            difference: I64 = then - now
            return difference

        return change

    def _entry(self, name: str, place: int) -> int:
        """What the tables say of a level or count."""
        values = self.tables.values
        if name in COUNTS:
            return int(values.count[self.actor, self.type_, COUNTS.index(name), place])
        table = values.promise if self._is_promised(name) else values.level
        return int(table[self.actor, self.type_, self.names.issues[name], 0, place])

    def _places(self, name: str) -> tuple[int, int]:
        """The level or count that a preference looks at, without and with the package."""
        if name not in COUNTS:
            issue = self.names.issues[name]
            now = int(self.state.level[0, issue]) if self._side == NONE else self._deal.base[issue]
            risen = self._deal.level[issue] > self._deal.base[issue]
            return now, max(now, self._deal.level[issue]) if risen else now
        state, deal = self.state, self._deal
        by_count = {
            "freed": (int(state.base_freed[0]), deal.people),
            "exiled": (int(state.base_exiled[0]), deal.expelled),
            "held": (int(state.held[0]), -deal.people),
            "arrested": (0, 0),
        }
        before, more = by_count[name]
        return before, before + more

    def _life(self, name: str, place: int) -> int:
        """What a level counts for, per mille: less where the other side only promises it.

        Nothing has been used before the game opens, so that nothing has faded.
        """
        return int(self._lives[self.names.issues[name], place]) if self._is_promised(name) else 1000

    def _is_promised(self, name: str) -> bool:
        return name not in COUNTS and self._side != NONE and not self._owner(name)

    def _owner(self, name: str) -> bool:
        """Whether the actor's own side delivers what a preference is about."""
        issue = self.tables.issues.people if name in COUNTS else self.names.issues[name]
        return issue != NONE and int(self.tables.issues.owner[issue]) == self._side

    @cached_property
    def _burden(self) -> int:
        asked = np.array([self.offer], np.int32)
        found = valuation.appraise(self.tables, self.state, self.actor, self.type_, asked)
        return int(found.exposure[0] + found.audience[0] + found.outside[0])

    @cached_property
    def _leeway(self) -> int:
        """How much worse off a ratifier may be and still vote yes, in the mood in which it is."""
        mood = int(self.state.mood[0, self.actor]) * self.tables.sides[self._side].mood_unit
        return int(self.tables.tolerance[self.actor]) + mood

    @property
    def _is_principal(self) -> bool:
        return self.actor < len(self.tables.sides)

    @property
    def _side(self) -> int:
        return int(self.tables.actor_side[self.actor])

    @cached_property
    def _deal(self) -> Deal:
        return deal_of(self.tables, self.state, self.offer)

    @cached_property
    def _wish(self) -> Actor:
        return self.names.actor_list[self.actor]

    @cached_property
    def _kinds(self) -> Kinds:
        return kinds_of(self.names, self._wish)

    @cached_property
    def _lives(self) -> I64:
        return lives(self.names, self.tables.values.level.shape[4])
