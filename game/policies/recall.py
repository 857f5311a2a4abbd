"""Packages searched for once and found again: by rounded ledgers, level of ambition and moods counted on.

Everything is a pure function of its key, so it makes no difference which games a batch holds besides, or in
what order they come.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, I64
from game.policies.appraiser import Appraiser
from game.policies.half_table import UNIT_BITS
from game.policies.menus import Hoping, Kitchen, Packages
from game.policies.numbering import Ids, Numbering
from game.policies.shelf import Shelf
from game.policies.situation import Situation

LEVELS = 32  # steps of ambition between the best that can be hoped for and nothing
MOST_HALVES = 1 << 14  # rows of a shelf, after which it is made anew
MOST_LEDGERS = 1 << 17
MOST_PACKAGES = 500_000  # with those of one more search still below 2^19, from where their numbering doubles
_ROWS = 512  # searched at a time, which keeps their menus in the cache
_MOODS = (-3, -1, 2)  # a mood counts as the lowest of its class: -3 and -2, -1 to 1, 2 and 3
_UNCONSTRAINED = 0
_PACKAGE: dict[str, tuple[int, ...]] = dict.fromkeys(("half0", "half1", "plan", "gain", "found"), ())


class Hopes:
    """Remembers what a seat can hope for; ledgers of both owners, rounded, are numbered together."""

    def __init__(self, appraiser: Appraiser, hoping: Hoping) -> None:
        self._hoping = hoping
        self._slack = _least_outside(appraiser) >> UNIT_BITS
        self.generation = 0
        self._forget()

    def _forget(self) -> None:
        self.generation += 1
        self._ledgers = Numbering()
        self._hopes = Shelf(gifts=(), asks=(), step=(), **_PACKAGE)

    def ledgers(self, here: Situation) -> Ids:
        """Numbers of n games' rounded ledgers, trust included; they hold while `generation` is the same."""
        tables = (self._hoping.gifts, self._hoping.asks)
        if max(table.shelf.rows for table in tables) > MOST_HALVES or self._hopes.rows > MOST_LEDGERS:
            for table in tables:
                table.forget()
            self._forget()
        gifts, asks = (table.look_up(here) for table in tables)
        keys = gifts.astype(np.int64) << 32 | asks
        found = self._ledgers.find(keys)
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(keys[missing], return_index=True)
            for part in _parts(missing[first]):
                self._hopes.append(self._hope_for(here, gifts.take(part), asks.take(part), part))
            self._ledgers.add(new)
            found[missing] = self._ledgers.find(keys[missing])
        return found

    def _hope_for(self, here: Situation, gifts: Ids, asks: Ids, part: Ids) -> dict[str, NDArray[np.integer]]:
        scope = self._hoping.scope(gifts, asks, here.trust.take(part), here.trusted.take(part))
        hope = self._hoping.best_hope(scope)
        reach = np.where(hope.found, (hope.gain >> UNIT_BITS) + self._slack, 0)
        step = np.maximum((reach + LEVELS - 1) // LEVELS, 1)
        return _columns(hope) | {"gifts": gifts, "asks": asks, "step": step}

    def best_hope(self, ledgers: Ids) -> Packages:
        """The package that is best for oneself among those the other could like, as analysts see it."""
        return _taken(self._hopes, ledgers)


class Recall(Hopes):
    """Remembers also what a kitchen found in its menus."""

    def __init__(self, appraiser: Appraiser, kitchen: Kitchen) -> None:
        self._appraiser = appraiser
        self._kitchen = kitchen
        self._classes = 1 + len(_MOODS) ** len(appraiser.ratifiers)
        assert MOST_LEDGERS * (LEVELS + 1) * self._classes < 2**62, "too many ratifiers on one side"
        super().__init__(appraiser, kitchen)

    def _forget(self) -> None:
        super()._forget()
        self._forget_packages()

    def _forget_packages(self) -> None:
        self._keys = Numbering()
        self._packages = Shelf(**_PACKAGE)

    def best_for_other(self, here: Situation, ledgers: Ids, goal: I32, lower: int | Ids = 0) -> Packages:
        """The package that is best for the other among those that leave the seat its goal, or a little more.

        Args:
            goal: int32[n], gain aimed at, in units.
            lower: how many steps of ambition less than that.
        """
        return self._at(here, ledgers, goal, lower, np.full(len(ledgers), _UNCONSTRAINED, np.int64))

    def passing(self, here: Situation, ledgers: Ids, goal: I32, lower: int | Ids = 0) -> Packages:
        """The same among packages that the own ratifiers could let pass."""
        code = np.zeros(len(ledgers), np.int64)
        for actor in self._appraiser.ratifiers:
            mood = here.state.mood[:, actor].take(here.games).astype(np.int64)
            code = code * len(_MOODS) + (mood + 4) // 3
        return self._at(here, ledgers, goal, lower, code + 1)

    def _at(self, here: Situation, ledgers: Ids, goal: I32, lower: int | Ids, moods: I64) -> Packages:
        top = self._hopes["gain"].take(ledgers)
        level = (top - goal) // self._hopes["step"].take(ledgers) + lower
        level = np.minimum(np.maximum(level, 0), LEVELS)
        keys = (ledgers.astype(np.int64) * (LEVELS + 1) + level) * self._classes + moods
        if self._packages.rows > MOST_PACKAGES:
            self._forget_packages()
        found = self._keys.find(keys)
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(keys[missing], return_index=True)
            for part in _parts(missing[first]):
                self._packages.append(
                    self._search(here, ledgers.take(part), level.take(part), moods.take(part), part)
                )
            self._keys.add(new)
            found[missing] = self._keys.find(keys[missing])
        return _taken(self._packages, found)

    def _search(
        self, here: Situation, ledgers: Ids, level: I64, moods: I64, part: Ids
    ) -> dict[str, NDArray[np.integer]]:
        hopes = self._hopes
        columns: dict[str, NDArray[np.integer]] = {name: np.zeros(len(part), np.int32) for name in _PACKAGE}
        goal = hopes["gain"].take(ledgers) - level * hopes["step"].take(ledgers)
        for constrained in (False, True):
            which = np.flatnonzero((moods != _UNCONSTRAINED) == constrained)
            if not len(which):
                continue
            chosen, ledger = part.take(which), ledgers.take(which)
            gifts, asks = (hopes[name].take(ledger).astype(np.intp) for name in ("gifts", "asks"))
            scope = self._kitchen.scope(gifts, asks, here.trust.take(chosen), here.trusted.take(chosen))
            aim = goal.take(which).astype(np.int32)
            if constrained:
                found = self._kitchen.passing(scope, aim, self._moods(moods.take(which)))
            else:
                found = self._kitchen.best_for_other(scope, aim)
            for name, column in _columns(found).items():
                columns[name][which] = column
        return columns

    def _moods(self, codes: I64) -> I64:
        """The moods that numbers stand for. int64[n,ratifiers]."""
        code, moods = codes - 1, []
        for _ in self._appraiser.ratifiers:
            moods.append(np.array(_MOODS).take(code % len(_MOODS)))
            code = code // len(_MOODS)
        return np.stack(moods[::-1], axis=1) if moods else np.zeros((len(codes), 0), np.int64)


def _parts(which: Ids) -> list[Ids]:
    return [which[start : start + _ROWS] for start in range(0, len(which), _ROWS)]


def _columns(packages: Packages) -> dict[str, NDArray[np.integer]]:
    offer = packages.offer
    return {
        "half0": offer[:, 0],
        "half1": offer[:, 1],
        "plan": offer[:, 2],
        "gain": packages.gain >> UNIT_BITS,
        "found": packages.found.astype(np.int32),
    }


def _taken(shelf: Shelf, rows: Ids) -> Packages:
    offer = np.full((len(rows), 4), -1, np.int32)
    for column, name in enumerate(("half0", "half1", "plan")):
        offer[:, column] = shelf[name].take(rows)
    gain = shelf["gain"].take(rows).astype(np.int64) << UNIT_BITS
    return Packages(offer, gain, shelf["found"].take(rows) != 0)


def _least_outside(appraiser: Appraiser) -> int:
    """How far the outside option can lie below nothing, micro-utils a month."""
    amounts = appraiser.tables.values.outside[appraiser.seat]
    return sum(max(0, -int(amount)) for _condition, amount in amounts)
