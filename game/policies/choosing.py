"""Which entry of a menu to offer: good enough for oneself, then as good as can be for the other, and passable."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from game.policies.appraiser import Appraiser
from game.policies.bits import EVERY, highest, lowest, packed, up_to
from game.policies.menus import ENTRIES, Menus
from game.policies.numbering import Ids
from game.policies.situation import Situation
from game.rules.state import I32, I64, U64, Bool

TRIES = 3  # entries that are looked at exactly before a seat gives up offering in a ply
_STEPS = (64, 32, 16, 8, 4, 2, 1)


@dataclass(frozen=True)
class Proposal:
    """An offer for each of n games.

    Args:
        offer: int32[n,4], -1 where there is none.
        net: int64[n], exact net gain of the own principal.
        other: int64[n], the other's gain as analysts see it.
        entry: intp[n], place on the menu, -1 for none.
    """

    offer: I32
    net: I64
    other: I64
    entry: Ids

    @property
    def there(self) -> Bool:
        """Where there is an offer at all."""
        return self.entry >= 0


class Chooser:
    """Picks menu entries for one seat."""

    def __init__(self, appraiser: Appraiser, menus: Menus) -> None:
        self._appraiser = appraiser
        self._menus = menus
        self._groups = _least_majorities(appraiser)

    def passable(self, here: Situation, menu: Ids) -> U64:
        """Entries that are not barred and that the seat's own ratifiers could let pass. uint64[n]."""
        appraiser, shelf = self._appraiser, self._menus.shelf
        allowed = up_to(shelf["count"].take(menu) - 1) & ~self._barred(here, menu)
        if not appraiser.ratifiers:
            return allowed
        yes = [
            shelf["passing"][menu, number, here.state.mood[:, actor].take(here.games).astype(np.intp) + 3]
            for number, actor in enumerate(appraiser.ratifiers)
        ]
        enough = np.zeros(len(menu), np.uint64)
        for group in self._groups:
            together = np.full(len(menu), EVERY, np.uint64)
            for number in group:
                together &= yes[number]
            enough |= together
        return allowed & enough

    def _barred(self, here: Situation, menu: Ids) -> U64:
        """Entries whose package failed to be ratified within the last two turns."""
        state, shelf = here.state, self._menus.shelf
        words = np.zeros(len(menu), np.uint64)
        for slot in (0, 1):
            fresh = (state.barred[:, slot, 0] >= 0) & (state.clock.turn <= state.barred_turn[:, slot] + 2)
            which = np.flatnonzero(fresh.take(here.games))
            if len(which):
                pair = state.barred[here.games[which], slot]
                same = (shelf["half0"][menu[which]] == pair[:, :1]) & (shelf["half1"][menu[which]] == pair[:, 1:])
                words[which] |= packed(same)
        return words

    def at_least(self, here: Situation, menu: Ids, target: I64) -> Ids:
        """The last entry of the menu worth at least `target` (net) to oneself, -1 for none. intp[n]."""
        own, count = self._menus.shelf["own"].reshape(-1), self._menus.shelf["count"].take(menu)
        gross, begin = target + here.outside, menu * ENTRIES
        last = np.full(len(menu), -1, np.intp)
        for step in _STEPS:
            ahead = last + step
            reached = (ahead < count) & (own.take(begin + np.minimum(ahead, ENTRIES - 1)) >= gross)
            last = np.where(reached, ahead, last)
        return last

    def entry(self, menu: Ids, entry: Ids) -> I32:
        """Entries as offers. int32[n,4]; -1 where the entry is -1."""
        shelf, place = self._menus.shelf, np.maximum(entry, 0)
        offer = np.full((len(menu), 4), -1, np.int32)
        for column, name in enumerate(("half0", "half1", "plan")):
            offer[:, column] = np.where(entry >= 0, shelf[name][menu, place], -1)
        return offer

    def propose(self, here: Situation, menu: Ids, target: I64, allowed: U64) -> Proposal:
        """The best offer for the other that leaves oneself `target`, or as near to it as can be passed.

        Args:
            menu: rows of the menus.
            target: int64[n] net gain aimed at.
            allowed: from `passable`.
        """
        last = self.at_least(here, menu, target)
        entry = highest(allowed & up_to(last))
        beyond = lowest(allowed & ~up_to(last))
        entry = np.where((entry < 0) & (beyond < ENTRIES), beyond, entry)
        return self.first_good(here, menu, entry, allowed)

    def first_good(self, here: Situation, menu: Ids, entry: Ids, allowed: U64) -> Proposal:
        """The entry, or the nearest before it that is exactly good enough for the own principal and may pass."""
        net = np.zeros(len(menu), np.int64)
        open_ = np.flatnonzero(entry >= 0)
        entry = entry.copy()
        for _ in range(TRIES):
            there = here if len(open_) == len(menu) else here.only(open_)
            offer = self.entry(menu[open_], entry[open_])
            net[open_] = self._appraiser.net(there, offer)
            good = (net[open_] >= there.floor) & self._appraiser.may_pass(there, offer)
            open_ = open_[~good]
            if not len(open_):
                break
            entry[open_] = highest(allowed[open_] & up_to(entry[open_] - 1))
            open_ = open_[entry[open_] >= 0]
        entry[open_] = -1
        other = self._menus.shelf["other"][menu, np.maximum(entry, 0)]
        return Proposal(self.entry(menu, entry), net, other, entry)


def _least_majorities(appraiser: Appraiser) -> tuple[tuple[int, ...], ...]:
    """Every smallest set of own ratifiers whose yes is enough."""
    tables, side = appraiser.tables, appraiser.tables.sides[appraiser.seat]
    numbers = range(len(appraiser.ratifiers))
    vetoes = {n for n in numbers if tables.veto[appraiser.ratifiers[n]]}
    found: list[tuple[int, ...]] = []
    for size in range(len(vetoes), len(appraiser.ratifiers) + 1):
        for group in combinations(numbers, size):
            votes = sum(int(tables.votes[appraiser.ratifiers[n]]) for n in group)
            enough = votes >= side.quorum and vetoes <= set(group)
            if enough and not any(set(smaller) <= set(group) for smaller in found):
                found.append(group)
    return tuple(found)
