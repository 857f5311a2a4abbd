"""A scenario file as a whole."""

from datetime import date
from typing import Literal

from pydantic import Field, PrivateAttr

from game.content.reading.places import Positions
from game.content.schema.actors import Actor
from game.content.schema.allow import Allow
from game.content.schema.arrests import Arrests
from game.content.schema.balance import Gate
from game.content.schema.calendar import Calendar
from game.content.schema.events import Ending, Event
from game.content.schema.history import HistoryStep
from game.content.schema.issues import Issue, WorldIssue
from game.content.schema.kinds import FileId, Line, Lines, Prose, SourceId
from game.content.schema.moves import Move
from game.content.schema.part import Noted
from game.content.schema.plans import Forbid, Plan
from game.content.schema.seats import Seat
from game.content.schema.sources import Held, Source
from game.content.schema.trust import Trust


class Scenario(Noted):
    """Everything a scenario file says, with numbers as they were written."""

    format: Literal[1] = Field(description="The version of this format.")
    extends: Line | None = Field(
        None,
        description="A scenario file in the same folder; this one then says only what differs. Maps are "
        "joined "
        "key by key and lists by `id`; other lists are replaced, and `drop: true` takes something out.",
    )
    id: FileId = Field(description="A name for files and transcripts: small letters, digits and -.")
    title: Line = Field(description="What players read.")
    summary: Prose = Field(description="Two or three sentences for the list of scenarios.")
    fiction: Prose | None = Field(
        None,
        description="For an invented case: what to say of it. A scenario without it is taken to be real.",
    )
    as_of: date = Field(description="The day up to which the facts were followed.")
    contact: Line = Field(description="Where corrections are asked for.")
    content_note: Prose = Field(description="What players are told before they begin.")
    sources: dict[SourceId, Source] = Field(description="Where facts come from, by id.")
    calendar: Calendar = Field(description="Turns, plies and how much each turn counts.")
    trust: Trust = Field(description="How trust moves.")
    seats: tuple[Seat, ...] = Field(min_length=2, max_length=2, description="The two chairs at the table.")
    people: Held | None = Field(None, description="Who is held at the start; needed with a people issue.")
    issues: tuple[Issue, ...] = Field(min_length=1, max_length=40, description="What is negotiated.")
    world: tuple[WorldIssue, ...] = Field((), max_length=40, description="What no seat owns.")
    actors: tuple[Actor, ...] = Field(min_length=2, max_length=40, description="Everyone with preferences.")
    forbid: tuple[Forbid, ...] = Field((), description="What cannot be offered together.")
    plans: tuple[Plan, ...] = Field(
        min_length=1, max_length=16, description="Orders in which agreements are carried out."
    )
    moves: tuple[Move, ...] = Field((), max_length=60, description="Side moves.")
    arrests: Arrests | None = Field(
        None, description="New arrests and sentences served; without it there are none."
    )
    events: tuple[Event, ...] = Field((), max_length=120, description="What happens without the seats.")
    endings: tuple[Ending, ...] = Field((), max_length=40, description="Ways to end before the last turn.")
    fact_box: Prose = Field(description="Facts out of role: who counts, by what test, and who disputes it.")
    left_out: Lines = Field(description="What the model leaves out.")
    debrief: Lines = Field(description="Questions for the debrief.")
    goals: Lines = Field((), description="What a class can learn from it, on the card of whoever leads.")
    reading: Lines = Field((), description="What to read before or after it, on the sheet of facts.")
    history: tuple[HistoryStep, ...] = Field(
        (), description="What really happened; none for an invented case."
    )
    balance: tuple[Gate, ...] = Field(
        (),
        max_length=60,
        description="What games between computer seats must show: gates. See docs/balance.md.",
    )

    allow: tuple[Allow, ...] = Field(
        (), description="What `check` warns of and the author means to keep. Changes nothing in play."
    )

    _positions: Positions | None = PrivateAttr(None)

    @property
    def positions(self) -> Positions | None:
        """Where everything stands in the file; nothing for a scenario that was not read from one."""
        return self._positions

    def unplaced(self) -> "Scenario":
        """The same scenario without its file's tree, which takes most of its memory."""
        self._positions = None
        return self

    def placed(self, positions: Positions) -> "Scenario":
        """The same scenario, which now knows where everything stands in its file."""
        self._positions = positions
        return self
