"""One look at a scenario file: its findings and, where it can be played, what it is like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from game.analysis.episodes import simulate
from game.analysis.portrait import GAMES, POLICY, SEED, Blocker, at_the_opening, average, blockers
from game.analysis.summary import summary
from game.content.compiling.compile import compile_
from game.content.reading.memory import Memory
from game.content.schema.scenario import Scenario
from game.foundation.errors import ScenarioError
from game.foundation.findings import Finding
from game.linting.run import lint_file
from game.match.library import Opened
from game.narration.explain import explain_package
from game.narration.quality import Opening
from game.narration.words import words_of
from game.rules.tables import NONE


@dataclass(frozen=True)
class View:
    """How an actor sees the fair package.

    Args:
        actor: its number.
        amount: micro-utils a month.
        side: its seat, -1 for third parties.
        blocks: whether it alone stands in the way of a package that both principals would sign.
    """

    actor: int
    amount: int
    side: int
    blocks: bool


@dataclass(frozen=True)
class Good:
    """A version of the file that can be played.

    Args:
        opened: the scenario.
        at: what there is to agree on at the opening.
        fair: number of the Nash package on the frontier; None if no package is good for both.
        views: what that package is worth to every actor.
    """

    opened: Opened
    at: Opening
    fair: int | None
    views: tuple[View, ...]


@dataclass(frozen=True)
class Look:
    """What was found.

    Args:
        findings: in the order of the file.
        good: None if the file has errors.
    """

    findings: tuple[Finding, ...]
    good: Good | None


def look(path: Path, today: date, memory: Memory | None = None) -> Look:
    """Read the file anew. Nothing that stands in it, or that it is not there, is an exception.

    Args:
        path: the file.
        today: the day, for questions of age.
        memory: what was read before, so that only what changed takes time.
    """
    try:
        checked = lint_file(path, today, memory)
    except ScenarioError as fault:
        return Look(fault.findings, None)
    usable = checked.scenario is not None and checked.sound
    return Look(checked.findings, _good(checked.scenario, path) if usable and checked.scenario else None)


def _good(scenario: Scenario, path: Path) -> Good:
    tables, lexicon = compile_(scenario)
    opened = Opened(scenario, tables, lexicon, words_of(scenario), path)
    at = at_the_opening(tables)
    fair = at.found.points.get("nash")
    in_the_way = {one.actor for one in blockers(tables, at.found) if _stops(one)}
    views = () if fair is None else tuple(_views(opened, at, fair, in_the_way))
    return Good(opened, at, fair, views)


def _stops(one: Blocker) -> bool:
    return one.alone > 0 or one.refuses > 0


def _views(opened: Opened, at: Opening, fair: int, in_the_way: set[int]) -> list[View]:
    tables, state = opened.tables, average(opened.tables)
    offer = at.found.frontier.at(fair)
    found = []
    for actor in range(len(tables.votes)):
        kind = tables.mean if actor < len(tables.sides) else 0
        amount = explain_package(opened.words, tables, state, actor, kind, offer).total
        side = int(tables.actor_side[actor])
        found.append(View(actor, amount, side if side != NONE else -1, actor in in_the_way))
    return found


def quick_run(opened: Opened) -> dict[str, Any]:
    """What games between two equal computer seats come to."""
    episodes = simulate(opened.tables, (POLICY, POLICY), SEED, GAMES)
    return summary(opened.tables, episodes, opened.lexicon.endings.ids)
