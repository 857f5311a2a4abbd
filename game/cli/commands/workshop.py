"""Commands for those who work on the program itself: recorded games, pictures of screens, speed."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.commands.options import PATH, json_option
from game.foundation.texts import _, marked


@click.command(short_help=marked("Compare recorded playthroughs with those of now."))
@click.option("--write", is_flag=True, help=marked("Write the playthroughs anew instead of comparing."))
@click.option("--dir", "folder", type=PATH, default=Path("tests/golden"), show_default=True,
              help=marked("Where they lie."))  # fmt: skip
def golden(write: bool, folder: Path) -> int:
    """Compare the recorded playthrough of each scenario with what the program does now."""
    from game.cli.goldens import compare_goldens

    return compare_goldens(folder, write)


@click.command(short_help=marked("Draw every screen into PNG files."))
@click.option("--out", type=PATH, required=True, help=marked("The folder for the pictures."))
@click.option("--theme", type=click.Choice(["dark", "light", "contrast"]), default="dark", show_default=True,
              help=marked("Their colours."))  # fmt: skip
@click.option("--scale", "scales", type=click.IntRange(100, 175), multiple=True, metavar="PERCENT",
              help=marked("Size of the text, any number of times; without it 100 and 175."))  # fmt: skip
def screens(out: Path, theme: str, scales: tuple[int, ...]) -> int:
    """Draw every screen of the window into a PNG file, without a display."""
    from game.cli.opening import draw_screens

    return draw_screens(out, theme, scales)


@click.command(short_help=marked("Measure how fast this machine plays."))
@click.option("--ui", is_flag=True, help=marked("Measure the window instead."))
@click.option("--negmas", type=PATH, default=None, metavar="PYTHON",
              help=marked("Compare with NegMAS, which this interpreter has."))  # fmt: skip
@click.option("--openspiel", type=PATH, default=None, metavar="PYTHON",
              help=marked("Compare with OpenSpiel, which this interpreter has."))  # fmt: skip
@click.option("--scaling", is_flag=True,
              help=marked("Measure how the cost of a game grows with what it has."))  # fmt: skip
@click.option("--html", type=PATH, default=None, help=marked("With --scaling: write a page with plots."))
@json_option
def bench(
    ui: bool, negmas: Path | None, openspiel: Path | None, scaling: bool, html: Path | None, as_json: bool
) -> int:
    """Measure how fast this machine plays the flagship; with --ui, how fast the window is.

    The window: seconds to the first frame, milliseconds a frame while a slider is dragged, the share of a
    core that it takes at rest, and megabytes of memory. Without a display it is drawn for nobody.
    """
    from game.cli.benching import bench_engine, bench_peers, bench_scaling, bench_window

    if ui and (negmas or openspiel):
        raise click.UsageError(_("--ui measures the window, which has no peers"))
    if scaling and (ui or negmas or openspiel):
        raise click.UsageError(_("--scaling measures the engine alone"))
    if html and not scaling:
        raise click.UsageError(_("--html writes the plots of --scaling"))
    if scaling:
        return bench_scaling(html, as_json=as_json)
    if negmas or openspiel:
        return bench_peers(negmas, openspiel, as_json=as_json)
    return bench_window(as_json=as_json) if ui else bench_engine(as_json=as_json)


COMMANDS = (golden, screens, bench)
