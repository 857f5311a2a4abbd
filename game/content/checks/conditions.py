"""Do conditions compare things that are there with values they can have?"""

import re
from collections.abc import Iterator

from game.content.checks.references import ISSUE, SEAT
from game.content.checks.remarks import Remark, known
from game.content.checks.walking import comparisons
from game.content.checks.walking import conditions as all_conditions
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.conditions import OWNED, Comparison, read_comparison
from game.foundation.texts import _, marked
from game.rules.tables import MOST_PEOPLE

_WHOLE = re.compile(r"-?\d{1,9}")
_MOST = {"trust": 15, "relief": 1000, "since": 9999, "moved": 9999, "held": 2 * MOST_PEOPLE}
_WHAT = {"seat": SEAT, "issue": ISSUE, "event": marked("event"), "move": marked("side move")}


def check(names: Names) -> Iterator[Remark]:
    """Every comparison of every condition."""
    for path, condition in all_conditions(names):
        for place, text in comparisons(condition, path):
            yield from _comparison(names, place, read_comparison(text))


def _comparison(names: Names, path: Path, test: Comparison) -> Iterator[Remark]:
    if test.quantity in OWNED:
        what = OWNED[test.quantity]
        there = {"seat": names.seats, "issue": names.issues, "event": names.events, "move": names.moves}[what]
        yield from known(path, test.of, there, _(_WHAT[what]))
    if test.quantity == "level":
        yield from _level(names, path, test)
    elif test.quantity == "turn":
        yield from _turn(names, path, test)
    else:
        yield from _number(path, test)


def _level(names: Names, path: Path, test: Comparison) -> Iterator[Remark]:
    people = names.people_issue
    if people is not None and test.of == people.id:
        yield Remark(
            path,
            "no-effect",
            _("the level of the people issue never changes, since people are counted"),
            _("Compare freed or held with a number."),
        )
    elif test.of in names.levels:
        what = _("level of {issue}").format(issue=test.of)
        yield from known(path, test.value, names.levels[test.of], what)


def _turn(names: Names, path: Path, test: Comparison) -> Iterator[Remark]:
    calendar = names.scenario.calendar
    turn = calendar.turn_of(test.value)
    if turn is None or not 0 <= turn < calendar.turns:
        yield Remark(
            path,
            "calendar",
            _("'{turn}' is no turn of this scenario").format(turn=test.value[:40]),
            _("Turns are 1 to {last}, or {first_date} to {last_date}.").format(
                last=calendar.turns,
                first_date=calendar.name_of(0),
                last_date=calendar.name_of(calendar.turns - 1),
            ),
        )


def _number(path: Path, test: Comparison) -> Iterator[Remark]:
    if not _WHOLE.fullmatch(test.value):
        per_mille = (
            _("Relief is counted in thousandths, from 0 to 1000.") if test.quantity == "relief" else ""
        )
        yield Remark(
            path,
            "type",
            _("'{quantity}' is compared with a whole number (got {value})").format(
                quantity=test.quantity, value=test.value[:40]
            ),
            per_mille,
        )
        return
    most = _MOST.get(test.quantity, MOST_PEOPLE)
    if not 0 <= int(test.value) <= most:
        yield Remark(
            path,
            "range",
            _("'{quantity}' is always between 0 and {most} (got {value})").format(
                quantity=test.quantity, most=most, value=test.value
            ),
        )
