"""Effects of events and side moves: a map with one key each."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, model_validator

from game.content.schema.kinds import MOST_WEIGHT, Amount, Id, Mood, SomePeople, TrustChange, Unit
from game.content.schema.one_of_two import need_one_of_two
from game.content.schema.part import Part
from game.foundation.texts import _

Payment = Annotated[Decimal, Field(gt=0, le=MOST_WEIGHT, decimal_places=6), Unit("utils a month")]
LevelChange = Annotated[int, Field(ge=-20, le=20), Unit("levels")]


class SeatTrust(Part):
    """Whose trust changes, and by how much."""

    seat: Id = Field(description="The seat whose trust in the other changes.")
    by: TrustChange = Field(description="By how much.")


class Moods(Part):
    """Whose mood changes, and by how much: of `actor` or of `side`."""

    actor: Id | None = Field(None, description="One ratifier or member of allies.")
    side: Id | None = Field(None, description="Or all ratifiers of a seat.")
    by: Mood = Field(description="By how many steps.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "Moods":
        need_one_of_two(self, "actor", "side", _("Write actor: ID, or side: SEAT for all of a side."))
        return self


class LevelOf(Part):
    """Which issue changes, and `by` how many levels or `to` which."""

    issue: Id = Field(description="An issue, of a seat or of the world.")
    by: LevelChange | None = Field(None, description="By how many levels.")
    to: Id | None = Field(None, description="Or to which level.")

    @model_validator(mode="after")
    def _one_of_two(self) -> "LevelOf":
        need_one_of_two(self, "by", "to", _("Write by: 1, or to: LEVEL."))
        return self


class SeatPayoff(Part):
    """Who gains or loses."""

    seat: Id = Field(description="Which seat.")
    by: Amount = Field(description="How much.")


class TrustEffect(Part):
    """Trust changes."""

    trust: SeatTrust = Field(description="A seat's trust in the other changes.")


class MoodEffect(Part):
    """Moods change."""

    mood: Moods = Field(description="The mood of ratifiers changes.")


class LevelEffect(Part):
    """A level changes."""

    level: LevelOf = Field(description="An issue comes to another level.")


class RevokeEffect(Part):
    """Measures are taken back."""

    revoke: Id = Field(description="The seat whose revocable measures are taken back.")


class ArrestEffect(Part):
    """People are arrested."""

    arrest: SomePeople = Field(description="So many more people are held.")


class FreeEffect(Part):
    """People are freed."""

    free: SomePeople = Field(description="So many people are freed without a return.")


class PayoffEffect(Part):
    """A seat gains or loses."""

    payoff: SeatPayoff = Field(description="A seat gains or loses at once.")


class Promised(Part):
    """To whom a seat promises a side payment, and how much."""

    actor: Id = Field(description="A ratifier; its seat pays.")
    by: Payment = Field(description="How much more a month, once an agreement is ratified.")


class PromiseEffect(Part):
    """A ratifier is promised something for its yes."""

    promise: Promised = Field(description="A side payment is promised to a ratifier.")


class EndEffect(Part):
    """The game ends."""

    end: Id = Field(description="The ending that is reached at the end of the turn.")


Effect = (
    TrustEffect
    | MoodEffect
    | LevelEffect
    | RevokeEffect
    | ArrestEffect
    | FreeEffect
    | PayoffEffect
    | PromiseEffect
    | EndEffect
)
