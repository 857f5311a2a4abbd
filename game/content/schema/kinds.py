"""The kinds of number and text that a scenario file holds, each with its range and unit.

Numbers stay `Decimal` here: what they become is a matter of docs/rules.md 1 and of `compiling`.
"""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints

from game.content.reading.faults import Complaint
from game.content.reading.shapes import Form
from game.foundation.texts import _, marked
from game.rules.tables import MOST_PEOPLE


class Unit(NamedTuple):
    """What a number counts; shown in the documentation of the format."""

    text: str


ASSUMED = "assumed"
ALL = "all"
MOST_WEIGHT = Decimal(100)
MOST_MONTHS = Decimal(1000)
_SOURCE = r"[A-Za-z][A-Za-z0-9_-]{0,39}"


def all_as_number(value: int | str) -> int:
    """A number of people, `all` being the most there can be."""
    number = MOST_PEOPLE if isinstance(value, str) else value
    if 0 <= number <= MOST_PEOPLE:
        return number
    raise Complaint(
        _("must be between 0 and {most} (got {number})").format(most=MOST_PEOPLE, number=number), code="range"
    )


def one_or_more(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """One text or several as several."""
    if not value:
        raise Complaint(_("names nothing"), _("Name at least one, or remove the key."))
    return (value,) if isinstance(value, str) else value


def sources(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """Ids of sources, or `assumed`."""
    names = one_or_more(value)
    for number, name in enumerate(names):
        if not re.fullmatch(_SOURCE, name):
            path = () if isinstance(value, str) else (number,)
            raise Complaint(
                _("{name!r} is no id of a source").format(name=name[:60]),
                _("Write 'assumed' or an id under 'sources', such as S1."),
                path=path,
            )
    return names


def weights(value: Decimal | tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """How much turns count."""
    listed = (value,) if isinstance(value, Decimal) else value
    for number, weight in enumerate(listed):
        exponent = weight.as_tuple().exponent
        if not 0 < weight <= MOST_MONTHS or not isinstance(exponent, int) or exponent < -3:
            raise Complaint(
                _("a weight is above 0, at most {most} and has at most 3 decimals (got {weight})").format(
                    most=MOST_MONTHS, weight=weight
                ),
                code="range",
                path=() if isinstance(value, Decimal) else (number,),
            )
    return listed


def not_empty(value: Any) -> Any:
    """A list or map with something in it."""
    if not value:
        raise Complaint(_("needs at least 1 entry (has 0)"), code="range")
    return value


NOT_EMPTY = AfterValidator(not_empty)
"""For lists and maps. Unlike a least length it says nothing where only their entries are wrong."""

Value = Annotated[Decimal, Field(ge=-MOST_WEIGHT, le=MOST_WEIGHT, decimal_places=6), Unit("utils a month")]
Amount = Annotated[Decimal, Field(ge=-MOST_WEIGHT, le=MOST_WEIGHT, decimal_places=6), Unit("utils, once")]
Cost = Annotated[Decimal, Field(ge=0, le=MOST_WEIGHT, decimal_places=6), Unit("utils")]
Share = Annotated[Decimal, Field(ge=0, le=1, decimal_places=3), Unit("share of the whole")]
Factor = Annotated[Decimal, Field(ge=0, le=4, decimal_places=3), Unit("factor")]
Height = Annotated[Decimal, Field(ge=-1, le=1, decimal_places=6), Unit("share of the weight")]
Chance = Annotated[Decimal, Field(ge=0, le=1, decimal_places=6), Unit("chance")]
Months = Annotated[Decimal, Field(ge=0, le=MOST_MONTHS, decimal_places=3), Unit("months")]
Rate = Annotated[Decimal, Field(ge=-1000, le=1000, decimal_places=3), Unit("people a turn")]
People = Annotated[int, Field(ge=0, le=MOST_PEOPLE), Unit("people")]
SomePeople = Annotated[int, Field(ge=1, le=MOST_PEOPLE), Unit("people")]
PeopleOrAll = Annotated[
    int | Literal["all"], AfterValidator(all_as_number), Unit("people, or `all` for all then held")
]
Turns = Annotated[int, Field(ge=0, le=120), Unit("turns")]
SomeTurns = Annotated[int, Field(ge=1, le=120), Unit("turns")]
TrustPoints = Annotated[int, Field(ge=0, le=15), Unit("points of trust")]
TrustChange = Annotated[int, Field(ge=-15, le=15), Unit("points of trust")]
Mood = Annotated[int, Field(ge=-3, le=3), Unit("steps of mood")]
Votes = Annotated[int, Field(ge=0, le=1000), Unit("votes")]
Weights = Annotated[Decimal | tuple[Decimal, ...], AfterValidator(weights), Unit("months")]

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$"),
    Form(marked("an id: small letters, digits and _, beginning with a letter, such as potash_licence")),
]
"""What other parts of the file call a thing."""

FileId = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$"),
    Form(marked("a name of small letters, digits and -, such as belarus-2025")),
]
SourceId = Annotated[
    str,
    StringConstraints(pattern=f"^{_SOURCE}$"),
    Form(marked("an id of a source: letters, digits, _ and -, such as S1")),
]
RoughDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    Form(marked("a day, a month or a year, such as 2025-09-11, 2025-09 or 2025")),
]
"""Sources are not always dated to the day."""

TurnName = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{1,3}|\d{4}-\d{2}|\d{4}-\d{2}-\d{2} (am|pm))$"),
    Form(marked("a turn: its number from 1, or a date of the calendar such as 2025-09")),
]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Lines = Annotated[tuple[Line, ...], NOT_EMPTY]
Basis = Annotated[str | tuple[str, ...], AfterValidator(sources)]
"""`assumed`, or the source or sources of the numbers in an object."""

Ids = Annotated[str | tuple[str, ...], AfterValidator(one_or_more)]
"""One id or several."""
