"""How far somebody has come in the lesson."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.match.table import Match
from game.ui.lesson.partner import LEARNER, new_lesson
from game.ui.playing import Playing
from game.ui.table.drafting import Draft


@dataclass
class Lesson:
    """How far somebody has come.

    Attributes:
        match: the game of the lesson; on no disk.
        step: the number of the thing to do now.
        draft: the draft before the last offer was sent, so that nothing has to be put together twice.
        told: how many happenings the learner has been told.
    """

    match: Match = field(default_factory=new_lesson)
    step: int = 0
    draft: Draft | None = None
    told: int = 0

    @property
    def playing(self) -> Playing:
        """The game as the table's panels take it."""
        return Playing(self.match, viewer=LEARNER, briefed=[True, True])
