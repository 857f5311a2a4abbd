"""Where facts come from."""

from typing import Literal

from pydantic import Field

from game.content.schema.kinds import Line, People, RoughDate, SourceId
from game.content.schema.part import Noted


class Source(Noted):
    """A published page or document."""

    title: Line = Field(description="What it is called and who published it.")
    date: RoughDate = Field(description="When it was published: a day, a month or a year.")
    kind: Literal["official", "agency", "partisan", "mirror", "academic"] = Field(
        description="A government or court; a news agency or paper; a party to the matter; a copy of a "
        "page that stood elsewhere; research."
    )
    url: Line | None = Field(None, description="Where it can be read.")


class Held(Noted):
    """How many people are held when the game opens, and how sure that is."""

    held: People = Field(description="How many are held at the start.")
    counted_by: SourceId = Field(description="The source of the count, or `assumed`.")
    low: People = Field(description="The lowest count a serious source gives; shown beside the number.")
    high: People = Field(description="The highest count a serious source gives; shown beside the number.")
