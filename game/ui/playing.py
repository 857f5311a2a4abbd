"""A game in the window: the match, and whose eyes look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.foundation.texts import _
from game.match.estimating import Analysts
from game.match.library import Opened, open_for
from game.match.replaying import resume
from game.match.saves import Keeper, load
from game.match.seating import keep_new, laid_out
from game.match.table import Match
from game.ui.naming import shown_name
from game.ui.theme import ToneName

SEAT_TONES: tuple[ToneName, ToneName] = ("envoy", "government")


@dataclass
class Playing:
    """One match that is looked at by one seat at a time.

    Attributes:
        match: the game.
        viewer: the seat whose screen it is. With two persons it changes behind a curtain.
        told: how many happenings each seat has been shown on the reactions page.
        briefed: whether each seat has read its brief; in a game that is gone on with they all have.
        warned: whether the player was told that the game is not on disk.
        names: what the persons want to be called, by seat; forgotten with the window.
        begun: whether the game is kept on disk, as far as it is to be kept at all.
        advisers: the analysts of each seat that has asked for them.
    """

    match: Match
    viewer: int = 0
    told: list[int] = field(default_factory=lambda: [0, 0])
    briefed: list[bool] = field(default_factory=lambda: [False, False])
    warned: bool = False
    names: list[str] = field(default_factory=lambda: ["", ""])
    begun: bool = True
    advisers: dict[int, Analysts] = field(default_factory=dict)

    def begin(self) -> None:
        """Keep a new game on disk from now on."""
        if not self.begun:
            self.begun = True
            keep_new(self.match)

    @property
    def opened(self) -> Opened:
        """The scenario played."""
        return self.match.opened

    @property
    def hot_seat(self) -> bool:
        """Whether two persons share this window."""
        return len(self.match.people) == 2

    def who(self, seat: int) -> str:
        """A seat, with the name of the person on it if there is one."""
        title = self.opened.words.seats[seat].title
        name = shown_name(self.names[seat])
        return _("{name}, {seat}").format(name=name, seat=title) if name else title

    def change_seats(self, players: tuple[str, str]) -> None:
        """Have others sit here from now on; whoever is new to a seat reads its brief first.

        Raises:
            GameError: the game is over, or there is no such policy.
        """
        before = self.match.players
        for seat, player in enumerate(players):
            self.match.change_seat(seat, player)
            if player != before[seat]:
                self.briefed[seat] = False
                self.names[seat] = ""
        people, asked = self.match.people, self.match.asked
        if len(people) == 1:
            self.viewer = people[0]
        elif people and asked is not None:  # nobody knows who of the two sits there: the curtain asks
            self.viewer = 1 - asked

    def analysts(self) -> Analysts:
        """Those of the viewer; they remember what they have read of the game."""
        if self.viewer not in self.advisers:
            self.advisers[self.viewer] = Analysts(self.match, self.viewer)
        return self.advisers[self.viewer]

    def mine(self) -> bool:
        """Whether the viewer is asked."""
        return self.match.asked == self.viewer


def begin(opened: Opened, seat: int | None, opponent: str, seed: int | None = None) -> Playing:
    """A new game. It is kept on disk from its first page on, not while its brief is still declined or taken.

    Args:
        seat: the person's seat; None for two persons.
        opponent: the policy on the other seat.
        seed: of the game; None draws one.
    """
    match = laid_out(opened, seat, opponent, seed)
    return Playing(match, viewer=match.people[0], begun=False)


def resume_from(path: Path, file: str | None = None) -> Playing:
    """A saved game, where it stood; of what happened the last turn and the present one are told again.

    Args:
        path: the saved game.
        file: the file of its scenario; nothing takes the one that came with the game.

    Raises:
        GameError: it cannot be read or does not fit its scenario; the file stays as it is.
    """
    transcript = load(path)
    opened = open_for(transcript.heading, file)
    match = resume(opened, transcript, Keeper(path))
    people = match.people or (0,)
    asked = people[0] if match.asked is None else match.asked
    viewer = asked if asked in people else people[0]
    if len(people) == 2:  # nobody knows who of the two sits there: the curtain asks
        viewer = 1 - asked
    told = [_told_before(match, seat) for seat in (0, 1)]
    return Playing(match, viewer, told, briefed=[True, True])


def _told_before(match: Match, seat: int) -> int:
    """How many happenings lie before the last turn."""
    return sum(happening.turn < match.moment.turn - 1 for happening in match.happenings(seat))
