"""Processor time of games between two seats, by number of games, turns, actors and packages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from game.analysis.episodes import simulate
from game.analysis.scaling.family import Size, of_size
from game.analysis.scaling.growth import Growth, growth
from game.foundation.texts import marked
from game.rules.tables import Tables

POLICIES = ("boulware", "conceder")
SEED = 1
GAMES = 2048  # of each scenario
REPEATS = 3
MIDDLE = Size()
STEPS = {
    "games": (1024, 2048, 4096, 8192, 16384, 32768),
    "turns": (4, 8, 16, 32, 64, 120),
    "actors": (4, 8, 16, 32, 40),
    "levels": (2, 4, 8, 12, 16, 20),
}

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Axis:
    """One thing that grows while all else stays.

    Args:
        name: `games`, `turns`, `actors` or `packages`.
        counted, cost: what the size is, and what is paid for it, for people.
        found: seconds of processor time by size: of the whole run where games grow, of 1,000 games elsewhere.
    """

    name: str
    counted: str
    cost: str
    found: Growth


def axes(progress: Progress = lambda _done: None) -> Iterator[Axis]:
    """Measure along each axis.

    Args:
        progress: called with the number of scenarios measured so far.
    """
    done = 0

    def told(cost: float) -> float:
        nonlocal done
        done += 1
        progress(done)
        return cost

    tables = of_size(MIDDLE)
    whole = [told(_seconds(tables, count)) for count in STEPS["games"]]
    yield Axis("games", marked("games"), marked("seconds for all of them"), growth(STEPS["games"], whole))
    thousand = marked("seconds for 1,000 games")
    for name, what in (
        ("turns", marked("turns of the calendar")),
        ("actors", marked("actors")),
        ("levels", marked("packages")),
    ):
        sizes = [replace(MIDDLE, **{name: step}) for step in STEPS[name]]
        costs = [told(1000 * _seconds(of_size(size), GAMES) / GAMES) for size in sizes]
        counted = [size.packages if name == "levels" else getattr(size, name) for size in sizes]
        yield Axis("packages" if name == "levels" else name, what, thousand, growth(counted, costs))


def steps() -> int:
    """How many scenarios are measured in all."""
    return sum(map(len, STEPS.values()))


def _seconds(tables: Tables, games: int) -> float:
    """The least of several runs, each with seats made anew: what others do on the machine only adds."""
    return min(_once(tables, games) for _repeat in range(REPEATS))


def _once(tables: Tables, games: int) -> float:
    began = time.process_time()
    simulate(tables, POLICIES, SEED, games)
    return time.process_time() - began
