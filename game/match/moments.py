"""When something is asked at a table, and what is said then."""

from __future__ import annotations

from typing import NamedTuple

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.narration.course import Reasoning
from game.rules.actions import Action


class Moment(NamedTuple):
    """A slot in which something is asked; turn and slot from 0. A move says which moment it was meant for."""

    turn: int
    slot: int


class Stated(NamedTuple):
    """What a computer seat says of a move it made: the name of its rule, one of docs/policies.md."""

    moment: Moment
    seat: int
    rule: str


class Decision(NamedTuple):
    """What a computer seat has decided on at a moment."""

    moment: Moment
    seat: int
    action: Action
    reason: Reasoning


class Unconfirmed(GameError):
    """A move that ends the game for good and has to be confirmed. Nothing has happened."""


def late(meant: Moment, now: Moment) -> str:
    """Why a move that was meant for another moment is not made."""
    return _(
        "This move was meant for turn {turn}, slot {slot}; the game stands at turn {now}, slot {now_slot}."
    ).format(turn=meant.turn + 1, slot=meant.slot + 1, now=now.turn + 1, now_slot=now.slot + 1)
