"""`play`: from what was asked for to a table with two seats, in the window or in the terminal."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from game.cli.opening import display_trouble, how_to_play
from game.cli.terminal.session import Session
from game.cli.terminal.sources import Keyboard, MovesFile, Source
from game.cli.terminal.wrapping import item, paragraph
from game.foundation.errors import GameError, TranscriptError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.chairs import HISTORY
from game.match.library import Opened, find, open_for, open_scenario, shipped, usual
from game.match.replaying import resume
from game.match.saves import SUFFIX, Keeper, latest_unfinished, load, named_path, said_of
from game.match.seating import ALIASES, BOTH, new_game, seat_names, seat_number
from game.match.table import Match
from game.match.transcript import Transcript
from game.policies.registry import require

UNDECIDED = 3
INTERRUPTED = 130


@dataclass(frozen=True)
class Wishes:
    """What somebody asked for who wants to play."""

    file: str | None = None
    seat: str | None = None
    text: bool = False
    opponent: str = "boulware"
    seed: int | None = None
    moves: Path | None = None
    resume: bool = False
    saved: str | None = None


def play_game(wishes: Wishes) -> int:
    """Play a game.

    Returns: 0 for a finished game or one that was left, 3 if a file of moves ended before the game did.
    """
    if not wishes.text and wishes.moves is None:
        trouble = display_trouble()
        if not trouble:
            return _in_window(wishes)
        click.echo(_("{trouble} The game starts in the terminal instead.").format(trouble=trouble), err=True)
    source: Source = MovesFile(wishes.moves) if wishes.moves else Keyboard()
    match = _seated(wishes, source)
    try:
        over = Session(match, source).run()
    except KeyboardInterrupt:
        click.echo("\n" + _("Interrupted. {kept}").format(kept=_kept(match)), err=True)
        return INTERRUPTED
    if over:
        return 0
    if not source.typed:
        turn = match.moment.turn + 1
        click.echo(
            _("The moves end in turn {n}, before the game does. {kept}").format(n=turn, kept=_kept(match)),
            err=True,
        )
        return UNDECIDED
    click.echo(_kept(match))
    return 0


def _in_window(wishes: Wishes) -> int:
    from game.ui.app import run

    if wishes.saved is not None or wishes.resume:
        path, _transcript = _saved(wishes)
        return int(run(resume=path) or 0)
    if wishes.opponent != HISTORY:  # whether there is one is known once the scenario is
        require(wishes.opponent)
    return int(run(wishes.file, seat=wishes.seat, opponent=wishes.opponent, seed=wishes.seed) or 0)


def _seated(wishes: Wishes, source: Source) -> Match:
    if wishes.resume or wishes.saved is not None:
        path, transcript = _saved(wishes)
        opened = open_for(transcript.heading, wishes.file)
        with said_of(path):
            return resume(opened, transcript, Keeper(path))
    opened = open_scenario(_chosen_file(wishes.file, source))
    seat = _chosen_seat(opened, wishes.seat, source)
    return new_game(opened, seat, wishes.opponent, wishes.seed)


def _saved(wishes: Wishes) -> tuple[Path, Transcript]:
    """The saved game that is meant, by name, by file, or the last one."""
    if wishes.saved is not None:
        path = Path(wishes.saved)
        if not wishes.saved or not (path.exists() or path.suffix == SUFFIX):
            path = named_path(saves_folder(), wishes.saved)
        return path, load(path)
    scenario = open_scenario(wishes.file).scenario.id if wishes.file else None
    found = latest_unfinished(saves_folder(), scenario)
    if found is None:
        raise TranscriptError(
            _("there is no unfinished game to go on with in {folder}").format(folder=saves_folder())
        )
    return found, load(found)


def _chosen_file(file: str | None, source: Source) -> str:
    if file:
        return file
    if not source.typed or not sys.stdin.isatty():
        raise GameError(_("No scenario is named. {how}").format(how=how_to_play()))
    known = [path.stem for path in shipped()]
    click.echo(_("Scenarios: {names}").format(names=", ".join(known)))
    while True:
        answer = _answer(source, _("Which? Enter alone: {name}. ").format(name=usual())) or usual()
        try:
            find(answer)
        except GameError as fault:
            click.echo(paragraph(str(fault)))
            continue
        return answer


def _chosen_seat(opened: Opened, name: str | None, source: Source) -> int | None:
    """The seat that was asked for; None for both. Without a word the first, unless somebody can be asked."""
    if name is None and source.typed and sys.stdin.isatty():
        for seat in opened.words.seats:
            click.echo(item(f"{seat.id}: {seat.title}"))
        click.echo(item(_("{both}: two people at this screen").format(both=BOTH)))
        first = opened.words.seats[0].id
        question = _("Which seat is yours? Enter alone: {seat}. ").format(seat=first)
        while name not in seat_names(opened):
            name = _answer(source, question).lower() or first
    return seat_number(opened, name or ALIASES[0])


def _answer(source: Source, question: str) -> str:
    """What somebody answers. Raises Abort if nobody is there any more (Ctrl+D)."""
    line = source.next_line(question)
    if line is None:
        raise click.Abort
    return line.strip()


def _kept(match: Match) -> str:
    if match.unsaved:
        return match.unsaved
    path = str(match.keeper.path) if match.keeper else ""
    return _("Your game is saved; go on with: reprieve play --text --load {path}").format(
        path=f'"{path}"' if " " in path else path
    )
