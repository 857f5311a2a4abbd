"""Conditions: `level.harbour >= licence`, or `all`, `any` and `not` of conditions."""

import re
from functools import lru_cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from game.content.reading.faults import Complaint
from game.content.reading.suggestions import closest, did_you_mean
from game.content.schema.kinds import NOT_EMPTY
from game.content.schema.part import Part
from game.foundation.texts import _

PLAIN = (
    "turn",
    "freed",
    "held",
    "arrested",
    "served",
    "exiled",
    "agreements",
    "relief",
    "counted",
    "disputed",
)
OWNED = {
    "trust": "seat",
    "level": "issue",
    "since": "event",
    "moved": "move",
    "breached": "seat",
    "snapped": "seat",
}
"""Quantities that belong to something, and to what."""

_SHAPE = re.compile(
    r"\s*([A-Za-z_]+)(?:\.([A-Za-z][A-Za-z0-9_-]*))?\s*(>=|<=|!=|==|=|>|<)\s*(\S(?:.*\S)?)\s*", re.ASCII
)

PATTERN = (
    rf"^\s*({'|'.join(PLAIN)}|({'|'.join(OWNED)})\.[A-Za-z][A-Za-z0-9_-]*)"
    r"\s*(>=|<=|!=|=|>|<)\s*[^<>=\s].*$"
)
"""What `read_comparison` takes, for programs that know patterns only."""

_JOINED = re.compile(r"\s(?:and|or)\s")


class Comparison(NamedTuple):
    """One comparison.

    Args:
        quantity: one of `PLAIN`, or one of `OWNED`.
        of: id of the seat, issue, event or move that an owned quantity belongs to; else empty.
        sign: `>= <= = != > <`.
        value: what stands to the right: a whole number, a level, or a date of the calendar.
    """

    quantity: str
    of: str
    sign: str
    value: str


class AllOf(Part):
    """Every one of them holds."""

    all_of: Annotated[tuple["Condition", ...], NOT_EMPTY] = Field(
        alias="all", description="Every one of these holds."
    )


class AnyOf(Part):
    """One of them at least holds."""

    any_of: Annotated[tuple["Condition", ...], NOT_EMPTY] = Field(
        alias="any", description="One of these at least holds."
    )


class Not(Part):
    """It does not hold."""

    none_of: "Condition" = Field(alias="not", description="This does not hold.")


def readable(condition: "str | AllOf | AnyOf | Not") -> "str | AllOf | AnyOf | Not":
    """The condition, once it is known that it can be taken apart."""
    form_of(condition)
    return condition


Condition = Annotated[str | AllOf | AnyOf | Not, AfterValidator(readable)]
"""A comparison as a line of text, or a map with one of `all`, `any`, `not`."""

for _model in (AllOf, AnyOf, Not):
    _model.model_rebuild()


def form_of(condition: str | AllOf | AnyOf | Not) -> Comparison | AllOf | AnyOf | Not:
    """The comparison taken apart, or the map."""
    return read_comparison(condition) if isinstance(condition, str) else condition


@lru_cache(maxsize=4096)  # the same few lines are asked for by the reader, the checks and the compiler
def read_comparison(text: str) -> Comparison:
    """A comparison from its text.

    Raises:
        Complaint: it is none; with what would be right.
    """
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise Complaint(
            _("{text!r} is not a condition").format(text=text[:60]),
            _("Write a quantity, one of >= <= = != > <, and a number or level, such as 'held <= 10'."),
        )
    quantity, of, sign, value = match.groups()
    if quantity not in PLAIN and quantity not in OWNED:
        names = ", ".join((*PLAIN, *(f"{name}.{owner.upper()}" for name, owner in OWNED.items())))
        if not of and re.fullmatch(r"[a-z][a-z0-9_]*", value):
            raise Complaint(
                _("'{quantity}' is nothing that can be compared").format(quantity=quantity),
                _("Write 'level.{quantity} {sign} {value}' if it is an issue.").format(
                    quantity=quantity, sign=sign, value=value
                ),
            )
        guess = closest(quantity, (*PLAIN, *OWNED))
        raise Complaint(
            _("'{quantity}' is nothing that can be compared").format(quantity=quantity),
            did_you_mean(guess) or _("Possible: {names}.").format(names=names),
        )
    if quantity in OWNED and not of:
        raise Complaint(
            _("'{quantity}' does not say of which {owner}").format(quantity=quantity, owner=OWNED[quantity]),
            _("Write {quantity}.ID with the id of the {owner}.").format(
                quantity=quantity, owner=OWNED[quantity]
            ),
        )
    if quantity in PLAIN and of:
        raise Complaint(
            _("'{quantity}' belongs to nobody in particular").format(quantity=quantity),
            _("Write '{quantity}' without a dot.").format(quantity=quantity),
        )
    if sign == "==":
        raise Complaint(_("'==' is not a comparison here"), _("Write one '='."))
    if value[0] in "<>=":
        raise Complaint(
            _("'{sign}' is not a comparison").format(sign=sign + value[0]), _("Write >= or <=, or one '='.")
        )
    if joined := _JOINED.search(value):
        raise Complaint(
            _("'{word}' cannot stand in a condition").format(word=joined[0].strip()),
            _("Write {all: [A, B]} if both have to hold, {any: [A, B]} if one is enough."),
        )
    return Comparison(quantity, of or "", sign, value)
