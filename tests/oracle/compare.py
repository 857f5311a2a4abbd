"""Engine and oracle side by side: random games, compared after every ply in every field.

`python -m tests.oracle.compare --games 20000` plays that many over the scenarios that come with the game.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.draws import game_keys
from game.match.library import shipped
from game.rules import outcome as engine_outcome
from game.rules import play, valuation
from game.rules.actions import Action
from game.rules.state import State
from game.rules.tables import Forced, Tables
from tests.cases.pack import PACK
from tests.oracle.gambler import Gambler
from tests.oracle.oracle import NOTHING, OVER, Book, Oracle

FOLDER = Path(__file__).parents[2] / "scenarios"
SCENARIOS = [path for path in shipped() if path.stem not in PACK]  # see tests/cases
EVERYTHING = Path(__file__).with_name("everything.yaml")
BATCH = 256
NOT_COMPARED = ("clock",)
FIELDS = tuple(part.name for part in fields(State) if part.name not in NOT_COMPARED)
PARTS = ("net", "gross", "given", "got", "received", "exposure", "outside", "audience", "people")


@dataclass(frozen=True)
class Engine:
    """The functions of the rules that are compared; a planted fault brings its own."""

    start: Callable[..., Any] = play.start
    apply: Callable[..., Any] = play.apply
    asked: Callable[..., Any] = play.asked
    is_legal: Callable[..., Any] = play.is_legal
    appraise: Callable[..., Any] = valuation.appraise
    outcome: Callable[..., Any] = engine_outcome.outcome


@dataclass
class Difference(Exception):
    """Where engine and oracle part."""

    where: str
    game: int
    clock: tuple[int, ...]
    engine: Any
    oracle: Any

    def __str__(self) -> str:
        at = "turn {} slot {} phase {} seat {}".format(*self.clock)
        return f"{self.where} of game {self.game} at {at}: engine {self.engine}, oracle {self.oracle}"


@dataclass
class Seen:
    """What the games of a comparison went through, to show that they went everywhere."""

    games: int = 0
    plies: int = 0
    values: int = 0
    verdicts: int = 0
    refused: int = 0
    reached: Counter[str] = field(default_factory=Counter)

    def add(self, other: Seen) -> None:
        for part in ("games", "plies", "values", "verdicts", "refused"):
            setattr(self, part, getattr(self, part) + getattr(other, part))
        self.reached.update(other.reached)


@cache
def read(path: Path) -> tuple[Book, Tables]:
    scenario = load(path)
    return Book(scenario), compile_(scenario)[0]


class Batch:
    """Games that stand at the same slot in the engine, and each in an oracle."""

    def __init__(self, path: Path, seed: int, games: int, engine: Engine | None = None) -> None:
        self.book, self.tables = read(path)
        self.engine, self.chance, self.seen = engine or Engine(), random.Random(seed), Seen(games=games)
        self.gambler = Gambler(self.book, self.chance)
        draws, verdicts = self.gambler.forced()
        self.tables = replace(self.tables, forced=Forced(draws, verdicts))
        keys = game_keys(seed, range(games))
        self.state = self.engine.start(self.tables, keys)
        self.oracles = [Oracle(self.book, int(key), draws, verdicts) for key in keys]
        self._catch_up()
        self.compare()

    def play(self) -> Seen:
        """Play all games to their end."""
        while self.state.clock.phase != OVER:
            self.step()
        self.compare_outcomes()
        return self.seen

    def step(self) -> None:
        """One ply in every game that is asked."""
        self._compare_verdicts()
        asked = [oracle.asked() for oracle in self.oracles]
        self._equal("asked", self.engine.asked(self.tables, self.state), asked)
        actions = [
            self.gambler.action(oracle) if asks else NOTHING
            for oracle, asks in zip(self.oracles, asked, strict=True)
        ]
        self._compare_appraisals(actions)
        self.state = self.engine.apply(self.tables, self.state, arrays(actions))
        for oracle, action in zip(self.oracles, actions, strict=True):
            oracle.apply(action)
        self.seen.plies += sum(asked)
        self._catch_up()
        self.compare()

    def _catch_up(self) -> None:
        """Lead the oracles over the slots in which no game was asked."""
        clock = self.state.clock
        for oracle in self.oracles:
            while not oracle.ended if clock.phase == OVER else oracle.clock()[:2] != (clock.turn, clock.slot):
                if oracle.asked():
                    self._differ("slot passed over", self.oracles.index(oracle), clock.slot, oracle.slot)
                oracle.apply(NOTHING)

    def compare(self) -> None:
        clock = self.state.clock
        if clock.phase != OVER:
            stands = (clock.turn, clock.slot, int(clock.phase), clock.seat)
            self._equal("clock", [stands], [self.oracles[0].clock()])
        for name in FIELDS:
            self._equal(name, getattr(self.state, name), [getattr(oracle, name) for oracle in self.oracles])
        self.seen.reached.update(marks(self.state))

    def compare_outcomes(self) -> None:
        ours = [oracle.outcome() for oracle in self.oracles]
        theirs = self.engine.outcome(self.tables, self.state)
        for part in fields(theirs):
            mine = [one[part.name] for one in ours]
            value = getattr(theirs, part.name)
            if part.name == "mandate":
                for seat in (0, 1):
                    self._equal(f"mandate of seat {seat}", value[seat], [one[seat] for one in mine])
            else:
                self._equal(f"outcome {part.name}", value, mine)

    def _compare_verdicts(self) -> None:
        """Whether both allow the same of random actions, most of them illegal."""
        actions = [self.gambler.nonsense(oracle) for oracle in self.oracles]
        verdict = self.engine.is_legal(self.tables, self.state, arrays(actions))
        mine = [oracle.is_legal(action) for oracle, action in zip(self.oracles, actions, strict=True)]
        self._equal("is_legal", verdict, mine, actions)
        self.seen.verdicts += len(mine)
        self.seen.refused += mine.count(False)

    def _compare_appraisals(self, actions: list[dict[str, int]]) -> None:
        """What the offers just made are worth to both seats, part by part."""
        offers = [[one["half0"], one["half1"], one["plan"], one["people"]] for one in actions]
        games = [g for g, one in enumerate(actions) if one["plan"] >= 0]
        if not games or self.chance.random() < 0.5:
            return
        filled = np.array([offer if offer[2] >= 0 else [0, 0, 0, -1] for offer in offers], np.int32)
        for s in (0, 1):
            theirs = self.engine.appraise(self.tables, self.state, s, self.state.type[:, s], filled)
            for g in games:
                mine = self.oracles[g].appraise(s, self.oracles[g].type[s], offers[g])
                for part in PARTS:
                    if int(getattr(theirs, part)[g]) != mine[part]:
                        self._differ(
                            f"appraisal {part} of seat {s} {offers[g]}",
                            g,
                            getattr(theirs, part)[g],
                            mine[part],
                        )
            self.seen.values += len(games) * len(PARTS)

    def _equal(self, what: str, theirs: Any, mine: Any, given: list[Any] | None = None) -> None:
        theirs = np.asarray(theirs)
        mine = np.asarray(mine, np.uint64 if theirs.dtype == np.uint64 else None)
        if theirs.size == 0 == mine.size:
            return
        if theirs.shape != mine.shape:
            self._differ(f"shape of {what}", 0, theirs.shape, mine.shape)
        self.seen.values += theirs.size
        if np.array_equal(theirs, mine):
            return
        g, *rest = (int(n) for n in np.argwhere(theirs != mine)[0])
        self._differ(f"{what}{rest or ''}{given[g] if given else ''}", g, theirs[g], mine[g])

    def _differ(self, what: str, game: int, theirs: Any, mine: Any) -> None:
        clock = self.state.clock
        raise Difference(what, game, (clock.turn, clock.slot, int(clock.phase), clock.seat), theirs, mine)


def arrays(actions: list[Any]) -> Action:
    columns = {part.name: [one[part.name] for one in actions] for part in fields(Action)}
    wide = ("half0", "half1", "people", "amount")
    return Action(
        **{name: np.array(column, np.int32 if name in wide else np.int8) for name, column in columns.items()}
    )


def marks(state: Any) -> Iterator[str]:
    """What some game of a batch shows at present."""
    for name in (
        "enacting",
        "wound",
        "uses",
        "owed",
        "owed_people",
        "exiled",
        "agreements",
        "delayed",
        "breached",
        "snapped",
        "revoked",
        "closing",
        "shock",
        "late",
        "served",
        "vow",
        "barred",
        "verdict",
        "promised",
    ):
        if (np.asarray(getattr(state, name)) > 0).any():
            yield name
    for code in np.unique(state.ended):
        yield f"ended {code}"


def compare(path: Path, games: int, seed: int = 1, batch: int = BATCH, engine: Engine | None = None) -> Seen:
    """Random games of one scenario.

    Raises:
        Difference: where engine and oracle part.
    """
    seen = Seen()
    for start in range(0, games, batch):
        seen.add(Batch(path, seed * 1_000_003 + start, min(batch, games - start), engine).play())
    return seen


def compare_many(paths: list[Path], games: int, workers: int = 2, seed: int = 1) -> dict[str, Seen]:
    """`games` random games in all, spread evenly over scenarios, in several processes."""
    each = -(-games // len(paths))
    found = {path.stem: Seen() for path in paths}
    # Started afresh: a copy of a process that runs tests may hold threads.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        jobs = [
            (path.stem, pool.submit(compare, path, min(BATCH, each - start), seed * 1_000 + start))
            for path in paths
            for start in range(0, each, BATCH)
        ]
        for name, job in jobs:
            found[name].add(job.result())
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    chosen = parser.parse_args()
    began = time.perf_counter()
    for name, seen in compare_many(SCENARIOS, chosen.games, chosen.workers, chosen.seed).items():
        print(
            f"{name}: {seen.games} games, {seen.plies} plies, {seen.values} values equal, "
            f"{seen.verdicts} verdicts equal ({seen.refused} refusals)"
        )
        print("   reached in so many comparisons:", dict(sorted(seen.reached.items())))
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
