"""Who sits where: seats by their names, and new games with a person on one chair or on both."""

from __future__ import annotations

import secrets

from game.foundation.errors import SeatError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.library import Opened
from game.match.saves import Keeper, new_path
from game.match.table import PERSON, Match

BOTH = "both"
ALIASES = ("envoy", "government")


def seat_names(opened: Opened) -> tuple[str, ...]:
    """Everything that names a seat or both: ids, the two aliases, `both`."""
    return tuple(dict.fromkeys((*opened.lexicon.seats.ids, *ALIASES, BOTH)))


def seat_number(opened: Opened, name: str) -> int | None:
    """The seat that a name means: its id, `envoy` or `government` for the first or second, None for `both`.

    Raises:
        SeatError: there is no such seat.
    """
    ids = opened.lexicon.seats.ids
    if name == BOTH:
        return None
    if name in ids:
        return ids.index(name)
    if name in ALIASES:
        return ALIASES.index(name)
    raise SeatError(
        _("there is no seat {name!r}. Possible: {ids}.").format(
            name=name[:40], ids=", ".join(seat_names(opened))
        )
    )


def new_game(opened: Opened, seat: int | None, opponent: str, seed: int | None = None) -> Match:
    """A new game, kept on disk from its first moment. Arguments and errors as of `laid_out`."""
    match = laid_out(opened, seat, opponent, seed)
    keep_new(match)
    return match


def keep_new(match: Match) -> None:
    """Keep a game on disk from now on, in a file of its own."""
    match.keep_at(Keeper(new_path(saves_folder(), match.opened.scenario.id)))


def laid_out(opened: Opened, seat: int | None, opponent: str, seed: int | None = None) -> Match:
    """A new game that is on no disk yet.

    Args:
        seat: the person's; None for two persons.
        opponent: the policy on the other chair.
        seed: of the game; None draws one.

    Raises:
        GameError: no policy of that name.
    """
    other = PERSON if seat is None else opponent
    players = (other, PERSON) if seat == 1 else (PERSON, other)
    chosen = secrets.randbits(32) if seed is None else seed
    return Match(opened, players, chosen)
