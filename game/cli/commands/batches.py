"""Commands that play many games between computer seats, and the statistics of such games."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from game.cli.commands.options import (
    PATH,
    SEED,
    batch_seed_option,
    envoy_option,
    government_option,
    jobs_option,
    json_option,
)
from game.foundation.texts import marked


@click.command()
@click.argument("file")
@click.option(
    "--games", type=click.IntRange(1, 10**8), default=1000, show_default=True, help=marked("How many.")
)
@batch_seed_option
@envoy_option
@government_option
@click.option("--chunk", type=click.IntRange(1, 10**6), default=None,
              help=marked("Games at a time; changes nothing but speed and memory."))  # fmt: skip
@json_option
@click.option("--out", type=PATH, default=None, help=marked("Write one row a game into a CSV file."))
def simulate(
    file: str,
    games: int,
    seed: int,
    envoy: str,
    government: str,
    chunk: int | None,
    as_json: bool,
    out: Path | None,
) -> int:
    """Play many games between policies and sum them up."""
    from game.cli.simulating import simulate_games

    return simulate_games(file, games, seed, (envoy, government), chunk, as_json, out)


@click.command(short_help=marked("See whether each level of difficulty does better than the one below."))
@click.argument("files", nargs=-1)
@click.option("--levels", default=None, metavar="NAME,NAME",
              help=marked("Only these levels; all four if not given."))  # fmt: skip
@click.option("--factor", default="1/4", show_default=True,
              help=marked("Scales in how many worlds the levels try their moves out."))  # fmt: skip
@click.option("--seed", type=SEED, default=1, show_default=True, help=marked("The seed of the games."))
@jobs_option
@click.option("--out", type=PATH, default=None, help=marked("The folder in which the games are kept."))
@json_option
def ladder(
    files: tuple[str, ...], levels: str | None, factor: str, seed: int, jobs: int, out: Path | None,
    as_json: bool,
) -> int:  # fmt: skip
    """See whether each level of difficulty does better than the one below, as either seat.

    FILES are scenarios; without one the three that the levels were made for.
    """
    from game.cli.laddering import Wishes, climb_ladder

    return climb_ladder(Wishes(files, levels, factor, seed, jobs, out, as_json))


@click.command(short_help=marked("Work out a log-likelihood ratio."))
@click.option("--model", type=click.Choice(["elo", "nelo"]), default="elo", show_default=True,
              help=marked("Logistic Elo, or normalised Elo: in standard deviations."))  # fmt: skip
@click.option("--counts", "first", type=click.IntRange(0), required=True, metavar="N N N [N N]",
              help=marked("Wins, draws, losses; or pairs of games by their score, from 0 to 2."))  # fmt: skip
@click.option("--bounds", type=(float, float), required=True, metavar="E0 E1",
              help=marked("The two differences in strength that are compared."))  # fmt: skip
@click.argument("more", type=click.IntRange(0), nargs=-1, metavar="")
def llr(model: Literal["elo", "nelo"], first: int, bounds: tuple[float, float], more: tuple[int, ...]) -> int:
    """Work out a log-likelihood ratio, to check the statistics of balance against other programs."""
    from game.cli.likelihood import say_ratio

    # An option of click has a fixed number of values; those after the first come as arguments.
    return say_ratio(model, (first, *more), bounds)


COMMANDS = (simulate, ladder, llr)
