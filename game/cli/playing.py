"""`play`: from what was asked for to a table with two seats, in the window or in the terminal."""

from __future__ import annotations

import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from game.cli.terminal.session import Session
from game.cli.terminal.sources import Keyboard, MovesFile, Source
from game.foundation.errors import GameError, TranscriptError
from game.foundation.places import saves_folder
from game.foundation.texts import _
from game.match.library import Opened, find, open_scenario, shipped
from game.match.replaying import resume
from game.match.saves import SUFFIX, Keeper, latest_unfinished, load, named_path, new_path
from game.match.table import PERSON, Match
from game.match.transcript import Transcript

UNDECIDED = 3
INTERRUPTED = 130
ALIASES = ("envoy", "government")
BOTH = "both"


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
        from game.cli.opening import display_trouble

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


def seat_of(opened: Opened, name: str) -> int:
    """The number of a seat by its id, or by `envoy` for the first and `government` for the second.

    Raises:
        GameError: there is no such seat.
    """
    ids = opened.lexicon.seats.ids
    if name in ids:
        return ids.index(name)
    if name in ALIASES:
        return ALIASES.index(name)
    raise GameError(
        _("there is no seat {name!r}. Possible: {ids}.").format(
            name=name[:40], ids=", ".join((*ids, *ALIASES, BOTH))
        )
    )


def _in_window(wishes: Wishes) -> int:
    from game.ui.app import run

    if wishes.saved or wishes.resume:
        path, _transcript = _saved(wishes)
        return int(run(resume=path) or 0)
    return int(run(wishes.file, seat=wishes.seat, opponent=wishes.opponent, seed=wishes.seed) or 0)


def _seated(wishes: Wishes, source: Source) -> Match:
    if wishes.resume or wishes.saved:
        path, transcript = _saved(wishes)
        opened = open_scenario(wishes.file or transcript.heading.scenario)
        return resume(opened, transcript, Keeper(path))
    opened = open_scenario(_chosen_file(wishes.file, source))
    seat = _chosen_seat(opened, wishes.seat, source)
    players = (
        (PERSON, PERSON) if seat is None else (wishes.opponent, PERSON) if seat else (PERSON, wishes.opponent)
    )
    seed = secrets.randbits(32) if wishes.seed is None else wishes.seed
    keeper = Keeper(new_path(saves_folder(), opened.scenario.id))
    return Match(opened, players, seed, keeper=keeper)


def _saved(wishes: Wishes) -> tuple[Path, Transcript]:
    """The saved game that is meant, by name, by file, or the last one."""
    if wishes.saved:
        path = Path(wishes.saved)
        path = path if path.exists() or path.suffix == SUFFIX else named_path(saves_folder(), wishes.saved)
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
    known = [path.stem for path in shipped()]
    if not source.typed or not sys.stdin.isatty():
        raise GameError(_("say which scenario: {names}").format(names=", ".join(known)))
    click.echo(_("Scenarios: {names}").format(names=", ".join(known)))
    while True:
        answer = (source.next_line(_("Which? ")) or "").strip()
        try:
            find(answer or known[0])
        except GameError as fault:
            click.echo(str(fault))
            continue
        return answer or known[0]


def _chosen_seat(opened: Opened, name: str | None, source: Source) -> int | None:
    """The seat that was asked for; None for both. Without a word the first, unless somebody can be asked."""
    while name is None:
        if not source.typed or not sys.stdin.isatty():
            return 0
        for seat, alias in zip(opened.words.seats, ALIASES, strict=True):
            click.echo(f"  {seat.id} ({alias}): {seat.title}")
        answer = (source.next_line(_("Which seat is yours? ")) or ALIASES[0]).strip()
        if answer in (*opened.lexicon.seats.ids, *ALIASES, BOTH):
            name = answer
    return None if name == BOTH else seat_of(opened, name)


def _kept(match: Match) -> str:
    if match.unsaved:
        return match.unsaved
    path = match.keeper.path if match.keeper else ""
    return _("Your game is saved; go on with: reprieve play --text --load {path}").format(path=path)
