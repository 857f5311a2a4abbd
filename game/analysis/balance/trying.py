"""Mutations being tried: which gates fail, and of what no gate minds, what it moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from game.analysis.balance.journal import Journal
from game.analysis.balance.mutating import Mutation, digest_of
from game.analysis.balance.running import Asked, Run, chunks_played, prepared
from game.analysis.balance.scoring import Moved, Scored, Scoring, moved
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.analysis.statistics.sequential import Ruling


@dataclass(frozen=True)
class Tried:
    """A mutation and what the gates made of it.

    Args:
        caught: ids of the gates that fail.
        games: how many were played.
        same: whether each of these games is what it is without the mutation.
        moved: of what no gate caught, the metrics that are believed to have moved, the farthest first.
    """

    mutation: Mutation
    caught: tuple[str, ...]
    games: int
    same: bool = False
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """How mutations of one scenario are tried.

    Args:
        digest: of the scenario as it is.
        file: how commands name it.
        asked: the budget of each mutation.
        before: the games of the scenario as it is, under the same keys.
    """

    digest: str
    file: str
    asked: Asked
    before: Scored


def played(run: Run, until: Callable[[Run], bool] = lambda _run: False) -> Scored:
    """Play a run in this process, without keeping its games, and give their scores.

    Args:
        until: whether to stop, asked after each chunk.
    """
    scoring = Scoring(run.heading)
    make, ahead = executors(1)
    for blocks in chunks_played(run, 0, make, ahead):
        scoring.add(blocks)
        run.tally.add(
            {block.pair: block.rows for block in blocks}, {block.pair: block.seconds for block in blocks}
        )
        if until(run):
            break
    return scoring.scored


def tried(attempt: Attempt, mutation: Mutation) -> Tried | None:
    """Play a mutation until one gate fails or the budget is spent.

    Returns: None for one that cannot be used: numbers that others have to fit (chances that sum to 1) cannot
        be moved alone, and some change nothing that can change a game.
    """
    if digest_of(mutation.reading) in (None, attempt.digest):
        return None
    run = prepared(mutation.reading, attempt.file, attempt.asked)
    now = played(run, lambda so_far: bool(failing(so_far)))
    caught = failing(run)
    if caught:
        return Tried(mutation, caught, run.tally.games)
    same = now.games == attempt.before.games
    changes = () if same else moved(run.heading, attempt.before, now)
    return Tried(mutation, (), run.tally.games, same, changes)


@dataclass
class Trying:
    """Mutations being tried, one after the other.

    Args:
        attempt: how.
        chosen: the mutations.
        jobs: processes.
    """

    attempt: Attempt
    chosen: tuple[Mutation, ...]
    jobs: int = 1

    def carry_out(self, journal: Journal, progress: Callable[[int], None]) -> list[Tried]:
        """Try those that the journal does not hold yet.

        Args:
            progress: called with the number of mutations that are done.

        Returns: what was found of all that can be used, in their order.

        Raises:
            GameError: the disk refuses.
            KeyboardInterrupt: somebody stopped it; what was found is kept.
        """
        left = [one for one in self.chosen if one.key not in journal.results]
        done = len(self.chosen) - len(left)
        progress(done)
        make, ahead = executors(self.jobs)
        hand_out: InOrder[Mutation, Tried | None] = InOrder(make, partial(tried, self.attempt), ahead)
        if left:
            for mutation, found in zip(left, hand_out.results(left), strict=True):
                journal.keep(mutation.key, _kept(found))
                done += 1
                progress(done)
        return [
            Tried(
                one,
                tuple(there["caught"]),
                there["games"],
                there["same"],
                tuple(Moved(**change) for change in there["moved"]),
            )
            for one in self.chosen
            if (there := journal.results[one.key])["can_be_used"]
        ]


def _kept(found: Tried | None) -> dict[str, Any]:
    if found is None:
        return {"can_be_used": False}
    return {
        "can_be_used": True,
        "caught": list(found.caught),
        "games": found.games,
        "same": found.same,
        "moved": [asdict(change) for change in found.moved],
    }


def failing(run: Run) -> tuple[str, ...]:
    """Ids of the gates that count and fail so far."""
    return _ruled(run, Ruling.FAIL)


def undecided(run: Run) -> tuple[str, ...]:
    """Ids of the gates that count and are not decided so far."""
    return _ruled(run, Ruling.UNDECIDED)


def _ruled(run: Run, ruling: Ruling) -> tuple[str, ...]:
    return tuple(
        trial.gate.id
        for trial in run.tally.trials
        if trial.ruling is ruling and trial.gate.severity == "error"
    )
