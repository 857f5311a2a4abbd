"""One block of games: the unit of work that is handed to a process, and what comes back."""

from __future__ import annotations

import hashlib
import pickle
import time
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from game.analysis.balance.columns import rows_of
from game.analysis.balance.features import Features, features_of
from game.analysis.balance.measuring import MISSING, Hopes, shares_of_hope
from game.analysis.balance.watching import watch
from game.content.compiling.compile import compile_
from game.content.lexicon import Lexicon
from game.content.loading import load_reading_of
from game.content.reading.loading import Reading
from game.content.restricting import Ban, names_without, without
from game.foundation.arrays import I64
from game.information.brief import brief
from game.policies.protocol import Policy
from game.policies.registry import make
from game.rules.outcome import outcome
from game.rules.tables import Tables

Pair = tuple[str, str]
_KEPT = 3  # scenarios that a process keeps compiled


@dataclass(frozen=True)
class Work:
    """What all blocks of a run have in common; it is sent to the process that plays, scenario and all.

    Args:
        source: the scenario as it was read, with what it extends (`source_of`).
        file: how commands name it.
        seed: of the games.
        keys: games of one block.
        every: the first agreement is held against the frontier in games whose number this divides; 0 for
            none.
        ban: what the seats may not do, if anything.
    """

    source: bytes
    file: str
    seed: int
    keys: int
    every: int
    ban: Ban | None = None


@dataclass(frozen=True)
class Block:
    """Games that were played.

    Args:
        chunk, pair: which block of the run it is.
        rows: int64[keys,C], see `columns_of`.
        text: the same as lines of a CSV file.
        seconds: processor time.
    """

    chunk: int
    pair: Pair
    rows: I64
    text: bytes
    seconds: float


@dataclass
class Playable:
    """A scenario compiled in this process, and the seats that have played it here."""

    tables: Tables
    lexicon: Lexicon
    features: Features
    hopes: Hopes
    seats: dict[tuple[int, str], Policy] = field(default_factory=dict)

    def seat(self, seat: int, name: str) -> Policy:
        """A policy on a seat, with what it has worked out so far; that changes its speed and nothing else."""
        if (seat, name) not in self.seats:
            self.seats[seat, name] = make(name, brief(self.tables, seat))
        return self.seats[seat, name]


def playable(work: Work) -> Playable:
    """The scenario of some work, compiled once in each process."""
    return _compiled(_Source(work.source), work.ban)


def source_of(reading: Reading) -> bytes:
    """A scenario as it was read, ready to be sent to another process."""
    return pickle.dumps(reading)


@dataclass(frozen=True)
class _Source:
    content: bytes

    def __hash__(self) -> int:
        return int.from_bytes(hashlib.sha256(self.content).digest()[:8], "big")


@lru_cache(maxsize=_KEPT)
def _compiled(source: _Source, ban: Ban | None) -> Playable:
    reading: Reading = pickle.loads(source.content)  # noqa: S301 - comes from `source_of`, of our own process
    tables, lexicon = compile_(load_reading_of(reading))
    features = features_of(tables, lexicon)
    if ban is not None:
        tables = without(tables, ban)
        lexicon = names_without(lexicon, tables, ban)
        features = features_of(tables, lexicon)
    return Playable(tables, lexicon, features, Hopes(tables))


def play_block(work: Work, chunk: int, pair: Pair) -> Block:
    """Play one block: the same whatever process does it, and whatever it did before."""
    began = time.process_time()
    here = playable(work)
    ids = np.arange(chunk * work.keys, (chunk + 1) * work.keys)
    seats = (here.seat(0, pair[0]), here.seat(1, pair[1]))
    watched = watch(here.tables, here.features, seats, work.seed, ids, work.every)
    found = outcome(here.tables, watched.state)
    types = watched.state.type.astype(np.int64)
    rows = rows_of(found, watched, shares_of_hope(here.hopes, watched.deals[:, :2], types))
    text = lines_of(rows, pair, int(ids[0]))
    return Block(chunk, pair, rows, text, time.process_time() - began)


def lines_of(rows: I64, pair: Pair, first: int) -> bytes:
    """Rows as lines of a CSV file: number of the game, both policies, then the columns; empty for missing."""
    names = f",{pair[0]},{pair[1]},"
    missing = str(MISSING)
    lines = [
        f"{first + number}{names}{','.join(map(str, row))}\n" for number, row in enumerate(rows.tolist())
    ]
    return "".join(lines).replace(missing, "").encode("ascii")
