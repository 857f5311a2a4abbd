"""Commands on what actors want: what a package is worth, their weights, what a group may settle on."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from game.cli.commands.options import PATH, json_option
from game.foundation.texts import marked


@click.command(short_help=marked("Say what a package is worth to an actor."))
@click.argument("file")
@click.option("--actor", required=True, help=marked("Whose view: an actor's id, or a seat's."))
@click.option("--package", required=True, help=marked('What is agreed, as in "issue=level,issue=level".'))
@click.option("--plan", default=None, help=marked("The plan's id; the first of the file if not given."))
@click.option("--trust", default=None, help=marked("Its trust, 0 to 15; as at the start if not given."))
@click.option("--type", "type_", default=None, help=marked("A type's id; the average of all if not given."))
@json_option
def explain(
    file: str, actor: str, package: str, plan: str | None, trust: str | None, type_: str | None, as_json: bool
) -> int:
    """Say what a package at the opening is worth to an actor, part by part."""
    from game.cli.explaining import explain_to_actor

    return explain_to_actor(file, actor, package, plan, trust, type_, as_json)


@click.command(short_help=marked("Turn judgements into the weights of an actor."))
@click.argument("file")
@click.option("--actor", required=True, help=marked("Whose weights: an actor's id, or a seat's."))
@click.option("--swing", default=None, help=marked('Points for swings, as in "issue=100,issue=60".'))
@click.option("--pairs", default=None, help=marked('Judgements in pairs, as in "a>b:2,b>c:1.5".'))
@click.option("--ask", type=click.Choice(["points", "pairs"]), default="points", show_default=True,
              help=marked("What to ask for where neither is given."))  # fmt: skip
@click.option("--as-written", is_flag=True, help=marked("Ask nothing; take the weights of the file."))
@click.option("--package", "packages", multiple=True,
              help=marked("How far may weights move before this turns? May be repeated."))  # fmt: skip
@click.option("--plan", default=None, help=marked("The plan of the packages; the first if not given."))
@click.option("--trust", default=None, help=marked("Its trust, 0 to 15; as at the start if not given."))
@click.option("--type", "type_", default=None, help=marked("A type's id; the average of all if not given."))
@json_option
def weigh(
    file: str, actor: str, swing: str | None, pairs: str | None, ask: str, as_written: bool,
    packages: tuple[str, ...], plan: str | None, trust: str | None, type_: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Turn judgements into the weights of an actor, and say what hangs on them."""
    from game.cli.weighing import Asked, weigh_actor

    return weigh_actor(
        Asked(file, actor, swing, pairs, ask, as_written, packages, plan, trust, type_, as_json)
    )


@click.command(short_help=marked("Say what a group of actors may settle on."))
@click.argument("file", type=PATH)
@click.option("--rounds", type=click.IntRange(1, 100), default=8, show_default=True,
              help=marked("Rounds of the expected utility model."))  # fmt: skip
@click.option("--reading", type=click.Choice(["published", "literal"]), default="published",
              help=marked("That of the published rounds, or the texts to the letter."))  # fmt: skip
@click.option("--scale", type=(float, float), default=None, metavar="LOW HIGH",
              help=marked("Ends of the issue's scale; the outermost positions if not given."))  # fmt: skip
@json_option
def groups(
    file: Path, rounds: int, reading: Literal["published", "literal"],
    scale: tuple[float, float] | None, as_json: bool,
) -> int:  # fmt: skip
    """Say what a group of actors may settle on: plain averages, and two published models beside them.

    FILE is a CSV file with the columns actor, capability, position and salience (0 to 100).
    """
    from game.cli.group_forecast import say_forecast

    return say_forecast(file, rounds, reading, scale, as_json)


COMMANDS = (explain, weigh, groups)
