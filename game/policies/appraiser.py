"""What offers are worth to a seat's principal and ratifiers, exactly, for many games at once."""

from __future__ import annotations

import numpy as np

from game.bargaining.lattice import Lattice, lattice
from game.bargaining.worth import Released, counted, exposure, kept, released, share_of_half, worth_of_half
from game.foundation.arrays import I32, I64, Bool
from game.information.brief import Brief
from game.policies.situation import Situation, Surveyor
from game.rules.mediation import plan_open
from game.rules.ratification import ratifiers
from game.rules.red_lines import crossed
from game.rules.valuation import broken_vow


class Appraiser:
    """Values offers for one seat, with what the seat knows.

    Views of its lattices: the own principal's types first, then the other principal's analysts' mean
    (`mean`),
    then the own ratifiers (`first_ratifier` and on).
    """

    def __init__(self, brief: Brief) -> None:
        tables, seat = brief.tables, brief.seat
        self.tables = tables
        self.seat = seat
        self.mean = tables.mean
        self.first_ratifier = tables.mean + 1
        self.ratifiers: tuple[int, ...] = tuple(ratifiers(tables, seat).tolist())
        views = (
            *((seat, kind) for kind in range(tables.mean)),
            (1 - seat, tables.mean),
            *((actor, 0) for actor in self.ratifiers),
        )
        self.halves: tuple[Lattice, Lattice] = (lattice(tables, 0, views), lattice(tables, 1, views))
        self.surveyor = Surveyor(tables, seat, self.halves)

    def net(self, here: Situation, offer: I32) -> I64:
        """The principal's net gain from an offer in each game, micro-utils a month. int64[n]."""
        seat, tables = self.seat, self.tables
        plan = offer[:, 2]
        people = self._released(here, offer)
        got = self._worth(here, offer, 1 - seat, here.kind, people)
        received = kept(counted(tables, got, here.trust), tables.plans.keep[:, seat].take(plan))
        share = share_of_half(tables, self.halves[seat], here.at, offer[:, seat], people[seat])
        cost = exposure(tables, seat, tables.plans.phi[:, seat].take(plan), share, here.trust)
        given = self._worth(here, offer, seat, here.kind, people)
        return received + given - cost - self._audience(here, offer) - here.outside

    def may_pass(self, here: Situation, offer: I32) -> Bool:
        """Whether principal and ratifiers could agree, in the best mood, and the plan is open. bool[n]."""
        tables, seat = self.tables, self.seat
        possible = ~crossed(tables, here.state, seat, offer, here.games)
        possible &= plan_open(tables, here.state, offer[:, 2], here.games)
        if not self.ratifiers:
            return possible
        side, people = tables.sides[seat], self._released(here, offer)
        votes = np.zeros(len(here.games), np.int64)
        views = self.first_ratifier + np.arange(len(self.ratifiers))[:, None]
        got = self._worth(here, offer, 1 - seat, views, people)
        changes = self._worth(here, offer, seat, views, people) + counted(tables, got, here.trust)
        for actor, change in zip(self.ratifiers, changes, strict=True):
            mood = here.state.mood[:, actor].take(here.games).astype(np.int64)
            feeling = (mood + 1) * side.mood_unit + here.state.paid[:, actor].take(here.games)
            yes = (change + feeling >= -int(tables.tolerance[actor])) & ~crossed(
                tables, here.state, actor, offer, here.games
            )
            votes += np.where(yes, int(tables.votes[actor]), 0)
            if tables.veto[actor]:
                possible &= yes
        return possible & (votes >= side.quorum)

    def _released(self, here: Situation, offer: I32) -> tuple[Released, Released]:
        explicit = offer[:, 3]
        return (
            released(self.tables, self.halves[0], here.at, offer[:, 0], explicit),
            released(self.tables, self.halves[1], here.at, offer[:, 1], explicit),
        )

    def _worth(
        self, here: Situation, offer: I32, owner: int, view: np.ndarray, people: tuple[Released, Released]
    ) -> I64:
        return worth_of_half(self.halves[owner], here.at, offer[:, owner], view, people[owner])

    def _audience(self, here: Situation, offer: I32) -> I64 | int:
        """Cost of breaking the seat's own vow; an array only if anybody has vowed."""
        state = here.state
        if not (state.vow[:, self.seat, 0] >= 0).any():
            return 0
        whole = np.zeros((state.games, 4), np.int32)
        whole[here.games] = offer
        return broken_vow(self.tables, state, self.seat, whole).take(here.games)
