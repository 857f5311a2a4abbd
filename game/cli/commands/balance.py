"""The command `balance` and those below it."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.commands.options import PATH, batch_seed_option, jobs_option, json_option
from game.foundation.texts import marked


class _FileOrCommand(click.Group):
    """A group in which whatever is not the name of a command is the FILE of the command `run`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `run` before a file or an option."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_FileOrCommand, short_help=marked("Test what a scenario does between computer seats."),
                subcommand_metavar="FILE [OPTIONS] | compare A B | mutate|sensitivity FILE")  # fmt: skip
def balance() -> None:
    """Test what a scenario does between computer seats, with a verdict on each of its gates.

    `balance FILE` plays and measures (`balance run --help` lists its options), `balance compare A B` says
    what changed from one run to another, `balance mutate FILE` how many mistakes the gates would notice,
    `balance sensitivity FILE` which assumed numbers decide. Exit status: 0 pass, 1 fail, 2 error, 3
    undecided.
    """


@balance.command("run", hidden=True, short_help=marked("Play, measure, and judge the gates of a file."))
@click.argument("file")
@click.option(
    "--policies", default=None, help=marked("Who plays, from weak to strong: a,b,...; every pair does.")
)
@click.option("--max-games", "games", type=click.IntRange(1, 10**12), default=None,
              help=marked("At most so many; else until all gates are decided, or 20,000."))  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0, min_open=True), default=None,
              help=marked("Stop after so many seconds, at the end of a chunk of games."))  # fmt: skip
@batch_seed_option
@click.option(
    "--baseline", type=PATH, default=None, help=marked("The folder of an earlier run to compare with.")
)
@jobs_option
@click.option("--out", type=PATH, default=None, help=marked("The folder in which the games are kept."))
@json_option
@click.option("--junit", type=PATH, default=None, help=marked("Write the gates into a JUnit file."))
@click.option("--html", type=PATH, default=None, help=marked("Write a page with plots."))
@click.option("--github", is_flag=True, help=marked("Print annotations for gates that do not pass."))
@click.option("--restricted", is_flag=True,
              help=marked("Also play without each issue, plan and side move."))  # fmt: skip
def balance_run(
    file: str, policies: str | None, games: int | None, seconds: float | None, seed: int,
    baseline: Path | None, jobs: int, out: Path | None, as_json: bool, junit: Path | None,
    html: Path | None, github: bool, restricted: bool,
) -> int:  # fmt: skip
    """Play, measure, and judge the gates of a scenario file."""
    from game.cli.balancing import Wishes, balance_file

    return balance_file(
        Wishes(
            file,
            policies,
            games,
            seconds,
            seed,
            baseline,
            jobs,
            out,
            as_json,
            junit,
            html,
            github,
            restricted,
        )
    )


@balance.command("compare", short_help=marked("Say what changed from one run to another."))
@click.argument("first", type=PATH)
@click.argument("second", type=PATH)
@json_option
def balance_compare(first: Path, second: Path, as_json: bool) -> int:
    """Say what changed from one run (a folder) to another, on the same keys."""
    from game.cli.balancing import compare_runs

    return compare_runs(first, second, as_json)


@balance.command("mutate", short_help=marked("See whether the gates notice mistakes."))
@click.argument("file")
@click.option("--max-games", "games", type=click.IntRange(100, 10**9), default=4096, show_default=True,
              help=marked("At most so many games for each mutation."))  # fmt: skip
@click.option("--sample", type=click.IntRange(1), default=None,
              help=marked("So many mutations, evenly over the file; all if not given."))  # fmt: skip
@batch_seed_option
@jobs_option
@click.option("--out", type=PATH, default=None,
              help=marked("The folder in which what was found is kept."))  # fmt: skip
@json_option
def balance_mutate(
    file: str, games: int, sample: int | None, seed: int, jobs: int, out: Path | None, as_json: bool
) -> int:
    """Change each number and take out each event of a scenario, and count what its gates catch.

    Exit status: 0 the gates pass as things are, 1 one fails, 3 one is undecided.
    """
    from game.cli.mutating import Wishes, mutate

    return mutate(Wishes(file, games, sample, seed, jobs, out, as_json))


@balance.command("sensitivity", short_help=marked("See which assumed numbers decide."))
@click.argument("file")
@click.option("--policies", default="boulware,conceder", show_default=True,
              help=marked("Who plays: a,b,...; every pair does."))  # fmt: skip
@click.option("--metric", "metrics", multiple=True,
              help=marked("A measure to tell of; may be given several times, all if not given."))  # fmt: skip
@click.option("--by", type=click.FloatRange(0.01, 0.9), default=0.25, show_default=True,
              help=marked("How far each number is moved down or up at most, as a share of it."))  # fmt: skip
@click.option("--within", default=None, metavar="PART",
              help=marked("Move the numbers of one part one by one, e.g. 'actors[monitor]'."))  # fmt: skip
@click.option("--walks", type=click.IntRange(2, 1000), default=6, show_default=True,
              help=marked("So many walks, each of which moves every part once."))  # fmt: skip
@click.option("--keys", type=click.IntRange(64, 8192), default=256, show_default=True,
              help=marked("Games of each pair in every row."))  # fmt: skip
@click.option("--top", type=click.IntRange(1), default=5, show_default=True,
              help=marked("Tell of so many parts for each measure."))  # fmt: skip
@batch_seed_option
@jobs_option
@click.option("--out", type=PATH, default=None,
              help=marked("The folder in which the rows are kept."))  # fmt: skip
@json_option
def balance_sensitivity(
    file: str, policies: str, metrics: tuple[str, ...], by: float, within: str | None, walks: int, keys: int,
    top: int, seed: int, jobs: int, out: Path | None, as_json: bool,
) -> int:  # fmt: skip
    """Move everything that is marked `basis: assumed` a little, part by part, and say what decides."""
    from decimal import Decimal

    from game.cli.screening import Wishes, sensitivity

    return sensitivity(
        Wishes(file, policies, metrics, Decimal(str(by)), walks, keys, within, top, seed, jobs, out, as_json)
    )
