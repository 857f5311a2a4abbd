"""What a seat can know about an offer: its own gain, its analysts' estimate of theirs, its ratifiers.

Everything is made from the seat's brief and observation; nothing here can see more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from game.foundation.arrays import I32
from game.information.brief import Brief
from game.information.observe import Observation
from game.rules import valuation
from game.rules.red_lines import crossed
from game.rules.state import State, take
from game.rules.tables import Tables

Answer = Literal["yes", "no", "open"]


@dataclass(frozen=True)
class Estimate:
    """What analysts think an offer is worth to the other side, micro-utils a month over its walk-away line.

    Args:
        mean: by the values the prior expects.
        low, high: for the least and the best disposed of the types the scenario thinks possible.
        by_type: (type, prior in millionths, value).
    """

    mean: int
    low: int
    high: int
    by_type: tuple[tuple[int, int, int], ...]

    @property
    def willing(self) -> int:
        """Prior of the types that would gain, millionths."""
        return sum(prior for _type, prior, value in self.by_type if value >= 0)


@dataclass(frozen=True)
class RatifierForecast:
    """How one of a seat's own ratifiers is expected to vote.

    Args:
        change: what the offer changes for it, micro-utils a month.
        margin: by how much its yes is safe (above 0) or out of reach (below), mood as it stands.
        chances: of the three ways its mood may turn on the day, in how many it votes yes.
        crossed: whether the offer touches a red line of it, so that nothing else counts.
    """

    actor: int
    votes: int
    veto: bool
    change: int
    margin: int
    chances: int
    crossed: bool

    @property
    def answer(self) -> Answer:
        """Sure yes, sure no, or open."""
        return "yes" if self.chances == 3 else "no" if self.chances == 0 else "open"


@dataclass(frozen=True)
class Forecast:
    """Whether a seat's own side would ratify an offer.

    Args:
        principal: whether the seat's principal would sign.
        short: how much its gain lies under the least it signs for; 0 if that is reached.
        crossed: whether the offer touches a red line of the principal.
        ratifiers: the others with a say.
        answer: of the side as a whole.
    """

    principal: bool
    short: int
    crossed: bool
    ratifiers: tuple[RatifierForecast, ...]
    quorum: int
    answer: Answer


def own_value(brief: Brief, seen: Observation, offer: Sequence[int]) -> int:
    """What an offer is worth to the seat over its walk-away line, micro-utils a month."""
    return own_values(brief, seen, [offer])[0]


def own_values(brief: Brief, seen: Observation, offers: Sequence[Sequence[int]]) -> list[int]:
    """What each of several offers is worth to the seat, at hardly more than the price of one."""
    own = int(seen.state.type[0, seen.seat])
    alike = take(seen.state, np.zeros(len(offers), np.intp))
    net: list[int] = valuation.appraise(brief.tables, alike, seen.seat, own, as_offers(offers)).net.tolist()
    return net


def estimate(brief: Brief, seen: Observation, offer: Sequence[int]) -> Estimate:
    """What the seat's analysts think an offer is worth to the other side."""
    return estimates(brief, seen, [offer])[0]


def estimates(brief: Brief, seen: Observation, offers: Sequence[Sequence[int]]) -> list[Estimate]:
    """What the seat's analysts think each of several offers is worth to the other side."""
    tables, other, count = brief.tables, 1 - seen.seat, len(offers)
    types = np.tile(np.arange(tables.mean + 1, dtype=np.int8), count)
    alike = take(seen.state, np.zeros(len(types), np.intp))  # one game for each type it may be
    asked = as_offers(offers).repeat(tables.mean + 1, axis=0)
    nets = valuation.appraise(tables, alike, other, types, asked).net.reshape(count, -1).tolist()
    return [_estimate(tables, other, values) for values in nets]


def _estimate(tables: Tables, other: int, nets: list[int]) -> Estimate:
    prior = tables.sides[other].prior.tolist()
    by_type = tuple(zip(range(len(prior)), prior, nets[: len(prior)], strict=True))
    values = [value for _type, chance, value in by_type if chance]
    return Estimate(nets[tables.mean], min(values), max(values), by_type)


def forecast(brief: Brief, seen: Observation, offer: Sequence[int], value: int | None = None) -> Forecast:
    """How the seat's own side would vote on an offer; moods may still turn by one step either way.

    Args:
        value: the seat's own gain by it, where that is known already.
    """
    gain = own_value(brief, seen, offer) if value is None else value
    return forecasts(brief, seen, [offer], [gain])[0]


def forecasts(
    brief: Brief, seen: Observation, offers: Sequence[Sequence[int]], values: Sequence[int]
) -> list[Forecast]:
    """How the seat's own side would vote on each of several offers.

    Args:
        values: the seat's own gain by each.
    """
    tables, seat = brief.tables, seen.seat
    alike, asked = take(seen.state, np.zeros(len(offers), np.intp)), as_offers(offers)
    by_actor = [_ratifier(tables, seen, actor, alike, asked) for actor in ratifiers_of(tables, seat)]
    refused = crossed(tables, alike, seat, asked).tolist()
    floor = int(seen.state.floor[0, seat])
    return [
        _forecast(tables, seat, max(0, floor - values[n]), refused[n], tuple(votes[n] for votes in by_actor))
        for n in range(len(offers))
    ]


def _forecast(
    tables: Tables, seat: int, short: int, refuses: bool, ratifiers: tuple[RatifierForecast, ...]
) -> Forecast:
    quorum = tables.sides[seat].quorum
    worst = _passes(ratifiers, quorum, ("yes",))
    best = _passes(ratifiers, quorum, ("yes", "open"))
    answer: Answer = "no" if short or refuses or not best else "yes" if worst else "open"
    return Forecast(short == 0 and not refuses, short, refuses, ratifiers, quorum, answer)


def ratifiers_of(tables: Tables, seat: int) -> tuple[int, ...]:
    """The actors of a side that have a say besides the principal."""
    own = np.flatnonzero(tables.actor_side == seat).tolist()
    return tuple(actor for actor in own if actor > 1 and (tables.votes[actor] > 0 or tables.veto[actor]))


def as_offer(offer: Sequence[int]) -> I32:
    """An offer as the rules take it: int32[1,4]."""
    return as_offers([offer])


def as_offers(offers: Sequence[Sequence[int]]) -> I32:
    """Offers as the rules take them: int32[n,4]."""
    return np.array([tuple(int(part) for part in offer) for offer in offers], np.int32)


def _ratifier(
    tables: Tables, seen: Observation, actor: int, alike: State, asked: I32
) -> list[RatifierForecast]:
    """One ratifier's vote on each offer."""
    unit = tables.sides[seen.seat].mood_unit
    lenient = int(seen.state.mood[0, actor]) * unit + int(tables.tolerance[actor])
    votes, veto = int(tables.votes[actor]), bool(tables.veto[actor])
    changes = valuation.ratifier_change(tables, alike, actor, asked).tolist()
    refused = crossed(tables, alike, actor, asked).tolist()
    found = []
    for change, refuses in zip(changes, refused, strict=True):
        margin = change + lenient
        chances = 0 if refuses else sum(margin + turn * unit >= 0 for turn in (-1, 0, 1))
        found.append(RatifierForecast(actor, votes, veto, change, margin, chances, refuses))
    return found


def _passes(ratifiers: tuple[RatifierForecast, ...], quorum: int, counted: tuple[Answer, ...]) -> bool:
    votes = sum(ratifier.votes for ratifier in ratifiers if ratifier.answer in counted)
    return votes >= quorum and all(r.answer in counted for r in ratifiers if r.veto)
