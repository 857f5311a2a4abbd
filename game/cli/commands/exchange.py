"""Commands for problems of other systems: playing them, bringing them in, writing them."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.commands.options import PATH, json_option
from game.foundation.texts import marked

_STRATEGIES = ("boulware", "linear", "conceder", "micro")


@click.command(short_help=marked("Play alternating offers over a domain of GENIUS."))
@click.argument("folder", type=PATH)
@click.option("--protocol", type=click.Choice(["alternating-offers"]), default="alternating-offers",
              show_default=True, help=marked("Who may say what, when."))  # fmt: skip
@click.option("--a", "first", type=click.Choice(_STRATEGIES), default="boulware", show_default=True,
              help=marked("Strategy of the side whose file comes first."))  # fmt: skip
@click.option("--b", "second", type=click.Choice(_STRATEGIES), default="boulware", show_default=True,
              help=marked("Strategy of the other side."))  # fmt: skip
@click.option("--rounds", type=click.IntRange(1, 10**6), default=100, show_default=True,
              help=marked("Rounds; in each both sides act once."))  # fmt: skip
@json_option
def negotiate(folder: Path, protocol: str, first: str, second: str, rounds: int, as_json: bool) -> int:
    """Play alternating offers over a domain: a FOLDER with a GENIUS domain and two utility spaces."""
    from game.cli import negotiating

    assert protocol == "alternating-offers", "there is one protocol"
    return negotiating.negotiate(folder, (first, second), rounds, as_json)


@click.group("import", short_help=marked("Make a scenario of a problem of another system."))
def import_() -> None:
    """Make a scenario of a problem of another system."""


@import_.command("genius", short_help=marked("Make a scenario of a GENIUS domain."))
@click.argument("folder", type=PATH)
@click.option("--out", type=PATH, required=True, help=marked("The scenario file to write."))
def import_genius(folder: Path, out: Path) -> int:
    """Make a scenario of a GENIUS domain: a FOLDER with a domain and two utility spaces."""
    from game.cli import negotiating

    return negotiating.import_genius(folder, out)


@click.group(short_help=marked("Write a scenario for another system."))
def export() -> None:
    """Write a scenario for another system."""


@export.command("genius", short_help=marked("Write a GENIUS domain."))
@click.argument("file")
@click.option("--out", type=PATH, required=True, help=marked("The folder to write into."))
def export_genius(file: str, out: Path) -> int:
    """Write what the issues of a scenario are worth at the opening as a GENIUS domain."""
    from game.cli import negotiating

    return negotiating.export_genius(file, out)


COMMANDS = (negotiate, import_, export)
