"""A game that is over, with all there is to tell of it."""

from __future__ import annotations

from game.content.compiling.history import compile_history
from game.foundation.texts import _
from game.match.library import Opened
from game.match.table import PERSON
from game.match.transcript import Transcript
from game.narration.course import Course
from game.narration.debrief import Finished, debrief


def finished(opened: Opened, course: Course) -> Finished:
    """What the debrief, its page and its table are made of. Secrets included: only after the game."""
    told = debrief(opened.tables, course)
    # Where something was banned, what really happened could not have been done and is not set beside it.
    deeds = () if opened.ban else compile_history(opened.scenario, opened.lexicon).deeds
    return Finished(opened.scenario, opened.tables, opened.words, course, told, deeds)


def about(transcript: Transcript) -> str:
    """Which game it was, in a few words."""
    heading = transcript.heading
    players = [
        _("a person") if player == PERSON else _("the computer ({policy})").format(policy=player)
        for player in heading.players
    ]
    return _("Number of the game: {seed}. Played by {first} and {second}; {moves} moves.").format(
        seed=heading.seed, first=players[0], second=players[1], moves=len(transcript.moves)
    )
