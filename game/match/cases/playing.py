"""The moves of a test case."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.reading.places import Path
from game.foundation.errors import UnreadableAction
from game.foundation.texts import _
from game.match.cases.failing import Failed, known
from game.match.cases.schema import Given, TestCase
from game.match.cases.setting import opening_of
from game.match.library import Opened
from game.match.notation import read_action
from game.rules.actions import Action
from game.rules.happenings import Happening, What
from game.rules.play import apply, is_legal
from game.rules.reasons import why_not
from game.rules.state import Phase, State

_OF_RATIFICATION = (What.RATIFIED, What.REFUSED, What.VOTED)


@dataclass(frozen=True)
class Played:
    """Where a case stands after its moves.

    Args:
        state: one game.
        last_ratification: what happened in the last ratification; None if there was none.
    """

    state: State
    last_ratification: tuple[Happening, ...] | None

    @property
    def over(self) -> bool:
        """Whether the game has ended."""
        return self.state.clock.phase is Phase.OVER


def play(opened: Opened, case: TestCase, path: Path) -> Played:
    """Set the game up and make the moves.

    Raises:
        Failed: a move is not understood, not allowed, or not its seat's.
    """
    state = opening_of(opened, case.given or Given.model_validate({}), (*path, "given"))
    last = None
    for number, text in enumerate(case.do):
        at = (*path, "do", number)
        seat, action = move_of(opened, text, at)
        if state.clock.phase is Phase.OVER:
            raise Failed(at, _("the game is over"))
        if state.clock.seat != seat:
            other = opened.lexicon.seats.ids[state.clock.seat]
            raise Failed(at, _("it is the turn of '{seat}'").format(seat=other))
        if not is_legal(opened.tables, state, action)[0]:
            raise Failed(at, _("is refused: {why}").format(why=why_not(opened.tables, state, action, 0)))
        happened: list[Happening] = []
        state = apply(opened.tables, state, action, happened)
        voted = tuple(one for one in happened if one.what in _OF_RATIFICATION)
        last = voted or last
    return Played(state, last)


def move_of(opened: Opened, text: str, path: Path) -> tuple[int, Action]:
    """The seat and the move that a line such as `envoy: accept` says.

    Raises:
        Failed: it says none.
    """
    name, colon, move = text.partition(":")
    if not colon:
        raise Failed(path, _("names no seat"), _("Write 'SEAT: MOVE', such as '{seat}: hold'.").format(
            seat=opened.lexicon.seats.ids[0]))  # fmt: skip
    known(path, name.strip(), opened.lexicon.seats.ids, _("seat"))
    seat = opened.lexicon.seats.ids.index(name.strip())
    try:
        return seat, read_action(opened.lexicon, opened.tables, seat, move.strip())
    except UnreadableAction as fault:
        raise Failed(path, str(fault)) from None
