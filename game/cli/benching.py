"""`bench`: how fast this machine plays, and how fast the window is on it."""

from __future__ import annotations

import json
import os
from typing import Any

import click


def bench_window(*, as_json: bool) -> int:
    """Measure the window: first frame, a dragged frame, load at rest, memory."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.bench import measured

    return _say(measured(), as_json)


def bench_engine(*, as_json: bool) -> int:
    """Measure the engine: a ply, games a second, memory, loading."""
    from game.analysis.bench import measured

    return _say(measured(), as_json)


def _say(found: dict[str, Any], as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps(found))
    else:
        for name, value in found.items():
            click.echo(f"{name}: {value}")
    return 0
