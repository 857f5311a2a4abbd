"""In what order an agreement is carried out, and which packages cannot be offered."""

from typing import Annotated, cast

from pydantic import ConfigDict, Field, RootModel, ValidationError, model_validator

from game.content.reading.constraint_words import constraint_fault
from game.content.reading.faults import Complaint
from game.content.reading.limits import shortened
from game.content.reading.shapes import Leaf, fields_of
from game.content.schema.kinds import NOT_EMPTY, Id, Ids, Line, Share, Turns, Unit
from game.content.schema.part import Based, Noted, Part
from game.foundation.texts import _

Steps = Annotated[int, Field(ge=1, le=12), Unit("steps")]


class PlanSide(Part):
    """What a plan means for one seat."""

    steps: Steps = Field(description="In how many steps it delivers, one a turn.")
    delay: Turns = Field(description="Turns before its first step.")
    exposure: Share = Field(description="The share of what it gives that lies open before it has received.")
    keep: Share = Field(description="The share of what it receives that it keeps under this plan.")


class PlanHead(Based):
    """What a plan has besides the two seats."""

    id: Id = Field(description="What the rest of the file calls it.")
    title: Line = Field(description="What players read.")
    mediator: Id | None = Field(
        None, description="An actor with `mediator`; the plan can be offered only while it is ready."
    )
    escrow: bool = Field(
        False,
        description="The mediator holds both halves: what is due in a turn is carried out together or not at "
        "all. Steps and delays are then the same for both seats.",
    )


class Plan(RootModel[dict[str, PlanSide | str | tuple[str, ...]]]):
    """A sequence: `id`, `title`, `basis`, and one key for each seat, named by the seat's id."""

    model_config = ConfigDict(frozen=True)

    @property
    def head(self) -> PlanHead:
        """Its id, title, basis and note."""
        return PlanHead.model_validate(
            {key: value for key, value in self.root.items() if not isinstance(value, PlanSide)}
        )

    @property
    def id(self) -> str:
        """What the rest of the file calls it."""
        return cast("str", self.root["id"])

    @property
    def title(self) -> str:
        """What players read."""
        return cast("str", self.root["title"])

    @property
    def mediator(self) -> str | None:
        """The actor it needs, if any."""
        return self.head.mediator

    @property
    def escrow(self) -> bool:
        """Whether the mediator holds both halves."""
        return self.head.escrow

    @property
    def bases(self) -> tuple[str, ...]:
        """What its numbers rest on."""
        return self.head.bases

    @property
    def sides(self) -> dict[str, PlanSide]:
        """What it means for each seat, by the seat's id."""
        return {key: value for key, value in self.root.items() if isinstance(value, PlanSide)}

    @model_validator(mode="after")
    def _head_is_whole(self) -> "Plan":
        try:
            _head = self.head
        except ValidationError as error:
            raise _complaint(error) from None
        return self


def _complaint(error: ValidationError) -> Complaint:
    """The first fault of a plan's head, as the plan's own."""
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0])
    inner = first.get("ctx", {}).get("error")
    if isinstance(inner, Complaint):
        return Complaint(inner.fault.message, inner.fault.hint, inner.fault.code, (key, *inner.path))
    if first["type"] == "missing":
        return Complaint(_("the key '{key}' is missing").format(key=key), code="missing-key")
    if first["type"] == "extra_forbidden":
        return Complaint(
            _("'{key}' must be a map with steps, delay, exposure and keep").format(key=key),
            _("Besides id, title, basis and note, a plan has one key for each seat."),
            "unknown-key",
            (key,),
        )
    field = fields_of(PlanHead)[key]
    leaf = next(
        (one for one in (field.shape, *getattr(field.shape, "leaves", ())) if isinstance(one, Leaf)), None
    )
    fault = constraint_fault(dict(first), None, leaf)
    got = _(" (got {value})").format(value=shortened(str(first["input"])))
    return Complaint(fault.message + got, fault.hint, fault.code, (key,))


class Forbid(Noted):
    """Levels of one owner's issues that cannot be offered together. The world may still come to them."""

    when: Annotated[dict[Id, Ids], NOT_EMPTY] = Field(
        description="Issues of one owner, each with exactly the level (or a list of levels) that is meant.",
    )
    why: Line = Field(description="The reason, as players read it.")

    @property
    def levels(self) -> dict[str, tuple[str, ...]]:
        """The levels of each issue that are meant."""
        return cast("dict[str, tuple[str, ...]]", self.when)
