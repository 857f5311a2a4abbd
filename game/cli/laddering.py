"""`ladder`: whether each level of difficulty does better than the one below."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from game.analysis.ladder import Ladder, Rung
from game.analysis.statistics.sequential import Ruling
from game.cli.balancing import processes, runs_folder
from game.cli.progress import progress
from game.cli.terminal.wrapping import heading, item
from game.content.extending import read_whole
from game.foundation.digests import short_digest
from game.foundation.errors import GameError, ScenarioError
from game.foundation.texts import _
from game.match.library import find
from game.policies.levels import LEVELS, Level, named

SCENARIOS = ("two-turns", "one-page", "belarus-2025")
GREATEST = 16
UNDECIDED = 3


@dataclass(frozen=True)
class Wishes:
    """What was typed after `ladder`.

    Args:
        files: scenarios; none for the three that the levels were made for.
        levels: names with commas between them; None for all.
        out: the folder in which the games are kept.
    """

    files: tuple[str, ...]
    levels: str | None
    factor: str
    seed: int
    jobs: int
    out: Path | None
    as_json: bool


def climb_ladder(wishes: Wishes) -> int:
    """Play the levels against each other.

    Returns: 0 if every rung holds, 1 if one does not, 3 if one stays undecided and none fails.

    Raises:
        GameError: unknown levels, a factor out of range, or a scenario that cannot be read.
    """
    chosen, scale = chosen_levels(wishes.levels), factor_of(wishes.factor)
    ladders = [_ladder(file, chosen, scale, wishes) for file in wishes.files or SCENARIOS]
    found: list[Rung] = []
    for ladder in ladders:
        if not wishes.as_json:
            click.echo(heading(ladder.title))
        found += _climbed(ladder, wishes)
    if wishes.as_json:
        rungs = [_record(rung) for rung in found]
        click.echo(json.dumps({"seed": wishes.seed, "factor": str(scale), "rungs": rungs}))
    rulings = {rung.verdict.ruling for rung in found}
    return 1 if Ruling.FAIL in rulings else UNDECIDED if Ruling.UNDECIDED in rulings else 0


def _ladder(file: str, levels: tuple[Level, ...], factor: Fraction, wishes: Wishes) -> Ladder:
    """The ladder of a file; one that cannot be used is an error here."""
    path = find(file)
    try:
        return Ladder(read_whole(path), str(path), levels, wishes.seed, factor, processes(wishes.jobs))
    except ScenarioError as fault:
        raise GameError(str(fault)) from None


def _climbed(ladder: Ladder, wishes: Wishes) -> list[Rung]:
    """Play, with progress; if somebody stops it, say where the games are kept."""
    folder = wishes.out or runs_folder() / f"ladder-{short_digest(ladder.heading)}"
    try:
        with progress(_("Games"), 0) as advance:
            return ladder.climb(folder, _quiet if wishes.as_json else _tell, advance)
    except KeyboardInterrupt:
        click.echo(
            _("{n} games are kept in {folder}; the same command goes on from there.").format(
                n=ladder.games, folder=folder
            ),
            err=True,
        )
        raise


def chosen_levels(names: str | None) -> tuple[Level, ...]:
    """The levels named with commas between them, from the lowest up; all without a word.

    Raises:
        GameError: an unknown level, or fewer than two.
    """
    if names is None:
        return LEVELS
    known = ", ".join(level.name for level in LEVELS)
    wanted = [name.strip() for name in names.split(",")]
    for name in wanted:
        if named(name) is None:
            raise GameError(
                _("there is no level {name!r}. There are: {names}").format(name=name[:40], names=known)
            )
    chosen = tuple(level for level in LEVELS if level.name in wanted)
    if len(chosen) < 2:
        raise GameError(_("two levels at least are compared, of these: {names}").format(names=known))
    return chosen


def factor_of(text: str) -> Fraction:
    """A factor written as a whole number, a decimal or a fraction.

    Raises:
        GameError: it is none, or not above 0 and up to 16.
    """
    try:
        factor = Fraction(text)
    except (ValueError, ZeroDivisionError):
        factor = Fraction(0)
    if not 0 < factor <= GREATEST:
        raise GameError(
            _("a factor is a number above 0 and up to {most}, as in 1/4 (got {text})").format(
                most=GREATEST, text=text[:40]
            )
        )
    return factor


def _quiet(_rung: Rung) -> None:
    """Says nothing: the JSON object comes at the end."""


def _tell(rung: Rung) -> None:
    verdict = rung.verdict
    said = {
        Ruling.PASS: _("yes"),
        Ruling.FAIL: _("no"),
        Ruling.UNDECIDED: _("undecided"),
    }[verdict.ruling]
    line = _(
        "{upper} over {lower} on seat {seat}: {said}; {games} games, {differ} ended otherwise, "
        "of these better {share}; {gain:+.4f} a month; {seconds:.0f} s"
    )
    share = f"{100 * verdict.estimate:.0f} %" if verdict.scored else "-"
    text = line.format(
        upper=rung.upper,
        lower=rung.lower,
        seat=rung.seat + 1,
        said=said,
        games=verdict.games,
        differ=verdict.scored,
        share=share,
        gain=rung.gain,
        seconds=verdict.seconds,
    )
    click.echo(item(text))
    sys.stdout.flush()


def _record(rung: Rung) -> dict[str, object]:
    verdict = rung.verdict
    return {
        "scenario": rung.scenario,
        "lower": rung.lower,
        "upper": rung.upper,
        "seat": rung.seat,
        "ruling": str(verdict.ruling),
        "games": verdict.games,
        "differing": verdict.scored,
        "better": verdict.estimate if verdict.scored else None,
        "low": verdict.low,
        "high": verdict.high,
        "ratio": verdict.ratio,
        "gain": rung.gain,
        "seconds": round(verdict.seconds, 1),
    }
