"""Is there anything that both principals would sign?"""

from collections.abc import Iterator
from itertools import product

import numpy as np

from game.bargaining.frontier import frontier, zone_of_agreement
from game.content.checks.remarks import Remark
from game.foundation.arrays import I64
from game.foundation.texts import _
from game.linting.case import Case
from game.linting.floors_low import unsignable

_SHARES = ((1, 1), (2, 1), (1, 2), (4, 1), (1, 4))


def check(case: Case) -> Iterator[Remark]:
    """No package that both would sign at the opening, for any pair of types and the lowest floors."""
    mean = case.tables.mean
    if _witness(case, (mean, mean)) or any(unsignable(case, seat) for seat in (0, 1)):
        return
    kinds = [range(len(seat.types)) for seat in case.scenario.seats]
    if any(_has_zone(case, (one, two)) for one, two in product(*kinds)):
        return
    yield Remark(
        ("seats",),
        "empty-zone",
        _("no package is good enough for both principals, whatever their types, at the opening"),
        _("'describe' shows which package lacks least; raise what is gained, or lower floors or exposure."),
        "warning",
    )


def _has_zone(case: Case, types: tuple[int, int]) -> bool:
    least = (case.tables.sides[0].floor_low, case.tables.sides[1].floor_low)
    found = zone_of_agreement(frontier(case.tables, case.opening, types), least)
    return _witness(case, types) or len(found.offers) > 0


def _witness(case: Case, types: tuple[int, int]) -> bool:
    """Whether one of a few good packages will do, which is quick and true nearly everywhere."""
    first, second = case.gains_by_half(types)
    for plan, (one, two) in product(range(len(first)), _SHARES):
        weights = np.array([one, two], np.int64)
        best: I64 = first[plan, _best(first[plan], weights)] + second[plan, _best(second[plan], weights)]
        if (best >= case.lines).all() and best.any():
            return True
    return False


def _best(values: I64, weights: I64) -> int:
    return int((values @ weights).argmax())
