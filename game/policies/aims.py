"""What a seat could offer at several aims, from the best it can hope for down to the least it signs for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I32, I64, Bool
from game.policies.choosing import Chooser
from game.policies.numbering import Ids
from game.policies.situation import Games, Situation
from game.policies.unchanged import Watch

FOURTHS = (4, 3, 2, 1, 0)  # aims: fourths of the way from floor to ceiling


@dataclass(frozen=True)
class Proposals:
    """An offer at each of A aims in n games.

    Args:
        offer: int32[A,n,4]; -1 at lower aims where nothing lies between floor and ceiling.
        net: int64[A,n], exact net gain.
        there: bool[A,n], whether there is an offer, and none like it at a higher aim.
    """

    offer: I32
    net: I64
    there: Bool

    def only(self, which: Games) -> Proposals:
        """In some of these games."""
        return Proposals(self.offer[:, which], self.net[:, which], self.there[:, which])


class Aims:
    """Finds proposals, and keeps them from ply to ply of a turn where nothing has changed."""

    def __init__(self, chooser: Chooser) -> None:
        self._chooser = chooser
        self._watch = Watch()
        self._found = _none(0)
        self._holds: Bool = np.zeros(0, np.bool_)

    def propose(self, here: Situation, ledgers: Ids, ceiling: I64, above: I64) -> Proposals:
        """The proposals in n games.

        Args:
            ledgers: intp[n], numbers of the rounded ledgers.
            ceiling: int64[n], the best net gain in sight, at least the floor.
            above: int64[n], by how much a gain in menus is above the net gain it stands for.
        """
        changed = self._watch.changed(here.state)
        if len(changed) != len(self._holds):
            self._found, self._holds = _none(len(changed)), ~changed
        self._holds &= ~changed
        new = np.flatnonzero(~self._holds.take(here.games))
        games = here.games.take(new)
        found = self._search(here.only(new), ledgers.take(new), ceiling.take(new), above.take(new))
        self._found.offer[:, games] = found.offer
        self._found.net[:, games] = found.net
        self._found.there[:, games] = found.there
        self._holds[games] = True
        return self._found.only(here.games)

    def _search(self, here: Situation, ledgers: Ids, ceiling: I64, above: I64) -> Proposals:
        found = _none(len(here.games))
        which = np.arange(len(here.games))
        for place, fourth in enumerate(FOURTHS):
            if not len(which):
                break
            at, span = here.only(which), (ceiling - here.floor).take(which)
            target = at.floor + span * fourth // FOURTHS[0]
            reply = self._chooser.propose(at, ledgers.take(which), target, above.take(which))
            same = (found.offer[:place, which] == reply.offer).all(axis=2) & found.there[:place, which]
            found.offer[place, which], found.net[place, which] = reply.offer, reply.net
            found.there[place, which] = reply.there & ~same.any(axis=0)
            which = which[span > 0]  # where nothing lies between floor and ceiling all aims are the same
        return found


def _none(games: int) -> Proposals:
    shape = (len(FOURTHS), games)
    return Proposals(np.full((*shape, 4), -1, np.int32), np.zeros(shape, np.int64), np.zeros(shape, np.bool_))
