"""Commands for designers of scenarios: beginning, checking, looking, translating."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from game.cli.commands.options import PATH, json_option
from game.cli.commands.quick import only_imports
from game.foundation.texts import _, marked


@click.command(short_help=marked("Say everything that is wrong with scenario files."))
@click.argument("files", nargs=-1)
@json_option
@click.option("--github", is_flag=True, help=marked("Annotations, as GitHub shows them beside a change."))
@click.option("--cases", is_flag=True, help=marked("Try the test cases beside each file as well."))
@click.option("--explain", "rule", default=None, metavar="RULE",
              help=marked("Say what a rule finds and why, and end."))  # fmt: skip
def check(files: tuple[str, ...], as_json: bool, github: bool, cases: bool, rule: str | None) -> int:
    """Say everything that is wrong with scenario files, with file, line and column."""
    with only_imports():
        from game.cli.checking import check_files, explain_rule

    if rule is not None:
        return explain_rule(rule)
    if not files:
        raise click.UsageError(_("Name at least one FILE, or a rule with --explain RULE."))
    if as_json and github:
        raise click.UsageError(_("--json and --github are two forms of the output; choose one."))
    form: Literal["text", "json", "github"] = "json" if as_json else "github" if github else "text"
    return check_files(files, form, cases=cases)


@click.command(short_help=marked("Open the workbench beside your editor."))
@click.argument("file")
def edit(file: str) -> int:
    """Open a window beside your own editor that shows, at every save, what FILE is like and what is wrong."""
    from game.cli.opening import open_workbench

    return open_workbench(file)


@click.command(short_help=marked("Begin a scenario of your own."))
@click.option("--id", "id_", default=None, help=marked("A short name for files, as in my-case."))
@click.option("--title", default=None, help=marked("The title that players read."))
@click.option("--envoy", default=None, help=marked("Who can give relief."))
@click.option("--government", default=None, help=marked("Who holds people."))
@click.option("--held", type=int, default=None, help=marked("How many people are held."))
@click.option("--start", default=None, help=marked("The first month of talks, as in 2026-01."))
@click.option("--turns", type=int, default=None, help=marked("How many months a game lasts."))
@click.option("--real/--invented", default=None, help=marked("Whether the case is a real one."))
@click.option("--out", type=PATH, default=None, help=marked("The file to write; ID.yaml if not given."))
@click.option("--defaults", is_flag=True, help=marked("Ask nothing; take what is proposed."))
def new(
    id_: str | None, title: str | None, envoy: str | None, government: str | None, held: int | None,
    start: str | None, turns: int | None, real: bool | None, out: Path | None, defaults: bool,
) -> int:  # fmt: skip
    """Write a small commented scenario that can be checked and played, from a few questions or flags."""
    from game.cli.beginning import Answers, write_new

    return write_new(Answers(id_, title, envoy, government, held, start, turns, real, out, defaults))


@click.command(short_help=marked("Show what a scenario is like, to whoever writes it."))
@click.argument("file")
@json_option
@click.option("--html", type=PATH, default=None, help=marked("Write it as a page with pictures instead."))
def describe(file: str, as_json: bool, html: Path | None) -> int:
    """Show what can be agreed, who can stop it, what theory singles out, and what 2,000 games come to."""
    from game.cli.portraying import describe_case

    return describe_case(file, as_json, html)


@click.command(short_help=marked("Write the scenario format as JSON Schema."))
@click.option("--out", type=PATH, default=None, help=marked("Write it here instead of on the output."))
def schema(out: Path | None) -> int:
    """Write the scenario format as JSON Schema, by which editors complete keys and mark faults."""
    from game.cli.documenting import write_schema

    return write_schema(out)


@click.command(short_help=marked("Write the page on the scenario format."))
@click.option("--out", type=PATH, default=Path("docs/scenario-format.md"), show_default=True,
              help=marked("Where to write it."))  # fmt: skip
def docs(out: Path) -> int:
    """Write the page on the scenario format anew, from the models that read scenarios."""
    from game.cli.documenting import write_format_page

    return write_format_page(out)


@click.command(short_help=marked("Write a scenario's texts for translators."))
@click.argument("file")
@click.option(
    "--language", default=None, help=marked("A language's code, as in de; a template if not given.")
)
def texts(file: str, language: str | None) -> int:
    """Write the texts of a scenario into a catalogue beside it, or bring one that is there up to date."""
    from game.cli.translating import write_texts

    return write_texts(file, language)


COMMANDS = (check, edit, new, describe, schema, docs, texts)
