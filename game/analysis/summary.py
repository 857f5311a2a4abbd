"""What many games come to, as one object of plain numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.episodes import Episodes
from game.rules.outcome import Outcome
from game.rules.tables import Tables

MICRO = 1_000_000
BROKEN_OFF = ("horizon", "broken_off_by_envoy", "broken_off_by_government")


def summary(tables: Tables, episodes: Episodes, endings: tuple[str, ...]) -> dict[str, Any]:
    """The summary that `simulate --json` prints.

    Args:
        endings: ids of the scenario's own endings.

    Returns: numbers in people, utils a month and shares of games; `reversals` is the share of games in which
        a side broke its word or took back what it had given (for the envoy's side its capital too).
    """
    found = episodes.outcome
    agreed = found.agreements > 0
    return {
        "games": episodes.games,
        "seconds": round(episodes.seconds, 3),
        "games_per_second": round(episodes.games / episodes.seconds, 1),
        "first_chunk_seconds": round(episodes.first_chunk_seconds, 3),
        "seed": episodes.seed,
        "scenario_digest": tables.digest,
        "rules_version": tables.rules_version,
        "envoy": episodes.policies[0],
        "government": episodes.policies[1],
        "deal_rate": float(agreed.mean()),
        "agreements": {"mean": float(found.agreements.mean())},
        "first_agreement": {
            "median": _median(found.first_people[agreed]),
            "median_turn": _median(found.first_turn[agreed].astype(np.int64) + 1),
        },
        "endings": _endings(found, endings),
        "freed": _spread(found.freed),
        "held_change": {"median": _median(found.held_change)},
        "arrested": {"median": _median(found.arrested)},
        "exiled": {"median": _median(found.exiled)},
        "reversals": {"envoy": _reversals(found, 0), "government": _reversals(found, 1)},
        "payoff": {
            "envoy": {"mean": float(found.payoff[:, 0].mean()) / MICRO},
            "government": {"mean": float(found.payoff[:, 1].mean()) / MICRO},
        },
        "outcome_digest": episodes.outcome_digest(),
    }


def _median(values: NDArray[Any]) -> float | None:
    return float(np.median(values)) if len(values) else None


def _spread(values: NDArray[Any]) -> dict[str, float]:
    low, middle, high = (float(np.quantile(values, q)) for q in (0.1, 0.5, 0.9))
    return {"median": middle, "p10": low, "p90": high}


def _reversals(found: Outcome, seat: int) -> float:
    reversed_ = (found.breached[:, seat] > 0) | (found.snapped[:, seat] > 0)
    if seat == 0:
        reversed_ |= found.revoked > 0
    return float(reversed_.mean())


def _endings(found: Outcome, endings: tuple[str, ...]) -> dict[str, int]:
    names = ("unfinished", *BROKEN_OFF, *endings)
    codes, counts = np.unique(found.ended, return_counts=True)
    return {names[code]: int(count) for code, count in zip(codes.tolist(), counts.tolist(), strict=True)}
