"""What really happened, as actions of the game: what the scripted policy plays and the debrief shows."""

import datetime as dt
from dataclasses import dataclass

from game.rules.actions import Action, Kind, one
from game.rules.tables import Forced


@dataclass(frozen=True)
class Deed:
    """One act of one seat.

    Args:
        step: number of the step in the scenario's history, from 0.
        turn: from 0.
        seat: who acts.
        ply: at which ply of the turn's talks, from 0; -1 for decisions in execution.
        kind: what is done at the table or in execution.
        half0: package halves of an offer, else -1.
        half1: package halves of an offer, else -1.
        plan: of an offer, else -1.
        people: explicit number in an offer, else -1.
        move: side move of the ply, -1 for none.
        amount: of the side move.
        text: what happened, for the debrief.
        date: the day, where known.
        sources: ids of the sources that report it.
    """

    step: int
    turn: int
    seat: int
    ply: int
    kind: Kind
    half0: int = -1
    half1: int = -1
    plan: int = -1
    people: int = -1
    move: int = -1
    amount: int = 0
    text: str = ""
    date: dt.date | None = None
    sources: tuple[str, ...] = ()

    @property
    def action(self) -> Action:
        """The deed as an action of one game."""
        return one(self.kind, self.half0, self.half1, self.plan, self.people, self.move, self.amount)


@dataclass(frozen=True)
class History:
    """A scenario's history.

    Args:
        deeds: in the order in which they happened.
        forced: the draws and verdicts that it names, for `Tables.forced`.
    """

    deeds: tuple[Deed, ...]
    forced: Forced

    def talk(self, turn: int, ply: int) -> Deed | None:
        """What was done at a ply of talks; None where the seat held."""
        return next((deed for deed in self.deeds if (deed.turn, deed.ply) == (turn, ply)), None)

    def decision(self, turn: int, seat: int, kinds: tuple[Kind, ...]) -> Deed | None:
        """A seat's decision of one of some kinds in a turn; None where it honoured or let pass."""
        return next(
            (deed for deed in self.deeds if (deed.turn, deed.seat) == (turn, seat) and deed.kind in kinds),
            None,
        )
