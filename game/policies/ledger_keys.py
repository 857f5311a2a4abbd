"""One number for every rounded ledger of a seat's issues."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.bargaining.lattice import Lattice, Standing
from game.foundation.arrays import I64
from game.policies.numbering import Numbering
from game.policies.rough import PARTS, world_code
from game.rules.tables import Tables

_ROOM = 2**62  # keys stay below
_MOST_NUMBERS = 2**31


class LedgerKeys:
    """Numbers the rounded ledgers of one owner, as far as they matter to what its halves are worth."""

    def __init__(self, tables: Tables, half: Lattice) -> None:
        self._half = half
        self._levels = int(tables.issues.levels.max())
        self._links: list[Numbering] = []

    def numbers(self, rough: Standing, parts: tuple[I64, I64]) -> I64:
        """The ledgers' numbers, from 0. int64[B].

        Args:
            rough: from `Rounding.rounded`.
            parts: from `Rounding.parts`.
        """
        half = self._half
        pieces: list[tuple[NDArray[np.integer], int]] = [
            (row, g.exposed.size) for g, row in zip(half.groups, rough.rows[half.owner], strict=True)
        ]
        pieces.append(world_code(half, rough.bits[half.owner]))
        if half.people is not None:
            pieces += [(parts[0], PARTS), (parts[1], PARTS), (rough.terms, self._levels)]
        key, reach, link = np.zeros(len(rough.freed), np.int64), 1, 0
        for values, size in pieces:
            if reach * size > _ROOM:
                key, reach, link = self._shortened(key, link), _MOST_NUMBERS, link + 1
            key = key * size + values
            reach *= size
        return self._shortened(key, link)

    def _shortened(self, key: I64, link: int) -> I64:
        if link == len(self._links):
            self._links.append(Numbering())
        numbering = self._links[link]
        found = numbering.find(key)
        if (found < 0).any():
            numbering.add(np.unique(key[found < 0]))
            found = numbering.find(key)
        return found.astype(np.int64)
