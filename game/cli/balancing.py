"""`balance`: what a scenario does between computer seats, with verdicts on its gates."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from game.analysis.balance.comparing import Comparison, compared_runs, require_comparable
from game.analysis.balance.folder import COSTS as RUN_COSTS
from game.analysis.balance.folder import GAMES, HEADING, read_heading
from game.analysis.balance.html import page
from game.analysis.balance.junit import github_lines, junit
from game.analysis.balance.report import as_bytes, costs, report, restricted_found
from game.analysis.balance.restricted import Loss, Restricted
from game.analysis.balance.running import Asked, Run, carry_out, prepared
from game.analysis.statistics.sequential import Ruling
from game.cli.balance_in_words import balance_lines, comparison_lines
from game.cli.progress import progress
from game.content.extending import read_whole
from game.foundation.digests import short_digest
from game.foundation.errors import GameError, ScenarioError
from game.foundation.places import home_folder
from game.foundation.results import put, require_places
from game.foundation.texts import _
from game.match.library import find

STATUS = {Ruling.PASS: 0, Ruling.FAIL: 1, Ruling.UNDECIDED: 3}
REPORT, COSTS = "report.json", "costs.json"


@dataclass(frozen=True)
class Wishes:
    """What was typed after `balance`."""

    file: str
    policies: str | None
    games: int | None
    seconds: float | None
    seed: int
    baseline: Path | None
    jobs: int
    out: Path | None
    as_json: bool
    junit: Path | None
    html: Path | None
    github: bool
    restricted: bool


def balance_file(wishes: Wishes) -> int:
    """Test a scenario and say what was found.

    Returns: 0 all gates that count pass, 1 one fails, 3 one is undecided.
    """
    path = find(wishes.file)
    run = prepared_to_play(path, _asked(wishes))
    if wishes.baseline is not None:
        require_comparable(wishes.baseline, read_heading(wishes.baseline), run.heading)
    folder = wishes.out or runs_folder() / f"{run.heading.scenario}-{short_digest(_named_by(run))}"
    require_places(
        (wishes.junit, wishes.html), (path, *(folder / name for name in (HEADING, GAMES, RUN_COSTS)))
    )
    carry_out_kept(run, folder)
    found, spent = report(run), costs(run)
    if wishes.restricted:
        lost = _losses_kept(run, folder)
        found["restricted"] = restricted_found(run, lost)
        spent["restricted"] = {loss.ban.name: round(loss.seconds, 3) for loss in lost}
    beside = compared_runs(wishes.baseline, folder) if wishes.baseline is not None else None
    if beside is not None:
        found["baseline"] = comparison_found(beside)
    put(folder / REPORT, as_bytes(found))
    put(folder / COSTS, as_bytes(spent))
    if wishes.junit is not None:
        put(wishes.junit, junit(found))
    if wishes.html is not None:
        put(wishes.html, page(found))
    if wishes.as_json:
        click.echo(json.dumps({**found, "costs": spent, "folder": str(folder)}))
    else:
        for line in balance_lines(found, spent, folder):
            click.echo(line)
        for line in comparison_lines(beside) if beside is not None else ():
            click.echo(line)
    if wishes.github:
        for line in github_lines(found):
            click.echo(line, err=wishes.as_json)  # a workflow reads both; the output is one JSON object
    return STATUS[Ruling(found["verdict"])] if found["verdict"] else 0


def compare_runs(first: Path, second: Path, as_json: bool) -> int:
    """Say what changed from one run to another.

    Returns: 0 if nothing is believed to have changed, 1 if something is.
    """
    found = compared_runs(first, second)
    if as_json:
        click.echo(json.dumps(comparison_found(found)))
    else:
        for line in comparison_lines(found):
            click.echo(line)
    return int(any(change.believed for change in found.changes))


def carry_out_kept(run: Run, folder: Path) -> None:
    """Play, with progress; if somebody stops it, say where the games are kept."""
    most = run.chunks * run.work.keys * len(run.tally.pairs) if run.chunks is not None else 0
    try:
        with progress(_("Games"), most) as advance:
            carry_out(run, folder, advance)
    except KeyboardInterrupt:
        click.echo(
            _("{n} games are kept in {folder}; the same command goes on from there.").format(
                n=run.tally.games, folder=folder
            ),
            err=True,
        )
        raise


def _losses_kept(run: Run, folder: Path) -> tuple[Loss, ...]:
    """Play without each thing, with progress; if somebody stops it, say where what was played is kept."""
    restricted = Restricted(run, run.tally.pool[0])
    try:
        with progress(_("Without one thing each"), restricted.blocks) as advance:
            return restricted.losses(folder, advance)
    except KeyboardInterrupt:
        click.echo(
            _(
                "{n} of {all} blocks with something banned are kept in {folder}; "
                "the same command goes on from there."
            ).format(n=restricted.played, all=restricted.blocks, folder=folder),
            err=True,
        )
        raise


def prepared_to_play(path: Path, asked: Asked) -> Run:
    """A run of a scenario file; one that cannot be used is an error here, and not a failed gate."""
    try:
        return prepared(read_whole(path), str(path), asked)
    except ScenarioError as fault:
        raise GameError(str(fault)) from None


def runs_folder() -> Path:
    """Where runs are kept that were not given a folder."""
    return home_folder() / "balance"


def processes(jobs: int) -> int:
    """How many processes to use: as many as asked for, or as there are processors."""
    return jobs or os.cpu_count() or 1


def policies_named(names: str) -> tuple[str, ...]:
    """The policies of an option, `a,b,...`."""
    policies = tuple(name.strip() for name in names.split(",") if name.strip())
    if not policies:
        raise GameError(_("--policies names no policy"))
    return policies


def _asked(wishes: Wishes) -> Asked:
    policies = policies_named(wishes.policies) if wishes.policies is not None else None
    return Asked(policies, wishes.games, wishes.seconds, wishes.seed, processes(wishes.jobs))


def _named_by(run: Run) -> dict[str, object]:
    heading_ = run.heading
    return {"digest": heading_.digest, "rules": heading_.rules_version, "seed": heading_.seed,
            "keys": heading_.keys, "pairs": heading_.pairs, "every": heading_.every}  # fmt: skip


def comparison_found(found: Comparison) -> dict[str, Any]:
    """A comparison as plain numbers."""
    return {
        "same_scenario": found.same_scenario,
        "keys": found.keys,
        "pairs": [list(pair) for pair in found.pairs],
        "changes": {
            change.metric.name: None
            if change.difference is None
            else {
                "first": round(change.first, 6),
                "second": round(change.second, 6),
                "difference": round(change.difference.mean, 6),
                "low": round(change.difference.low, 6),
                "high": round(change.difference.high, 6),
                "keys": change.difference.games,
                "believed": change.believed,
            }
            for change in found.changes
        },
    }
