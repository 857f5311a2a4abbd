"""What a seat may do beside an offer."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from game.content.schema.conditions import Condition
from game.content.schema.effects import Effect
from game.content.schema.kinds import Chance, Cost, Id, Line, Prose, SomePeople, Turns
from game.content.schema.part import Based, Part


class MovePeople(Part):
    """A release without return."""

    max: SomePeople = Field(description="The most it may free.")


class Move(Based):
    """A side move."""

    id: Id = Field(description="What the rest of the file calls it.")
    seat: Id = Field(description="Who may make it.")
    kind: Literal["gesture", "vow", "pressure", "lobby", "request", "praise", "leak"] = Field(
        description="How it is grouped on screens. Changes no number."
    )
    title: Line = Field(description="What players read on the button.")
    text: Prose = Field(description="What is reported when it is made.")
    needs: Condition | None = Field(None, description="When it may be made; always unless written.")
    cost: Cost = Field(description="What it costs, once. For a vow: what it costs a month if it is broken.")
    cooldown: Turns = Field(0, description="Turns from one use to the next.")
    chance: Chance = Field(
        Decimal(1), description="The chance that it works; it costs the same if it does not."
    )
    people: MovePeople | None = Field(None, description="It frees people: how many at most.")
    vow: Id | None = Field(None, description="It is a public vow on this issue: no agreement below a level.")
    effects: tuple[Effect, ...] = Field((), description="What it does if it works, in this order.")
