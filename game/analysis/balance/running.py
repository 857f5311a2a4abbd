"""A run: games are played in order, kept and summed up, until gates are decided or the budget is spent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from game.analysis.balance.block import Block, Playable, Work, play_block, playable, source_of
from game.analysis.balance.columns import columns_of
from game.analysis.balance.folder import Heading, RunFolder
from game.analysis.balance.gate_findings import gate_findings, line_of
from game.analysis.balance.gates import trials_of
from game.analysis.balance.scores import metrics_of
from game.analysis.balance.series import Pair
from game.analysis.balance.tally import Tally
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder, MakeExecutor
from game.content.loading import load_reading_of
from game.content.reading.loading import Reading
from game.content.schema.scenario import Scenario
from game.foundation.errors import GameError, ScenarioError
from game.foundation.texts import _
from game.policies.registry import require

KEYS = 512
EVERY = 32
POOL = ("boulware", "linear", "conceder")
MOST_GAMES = 20_000

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Asked:
    """What is wanted of a run.

    Args:
        policies: the pool that metrics are reported of, from weak to strong; None for the usual one.
        games: at most so many in all; None for 20,000, or for no limit where there is one of seconds.
        seconds: stop after so much time, at the end of a chunk.
        jobs: processes.
        gates: whether the file's gates are tested.
    """

    policies: tuple[str, ...] | None = None
    games: int | None = None
    seconds: float | None = None
    seed: int = 1
    jobs: int = 1
    gates: bool = True
    keys: int = KEYS
    every: int = EVERY


@dataclass
class Run:
    """A run being made or made.

    Args:
        scenario, playable: the scenario, as written and compiled.
        work: what all blocks have in common.
        tally: sums so far.
        chunks: how many chunks the budget allows; None for as many as there is time for.
        deaths: how often a pool of processes broke and was made anew.
    """

    scenario: Scenario
    playable: Playable
    work: Work
    asked: Asked
    tally: Tally
    chunks: int | None
    heading: Heading
    deaths: int = 0
    interrupted: bool = False


def prepared(reading: Reading, file: str, asked: Asked) -> Run:
    """Check everything that can be checked before a game is played.

    Args:
        reading: of the scenario file.
        file: how commands name it.

    Raises:
        GameError: the scenario, a gate, a policy or the budget cannot be used.
    """
    scenario = load_reading_of(reading)
    pool = asked.policies or POOL
    for name in pool:
        require(name)
    if len(set(pool)) < len(pool):
        raise GameError(_("--policies names a policy twice: {names}").format(names=", ".join(pool)))
    source = source_of(reading)
    work = Work(source, file, asked.seed, asked.keys, asked.every)
    here = playable(work)
    gates = scenario.balance if asked.gates else ()
    findings = list(gate_findings(scenario)) if gates else []
    if findings:
        raise ScenarioError(findings)
    seats = here.lexicon.seats.ids
    lines = [line_of(scenario, number) for number in range(len(gates))]
    trials = trials_of(gates, seats, here.features.names, lines)
    names = columns_of(here.features.words)
    tally = Tally(
        metrics_of(seats), pool, trials, names, here.features.names, here.tables.turns, here.tables.held_start
    )
    keys, chunks = _budget(asked, len(tally.pairs))
    work = Work(source, file, asked.seed, keys, asked.every)
    tables = here.tables
    heading = Heading(
        scenario.id, tables.digest, tables.rules_version, asked.seed, keys, asked.every, tally.pairs,
        names, seats, tables.turns, tables.held_start, here.features.names,
    )  # fmt: skip
    return Run(scenario, here, work, asked, tally, chunks, heading)


def carry_out(run: Run, folder: Path | None, progress: Progress = lambda _games: None) -> None:
    """Play until every gate is decided or the budget is spent.

    Args:
        folder: where the games are kept, and gone on with; None to keep nothing.
        progress: called with the number of games so far.

    Raises:
        GameError: the folder holds another run, or the disk refuses.
        KeyboardInterrupt: somebody stopped it; whole chunks are kept.
    """
    make, ahead = executors(run.asked.jobs)
    ends = time.monotonic() + run.asked.seconds if run.asked.seconds is not None else None
    kept = RunFolder(folder, run.heading) if folder is not None else None
    try:
        if kept is not None:
            for rows, seconds in kept.stored():
                run.tally.add(rows, seconds)
                progress(run.tally.games)
                if _done(run, None):
                    return
        for blocks in chunks_played(run, run.tally.keys // run.work.keys, make, ahead):
            if kept is not None:
                kept.append(blocks)
            run.tally.add(
                {block.pair: block.rows for block in blocks}, {block.pair: block.seconds for block in blocks}
            )
            progress(run.tally.games)
            if _done(run, ends):
                return
    finally:
        if kept is not None:
            kept.close()


def chunks_played(run: Run, first: int, make: MakeExecutor, ahead: int) -> Iterator[list[Block]]:
    """Chunks from a number on, in order, each with the blocks of all pairs; as long as they are asked for.

    Args:
        make: makes an executor, of this machine or of a cluster.
        ahead: blocks that are handed out at a time.
    """
    pairs = run.tally.pairs
    in_order: InOrder[tuple[int, Pair], Block] = InOrder(make, partial(_played, run.work), ahead)
    blocks: list[Block] = []
    with closing(in_order.results(_pieces(first, run.chunks, pairs))) as results:
        for block in results:
            run.deaths = in_order.deaths
            blocks.append(block)
            if len(blocks) == len(pairs):
                yield blocks
                blocks = []


def _played(work: Work, piece: tuple[int, Pair]) -> Block:
    return play_block(work, *piece)


def _pieces(first: int, chunks: int | None, pairs: Sequence[Pair]) -> Iterator[tuple[int, Pair]]:
    chunk = first
    while chunks is None or chunk < chunks:
        for pair in pairs:
            yield chunk, pair
        chunk += 1


def _done(run: Run, ends: float | None) -> bool:
    if run.tally.decided and run.asked.games is None:
        return True
    if run.chunks is not None and run.tally.keys >= run.chunks * run.work.keys:
        return True
    return ends is not None and time.monotonic() >= ends


def _budget(asked: Asked, pairs: int) -> tuple[int, int | None]:
    """Keys of a chunk, and how many chunks."""
    most = asked.games
    if most is None:
        if asked.seconds is not None:
            return asked.keys, None
        most = MOST_GAMES
    if most < pairs:
        raise GameError(
            _(
                "--max-games {games}: {pairs} pairs of policies play each game, "
                "so at least {pairs} are needed"
            ).format(games=most, pairs=pairs)
        )
    keys = min(asked.keys, most // pairs)
    return keys, most // pairs // keys
