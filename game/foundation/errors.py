"""Everything that can go wrong without the program being wrong.

Every message says what, where, and what would be right. Programming faults stay AssertionError and TypeError.
"""

from collections.abc import Iterable

from game.foundation.findings import Finding
from game.foundation.texts import _

MOST_QUOTED = 120
"""Letters of what somebody wrote that a message repeats; a book may have been pasted."""


class GameError(Exception):
    """The root of the tree: whoever talks to a user catches this and prints its text."""


class ScenarioError(GameError):
    """Content that cannot be used.

    Args:
        findings: everything that was found, warnings included; in the order of the files.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


class UnreadableAction(GameError):
    """A move that could not be read.

    Args:
        text: what was typed or sent.
        hint: what would be right, as a sentence.
    """

    def __init__(self, text: str, hint: str = "") -> None:
        self.text = text
        self.hint = hint
        said = text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}..."
        super().__init__(_("cannot read the move {text!r}. {hint}").format(text=said, hint=hint).rstrip())


class IllegalAction(GameError):
    """A move that was read but is not allowed now. The game stays as it was.

    Args:
        game: number of the game in its batch, from 0.
        turn: the turn, from 1 as players count.
        seat: the seat's name.
        action: the move, as the rules or the player wrote it.
        reason: why it is not allowed, as a sentence.
    """

    def __init__(self, game: int, turn: int, seat: str, action: object, reason: str) -> None:
        self.game = game
        self.turn = turn
        self.seat = seat
        self.action = action
        self.reason = reason
        super().__init__(
            _("{seat} cannot do this in turn {turn}: {action}. {reason}").format(
                seat=seat, turn=turn, action=action, reason=reason
            )
        )


class TranscriptError(GameError):
    """A transcript that is damaged, foreign, or older than can be read."""


class WrongScenario(TranscriptError):
    """A transcript of another scenario, or of another state of this one.

    Args:
        expected: digest that the transcript was written with.
        found: digest of the scenario at hand.
    """

    def __init__(self, expected: str, found: str) -> None:
        self.expected = expected
        self.found = found
        super().__init__(
            _("this transcript belongs to scenario {expected}, but the scenario given is {found}").format(
                expected=expected, found=found
            )
        )


class ReplayDiverged(TranscriptError):
    """A replay that came to another state than the transcript says.

    Args:
        turn: the first turn, from 1, after which the two differ.
        expected: digest in the transcript.
        found: digest of the replay.
    """

    def __init__(self, turn: int, expected: str = "", found: str = "") -> None:
        self.turn = turn
        self.expected = expected
        self.found = found
        super().__init__(
            _("the replay differs from turn {turn} on (expected digest {expected}, found {found})").format(
                turn=turn, expected=expected or "?", found=found or "?"
            )
        )


class SeatError(GameError):
    """The wrong seat, a stale turn, or an unknown join code."""
