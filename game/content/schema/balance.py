"""What the author of a scenario claims about it, to be tested by many games between computer seats."""

from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from game.content.schema.kinds import NOT_EMPTY, Id, Line, Prose, Unit
from game.content.schema.part import Part

_SHARES, _DIFFERENCES, _COUNTS = (0, 1), (-1, 1), (0, 1000)

OF_GAMES = MappingProxyType(
    {
        "deal_rate": _SHARES,
        "agreements": _SHARES,
        "length": _SHARES,
        "first_deal": _SHARES,
        "freed": _SHARES,
        "fewer_held": _SHARES,
        "durability": _SHARES,
        "pareto_gap": _SHARES,
        "nash_distance": _SHARES,
        "seat_advantage": _DIFFERENCES,
        "skill": _DIFFERENCES,
        "dead": _COUNTS,
    }
)
"""What can be claimed of games as a whole, and between which bounds it lies."""

OF_SEATS = MappingProxyType({"share": _SHARES, "mandate": _SHARES, "broken_word": _SHARES})
"""The same of one seat: `share.SEAT`."""

USED = "used"
"""`used.FEATURE`: the share of games in which something is used, such as `used.agree.potash.general`."""

Bound = Annotated[Decimal, Field(ge=-1000, le=1000, decimal_places=6), Unit("in units of the metric")]
Margin = Annotated[Decimal, Field(gt=0, le=1, decimal_places=6), Unit("in units of the metric")]
PolicyName = Annotated[str, Field(min_length=1, max_length=40)]


class Gate(Part):
    """A claim about what happens between computer seats. It changes nothing in play."""

    id: Id = Field(description="What reports call it.")
    metric: Line = Field(
        description="What is claimed something of: a name of docs/balance.md, such as `deal_rate`, "
        "`share.SEAT` or `used.event.storm`."
    )
    at_least: Bound | None = Field(None, description="It is at least so much.")
    at_most: Bound | None = Field(None, description="It is at most so much.")
    between: tuple[Bound, Bound] | None = Field(None, description="It lies between these two.")
    margin: Margin = Field(
        description="How far off it may be without being told from what is claimed: the smaller, the more "
        "games it takes. For `dead`: how rarely a thing is used that counts as never used."
    )
    policies: Annotated[tuple[PolicyName, ...], NOT_EMPTY] = Field(
        ("boulware", "linear", "conceder"),
        description="Who plays: every pair of these, each on both seats. For `skill` from weak to strong.",
    )
    severity: Literal["error", "warning"] = Field(
        "error", description="Whether a failure fails the file, or is only said."
    )
    why: Prose = Field(
        description="Why it should be so. If the case was lopsided, that is the place to say it."
    )

    @property
    def family(self) -> str:
        """The part of the metric's name before the first dot."""
        return self.metric.partition(".")[0]
