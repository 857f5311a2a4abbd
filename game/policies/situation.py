"""The games in which a policy has to decide, as it sees them, ready for valuing offers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Lattice, Standing, standing
from game.foundation.arrays import I32, I64, Bool
from game.information.observe import Observation
from game.policies.ledger_keys import LedgerKeys
from game.policies.rough import Rounding
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import forgone

Games = NDArray[np.intp]
_READ_BY_STANDING = ("base", "uses", "level", "base_freed", "base_exiled", "held", "promised")


@dataclass(frozen=True)
class Places:
    """Where all games of a batch stand: exactly, rounded, and numbered (int64[B] for each owner)."""

    at: Standing
    rough: Standing
    ledger: tuple[I64, I64]


@dataclass(frozen=True)
class Situation:
    """n games of a batch.

    Args:
        games: intp[n], their places in the batch.
        state: the whole batch, as the seat sees it.
        places: where the whole batch stands.
        seat: whose situation it is.
        kind: intp[n], the seat's own type.
        trust, trusted: int64[n], how far the seat trusts the other, and the other the seat.
        floor, outside: int64[n], micro-utils a month: least net gain to sign for; the outside option.

    The rest is gathered when it is first asked for: most decisions ask for little of it.
    """

    games: Games
    state: State
    places: Places
    seat: int
    kind: Games
    trust: I64
    trusted: I64
    floor: I64
    outside: I64

    @cached_property
    def at(self) -> Standing:
        """Where these games' ledgers stand."""
        return self.places.at.of(self.games)

    @cached_property
    def theirs(self) -> I32:
        """Standing offers of the other, -1 for none. int32[n,4]."""
        standing: I32 = self.state.offer[self.games, 1 - self.seat]
        return standing

    @cached_property
    def mine(self) -> I32:
        """The seat's own standing offers, -1 for none. int32[n,4]."""
        standing: I32 = self.state.offer[self.games, self.seat]
        return standing

    def supposing(self, kind: Games) -> Situation:
        """The same games, the seat being of other types: intp[n], or [K,1] to value offers for each of K."""
        supposed = replace(self, kind=kind)
        supposed.__dict__["at"] = self.at  # gathered once for all types
        return supposed

    def only(self, which: Games) -> Situation:
        """Some of these games, by their numbers among the n."""
        return Situation(
            self.games.take(which),
            self.state,
            self.places,
            self.seat,
            self.kind.take(which),
            self.trust.take(which),
            self.trusted.take(which),
            self.floor.take(which),
            self.outside.take(which),
        )


class Surveyor:
    """Makes situations; keeps the last ledgers' places, which stay the same from ply to ply of a turn."""

    def __init__(self, tables: Tables, seat: int, halves: tuple[Lattice, Lattice]) -> None:
        self._tables = tables
        self._seat = seat
        self._halves = halves
        self._rounding = Rounding(tables, halves)
        self._keys = (LedgerKeys(tables, halves[0]), LedgerKeys(tables, halves[1]))
        self._read: tuple[NDArray[np.generic], ...] = ()
        self._places: Places | None = None

    def survey(self, seen: Observation, asked: Bool) -> Situation:
        """The games of a batch in which something is asked."""
        state, seat = seen.state, self._seat
        games = np.flatnonzero(asked)
        return Situation(
            games,
            state,
            self.places(state),
            seat,
            state.type[:, seat].take(games).astype(np.intp),
            state.trust[:, seat].take(games).astype(np.int64),
            state.trust[:, 1 - seat].take(games).astype(np.int64),
            state.floor[:, seat].take(games).astype(np.int64),
            forgone(self._tables, state, seat).take(games),
        )

    def places(self, state: State) -> Places:
        """Where the whole batch stands.

        It is worked out again only if an array it is read from is another one, or could be written to.
        """
        read = tuple(getattr(state, name) for name in _READ_BY_STANDING)
        same = len(self._read) == len(read) and all(
            new is old and not new.flags.writeable for new, old in zip(read, self._read, strict=True)
        )
        if not same or self._places is None:
            at = standing(self._tables, self._halves, state)
            rough = self._rounding.rounded(at, state)
            parts = self._rounding.parts(at)
            self._places = Places(
                at, rough, (self._keys[0].numbers(rough, parts), self._keys[1].numbers(rough, parts))
            )
            self._read = read
        return self._places
