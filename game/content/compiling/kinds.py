"""What an actor may really be like: its types, and how they scale what it values (docs/rules.md 1)."""

from typing import NamedTuple

import numpy as np

from game.content.compiling.exact import micro, per_mille
from game.content.names import Names
from game.content.schema.actors import Actor
from game.content.schema.seats import Seat
from game.foundation.arrays import I64
from game.foundation.integers import MICRO


class Kinds(NamedTuple):
    """The types of an actor.

    Args:
        prior: int64[K] millionths; 0 where there are fewer types.
        costs: int64[K] per mille.
        gains: int64[K] per mille.
        own: further factors per mille by issue or count; int64[K] each.
        alike: whether no type scales anything and the first is certain, so that nothing need be worked out.
    """

    prior: I64
    costs: I64
    gains: I64
    own: dict[str, I64]
    alike: bool = False

    def scaled(self, amount: I64, name: str = "") -> I64:
        """Amounts [n] as each type sees them. int64[K,n].

        Args:
            name: the issue or count that the amounts are of; empty for a synergy.
        """
        if self.alike:
            return np.repeat(amount[None, :], len(self.prior), axis=0)
        factor = np.where(amount[None, :] < 0, self.costs[:, None], self.gains[:, None])
        found: I64 = amount[None, :] * factor // 1000
        if name in self.own:
            found = found * self.own[name][:, None] // 1000
        return found

    def with_mean(self, by_type: I64) -> I64:
        """The same [K,...] with the analysts' mean as a last row. int64[K+1,...]."""
        if self.alike:
            return np.concatenate([by_type, by_type[:1]])
        weights = self.prior.reshape(-1, *([1] * (by_type.ndim - 1)))
        mean = (weights * by_type).sum(axis=0) // MICRO
        return np.concatenate([by_type, mean[None]])


def prior(seat: Seat, most: int) -> I64:
    """How likely each type is, in millionths; 0 beyond the seat's last. int64[most]."""
    found = np.zeros(most, np.int64)
    found[: len(seat.types)] = [micro(type_.prior) for type_ in seat.types]
    return found


def most_types(names: Names) -> int:
    """K: the number of types of the seat that has more of them."""
    return max(len(seat.types) for seat in names.scenario.seats)


def kinds_of(names: Names, actor: Actor) -> Kinds:
    """The types of an actor: its seat's if it is a principal, else one that scales nothing."""
    most = most_types(names)
    seat = next((seat for seat in names.scenario.seats if seat.principal == actor.id), None)
    if seat is None:
        even = np.full(most, 1000, np.int64)
        certain = np.zeros(most, np.int64)
        certain[0] = MICRO
        return Kinds(certain, even, even, {}, alike=True)
    places = [min(k, len(seat.types) - 1) for k in range(most)]
    types = [seat.types[k] for k in places]
    named = {name for type_ in types for name in type_.issues}
    return Kinds(
        prior(seat, most),
        np.array([per_mille(type_.costs) for type_ in types], np.int64),
        np.array([per_mille(type_.gains) for type_ in types], np.int64),
        {
            name: np.array([per_mille(type_.issues.get(name), 1000) for type_ in types], np.int64)
            for name in named
        },
    )
