"""Scenarios by name: those that came with the game, and files of one's own."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from game.content.compiling.compile import compile_
from game.content.lexicon import Lexicon
from game.content.loading import load
from game.content.schema.scenario import Scenario
from game.foundation.errors import GameError
from game.foundation.places import scenarios_folder
from game.foundation.texts import _
from game.narration.words import Words, words_of
from game.rules.tables import Tables

FLAGSHIP = "belarus-2025"


@dataclass(frozen=True)
class Opened:
    """A scenario ready to be played: as written, as compiled, its names, and its file."""

    scenario: Scenario
    tables: Tables
    lexicon: Lexicon
    words: Words
    path: Path


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
