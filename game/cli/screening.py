"""`balance sensitivity`: which of the numbers that a scenario assumes decide what is measured."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import numpy as np

from game.analysis.balance.folder import Heading
from game.analysis.balance.journal import Journal
from game.analysis.balance.running import Asked, Run
from game.analysis.balance.scores import Metric, metrics_of, text_of
from game.analysis.balance.screening import Owed, Screening, owed
from game.analysis.balance.trying import played
from game.analysis.balance.walking import Plan, chosen_numbers, those_that_fit, walks_of
from game.cli.balancing import policies_named, prepared_to_play, processes, runs_folder
from game.cli.progress import progress
from game.cli.terminal.wrapping import heading, item, paragraph
from game.content.extending import read_whole
from game.foundation.digests import short_digest
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import find

NAME = "sensitivity.jsonl"
FORMAT = 1
_DIGITS = 6


@dataclass(frozen=True)
class Wishes:
    """What was typed after `balance sensitivity`.

    Args:
        policies: who plays; every pair does.
        metrics: names of those to tell of; empty for all.
        by: how far each number is moved at most, as a share of what is written.
        walks: how many.
        keys: games of each pair in every row.
        within: a part of the file whose numbers are moved one by one.
        top: how many parts are told of for each metric.
        out: the folder in which the rows are kept.
    """

    file: str
    policies: str
    metrics: tuple[str, ...]
    by: Decimal
    walks: int
    keys: int
    within: str | None
    top: int
    seed: int
    jobs: int
    out: Path | None
    as_json: bool


def sensitivity(wishes: Wishes) -> int:
    """Move what is assumed, and say what each measure owes to it.

    Returns: 0.
    """
    path = find(wishes.file)
    reading = read_whole(path)
    policies = policies_named(wishes.policies)
    games = len(policies) ** 2 * wishes.keys
    jobs = processes(wishes.jobs)
    asked = Asked(policies, games, seed=wishes.seed, jobs=jobs, gates=False, keys=wishes.keys)
    run = prepared_to_play(path, asked)
    metrics = _metrics(run.heading, wishes.metrics)
    plan = Plan(reading, chosen_numbers(reading, wishes.within), wishes.by, wishes.seed)
    with progress(_("Numbers that can be moved"), len(plan.numbers)) as advance:
        fit = those_that_fit(plan, run.heading.digest, asked.jobs, advance)
    with progress(_("Walks that can be played"), wishes.walks) as advance:
        walks = walks_of(fit, wishes.walks, asked.jobs, advance)
    screening = Screening(fit, asked, str(path), walks)
    work = _work(run, fit)
    folder = wishes.out or runs_folder() / f"{run.heading.scenario}-sensitivity-{short_digest(work)}"
    found = _found(run, screening, len(plan.numbers), metrics, _owed(screening, folder, work, metrics))
    if wishes.as_json:
        click.echo(json.dumps(found))
    else:
        for line in _lines(found, metrics, wishes.top, folder):
            click.echo(line)
    return 0


def _metrics(heading_: Heading, names: tuple[str, ...]) -> tuple[Metric, ...]:
    every = metrics_of(heading_.seats)
    for name in names:
        if name not in every:
            raise GameError(
                _("--metric {name}: there is no such measure; there are {names}").format(
                    name=name, names=", ".join(every)
                )
            )
    return tuple(metric for name, metric in every.items() if not names or name in names)


def _owed(
    screening: Screening, folder: Path, work: dict[str, Any], metrics: tuple[Metric, ...]
) -> tuple[Owed, ...]:
    rows = len(screening.rows)
    with Journal(folder / NAME, work) as journal:
        try:
            with progress(_("Rows of games"), rows) as advance:
                screening.play(journal, advance)
        except KeyboardInterrupt:
            click.echo(
                _("{n} of {all} rows are kept in {folder}; the same command goes on from there.").format(
                    n=len(journal.results), all=rows, folder=folder
                ),
                err=True,
            )
            raise
        return owed(screening, journal, metrics)


def _work(run: Run, plan: Plan) -> dict[str, Any]:
    """What a row depends on besides its number."""
    heading_ = run.heading
    return {
        "format": FORMAT,
        **heading_.origin,
        "games": heading_.keys,
        "policies": [list(pair) for pair in heading_.pairs],
        "by": str(plan.by),
        "numbers": short_digest([[one.name, one.part, one.whole] for one in plan.numbers]),
    }


def _found(
    run: Run, screening: Screening, assumed: int, metrics: tuple[Metric, ...], every: tuple[Owed, ...]
) -> dict[str, Any]:
    """Everything as plain numbers; parts in order of their weight."""
    heading_, plan = run.heading, screening.plan
    written = played(run).scores
    return {
        "scenario": heading_.scenario,
        "digest": heading_.digest,
        "seed": heading_.seed,
        "pairs": [list(pair) for pair in heading_.pairs],
        "games": heading_.keys * len(heading_.pairs),
        "rows": len(screening.rows),
        "walks": len(screening.walks),
        "by": float(plan.by),
        "assumed": assumed,
        "moved": len(plan.numbers),
        "parts": {part: _lines_of(plan, part) for part in plan.parts},
        "metrics": {
            metric.name: {
                "as_written": _rounded(_mean(written[metric.name])),
                "owed": [_row(one) for one in _by_weight(every, metric)],
            }
            for metric in metrics
        },
    }


def _mean(scores: np.ndarray) -> float | None:
    there = scores[~np.isnan(scores)]
    return float(there.mean()) if there.size else None


def _by_weight(every: tuple[Owed, ...], metric: Metric) -> list[Owed]:
    """What is believed first, each by its size."""
    mine = [one for one in every if one.metric == metric.name]
    return sorted(mine, key=lambda one: (not one.believed, -one.effect.size, one.part))


def _lines_of(plan: Plan, part: str) -> list[int]:
    return sorted({one.line for one in plan.numbers if one.part == part})


def _row(one: Owed) -> dict[str, Any]:
    return {
        "part": one.part,
        "size": _rounded(one.effect.size),
        "signed": _rounded(one.effect.signed),
        "spread": _rounded(one.effect.spread),
        "luck": _rounded(one.effect.luck),
        "chance": one.effect.chance,
        "believed": one.believed,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _lines(found: dict[str, Any], metrics: tuple[Metric, ...], top: int, folder: Path) -> Iterator[str]:
    title = _("What the measures of {scenario} owe to what is assumed")
    yield heading(title.format(scenario=found["scenario"]))
    yield paragraph(
        _(
            "{moved} of {assumed} assumed numbers in {parts} parts were moved, each by up to {by:.0%}; "
            "the others have to fit their neighbours or would change no game. {walks} walks, {rows} rows of "
            "{games} games. A size is how far the measure goes on average when all numbers of the part cross "
            "their whole range; luck is what would be seen of a part that changes nothing."
        ).format(**{**found, "parts": len(found["parts"])})
    )
    unmoved = []
    for metric in metrics:
        its = found["metrics"][metric.name]
        believed = [row for row in its["owed"] if row["believed"]]
        if not believed:
            unmoved.append(metric.name)
            continue
        yield heading(metric.name)
        yield paragraph(_as_written(metric, its["as_written"]))
        for row in believed[:top]:
            yield item(_told(row, found["parts"][row["part"]]))
        if len(believed) > top:
            yield item(_("and {n} more that weigh less").format(n=len(believed) - top))
    if unmoved:
        yield paragraph(
            _("Nothing here is believed to move these: {names}.").format(names=", ".join(unmoved))
        )
    yield paragraph(_("The rows are kept in {folder}.").format(folder=folder))


def _as_written(metric: Metric, mean: float | None) -> str:
    if mean is None:
        return text_of(metric)
    return _("{text}: {mean:.3f} as written").format(text=text_of(metric), mean=mean)


def _told(row: dict[str, Any], lines: list[int]) -> str:
    where = _("line {n}").format(n=lines[0]) if len(lines) == 1 else _("lines {a} to {b}").format(
        a=lines[0], b=lines[-1]
    )  # fmt: skip
    text = _("{part} ({where}): {size:.3f}; luck {luck:.3f}").format(where=where, **row)
    if row["signed"] is None:
        return text
    return text + _("; {signed:+.3f} as it rises, spread {spread:.3f}").format(
        signed=row["signed"], spread=row["spread"] or 0.0
    )
