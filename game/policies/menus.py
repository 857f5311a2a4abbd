"""Menus: at most 64 packages, each the best for the other under one plan and with one own half at a given target."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.policies.appraiser import Appraiser
from game.policies.asks import CELLS, OUT_OF_REACH, Asks
from game.policies.candidates import candidates
from game.policies.gifts import Gifts
from game.policies.half_table import UNIT_BITS
from game.policies.numbering import Ids
from game.policies.rough import rough_trust
from game.policies.situation import Situation
from game.rules.state import I32, I64, Bool
from game.rules.tables import Tables

_SHARE_BITS = 7  # shares that promises count for are kept in 128ths
_TILE = 512  # games worked on at a time, which keeps their menus in the cache
_MOST_ROWS = 1 << 15


@dataclass(frozen=True)
class Scope:
    """What menus of n games are made from; values in units of 128 micro-utils, before outside options.

    Args:
        gifts, asks: intp[n], rows of the two shelves.
        own, other: int32[n,E], what the seat and the other gain by each own half under each plan.
        share, inverse: int32[n], what promises to the seat count for in 128ths, and one over it likewise.
        share_other: int32[n], what its own promises count for.
    """

    gifts: Ids
    asks: Ids
    own: I32
    other: I32
    share: I32
    inverse: I32
    share_other: I32

    def only(self, which: Ids) -> Scope:
        """Some of these games."""
        return Scope(
            self.gifts.take(which),
            self.asks.take(which),
            self.own.take(which, axis=0),
            self.other.take(which, axis=0),
            self.share.take(which),
            self.inverse.take(which),
            self.share_other.take(which),
        )


@dataclass(frozen=True)
class Packages:
    """Packages with what searching says of them.

    Args:
        offer: int32[n,4].
        other: int64[n], the other's gain as analysts see it, micro-utils a month.
        found: bool[n], whether there is one at all.
    """

    offer: I32
    other: I64
    found: Bool


class Kitchen:
    """Makes menus for one seat: entry e stands for plan e // points and own half e % points.

    With trust, counts of people and values rounded, a menu's packages are efficient for the seat's own type and
    the analysts' mean of the other seat; what is offered and accepted is judged exactly (`Appraiser`).
    """

    def __init__(self, appraiser: Appraiser) -> None:
        self._appraiser = appraiser
        seat, tables = appraiser.seat, appraiser.tables
        self.gifts = Gifts(appraiser, candidates(appraiser, seat))
        self.asks = Asks(appraiser, candidates(appraiser, 1 - seat))
        self.points = self.gifts.points
        self._plan = np.repeat(np.arange(len(tables.plans.phi)), self.points)

    def scope(self, here: Situation) -> Scope:
        """What the menus of n games are made from."""
        for table in (self.gifts, self.asks):
            if table.shelf.rows > _MOST_ROWS:
                table.forget()
        gifts, asks = self.gifts.look_up(here), self.asks.look_up(here)
        tables = self._appraiser.tables
        share, share_other = _share(tables, here.trust), _share(tables, here.trusted)
        entries = (len(gifts), len(self._plan))
        own = self.gifts.shelf["gives"].reshape(-1, entries[1]).take(gifts, axis=0)
        other = self.gifts.shelf["takes"].reshape(-1, entries[1]).take(gifts, axis=0)
        other *= share_other[:, None]
        other >>= _SHARE_BITS
        inverse = ((1 << 2 * _SHARE_BITS) // np.maximum(share, 1)).astype(np.int32)
        return Scope(gifts, asks, own, other, share, inverse, share_other)

    def best_hope(self, scope: Scope) -> I32:
        """The package that is best for oneself among those the other could like, as analysts see it. int32[n,4]."""
        offer = np.empty((len(scope.gifts), 4), np.int32)
        for start in range(0, len(offer), _TILE):
            offer[start : start + _TILE] = self._hope_of(scope.only(np.arange(start, min(start + _TILE, len(offer)))))
        return offer

    def _hope_of(self, scope: Scope) -> I32:
        place = scope.asks[:, None] * self._plans() + self._plan
        width = self.asks.shelf["cost_width"].reshape(-1).take(place)
        cell = np.clip(scope.other >> width, 0, CELLS - 1)
        place *= CELLS
        place += cell
        gain = self.asks.shelf["most"].reshape(-1).take(place)
        own = scope.own + (gain * scope.share[:, None] >> _SHARE_BITS)
        own = np.where((gain == OUT_OF_REACH) | (scope.other < 0), OUT_OF_REACH, own)
        entry = own.argmax(axis=1)
        asked = self.asks.shelf["most_half"].reshape(-1).take(np.take_along_axis(place, entry[:, None], axis=1)[:, 0])
        return self._offer(scope.gifts, entry, asked)

    def best_for_other(self, scope: Scope, rows: Ids, goal: I32) -> Packages:
        """The package that is best for the other among those that leave the seat its goal.

        Args:
            rows: intp[n], the games of the scope that are meant.
            goal: int32[n], gain aimed at, in units.
        """
        offer, other = np.empty((len(rows), 4), np.int32), np.empty(len(rows), np.int64)
        for start in range(0, len(rows), _TILE):
            tile = slice(start, start + _TILE)
            offer[tile], other[tile] = self._best_of(scope.only(rows[tile]), goal[tile])
        return Packages(offer, other << UNIT_BITS, other > OUT_OF_REACH // 2)

    def _best_of(self, scope: Scope, goal: I32) -> tuple[I32, I64]:
        place, other = self._menu(scope, goal)
        entry = other.argmax(axis=1)
        return self._picked(scope, place, entry), np.take_along_axis(other, entry[:, None], axis=1)[:, 0]

    def _menu(self, scope: Scope, goal: I32) -> tuple[Ids, I32]:
        """For every entry where the other's half lies on the shelf, and what the other gains. [n,E] each."""
        wanted = goal[:, None] - scope.own
        wanted *= scope.inverse[:, None]
        wanted >>= _SHARE_BITS
        place = scope.asks[:, None] * self._plans() + self._plan
        width = self.asks.shelf["width"].reshape(-1).take(place)
        cell = -((-wanted) >> width)  # rounded up
        np.clip(cell, 0, CELLS - 1, out=cell)
        place *= CELLS
        place += cell
        other = self.asks.shelf["gives"].reshape(-1).take(place)
        other += scope.other
        return place, other

    def passing(self, here: Situation, scope: Scope, goal: I32, failed: I32) -> Packages:
        """The same among packages that the seat's own ratifiers could let pass and that differ from what failed.

        Args:
            failed: int32[n,4], offers that may not or need not be made.
        """
        place, other = self._menu(scope, goal)
        usable = self._acceptable(here, scope, place) & ~self._same(scope, place, failed) & (other > OUT_OF_REACH // 2)
        other = np.where(usable, other, OUT_OF_REACH)
        entry = other.argmax(axis=1)
        gain = np.take_along_axis(other, entry[:, None], axis=1)[:, 0].astype(np.int64)
        return Packages(self._picked(scope, place, entry), gain << UNIT_BITS, usable.any(axis=1))

    def _acceptable(self, here: Situation, scope: Scope, place: Ids) -> Bool:
        """Which packages the seat's own ratifiers could let pass, as far as menus tell. bool[n,E]."""
        appraiser, tables = self._appraiser, self._appraiser.tables
        side = tables.sides[appraiser.seat]
        possible, votes = np.ones(place.shape, np.bool_), np.zeros(place.shape, np.int64)
        entries, voters = place.shape[1], len(appraiser.ratifiers)
        given = self.gifts.shelf["voters"].reshape(-1, entries, voters).take(scope.gifts, axis=0)
        got = self.asks.shelf["voters"].reshape(-1, voters).take(place, axis=0)
        change = given + (got * scope.share[:, None, None] >> _SHARE_BITS)
        for number, actor in enumerate(appraiser.ratifiers):
            mood = here.state.mood[:, actor].take(here.games).astype(np.int64)
            bar = (-int(tables.tolerance[actor]) - (mood + 1) * side.mood_unit) >> UNIT_BITS
            yes = change[:, :, number] >= bar[:, None]
            votes += np.where(yes, int(tables.votes[actor]), 0)
            if tables.veto[actor]:
                possible &= yes
        return possible & (votes >= side.quorum)

    def _same(self, scope: Scope, place: Ids, offer: I32) -> Bool:
        seat = self._appraiser.seat
        given = self.gifts.shelf["half"].reshape(-1, place.shape[1]).take(scope.gifts, axis=0)
        asked = self.asks.shelf["half"].reshape(-1).take(place)
        same: Bool = (given == offer[:, seat, None]) & (asked == offer[:, 1 - seat, None])
        return same

    def _picked(self, scope: Scope, place: Ids, entry: Ids) -> I32:
        asked = self.asks.shelf["half"].reshape(-1).take(np.take_along_axis(place, entry[:, None], axis=1)[:, 0])
        return self._offer(scope.gifts, entry, asked)

    def _offer(self, gifts: Ids, entry: Ids, asked: I32) -> I32:
        seat = self._appraiser.seat
        offer = np.full((len(entry), 4), -1, np.int32)
        offer[:, seat] = self.gifts.shelf["half"].reshape(-1).take(gifts * len(self._plan) + entry)
        offer[:, 1 - seat] = asked
        offer[:, 2] = self._plan.take(entry)
        return offer

    def _plans(self) -> int:
        return len(self._appraiser.tables.plans.phi)


def _share(tables: Tables, trust: I64) -> I32:
    """What promises count for at a rounded trust, in 128ths."""
    promise = tables.trust.promise
    share: I32 = (((promise + (1000 - promise) * rough_trust(trust) // 15) << _SHARE_BITS) // 1000).astype(np.int32)
    return share
