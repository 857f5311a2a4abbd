"""Do chances that belong together sum to what they must?"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.reading.places import Path
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Priors of types, lags and shocks."""
    for s, seat in enumerate(names.scenario.seats):
        yield from _sum_to_one(("seats", s, "types"), _("priors"), (type_.prior for type_ in seat.types))
        total = sum((shock.chance for shock in seat.shocks), Decimal(0))
        if total > 1:
            yield Remark(
                ("seats", s, "shocks"),
                "sum",
                _("the chances sum to {total}, more than 1").format(total=total),
                _("What is missing to 1 is the chance of no shock."),
            )
    for i, issue in enumerate(names.scenario.issues):
        if issue.lag:
            yield from _sum_to_one(("issues", i, "lag"), _("chances"), (lag.chance for lag in issue.lag))


def _sum_to_one(path: Path, what: str, chances: Iterable[Decimal]) -> Iterator[Remark]:
    listed = list(chances)
    total = sum(listed, Decimal(0))
    if total != 1:
        off = f"{1 - total:+f}"
        yield Remark(
            path,
            "sum",
            _("the {what} sum to {total}, not to 1").format(what=what, total=f"{total:f}"),
            _("Change one of them by {off}.").format(off=off),
        )
