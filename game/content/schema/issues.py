"""What is negotiated, and what no seat owns."""

from typing import Literal

from pydantic import Field

from game.content.schema.conditions import Condition
from game.content.schema.kinds import Chance, Cost, Factor, Id, Line, PeopleOrAll, Share, SomeTurns, Turns
from game.content.schema.part import Based, Inside, Part


class Level(Inside):
    """One level of an issue; the first is that nothing is given."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    leverage: Share | None = Field(
        None,
        description="How much of its owner's leverage is given away at this level (each level in full, not "
        "on top of the one below).",
    )
    life: Share | None = Field(
        None,
        description="What a promise of it is worth to who receives it, given how long such an instrument "
        "lasts; 1 unless written.",
    )
    lasts: SomeTurns | None = Field(
        None, description="After so many turns in force it lapses; open-ended unless written."
    )
    arrests: Factor | None = Field(
        None, description="Factor on new arrests while it is in force; 1 unless written."
    )
    people: PeopleOrAll | None = Field(None, description="In the people issue: how many are freed.")
    exile: Share | None = Field(
        None, description="In the issue of terms: the share of those freed who must leave the country."
    )
    credit: Share | None = Field(
        None,
        description="In the verification issue: the share of its trust a release earns; 1 unless written.",
    )
    mismatch: Chance | None = Field(
        None,
        description="In the verification issue: the chance that lists differ and the step waits a turn.",
    )
    known: Share | None = Field(
        None,
        description="In the verification issue: the share of those freed whom a monitor finds on its own "
        "list; 1 unless written.",
    )
    unclear: Share | None = Field(
        None,
        description="In the verification issue: how far that share may be off, either way; 0 unless written.",
    )

    @property
    def number(self) -> int:
        """How many people are freed: 0 unless written, the most there can be for `all`."""
        return int(self.people or 0)


class Winddown(Part):
    """What stays for a while of a measure that was taken back."""

    turns: SomeTurns = Field(description="How long.")
    keep: Share = Field(description="The share of the value that stays so long.")


class Lag(Part):
    """One possible time between the announcement of a measure and its law."""

    months: Turns | None = Field(None, description="How long, where a turn is a month; 0 is at once.")
    turns: Turns | None = Field(None, description="How long, where a turn is half a day.")
    chance: Chance = Field(description="The chance of it; all chances of an issue sum to 1.")


class Issue(Based):
    """Something that one seat can give."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    owner: Id = Field(description="The seat that can deliver it.")
    kind: Literal["release", "relief", "assurance", "recognition", "linkage"] = Field(
        description="How it is grouped on screens and explained. Changes no number."
    )
    aspect: Literal["people", "terms", "verification"] | None = Field(
        None,
        description="`people`: its levels are numbers of people freed. `terms`: on what terms they are. "
        "`verification`: how it is checked who was. At most one issue of each.",
    )
    leverage: Share | None = Field(
        None, description="In the people issue: the share of the owner's leverage that lies in everyone held."
    )
    levels: tuple[Level, ...] = Field(min_length=2, max_length=20, description="From nothing to the most.")
    start: Id | None = Field(
        None, description="The level in force when the game opens; the first unless written."
    )
    revocable: bool = Field(False, description="Whether its owner can take it back.")
    winddown: Winddown | None = Field(
        None, description="What stays for a while when it is taken back or lapses."
    )
    lag: tuple[Lag, ...] = Field((), description="How long the law lags behind the announcement.")
    repeat: Share | None = Field(
        None, description="Each further use is worth this share of the one before; 1 unless written."
    )


class WorldLevel(Inside):
    """One level of a world issue."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    arrests: Factor | None = Field(None, description="Factor on new arrests at this level; 1 unless written.")
    accept: Chance | None = Field(
        None, description="Where people who must leave are received: the chance that they are taken in."
    )


class AlliedVote(Inside):
    """A measure of allies: it changes by one level in a vote of its members, and by nothing else."""

    when: Condition | None = Field(None, description="When they vote; every turn unless written.")
    mood_unit: Cost = Field(description="What one step of mood counts in a member's vote.")


class WorldIssue(Based):
    """What no seat owns; events and side moves change it."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    start: Id | None = Field(None, description="The level when the game opens; the first unless written.")
    reception: bool = Field(
        False, description="Whether people who must leave are received here; at most one."
    )
    vote: AlliedVote | None = Field(
        None,
        description="It belongs to allies: one level up if every member agrees, down if every one is worse "
        "off than it tolerates; the members are actors with `member`.",
    )
    levels: tuple[WorldLevel, ...] = Field(min_length=2, max_length=20, description="Its levels.")
