"""Turns and their dates."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, cast

from pydantic import Field, StringConstraints, model_validator

from game.content.reading.faults import Complaint
from game.content.reading.shapes import Form
from game.content.schema.kinds import Id, Months, Weights
from game.content.schema.part import Based
from game.foundation.texts import _, marked

Start = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2} (am|pm))?$"),
    Form(marked("a month such as 2025-06, or half a day such as 2025-12-12 am")),
]
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_HALF_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2}) (am|pm)")


class Calendar(Based):
    """How long a game lasts, and how much each turn counts."""

    unit: Literal["month", "half_day"] = Field(description="What one turn is.")
    start: Start = Field(
        description="The first turn: `2025-06`, or `2025-12-12 am` where a turn is half a day."
    )
    turns: Annotated[int, Field(ge=1, le=120)] = Field(description="How many turns a game has.")
    plies: Annotated[int, Field(ge=1, le=12)] = Field(
        description="How many plies the talks of a turn have; the seats alternate."
    )
    first: Id = Field(description="Who speaks first in the first turn; then the seats take turns.")
    weights: Weights = Field(
        description="How much each turn counts: one number for all, or a list with one for each turn."
    )
    residual: Months = Field(description="Months that the last turn also stands for.")

    @model_validator(mode="after")
    def _start_fits(self) -> "Calendar":
        if self._ordinal(self.start) is None:
            raise Complaint(
                _("{start!r} is no {unit}").format(start=self.start, unit=self.unit.replace("_", " ")),
                _("Write 2025-06 for a month, 2025-12-12 am for half a day."),
                path=("start",),
            )
        return self

    @property
    def months(self) -> tuple[Decimal, ...]:
        """How much each turn counts, one number a turn; without the residual months."""
        weights = cast("tuple[Decimal, ...]", self.weights)
        return weights * self.turns if len(weights) == 1 else weights

    def turn_of(self, name: str) -> int | None:
        """The turn, from 0, that a number from 1 or a date stands for; None if the text is neither.

        It may lie outside of the game, before the first turn or after the last.
        """
        if name.isdecimal() and len(name) <= 3:
            return int(name) - 1
        here, first = self._ordinal(name), self._ordinal(self.start)
        return None if here is None or first is None else here - first

    def name_of(self, turn: int) -> str:
        """The date of a turn counted from 0: `2025-09`, or `2025-12-12 am`."""
        first = self._ordinal(self.start)
        assert first is not None
        here = first + turn
        if self.unit == "month":
            return f"{here // 12:04d}-{here % 12 + 1:02d}"
        return f"{date.fromordinal(here // 2).isoformat()} {('am', 'pm')[here % 2]}"

    def _ordinal(self, name: str) -> int | None:
        if self.unit == "month":
            month = _MONTH.fullmatch(name)
            valid = month and 1 <= int(month[2]) <= 12
            return int(month[1]) * 12 + int(month[2]) - 1 if month and valid else None
        half = _HALF_DAY.fullmatch(name)
        if half is None:
            return None
        try:
            day = date(int(half[1]), int(half[2]), int(half[3]))
        except ValueError:
            return None
        return day.toordinal() * 2 + (half[4] == "pm")
