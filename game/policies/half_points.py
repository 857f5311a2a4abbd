"""Efficient halves of one owner for every rounded ledger met: what the owner keeps against what the other gets."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Standing
from game.bargaining.worth import exposure, released, share_of_half, worth_of_half
from game.policies.appraiser import Appraiser
from game.policies.candidates import candidates
from game.policies.numbering import Ids, Numbering
from game.policies.rough import TRUST_PARTS, TRUST_STEP, rough_trust
from game.policies.rows import efficient_rows, falling, spread_towards_last
from game.policies.shelf import Shelf
from game.policies.situation import Situation
from game.rules.state import I64
from game.rules.tables import NONE

KEPT = 16  # points of a half under each plan; they lie closer where little is given
_CELLS = 1 << 15  # so many values are worked on at a time, which keeps them in the cache


class HalfPoints:
    """Efficient halves of one owner, by rounded ledger, the owner's trust and the seat's own type.

    Everything is a pure function of the key: games with equal keys share their points, and it does not matter
    which games a batch holds besides.
    """

    def __init__(self, appraiser: Appraiser, owner: int) -> None:
        self._appraiser = appraiser
        self._owner = owner
        self._half = appraiser.halves[owner]
        self._every = candidates(appraiser, owner)
        tables = appraiser.tables
        self._vows = tuple(
            (number, move.seat, move.cost)
            for number, move in enumerate(tables.moves)
            if move.vow != NONE and tables.issues.owner[move.vow] == owner
        )
        self._ids = Numbering()
        shape = (len(tables.plans.phi), KEPT)
        self.shelf = Shelf(
            half=(np.int32, shape), gives=(np.int64, shape), takes=(np.int64, shape), pays=(np.int64, shape)
        )

    def look_up(self, here: Situation) -> Ids:
        """Rows of the shelf for n games, made where they are missing. intp[n]."""
        keys = self._keys(here)
        found = self._ids.find(keys)
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(keys[missing], return_index=True)
            examples = missing[first]
            chunk = max(1, _CELLS // len(self._every))
            for start in range(0, len(new), chunk):
                self._make(here.only(examples[start : start + chunk]))
            self._ids.add(new)
            found[missing] = self._ids.find(keys[missing])
        return found

    def _keys(self, here: Situation) -> I64:
        """One number for all that the points depend on."""
        appraiser, levels = self._appraiser, int(self._appraiser.tables.issues.levels.max())
        trust = here.trust if self._owner == appraiser.seat else here.trusted
        key = here.places.ledger[self._owner].take(here.games)
        key = (key * TRUST_PARTS + trust // TRUST_STEP) * (appraiser.mean + 1) + here.kind
        for number, seat, _ in self._vows:
            vow = here.state.vow
            key = key * levels
            if (vow[:, seat, 0] == number).any():
                vowed = np.where(vow[:, seat, 0] == number, vow[:, seat, 1], 0)
                key = key + vowed.take(here.games)
        return key

    def _make(self, examples: Situation) -> None:
        """Work out the points for games that stand for all games with their keys."""
        owner, tables, every = self._owner, self._appraiser.tables, self._every
        at = as_column(examples.places.rough.of(examples.games))
        people = released(tables, self._half, at, every)
        own_view, other_view = self._views(examples)
        gives = worth_of_half(self._half, at, every, own_view, people) - self._audience(examples, owner)
        takes = worth_of_half(self._half, at, every, other_view, people)
        pays = np.broadcast_to(self._audience(examples, 1 - owner), takes.shape)
        share = share_of_half(tables, self._half, at, every, people)
        trust = rough_trust(examples.trust if owner == self._appraiser.seat else examples.trusted)[:, None]
        order = falling(takes - pays)
        parts: dict[str, list[NDArray[np.int64]]] = {"half": [], "gives": [], "takes": [], "pays": []}
        for plan in range(len(tables.plans.phi)):
            left = gives - exposure(tables, owner, tables.plans.phi[plan, owner : owner + 1], share, trust)
            row, column = efficient_rows(order, takes - pays, left)
            picked = spread_towards_last(row, column, len(examples.games), KEPT).column
            parts["half"].append(every.take(picked))
            for name, values in (("gives", left), ("takes", takes), ("pays", pays)):
                parts[name].append(np.take_along_axis(values, picked, axis=1))
        self.shelf.append({name: np.stack(part, axis=1) for name, part in parts.items()})

    def _views(self, examples: Situation) -> tuple[NDArray[np.intp] | int, NDArray[np.intp] | int]:
        """Whose values count: the own principal's of its type, the other's as analysts take it to be."""
        own, mean = examples.kind[:, None], self._appraiser.mean
        return (own, mean) if self._owner == self._appraiser.seat else (mean, own)

    def _audience(self, examples: Situation, seat: int) -> I64 | int:
        """What staying below its own vow costs a seat, for vows on issues of these halves. int64[m,H]."""
        cost: I64 | int = 0
        for number, vower, price in self._vows:
            if vower == seat:
                vow = examples.state.vow[examples.games, seat]
                issue = self._appraiser.tables.moves[number].vow
                level = self._appraiser.tables.halves[self._owner][self._every, issue]
                broken = (vow[:, :1] == number) & (level[None, :] < vow[:, 1:])
                cost = cost + np.where(broken, np.int64(price), np.int64(0))
        return cost


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
