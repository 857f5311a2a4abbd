"""The outcomes of a few hundred games, as digests that hold on every machine: `tests/golden/digests.json`.

`python -m tests.properties.known_digests --write` writes the file anew. Read the difference as you would read
code: beside each digest stand the agreements and the people freed in those games.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from game.analysis.episodes import CHUNK, Episodes, simulate
from tests.properties.invented import agreeable
from tests.properties.shipped import SHIPPED, Pair, opened

FILE = Path(__file__).parents[1] / "golden" / "digests.json"
COMMAND = "python -m tests.properties.known_digests --write"
SEED, GAMES, MANY = 2025, 72, 20_000
PAIRS: tuple[Pair, ...] = (
    ("random", "random"),
    ("boulware", "conceder"),
    ("exponential", "linear"),
    ("micro", "linear"),
    ("micro", "micro"),
    ("tit-for-tat", "quantal-boulware"),
    ("practised", "tit-for-tat"),
)
RATIFIED = "random against random, all ratified"  # much is owed, put off and broken there
LARGE: tuple[str, Pair] = ("belarus-2025", ("boulware", "conceder"))  # the run whose speed is promised

Entry = dict[str, Any]


def entry(found: Episodes) -> Entry:
    """What is kept of a run."""
    return {
        "agreements": int(found.outcome.agreements.sum()),
        "freed": int(found.outcome.freed.sum()),
        "digest": found.outcome_digest(),
    }


def played(name: str, pair: Pair, games: int = GAMES, chunk: int = CHUNK) -> Entry:
    """The entry of one pairing, as the program plays it now."""
    return entry(simulate(opened(name).tables, pair, SEED, games, chunk))


def played_ratified(name: str, chunk: int = CHUNK) -> Entry:
    """The entry of games in which every agreement passes, as the program plays it now."""
    return entry(simulate(agreeable(opened(name).tables), ("random", "random"), SEED, GAMES, chunk))


def recorded() -> dict[str, Any]:
    """What the file holds."""
    kept: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return kept


def label(pair: Pair) -> str:
    """How the file names a pairing."""
    return f"{pair[0]} against {pair[1]}"


def everything() -> dict[str, Any]:
    """The whole file, as the program plays it now."""
    kept: dict[str, Any] = {"seed": SEED, "games": GAMES, "scenarios": {}}
    for name in SHIPPED:
        entries: dict[str, Any] = {"scenario_digest": opened(name).tables.digest}
        entries |= {label(pair): played(name, pair) for pair in PAIRS}
        entries[RATIFIED] = played_ratified(name)
        kept["scenarios"][name] = entries
    name, pair = LARGE
    kept["many"] = {"scenario": name, "games": MANY, label(pair): played(name, pair, MANY)}
    return kept


def main() -> None:
    if sys.argv[1:] != ["--write"]:
        raise SystemExit(f"usage: {COMMAND}")
    FILE.write_text(json.dumps(everything(), indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"written: {FILE}\n")


if __name__ == "__main__":
    main()
