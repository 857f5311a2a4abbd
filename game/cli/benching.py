"""`bench`: how fast this machine plays, how that changes with size, and how fast the window is on it."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from game.cli.progress import progress
from game.foundation.results import put, require_places
from game.foundation.texts import _


def bench_window(*, as_json: bool) -> int:
    """Measure the window: first frame, a dragged frame, load at rest, memory."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.bench import measured

    return _say(measured(), as_json)


def bench_engine(*, as_json: bool) -> int:
    """Measure the engine: a ply, games a second, memory, loading."""
    from game.analysis.bench import measured

    return _say(measured(), as_json)


def bench_peers(negmas: Path | None, openspiel: Path | None, *, as_json: bool) -> int:
    """Measure this engine and peers on the same work; ratios first."""
    from game.analysis.peers import ours, peer, ratios

    others = {
        "negmas": peer(negmas, "negmas_peer.py") if negmas else None,
        "openspiel": peer(openspiel, "open_spiel_peer.py") if openspiel else None,
    }
    own = ours()
    found: dict[str, Any] = {"ratios": ratios(own, others["negmas"], others["openspiel"])}
    found["reprieve"] = {name: float(f"{value:.4g}") for name, value in own.items()}
    for name, one in others.items():
        if one is not None:
            found[name] = {
                key: value if key == "version" else float(f"{value:.4g}") for key, value in one.items()
            }
    return _say(found, as_json)


def bench_scaling(page: Path | None, *, as_json: bool) -> int:
    """Measure how the cost of a game grows with what it has; as plots where a page is named.

    Raises:
        GameError: the page has nowhere to go, or cannot be written.
    """
    from game.analysis.scaling.measuring import axes, steps
    from game.analysis.scaling.page import axis_line, scaling_page

    require_places([page])
    with progress(_("Scenarios"), steps()) as advance:
        found = list(axes(advance))
    if page is not None:
        put(page, scaling_page(found))
    if as_json:
        click.echo(json.dumps({axis.name: asdict(axis.found) for axis in found}))
    else:
        for axis in found:
            click.echo(axis_line(axis))
    return 0


def _say(found: dict[str, Any], as_json: bool) -> int:
    if as_json:
        click.echo(json.dumps(found))
    else:
        for name, value in found.items():
            click.echo(f"{name}: {value}")
    return 0
