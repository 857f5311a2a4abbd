"""How trust moves."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from game.content.schema.kinds import Share, TrustPoints, Unit
from game.content.schema.part import Based

SomeShare = Annotated[Decimal, Field(gt=0, le=1, decimal_places=3), Unit("share of the whole")]


class Trust(Based):
    """Trust runs from 0 to 15 in each direction and is known to all."""

    promise: Share = Field(description="What a promise counts for without any trust.")
    honour: TrustPoints = Field(description="The most that one honoured step adds; the least is 1.")
    full: SomeShare = Field(description="A step of this share of the owner's leverage adds the most.")
    delay: TrustPoints = Field(description="What a delay costs.")
    breach: TrustPoints = Field(description="What a breach costs.")
    failed: TrustPoints = Field(description="What a failed ratification costs.")
    snap: TrustPoints = Field(description="What a snap-back costs.")
    wave: TrustPoints = Field(description="What a wave of arrests costs.")
    delays: Annotated[int, Field(ge=0, le=100), Unit("times")] = Field(
        description="How often in a row a step may be put off."
    )
