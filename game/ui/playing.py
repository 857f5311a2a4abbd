"""A game in the window: the match, and whose eyes look at it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from game.foundation.errors import SeatError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.library import Opened, open_scenario
from game.match.replaying import resume
from game.match.saves import Keeper, load, new_path
from game.match.table import PERSON, Match
from game.ui.theme import ToneName

SEAT_TONES: tuple[ToneName, ToneName] = ("envoy", "government")


@dataclass
class Playing:
    """One match that is looked at by one seat at a time.

    Attributes:
        match: the game.
        viewer: the seat whose screen it is. With two persons it changes behind a curtain.
        told: how many happenings each seat has been shown on the reactions page.
        warned: whether the player was told that the game is not on disk.
    """

    match: Match
    viewer: int = 0
    told: list[int] = field(default_factory=lambda: [0, 0])
    warned: bool = False

    @property
    def opened(self) -> Opened:
        """The scenario played."""
        return self.match.opened

    @property
    def hot_seat(self) -> bool:
        """Whether two persons share this window."""
        return len(self.match.people) == 2

    def mine(self) -> bool:
        """Whether the viewer is asked."""
        return self.match.asked == self.viewer


BOTH = "both"
ALIASES = ("envoy", "government")


def seat_number(opened: Opened, name: str) -> int | None:
    """The seat that a name means: its id, `envoy` or `government` for the first or second, None for `both`.

    Raises:
        SeatError: there is no such seat.
    """
    ids = [seat.id for seat in opened.words.seats]
    if name == BOTH:
        return None
    if name in ids:
        return ids.index(name)
    if name in ALIASES:
        return ALIASES.index(name)
    known = ", ".join((*ids, *ALIASES, BOTH))
    raise SeatError(_("there is no seat {name!r}. Possible: {known}.").format(name=name[:40], known=known))


def begin(opened: Opened, seat: int | None, opponent: str, seed: int | None = None) -> Playing:
    """A new game, kept on disk from the first move.

    Args:
        seat: the person's seat; None for two persons.
        opponent: the policy on the other seat.
        seed: of the game; None draws one.
    """
    players = (PERSON, PERSON) if seat is None else (opponent, PERSON) if seat else (PERSON, opponent)
    seed = secrets.randbits(32) if seed is None else seed
    keeper = Keeper(new_path(saves_folder(), opened.scenario.id))
    match = Match(opened, players, seed, keeper=keeper)
    return Playing(match, viewer=match.people[0])


def resume_from(path: Path) -> Playing:
    """A saved game, where it stood.

    Raises:
        GameError: it cannot be read or does not fit its scenario; the file stays as it is.
    """
    transcript = load(path)
    match = resume(open_scenario(transcript.heading.scenario), transcript, Keeper(path))
    people = match.people or (0,)
    return Playing(match, viewer=match.asked if match.asked in people else people[0])
