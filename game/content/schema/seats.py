"""The two chairs at the table."""

from pydantic import Field

from game.content.schema.conditions import Condition
from game.content.schema.kinds import Chance, Cost, Factor, Id, Line, Lines, Prose, TrustPoints, Value, Votes
from game.content.schema.part import Based, Inside, Noted, Part


class Floor(Part):
    """The least gain a principal signs for, drawn evenly for each game."""

    low: Value = Field(description="The lowest it may be.")
    high: Value = Field(description="The highest it may be.")


class Shock(Part):
    """What it may cost a seat, beyond the expected, to honour a step."""

    chance: Chance = Field(description="The chance of it in a turn; the rest to 1 is no shock.")
    cost: Cost = Field(description="What it costs, once.")


class Hindrance(Inside):
    """What may keep a seat from honouring a step although it wants to."""

    when: Condition | None = Field(None, description="Only while this holds; always unless written.")
    chance: Chance = Field(description="The chance of it, each time it honours; its step then waits a turn.")


class SeatType(Inside):
    """What a seat may really be like; only the seat itself knows which it is."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    prior: Chance = Field(description="How likely it is before anything is known; those of a seat sum to 1.")
    costs: Factor = Field(description="Factor on everything that is worth less than nothing to it.")
    gains: Factor = Field(description="Factor on everything that is worth more than nothing to it.")
    issues: dict[Id, Factor] = Field(
        default_factory=dict,
        description="Further factors for single issues or counts (freed, exiled, held, arrested).",
    )


class Outside(Inside):
    """What a seat has each month as long as there is no agreement."""

    amount: Value = Field(description="What it is worth.")
    when: Condition | None = Field(None, description="Only while this holds; always unless written.")


class MandateItem(Noted):
    """Something the seat was sent to reach; the debrief says whether it did."""

    text: Line = Field(description="What players read.")
    when: Condition = Field(description="When it is reached.")


class Brief(Part):
    """What a player of the seat is told, in that side's own terms."""

    want: Lines = Field(description="What it wants.")
    must_not: Lines = Field(description="What it must not do.")
    can_give: Lines = Field(description="What it can give.")
    story: Prose | None = Field(None, description="How the matter looks from this chair.")


class Seat(Based):
    """An office that is played."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="The office, as players read it.")
    principal: Id = Field(description="The actor whose values the seat serves.")
    trust: TrustPoints = Field(description="How far it trusts the other at the start.")
    exposure: Cost = Field(description="How much it minds giving before it receives.")
    floor: Floor = Field(description="The least gain its principal signs for.")
    mood_unit: Cost = Field(description="What one step of mood counts in a ratifier's vote.")
    quorum: Votes = Field(description="Votes needed besides the principal's own.")
    shocks: tuple[Shock, ...] = Field((), description="Costs of honouring that nobody foresaw.")
    hindered: tuple[Hindrance, ...] = Field(
        (), description="What may keep it from honouring; of several the first whose condition holds."
    )
    types: tuple[SeatType, ...] = Field(
        min_length=1, max_length=12, description="What it may really be like; at least three."
    )
    outside: tuple[Outside, ...] = Field((), description="What it has without an agreement.")
    mandate: tuple[MandateItem, ...] = Field((), description="What it was sent to reach.")
    brief: Brief = Field(description="What its player is told.")
