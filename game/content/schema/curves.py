"""Curves: how the value of an issue or a count grows from nothing to its full weight."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from game.content.schema.kinds import NOT_EMPTY, Height, Id, People, SomePeople, Unit
from game.content.schema.part import Part

Exponent = Annotated[Decimal, Field(gt=0, le=10, decimal_places=3), Unit("exponent")]


class PowerCurve(Part):
    """For issues: the place in the list, to a power."""

    power: Exponent = Field(
        description="Place of a level, 0 to 1, to this power: below 1 the first levels bring most."
    )


class ThresholdCurve(Part):
    """For issues: all or nothing."""

    threshold: Id = Field(description="Nothing below this level, everything from it on.")


class DeclaredCurve(Part):
    """A curve whose values stand in the file."""

    rising: bool = Field(
        False, description="Whether the values are meant never to fall; `check` then holds them to it."
    )


class TableCurve(DeclaredCurve):
    """For issues: as listed."""

    table: tuple[Height, ...] = Field(description="A value for each level, in their order.")


class ThroughCurve(DeclaredCurve):
    """For issues: through named levels."""

    through: Annotated[dict[Id, Height], NOT_EMPTY] = Field(
        description="A value for some levels, straight in between by their place, and level outside."
    )


class FullAtCurve(Part):
    """For counts: straight up."""

    full_at: SomePeople = Field(description="Straight up to everything at this count, and no further.")


class HalfAtCurve(Part):
    """For counts: fast at first and slower after."""

    half_at: SomePeople = Field(description="Half at this count; everything is never quite reached.")


class PointsCurve(DeclaredCurve):
    """For counts: through points."""

    points: Annotated[tuple[tuple[People, Height], ...], NOT_EMPTY] = Field(
        description="Pairs of count and value, straight in between and level outside."
    )


LevelCurve = Literal["linear"] | PowerCurve | ThresholdCurve | TableCurve | ThroughCurve
"""Curves for issues. `linear`: even steps from the first level to the last."""

CountCurve = FullAtCurve | HalfAtCurve | PointsCurve
"""Curves for counts."""

Curve = (
    Literal["linear"]
    | PowerCurve
    | ThresholdCurve
    | TableCurve
    | ThroughCurve
    | FullAtCurve
    | HalfAtCurve
    | PointsCurve
)
