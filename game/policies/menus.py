"""Menus: for every situation at most 64 efficient packages with plans, from best for oneself to best for the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.bargaining.worth import counted, kept, released, worth_of_half
from game.policies.appraiser import Appraiser
from game.policies.bits import packed
from game.policies.half_points import KEPT, HalfPoints, as_column
from game.policies.numbering import Ids, Numbering
from game.policies.rough import rough_trust
from game.policies.rows import LEAST, Picked, efficient_rows, falling, spread_evenly
from game.policies.shelf import Shelf
from game.policies.situation import Situation
from game.rules.state import I64
from game.rules.tables import Tables

ENTRIES = 64
MOODS = 7  # from -3 to 3
_MENUS_AT_ONCE = 64
_MOST_MENUS = 1 << 14
_MOST_HALF_POINTS = 1 << 14


class Menus:
    """Menus of one seat, by what they depend on (see `HalfPoints`); made where they are missing and kept.

    A menu is efficient for the seat's own type and for the analysts' mean of the other seat, with trust and
    counts of people rounded: good enough to search in. What is offered and accepted is judged exactly
    (`Appraiser`). Columns: `own`, `other` int64 gains before outside options, `half0`, `half1`, `plan`, `count`;
    `passing` uint64[ratifiers, moods], the entries a ratifier could vote for in a mood.
    """

    def __init__(self, appraiser: Appraiser) -> None:
        self._appraiser = appraiser
        self._forget()

    def _forget(self) -> None:
        appraiser = self._appraiser
        self._points = (HalfPoints(appraiser, 0), HalfPoints(appraiser, 1))
        self._ids = Numbering()
        self.shelf = Shelf(
            own=(np.int64, (ENTRIES,)),
            other=(np.int64, (ENTRIES,)),
            half0=(np.int32, (ENTRIES,)),
            half1=(np.int32, (ENTRIES,)),
            plan=(np.int8, (ENTRIES,)),
            count=(np.int64, ()),
            passing=(np.uint64, (len(appraiser.ratifiers), MOODS)),  # type: ignore[arg-type]
        )

    def look_up(self, here: Situation) -> Ids:
        """Rows of the shelf for n games. intp[n]."""
        if self.shelf.rows > _MOST_MENUS or max(p.shelf.rows for p in self._points) > _MOST_HALF_POINTS:
            self._forget()
        pair = (self._points[0].look_up(here), self._points[1].look_up(here))
        keys = pair[0].astype(np.int64) << 32 | pair[1]
        found = self._ids.find(keys)
        missing = np.flatnonzero(found < 0)
        if len(missing):
            new, first = np.unique(keys[missing], return_index=True)
            examples = missing[first]
            for start in range(0, len(new), _MENUS_AT_ONCE):
                part = examples[start : start + _MENUS_AT_ONCE]
                self._make(here.only(part), (pair[0][part], pair[1][part]))
            self._ids.add(new)
            found[missing] = self._ids.find(keys[missing])
        return found

    def _make(self, examples: Situation, rows: tuple[Ids, Ids]) -> None:
        own, other, half = self._all_pairs(examples, rows)
        games = len(examples.games)
        row, column = efficient_rows(falling(own), own, other)
        row, column = _worth_offering(row, column, own, other, _least_outside(self._appraiser))
        picked = spread_evenly(row, column, games, ENTRIES)
        at = picked.column
        plan = at // (KEPT * KEPT)
        entries = {
            "own": np.take_along_axis(own, at, axis=1),
            "other": np.take_along_axis(other, at, axis=1),
            "half0": np.take_along_axis(half[0], at, axis=1),
            "half1": np.take_along_axis(half[1], at, axis=1),
            "plan": plan,
            "count": picked.count,
        }
        entries["passing"] = self._passing(examples, entries, picked)
        self.shelf.append(entries)

    def _all_pairs(self, examples: Situation, rows: tuple[Ids, Ids]) -> tuple[I64, I64, tuple[I64, I64]]:
        """Gains of the seat and the other from every pair of efficient halves under every plan, and the halves.

        int64[m, plans * KEPT * KEPT], by plan, then own half, then the other's half.
        """
        tables, seat = self._appraiser.tables, self._appraiser.seat
        shelves = [
            {name: points.shelf[name][row] for name in ("half", "gives", "takes", "pays")}
            for points, row in zip(self._points, rows, strict=True)
        ]
        mine, theirs = shelves[seat], shelves[1 - seat]
        trust, trusted = rough_trust(examples.trust), rough_trust(examples.trusted)
        gain = _taken(tables, seat, theirs, trust)[:, :, None, :] + mine["gives"][:, :, :, None]
        gain_other = _taken(tables, 1 - seat, mine, trusted)[:, :, :, None] + theirs["gives"][:, :, None, :]
        halves = [
            np.broadcast_to(mine["half"][:, :, :, None], gain.shape),
            np.broadcast_to(theirs["half"][:, :, None, :], gain.shape),
        ]
        if seat == 1:
            halves.reverse()
        games = len(examples.games)
        half0, half1 = (half.reshape(games, -1) for half in halves)
        own = np.where((half0 | half1) == 0, LEAST, gain.reshape(games, -1))  # nothing at all is no offer
        return own, gain_other.reshape(games, -1), (half0, half1)

    def _passing(self, examples: Situation, entries: dict[str, NDArray[np.int64]], picked: Picked) -> NDArray:
        """Which entries each ratifier could vote for in each mood. uint64[m, ratifiers, MOODS]."""
        appraiser, tables, seat = self._appraiser, self._appraiser.tables, self._appraiser.seat
        side = tables.sides[seat]
        present = np.arange(ENTRIES) < picked.count[:, None]
        words = np.zeros((len(examples.games), len(appraiser.ratifiers), MOODS), np.uint64)
        if not appraiser.ratifiers:
            return words
        trust = rough_trust(examples.trust)[:, None]
        offered = (entries["half0"], entries["half1"])
        at = as_column(examples.places.rough.of(examples.games))
        people = [
            released(tables, appraiser.halves[o], at, offered[o].astype(np.int32)) for o in (0, 1)
        ]
        mood = np.arange(-3, 4) * side.mood_unit + side.mood_unit
        for number, actor in enumerate(appraiser.ratifiers):
            worth = [
                worth_of_half(
                    appraiser.halves[o], at, offered[o].astype(np.int32), appraiser.first_ratifier + number, people[o]
                )
                for o in (0, 1)
            ]
            change = worth[seat] + counted(tables, worth[1 - seat], trust)
            yes = change[:, None, :] + mood[:, None] >= -int(tables.tolerance[actor])
            words[:, number] = packed(yes & present[:, None, :])
        return words


def _taken(tables: Tables, seat: int, half: dict[str, NDArray[np.int64]], trust: I64) -> I64:
    """What a seat gains by the other's halves under each plan. int64[m, plans, KEPT]."""
    return kept(counted(tables, half["takes"], trust[:, None, None]), tables.plans.keep[:, seat, None]) - half["pays"]


def _least_outside(appraiser: Appraiser) -> int:
    """The least that the seat's outside options can sum up to, at most 0."""
    return sum(min(0, amount) for _, amount in appraiser.tables.values.outside[appraiser.seat])


def _worth_offering(row: Ids, column: Ids, own: I64, other: I64, least: int) -> tuple[Ids, Ids]:
    """Points that are good enough for oneself and, where there are any such, for the other as analysts see it."""
    mine = own[row, column] >= least
    both = mine & (other[row, column] >= 0)
    hopeful = np.bincount(row[both], minlength=len(own)) > 0
    chosen = np.where(hopeful[row], both, mine)
    return row[chosen], column[chosen]
