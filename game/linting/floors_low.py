"""Is each floor low enough for anything to be signed at all?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.foundation.integers import MICRO
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Floors that exclude every package, even with the best type and with nothing asked of the other."""
    for seat in (0, 1):
        if unsignable(case, seat):
            most = best_gain(case, seat)
            yield Remark(
                ("seats", seat, "floor", "low"),
                "floor-excludes-all",
                _("no package gains its principal so much; the best gains {most:.3f} utils a month").format(
                    most=most / MICRO
                ),
                _("Lower the floor below that, or raise what the seat values in what it can be given."),
                "warning",
            )


def unsignable(case: Case, seat: int) -> bool:
    """Whether the principal of a seat would sign nothing at the opening, whatever its type.

    What is good on the average of all types is good for one of them, so that the average is asked first.
    """
    floor = case.tables.sides[seat].floor_low
    return _best_of(case, seat, case.tables.mean) < floor and best_gain(case, seat) < floor


def best_gain(case: Case, seat: int) -> int:
    """What the best package gains the principal of a seat, of whatever type, in micro-utils a month."""
    return max(_best_of(case, seat, kind) for kind in range(len(case.scenario.seats[seat].types)))


def _best_of(case: Case, seat: int, kind: int) -> int:
    """The same for one type."""
    types = (kind, case.tables.mean) if seat == 0 else (case.tables.mean, kind)
    first, second = case.gains_by_half(types)
    per_plan = first[:, :, seat].max(axis=1) + second[:, :, seat].max(axis=1)
    return int(per_plan.max()) - int(case.lines[seat]) + case.tables.sides[seat].floor_low
