"""New arrests and sentences served."""

from typing import Annotated

from pydantic import Field

from game.content.schema.kinds import NOT_EMPTY, Factor, People, Rate, Share, Turns
from game.content.schema.part import Based


class Arrests(Based):
    """How many more people are held each turn. No price per head is computed anywhere."""

    base: Rate = Field(description="New arrests a turn when nothing else counts.")
    per_relief: Rate = Field(description="More (or fewer) a turn when all relief is in force.")
    after_agreement: Rate = Field(description="More (or fewer) a turn after a recent agreement.")
    recent: Turns = Field(description="How many turns an agreement stays recent.")
    spread: Annotated[tuple[Factor, ...], NOT_EMPTY, Field(max_length=64)] = Field(
        description="Factors, each as likely as any other, of which one applies each turn."
    )
    served: Share = Field(description="The share of those held who have served their time each turn.")
    wave: People = Field(
        description="So many new arrests in a turn are a wave, which costs trust; 0 for never."
    )
