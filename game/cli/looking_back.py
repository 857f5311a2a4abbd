"""`replay` and `trace`: games that were played, shown again and checked to the last bit."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.opening import display_trouble
from game.cli.terminal.debriefing import show_debrief
from game.cli.terminal.wrapping import heading, item
from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.library import Opened, open_for, open_scenario, restricted
from game.match.replaying import replayed, resume
from game.match.saves import load, said_of, save_as
from game.match.table import Match
from game.match.transcript import GAMES, Transcript, write
from game.narration.log import Narrator


def show_replay(path: Path, verify: bool, scenario: str | None) -> int:
    """Show a transcript turn by turn, with the debrief if the game is over; or only check it."""
    transcript = load(path)
    opened = open_for(transcript.heading, scenario)
    with said_of(path):
        course = replayed(opened, transcript)
    if verify:
        click.echo(_("{path}: {summary}").format(path=path, summary=_summary(transcript)))
        return 0
    if opened.ban:
        click.echo(_("Played without {ban}.").format(ban=opened.ban))
    # Who looks at a game that still goes on sees what everybody may know, and no more.
    narrator = Narrator(opened.words, opened.tables, debrief=transcript.over)
    for line in narrator.lines(course.happenings):
        click.echo(heading(line.text) if line.topic == "time" else item(line.text, "* "))
    if transcript.over:
        for text in show_debrief(opened, course):
            click.echo(text)
    else:
        click.echo(_summary(transcript))
    return 0


def show_replay_in_window(path: Path, scenario: str | None) -> int:
    """Open the replay page on a finished game. Nothing is written to its file."""
    transcript = load(path)
    opened = open_for(transcript.heading, scenario)
    if not transcript.over:
        raise GameError(
            _(
                "{path}: this game still goes on, and its replay would show what is secret. "
                "Play it to its end first: play --load {path}"
            ).format(path=path)
        )
    with said_of(path):
        match = resume(opened, transcript)
    if not match.course().plies:
        raise GameError(_("{path}: nobody made a move in this game: nothing to show.").format(path=path))
    trouble = display_trouble()
    if trouble:
        raise GameError(
            _("{trouble} Without one, 'replay {path}' shows the same in words.").format(
                trouble=trouble, path=path
            )
        )
    from game.ui.app import look_back

    return look_back(match)


def trace_game(
    file: str, seed: int, game: int, policies: tuple[str, str], out: Path | None, ban: str = ""
) -> int:
    """Play one game of a batch alone and write it down; without what is banned, if anything."""
    opened = restricted(open_scenario(file), ban)
    if game >= GAMES:
        raise GameError(
            _("--game {game}: the last game of a batch is {last}").format(game=game, last=GAMES - 1)
        )
    transcript = traced(opened, seed, game, policies)
    if out is None:
        click.echo(write(transcript), nl=False)
        return 0
    save_as(out, transcript)
    click.echo(_("{path}: {summary}").format(path=out, summary=_summary(transcript)))
    return 0


def traced(opened: Opened, seed: int, game: int, policies: tuple[str, str]) -> Transcript:
    """The transcript of one game of a batch."""
    match = Match(opened, policies, seed, game)
    match.advance()
    return match.transcript()


def _summary(transcript: Transcript) -> str:
    if transcript.over:
        return _("good: {moves} moves, ended, digest {digest}").format(
            moves=len(transcript.moves), digest=transcript.marks[-1].digest
        )
    return _("good: {moves} moves, not ended, digest {digest}").format(
        moves=len(transcript.moves), digest=transcript.marks[-1].digest
    )
