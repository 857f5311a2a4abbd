"""How a lesson with the game may be divided. At least a third of it is the debrief.

Source: the third is assumed, decision 094; that a simulation without a debrief is worse than none: Kriz 2008,
    quoted by Crookall 2023.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.foundation.texts import _, marked

LESSONS = (45, 90)  # minutes


@dataclass(frozen=True)
class Step:
    """A part of a lesson.

    Args:
        minutes: how long, in the lesson of 45 and in that of 90 minutes.
        what: what the class does; one of `play` and `debrief` where it is that.
        how: what the teacher looks after.
    """

    minutes: tuple[int, int]
    what: str
    how: str
    part: str = ""


_STEPS = (
    Step(
        (3, 6),
        marked("Welcome and rules"),
        marked(
            "Read the content note aloud. Say the ground rules. Nobody has to play; a seat can "
            "be changed or left to the computer without a reason."
        ),
    ),
    Step(
        (2, 4),
        marked("Seats"),
        marked(
            "Two people or two groups at one computer, or each against the computer. Hand each seat its "
            "brief and nobody the other's."
        ),
    ),
    Step(
        (6, 10),
        marked("Brief"),
        marked(
            "Each seat reads its brief and writes down three things: what it must have, what "
            "it can give, when it would rather leave."
        ),
    ),
    Step(
        (18, 36),
        marked("Play"),
        marked(
            "Walk around, answer words and keys, not what to offer. The game can be paused at "
            "any moment (Ctrl+P)."
        ),
        "play",
    ),
    Step(
        (4, 8),
        marked("Out of role"),
        marked(
            "Everybody lays the brief face down and says one sentence as themselves: how they are, and "
            "what surprised them."
        ),
        "debrief",
    ),
    Step(
        (5, 11),
        marked("Debrief: what happened"),
        marked("Look at the debrief's pages together: the people first, then the votes, then the map."),
        "debrief",
    ),
    Step(
        (5, 10),
        marked("Debrief: the real case"),
        marked(
            "Compare with what really happened, and with what the sources do not agree on. Ask the "
            "questions below."
        ),
        "debrief",
    ),
    Step(
        (2, 5),
        marked("Close"),
        marked(
            "What did the model assume, whom did it leave out, what happened to people since? Say where "
            "somebody to talk to can be found."
        ),
        "debrief",
    ),
)


def steps(lesson: int) -> list[tuple[int, Step]]:
    """The parts of a lesson with their minutes.

    Args:
        lesson: one of LESSONS.
    """
    column = LESSONS.index(lesson)
    return [(step.minutes[column], step) for step in _STEPS]


def minutes(lesson: int, part: str) -> int:
    """How many minutes of a lesson are spent on a part."""
    return sum(took for took, step in steps(lesson) if step.part == part)


def pace(lesson: int, turns: int) -> str:
    """How long a turn may take, and what to do where that is too short."""
    seconds = 60 * minutes(lesson, "play") // turns
    said = _(
        "{lesson} minutes: {play} of play for {turns} turns, {pace} a turn; {debrief} of debrief."
    ).format(
        lesson=lesson,
        play=_minutes(minutes(lesson, "play")),
        turns=turns,
        pace=_long(seconds),
        debrief=_minutes(minutes(lesson, "debrief")),
    )
    if seconds < 90:
        said += " " + _(
            "That is short: play the first turns in class and leave the rest to the computer at "
            "both seats, or take a shorter scenario. Do not cut the debrief."
        )
    return said


def _minutes(number: int) -> str:
    return _("{n} minutes").format(n=number)


def _long(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return _("{m} min {s} s").format(m=whole, s=rest) if whole else _("{s} s").format(s=rest)
