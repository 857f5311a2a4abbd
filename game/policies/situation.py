"""The games in which a policy has to decide, as it sees them, ready for valuing offers."""

from __future__ import annotations

from dataclasses import dataclass

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
        at: where these games' ledgers stand.
        kind: intp[n], the seat's own type.
        trust, trusted: int64[n], how far the seat trusts the other, and the other the seat.
        floor, outside: int64[n], micro-utils a month: least net gain to sign for; the outside option.
        theirs, mine: int32[n,4], standing offers, -1 for none.
    """

    games: Games
    state: State
    places: Places
    at: Standing
    kind: Games
    trust: I64
    trusted: I64
    floor: I64
    outside: I64
    theirs: I32
    mine: I32

    def only(self, which: Games) -> Situation:
        """Some of these games, by their numbers among the n."""
        return Situation(
            self.games.take(which),
            self.state,
            self.places,
            self.at.of(which),
            self.kind.take(which),
            self.trust.take(which),
            self.trusted.take(which),
            self.floor.take(which),
            self.outside.take(which),
            self.theirs.take(which, axis=0),
            self.mine.take(which, axis=0),
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
        places = self._where(state)
        return Situation(
            games,
            state,
            places,
            places.at.of(games),
            state.type[:, seat].take(games).astype(np.intp),
            state.trust[:, seat].take(games).astype(np.int64),
            state.trust[:, 1 - seat].take(games).astype(np.int64),
            state.floor[:, seat].take(games).astype(np.int64),
            forgone(self._tables, state, seat).take(games),
            state.offer[games, 1 - seat],
            state.offer[games, seat],
        )

    def _where(self, state: State) -> Places:
        """Worked out again only if an array it is read from is another one, or could be written to."""
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
