"""What is worth knowing about the halves of one owner, for every rounded ledger that is met."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Standing
from game.bargaining.worth import exposure, released, share_of_half, worth_of_half
from game.foundation.arrays import I32, I64, IntArray
from game.policies.appraiser import Appraiser
from game.policies.numbering import Ids, Numbering
from game.policies.rough import TRUST_PARTS, TRUST_STEP, rough_trust
from game.policies.rows import falling
from game.policies.shelf import Shelf
from game.policies.situation import Situation
from game.rules.conditions import holds
from game.rules.mediation import plan_open
from game.rules.red_lines import touched_halves
from game.rules.tables import MOST_PEOPLE, NONE

UNIT_BITS = 7  # values are kept in units of 128 micro-utils, which is exact enough for searching
LARGEST = 2**21  # values are cut off at 268 utils
_CELLS = 1 << 15  # so many values are worked on at a time, which keeps them in the cache
_WHOLE = 1000
_REFUSED = 200_000_000  # what a red line takes from a half in a search, below anything it could bring


@dataclass(frozen=True)
class Valued:
    """Candidate halves at some rounded ledgers by falling gain of the taker; int64[m,C], micro-utils a month.

    Args:
        at: the ledgers.
        half: the halves.
        gives: for each plan, what the owner gains by the half (mostly a loss), its exposure counted.
        takes: for each plan, what the other gains by it if it trusted fully.
    """

    at: Standing
    half: IntArray
    gives: list[I64]
    takes: list[I64]


class HalfTable(ABC):
    """Something about the halves of one owner, by rounded ledger, the owner's trust and the seat's own type.

    Everything is a pure function of the key: games with equal keys share a row, and it does not matter which
    games a batch holds besides.
    """

    shelf: Shelf

    def __init__(self, appraiser: Appraiser, owner: int, every: I32, *, voters: bool) -> None:
        self.appraiser = appraiser
        self.owner = owner
        self.half = appraiser.halves[owner]
        self.every = every
        self._voters = len(appraiser.ratifiers) if voters else 0
        tables = appraiser.tables
        self._exposure = _exposure_tables(appraiser, owner)
        self._vows = tuple(
            (number, move.seat, move.cost)
            for number, move in enumerate(tables.moves)
            if move.vow != NONE and tables.issues.owner[move.vow] == owner
        )
        self._lines = tuple(
            (number, line)
            for number, line in enumerate(tables.politics.lines)
            if tables.issues.owner[line.issue] == owner
            and (line.actor == appraiser.seat or tables.veto[line.actor])
        )
        self._mediated = tuple(
            one for one in tables.politics.mediations if one.when and owner == appraiser.seat
        )
        self.forget()

    def forget(self) -> None:
        """Drop every row; rows are made again when they are needed."""
        self._ids = Numbering()
        self.shelf = self._empty()

    @abstractmethod
    def _empty(self) -> Shelf:
        """A shelf with no row."""

    @abstractmethod
    def _rows(self, valued: Valued) -> dict[str, NDArray[np.integer]]:
        """New rows for the shelf, one for each of m ledgers."""

    def look_up(self, here: Situation) -> Ids:
        """Rows of the shelf for n games, made where they are missing. intp[n]."""
        keys = self._keys(here)
        found = self._ids.find(keys)
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(keys[missing], return_index=True)
            examples = missing[first]
            chunk = max(1, _CELLS // len(self.every))
            for start in range(0, len(new), chunk):
                part = here.only(examples[start : start + chunk])
                self.shelf.append(self._rows(self._valued(part)))
            self._ids.add(new)
            found[missing] = self._ids.find(keys[missing])
        return found

    def _keys(self, here: Situation) -> I64:
        """One number for all that a row depends on."""
        levels = int(self.appraiser.tables.issues.levels.max())
        key = here.places.ledger[self.owner].take(here.games)
        key = (key * TRUST_PARTS + self._trust(here) // TRUST_STEP) * (self.appraiser.mean + 1) + here.kind
        for number, seat, _ in self._vows:
            vow = here.state.vow
            key = key * levels
            if (vow[:, seat, 0] == number).any():
                vowed = np.where(vow[:, seat, 0] == number, vow[:, seat, 1], 0)
                key = key + vowed.take(here.games)
        for _, line in self._lines:
            if line.when:
                holding = holds(self.appraiser.tables, here.state, line.when).take(here.games)
                key = key * 2 + holding.astype(np.int64)
        for mediation in self._mediated:
            ready = holds(self.appraiser.tables, here.state, mediation.when).take(here.games)
            key = key * 2 + ready.astype(np.int64)
        return key

    def _trust(self, here: Situation) -> I64:
        return here.trust if self.owner == self.appraiser.seat else here.trusted

    def _valued(self, examples: Situation) -> Valued:
        """The candidates' values in games that stand for all games with their keys."""
        owner, tables, every = self.owner, self.appraiser.tables, self.every
        at = as_column(examples.places.rough.of(examples.games))
        people = released(tables, self.half, at, every)
        mine = owner == self.appraiser.seat
        own, mean = examples.kind[:, None], self.appraiser.mean
        given = worth_of_half(self.half, at, every, own if mine else mean, people)
        given = given - self._audience(examples, owner)
        pays = self._audience(examples, 1 - owner)
        if self._lines and mine:
            given = given - self._refused(examples)
        elif self._lines:
            pays = pays + self._refused(examples)
        taken = worth_of_half(self.half, at, every, mean if mine else own, people)
        share = share_of_half(tables, self.half, at, every, people)
        order = falling(taken - pays)
        place = order + np.arange(len(order))[:, None] * len(every)
        given, taken, share = (part.reshape(-1).take(place) for part in (given, taken, share))
        if not isinstance(pays, int):
            pays = pays.reshape(-1).take(place)
        part_of_trust = (self._trust(examples) // TRUST_STEP)[:, None]
        return Valued(
            at,
            every.take(order),
            [
                given - table.take(share + part_of_trust * (_WHOLE + 1)) - self._closed(examples, plan)
                for plan, table in enumerate(self._exposure)
            ],
            [_kept(taken, int(keep)) - pays for keep in tables.plans.keep[:, 1 - owner]],
        )

    def voters(self, at: Standing, half: IntArray) -> dict[str, I32]:
        """What the seat's own ratifiers see in halves [m, ...], in units, by names of the shelf's columns."""
        if not self._voters:
            return {}
        flat = half.reshape(len(half), -1).astype(np.int32)
        people = released(self.appraiser.tables, self.half, at, flat)
        return {
            name: in_units(
                worth_of_half(self.half, at, flat, self.appraiser.first_ratifier + n, people)
            ).reshape(half.shape)
            for n, name in enumerate(self.voter_names())
        }

    def voter_names(self) -> list[str]:
        """Names of the columns for the own ratifiers, if they are kept."""
        return [f"voter{n}" for n in range(self._voters)]

    def _closed(self, examples: Situation, plan: int) -> I64 | int:
        """What keeps a plan whose mediator is not ready out of menus. int64[m,1], or 0."""
        if not any(mediation.plan == plan for mediation in self._mediated):
            return 0
        plans = np.full(len(examples.games), plan)
        ready = plan_open(self.appraiser.tables, examples.state, plans, examples.games)
        return np.where(ready, np.int64(0), np.int64(_REFUSED))[:, None]

    def _refused(self, examples: Situation) -> I64:
        """What keeps halves that cross the own principal or a veto player out of menus. int64[m,C]."""
        tables = self.appraiser.tables
        found = np.zeros((len(examples.games), len(self.every)), np.bool_)
        for number, _ in self._lines:
            found |= touched_halves(
                tables, examples.state, number, self.every, examples.games, MOST_PEOPLE
            )  # a row may not depend on the exact number held
        return np.where(found, np.int64(_REFUSED), np.int64(0))

    def _audience(self, examples: Situation, seat: int) -> I64 | int:
        """What staying below its own vow costs a seat, for vows on issues of these halves. int64[m,C]."""
        cost: I64 | int = 0
        for number, vower, price in self._vows:
            vow = examples.state.vow[examples.games, seat]
            if vower == seat and (vow[:, 0] == number).any():
                issue = self.appraiser.tables.moves[number].vow
                level = self.appraiser.tables.halves[self.owner][self.every, issue]
                broken = (vow[:, :1] == number) & (level[None, :] < vow[:, 1:])
                cost = cost + np.where(broken, np.int64(price), np.int64(0))
        return cost


def _exposure_tables(appraiser: Appraiser, owner: int) -> list[I64]:
    """For every plan the cost of each share of leverage at each part of trust: int64[TRUST_PARTS * 1001]."""
    tables = appraiser.tables
    share = np.arange(_WHOLE + 1)[None, :]
    trust = rough_trust(np.arange(TRUST_PARTS) * TRUST_STEP)[:, None]
    return [
        exposure(tables, owner, phi, share, trust).reshape(-1) for phi in tables.plans.phi[:, owner, None]
    ]


def _kept(values: I64, keep: int) -> I64:
    return values if keep == _WHOLE else values * keep // _WHOLE


def in_units(values: I64) -> I32:
    """Values in units of 128 micro-utils, cut off where they are very large."""
    units: I32 = np.minimum(np.maximum(values >> UNIT_BITS, -LARGEST), LARGEST).astype(np.int32)
    return units


def as_column(at: Standing) -> Standing:
    """The ledgers as a column, to be met with a line of halves."""
    return Standing(
        (tuple(r[:, None] for r in at.rows[0]), tuple(r[:, None] for r in at.rows[1])),
        (at.bits[0][:, None], at.bits[1][:, None]),
        at.freed[:, None],
        at.exiled[:, None],
        at.still[:, None],
        at.held[:, None],
        at.terms[:, None],
    )
