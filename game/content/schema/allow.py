"""Exceptions from what `check` warns of."""

from pydantic import Field

from game.content.schema.kinds import Line
from game.content.schema.part import Part


class Allow(Part):
    """A warning or note of `check` that the author has seen and means to keep."""

    rule: Line = Field(description="The name of the rule, as it stands in brackets in the finding.")
    at: Line | None = Field(
        None,
        description="Only for findings at this path or below it, as the finding writes it; everywhere unless "
        "written.",
    )
    why: Line = Field(description="The reason, for whoever reviews the file.")
