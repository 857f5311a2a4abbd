"""A seat that tries its moves out in its mind before it makes one.

Each option (`deliberate`) is played to the end of the game in the same number of worlds that the seat can
believe in. What is hidden is drawn: the other's type and tempo as the seat believes in them, everything
else by `resample`. Worlds are the same for all options, which takes most of the luck out of the
comparison. An option is worth what the learning seat thinks, as far as the worlds do not contradict it:
its lead over the option that the learning seat would take is moved into the interval of MARGIN standard
errors around its mean lead in these worlds. So the seat leaves what it would do without looking ahead only
for what is better beyond the luck of the draw (decision 045). The budget is a number of worlds, not a time,
so a decision is the same on a slow machine. Source: as of `rollouts`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from game.foundation.arrays import I32, I64, U32, U64
from game.foundation.draws import below, draw
from game.foundation.purposes import Purpose
from game.foundation.roots import whole_roots
from game.information.brief import Brief
from game.information.observe import Observation
from game.information.resample import resample
from game.policies.bayesian import Bayesian
from game.policies.beliefs import Belief
from game.policies.deliberate import Options
from game.policies.logs import MICRO
from game.policies.rollouts import Rollouts
from game.policies.situation import Games, Situation
from game.policies.tempos import LATE, TEMPOS, Which
from game.policies.thinking import Thinking
from game.rules.actions import no_action
from game.rules.state import State, take

MOST_WORLDS = 1024
MARGIN = 3  # standard errors; assumed, decision 045
_UNIT, _MOST = 1000, 1 << 26  # differences are squared in micro-utils times months, 67 utils at most
_INDEX = 3000  # draws of this kind count from here; others count their slots from 0
_MOST_AT_ONCE = 16_384  # games imagined at a time


@dataclass(frozen=True)
class Worlds:
    """Imagined games, `worlds` for each of n.

    Args:
        state: n * worlds games.
        tempo: intp[n * worlds], the other's.
    """

    state: State
    tempo: Which


class Planner(Bayesian):
    """Looks ahead, and does as the learning seat would where that tells it nothing.

    Args:
        worlds: how many each option is tried in, 1 to MOST_WORLDS: the declared budget.
    """

    def __init__(self, brief: Brief, worlds: int, sharpness: Decimal | None = None) -> None:
        super().__init__(brief, sharpness)
        assert 1 <= worlds <= MOST_WORLDS
        self.worlds = worlds
        self.thinking = Thinking()
        self._brief = brief
        self._rollouts = Rollouts(brief)

    def values(  # noqa: D102 - as in Deliberate
        self, seen: Observation, here: Situation, options: Options, belief: Belief, key: U64
    ) -> I64:
        learned = super().values(seen, here, options, belief, key)
        values, usual = learned.copy(), self.best(options, learned)
        several = np.flatnonzero(options.there.sum(axis=0) > 1)
        a_time = max(1, _MOST_AT_ONCE // (self.worlds * len(options.there)))
        for begin in range(0, len(several), a_time):
            part = several[begin : begin + a_time]
            there, open_ = here.only(part), options.only(part)
            worlds = self._worlds(seen, there, belief.only(part), key)
            low, high = leads_of(self._tried(there, open_, worlds), usual[part])
            thought = learned[usual[part], part]
            corrected = thought + np.clip(learned[:, part] - thought, low, high)
            values[:, part] = np.where(open_.there, corrected, learned[:, part])
        return values

    def _worlds(self, seen: Observation, here: Situation, belief: Belief, key: U64) -> Worlds:
        n, clock = len(here.games), here.state.clock
        words = draw(
            key.take(here.games), clock.turn, Purpose.POLICY, 2 * self.worlds + 1, _INDEX + clock.slot
        )
        pairs = words[:, 1:].reshape(n, self.worlds, 2).astype(np.uint64)
        low, high = pairs[:, :, 0].reshape(-1), pairs[:, :, 1].reshape(-1)
        every = Observation(seen.seat, take(seen.state, here.games.repeat(self.worlds)))
        believed = resample(self._brief, every, low | high << np.uint64(32))[1]
        type_, tempo = _drawn(belief.hypotheses, words[:, 0], self.worlds)
        types, floors, other = believed.type.copy(), believed.floor.copy(), 1 - seen.seat
        types[:, other], floors[:, other] = type_, self._floors(low)
        return Worlds(replace(believed, type=types, floor=floors), tempo)

    def _floors(self, words: U64) -> I32:
        """The least that the other signs for: taken to be drawn as the own one is (decision 041)."""
        side = self.appraiser.tables.sides[self.appraiser.seat]
        span = side.floor_high - side.floor_low + 1
        return side.floor_low + below(words.astype(np.uint32), span)

    def _tried(self, here: Situation, options: Options, worlds: Worlds) -> I64:
        """The payoffs after each option, world by world. int64[C,n,worlds], 0 where there is none."""
        option, game = np.nonzero(options.there)
        which = (game[:, None] * self.worlds + np.arange(self.worlds)).reshape(-1)
        chosen, games = option.repeat(self.worlds), game.repeat(self.worlds)
        first = no_action(len(which))
        self.fill(here.only(games), first, np.arange(len(which)), options.only(games), chosen)
        own, their = np.full(len(which), LATE, np.intp), worlds.tempo.take(which)
        paces = (own, their) if self.appraiser.seat == 0 else (their, own)
        payoff = self._rollouts.payoffs(take(worlds.state, which), first, paces, self.thinking)
        found = np.zeros((*options.there.shape, self.worlds), np.int64)
        found[option, game] = payoff.reshape(-1, self.worlds)
        return found


def leads_of(payoffs: I64, usual: Games) -> tuple[I64, I64]:
    """How far every option is ahead of the usual one, at least and at most.

    Args:
        payoffs: int64[C,n,worlds].
        usual: intp[n], the option that the others are compared with, world by world.

    Returns: int64[C,n] each: mean of the differences, less and plus MARGIN standard errors.
    """
    worlds = payoffs.shape[2]
    ahead = payoffs - payoffs[usual, np.arange(len(usual))]
    mean = ahead.sum(axis=2) // worlds
    # a single world says nothing of how worlds differ: then its whole difference counts as luck
    by_luck = ahead - mean[:, :, None] if worlds > 1 else ahead
    squares = np.square(np.clip(by_luck // _UNIT, -_MOST, _MOST)).sum(axis=2)
    error = whole_roots(squares // (worlds * max(worlds - 1, 1))) * _UNIT
    return mean - MARGIN * error, mean + MARGIN * error


def _drawn(hypotheses: I64, words: U32, worlds: int) -> tuple[Games, Which]:
    """Types and tempos in proportion to what is believed: evenly spaced marks from one random start.

    Args:
        hypotheses: int64[n,K,tempos], millionths.
        words: uint32[n].

    Returns: intp[n * worlds] each. Source: systematic sampling, Cochran 1977, "Sampling Techniques", ch. 8.
    """
    rising = hypotheses.reshape(len(hypotheses), -1).cumsum(axis=1)
    whole = (np.arange(worlds, dtype=np.uint64) << np.uint64(32)) + words.astype(np.uint64)[:, None]
    mark = (whole * np.uint64(MICRO) // np.uint64(worlds) >> np.uint64(32)).astype(np.int64)
    drawn = (mark[:, :, None] >= rising[:, None, :]).sum(axis=2).reshape(-1)
    return drawn // len(TEMPOS), drawn % len(TEMPOS)
