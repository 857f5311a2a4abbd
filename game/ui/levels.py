"""Who plays a seat: a person here, or the computer at one of its levels. Every page reads this one list."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.match.chairs import HISTORY
from game.match.table import PERSON

OPPONENTS = ("beginner", "practised", "experienced", "master")
USUAL = OPPONENTS.index("practised")


@dataclass(frozen=True)
class Level:
    """A computer player as players read of it."""

    policy: str
    title: str
    about: str


def levels() -> tuple[Level, ...]:
    """The levels of difficulty to choose from, in the order of OPPONENTS."""
    from game.policies.levels import LEVELS, in_words  # only who chooses waits for it

    return tuple(Level(level.name, *in_words(level)) for level in LEVELS)


def tactics() -> tuple[Level, ...]:
    """Computer players that are known by how they come down; by `--opponent` only."""
    return (
        Level("conceder", _("gives way early"), _("It moves towards you from the first turn (conceder).")),
        Level("linear", _("gives way evenly"), _("It moves a little every turn (linear).")),
        Level("boulware", _("gives way late"), _("It holds out and moves when time runs short (boulware).")),
        Level(
            "micro",
            _("answers each new offer with one of its own"),
            _("It offers something new only when you do (MiCRO)."),
        ),
    )


def levels_of(scenario: Scenario) -> tuple[Level, ...]:
    """The computer players for a scenario: the usual ones, and what really happened where that is told."""
    if not scenario.history:
        return levels()
    about = _(
        "It does what that side really did, as far as your moves allow, and else waits and keeps its word. "
        "You will know what comes."
    )
    return (*levels(), Level(HISTORY, _("does what really happened"), about))


def player_title(player: str) -> str:
    """Who plays a seat, in words; a policy that is not in the list by its own name."""
    if player == PERSON:
        return _("a person here")
    if player == HISTORY:
        return _("computer, does what really happened")
    found = next((level.title for level in (*levels(), *tactics()) if level.policy == player), player)
    return _("computer, {level}").format(level=found)
