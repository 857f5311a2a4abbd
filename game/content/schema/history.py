"""What really happened, as actions of the game: played by the scripted policy and shown in the debrief."""

import datetime as dt
from typing import Literal, cast

from pydantic import Field

from game.content.schema.kinds import Basis, Id, Line, Prose, SomePeople, TurnName
from game.content.schema.part import Noted

Deed = Literal[
    "offer",
    "accept",
    "hold",
    "gesture",
    "walk_out",
    "break_off",
    "honour",
    "delay",
    "breach",
    "let_pass",
    "snap_back",
]


class HistoryStep(Noted):
    """One act of one seat. Steps stand in the order in which they happened."""

    turn: TurnName = Field(description="The turn: its number from 1, or a date of the calendar.")
    date: dt.date | None = Field(None, description="The day, where known.")
    seat: Id = Field(description="Who acts.")
    do: Deed = Field(
        description="`offer` needs `package` and `plan`; `gesture` is the side move in `move` and nothing "
        "else; `honour`, `delay`, `breach`, `let_pass` and `snap_back` are decisions on what is owed. A seat "
        "holds, honours and lets pass wherever no step says otherwise."
    )
    package: dict[Id, Id] = Field(
        default_factory=dict,
        description="For `offer`: issues with their levels; the first level for all others.",
    )
    plan: Id | None = Field(None, description="For `offer`: the plan.")
    people: SomePeople | None = Field(
        None, description="For `offer`: the number of people, where it is not the level's own."
    )
    move: Id | None = Field(None, description="A side move made in the same ply.")
    amount: Line | None = Field(None, description="With `move`: how many people, or the level vowed.")
    draws: dict[str, str] = Field(
        default_factory=dict, description="What chance brought in this turn; see below."
    )
    votes: dict[Id, Literal["ratified", "refused"]] = Field(
        default_factory=dict,
        description="How ratification went on a side in this turn, whatever the model says.",
    )
    source: Basis | None = Field(None, description="The source or sources that report it.")
    text: Prose = Field(description="What happened, as the debrief tells it.")

    @property
    def sources(self) -> tuple[str, ...]:
        """Where it is reported."""
        return cast("tuple[str, ...]", self.source or ())
