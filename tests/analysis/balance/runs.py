"""Short runs of a small scenario, for tests of the balance lab."""

from __future__ import annotations

from pathlib import Path

from game.analysis.balance.report import as_bytes, report
from game.analysis.balance.running import Asked, Run, carry_out, prepared
from game.content.reading.loading import read_tree_of
from game.foundation.places import scenarios_folder

ONE_PAGE = (scenarios_folder() / "one-page.yaml").read_bytes().partition(b"\nbalance:")[0] + b"\n"
TWO = ("boulware", "conceder")


def with_gates(*gates: str, source: bytes = ONE_PAGE) -> bytes:
    return source + b"balance:\n" + "".join(f"  - {{{gate}, why: a test}}\n" for gate in gates).encode()


def run_to_be(source: bytes = ONE_PAGE, games: int | None = 1024, jobs: int = 1, **more: object) -> Run:
    """A run that has not been carried out yet."""
    asked = Asked(games=games, jobs=jobs, keys=64, every=4, **{"policies": TWO, **more})  # type: ignore[arg-type]
    return prepared(read_tree_of(source, "one-page.yaml"), "one-page.yaml", asked)


def run_of(
    source: bytes = ONE_PAGE,
    folder: Path | None = None,
    games: int | None = 1024,
    jobs: int = 1,
    **more: object,
) -> Run:
    """A run that has been carried out."""
    run = run_to_be(source, games, jobs, **more)
    carry_out(run, folder)
    return run


def report_bytes(run: Run) -> bytes:
    return as_bytes(report(run))
