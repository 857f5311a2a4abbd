"""Are the people who are held counted as they must be?"""

from collections.abc import Iterator
from decimal import Decimal

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """The band of counts, and rates of arrest that cannot fall below nothing."""
    people, arrests = names.scenario.people, names.scenario.arrests
    if people is not None and people.low > people.high:
        yield Remark(
            ("people", "low"),
            "range",
            _("must be at most high ({high}), but is {low}").format(low=people.low, high=people.high),
            _("Write the lowest count as low and the highest as high."),
        )
    elif people is not None and not people.low <= people.held <= people.high:
        yield Remark(
            ("people", "held"),
            "range",
            _("must lie between low ({low}) and high ({high}), but is {held}").format(
                low=people.low, high=people.high, held=people.held
            ),
        )
    if arrests is not None:
        least = arrests.base + min(arrests.per_relief, Decimal(0)) + min(arrests.after_agreement, Decimal(0))
        if least < 0:
            yield Remark(
                ("arrests", "base"),
                "range",
                _("new arrests could fall to {least} a turn").format(least=least),
                _("Raise base, so that it and what lowers it sum to 0 at least."),
            )
