"""What happens without the seats, and how a game may end."""

from decimal import Decimal
from typing import cast

from pydantic import Field

from game.content.schema.conditions import Condition
from game.content.schema.effects import Effect
from game.content.schema.kinds import Basis, Chance, Id, Line, Prose, Turns
from game.content.schema.part import Based, Noted


class Event(Based):
    """A scripted or chance event."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="The headline.")
    text: Prose = Field(description="What players read.")
    when: Condition | None = Field(None, description="Only when this holds; always unless written.")
    chance: Chance = Field(Decimal(1), description="The chance in each turn in which it can happen.")
    once: bool = Field(True, description="Whether it happens at most once.")
    cooldown: Turns = Field(0, description="Where it can happen again: turns from one time to the next.")
    effects: tuple[Effect, ...] = Field((), description="What it does, in this order.")


class Ending(Noted):
    """A way for the game to end before its last turn."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    text: Prose | None = Field(None, description="A sentence or two for the debrief.")
    when: Condition | None = Field(
        None,
        description="Reached at the end of a turn in which this holds; else only by an effect `end`.",
    )
    source: Basis | None = Field(None, description="The source or sources, if it follows a real case.")

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources it follows."""
        return cast("tuple[str, ...]", self.source or ())
