"""What all objects of a scenario file have in common.

A field that may be written in two ways (one thing or a list) is annotated with both for the reading layer and
holds the tidy one; its object has a property with the right type.
"""

from typing import cast

from pydantic import BaseModel, ConfigDict, Field

from game.content.schema.kinds import Basis, Prose


class Part(BaseModel):
    """An object of the file: nothing but the named keys may stand in it, and nothing changes afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Noted(Part):
    """An object that may carry a remark."""

    note: Prose | None = Field(
        None, description="A remark for whoever edits or reviews the file. Changes nothing in play."
    )


class Based(Noted):
    """An object whose numbers say where they come from."""

    basis: Basis = Field(
        description="`assumed`, or the id (or a list of ids) of the sources that the numbers here rest on."
    )

    @property
    def bases(self) -> tuple[str, ...]:
        """What the numbers rest on."""
        return cast("tuple[str, ...]", self.basis)


class Inside(Noted):
    """An object inside one that has a basis; it may have one of its own."""

    basis: Basis | None = Field(
        None, description="Where the numbers here rest on something else than those around them."
    )

    @property
    def bases(self) -> tuple[str, ...]:
        """What the numbers rest on; empty for what those around it rest on."""
        return cast("tuple[str, ...]", self.basis or ())
