"""Round after round of challenges and concessions: Bueno de Mesquita's expected utility model.

Source: as in `challenge`. The texts leave two choices open on which all later rounds depend (decision 071);
a `Reading` names them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.analysis.groups.averages import F64, weighted_mean, weighted_median
from game.analysis.groups.challenge import (
    Denominator,
    expected_challenge,
    risk_exponents,
    votes,
    winning_chance,
)


@dataclass(frozen=True)
class Reading:
    """How the texts are read where they can be read in two ways.

    Args:
        denominator: see `winning_chance`.
        compromise: which of several compromises an actor takes: the `nearest` to its position, as the texts
            say, or the one with the `lowest` average of both positions weighted by expected utilities.
    """

    denominator: Denominator
    compromise: Literal["nearest", "lowest"]


PUBLISHED = Reading("all pairs", "lowest")
LITERAL = Reading("pair", "nearest")


@dataclass(frozen=True)
class Round:
    """Where the actors stand after a round.

    Args:
        position: f64[A].
        risk: f64[A], the exponents they decided with.
        median, mean: of the positions, weighted by capability times salience.
    """

    position: F64
    risk: F64
    median: float
    mean: float


@dataclass(frozen=True)
class Forecast:
    """The rounds of the model, and what plain averages of the first positions say.

    Args:
        median, mean: the plain forecasts; show them wherever a round is shown.
    """

    median: float
    mean: float
    rounds: tuple[Round, ...]


def forecast(
    capability: F64, position: F64, salience: F64, rounds: int, reading: Reading = PUBLISHED
) -> Forecast:
    """Let the actors challenge each other for some rounds.

    Args:
        capability: f64[A], at least 0, in any unit.
        position: f64[A], on the issue's scale.
        salience: f64[A], 0 to 1.
        rounds: how many.
        reading: how the texts are read.

    Raises:
        ValueError: a capability or salience out of its range.
    """
    span = float(position.max() - position.min()) or 1.0
    plain = (weighted_median(capability, position, salience), weighted_mean(capability, position, salience))
    played = []
    for _ in range(rounds):
        risk, position = _round(capability, position, salience, span, reading)
        median = weighted_median(capability, position, salience)
        played.append(Round(position, risk, median, weighted_mean(capability, position, salience)))
    return Forecast(*plain, tuple(played))


def _round(capability: F64, position: F64, salience: F64, span: float, reading: Reading) -> tuple[F64, F64]:
    """The exponents that follow from the positions, and the positions after everybody's best offer."""
    distance = np.abs(position[:, None] - position[None, :]) / span
    neutral = votes(capability, position, salience, span, np.ones_like(position))
    risk = risk_exponents(winning_chance(neutral, reading.denominator), distance, salience)
    chance = winning_chance(votes(capability, position, salience, span, risk), reading.denominator)
    moved = position.copy()
    for actor, exponent in enumerate(risk.tolist()):
        gains = expected_challenge(chance, distance, salience, exponent)
        moved[actor] = _answer(actor, position, gains[actor], gains[:, actor], reading)
    return risk, moved


def _answer(actor: int, position: F64, own: F64, theirs: F64, reading: Reading) -> float:
    """Where an actor moves, given what it and the others expect of challenging each other.

    A confrontation lost goes before a compromise, and that before giving in. Of several of a kind the actor
    takes the one with the least `cost`, of equal ones the one with the lowest position.
    """
    here = float(position[actor])
    confronted: list[tuple[float, float]] = []
    compromises: list[tuple[float, float]] = []
    compelled: list[tuple[float, float]] = []
    for there, mine, other in zip(position.tolist(), own.tolist(), theirs.tolist(), strict=True):
        if there == here or other <= 0:
            continue
        if other > mine > 0:
            confronted.append((abs(there - here), there))
        elif mine < 0 and other > -mine:
            target = here + (there - here) * -mine / other
            average = (-mine * here + other * there) / (other - mine)
            cost = average if reading.compromise == "lowest" else abs(target - here)
            compromises.append((cost, target))
        elif mine < 0:
            compelled.append((abs(there - here), there))
    for offers in (confronted, compromises, compelled):
        if offers:
            return min(offers)[1]
    return here
