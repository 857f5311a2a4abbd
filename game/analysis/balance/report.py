"""A run as one object of plain numbers and texts, the same whatever processes played it.

It holds no time: what a run cost stands beside it (`costs`), so that two runs of the same games have the same
report to the last byte.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from game.analysis.balance.answers import answers_found
from game.analysis.balance.gates import ALPHA, Trial
from game.analysis.balance.restricted import Loss
from game.analysis.balance.running import Run
from game.analysis.balance.scores import Metric, text_of
from game.analysis.balance.series import Extreme, Pair, Series
from game.analysis.balance.tally import PairTally, Tally
from game.analysis.statistics.normal import interval_95
from game.analysis.statistics.proportions import proportion_interval
from game.analysis.statistics.sequential import Ruling
from game.bargaining.frontier import frontier
from game.content.schema.balance import Gate
from game.foundation.texts import _

Found = dict[str, Any]
_DIGITS = 6
MICRO = 1_000_000


def report(run: Run) -> Found:
    """Everything that was found, in an order that never changes."""
    tally, heading = run.tally, run.heading
    return {
        "scenario": heading.scenario,
        "title": run.scenario.title,
        "file": run.work.file,
        "digest": heading.digest,
        "rules_version": heading.rules_version,
        "seed": heading.seed,
        "policies": list(tally.policies),
        "seats": list(heading.seats),
        "games": tally.games,
        "keys": tally.keys,
        "verdict": str(verdict(tally.trials)) if tally.trials else None,
        "gates": [_gate(run, trial) for trial in tally.trials],
        "metrics": {name: _metric(run, metric, tally.series[name]) for name, metric in tally.metrics.items()},
        "skill_ladder": [
            {
                "weaker": first,
                "stronger": last,
                **_estimate(run, series),
                "games": series.keys * sum(bool({first, last} & set(pair)) for pair in tally.pool),
            }
            for (first, last), series in tally.ladder.items()
        ],
        "luck": _luck(run, tally, heading.seats),
        "pairs": [_pair(pair, tally.by_pair[pair]) for pair in tally.pairs],
        **answers_found(tally.answers, heading.seats),
        "used": _used(tally),
        "used_within": _rounded(_within(tally.keys)),
        "never_used": [name for name, share in _used(tally).items() if share == 0],
        "never_used_below": _rounded(proportion_interval(0, tally.keys, ALPHA)[1]),
        "first_used": {
            tally.features[thing]: _game(run, *tally.first_used[thing]) for thing in sorted(tally.first_used)
        },
        "distributions": _distributions(tally),
        "deals": [[first, second] for first, second in tally.deals],
        "frontier": _frontier(run, (run.playable.tables.mean, run.playable.tables.mean)),
        "frontiers_of_types": [_frontier(run, types) for types in _types(run)],
    }


def verdict(trials: tuple[Trial, ...]) -> Ruling:
    """Of all gates that count: fail if any fails, else undecided if any is, else pass."""
    rulings = [trial.ruling for trial in trials if trial.gate.severity == "error"]
    for ruling in (Ruling.FAIL, Ruling.UNDECIDED):
        if ruling in rulings:
            return ruling
    return Ruling.PASS


def costs(run: Run) -> Found:
    """Processor seconds of all games, of those that each gate took, and of those of the pool.

    All measures rest on the games of the pool together, so each of them took the seconds of `measures`.
    """
    return {
        "cpu_seconds": round(run.tally.seconds, 3),
        "games_per_cpu_second": round(run.tally.games / run.tally.seconds, 1) if run.tally.seconds else None,
        "measures": round(run.tally.seconds_of_pool, 3),
        "gates": {trial.gate.id: round(trial.seconds, 3) for trial in run.tally.trials},
        "processes_that_died": run.deaths,
    }


def as_bytes(found: Mapping[str, Any]) -> bytes:
    """A report as it is written down."""
    return (json.dumps(found, indent=1, ensure_ascii=False) + "\n").encode()


def claim_of(gate: Gate) -> str:
    """What a gate claims, as a line."""
    if gate.between is not None:
        low, high = gate.between
        return _("{metric} between {low} and {high}").format(metric=gate.metric, low=low, high=high)
    if gate.at_least is not None:
        return _("{metric} at least {value}").format(metric=gate.metric, value=gate.at_least)
    return _("{metric} at most {value}").format(metric=gate.metric, value=gate.at_most)


def replay_of(run: Run, game: int, pair: Pair, ban: str = "") -> str:
    """The command that plays a game again and shows it; without what was banned in it, if anything."""
    first, second = pair
    return (
        f"python main.py trace {run.work.file} --seed {run.heading.seed} --game {game}"
        f" --envoy {first} --government {second}" + (f" --without {ban}" if ban else "")
    )


def _gate(run: Run, trial: Trial) -> Found:
    gate = trial.gate
    low, high = trial.interval()
    return {
        "id": gate.id,
        "line": trial.line,
        "claim": claim_of(gate),
        "margin": str(gate.margin),
        "policies": list(gate.policies),
        "severity": gate.severity,
        "why": gate.why,
        "verdict": str(trial.ruling),
        "estimate": _rounded(trial.estimate),
        "low": _rounded(low),
        "high": _rounded(high),
        "confidence": _rounded(1 - trial.alpha),
        "log_likelihood_ratio": None if gate.between or gate.family == "dead" else _rounded(trial.ratio),
        "keys": trial.series.keys,
        "games": trial.series.games,
        **_extremes(run, trial.series.lowest, trial.series.highest),
    }


def _metric(run: Run, metric: Metric, series: Series) -> Found:
    return {"text": text_of(metric), **_estimate(run, series)}


def _estimate(run: Run, series: Series) -> Found:
    low, high = series.interval(ALPHA)
    return {
        "estimate": _rounded(series.mean),
        "low": _rounded(low),
        "high": _rounded(high),
        "keys": series.keys,
        "games": series.scored_games,
        "scored": series.scored,
        **_extremes(run, series.lowest, series.highest),
    }


def _extremes(run: Run, lowest: Extreme | None, highest: Extreme | None, ban: str = "") -> Found:
    found = {"lowest": lowest, "highest": highest}
    return {
        name: None
        if extreme is None
        else {
            "value": _rounded(extreme.value),
            **_game(run, extreme.game, extreme.pair, ban),
        }
        for name, extreme in found.items()
    }


def _game(run: Run, game: int, pair: Pair, ban: str = "") -> Found:
    return {"game": game, "policies": list(pair), "replay": replay_of(run, game, pair, ban)}


def _luck(run: Run, tally: Tally, seats: tuple[str, ...]) -> Found:
    """Shares with a normal interval of 95 %, and the games with the lowest and highest payoff."""
    found: Found = {}
    for seat, id_ in enumerate(seats):
        share = tally.luck.share(seat)
        if share is None:
            found[id_] = None
            continue
        low, high = interval_95(*share)
        found[id_] = {
            "share": _rounded(share[0]),
            "error": _rounded(share[1]),
            "low": _rounded(max(0.0, low)),
            "high": _rounded(min(1.0, high)),
            "games": tally.luck.games,
            **_extremes(run, tally.luck.lowest[seat], tally.luck.highest[seat]),
        }
    return found


def _pair(pair: Pair, sums: PairTally) -> Found:
    low, high = proportion_interval(sums.deals, sums.games, ALPHA)
    games = max(1, sums.games)
    return {
        "policies": list(pair),
        "games": sums.games,
        "deal_rate": _rounded(sums.deals / games),
        "low": _rounded(low),
        "high": _rounded(high),
        "payoff": [_rounded(total / games / MICRO) for total in sums.payoff],
        "payoff_low": [_rounded(end) for end, _high in _between(sums)],
        "payoff_high": [_rounded(end) for _low, end in _between(sums)],
        "share": [_rounded(total / games / 1000) for total in sums.shares],
    }


def _between(sums: PairTally) -> list[tuple[float, float]]:
    """Of each seat's mean payoff: a normal interval of 95 %."""
    found, games = [], max(1, sums.games)
    for total, squares in zip(sums.payoff, sums.squares, strict=True):
        mean = total / games / MICRO
        error = math.sqrt(max(0.0, squares / games - mean**2) / max(1, games - 1))
        found.append(interval_95(mean, error))
    return found


def _within(keys: int) -> float:
    """How far a share may be off: the wider part of the interval of one half, the widest of all shares."""
    low, high = proportion_interval(keys // 2, keys, ALPHA)
    return max(0.5 - low, high - 0.5)


def _used(tally: Tally) -> dict[str, float]:
    """Share of the games of the pool in which each thing was used."""
    games = max(1, sum(tally.by_pair[pair].games for pair in tally.pool))
    counts = sum(tally.by_pair[pair].used for pair in tally.pool)
    return {
        name: round(int(count) / games, _DIGITS)
        for name, count in zip(tally.features, counts, strict=True)  # type: ignore[arg-type]
    }


def _distributions(tally: Tally) -> Found:
    agreements: dict[int, int] = {}
    for pair in tally.pool:
        for number, count in tally.by_pair[pair].agreements.items():
            agreements[number] = agreements.get(number, 0) + count
    return {
        "agreements": {str(number): agreements[number] for number in sorted(agreements)},
        "freed_share": sum(tally.by_pair[pair].freed for pair in tally.pool).tolist(),  # type: ignore[union-attr]
        "first_turn": sum(tally.by_pair[pair].turns for pair in tally.pool).tolist(),  # type: ignore[union-attr]
    }


def _types(run: Run) -> Iterator[tuple[int, int]]:
    """Both seats' types in every combination."""
    first, second = (np.flatnonzero(side.prior).tolist() for side in run.playable.tables.sides)
    for one in first:
        for two in second:
            yield one, two


def _frontier(run: Run, types: tuple[int, int]) -> list[list[int]]:
    """Gains of both seats on the frontier of the opening with these types; those that are good for both."""
    gains = frontier(run.playable.tables, run.playable.hopes.opening, types).gains
    found: list[list[int]] = gains[(gains >= 0).all(axis=1)].tolist()
    return found


def restricted_found(run: Run, found: tuple[Loss, ...]) -> list[Found]:
    """What bans take from the seats, as plain numbers."""
    return [
        {
            "ban": loss.ban.name,
            "seat": run.heading.seats[loss.seat],
            "loss": _rounded(loss.mean),
            "error": _rounded(loss.error),
            "low": _rounded(loss.low),
            "high": _rounded(loss.high),
            "games": 2 * loss.games,
            "believed": loss.believed,
            **_extremes(run, loss.lowest, loss.highest, loss.ban.name),
        }
        for loss in found
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)
