"""The oracle's second opinion on docs/rules.md 1: what every actor values, in plain Python ints.

Written from that page alone, from the Scenario and not the Tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import cache, partial
from itertools import pairwise
from typing import Any

from tests.oracle.groups import settled

MILLION, COUNTS = 1_000_000, ("freed", "exiled", "held", "arrested")
EXACT = Context(prec=40, rounding=ROUND_HALF_EVEN)


def times(scale: int, value: Decimal | int) -> int:
    return int((Decimal(value) * scale).to_integral_value(ROUND_HALF_EVEN))


micro, mille = partial(times, MILLION), partial(times, 1000)


def tolerated(actor: Any) -> int:  # 1, groups
    shift = float(actor.group.swing) * (settled(actor.group) - 50) / 50 if actor.group else 0
    return micro((actor.ratifier or actor.member).tolerance) + round(shift * MILLION)


def numbered(things: Iterable[Any]) -> dict[str, int]:
    return {thing.id: n for n, thing in enumerate(things)}


class Worths:  # of the scenario by number: issues, their levels and owners, actors with principals first
    def __init__(self, scenario: Any) -> None:
        self.file, self.seat = scenario, numbered(scenario.seats)
        self.issues = issues = [*scenario.issues, *scenario.world]
        self.issue, self.level = numbered(issues), [numbered(issue.levels) for issue in issues]
        self.owner = [self.seat.get(getattr(issue, "owner", None), -1) for issue in issues]
        first = [seat.principal for seat in scenario.seats]
        self.actors = sorted(scenario.actors, key=lambda actor: [*first, actor.id].index(actor.id))
        self.at, self.curve, self.valued = cache(self._at), cache(self._curve), cache(self._valued)
        self.repeat = [self.at(i, None, "repeat", 1) for i in range(len(issues))]

    def _at(self, i: int, level: int | None, name: str, default: int = 0, scale: int = 1000) -> int:
        value = getattr(self.issues[i] if level is None else self.issues[i].levels[level], name, None)
        return times(scale, default if value is None else value)

    def wanted(self, levels: Mapping[str, str]) -> dict[int, int]:
        return {self.issue[name]: self.level[self.issue[name]][level] for name, level in levels.items()}

    def _curve(self, a: int, name: str) -> list[int]:  # value functions
        curve = self.actors[a].preferences[name].curve
        form, given = (curve, None) if isinstance(curve, str) else next(p for p in curve if p[0] != "rising")
        ids = self.level[self.issue.get(name, 0)]
        span = range(4096) if name in COUNTS else range(len(ids))
        if form == "power":
            return [micro(EXACT.power(EXACT.divide(Decimal(n), Decimal(span[-1])), given)) for n in span]
        if form in ("threshold", "table"):
            return [micro(given[n]) if form == "table" else MILLION * (n >= ids[given]) for n in span]
        if form == "half_at":
            return [MILLION * n // (n + given) for n in span]
        straight = [(0, 0), (given or span[-1], MILLION)] if form in ("linear", "full_at") else None
        given = sorted((ids[level], v) for level, v in given.items()) if form == "through" else given
        points = straight or [(n, micro(v)) for n, v in given]
        lines = list(pairwise([(-1, points[0][1]), *points, (4096, points[-1][1])]))
        at = (next(line for line in lines if n < line[1][0]) for n in span)
        return [v0 + (v1 - v0) * (n - n0) // (n1 - n0) for n, ((n0, v0), (n1, v1)) in enumerate(at)]

    def typed(self, a: int, k: int, name: str, amount: int) -> int:
        if a > 1:  # only principals have types
            return amount
        kind = self.file.seats[a].types[k]
        amount = amount * mille(kind.costs if amount < 0 else kind.gains) // 1000
        return amount * mille(kind.issues.get(name, 1)) // 1000

    def _valued(self, a: int, k: int, name: str, n: int) -> int:  # b, C
        wish, n = self.actors[a].preferences.get(name), max(0, min(n, 4095))
        if not wish:
            return 0
        now, then = (
            self.typed(a, k, name, self.swayed(a, name) * self.curve(a, name)[at] // MILLION)
            for at in (self.opens(name), n)
        )
        losses = wish.loss_aversion or self.actors[a].loss_aversion
        return now + self.felt(then - now, losses) if losses else then

    def swayed(self, a: int, name: str) -> int:  # selectorate
        weight, group = micro(self.actors[a].preferences[name].weight), self.actors[a].selectorate
        private = MILLION * 2 // (1000 + 2 * mille(group.coalition)) if group else 1000
        public = group is not None and name in group.public
        return (
            weight
            * (private if group and name in group.private else 2000 - private if public else 1000)
            // 1000
        )

    def opens(self, name: str) -> int:
        if name in COUNTS:
            return int(self.file.people.held) if name == "held" and self.file.people else 0
        i = self.issue[name]
        return self.level[i][self.issues[i].start] if self.issues[i].start else 0

    def felt(self, x: int, losses: Any) -> int:  # loss aversion
        if losses.power is None:
            return x if x >= 0 else x * mille(losses.factor) // 1000
        size = EXACT.power(Decimal(abs(x)).scaleb(-6), losses.power)
        return micro(size) if x >= 0 else -micro(EXACT.multiply(size, losses.factor))

    def T(self, a: int, k: int, i: int, uses: int, level: int, promised: bool = False) -> int:  # T, or R
        share = 1000
        for _ in range(min(uses, 7)):
            share = share * self.repeat[i] // 1000
        worth = self.valued(a, k, self.issues[i].id, level) * share // 1000
        return worth * self.at(i, level, "life", 1) // 1000 if promised else worth

    def Y(self, a: int, k: int, levels: Sequence[int]) -> dict[int, int]:  # those that hold, by their owner
        sums = {0: 0, 1: 0, -1: 0}
        for synergy in self.actors[a].synergies:
            wanted = self.wanted(synergy.when)
            if all(levels[i] >= least for i, least in wanted.items()):
                sums[max(self.owner[i] for i in wanted)] += self.typed(a, k, "", micro(synergy.amount))
        return sums
