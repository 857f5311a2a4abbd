"""Has every turn its weight?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """As many weights as turns, or one for all."""
    calendar = names.scenario.calendar
    found = len(calendar.months)
    if found != calendar.turns:
        yield Remark(
            ("calendar", "weights"),
            "weights",
            _("has {found} numbers, but there are {turns} turns").format(found=found, turns=calendar.turns),
            _("Write one number for each turn, or a single one for all."),
        )
