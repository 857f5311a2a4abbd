"""Menus: at most 64 packages, each best for the other under one plan, with one own half, at a target."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.foundation.arrays import I32, I64, Bool
from game.policies.appraiser import Appraiser
from game.policies.asks import CELLS, LABEL_BITS, OUT_OF_REACH, Asks, Costs
from game.policies.candidates import candidates
from game.policies.gifts import Gifts
from game.policies.half_table import UNIT_BITS
from game.policies.numbering import Ids
from game.policies.rough import rough_trust
from game.rules.tables import Tables

SHARE_BITS = 7  # shares that promises count for are kept in 128ths
_TILE = 512  # games worked on at a time, which keeps their menus in the cache
_LABELS = (1 << LABEL_BITS) - 1  # an entry's number stands below its value, the first highest: it wins ties


@dataclass(frozen=True)
class Scope:
    """What menus of n games are made from; values in units of 128 micro-utils, before outside options.

    Args:
        gifts, asks: intp[n], rows of the two shelves.
        own: int32[E,n], what the seat gains by each own half under each plan.
        ranked: int32[E,n], what the other gains by it, shifted, with the entry's number below.
        share: int32[n], what promises to the seat count for in 128ths.
        begin: int64[plans,n], where the asks' cells of a plan begin.
    """

    gifts: Ids
    asks: Ids
    own: I32
    ranked: I32
    share: I32
    begin: I64

    @cached_property
    def inverse(self) -> I32:
        """One over `share`, in 128ths too. int32[n]."""
        return ((1 << 2 * SHARE_BITS) // np.maximum(self.share, 1)).astype(np.int32)

    @cached_property
    def reach(self) -> I32:
        """`own` in what the other's halves have to bring at full trust. int32[E,n]."""
        return self.own * self.inverse


@dataclass(frozen=True)
class Packages:
    """Packages with what searching says of them.

    Args:
        offer: int32[n,4].
        gain: int64[n], micro-utils a month by rounded numbers: the other's, of `best_hope` the seat's own.
        found: bool[n], whether there is one at all.
    """

    offer: I32
    gain: I64
    found: Bool


class Hoping:
    """What one seat can hope for. Entry e stands for plan e // points and own half e % points.

    With trust, counts of people and values rounded, a menu's packages are efficient for the seat's own type
    and
    the analysts' mean of the other seat; what is offered and accepted is judged exactly (`Appraiser`).
    """

    def __init__(self, appraiser: Appraiser) -> None:
        self._appraiser = appraiser
        tables = appraiser.tables
        self.gifts, self.asks = self._tables()
        self._plans, self._points = len(tables.plans.phi), self.gifts.points
        self._plan = np.repeat(np.arange(self._plans), self._points)
        self._label = np.arange(_LABELS, _LABELS - len(self._plan), -1, dtype=np.int32)[:, None]

    def _tables(self) -> tuple[Gifts, Costs]:
        gifts, asks = _candidates(self._appraiser)
        return Gifts(self._appraiser, gifts, voters=False), Costs(self._appraiser, asks)

    def scope(self, gifts: Ids, asks: Ids, trust: I64, trusted: I64) -> Scope:
        """What the menus of n games are made from.

        Args:
            gifts, asks: intp[n], rows of the two shelves.
            trust, trusted: int64[n], how far the seat trusts the other, and the other the seat.
        """
        tables = self._appraiser.tables
        share, share_other = _share(tables, trust), _share(tables, trusted)
        own = np.ascontiguousarray(self._of_gifts("gives", gifts).T)
        other = self._of_gifts("takes", gifts) * share_other[:, None] >> SHARE_BITS
        ranked = np.ascontiguousarray(other.T)
        ranked <<= LABEL_BITS
        ranked |= self._label
        plans = np.arange(self._plans)[:, None]
        begin = (asks * self._plans + plans) * CELLS
        return Scope(gifts, asks, own, ranked, share, begin)

    def best_hope(self, scope: Scope) -> Packages:
        """The package that is best for oneself among those the other could like, as analysts see it."""
        games = len(scope.gifts)
        best, asked = np.empty(games, np.int32), np.empty(games, np.int32)
        cost_width = self._widths("cost_width", scope)
        most = self.asks.shelf["most"].reshape(-1)
        for start in range(0, games, _TILE):
            tile = slice(start, start + _TILE)
            cell = self._by_plan(scope.ranked[:, tile] >> LABEL_BITS)
            cell >>= cost_width[:, None, tile]
            np.clip(cell, -1, CELLS - 2, out=cell)
            place = cell + (scope.begin[:, None, tile] + 1)
            gain = most.take(place)
            gain *= scope.share[tile]
            gain >>= SHARE_BITS
            gain += self._by_plan(scope.own[:, tile])
            np.maximum(gain, OUT_OF_REACH, out=gain)
            gain <<= LABEL_BITS
            value = gain.reshape(len(self._plan), -1) | self._label
            best[tile] = value.max(axis=0)
            entry = _LABELS - (best[tile] & _LABELS)
            asked[tile] = self._asked("most_half", place, entry)
        entry, gain = _LABELS - (best & _LABELS), best >> LABEL_BITS
        return Packages(
            self._offer(scope.gifts, entry, asked),
            gain.astype(np.int64) << UNIT_BITS,
            gain > OUT_OF_REACH // 2,
        )

    def _asked(self, name: str, place: I64, entry: I32) -> I32:
        """The other's half at a chosen entry."""
        chosen = place.reshape(-1).take(entry * place.shape[-1] + np.arange(place.shape[-1]))
        asked: I32 = self.asks.shelf.halves(name).reshape(-1).take(chosen).astype(np.int32)
        return asked

    def _offer(self, gifts: Ids, entry: I32, asked: I32) -> I32:
        seat = self._appraiser.seat
        offer = np.full((len(entry), 4), -1, np.int32)
        offer[:, seat] = self.gifts.shelf.halves("half").reshape(-1).take(gifts * len(self._plan) + entry)
        offer[:, 1 - seat] = asked
        offer[:, 2] = self._plan.take(entry)
        return offer

    def _of_gifts(self, name: str, rows: Ids) -> I32:
        """int32[n,E]."""
        column = self.gifts.shelf[name]
        return column.reshape(len(column), len(self._plan)).take(rows, axis=0)

    def _widths(self, name: str, scope: Scope) -> I32:
        """How wide the asks' cells of every plan are, in bits. int32[plans,n]."""
        return np.ascontiguousarray(self.asks.shelf[name].take(scope.asks, axis=0).T)

    def _by_plan(self, values: I32) -> I32:
        """[E,t] as [plans,points,t]."""
        return values.reshape(self._plans, self._points, values.shape[-1])


class Kitchen(Hoping):
    """Makes menus for one seat as well."""

    def _tables(self) -> tuple[Gifts, Costs]:
        gifts, asks = _candidates(self._appraiser)
        return Gifts(self._appraiser, gifts, voters=True), Asks(self._appraiser, asks)

    def best_for_other(self, scope: Scope, goal: I32) -> Packages:
        """The package that is best for the other among those that leave the seat its goal.

        Args:
            goal: int32[n], gain aimed at, in units.
        """
        games = len(scope.gifts)
        best, asked = np.empty(games, np.int32), np.empty(games, np.int32)
        width = self._widths("width", scope) + SHARE_BITS
        for start in range(0, games, _TILE):
            tile = slice(start, start + _TILE)
            place, value = self._menu(scope, goal[tile], tile, width)
            best[tile] = value.max(axis=0)
            asked[tile] = self._asked("half", place, _LABELS - (best[tile] & _LABELS))
        return self._packages(scope, best, asked)

    def _menu(self, scope: Scope, goal: I32, tile: slice, widths: I32) -> tuple[I64, I32]:
        """For every entry where the other's half lies on the shelf, and what the other gains, labelled.

        int64[plans,points,t], int32[E,t].
        """
        width = widths[:, None, tile]
        reach = (goal * scope.inverse[tile])[None, None, :] + (
            np.int32(1) << (width - np.int32(1))
        )  # to the nearest
        wanted = reach - self._by_plan(scope.reach[:, tile])
        wanted >>= width
        np.clip(wanted, 0, CELLS - 1, out=wanted)
        place = wanted + scope.begin[:, None, tile]
        value = self.asks.shelf["ranked"].reshape(-1).take(place).reshape(len(self._plan), -1)
        value += scope.ranked[:, tile]
        least = np.int32(OUT_OF_REACH << LABEL_BITS) | self._label
        return place, np.where(self._nothing(scope, place, tile), least, value)

    def _nothing(self, scope: Scope, place: I64, tile: slice) -> Bool:
        """Packages that give nothing to anybody: good enough for a modest goal, and no offer. bool[E,t]."""
        asked = self.asks.shelf.halves("half").reshape(-1).take(place).reshape(len(self._plan), -1)
        halves = self.gifts.shelf.halves("half")
        given = halves.reshape(len(halves), len(self._plan)).take(scope.gifts[tile], axis=0).T
        nothing: Bool = (asked == 0) & (given == 0)
        return nothing

    def passing(self, scope: Scope, goal: I32, mood: I64) -> Packages:
        """The same among packages that the own ratifiers could let pass.

        Args:
            mood: int64[n,ratifiers], moods counted on.
        """
        place, value = self._menu(scope, goal, slice(None), self._widths("width", scope) + SHARE_BITS)
        place = place.reshape(value.shape)
        usable = self._acceptable(scope, place, mood)
        best = np.where(usable, value, OUT_OF_REACH << LABEL_BITS).max(axis=0)
        entry = _LABELS - (best & _LABELS)
        return self._packages(scope, best, self._asked("half", place, np.minimum(entry, len(self._plan) - 1)))

    def _acceptable(self, scope: Scope, place: I64, moods: I64) -> Bool:
        """Which packages the seat's own ratifiers could let pass, as far as menus tell. bool[E,n]."""
        appraiser, tables = self._appraiser, self._appraiser.tables
        side = tables.sides[appraiser.seat]
        possible, votes = np.ones(place.shape, np.bool_), np.zeros(place.shape, np.int32)
        for number, actor in enumerate(appraiser.ratifiers):
            change = self.asks.shelf[f"voter{number}"].reshape(-1).take(place)
            change *= scope.share
            change >>= SHARE_BITS
            change += self._of_gifts(f"voter{number}", scope.gifts).T
            least = -int(tables.tolerance[actor]) - (moods[:, number] + 1) * side.mood_unit >> UNIT_BITS
            yes = change >= least.astype(np.int32)
            votes += yes * np.int32(tables.votes[actor])
            if tables.veto[actor]:
                possible &= yes
        return possible & (votes >= side.quorum)

    def _packages(self, scope: Scope, best: I32, asked: I32) -> Packages:
        entry = np.minimum(_LABELS - (best & _LABELS), len(self._plan) - 1)
        gain = best >> LABEL_BITS
        offer = self._offer(scope.gifts, entry, asked)
        return Packages(offer, gain.astype(np.int64) << UNIT_BITS, gain > OUT_OF_REACH // 2)


def _candidates(appraiser: Appraiser) -> tuple[I32, I32]:
    """Halves worth searching: the seat's own, the other's."""
    return candidates(appraiser, appraiser.seat), candidates(appraiser, 1 - appraiser.seat)


def _share(tables: Tables, trust: I64) -> I32:
    """What promises count for at a rounded trust, in 128ths."""
    promise = tables.trust.promise
    share: I32 = (((promise + (1000 - promise) * rough_trust(trust) // 15) << SHARE_BITS) // 1000).astype(
        np.int32
    )
    return share
