"""What can be typed after `reprieve`. Each command is a few lines that call a module imported then."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from game.foundation.texts import _, marked

_SEED = click.IntRange(0, 2**64 - 1)
_PATH = click.Path(path_type=Path)
_STRATEGIES = ("boulware", "linear", "conceder", "micro")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, help=marked("Show the version and end."))
@click.pass_context
def reprieve(context: click.Context, version: bool) -> int | None:
    """A negotiation over sanctions relief and the release of prisoners.

    Without a command the window opens. FILE is a scenario's file or the id of one that came with the game.
    """
    if version:
        from game.cli.opening import say_version

        return say_version()
    if context.invoked_subcommand is None:
        from game.cli.opening import open_window

        return open_window()
    return None


@reprieve.command(short_help=marked("Play a scenario, in the window or in the terminal."))
@click.argument("file", required=False)
@click.option("--seat", default=None, help=marked("Your seat: envoy, government, both, or a seat's id."))
@click.option("--text", is_flag=True, help=marked("Play in the terminal instead of the window."))
@click.option("--opponent", default="boulware", show_default=True, help=marked("Who plays the other seat."))
@click.option(
    "--seed", type=_SEED, default=None, help=marked("Makes the same game again; drawn if not given.")
)
@click.option("--moves", type=_PATH, default=None, help=marked("Read the moves from a file, one a line."))
@click.option("--resume", is_flag=True, help=marked("Go on with the game that was played last."))
@click.option("--load", "saved", default=None, help=marked("Go on with a saved game: its name or its file."))
def play(
    file: str | None, seat: str | None, text: bool, opponent: str, seed: int | None,
    moves: Path | None, resume: bool, saved: str | None,
) -> int:  # fmt: skip
    """Play a scenario, in the window or (with --text or --moves) in the terminal."""
    from game.cli.playing import Wishes, play_game

    return play_game(Wishes(file, seat, text, opponent, seed, moves, resume, saved))


@reprieve.command()
@click.argument("file")
@click.option(
    "--games", type=click.IntRange(1, 10**8), default=1000, show_default=True, help=marked("How many.")
)
@click.option("--seed", type=_SEED, default=1, show_default=True, help=marked("Makes the same games again."))
@click.option("--envoy", default="boulware", show_default=True, help=marked("Policy of the first seat."))
@click.option(
    "--government", default="boulware", show_default=True, help=marked("Policy of the second seat.")
)
@click.option("--chunk", type=click.IntRange(1, 10**6), default=None,
              help=marked("Games at a time; changes nothing but speed and memory."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
@click.option("--out", type=_PATH, default=None, help=marked("Write one row a game into a CSV file."))
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


@reprieve.command(short_help=marked("Say everything that is wrong with scenario files."))
@click.argument("files", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
@click.option("--github", is_flag=True, help=marked("Annotations, as GitHub shows them beside a change."))
@click.option("--cases", is_flag=True, help=marked("Try the test cases beside each file as well."))
@click.option("--explain", "rule", default=None, metavar="RULE",
              help=marked("Say what a rule finds and why, and end."))  # fmt: skip
def check(files: tuple[str, ...], as_json: bool, github: bool, cases: bool, rule: str | None) -> int:
    """Say everything that is wrong with scenario files, with file, line and column."""
    from game.cli.checking import check_files, explain_rule

    if rule is not None:
        return explain_rule(rule)
    if not files:
        raise click.UsageError(_("Name at least one FILE, or a rule with --explain RULE."))
    if as_json and github:
        raise click.UsageError(_("--json and --github are two forms of the output; choose one."))
    form: Literal["text", "json", "github"] = "json" if as_json else "github" if github else "text"
    return check_files(files, form, cases=cases)


@reprieve.command(short_help=marked("Open the workbench beside your editor."))
@click.argument("file")
def edit(file: str) -> int:
    """Open a window beside your own editor that shows, at every save, what FILE is like and what is wrong."""
    from game.cli.opening import open_workbench

    return open_workbench(file)


@reprieve.command(short_help=marked("Begin a scenario of your own."))
@click.option("--id", "id_", default=None, help=marked("A short name for files, as in my-case."))
@click.option("--title", default=None, help=marked("The title that players read."))
@click.option("--envoy", default=None, help=marked("Who can give relief."))
@click.option("--government", default=None, help=marked("Who holds people."))
@click.option("--held", type=int, default=None, help=marked("How many people are held."))
@click.option("--start", default=None, help=marked("The first month of talks, as in 2026-01."))
@click.option("--turns", type=int, default=None, help=marked("How many months a game lasts."))
@click.option("--real/--invented", default=None, help=marked("Whether the case is a real one."))
@click.option("--out", type=_PATH, default=None, help=marked("The file to write; ID.yaml if not given."))
@click.option("--defaults", is_flag=True, help=marked("Ask nothing; take what is proposed."))
def new(
    id_: str | None, title: str | None, envoy: str | None, government: str | None, held: int | None,
    start: str | None, turns: int | None, real: bool | None, out: Path | None, defaults: bool,
) -> int:  # fmt: skip
    """Write a small commented scenario that can be checked and played, from a few questions or flags."""
    from game.cli.beginning import Answers, write_new

    return write_new(Answers(id_, title, envoy, government, held, start, turns, real, out, defaults))


@reprieve.command(short_help=marked("Show what a scenario is like, to whoever writes it."))
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
@click.option("--html", type=_PATH, default=None, help=marked("Write it as a page with pictures instead."))
def describe(file: str, as_json: bool, html: Path | None) -> int:
    """Show what can be agreed, who can stop it, what theory singles out, and what 2,000 games come to."""
    from game.cli.portraying import describe_case

    return describe_case(file, as_json, html)


@reprieve.command(short_help=marked("Write the scenario format as JSON Schema."))
@click.option("--out", type=_PATH, default=None, help=marked("Write it here instead of on the output."))
def schema(out: Path | None) -> int:
    """Write the scenario format as JSON Schema, by which editors complete keys and mark faults."""
    from game.cli.documenting import write_schema

    return write_schema(out)


@reprieve.command(short_help=marked("Write the page on the scenario format."))
@click.option("--out", type=_PATH, default=Path("docs/scenario-format.md"), show_default=True,
              help=marked("Where to write it."))  # fmt: skip
def docs(out: Path) -> int:
    """Write the page on the scenario format anew, from the models that read scenarios."""
    from game.cli.documenting import write_format_page

    return write_format_page(out)


@reprieve.command(short_help=marked("Write a scenario's texts for translators."))
@click.argument("file")
@click.option(
    "--language", default=None, help=marked("A language's code, as in de; a template if not given.")
)
def texts(file: str, language: str | None) -> int:
    """Write the texts of a scenario into a catalogue beside it, or bring one that is there up to date."""
    from game.cli.translating import write_texts

    return write_texts(file, language)


@reprieve.command(short_help=marked("Say what a package is worth to an actor."))
@click.argument("file")
@click.option("--actor", required=True, help=marked("Whose view: an actor's id, or a seat's."))
@click.option("--package", required=True, help=marked('What is agreed, as in "issue=level,issue=level".'))
@click.option("--plan", default=None, help=marked("The plan's id; the first of the file if not given."))
@click.option("--trust", default=None, help=marked("Its trust, 0 to 15; as at the start if not given."))
@click.option("--type", "type_", default=None, help=marked("A type's id; the average of all if not given."))
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def explain(
    file: str, actor: str, package: str, plan: str | None, trust: str | None, type_: str | None, as_json: bool
) -> int:
    """Say what a package at the opening is worth to an actor, part by part."""
    from game.cli.explaining import explain_to_actor

    return explain_to_actor(file, actor, package, plan, trust, type_, as_json)


@reprieve.command(short_help=marked("Turn judgements into the weights of an actor."))
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
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def weigh(
    file: str, actor: str, swing: str | None, pairs: str | None, ask: str, as_written: bool,
    packages: tuple[str, ...], plan: str | None, trust: str | None, type_: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Turn judgements into the weights of an actor, and say what hangs on them."""
    from game.cli.weighing import Asked, weigh_actor

    return weigh_actor(
        Asked(file, actor, swing, pairs, ask, as_written, packages, plan, trust, type_, as_json)
    )


@reprieve.command()
@click.argument("transcript", type=_PATH)
@click.option("--verify", is_flag=True, help=marked("Only check that it plays again to the last bit."))
@click.option("--scenario", default=None, help=marked("The scenario, if it did not come with the game."))
def replay(transcript: Path, verify: bool, scenario: str | None) -> int:
    """Show a game that was played, and check it."""
    from game.cli.looking_back import show_replay

    return show_replay(transcript, verify, scenario)


@reprieve.command(short_help=marked("Write the debrief of a game as a page and its offers as a table."))
@click.argument("transcript", type=_PATH)
@click.option("--html", type=_PATH, default=None, help=marked("Write the debrief here, as one HTML file."))
@click.option("--csv", "table", type=_PATH, default=None, help=marked("Write the offers here, as CSV."))
@click.option("--scenario", default=None, help=marked("The scenario, if it did not come with the game."))
@click.option("--replace", is_flag=True, help=marked("Replace files that are there already."))
def debrief(
    transcript: Path, html: Path | None, table: Path | None, scenario: str | None, replace: bool
) -> int:
    """Write the debrief of a finished game as a page with its pictures, and its offers as a table.

    With neither --html nor --csv the debrief is shown in the terminal.
    """
    from game.cli.debriefing import write_debrief

    return write_debrief(transcript, html, table, scenario, replace)


@reprieve.command(short_help=marked("Write briefs, facts and a teacher's card to print."))
@click.argument("file")
@click.option("--out", type=_PATH, required=True, help=marked("The folder for the pages."))
@click.option("--replace", is_flag=True, help=marked("Replace pages that are there already."))
def handout(file: str, out: Path, replace: bool) -> int:
    """Write a brief for each seat, the facts, and a card for whoever leads the lesson, as HTML to print."""
    from game.cli.handing_out import write_pages

    return write_pages(file, out, replace)


@reprieve.command()
@click.argument("file")
@click.option("--seed", type=_SEED, required=True, help=marked("The seed of the batch."))
@click.option(
    "--game", type=click.IntRange(0), required=True, help=marked("The game's number in it, from 0.")
)
@click.option("--envoy", default="boulware", show_default=True, help=marked("Policy of the first seat."))
@click.option(
    "--government", default="boulware", show_default=True, help=marked("Policy of the second seat.")
)
@click.option(
    "--out", type=_PATH, default=None, help=marked("Write the transcript here instead of showing it.")
)
def trace(file: str, seed: int, game: int, envoy: str, government: str, out: Path | None) -> int:
    """Turn one game of a batch into a transcript."""
    from game.cli.looking_back import trace_game

    return trace_game(file, seed, game, (envoy, government), out)


@reprieve.command(short_help=marked("Play what really happened."))
@click.argument("file")
@click.option("--seeds", type=click.IntRange(1, 10**6), default=1, show_default=True,
              help=marked("Play it under so many seeds and see that the course is the same."))  # fmt: skip
def history(file: str, seeds: int) -> int:
    """Play what really happened, and say which steps the model itself would have refused."""
    from game.cli.remembering import show_history

    return show_history(file, seeds)


@reprieve.command(short_help=marked("Compare recorded playthroughs with those of now."))
@click.option("--write", is_flag=True, help=marked("Write the playthroughs anew instead of comparing."))
@click.option("--dir", "folder", type=_PATH, default=Path("tests/golden"), show_default=True,
              help=marked("Where they lie."))  # fmt: skip
def golden(write: bool, folder: Path) -> int:
    """Compare the recorded playthrough of each scenario with what the program does now."""
    from game.cli.goldens import compare_goldens

    return compare_goldens(folder, write)


@reprieve.command(short_help=marked("Draw every screen into PNG files."))
@click.option("--out", type=_PATH, required=True, help=marked("The folder for the pictures."))
def screens(out: Path) -> int:
    """Draw every screen of the window into a PNG file, without a display."""
    from game.cli.opening import draw_screens

    return draw_screens(out)


@reprieve.command(short_help=marked("Measure how fast this machine plays."))
@click.option("--ui", is_flag=True, help=marked("Measure the window instead."))
@click.option("--negmas", type=_PATH, default=None, metavar="PYTHON",
              help=marked("Compare with NegMAS, which this interpreter has."))  # fmt: skip
@click.option("--openspiel", type=_PATH, default=None, metavar="PYTHON",
              help=marked("Compare with OpenSpiel, which this interpreter has."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def bench(ui: bool, negmas: Path | None, openspiel: Path | None, as_json: bool) -> int:
    """Measure how fast this machine plays the flagship; with --ui, how fast the window is.

    The window: seconds to the first frame, milliseconds a frame while a slider is dragged, the share of a
    core that it takes at rest, and megabytes of memory. Without a display it is drawn for nobody.
    """
    from game.cli.benching import bench_engine, bench_peers, bench_window

    if ui and (negmas or openspiel):
        raise click.UsageError(_("--ui measures the window, which has no peers"))
    if negmas or openspiel:
        return bench_peers(negmas, openspiel, as_json=as_json)
    return bench_window(as_json=as_json) if ui else bench_engine(as_json=as_json)


class _FileOrCommand(click.Group):
    """A group in which whatever is not the name of a command is the FILE of the command `run`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `run` before a file or an option."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["run", *args]
        return super().parse_args(ctx, args)


@reprieve.group(cls=_FileOrCommand, short_help=marked("Test what a scenario does between computer seats."),
                subcommand_metavar="FILE [OPTIONS] | compare A B | mutate FILE")  # fmt: skip
def balance() -> None:
    """Test what a scenario does between computer seats, with a verdict on each of its gates.

    `balance FILE` plays and measures (`balance run --help` lists its options), `balance compare A B` says
    what changed from one run to another, `balance mutate FILE` how many mistakes the gates would notice. Exit
    status: 0 pass, 1 fail, 2 error, 3 undecided.
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
@click.option("--seed", type=_SEED, default=1, show_default=True, help=marked("Makes the same games again."))
@click.option(
    "--baseline", type=_PATH, default=None, help=marked("The folder of an earlier run to compare with.")
)
@click.option("--jobs", type=click.IntRange(0, 1024), default=0,
              help=marked("Processes; as many as there are processors if not given."))  # fmt: skip
@click.option("--out", type=_PATH, default=None, help=marked("The folder in which the games are kept."))
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
@click.option("--junit", type=_PATH, default=None, help=marked("Write the gates into a JUnit file."))
@click.option("--html", type=_PATH, default=None, help=marked("Write a page with plots."))
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
@click.argument("first", type=_PATH)
@click.argument("second", type=_PATH)
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
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
@click.option("--seed", type=_SEED, default=1, show_default=True, help=marked("Makes the same games again."))
@click.option("--jobs", type=click.IntRange(0, 1024), default=0,
              help=marked("Processes; as many as there are processors if not given."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def balance_mutate(file: str, games: int, sample: int | None, seed: int, jobs: int, as_json: bool) -> int:
    """Change each number and take out each event of a scenario, and count what its gates catch."""
    from game.cli.mutating import mutate

    return mutate(file, games, sample, seed, jobs, as_json)


@reprieve.command(short_help=marked("Play alternating offers over a domain of GENIUS."))
@click.argument("folder", type=_PATH)
@click.option("--protocol", type=click.Choice(["alternating-offers"]), default="alternating-offers",
              show_default=True, help=marked("Who may say what, when."))  # fmt: skip
@click.option("--a", "first", type=click.Choice(_STRATEGIES), default="boulware", show_default=True,
              help=marked("Strategy of the side whose file comes first."))  # fmt: skip
@click.option("--b", "second", type=click.Choice(_STRATEGIES), default="boulware", show_default=True,
              help=marked("Strategy of the other side."))  # fmt: skip
@click.option("--rounds", type=click.IntRange(1, 10**6), default=100, show_default=True,
              help=marked("Rounds; in each both sides act once."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def negotiate(folder: Path, protocol: str, first: str, second: str, rounds: int, as_json: bool) -> int:
    """Play alternating offers over a domain: a FOLDER with a GENIUS domain and two utility spaces."""
    from game.cli import negotiating

    assert protocol == "alternating-offers", "there is one protocol"
    return negotiating.negotiate(folder, (first, second), rounds, as_json)


@reprieve.group("import", short_help=marked("Make a scenario of a problem of another system."))
def import_() -> None:
    """Make a scenario of a problem of another system."""


@import_.command("genius", short_help=marked("Make a scenario of a GENIUS domain."))
@click.argument("folder", type=_PATH)
@click.option("--out", type=_PATH, required=True, help=marked("The scenario file to write."))
def import_genius(folder: Path, out: Path) -> int:
    """Make a scenario of a GENIUS domain: a FOLDER with a domain and two utility spaces."""
    from game.cli import negotiating

    return negotiating.import_genius(folder, out)


@reprieve.group(short_help=marked("Write a scenario for another system."))
def export() -> None:
    """Write a scenario for another system."""


@export.command("genius", short_help=marked("Write a GENIUS domain."))
@click.argument("file")
@click.option("--out", type=_PATH, required=True, help=marked("The folder to write into."))
def export_genius(file: str, out: Path) -> int:
    """Write what the issues of a scenario are worth at the opening as a GENIUS domain."""
    from game.cli import negotiating

    return negotiating.export_genius(file, out)


@reprieve.command(short_help=marked("Work out a log-likelihood ratio."))
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


@reprieve.command(short_help=marked("See whether each level of difficulty does better than the one below."))
@click.argument("files", nargs=-1)
@click.option("--levels", default=None, metavar="NAME,NAME",
              help=marked("Only these levels; all four if not given."))  # fmt: skip
@click.option("--factor", default="1/4", show_default=True,
              help=marked("Scales in how many worlds the levels try their moves out."))  # fmt: skip
@click.option("--seed", type=_SEED, default=1, show_default=True, help=marked("The seed of the games."))
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def ladder(files: tuple[str, ...], levels: str | None, factor: str, seed: int, as_json: bool) -> int:
    """See whether each level of difficulty does better than the one below, as either seat.

    FILES are scenarios; without one the three that the levels were made for.
    """
    from game.cli.laddering import climb_ladder

    return climb_ladder(files, levels, factor, seed, as_json)


@reprieve.command(short_help=marked("Say what a group of actors may settle on."))
@click.argument("file", type=_PATH)
@click.option("--rounds", type=click.IntRange(1, 100), default=8, show_default=True,
              help=marked("Rounds of the expected utility model."))  # fmt: skip
@click.option("--reading", type=click.Choice(["published", "literal"]), default="published",
              help=marked("That of the published rounds, or the texts to the letter."))  # fmt: skip
@click.option("--scale", type=(float, float), default=None, metavar="LOW HIGH",
              help=marked("Ends of the issue's scale; the outermost positions if not given."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
def groups(
    file: Path, rounds: int, reading: Literal["published", "literal"],
    scale: tuple[float, float] | None, as_json: bool,
) -> int:  # fmt: skip
    """Say what a group of actors may settle on: plain averages, and two published models beside them.

    FILE is a CSV file with the columns actor, capability, position and salience (0 to 100).
    """
    from game.cli.group_forecast import say_forecast

    return say_forecast(file, rounds, reading, scale, as_json)
