"""What a file of test cases may say."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.content.reading.faults import Complaint
from game.content.schema.conditions import Condition
from game.content.schema.kinds import NOT_EMPTY, Id, Line, Mood, People, TrustPoints, TurnName, Value
from game.content.schema.part import Noted, Part
from game.foundation.texts import _


class Given(Part):
    """How the game stands before the moves; everything unwritten is as the scenario opens it."""

    seed: Annotated[int, Field(ge=0, le=10**12)] = Field(
        1, description="Makes the same chance again; another seed is another game."
    )
    turn: TurnName | None = Field(
        None, description="The seats hold until this turn: its number from 1, or a date of the calendar."
    )
    types: dict[Id, Id] = Field(default_factory=dict, description="What seats really are, by seat.")
    floors: dict[Id, Value] = Field(
        default_factory=dict, description="The least gain each principal signs for, by seat."
    )
    trust: dict[Id, TrustPoints] = Field(
        default_factory=dict, description="How far seats trust the other, by seat."
    )
    mood: dict[Id, Mood] = Field(default_factory=dict, description="Moods of ratifiers, by actor.")
    levels: dict[Id, Id] = Field(
        default_factory=dict, description="Levels in force, by issue; of the world and of seats."
    )
    held: People | None = Field(None, description="How many are held.")


class WorthAsked(Part):
    """What a package is worth to an actor, as `explain` says it."""

    actor: Id = Field(description="Whose view: an actor's id.")
    package: Annotated[dict[Id, Id], NOT_EMPTY] = Field(
        description="Issues with their levels; the first level for all others."
    )
    plan: Id | None = Field(None, description="The plan; the first of the file unless written.")
    type: Id | None = Field(None, description="A principal's type; the average of all unless written.")
    at_least: Value | None = Field(None, description="It is worth at least so much.")
    at_most: Value | None = Field(None, description="It is worth at most so much.")

    @model_validator(mode="after")
    def _bounded(self) -> "WorthAsked":
        if self.at_least is None and self.at_most is None:
            raise Complaint(_("needs 'at_least' or 'at_most'"), _("Write one or both of them."))
        return self


class RefusedMove(Part):
    """A move that must not be allowed."""

    move: Line = Field(description="The move as it is typed, after its seat: `envoy: accept`.")
    because: Line | None = Field(
        None, description="Words that the reason must hold; needed where the scenario forbids a combination."
    )


class Holds(Part):
    """Something that must be so after the moves."""

    holds: Condition = Field(description="A condition, as in the scenario: counts, levels, trust, turns.")


class LegalNow(Part):
    """A move that must be allowed after the moves."""

    legal: Line = Field(description="The move as it is typed, after its seat: `envoy: accept`.")


class RefusedNow(Part):
    """A move that must be refused after the moves."""

    refused: RefusedMove = Field(description="The move, and why.")


class Votes(Part):
    """How the last ratification went, by side."""

    votes: Annotated[dict[Id, Literal["ratified", "refused"]], NOT_EMPTY] = Field(
        description="How each side decided in the last ratification."
    )


class Ballots(Part):
    """How single ratifiers voted last."""

    ballots: Annotated[dict[Id, Literal["yes", "no"]], NOT_EMPTY] = Field(
        description="How each ratifier voted in the last ratification."
    )


class Worth(Part):
    """What a package is worth after the moves."""

    value: WorthAsked = Field(description="Whose value of which package, and its bounds.")


class Ends(Part):
    """How the game has ended."""

    ends: Id = Field(description="The ending, `last_turn`, or `goes_on`.")


Expectation = Holds | LegalNow | RefusedNow | Votes | Ballots | Worth | Ends


class TestCase(Noted):
    """One case: a state, moves, and what must be so then."""

    __test__ = False  # no test of pytest's

    name: Line = Field(description="What the report calls it.")
    given: Given | None = Field(None, description="How the game stands before the moves.")
    do: tuple[Line, ...] = Field(
        (), max_length=400, description="Moves, each after its seat: `envoy: offer people=ten plan=together`."
    )
    expect: Annotated[tuple[Expectation, ...], NOT_EMPTY] = Field(description="What must be so then.")


class CaseFile(Noted):
    """A file of test cases, which stands beside a scenario as NAME.cases.yaml."""

    format: Literal[1] = Field(description="The version of this format.")
    scenario: Line = Field(description="The scenario's file, in the same folder.")
    cases: Annotated[tuple[TestCase, ...], NOT_EMPTY] = Field(description="The cases.")
