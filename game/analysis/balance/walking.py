"""Walks through a scenario's assumed numbers: which can be moved, and what the scenario is at each step.

Source: Morris's screening with groups (see `elementary_effects`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import count

from game.analysis.balance.assumed_numbers import AssumedNumber, assumed_numbers, fitted, moved
from game.analysis.balance.mutating import digest_of
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.analysis.statistics.elementary_effects import Walk, walk
from game.content.reading.loading import Reading
from game.foundation.errors import GameError
from game.foundation.texts import _

MOST_TRIES = 20  # walks looked at for each that is wanted

Progress = Callable[[int], None]
"""Called with how many are done."""


@dataclass(frozen=True)
class Plan:
    """What is moved, and how far. It is sent to the processes that play.

    Args:
        reading: the scenario as it is.
        numbers: those that are moved; all numbers of a part are moved at the same step.
        by: how far each is moved at most, as a share of what is written.
        seed: of the walks.
    """

    reading: Reading
    numbers: tuple[AssumedNumber, ...]
    by: Decimal
    seed: int

    @property
    def parts(self) -> tuple[str, ...]:
        """What is moved at one step each, in the order of the file."""
        return tuple(dict.fromkeys(number.part for number in self.numbers))

    @property
    def steps(self) -> int:
        """How many rows of games a walk has: one at its start, one after each step."""
        return len(self.parts) + 1

    def walk(self, number: int) -> Walk:
        """One of the walks of this seed, whether the scenario can be played all the way or not."""
        parts = {part: place for place, part in enumerate(self.parts)}
        return walk([parts[one.part] for one in self.numbers], self.seed, number)

    def reading_at(self, number: int, step: int) -> Reading:
        """The scenario after so many steps of a walk."""
        return moved(self.reading, self.numbers, self.walk(number).levels(step), self.by)


def chosen_numbers(reading: Reading, within: str | None) -> tuple[AssumedNumber, ...]:
    """The assumed numbers to look at.

    Args:
        within: a part whose numbers are moved one by one; None for all numbers, part by part.

    Raises:
        GameError: there are none.
    """
    numbers = assumed_numbers(reading)
    if not numbers:
        raise GameError(_("no number of this scenario is marked `basis: assumed`"))
    if within is None:
        return numbers
    found = tuple(replace(one, part=one.name) for one in numbers if one.part == within)
    if not found:
        parts = ", ".join(dict.fromkeys(one.part for one in numbers))
        raise GameError(
            _("--within {part}: no assumed number stands there; there are some in {parts}").format(
                part=within, parts=parts
            )
        )
    return found


def those_that_fit(plan: Plan, digest: str, jobs: int, progress: Progress) -> Plan:
    """The same plan with those of its numbers that can be moved alone, and change something.

    Args:
        digest: of the scenario as it is.

    Raises:
        GameError: there are none.
    """
    make, ahead = executors(jobs)
    hand_out: InOrder[AssumedNumber, AssumedNumber | None] = InOrder(
        make, partial(fitted, plan.reading, plan.by, digest), ahead
    )
    found = []
    for done, number in enumerate(hand_out.results(plan.numbers), 1):
        found += [number] if number is not None else []
        progress(done)
    if not found:
        raise GameError(
            _("no assumed number here can be moved by {by} either way; try another --by").format(by=plan.by)
        )
    return replace(plan, numbers=tuple(found))


def walks_of(plan: Plan, wanted: int, jobs: int, progress: Progress) -> tuple[int, ...]:
    """The first walks of the seed of which every row can be played: moved numbers may not fit each other.

    Raises:
        GameError: hardly any can.
    """
    make, ahead = executors(jobs)
    hand_out: InOrder[int, bool] = InOrder(make, partial(_fits, plan), ahead)
    found: list[int] = []
    results = hand_out.results(count())
    for number, fits in enumerate(results):
        found += [number] if fits else []
        progress(len(found))
        if len(found) == wanted:
            break
        if number + 1 == MOST_TRIES * wanted:
            raise GameError(
                _(
                    "only {n} of {all} ways of moving all these numbers by up to {by} at once give a "
                    "scenario that can be played: too many have to fit each other. Try a smaller --by."
                ).format(n=len(found), all=number + 1, by=plan.by)
            )
    results.close()
    return tuple(found)


def _fits(plan: Plan, number: int) -> bool:
    return all(digest_of(plan.reading_at(number, step)) is not None for step in range(plan.steps))
