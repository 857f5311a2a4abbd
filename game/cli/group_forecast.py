"""`groups`: what a group of actors may settle on, by plain averages first and by two models after them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import click

from game.analysis.groups.forecast import LITERAL, PUBLISHED, forecast
from game.analysis.groups.reading import Actors, read_actors
from game.analysis.groups.spatial import standing
from game.cli.terminal.wrapping import heading, item, paragraph
from game.foundation.errors import GameError
from game.foundation.texts import _

READINGS = {"published": PUBLISHED, "literal": LITERAL}


class Undecidable(GameError):
    """Actors of whom the models can make nothing: a finding about the file."""

    exit_status = 1


def say_forecast(
    file: Path,
    rounds: int,
    reading: Literal["published", "literal"],
    scale: tuple[float, float] | None,
    as_json: bool,
) -> int:
    """Print the forecasts for the actors of a CSV file."""
    actors = read_actors(file)
    found = _found(actors, rounds, reading, _span(actors, scale))
    if as_json:
        click.echo(json.dumps(found))
    else:
        for line in _lines(file.name, found):
            click.echo(line)
    return 0


def _span(actors: Actors, scale: tuple[float, float] | None) -> float:
    low, high = scale or (float(actors.position.min()), float(actors.position.max()))
    if not low <= actors.position.min() <= actors.position.max() <= high:
        raise GameError(
            _("a position lies outside the scale from {low} to {high}").format(low=low, high=high)
        )
    return high - low or 1.0


def _found(actors: Actors, rounds: int, reading: str, span: float) -> dict[str, Any]:
    arrays = (actors.capability, actors.position, actors.salience)
    try:
        model = forecast(*arrays, rounds, READINGS[reading])
        chances = standing(*arrays, span).chance.tolist()
    except ValueError as fault:
        raise Undecidable(str(fault)) from None
    return {
        "actors": len(actors.names),
        "mean": model.mean,
        "median": model.median,
        "reading": reading,
        "rounds": [{"mean": r.mean, "median": r.median} for r in model.rounds],
        "chances": dict(zip(actors.names, chances, strict=True)),
    }


def _lines(name: str, found: dict[str, Any]) -> Iterator[str]:
    yield heading(_("{name}, {n} actors").format(name=name, n=found["actors"]))
    yield paragraph(
        _("Positions weighted by capability times salience: mean {mean:.2f}, median {median:g}.").format(
            **found
        )
    )
    yield heading(_("Expected utility model (Bueno de Mesquita), {reading} reading").format(**found))
    for number, played in enumerate(found["rounds"], 1):
        yield item(
            _("round {n}: mean {mean:.2f}, median {median:.2f}").format(n=number, **played),
        )
    yield heading(_("Chance of each position to win (spatial model of KTAB)"))
    for actor, chance in found["chances"].items():
        yield item(f"{100 * chance:5.1f} %  {actor}")
    yield "\n" + paragraph(
        _(
            "On 351 resolved issues of the European Union the plain mean came closer to what was decided "
            "than an open version of the expected utility model."
        )
    )
