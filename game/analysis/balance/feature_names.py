"""What reports call everything that can be used in a game of a scenario, as in `offer.potash.general`."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.schema.scenario import Scenario
from game.rules.actions import Kind

DECISIONS = (
    Kind.WALK_OUT, Kind.BREAK_OFF, Kind.DELAY, Kind.BREACH, Kind.LET_PASS, Kind.SNAP_BACK,
)  # fmt: skip


def feature_names(
    levels: Sequence[str],
    plans: Sequence[str],
    seats: Sequence[str],
    moves: Sequence[str],
    events: Sequence[str],
) -> tuple[str, ...]:
    """The names of all features, by bit.

    Args:
        levels: `issue.level` for each that a seat can give, without the first of each issue.
        plans, seats, moves, events: ids, in the order of the file.
    """
    return (
        *(f"offer.{id_}" for id_ in levels),
        *(f"agree.{id_}" for id_ in levels),
        *(f"offer.plan.{id_}" for id_ in plans),
        *(f"agree.plan.{id_}" for id_ in plans),
        *(f"decide.{seat}.{kind.name.lower()}" for seat in seats for kind in DECISIONS),
        *(f"move.{id_}" for id_ in moves),
        *(f"event.{id_}" for id_ in events),
    )


def names_in(scenario: Scenario) -> tuple[str, ...]:
    """The names of all features of a scenario that has no errors; nothing is compiled for them."""
    return feature_names(
        [f"{issue.id}.{level.id}" for issue in scenario.issues for level in issue.levels[1:]],
        [plan.id for plan in scenario.plans],
        [seat.id for seat in scenario.seats],
        [move.id for move in scenario.moves],
        [event.id for event in scenario.events],
    )
