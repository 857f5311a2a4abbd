"""How long things take, as ratios to loops timed in the same run, with wide margins: only `-m slow` looks.

The measured figures stand in docs/performance.md; each bound is at least twice what was measured there.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from itertools import pairwise

import pytest

from game.analysis import bench
from game.analysis.episodes import CHUNK, simulate
from game.rules.tables import Tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def flagship() -> Tables:
    return bench.opened()


def test_a_ply_takes_a_fraction_of_a_plain_loop(flagship: Tables) -> None:
    ply = statistics.median(bench.plies(flagship, "random", 3)["rules"])
    assert ply / bench.plain_loop() < 0.15


def test_a_computer_seat_answers_at_once(flagship: Tables) -> None:
    ply = statistics.median(bench.plies(flagship, bench.ENVOY, 2)["whole"])
    assert ply / bench.plain_loop() < 3


def test_loading_and_help_take_some_plain_loops() -> None:
    loop = bench.plain_loop()
    assert bench.loading()[0] / loop < 45
    assert bench.helping() / loop < 70


def test_a_check_takes_a_few_times_what_loading_its_yaml_takes() -> None:
    assert bench.checking() / bench.yaml_loading() < 4.3


def test_cost_is_linear_in_games(flagship: Tables) -> None:
    spent = [time.process_time()]
    for chunks in (1, 2, 6):
        simulate(flagship, (bench.ENVOY, bench.GOVERNMENT), 1, chunks * CHUNK)
        spent.append(time.process_time())
    first, second, last = (end - begin for begin, end in pairwise(spent))
    assert (last - second) / 4 < 1.6 * (second - first)


def test_the_bench_prints_what_it_measured() -> None:
    command = [sys.executable, "-m", "game.analysis.bench", "--json", "--games", "64"]
    done = subprocess.run(command, cwd=bench.ROOT, check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    assert found["games"] == 64
    assert 0 < found["ply_ms"] < found["ply_with_boulware_ms"]
    assert found["seconds_by_games"].keys() == {"16", "32", "64"}
    assert len(found["outcome_digest"]) == 64
    for name in (
        "load_ms",
        "check_ms",
        "check_changed_ms",
        "check_process_s",
        "help_s",
        "most_memory_mb",
        "games_per_second",
        "first_chunk_s",
    ):
        assert found[name] > 0, name
