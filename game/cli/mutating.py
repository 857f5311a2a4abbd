"""`balance mutate`: would the gates of a scenario notice if a number were wrong?"""

from __future__ import annotations

import json
from functools import partial

import click

from game.analysis.balance.mutating import Attempt, Mutation, Tried, digest_of, failing, mutations, tried
from game.analysis.balance.running import Asked, carry_out
from game.analysis.scale.executors import executors
from game.analysis.scale.in_order import InOrder
from game.cli.balancing import prepared_to_play, processes
from game.cli.progress import progress
from game.cli.terminal.wrapping import heading, item
from game.content.extending import read_whole
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import find


def mutate(file: str, games: int, sample: int | None, seed: int, jobs: int, as_json: bool) -> int:
    """Change one thing at a time and see which gates fail.

    Args:
        games: at most so many for each mutation.
        sample: so many mutations, evenly over the file; None for all.

    Returns: 0 if the gates pass without a mutation; 2 if there are none, 1 if one fails as things are.
    """
    path = find(file)
    reading = read_whole(path)
    alone = Asked(policies=None, games=games, seed=seed)
    run = prepared_to_play(path, alone)
    if not run.tally.trials:
        raise GameError(_("{path} has no gates, so nothing could be caught").format(path=path))
    asked = Asked(policies=run.tally.trials[0].gate.policies, games=games, seed=seed)
    run = prepared_to_play(path, asked)
    carry_out(run, None)
    if failing(run):
        click.echo(_("As things are, these gates fail: {gates}").format(gates=", ".join(failing(run))))
        return 1
    digest = digest_of(reading)
    assert digest is not None, "a scenario that was played can be compiled"
    chosen = _spread(mutations(reading), sample)
    make, ahead = executors(processes(jobs))
    attempt = Attempt(digest, str(path), asked)
    hand_out: InOrder[Mutation, Tried | None] = InOrder(make, partial(tried, attempt), ahead)
    found: list[Tried] = []
    with progress(_("Mutations"), len(chosen)) as advance:
        for number, result in enumerate(hand_out.results(chosen), 1):
            if result is not None:
                found.append(result)
            advance(number)
    _say(found, as_json)
    return 0


def _spread(every: tuple[Mutation, ...], sample: int | None) -> list[Mutation]:
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
