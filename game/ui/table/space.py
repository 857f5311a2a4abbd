"""The offer space of a seat: own value exact, theirs as an estimate with its range."""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I32
from game.foundation.texts import _
from game.narration.judging import estimate
from game.rules import valuation
from game.rules.happenings import What
from game.rules.state import take
from game.rules.tables import Tables
from game.ui.charts.scatter import Dot, Names, Scatter, Space
from game.ui.digits import worth
from game.ui.playing import SEAT_TONES
from game.ui.table.drafting import Drafting, Offer

SAMPLES = 1200
MOST_OFFERS = 12  # of each side on the chart
MICRO = 1_000_000
LOSS = 0.7  # how much loss is shown, for the gain that is
Point = tuple[float, float]


def chart_names() -> Names:
    """The words on the offer space."""
    return Names(
        _("worth to you"),
        _("worth to them, estimated"),
        _("walk away"),
        _("your draft"),
        _("their last"),
    )


def sampled(tables: Tables) -> I32:
    """Packages spread evenly over all there are, with every plan in turn. int32[SAMPLES,4]."""
    sizes = [len(half) for half in tables.halves]
    step = np.arange(SAMPLES, dtype=np.int64)
    half0 = 1 + step * 7919 % max(1, sizes[0] - 1)
    half1 = 1 + step * 6101 % max(1, sizes[1] - 1)
    plan = step % len(tables.plans.steps)
    return np.stack([half0, half1, plan, np.full(SAMPLES, -1)], axis=1).astype(np.int32)


def values(drafting: Drafting, offers: I32) -> list[Point]:
    """Own value and the estimate of theirs for many offers, in utils a month."""
    tables, seat = drafting.brief.tables, drafting.seat
    state = take(drafting.seen.state, np.zeros(len(offers), np.intp))
    own = int(drafting.seen.state.type[0, seat])
    mine = valuation.appraise(tables, state, seat, own, offers).net
    theirs = valuation.appraise(tables, state, 1 - seat, tables.mean, offers).net
    return [(int(x) / MICRO, int(y) / MICRO) for x, y in zip(mine, theirs, strict=True)]


class OfferSpace:
    """The chart and what of it stays while the draft moves."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self._mine = tuple(self._path(drafting.seat))
        self._theirs = tuple(self._path(1 - drafting.seat))
        cloud = values(drafting, sampled(drafting.brief.tables))
        self._x_range, self._y_range = self._ranges(cloud)
        self._cloud = tuple(point for point in cloud if self._in_sight(point))
        tones = (SEAT_TONES[drafting.seat], SEAT_TONES[1 - drafting.seat])
        self.chart = Scatter(chart_names(), self._x_range, self._y_range, tones=tones)
        self.chart.place(key="space", name=_("Offer space"))

    def _path(self, seat: int) -> list[Dot]:
        """A seat's offers, valued as things stand now; the last with the range of its estimate."""
        drafting = self._drafting
        offers = [
            h.offer
            for h in drafting.match.happenings(drafting.seat)
            if h.what is What.OFFERED and h.seat == seat and h.offer is not None
        ][-MOST_OFFERS:]
        if not offers:
            return []
        found = values(drafting, np.array(offers, np.int32))
        last = estimate(drafting.brief, drafting.seen, offers[-1])
        bands = [0.0] * (len(offers) - 1) + [(last.high - last.low) / 2 / MICRO]
        return [Dot(x, y, bands[n], self._said(seat, x, y), n) for n, (x, y) in enumerate(found)]

    def _said(self, seat: int, x: float, y: float) -> str:
        mine, theirs = (worth(round(value * MICRO)) for value in (x, y))
        text = _("your offer") if seat == self._drafting.seat else _("their offer")
        return _("{offer}: {x} to you, about {y} to them").format(offer=text, x=mine, y=theirs)

    def _ranges(self, cloud: list[Point]) -> tuple[Point, Point]:
        """What is shown: every gain that one may hope for, and a part of the losses beside it.

        Gains of one side that cost the other dear are no deals; they are not needed to see where deals lie.
        """
        offered = [(dot.x, dot.y) for dot in (*self._mine, *self._theirs)]
        near = [(x, y) for x, y in cloud if x > 0 and y > -x] + [(x, y) for x, y in cloud if y > 0 and x > -y]
        points = near + offered
        return _spread([x for x, _y in points]), _spread([y for _x, y in points])

    def _in_sight(self, point: Point) -> bool:
        ranges = (self._x_range, self._y_range)
        return all(low < value < high for value, (low, high) in zip(point, ranges, strict=True))

    def show(self, offer: Offer | None) -> None:
        """Put the draft on the chart."""
        self.chart.show_space(
            Space(
                mine=self._mine,
                theirs=self._theirs,
                draft=self._draft(offer),
                walk_x=0.0,
                walk_y=0.0,
                cloud=self._cloud,
            )
        )

    def _draft(self, offer: Offer | None) -> Dot | None:
        if offer is None or offer[:2] == (0, 0):
            return None
        judged = self._drafting.judged(offer)
        guess = judged.theirs
        band = (guess.high - guess.low) / 2 / MICRO
        return Dot(judged.value / MICRO, (guess.high + guess.low) / 2 / MICRO, band, _("your draft"), "draft")


def _spread(found: list[float]) -> Point:
    """A range from some loss to the greatest gain; what lies beyond stands at the edge."""
    high = max([0.1, *found])
    low = -LOSS * high
    margin = 0.06 * (high - low)
    return low - margin, high + margin
