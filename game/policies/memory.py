"""What a policy remembers of its games: the different offers made and received since the last agreement.

A memory is a fold over what was seen, so asking twice about the same moment gives the same answer, starting a
game again starts its memory again, and a resumed game remembers once its moves have been asked for again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, I64, U64
from game.rules.state import Clock
from game.rules.tables import Tables

_MOST_BATCHES = 64


@dataclass(frozen=True)
class Offers:
    """Different offers in B games, as numbers; -1 where there is none yet.

    Args:
        made, received: int64[B,most].
        step: int64[B], how far the seat has come down.
        agreements: int64[B], how many had been signed.
    """

    made: I64
    received: I64
    step: I64
    agreements: I64

    @property
    def number_made(self) -> I64:
        """How many different offers were made. int64[B]."""
        made: I64 = (self.made >= 0).sum(axis=1)
        return made

    @property
    def number_received(self) -> I64:
        """How many different offers were received. int64[B]."""
        received: I64 = (self.received >= 0).sum(axis=1)
        return received


@dataclass(frozen=True)
class _Kept:
    when: tuple[int, int]
    before: Offers
    after: Offers


class Memory:
    """Keeps offers by batch, told apart by the games' policy keys."""

    def __init__(self, tables: Tables) -> None:
        self._most = tables.turns * tables.plies + 1
        self._kept: dict[bytes, _Kept] = {}

    def before(self, key: U64, clock: Clock) -> Offers:
        """What was known before this moment."""
        kept = self._kept.get(key.tobytes())
        now = (clock.turn, clock.slot)
        if kept is None or now < kept.when:
            return self._nothing(len(key))
        return kept.before if now == kept.when else kept.after

    def keep(self, key: U64, clock: Clock, before: Offers, after: Offers) -> None:
        """Note what is known after this moment."""
        name = key.tobytes()
        self._kept.pop(name, None)
        self._kept[name] = _Kept((clock.turn, clock.slot), before, after)
        while len(self._kept) > _MOST_BATCHES:
            self._kept.pop(next(iter(self._kept)))

    def _nothing(self, games: int) -> Offers:
        empty = np.full((games, self._most), -1, np.int64)
        return Offers(empty, empty.copy(), np.zeros(games, np.int64), np.zeros(games, np.int64))


def after_an_agreement(offers: Offers, agreements: NDArray[np.integer]) -> Offers:
    """The same, forgotten where another agreement has been signed since."""
    anew = agreements > offers.agreements
    if not anew.any():
        return offers
    return Offers(
        np.where(anew[:, None], -1, offers.made),
        np.where(anew[:, None], -1, offers.received),
        np.where(anew, 0, offers.step),
        agreements.astype(np.int64),
    )


def number_of(tables: Tables, offer: I32) -> I64:
    """A number for every offer [n,4], -1 for none."""
    wide = offer.astype(np.int64)
    package = (wide[:, 0] * len(tables.halves[1]) + wide[:, 1]) * len(tables.plans.phi) + wide[:, 2]
    return np.where(offer[:, 0] >= 0, package * 8192 + wide[:, 3] + 1, -1)


def noted(known: I64, games: NDArray[np.intp], offer: I64) -> I64:
    """The offers known, with one more for some of the games unless it is among them already."""
    rows = known[games]
    new = (offer >= 0) & ~(rows == offer[:, None]).any(axis=1)
    if not new.any():
        return known
    more = known.copy()
    place = (rows >= 0).sum(axis=1)
    more[games[new], place[new]] = offer[new]
    return more
