"""What seats that search have in common: menus, exact judgement, keeping their word by the stated rule."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I64, U64, Bool
from game.information.brief import Brief
from game.information.observe import Observation
from game.policies.appraiser import Appraiser
from game.policies.choosing import Chooser
from game.policies.gestures import gesture_of, makes_gesture, size_of_gesture
from game.policies.menus import Kitchen
from game.policies.numbering import Ids
from game.policies.obligations import Judgement, answer_a_breach, decide_on_due
from game.policies.protocol import Reason
from game.policies.recall import Recall
from game.policies.situation import Games, Situation
from game.rules.actions import Action, Kind, no_action
from game.rules.legality import asked
from game.rules.state import Phase


@dataclass(frozen=True)
class Outlook:
    """What a seat can hope for in all games of a batch; it stays the same from ply to ply of a turn.

    Args:
        ledgers: intp[B], numbers of the rounded ledgers.
        generation: of those numbers.
        best: int64[B], exact gain, before the outside option, by the best package that the other could like.
        bias: int64[B], by how much the rounded numbers of menus fall short of that.
    """

    ledgers: Ids
    generation: int
    best: I64
    bias: I64


class Negotiator(ABC):
    """A seat that searches in menus, judges exactly, and keeps its word by the stated rule.

    What kinds of seat differ in is `_talk`: what they say at the table.
    """

    def __init__(self, brief: Brief) -> None:
        self.appraiser = Appraiser(brief)
        self.recall = Recall(self.appraiser, Kitchen(self.appraiser))
        self.chooser = Chooser(self.appraiser, self.recall)
        self._gesture = gesture_of(brief.tables, brief.seat)
        self._seen: tuple[object, ...] = ()
        self._last: Outlook | None = None

    def __call__(self, brief: Brief, seen: Observation, key: U64) -> Action:
        """Decide in every game that is asked."""
        return self._decide(brief, seen, key)[0]

    def reasoned(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        """The same decision for one game, with the reason."""
        assert seen.state.games == 1, "reasons are for one game"
        return self._decide(brief, seen, key)

    def _decide(self, brief: Brief, seen: Observation, key: U64) -> tuple[Action, Reason]:
        questions = asked(brief.tables, seen.state)
        action = no_action(seen.state.games)
        if not questions.any():
            return action, Reason("not-asked")
        here = self.appraiser.surveyor.survey(seen, questions)
        if seen.state.clock.phase is Phase.TALK:
            return action, self._talk(seen, here, action, key)
        return action, self._keep_word(here, action)

    def _outlook(self, seen: Observation) -> Outlook:
        """The same as in the ply before if nothing has changed that it depends on."""
        state = seen.state
        surveyor = self.appraiser.surveyor
        # a seat keeps its type: `observe` makes that array anew
        read = (surveyor.places(state), state.trust, state.vow)
        if (
            self._last is None
            or self._last.generation != self.recall.generation
            or len(self._seen) != len(read)
            or any(a is not b for a, b in zip(read, self._seen, strict=True))
        ):
            every = surveyor.survey(seen, np.ones(state.games, np.bool_))
            self._last, self._seen = self._look(every), read
        return self._last

    def _look(self, here: Situation) -> Outlook:
        ledgers = self.recall.ledgers(here)
        hope = self.recall.best_hope(ledgers)
        best = np.where(hope.found, self.appraiser.net(here, hope.offer) + here.outside, 0)
        bias = np.where(hope.found & (hope.gain >= 0), best - hope.gain, 0)
        return Outlook(ledgers, self.recall.generation, best, bias)

    @abstractmethod
    def _talk(self, seen: Observation, here: Situation, action: Action, key: U64) -> Reason:
        """Write into an action what is said in the games that are asked."""

    def add_gesture(self, here: Situation, action: Action, where: Games, free: Bool) -> None:
        """Make the seat's side move where it pays.

        Args:
            here: n games.
            where: intp[n], their places in the action.
            free: bool[n], where the seat may still say something.
        """
        makes = makes_gesture(self.appraiser, here, self._gesture) & free
        if makes.any():
            action.move[where[makes]] = self._gesture
            action.amount[where[makes]] = size_of_gesture(self.appraiser, here, self._gesture)[makes]

    def _keep_word(self, here: Situation, action: Action) -> Reason:
        honours = here.state.clock.phase is Phase.HONOUR
        hope = self._hope(here, every=not honours)
        judge = decide_on_due if honours else answer_a_breach
        judgement = judge(self.appraiser, here, hope)
        action.kind[here.games] = judgement.kind
        return _reason_of_word(judgement, hope, honours)

    def _hope(self, here: Situation, *, every: bool) -> I64:
        """The best net gain in sight, at least 0. A batch asks for it only where a shock makes it matter."""
        hope = np.zeros(len(here.games), np.int64)
        if every or here.state.games == 1:
            which = np.arange(len(hope))
        else:
            which = np.flatnonzero(here.state.shock[:, self.appraiser.seat].take(here.games) > 0)
        if len(which):
            there = here.only(which)
            hope[which] = np.maximum(self._look(there).best - there.outside, 0)
        return hope


def _reason_of_word(judgement: Judgement, hope: I64, honours: bool) -> Reason:
    if len(hope) > 1:
        return Reason("batch")
    kind = Kind(int(judgement.kind[0]))
    names = (
        ("shock", "price_of_delay", "price_of_breach")
        if honours
        else ("saved_by_snapping_back", "price", "price")
    )
    numbers = dict(
        zip(
            names,
            (int(judgement.shock[0]), int(judgement.price_of_delay[0]), int(judgement.price_of_breach[0])),
            strict=True,
        )
    )
    return Reason(kind.name.lower().replace("_", "-"), {"best_gain_in_sight": int(hope[0]), **numbers})
