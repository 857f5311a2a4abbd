"""The offer space of a seat: own value exact, theirs as an estimate with its range."""

from __future__ import annotations

import numpy as np

from game.foundation.texts import _
from game.narration.figures import utils
from game.rules import valuation
from game.rules.happenings import What
from game.rules.state import I32, take
from game.rules.tables import Tables
from game.ui.charts.scatter import Dot, Names, Scatter, Space
from game.ui.playing import SEAT_TONES
from game.ui.table.drafting import Drafting, Offer

SAMPLES = 240
MICRO = 1_000_000


def chart_names() -> Names:
    """The words on the offer space."""
    return Names(
        _("value to you"),
        _("value to them, as your analysts see it"),
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


def values(drafting: Drafting, offers: I32) -> list[tuple[float, float]]:
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
        self._cloud = tuple(values(drafting, sampled(drafting.brief.tables)))
        self._mine = tuple(self._path(drafting.seat))
        self._theirs = tuple(self._path(1 - drafting.seat))
        x_range, y_range = self._ranges()
        tones = (SEAT_TONES[drafting.seat], SEAT_TONES[1 - drafting.seat])
        self.chart = Scatter(chart_names(), x_range, y_range, tones=tones)
        self.chart.place(key="space", name=_("Offer space"))

    def _path(self, seat: int) -> list[Dot]:
        match = self._drafting.match
        offers = [
            h.offer
            for h in match.happenings(self._drafting.seat)
            if h.what is What.OFFERED and h.seat == seat and h.offer is not None
        ]
        if not offers:
            return []
        found = values(self._drafting, np.array(offers[-12:], np.int32))
        who = match.opened.words.seats[seat].title
        return [
            Dot(x, y, 0, _("{who}: {x} to you, about {y} to them").format(who=who, x=said(x), y=said(y)), n)
            for n, (x, y) in enumerate(found)
        ]

    def _ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        points = [*self._cloud, *((dot.x, dot.y) for dot in (*self._mine, *self._theirs))]
        return _spread([x for x, _y in points]), _spread([y for _x, y in points])

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
        if offer is None:
            return None
        mine = self._drafting.value(offer) / MICRO
        guess = self._drafting.theirs_estimated(offer)
        band = (guess.high - guess.low) / 2 / MICRO
        return Dot(mine, (guess.high + guess.low) / 2 / MICRO, band, _("your draft"), "draft")


def said(value: float) -> str:
    """A value on the chart in words."""
    return utils(round(value * MICRO))


def _spread(found: list[float]) -> tuple[float, float]:
    """A range that holds every gain and as much loss as there is gain; what lies beyond stands at the edge."""
    high = max([0.1, *found])
    low = max(min([0.0, *found]), -1.5 * high)
    margin = 0.06 * (high - low) or 0.5
    return low - margin, high + margin
