"""How good an agreement was, and what there was to agree on when the game began, in numbers.

Formulas in words: docs/debrief.md. Secrets are known: this is for the debrief and nothing before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from game.bargaining.agenda import setter_choice
from game.bargaining.alternating import alternating_offers, plies_of
from game.bargaining.distances import Gains, Shortfall, distance, ideal, shortfall
from game.bargaining.promises import tranche_threshold
from game.bargaining.rubinstein import share_of_cake, share_without_end
from game.bargaining.solutions import nash, package_ids
from game.bargaining.win_sets import WinSets, win_sets
from game.bargaining.zone import ZoneMeasures, zone_measures
from game.foundation.arrays import I64
from game.narration.alternatives import Alternatives, Theory, alternatives
from game.narration.voting import Ratification
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import appraise

PARTS = 10  # of bargaining power


@dataclass(frozen=True)
class Fairness:
    """An agreement beside what theory calls fair.

    Args:
        got: per mille of the most each seat could hope for that it got.
        away: how far the agreement is from each point of theory, per mille of the seats' best hopes.
        power: parts of ten of the bargaining power that seat 0 seems to have had; None if a seat lost by it.
    """

    got: Gains
    away: dict[Theory, int]
    power: int | None


@dataclass(frozen=True)
class Quality:
    """How good an agreement was when it was voted on.

    Args:
        gains: to both seats, micro-utils a month over the walk-away line.
        left: what it left on the table.
        fairness: None if no package was good for both.
        holds: for each seat, per mille of a step's worth that the next step has to keep for the exchange to
            keep itself if it were done in equal steps without a last one; None if no patience suffices.
        patience: per mille that the calendar kept from that turn to the next; 0 in the last.
    """

    turn: int
    gains: Gains
    left: Shortfall
    fairness: Fairness | None
    holds: tuple[int | None, int | None]
    patience: int


@dataclass(frozen=True)
class Opening:
    """What there was to agree on at a moment.

    Args:
        found: the efficient packages.
        sets: how many of all packages each side would have let pass.
        zone: what the efficient packages good enough for both principals have in common; None if it is empty.
        in_turn: number of the package that offers in turn would lead to; None if no package is good for both.
        patience: per mille of an agreement's worth that is left after the first turn.
        cake: share of seat 0 of a cake divided by offers in turn, millionths.
        endless: share of whoever proposes first if there were no last turn, millionths; None if waiting a
            turn costs nothing.
        sole: for each seat, the package it would write if all others could only say yes or no.
    """

    found: Alternatives
    sets: WinSets
    zone: ZoneMeasures | None
    in_turn: int | None
    patience: int
    cake: int
    endless: int | None
    sole: tuple[int | None, int | None]


def quality(tables: Tables, vote: Ratification) -> Quality:
    """Measure an agreement against everything that was possible when it was voted on."""
    found = alternatives(tables, vote.before)
    deal = (vote.sides[0].principal.change, vote.sides[1].principal.change)
    gains = found.frontier.gains
    hope = ideal(gains)
    ids = package_ids(tables, found.frontier)
    fairness = None if hope is None else _fairness(found, deal, hope, ids)
    remaining = tables.remaining
    patience = 1000 * int(remaining[vote.turn + 1]) // int(remaining[vote.turn])
    holds = (_holds(tables, vote, 0), _holds(tables, vote, 1))
    return Quality(vote.turn, deal, shortfall(gains, deal), fairness, holds, patience)


def _holds(tables: Tables, vote: Ratification, seat: int) -> int | None:
    """From which patience on a seat keeps giving, for what it receives; per mille, rounded up."""
    offer = np.array([vote.offer], np.int32)
    found = appraise(tables, vote.before, seat, vote.before.type[:, seat], offer)
    received = int(tables.plans.keep[vote.offer[2], seat] * found.received[0] // 1000)
    least = tranche_threshold(-int(found.given[0]), received)
    return None if least is None else ceil(1000 * least)


def _fairness(found: Alternatives, deal: Gains, hope: Gains, ids: Sequence[int]) -> Fairness:
    gains = found.frontier.gains
    away = {theory: distance(deal, _at(gains, number), hope) for theory, number in found.points.items()}
    got = (1000 * deal[0] // hope[0], 1000 * deal[1] // hope[1])
    return Fairness(got, away, power(gains, deal, hope, ids) if min(deal) >= 0 else None)


def power(gains: I64, deal: Gains, hope: Gains, rank: Sequence[int] | None = None) -> int:
    """The bargaining power of seat 0, in parts of ten, whose weighted Nash point is nearest to a deal.

    Args:
        gains: int64[F,2] of the frontier, with a point that is good for both.
        hope: from `ideal`.
        rank: for ties between points.

    Returns: 1 to 9; of powers as near, the one nearest to an even share, then the lower.

    Source: the weighted Nash solution, Roth 1979; read backwards from an outcome as in Svejnar 1986,
        "Bargaining power, fear of disagreement, and wage settlements", Econometrica 54:1055-1078.
    """

    def farness(parts: int) -> tuple[int, int, int]:
        number = nash(gains, (parts, PARTS - parts), rank)
        assert number is not None, "hope is given, so a point is good for both"
        return distance(deal, _at(gains, number), hope), abs(2 * parts - PARTS), parts

    return min(range(1, PARTS), key=farness)


def opening(tables: Tables, state: State) -> Opening:
    """Measure what there was to agree on at the start of a game, of whatever types the seats are."""
    found = alternatives(tables, state)
    types = (int(state.type[0, 0]), int(state.type[0, 1]))
    floors = (int(state.floor[0, 0]), int(state.floor[0, 1]))
    gains, ids = found.frontier.gains, package_ids(tables, found.frontier)
    plies = plies_of(tables, state.clock.turn)
    patience = plies[tables.plies - 1].keep
    accepted = np.zeros(len(gains), np.bool_)
    accepted[list(found.ratified)] = True
    return Opening(
        found=found,
        sets=win_sets(tables, state, types, floors),
        zone=zone_measures(found.frontier, floors),
        in_turn=alternating_offers(gains, plies, rank=ids),
        patience=patience[0],
        cake=share_of_cake(plies),
        endless=None if patience == (1000, 1000) else share_without_end(patience),
        sole=(setter_choice(gains, accepted, 0, ids), setter_choice(gains, accepted, 1, ids)),
    )


def _at(gains: I64, number: int) -> Gains:
    one, two = gains[number].tolist()
    return one, two
