"""Scenarios by name: those that came with the game, and files of one's own."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from pathlib import Path

from game.content.compiling.compile import compile_
from game.content.lexicon import Lexicon
from game.content.loading import load
from game.content.restricting import ban_named, left_of, names_without, without
from game.content.schema.scenario import Scenario
from game.foundation.errors import GameError
from game.foundation.places import scenarios_folder
from game.foundation.texts import _
from game.match.transcript import Heading
from game.narration.words import Words, words_of
from game.rules.tables import Tables

FLAGSHIP = "belarus-2025"


@dataclass(frozen=True)
class Opened:
    """A scenario ready to be played: as written, as compiled, its names, and its file.

    Args:
        ban: name of what may not be done in its games, as in `issue.potash`; empty for the whole scenario.
    """

    scenario: Scenario
    tables: Tables
    lexicon: Lexicon
    words: Words
    path: Path
    ban: str = ""


def shipped() -> list[Path]:
    """The scenario files that came with the game, by name."""
    return sorted(path for path in scenarios_folder().glob("*.yaml") if not path.name.endswith(".cases.yaml"))


def usual() -> str:
    """The scenario to begin with where none is named: the flagship, as long as it came with the game."""
    known = [path.stem for path in shipped()]
    return FLAGSHIP if FLAGSHIP in known else known[0]


def find(name: str) -> Path:
    """The file that a path or the id of a shipped scenario means.

    Raises:
        GameError: there is none; the message says what there is.
    """
    path = Path(name)
    if path.exists() or path.suffix in (".yaml", ".yml") or len(path.parts) != 1:
        return path  # what is wrong with it is said when it is read
    known = {file.stem: file for file in shipped()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 1)
    hint = _("Did you mean {name!r}?").format(name=near[0]) + " " if near else ""
    raise GameError(
        _("there is no scenario {name!r} and no file of that name. {hint}There are: {names}.").format(
            name=name[:80], hint=hint, names=", ".join(known)
        )
    )


def open_played(scenario: str) -> Opened:
    """The scenario that a transcript names by its id: one of those that came with the game.

    Raises:
        GameError: it is none of them, so its file has to be named.
    """
    known = {path.stem: path for path in shipped()}
    if scenario in known:
        return open_scenario(known[scenario])
    raise GameError(
        _(
            "this game was played on {scenario!r}, which did not come with the game; "
            "name its file: play FILE --load, replay --scenario FILE"
        ).format(scenario=scenario[:80])
    )


def open_for(heading: Heading, file: str | None = None) -> Opened:
    """The scenario of a transcript, without what could not be done in that game.

    Args:
        heading: of the transcript.
        file: the scenario's file; None for the one that came with the game.

    Raises:
        GameError: it did not come with the game, cannot be used, or has nothing of that name to leave out.
    """
    return restricted(open_scenario(file) if file else open_played(heading.scenario), heading.without)


def open_scenario(name: str | Path) -> Opened:
    """Read and compile a scenario, by its file or its id.

    Raises:
        GameError: it cannot be found or used.
    """
    path = name if isinstance(name, Path) else find(name)
    scenario = load(path)
    tables, lexicon = compile_(scenario)
    scenario.unplaced()  # what is played needs no lines of a file
    return Opened(scenario, tables, lexicon, words_of(scenario), path)


def restricted(opened: Opened, ban: str) -> Opened:
    """The same scenario without one possibility; the scenario itself where the name is empty.

    Args:
        ban: name of what may not be done, as in `issue.potash`.

    Raises:
        GameError: nothing of that name can be banned.
    """
    if not ban:
        return opened
    found = ban_named(opened.tables, opened.lexicon, ban)
    tables, words = without(opened.tables, found), opened.words
    if found.kind == "plan":
        words = replace(words, plans=left_of(words.plans, found))
    return replace(
        opened, tables=tables, lexicon=names_without(opened.lexicon, tables, found), words=words, ban=ban
    )
