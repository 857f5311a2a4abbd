"""Options that several commands have, so that they read the same everywhere."""

from __future__ import annotations

from pathlib import Path

import click

from game.foundation.texts import marked

SEED = click.IntRange(0, 2**64 - 1)
PATH = click.Path(path_type=Path)

json_option = click.option("--json", "as_json", is_flag=True, help=marked("One JSON object on the output."))
envoy_option = click.option(
    "--envoy", default="boulware", show_default=True, help=marked("Policy of the first seat.")
)
government_option = click.option(
    "--government", default="boulware", show_default=True, help=marked("Policy of the second seat.")
)
batch_seed_option = click.option(
    "--seed", type=SEED, default=1, show_default=True, help=marked("Makes the same games again.")
)
jobs_option = click.option(
    "--jobs", type=click.IntRange(0, 1024), default=0,
    help=marked("Processes; as many as there are processors if not given."),
)  # fmt: skip
