"""The pack of real cases and the invented one for class, and what is kept of each: its course, its outcomes.

`python -m tests.cases.pack --write` writes `tests/golden/pack.json` anew. Read the difference as you would
read code.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from game.analysis.episodes import simulate
from game.match.library import Opened
from game.match.remembering import Refusal, remember
from tests.compiled import open_scenario

REAL = (
    "belarus-2025",
    "belarus-two-days",
    "cuba-2025",
    "myanmar-2012",
    "venezuela-2023",
    "iran-2023",
    "south-africa-1991",
    "poland-1984",
    "belarus-2008",
    "belarus-2015",
)
INVENTED = ("grain-and-teachers",)
PACK = (*REAL, *INVENTED)
SEEDS, GAMES, SEED = 24, 48, 2025
PAIRS = (("random", "random"), ("boulware", "conceder"))
FILE = Path(__file__).parents[1] / "golden" / "pack.json"
COMMAND = "python -m tests.cases.pack --write"


@cache
def opened(name: str) -> Opened:
    """A case with its texts, read once."""
    return open_scenario(name)


def course(name: str, seeds: int = SEEDS) -> dict[str, Any]:
    """What really happened, as the rules play it: who is freed when, and every step that has to be forced."""
    found = remember(opened(name), SEED, seeds)
    assert not found.differing, f"{name}: {found.differing}"
    return {
        "releases": [list(release) for release in found.releases],
        "forced": [_words(name, refusal) for refusal in found.refusals],
    }


def _words(name: str, refusal: Refusal) -> str:
    seat = opened(name).scenario.seats[refusal.seat].id
    turn = opened(name).scenario.calendar.name_of(refusal.deed.turn)
    return f"{turn}: {refusal.what} of {seat}, in {refusal.games} of {SEEDS} games"


def outcomes(name: str) -> dict[str, Any]:
    """How games between two policies end."""
    kept: dict[str, Any] = {}
    for pair in PAIRS:
        found = simulate(opened(name).tables, pair, SEED, GAMES)
        kept[" against ".join(pair)] = {
            "agreements": int(found.outcome.agreements.sum()),
            "freed": int(found.outcome.freed.sum()),
            "digest": found.outcome_digest(),
        }
    return kept


def entry(name: str) -> dict[str, Any]:
    """All that is kept of a case."""
    kept: dict[str, Any] = {"tables": opened(name).tables.digest, "outcomes": outcomes(name)}
    if name in REAL:
        kept["history"] = course(name)
    return kept


def main() -> None:
    if sys.argv[1:] != ["--write"]:
        raise SystemExit(f"usage: {COMMAND}")
    kept = {name: entry(name) for name in PACK}
    FILE.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"written: {FILE}\n")


if __name__ == "__main__":
    main()
