"""What a seat comes to believe of the other: its type and its tempo, from offers, answers and refusals.

A hypothesis is one of the declared types with one of the tempos (`tempos`); it says what the other aims
at. An offer is the likelier under a hypothesis the nearer its worth to that type lies to the aim: exp(-(u
- u')^2 / 2 s^2) with s = .25 (Hindriks & Tykhonov 2008, "Opponent modelling in automated multi-issue
negotiation using Bayesian learning"), u and u' counted in shares of what that type can hope for. An own
offer is accepted with chance 1 / (1 + exp(-(u - u') / (s / 2))) and refused otherwise: quantal, McKelvey
& Palfrey 1995. That everybody plays by a clock is assumed, decision 041. All numbers are whole (`logs`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I32, I64, U64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.logs import MICRO, log_normal, log_of, log_sigmoid, sigmoid
from game.policies.notebook import Notebook
from game.policies.other_side import OtherSide
from game.policies.quantal import Quantal
from game.policies.situation import Games, Situation
from game.policies.tempos import TEMPOS, Tempos
from game.rules.actions import Action, Kind
from game.rules.legality import asked
from game.rules.state import Clock, State

SPREAD = MICRO // 4
Rows = TypeVar("Rows", bound=NDArray[Any])


@dataclass(frozen=True)
class Evidence:
    """What was learned in B games, and what is still open. H hypotheses: type by type, each with all tempos.

    Args:
        logs: int64[B,H], log-likelihood so far, millionths.
        heard: int32[B,4], the last offer taken into account, -1 for none.
        open: bool[B], whether an own offer waits for an answer.
        offered: int32[B,4], that offer.
        taken, refused: int64[B,H], logarithms of the chance that it is accepted or refused.
        agreements: int64[B], how many had been signed.
        spoke: turn and slot in which the seat was asked last; (-1, -1) before.
    """

    logs: I64
    heard: I32
    open: Bool
    offered: I32
    taken: I64
    refused: I64
    agreements: I64
    spoke: tuple[int, int]


@dataclass(frozen=True)
class Belief:
    """What the seat believes in n games, in millionths.

    Args:
        hypotheses: int64[n,K,tempos].
        aims: int64[K,tempos,n], the net gain that the other aims at under each, micro-utils a month.
        hopes: int64[K,n], the net gain that each type can hope for.
    """

    hypotheses: I64
    aims: I64
    hopes: I64

    def only(self, which: Games) -> Belief:
        """In some of these games."""
        return Belief(self.hypotheses[which], self.aims[:, :, which], self.hopes[:, which])

    @property
    def types(self) -> I64:
        """By type alone. int64[n,K], each row sums to a million."""
        whole: I64 = self.hypotheses.sum(axis=2)
        return whole

    @property
    def tempos(self) -> I64:
        """By tempo alone. int64[n,tempos]."""
        whole: I64 = self.hypotheses.sum(axis=1)
        return whole

    def accepting(self, gains: I64) -> I64:
        """The chance that an offer is accepted that brings each type these gains.

        Args:
            gains: int64[K,n].

        Returns: int64[n], millionths.
        """
        chance = sigmoid(_shares(gains, self.aims, self.hopes) * 2 * MICRO // SPREAD)
        expected: I64 = np.einsum("nkm,kmn->n", self.hypotheses, chance) // MICRO
        return expected


class Beliefs:
    """Forms beliefs for one seat."""

    def __init__(self, brief: Brief) -> None:
        self.other = OtherSide(brief)
        self._seat, self._plies = brief.seat, brief.tables.plies
        self._tables = brief.tables
        self._tempos = Tempos(brief.tables)
        prior = [log_of(int(share)) for share in brief.tables.sides[1 - brief.seat].prior]
        self._prior = np.repeat(np.array(prior, np.int64), len(TEMPOS))[None, :]
        self._quantal = Quantal(Decimal(1))

    def nothing(self, games: int) -> Evidence:
        """Before anything was seen."""
        blank, none = np.zeros((games, self._prior.size), np.int64), np.full((games, 4), -1, np.int32)
        return Evidence(
            blank, none, np.zeros(games, np.bool_), none, blank, blank, np.zeros(games, np.int64), (-1, -1)
        )

    def look(self, known: Evidence, seen: Observation) -> tuple[Evidence, Belief]:
        """What is known when the seat is asked in talks, and what it then believes where it is asked."""
        questions = asked(self._tables, seen.state)
        there = self.other.survey(seen, questions)
        hopes = self.other.hopes(seen).take(there.games, axis=1)
        aims = self._aims(there, hopes)
        known = self._answered(known, there)
        known = self._heard(known, there, aims, hopes)
        return known, Belief(self._posterior(known.logs[there.games]), aims, hopes)

    def did(self, known: Evidence, belief: Belief, seen: Observation, action: Action) -> Evidence:
        """The same after the seat's own action: an offer that stands now waits for an answer."""
        there = self.other.survey(seen, asked(self._tables, seen.state))
        games, kind = there.games, action.kind.take(there.games)
        fresh = np.stack([action.half0, action.half1, action.plan, action.people], axis=1)[games]
        offer = np.where((kind == Kind.OFFER)[:, None], fresh, seen.state.offer[games, self._seat])
        waits = (offer[:, 0] >= 0) & ((kind == Kind.OFFER) | (kind == Kind.HOLD))
        gains = self.other.gains(there, _safe(offer))
        taken = _log_of_accepting(gains, belief.aims, belief.hopes)
        refused = _log_of_refusing(gains, belief.aims, belief.hopes)
        return replace(
            known,
            open=_with(known.open, games, waits),
            offered=_with(known.offered, games, offer),
            taken=_with(known.taken, games, _by_game(taken)),
            refused=_with(known.refused, games, _by_game(refused)),
        )

    def _aims(self, there: Situation, hopes: I64) -> I64:
        left = MICRO - self._tempos.conceded(there)
        aims: I64 = hopes[:, None, :] * left[None, :, :] // MICRO
        return aims

    def _answered(self, known: Evidence, there: Situation) -> Evidence:
        """What has become of the own offer that was waiting. Only games that are asked learn anything."""
        clock, games = there.state.clock, there.games
        signed = there.state.agreements.take(games) > known.agreements.take(games)
        offer = known.offered.take(games, axis=0)
        took = signed | _barred(there, offer)
        stands = (there.state.offer[games, self._seat] == offer).all(axis=1)
        # between the last ply of a turn and the first of the next the other may not have spoken
        silent = stands & (known.spoke == (clock.turn - 1, self._plies - 1) and clock.slot == 0)
        answer = np.where(took[:, None], known.taken[games], known.refused[games])
        learns = known.open.take(games) & ~silent
        return replace(
            known,
            logs=_with(known.logs, games, known.logs[games] + np.where(learns[:, None], answer, 0)),
            open=_with(known.open, games, known.open.take(games) & silent),
            heard=_with(known.heard, games, np.where(signed[:, None], -1, known.heard[games])),
            agreements=_with(known.agreements, games, there.state.agreements.take(games)),
            spoke=(clock.turn, clock.slot),
        )

    def _heard(self, known: Evidence, there: Situation, aims: I64, hopes: I64) -> Evidence:
        """Their offer, unless it is the one that was heard before."""
        theirs = there.state.offer[there.games, 1 - self._seat]
        new = (theirs[:, 0] >= 0) & (theirs != known.heard[there.games]).any(axis=1)
        which = np.flatnonzero(new)
        if not len(which):
            return known
        part, offer = there.only(which), theirs[which]
        gains = self.other.gains(part, offer)
        logs, heard = known.logs.copy(), known.heard.copy()
        found = log_normal(_shares(gains, aims[:, :, which], hopes[:, which]), SPREAD)
        logs[part.games] += _by_game(found)
        heard[part.games] = offer
        return replace(known, logs=logs, heard=heard)

    def _posterior(self, logs: I64) -> I64:
        weights = self._quantal.weights(logs + self._prior, np.ones(logs.shape, np.bool_))
        shares = weights * MICRO // weights.sum(axis=1, keepdims=True)
        best = shares.argmax(axis=1)
        shares[np.arange(len(shares)), best] += MICRO - shares.sum(axis=1)
        found: I64 = shares.reshape(len(shares), -1, len(TEMPOS))
        return found


class Believer:
    """The beliefs of a policy, kept from slot to slot."""

    def __init__(self, brief: Brief) -> None:
        self.beliefs = Beliefs(brief)
        self._notebook: Notebook[Evidence] = Notebook()
        self._moment: tuple[State, U64] | None = None
        self._found: tuple[Evidence, Evidence, Belief] | None = None

    def look(self, seen: Observation, key: U64) -> Belief:
        """What the seat believes now, in the games in which it is asked."""
        return self._now(seen, key)[2]

    def did(self, seen: Observation, key: U64, action: Action) -> None:
        """Take note of what the seat does now."""
        before, known, belief = self._now(seen, key)
        self._notebook.keep(key, seen.state.clock, before, self.beliefs.did(known, belief, seen, action))
        self._moment = self._found = None

    def _now(self, seen: Observation, key: U64) -> tuple[Evidence, Evidence, Belief]:
        """What was known before this moment, what is known now, what follows; worked out once a moment."""
        same = self._moment is not None and self._moment[0] is seen.state and self._moment[1] is key
        if self._found is None or not same:
            before = self._before(key, seen.state.clock, seen.state.games)
            self._found = (before, *self.beliefs.look(before, seen))
            self._moment = (seen.state, key)
        return self._found

    def _before(self, key: U64, clock: Clock, games: int) -> Evidence:
        known = self._notebook.before(key, clock)
        return self.beliefs.nothing(games) if known is None else known


def _shares(gains: I64, aims: I64, hopes: I64) -> I64:
    """By how much a gain exceeds an aim, in millionths of the hope. int64[K,tempos,n].

    It counts as one hope at most, so that no single strange offer decides.
    """
    excess: I64 = np.clip((gains[:, None, :] - aims) * MICRO // hopes[:, None, :], -MICRO, MICRO)
    return excess


def _log_of_accepting(gains: I64, aims: I64, hopes: I64) -> I64:
    return log_sigmoid(_shares(gains, aims, hopes) * 2 * MICRO // SPREAD)


def _log_of_refusing(gains: I64, aims: I64, hopes: I64) -> I64:
    return log_sigmoid(-_shares(gains, aims, hopes) * 2 * MICRO // SPREAD)


def _by_game(values: I64) -> I64:
    """[K,tempos,n] as [n,H]."""
    return values.reshape(-1, values.shape[-1]).T


def _with(kept: Rows, games: Games, now: NDArray[Any]) -> Rows:
    """The same array with other values in some of its games."""
    changed = kept.copy()
    changed[games] = now
    return changed


def _safe(offer: I32) -> I32:
    """Something that can be valued where there is no offer."""
    return np.where(offer[:, :1] >= 0, offer, np.array([0, 0, 0, -1], np.int32))


def _barred(there: Situation, offer: I32) -> Bool:
    """Whether the package was signed last turn or this one and failed."""
    state, found = there.state, np.zeros(len(offer), np.bool_)
    for j in (0, 1):
        same = (state.barred[there.games, j] == offer[:, :2]).all(axis=1)
        found |= same & (state.barred_turn[there.games, j] >= state.clock.turn - 1) & (offer[:, 0] >= 0)
    return found
