"""This engine beside others, on the same work in the same run: rates by processor time, and their ratios.

Each peer runs in a process of its own, by an interpreter that has it, and is never imported here. What is and
what is not equal about the work: docs/performance.md.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from game.analysis.episodes import simulate
from game.analysis.offers.engine import alternate
from game.analysis.offers.preferences import Preferences, additive
from game.analysis.offers.strategies import side_of
from game.bargaining.pareto import efficient
from game.content.compiling.compile import compile_
from game.content.loading import load
from game.foundation.errors import GameError
from game.foundation.places import content_root, scenarios_folder
from game.foundation.texts import _

SHAPE = (4, 3, 4, 13)  # 624 outcomes
ROUNDS, SEED, SECONDS, OUTCOMES = 20, 1, 4.0, 100_000
SHARED, SAMPLED, PLAYOUTS = 5_000, 500, 20_000
MILLIONTHS = 10**6


def ours(seconds: float = SECONDS, games: int = PLAYOUTS) -> dict[str, float]:
    """What this engine does of the peers' work.

    Args:
        seconds: of processor time for each rate.
        games: of the flagship, between two seats of each kind.
    """
    chance = np.random.default_rng(SEED)
    pair = (_sampled(chance, 1), _sampled(chance, 1))
    points = chance.integers(0, MILLIONTHS, (2, OUTCOMES))
    tables = compile_(load(scenarios_folder() / "belarus-2025.yaml"))[0]
    frontier = min(_seconds(lambda: efficient(points[0], points[1])) for _repeat in range(9))
    return {
        "shared": _rate(lambda: _negotiate(pair, SHARED), SHARED, seconds),
        "sampled": _rate(
            lambda: _negotiate((_sampled(chance, SAMPLED), _sampled(chance, SAMPLED)), SAMPLED),
            SAMPLED,
            seconds,
        ),
        "frontier_seconds": frontier,
        "flagship_boulware_conceder": games
        / _seconds(lambda: simulate(tables, ("boulware", "conceder"), 1, games)),
        "flagship_random": games / _seconds(lambda: simulate(tables, ("random", "random"), 1, games)),
    }


def peer(python: Path, script: str, seconds: float = SECONDS) -> dict[str, Any]:
    """What a peer does of it.

    Args:
        python: an interpreter that has the peer.
        script: the file in `benchmarks/`.

    Raises:
        GameError: it cannot be run, or the peer is not there.
    """
    path = content_root() / "benchmarks" / script
    asked = json.dumps({"seed": SEED, "seconds": seconds, "rounds": ROUNDS, "outcomes": OUTCOMES})
    try:
        done = subprocess.run([str(python), str(path), asked], capture_output=True, text=True, check=False)
    except OSError as fault:
        raise GameError(f"{python}: {(fault.strerror or str(fault)).lower()}") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise GameError(
            _("{python} could not run {script}: {last}").format(python=python, script=path, last=last)
        )
    return _answer(done.stdout, python, path)


def _answer(printed: str, python: Path, script: Path) -> dict[str, Any]:
    """The object in the last line that was printed; whatever is called PYTHON may print anything."""
    try:
        found = json.loads((printed.strip().splitlines() or [""])[-1])
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise GameError(
            _("{python} printed no result of {script}; is it a Python interpreter?").format(
                python=python, script=script
            )
        )
    return found


def ratios(
    own: dict[str, float], negmas: dict[str, Any] | None, spiel: dict[str, Any] | None
) -> dict[str, float]:
    """How many times faster than each peer; below 1 is slower."""
    found = {}
    if negmas is not None:
        found["negotiations_shared_to_negmas"] = own["shared"] / negmas["shared"]
        found["negotiations_sampled_to_negmas"] = own["sampled"] / negmas["sampled"]
        found["frontier_to_negmas"] = negmas["frontier_seconds"] / own["frontier_seconds"]
    if spiel is not None:
        for name in ("flagship_boulware_conceder", "flagship_random"):
            found[f"{name}_to_openspiel_bargaining"] = own[name] / spiel["bargaining"]
    return {name: round(value, 2) for name, value in found.items()}


def _sampled(chance: np.random.Generator, games: int) -> Preferences:
    """Preferences drawn for every negotiation: weights that sum to 1, values between 0 and 1."""
    values = [chance.random((games, width)) for width in SHAPE]
    weights = chance.random((games, len(SHAPE)))
    return Preferences(additive(values, weights / weights.sum(axis=1, keepdims=True)), np.zeros(games))


def _negotiate(pair: tuple[Preferences, Preferences], games: int) -> int:
    """Play so many negotiations and have every result: outcome and round of each."""
    # The ranking of outcomes is worked out anew for each batch, as nothing is kept between batches.
    fresh = [Preferences(one.utility, one.reservation) for one in pair]
    sides = (side_of("boulware", fresh[0], games), side_of("boulware", fresh[1], games))
    found = alternate(sides, games, ROUNDS)
    return int(found.outcome.sum() + found.round.sum())


def _rate(work: Callable[[], object], count: int, seconds: float) -> float:
    work()
    done, began = 0, time.process_time()
    while time.process_time() - began < seconds:
        work()
        done += count
    return done / (time.process_time() - began)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
