"""How fast games are played: `python -m game.analysis.bench --json`.

Milliseconds a ply of one game, games a second between two computer seats of the flagship, how cost grows
with the number of games, memory, and how long it takes to load a scenario and to answer `--help`. The chief
ones are also given as ratios to loops timed in the same run, so that two machines can be compared.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.analysis.episodes import CHUNK, Episodes, simulate
from game.content.compiling.compile import compile_
from game.content.loading import load
from game.content.reading.memory import Memory
from game.foundation.draws import game_keys
from game.foundation.places import scenarios_folder
from game.information.brief import brief
from game.information.observe import observe
from game.linting.run import lint_file
from game.policies.keys import policy_keys
from game.policies.protocol import Policy
from game.policies.registry import make
from game.rules.play import apply, start
from game.rules.state import Phase
from game.rules.tables import Tables

FLAGSHIP = "belarus-2025"
ENVOY, GOVERNMENT = "boulware", "conceder"
GAMES = 100_000
REPEATS = 7
CHANGES = 60
LOOP, ARRAY, PASSES = 200_000, 100_000, 40
ROOT = Path(__file__).parent.parent.parent


def plain_loop() -> float:
    """Seconds that a loop of additions in Python takes here and now: the best of several."""
    return _best(_add)


def array_loop() -> float:
    """Seconds that sums, products and choices over int64 arrays take here and now: the best of several."""
    return _best(_sum_arrays)


def _add() -> None:
    total = 0
    for number in range(LOOP):
        total += number & 7


def _sum_arrays() -> None:
    numbers = np.arange(ARRAY, dtype=np.int64)
    total = numbers
    for factor in range(PASSES):
        total = np.where(total & 1 == 0, total // 2, numbers * factor + total)


def _best(work: Callable[[], None]) -> float:
    return min(_seconds(work) for _repeat in range(REPEATS))


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def opened() -> Tables:
    """The flagship, read and compiled."""
    return compile_(load(scenarios_folder() / f"{FLAGSHIP}.yaml"))[0]


def loading() -> list[float]:
    """Seconds to read and compile the flagship, fastest first."""
    return sorted(_seconds(lambda: void(opened())) for _repeat in range(REPEATS))


def checking() -> float:
    """Processor seconds that a check of the flagship takes once all is imported: the best of several."""
    path = scenarios_folder() / f"{FLAGSHIP}.yaml"
    void(lint_file(path, date.min))
    return _best_of_processor(lambda: void(lint_file(path, date.min)))


def checking_changes() -> list[float]:
    """Processor seconds of checks of the flagship by who keeps what was read, fastest first.

    Between two checks one line changes, and the next change begins where the last one ended: a remark is put
    between two lines or a text gets another letter, in turn, wherever chance has it. A change that makes the
    file faulty is taken back, because a check that ends early is no measure.
    """
    chance = random.Random(1)  # noqa: S311 - it only picks lines
    lines = (scenarios_folder() / f"{FLAGSHIP}.yaml").read_text(encoding="utf-8").split("\n")
    memory, found = Memory(), list[float]()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "changed.yaml"
        while len(found) <= CHANGES:
            changed = _changed(lines, chance, longer=len(found) % 2 == 0)
            if changed == lines:
                continue
            file.write_text("\n".join(changed), encoding="utf-8")
            began = time.process_time()
            sound = lint_file(file, date.min, memory).sound
            if sound:
                found.append(time.process_time() - began)
                lines = changed
    return sorted(found[1:])  # nothing was kept before the first


def _changed(lines: list[str], chance: random.Random, *, longer: bool) -> list[str]:
    at = chance.randrange(1, len(lines))
    if longer:
        return [*lines[:at], "# a remark", *lines[at:]]
    return [
        *lines[:at],
        re.sub(r"(note|title|text): '?(\w+)", r"\g<0>x", lines[at], count=1),
        *lines[at + 1 :],
    ]


def yaml_loading() -> float:
    """Processor seconds that PyYAML takes to load the same file, at its quickest; a check is held to it."""
    text = (scenarios_folder() / f"{FLAGSHIP}.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return _best_of_processor(lambda: void(yaml.load(text, Loader=loader)))  # noqa: S506 - both are safe ones


def _best_of_processor(work: Callable[[], None]) -> float:
    found = []
    for _repeat in range(3 * REPEATS):
        began = time.process_time()
        work()
        found.append(time.process_time() - began)
    return min(found)


def void(_made: object) -> None:
    """Takes something that only had to be made."""


def plies(tables: Tables, name: str, games: int = 1) -> dict[str, list[float]]:
    """Seconds of every ply of single games: of the rules alone, and with a seat's look and decision.

    Args:
        name: the policy on both seats.
        games: how many games, one after the other.
    """
    briefs = (brief(tables, 0), brief(tables, 1))
    seats: tuple[Policy, Policy] = (make(name, briefs[0]), make(name, briefs[1]))
    rules, whole = [], []
    for game in range(games):
        keys = (policy_keys(1, [game], 0), policy_keys(1, [game], 1))
        state = start(tables, game_keys(1, [game]))
        while state.clock.phase is not Phase.OVER:
            seat = state.clock.seat
            began = time.perf_counter()
            action = seats[seat](briefs[seat], observe(tables, state, seat), keys[seat])
            decided = time.perf_counter()
            state = apply(tables, state, action)
            done = time.perf_counter()
            rules.append(done - decided)
            whole.append(done - began)
    return {"rules": rules, "whole": whole}


def runs(tables: Tables, games: int) -> list[Episodes]:
    """The flagship's run with a quarter, half and all of the games, each from a cold start."""
    sizes = [max(1, games // 4), max(1, games // 2), games]
    return [simulate(tables, (ENVOY, GOVERNMENT), 1, size) for size in sizes]


def warm_rate(run: Episodes) -> float:
    """Games a second after the first chunk; of the whole run if there is no other chunk."""
    rest = run.games - min(CHUNK, run.games)
    return rest / (run.seconds - run.first_chunk_seconds) if rest else run.games / run.seconds


def helping() -> float:
    """Seconds that `python main.py --help` takes: the best of several."""
    return _command("--help")


def checking_alone() -> float:
    """Seconds that `python main.py check` of the flagship takes as a process: the best of several."""
    return _command("check", FLAGSHIP)


def _command(*words: str) -> float:
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return _best(lambda: void(subprocess.run(command, check=True, capture_output=True)))


def most_memory() -> float:
    """Megabytes of memory this process has had in use at most; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def measured(games: int = GAMES) -> dict[str, Any]:
    """Everything, as one table of numbers."""
    plain, arrays = plain_loop(), array_loop()
    loads, tables = loading(), opened()
    chance, played = plies(tables, "random", 3), plies(tables, ENVOY, 3)
    help_, alone = helping(), checking_alone()
    check, changes, yaml_ = checking(), checking_changes(), yaml_loading()
    quarter, half, whole = runs(tables, games)
    plain, arrays = min(plain, plain_loop()), min(arrays, array_loop())
    ply, load_ = statistics.median(chance["rules"]), statistics.median(loads)
    return {
        "ply_ms": _thousandths(ply),
        "ply_with_random_ms": _thousandths(statistics.median(chance["whole"])),
        f"ply_with_{ENVOY}_ms": _thousandths(statistics.median(played["whole"])),
        "games": games,
        "games_per_second": round(games / whole.seconds),
        "games_per_second_warm": round(warm_rate(whole)),
        "first_chunk_s": round(whole.first_chunk_seconds, 3),
        "seconds_by_games": {str(run.games): round(run.seconds, 2) for run in (quarter, half, whole)},
        "growth": round(warm_rate(quarter) / warm_rate(whole), 3),
        "most_memory_mb": round(most_memory(), 1),
        "load_ms": _thousandths(load_),
        "check_ms": _thousandths(check),
        "check_changed_ms": _thousandths(statistics.median(changes)),
        "check_changed_worst_ms": _thousandths(changes[-1]),
        "check_process_s": round(alone, 3),
        "yaml_load_ms": _thousandths(yaml_),
        "help_s": round(help_, 3),
        "plain_loop_ms": _thousandths(plain),
        "array_loop_ms": _thousandths(arrays),
        "ply_to_plain_loop": round(ply / plain, 4),
        "load_to_plain_loop": round(load_ / plain, 2),
        "check_to_yaml_load": round(check / yaml_, 2),
        "check_process_to_plain_loop": round(alone / plain, 2),
        "help_to_plain_loop": round(help_ / plain, 2),
        "thousand_games_to_array_loop": round(1000 / warm_rate(whole) / arrays, 3),
        "outcome_digest": whole.outcome_digest(),
    }


def _thousandths(seconds: float) -> float:
    return round(1000 * seconds, 3)


def main() -> int:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m game.analysis.bench", description=__doc__)
    words.add_argument("--json", action="store_true", help="print one line of JSON")
    words.add_argument("--games", type=int, default=GAMES, help="games of the longest run")
    asked = words.parse_args()
    if asked.games < 1:
        words.error("--games takes a whole number from 1")
    found = measured(asked.games)
    if asked.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
