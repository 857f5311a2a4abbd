"""`balance mutate`: would the gates of a scenario notice if a number were wrong?"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from game.analysis.balance.journal import Journal
from game.analysis.balance.mutating import digest_of, mutations
from game.analysis.balance.running import Asked, Run
from game.analysis.balance.scoring import Scored
from game.analysis.balance.trying import Attempt, Tried, Trying, failing, played, undecided
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
FORMAT = 2
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
    run, before = _as_things_are(path, wishes)
    if failing(run):
        click.echo(_("As things are, these gates fail: {gates}").format(gates=", ".join(failing(run))))
        return FAIL
    chosen = tuple(_spread(mutations(reading), wishes.sample))
    digest = digest_of(reading)
    assert digest is not None, "a scenario that was played can be compiled"
    trying = Trying(Attempt(digest, str(path), run.asked, before), chosen, processes(wishes.jobs))
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


def _as_things_are(path: Path, wishes: Wishes) -> tuple[Run, Scored]:
    """The gates without a mutation, played by the policies of the first of them, and the scores."""
    run = prepared_to_play(path, Asked(games=wishes.games, seed=wishes.seed))
    if not run.tally.trials:
        raise GameError(_("{path} has no gates, so nothing could be caught").format(path=path))
    policies = run.tally.trials[0].gate.policies
    run = prepared_to_play(path, Asked(policies, wishes.games, seed=wishes.seed))
    return run, played(run)


def _found(trying: Trying, folder: Path, work: dict[str, Any]) -> list[Tried]:
    with Journal(folder / NAME, work) as journal:
        try:
            with progress(_("Mutations"), len(trying.chosen)) as advance:
                return trying.carry_out(journal, advance)
        except KeyboardInterrupt:
            click.echo(
                _("{n} of {all} mutations are kept in {folder}; the same command goes on from there.").format(
                    n=sum(one.key in journal.results for one in trying.chosen),
                    all=len(trying.chosen),
                    folder=folder,
                ),
                err=True,
            )
            raise


def _work(run: Run, reading: Reading, wishes: Wishes) -> dict[str, Any]:
    """What the fate of a mutation depends on besides the mutation."""
    return {
        "format": FORMAT,
        **run.heading.origin,
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
    missed = [one for one in found if not one.caught]
    same = [one for one in missed if one.same]
    still = [one for one in missed if not one.same and not one.moved]
    farthest = sorted((one for one in missed if one.moved), key=lambda one: -abs(one.moved[0].mean))
    if as_json:
        counts = {"caught": len(caught), "tried": len(found), "same_games": len(same),
                  "nothing_moved": len(still), "moved": len(farthest)}  # fmt: skip
        click.echo(json.dumps({**counts, "mutations": [_row(one) for one in found]}))
        return
    click.echo(_("The gates caught {k} of {n}.").format(k=len(caught), n=len(found)))
    if missed:
        click.echo(
            _(
                "Of the other {missed}, {same} leave every game as it was, {still} move no measure that can "
                "be told from chance on the same games, and {moved} move one that no gate guards so closely."
            ).format(missed=len(missed), same=len(same), still=len(still), moved=len(farthest))
        )
    for title, those in (
        (_("Not caught: they move a measure, the farthest first"), farthest),
        (_("Not caught: no measure moves"), still),
        (_("Not caught: every game stays as it was"), same),
    ):
        if those:
            click.echo(heading(title))
        for one in those:
            click.echo(item(_told(one)))


def _told(one: Tried) -> str:
    """A mutation that no gate caught, with what it moves farthest."""
    line = _("line {line}: {name}: {before} -> {after}").format(
        line=one.mutation.line, name=one.mutation.name, before=one.mutation.before,
        after=one.mutation.after or _("taken out"),
    )  # fmt: skip
    if not one.moved:
        return line
    return line + _("; {metric} {mean:+.3f} ({low:+.3f} to {high:+.3f})").format(**asdict(one.moved[0]))


def _row(one: Tried) -> dict[str, Any]:
    return {
        "at": one.mutation.name,
        "line": one.mutation.line,
        "before": one.mutation.before,
        "after": one.mutation.after,
        "caught_by": list(one.caught),
        "games": one.games,
        "same_games": one.same,
        "moved": [
            {name: value if name == "metric" else round(value, 6) for name, value in asdict(change).items()}
            for change in one.moved
        ],
    }
