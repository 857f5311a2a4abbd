"""`negotiate`, `import genius` and `export genius`: domains of research on automated negotiation."""

from __future__ import annotations

import json
from pathlib import Path

import click

from game.adapters.genius.domain import Domain
from game.adapters.genius.from_scenario import domain_of, left_behind
from game.adapters.genius.reading import read_domain
from game.adapters.genius.to_scenario import scenario_text
from game.adapters.genius.writing import write_domain
from game.analysis.offers.engine import alternate
from game.analysis.offers.strategies import side_of
from game.cli.terminal.wrapping import item
from game.foundation.errors import GameError
from game.foundation.keeping import keep, not_written
from game.foundation.texts import _
from game.match.library import open_scenario


def negotiate(folder: Path, strategies: tuple[str, str], rounds: int, as_json: bool) -> int:
    """Play one negotiation over a domain and say what was agreed on."""
    domain = read_domain(folder)
    own = (domain.preferences(0), domain.preferences(1))
    for space, one in zip(domain.spaces, own, strict=True):
        if one.hopeless[0]:
            raise GameError(
                _("{side}: no outcome is worth the reservation of {value:.6g}: nothing to agree on").format(
                    side=space.name, value=space.reservation
                )
            )
    sides = (side_of(strategies[0], own[0], 1), side_of(strategies[1], own[1], 1))
    found = alternate(sides, 1, rounds)
    number = int(found.outcome[0])
    agreed = domain.outcome(number) if number >= 0 else None
    utilities = [
        float(one.utility[0, number]) if agreed is not None else float(one.reservation[0]) for one in own
    ]
    if as_json:
        click.echo(
            json.dumps({
                "agreement": None if agreed is None else list(agreed),
                "round": int(found.round[0]),
                "utilities": utilities,
            })
        )  # fmt: skip
        return 0
    for line in _lines(domain, strategies, agreed, int(found.round[0]), utilities):
        click.echo(line)
    return 0


def import_genius(folder: Path, out: Path) -> int:
    """Write a scenario for a domain."""
    text = scenario_text(read_domain(folder))
    keep(out, text)  # whoever imported a case before may have worked on it since
    click.echo(str(out))
    return 0


def export_genius(file: str, out: Path) -> int:
    """Write a domain for a scenario, and say what of the scenario it cannot hold."""
    opened = open_scenario(file)
    domain = domain_of(opened.tables, opened.lexicon)
    with not_written(out):
        paths = write_domain(domain, out)
    for path in paths:
        click.echo(str(path))
    lost = list(left_behind(opened.tables))
    if lost:
        click.echo(_("Left behind, since a domain only adds up what values are worth:"), err=True)
        for line in lost:
            click.echo(item(line), err=True)
    return 0


def _lines(
    domain: Domain,
    strategies: tuple[str, str],
    agreed: tuple[str, ...] | None,
    rounds: int,
    utilities: list[float],
) -> list[str]:
    if agreed is None:
        lines = [_("No agreement in {n} rounds.").format(n=rounds)]
    else:
        lines = [_("Agreement in round {n}:").format(n=rounds)]
        lines += [item(f"{issue.name}: {value}") for issue, value in zip(domain.issues, agreed, strict=True)]
    for space, strategy, utility in zip(domain.spaces, strategies, utilities, strict=True):
        lines.append(
            item(
                _("{side} ({strategy}): {utility:.6g}").format(
                    side=space.name, strategy=strategy, utility=utility
                )
            )
        )
    return lines
