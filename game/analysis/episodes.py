"""Many games between two policies, in chunks; the same whatever the chunk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from game.foundation.digests import digest
from game.foundation.draws import game_keys
from game.information.brief import brief
from game.information.observe import observe
from game.policies.keys import policy_keys
from game.policies.protocol import Policy
from game.policies.registry import make
from game.rules.outcome import Outcome, outcome
from game.rules.play import apply, asked, start
from game.rules.state import Phase, State
from game.rules.tables import Tables

CHUNK = 16_384
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Episodes:
    """The outcomes of games 0 to B - 1 of a run.

    Args:
        outcome: arrays over the games, in their order.
        policies: names of the seats' policies.
        seconds: wall clock of the whole run.
        first_chunk_seconds: of the first chunk, in which tables of the policies are still cold.
    """

    outcome: Outcome
    policies: tuple[str, str]
    seed: int
    seconds: float
    first_chunk_seconds: float

    @property
    def games(self) -> int:
        """B."""
        return len(self.outcome.ended)

    def outcome_digest(self) -> str:
        """A digest of the outcomes alone: equal for every chunk size, machine and number of processes."""
        return digest([np.ascontiguousarray(array) for array in _arrays(self.outcome)])


def simulate(
    tables: Tables,
    policies: tuple[str, str],
    seed: int,
    games: int,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Episodes:
    """Play games 0 to `games` - 1 under a seed between two policies.

    Args:
        policies: names from the registry, for seat 0 and 1.
        chunk: games at a time; changes speed and memory, never an outcome.
        progress: called with the number of games finished, after every chunk.

    Raises:
        GameError: no policy of that name.
    """
    began = time.perf_counter()
    first = 0.0
    parts: list[Outcome] = []
    for done, part in _chunks(tables, policies, seed, games, chunk):
        parts.append(part)
        first = first or time.perf_counter() - began
        if progress:
            progress(done)
    return Episodes(joined(parts), policies, seed, time.perf_counter() - began, first)


def _chunks(
    tables: Tables, policies: tuple[str, str], seed: int, games: int, chunk: int
) -> Iterator[tuple[int, Outcome]]:
    briefs = (brief(tables, 0), brief(tables, 1))
    seats = (make(policies[0], briefs[0]), make(policies[1], briefs[1]))
    for begin in range(0, games, chunk):
        ids = np.arange(begin, min(begin + chunk, games))
        yield int(ids[-1]) + 1, outcome(tables, play_out(tables, seats, seed, ids))


def play_out(tables: Tables, seats: tuple[Policy, Policy], seed: int, ids: NDArray[np.integer]) -> State:
    """Play the games of these numbers to their end.

    Args:
        seats: the policies of seat 0 and 1, made with the seats' briefs.
        ids: int[B], numbers of the games under the seed.
    """
    briefs = (brief(tables, 0), brief(tables, 1))
    keys = (policy_keys(seed, ids, 0), policy_keys(seed, ids, 1))
    state = start(tables, game_keys(seed, ids))
    while state.clock.phase is not Phase.OVER and asked(tables, state).any():
        seat = state.clock.seat
        action = seats[seat](briefs[seat], observe(tables, state, seat), keys[seat])
        state = apply(tables, state, action)
    return state


def joined(parts: list[Outcome]) -> Outcome:
    """Outcomes one after the other."""
    if len(parts) == 1:
        return parts[0]
    whole: dict[str, object] = {}
    for f in fields(Outcome):
        values = [getattr(part, f.name) for part in parts]
        if isinstance(values[0], tuple):
            whole[f.name] = tuple(np.concatenate(each) for each in zip(*values, strict=True))
        else:
            whole[f.name] = np.concatenate(values)
    return Outcome(**whole)  # type: ignore[arg-type]


def _arrays(found: Outcome) -> Iterator[NDArray[np.generic]]:
    for f in fields(found):
        value = getattr(found, f.name)
        yield from value if isinstance(value, tuple) else (value,)
