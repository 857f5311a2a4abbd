"""`balance mutate`: would the gates of a scenario notice if a number were wrong?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from game.analysis.balance.journal import Journal
from game.analysis.balance.mutating import Attempt, Tried, Trying, digest_of, failing, mutations, undecided
from game.analysis.balance.running import Asked, Run, carry_out
from game.cli.balancing import prepared_to_play, processes, runs_folder
from game.cli.progress import progress
from game.cli.terminal.wrapping import heading, item
from game.content.extending import read_whole
from game.content.reading.loading import Reading
from game.foundation.digests import short_digest
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import find

NAME = "mutations.jsonl"
FORMAT = 1
PASS, FAIL, UNDECIDED = 0, 1, 3


@dataclass(frozen=True)
class Wishes:
    """What was typed after `balance mutate`.

    Args:
        games: at most so many for each mutation.
        sample: so many mutations, evenly over the file; None for all.
        out: the folder in which what was found is kept.
    """

    file: str
    games: int
    sample: int | None
    seed: int
    jobs: int
    out: Path | None
    as_json: bool


def mutate(wishes: Wishes) -> int:
    """Change one thing at a time and see which gates fail.

    Returns: 0 if the gates pass without a mutation, 1 if one fails as things are, 3 if one stays undecided.
    """
    path = find(wishes.file)
    reading = read_whole(path)
    run = _as_things_are(path, wishes)
    if failing(run):
        click.echo(_("As things are, these gates fail: {gates}").format(gates=", ".join(failing(run))))
        return FAIL
    chosen = tuple(_spread(mutations(reading), wishes.sample))
    digest = digest_of(reading)
    assert digest is not None, "a scenario that was played can be compiled"
    trying = Trying(Attempt(digest, str(path), run.asked), chosen, processes(wishes.jobs))
    work = _work(run, reading, wishes)
    folder = wishes.out or runs_folder() / f"{run.heading.scenario}-mutated-{short_digest(work)}"
    _say(_found(trying, folder, work), wishes.as_json)
    if undecided(run):
        click.echo(
            _("As things are, {n} games leave these gates undecided: {gates}").format(
                n=run.tally.games, gates=", ".join(undecided(run))
            ),
            err=True,
        )
        return UNDECIDED
    return PASS


def _as_things_are(path: Path, wishes: Wishes) -> Run:
    """The gates without a mutation, played by the policies of the first of them."""
    run = prepared_to_play(path, Asked(games=wishes.games, seed=wishes.seed))
    if not run.tally.trials:
        raise GameError(_("{path} has no gates, so nothing could be caught").format(path=path))
    policies = run.tally.trials[0].gate.policies
    run = prepared_to_play(path, Asked(policies, wishes.games, seed=wishes.seed))
    carry_out(run, None)
    return run


def _found(trying: Trying, folder: Path, work: dict[str, Any]) -> list[Tried]:
    try:
        with Journal(folder / NAME, work) as journal, progress(_("Mutations"), len(trying.chosen)) as advance:
            return trying.carry_out(journal, advance)
    except KeyboardInterrupt:
        click.echo(
            _("{n} of {all} mutations are kept in {folder}; the same command goes on from there.").format(
                n=trying.done, all=len(trying.chosen), folder=folder
            ),
            err=True,
        )
        raise


def _work(run: Run, reading: Reading, wishes: Wishes) -> dict[str, Any]:
    """What the fate of a mutation depends on besides the mutation."""
    heading_ = run.heading
    return {
        "format": FORMAT,
        "scenario": heading_.scenario,
        "digest": heading_.digest,
        "rules_version": heading_.rules_version,
        "seed": wishes.seed,
        "games": wishes.games,
        "gates": short_digest([trial.gate.model_dump_json() for trial in run.tally.trials]),
        "lines": short_digest([one.key for one in mutations(reading)]),
    }


def _spread(every: tuple[Any, ...], sample: int | None) -> list[Any]:
    if sample is None or sample >= len(every):
        return list(every)
    return [every[number * len(every) // sample] for number in range(sample)]


def _say(found: list[Tried], as_json: bool) -> None:
    caught = [one for one in found if one.caught]
    if as_json:
        rows = [
            {
                "at": one.mutation.name,
                "line": one.mutation.line,
                "before": one.mutation.before,
                "after": one.mutation.after,
                "caught_by": list(one.caught),
                "games": one.games,
            }
            for one in found
        ]
        click.echo(json.dumps({"caught": len(caught), "tried": len(found), "mutations": rows}))
        return
    click.echo(_("The gates caught {k} of {n}.").format(k=len(caught), n=len(found)))
    missed = [one for one in found if not one.caught]
    if missed:
        click.echo(heading(_("Not caught")))
    for one in missed:
        after = one.mutation.after or _("taken out")
        click.echo(
            item(
                _("line {line}: {name}: {before} -> {after}").format(
                    line=one.mutation.line, name=one.mutation.name, before=one.mutation.before, after=after
                )
            )
        )
