"""Everyone with preferences: principals, ratifiers, third parties."""

from decimal import Decimal
from typing import Annotated, cast

from pydantic import Field, model_validator

from game.content.schema.conditions import Condition
from game.content.schema.curves import Curve
from game.content.schema.effects import Effect
from game.content.schema.kinds import (
    NOT_EMPTY,
    Chance,
    Cost,
    Id,
    Line,
    Mood,
    Prose,
    Share,
    SomeTurns,
    Turns,
    Unit,
    Value,
    Votes,
)
from game.content.schema.one_of_two import need_one_of_two
from game.content.schema.part import Based, Inside, Part
from game.foundation.texts import _

Aversion = Annotated[Decimal, Field(ge=1, le=4, decimal_places=3), Unit("factor")]
Power = Annotated[Decimal, Field(ge=0, le=1000, decimal_places=3), Unit("any unit")]
Place = Annotated[Decimal, Field(ge=0, le=100, decimal_places=3), Unit("from 0 to 100")]
Rounds = Annotated[int, Field(ge=0, le=10), Unit("rounds")]
Sensitivity = Annotated[Decimal, Field(gt=0, le=1, decimal_places=3), Unit("exponent")]


class LossAversion(Part):
    """What is worth less than at the opening counts for more than what is worth more."""

    factor: Aversion = Field(
        description="How many times as much as a gain of its size a loss counts; about 2.25 in experiments."
    )
    power: Sensitivity | None = Field(
        None,
        description="Gains and losses in utils to this power, so that more of the same counts less and less;"
        " about 0.88 in experiments, plain unless written.",
    )


class Selectorate(Part):
    """What the size of the group that keeps a leader in office does to what it wants."""

    coalition: Share = Field(
        description="The share of those with a say whom the leader needs; 0.5 changes nothing."
    )
    private: Annotated[tuple[Id, ...], NOT_EMPTY] = Field(
        description="What profits those few alone, by issue or count; it weighs more the fewer they are."
    )
    public: tuple[Id, ...] = Field(
        (), description="What reaches everybody, by issue or count; it weighs less the fewer they are."
    )


class Preference(Inside):
    """What an issue or a count is worth to an actor."""

    weight: Value = Field(description="What the most of it is worth, below 0 for a cost.")
    curve: Curve = Field(description="How it grows from nothing to the most.")
    loss_aversion: LossAversion | None = Field(
        None, description="How losses against the opening count here, whatever holds for the actor."
    )


class Synergy(Inside):
    """What several levels together are worth beyond their sum."""

    id: Id = Field(description="What explanations call it.")
    amount: Value = Field(description="What it is worth while all hold.")
    when: Annotated[dict[Id, Id], NOT_EMPTY, Field(max_length=3)] = Field(
        description="Issues of one owner and of the world, each with the least level it must have.",
    )
    why: Line = Field(description="The reason, as players read it.")


class Ratifier(Inside):
    """An actor whose yes an agreement may need."""

    votes: Votes = Field(description="How many votes it has.")
    veto: bool = Field(False, description="Whether nothing passes without it.")
    tolerance: Value = Field(description="How much worse off it may be and still vote yes.")
    mood: Mood = Field(0, description="Its mood at the start.")


class Member(Inside):
    """A say over a measure of allies: it eases only if all its members want that."""

    of: Id = Field(description="A world issue with a `vote`.")
    tolerance: Value = Field(
        description="How much worse off than at the opening it may be and still agree to ease."
    )
    mood: Mood = Field(0, description="Its mood at the start.")


class Patron(Inside):
    """It pays a seat each month for signing nothing more, once the world has become too bad for it."""

    of: Id = Field(description="The seat that it pays.")
    tolerance: Cost = Field(description="How much worse off than at the opening it lets itself be.")
    share: Share = Field(description="The share of what it loses beyond that which it pays a month.")
    most: Cost = Field(description="The most it pays a month.")
    rest: SomeTurns = Field(description="How long it makes no offer after the seat has signed all the same.")


class Mediator(Inside):
    """It stands between the seats in plans that name it."""

    when: Condition | None = Field(None, description="When it is ready to; always unless written.")


class Spoiler(Inside):
    """It acts against what is being carried out if that hurts it by more than acting costs."""

    text: Prose = Field(description="What is reported when it acts.")
    cost: Cost = Field(description="What acting costs it, in utils a month of what is to come.")
    chance: Chance = Field(Decimal(1), description="The chance in each turn in which it would act.")
    cooldown: Turns = Field(0, description="Turns from one deed to the next.")
    effects: Annotated[tuple[Effect, ...], NOT_EMPTY] = Field(description="What it does, in this order.")


class RedLine(Inside):
    """What an actor refuses whatever else a package holds: `above` or `below` a level."""

    issue: Id = Field(description="An issue of a seat; of the people issue its levels' numbers count.")
    above: Id | None = Field(None, description="It refuses a package that brings more than this level.")
    below: Id | None = Field(None, description="It refuses a package that leaves less than this level.")
    when: Condition | None = Field(None, description="Only while this holds; always unless written.")
    why: Line = Field(description="The reason, as players read it.")

    @property
    def level(self) -> str:
        """The level that is named."""
        return cast("str", self.above if self.above is not None else self.below)

    @model_validator(mode="after")
    def _one_of_two(self) -> "RedLine":
        right = _("Write above: LEVEL for the most, or below: LEVEL for the least.")
        need_one_of_two(self, "above", "below", right)
        return self


class GroupMember(Part):
    """Somebody with a say in what a group settles on."""

    id: Id = Field(description="What explanations call it.")
    title: Line = Field(description="What players read.")
    capability: Power = Field(description="What it can throw in, against that of the others.")
    position: Place = Field(description="What it would settle on: 0 the least concession, 100 the most.")
    salience: Share = Field(description="How much of what it has it throws in on this.")


class Group(Inside):
    """An actor that is a group: where its members come to stand moves how much it tolerates."""

    swing: Cost = Field(
        description="How much more it tolerates if they settle on 100, and how much less if on 0; at 50 the "
        "tolerance stays as it is written."
    )
    rounds: Rounds = Field(description="Rounds of challenges and concessions; 0 for the median as it stands.")
    members: Annotated[tuple[GroupMember, ...], Field(min_length=2, max_length=12)] = Field(
        description="Who they are."
    )


class Actor(Based):
    """A body or group with preferences."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    side: Id | None = Field(None, description="The seat it belongs to; nothing for third parties.")
    ratifier: Ratifier | None = Field(None, description="Its say in ratification, if any.")
    member: Member | None = Field(None, description="Its say over a measure of allies, if any.")
    group: Group | None = Field(
        None, description="Who its members are, if it is a group that has to settle on a line first."
    )
    patron: Patron | None = Field(None, description="What it pays a seat for refusing, if anything.")
    mediator: Mediator | None = Field(None, description="That it can stand between the seats, if it can.")
    spoiler: Spoiler | None = Field(None, description="What it does against agreements, if anything.")
    preferences: dict[Id, Preference] = Field(
        description="Issues (but not the people issue) and counts of people: freed, exiled, held, arrested."
    )
    loss_aversion: LossAversion | None = Field(
        None, description="How losses against the opening count to it, in all its preferences."
    )
    selectorate: Selectorate | None = Field(
        None, description="How few people keep it in office, and what serves them. It changes weights."
    )
    synergies: tuple[Synergy, ...] = Field((), description="What levels are worth together.")
    never: tuple[RedLine, ...] = Field(
        (), description="What it never agrees to, whatever the sum; of principals and ratifiers."
    )
