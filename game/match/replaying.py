"""Transcripts played again: to go on with, to look at, and to check to the last bit."""

from __future__ import annotations

from collections.abc import Iterator

from game.foundation.draws import game_keys
from game.foundation.errors import (
    GameError,
    IllegalAction,
    ReplayDiverged,
    TranscriptError,
    UnreadableAction,
    WrongScenario,
)
from game.foundation.texts import _
from game.match.digests import game_digest
from game.match.library import Opened
from game.match.notation import read_action
from game.match.saves import Keeper
from game.match.table import Match
from game.match.transcript import Mark, Move, Seated, Transcript
from game.narration.course import Course, Ply
from game.rules.happenings import Happening
from game.rules.play import apply, start
from game.rules.state import Phase, State


def replay(opened: Opened, transcript: Transcript) -> Iterator[State]:
    """The states a transcript passes through: the opening, then one after each move.

    Raises:
        WrongScenario: it was played with other content.
        TranscriptError: other rules, or a move that does not fit.
        ReplayDiverged: a state is not the one that was written down.
    """
    for course in _courses(opened, transcript):
        yield course.final


def replayed(opened: Opened, transcript: Transcript) -> Course:
    """The whole course of a transcript, without the reasons of computer seats. Raises as `replay`."""
    *_earlier, course = _courses(opened, transcript)
    return course


def _courses(opened: Opened, transcript: Transcript) -> Iterator[Course]:
    """The course up to each move."""
    check(opened, transcript)
    news: list[Happening] = []
    opening = start(opened.tables, game_keys(transcript.heading.seed, [transcript.heading.game]), news)
    course = Course(opening, tuple(news), ())
    yield course
    for entry in transcript.entries:
        if isinstance(entry, Mark):
            _compare(entry, course.final)
            continue
        if isinstance(entry, Seated):  # who makes a move is nothing to the rules
            continue
        course = Course(opening, course.news, (*course.plies, _ply(opened, entry, course.final)))
        yield course


def _ply(opened: Opened, move: Move, state: State) -> Ply:
    clock = state.clock
    if (move.turn, move.slot, move.seat) != (clock.turn, clock.slot, clock.seat) or clock.phase is Phase.OVER:
        raise _misfit(move, _("the game stands elsewhere"))
    happened: list[Happening] = []
    try:
        action = read_action(opened.lexicon, opened.tables, move.seat, move.do)
        after = apply(opened.tables, state, action, happened)
    except GameError as fault:
        raise _misfit(move, _why(fault)) from None
    return Ply(move.seat, action, state, after, tuple(happened))


def resume(opened: Opened, transcript: Transcript, keeper: Keeper | None = None) -> Match:
    """A match that goes on where a transcript ends; the file is not written before the next move.

    Raises: as `replay`.
    """
    check(opened, transcript)
    heading = transcript.heading
    match = Match(opened, heading.players, heading.seed, heading.game)
    for entry in transcript.entries:
        if isinstance(entry, Seated):
            _seat_again(match, entry)
        elif isinstance(entry, Move):
            _move_again(match, entry)
    for expected, found in zip(transcript.marks, match.transcript().marks, strict=False):
        if expected != found:
            turn = match.moment.turn if expected.turn < 0 else max(expected.turn, found.turn)
            raise ReplayDiverged(turn + 1, expected.digest, found.digest)
    match.keeper = keeper
    return match


def _move_again(match: Match, move: Move) -> None:
    opened = match.opened
    try:
        match.repeat(move, read_action(opened.lexicon, opened.tables, move.seat, move.do))
    except TranscriptError:
        raise
    except GameError as fault:
        raise _misfit(move, _why(fault)) from None


def _seat_again(match: Match, seated: Seated) -> None:
    if (seated.turn, seated.slot) != match.moment:
        raise TranscriptError(
            _(
                "the change of seat in turn {turn}, slot {slot} does not fit: the game stands elsewhere"
            ).format(turn=seated.turn + 1, slot=seated.slot + 1)
        )
    try:
        match.change_seat(seated.seat, seated.player)
    except GameError as fault:
        raise TranscriptError(str(fault)) from None


def check(opened: Opened, transcript: Transcript) -> None:
    """Refuse a transcript of another scenario, of other content, or of other rules.

    Raises:
        WrongScenario, TranscriptError: with what was expected and what was found.
    """
    heading, tables = transcript.heading, opened.tables
    if heading.scenario != opened.scenario.id:
        raise WrongScenario(heading.scenario, opened.scenario.id)
    if heading.rules != tables.rules_version:
        raise TranscriptError(
            _("this transcript was played with rules {found}; this program has rules {here}").format(
                found=heading.rules, here=tables.rules_version
            )
        )
    if heading.scenario_digest != tables.digest:
        raise WrongScenario(
            f"{heading.scenario} {heading.scenario_digest[:16]}",
            _("{scenario} {digest}, which has changed since").format(
                scenario=opened.scenario.id, digest=tables.digest[:16]
            ),
        )
    if heading.without != opened.ban:
        raise TranscriptError(
            _("this transcript was played without {found}; here nothing but {here} is left out").format(
                found=heading.without or _("nothing"), here=opened.ban or _("nothing")
            )
        )
    seats = opened.lexicon.seats.ids
    if heading.seats != seats:
        raise TranscriptError(
            _("this transcript has the seats {found}; the scenario has {here}").format(
                found=", ".join(heading.seats), here=", ".join(seats)
            )
        )


def _compare(mark: Mark, state: State) -> None:
    found = game_digest(state)
    if mark.digest != found or (mark.turn >= 0 and mark.turn != state.clock.turn):
        raise ReplayDiverged(state.clock.turn + 1, mark.digest, found)


def _misfit(move: Move, reason: str) -> TranscriptError:
    return TranscriptError(
        _("the move of turn {turn}, slot {slot} does not fit: {move}: {reason}").format(
            turn=move.turn + 1, slot=move.slot + 1, move=repr(move.do[:80]), reason=reason
        )
    )


def _why(fault: GameError) -> str:
    """What is wrong with a move, without the move, which is named already."""
    if isinstance(fault, IllegalAction):
        return fault.reason
    return fault.hint if isinstance(fault, UnreadableAction) and fault.hint else str(fault)
