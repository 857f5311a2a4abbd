"""What is written down of a game while it is played, and kept on disk if somebody keeps it."""

from __future__ import annotations

from game.match.digests import game_digest
from game.match.saves import Keeper
from game.match.transcript import Entry, Heading, Mark, Transcript
from game.rules.state import Phase, State


class Record:
    """The entries of one game so far.

    Args:
        heading: which game it is.
        keeper: keeps it on disk; None for none.
    """

    def __init__(self, heading: Heading, keeper: Keeper | None) -> None:
        self.keeper = keeper
        self.entries: list[Entry] = []
        self._heading = heading

    def add(self, entry: Entry) -> None:
        """Write down what was done."""
        self.entries.append(entry)

    def mark(self, state: State) -> None:
        """Write down how the game stands, so that who plays it again can compare."""
        turn = -1 if state.clock.phase is Phase.OVER else state.clock.turn
        self.add(Mark(turn, game_digest(state)))

    def keep(self) -> None:
        """Have it on disk before anything else happens."""
        if self.keeper:
            self.keeper.keep(self.transcript())

    def transcript(self) -> Transcript:
        """All of it."""
        return Transcript(self._heading, tuple(self.entries))
