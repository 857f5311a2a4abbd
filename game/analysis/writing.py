"""Outcomes as a CSV file, one row a game; docs/episodes.md says what each column holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from game.analysis.episodes import Episodes
from game.foundation.results import putting

SINGLE = (
    "ended",
    "end_turn",
    "freed",
    "held",
    "held_change",
    "arrested",
    "served",
    "exiled",
    "agreements",
    "first_turn",
    "first_people",
    "last_people",
    "revoked",
    "durability",
)
BY_SEAT = ("honoured", "delayed", "breached", "snapped", "leverage_left", "payoff")


def columns(episodes: Episodes) -> tuple[str, ...]:
    """The names of the columns, in their order."""
    seats = tuple(f"{name}_{seat}" for name in BY_SEAT for seat in (0, 1))
    mandates = tuple(
        f"mandate_{seat}_{n + 1}" for seat in (0, 1) for n in range(episodes.outcome.mandate[seat].shape[1])
    )
    actors = tuple(f"change_{a}" for a in range(episodes.outcome.change.shape[1]))
    return ("game", *SINGLE, *seats, *mandates, *actors)


def write_csv(episodes: Episodes, path: Path) -> None:
    """Write one row a game.

    Raises:
        NotWritten: the file cannot be written.
    """
    with putting(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text)
        writer.writerow(columns(episodes))
        writer.writerows(_rows(episodes))
        text.flush()
        text.detach()  # whoever opened the file closes it


def _rows(episodes: Episodes) -> Iterator[tuple[int, ...]]:
    found = episodes.outcome
    parts: list[Any] = [np.arange(episodes.games)[:, None]]
    parts += [getattr(found, name).astype(np.int64)[:, None] for name in SINGLE]
    parts += [getattr(found, name).astype(np.int64) for name in BY_SEAT]
    parts += [met.astype(np.int64) for met in found.mandate]
    parts.append(found.change)
    whole = np.concatenate(parts, axis=1)
    return (tuple(row) for row in whole.tolist())
