"""A schema with everything that the reading layer can read, and nothing of the game."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from game.content.reading.faults import Complaint
from game.content.reading.shapes import Form

Share = Annotated[Decimal, Field(ge=0, le=1)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$"), Form("lower-case letters, digits and '-'")]


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(Enum):
    ENVOY = "envoy"
    GOVERNMENT = "government"
    ALLY = "ally"


class Actor(Strict):
    role: Role
    hawkish: bool = False
    patience: Share = Decimal(1)
    weights: dict[Name, Share] = {}
    allies: frozenset[Name] = frozenset()


class Release(Strict):
    kind: Literal["release"]
    number: Annotated[int, Field(ge=1)]


class Arrest(Strict):
    kind: Literal["arrest"]
    number: int
    reason: Annotated[str, Field(min_length=3, max_length=20)]


class All(Strict):
    all: tuple["Condition", ...]


class Not(Strict):
    negated: "Condition" = Field(alias="not")


class Compare(Strict):
    left: str
    equals: int | Decimal | bool | str


Condition = All | Not | Compare
Effect = Annotated[Release | Arrest, Field(discriminator="kind")]


class Event(Strict):
    id: Name
    when: Condition | None = None
    then: tuple[Effect, ...] = ()


class Example(Strict):
    format: Literal[1]
    title: str
    note: str | None = None
    opens: date = date(2025, 6, 1)
    turns: Annotated[int, Field(gt=0, lt=100, multiple_of=2)] = 12
    margin: Annotated[Decimal, Field(decimal_places=2)] = Decimal(0)
    window: tuple[int, int] = (0, 1)
    places: Annotated[tuple[str, ...], Field(min_length=2)] = ("a", "b")
    actors: dict[Name, Actor] = {}
    events: tuple[Event, ...] = ()

    @field_validator("window")
    @classmethod
    def _in_order(cls, window: tuple[int, int]) -> tuple[int, int]:
        if window[0] > window[1]:
            raise ValueError("must begin before it ends")
        return window

    @model_validator(mode="after")
    def _at_most_one_envoy(self) -> Self:
        envoys = [name for name, actor in self.actors.items() if actor.role is Role.ENVOY]
        if len(envoys) > 1:
            raise Complaint(
                "there is an envoy already", f"It is {envoys[0]}.", "value", ("actors", envoys[1], "role")
            )
        return self
