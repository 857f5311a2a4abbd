"""Random players who get into trouble: they agree, break their word, vow, and try what is not allowed."""

from __future__ import annotations

import random
from typing import Any

from tests.oracle.oracle import (
    ACCEPT,
    BREACH,
    BREAK_OFF,
    COUNT,
    DELAY,
    EVENT,
    FLOOR,
    HOLD,
    HONOUR,
    LAG,
    LET_PASS,
    MISMATCH,
    MOVE,
    NOTHING,
    OFFER,
    RECEPTION,
    SHOCK,
    SNAP_BACK,
    TALK,
    TYPE,
    VOTE,
    WALK_OUT,
    WORD,
    Book,
    Oracle,
)

FORCEABLE = (TYPE, FLOOR, EVENT, MOVE, VOTE, SHOCK, LAG, RECEPTION, MISMATCH, COUNT)


class Gambler:
    """Chooses for all seats of all games of a batch, with one generator."""

    def __init__(self, book: Book, chance: random.Random) -> None:
        self.book, self.chance = book, chance
        self.mood = chance.choice(("plain", "plain", "agreeable", "rough"))

    def forced(self) -> tuple[dict[tuple[int, int, int], int], dict[tuple[int, int], bool]]:
        """Now and then forced draws and votes, so that rare things happen often."""
        chance, turns = self.chance, range(self.book.turns)
        if self.mood == "plain":
            return {}, {}
        draws = {}
        for t in turns:
            for _ in range(3):
                address = (t, chance.choice(FORCEABLE), chance.randrange(len(self.book.issues)))
                draws[address] = chance.choice((0, 0, WORD, chance.randrange(WORD)))
        verdicts = {(t, s): chance.random() < 0.9 for t in turns for s in (0, 1) if chance.random() < 0.7}
        return draws, verdicts

    def action(self, oracle: Oracle) -> dict[str, int]:
        """A legal action of the seat that is asked."""
        chance, kinds = self.chance, oracle.legal_kinds()
        if oracle.clock()[2] != TALK:
            weight = {
                HONOUR: 6,
                DELAY: 2,
                BREACH: 2 if self.mood == "rough" else 1,
                LET_PASS: 1,
                SNAP_BACK: 1,
            }
            return {**NOTHING, "kind": chance.choices(kinds, [weight[kind] for kind in kinds])[0]}
        weight = {OFFER: 50, ACCEPT: 60, HOLD: 12, WALK_OUT: 4, BREAK_OFF: 1 if self.mood == "rough" else 0.3}
        kind = chance.choices(kinds, [weight[kind] for kind in kinds])[0]
        action = {**NOTHING, "kind": kind}
        if kind == OFFER:
            action |= self._offer(oracle)
        if chance.random() < 0.3:
            action |= self._move(oracle)
        if not oracle.is_legal(action):
            action = {**NOTHING, "kind": HOLD}
        return action

    def _offer(self, oracle: Oracle) -> dict[str, int]:
        """One of a few random offers: the one that leaves the worse-off seat best, or any."""
        tries = [self._any_offer(oracle) for _ in range(4 if self.chance.random() < 0.6 else 1)]
        tries = [one for one in tries if oracle.is_legal({**NOTHING, "kind": OFFER, **one})] or tries[:1]
        if len(tries) == 1:
            return tries[0]
        return max(
            tries,
            key=lambda one: min(oracle.appraise(s, oracle.type[s], [*one.values()])["net"] for s in (0, 1)),
        )

    def _any_offer(self, oracle: Oracle) -> dict[str, int]:
        chance, halves = self.chance, self.book.halves
        offer = {"half0": chance.randrange(len(halves[0])), "half1": chance.randrange(len(halves[1]))}
        if chance.random() < 0.1:
            offer[chance.choice(("half0", "half1"))] = 0
        elif chance.random() < 0.2:
            offer |= self._everybody()
        offer |= {"plan": chance.randrange(len(self.book.plans)), "people": -1}
        people = self.book.people
        if people is not None and chance.random() < 0.4 and oracle.in_offer([*offer.values()])[people] > 0:
            offer["people"] = chance.randint(1, max(1, oracle.held))
        return offer

    def _everybody(self) -> dict[str, int]:
        """A half that frees all who are held."""
        people, s = self.book.people, self.book.jailer
        if people is None:
            return {}
        last = len(self.book.level[people]) - 1
        whole = [h for h, half in enumerate(self.book.halves[s]) if half[people] == last]
        return {f"half{s}": self.chance.choice(whole)} if whole else {}

    def _move(self, oracle: Oracle) -> dict[str, int]:
        seat, moves = oracle.clock()[3], self.book.file.moves
        own = [m for m, move in enumerate(moves) if self.book.seat[move.seat] == seat]
        if not own:
            return {}
        m = self.chance.choice(own)
        return {"move": m, "amount": self._amount(oracle, moves[m])}

    def _amount(self, oracle: Oracle, move: Any) -> int:
        if move.people:
            return self.chance.randint(1, max(1, min(move.people.max, oracle.held - oracle.promised)))
        return self.chance.randrange(1, len(self.book.level[self.book.issue[move.vow]])) if move.vow else 0

    def nonsense(self, oracle: Oracle) -> dict[str, int]:
        """An action that may well be illegal, often by one number only."""
        chance, book = self.chance, self.book
        action = self.action(oracle) if oracle.asked() and chance.random() < 0.7 else dict(NOTHING)
        if chance.random() < 0.5 and action["kind"] == OFFER:
            action |= self._standing_or_barred(oracle)
        strange = {
            "kind": [*range(12), -1, 100],
            "half0": [-1, 0, len(book.halves[0]) - 1, len(book.halves[0]), 2**31 - 1, -(2**31)],
            "half1": [-1, 0, len(book.halves[1]) - 1, len(book.halves[1]), 2**31 - 1],
            "plan": [-1, 0, len(book.plans) - 1, len(book.plans), 127, -128],
            "people": [-2, -1, 0, 1, oracle.held, oracle.held + 1, 4095, 2**31 - 1],
            "move": [*range(-1, len(book.move) + 1), -2, 127],
            "amount": [-1, 0, 1, 2, 5, oracle.held, oracle.held - oracle.promised, 100, -(2**31)],
        }
        if chance.random() < 0.3 and oracle.asked():
            return self._nearly(oracle, action)
        for part in chance.sample(sorted(strange), chance.choice((0, 1, 1, 2, 7))):
            action[part] = chance.choice(strange[part])
        return action

    def _nearly(self, oracle: Oracle, action: dict[str, int]) -> dict[str, int]:
        """What is allowed just so, or just not: one delay more, one person more, one turn earlier."""
        if oracle.clock()[2] != TALK:
            return {**NOTHING, "kind": self.chance.choice((DELAY, DELAY, SNAP_BACK, HONOUR))}
        action |= self._move(oracle)
        if action["move"] >= 0 and self.book.file.moves[action["move"]].people:
            most = min(self.book.file.moves[action["move"]].people.max, oracle.held - oracle.promised)
            action["amount"] = most + self.chance.randrange(2)
        return action

    def _standing_or_barred(self, oracle: Oracle) -> dict[str, int]:
        pairs = [pair for pair in (*oracle.barred, *(offer[:2] for offer in oracle.offer)) if pair[0] >= 0]
        half0, half1 = self.chance.choice(pairs) if pairs else (0, 0)
        return {"half0": half0, "half1": half1}
