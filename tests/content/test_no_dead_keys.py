"""Every number of the flagship matters: changed alone, it changes tables, and then a game or a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from game.content.checks.run import findings_of
from game.content.compiling.compile import compile_undigested
from game.content.names import Names
from game.content.reading.loading import Reading, load_reading, read_tree
from game.content.reading.nodes import Mapping, Node, Scalar, Sequence
from game.content.reading.places import Positions
from game.content.schema.scenario import Scenario
from game.rules import valuation
from game.rules.legality import asked, is_legal
from game.rules.outcome import outcome
from game.rules.play import apply, start
from game.rules.state import State, take
from game.rules.tables import Tables
from tests.content.random_play import Course, all_pass, play_at_random, promising
from tests.thinned import every

FLAGSHIP = Path(__file__).parents[2] / "scenarios" / "belarus-2025.yaml"
GAMES, PROBES = 448, 64
NUMBER = re.compile(r"-?\d+(\.\d+)?")
IN_CONDITION = re.compile(r"(?<=[<>=] )\d{1,4}$")
ELSEWHERE = ("format", "sources", "balance")  # not numbers of the game: version, dates, gates
WITHOUT = ("history",)  # its numbers are played by test_flagship_history.py
SHOWN = (("people", "low"), ("people", "high"))  # the range beside the count: on screens only
VALUED = (
    "issues",
    "plans",
    "trust",
    "sides",
    "synergy_level",
)  # what values are made from beside preferences
Step = str | int


def numbers(node: Node, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Every number that is written in a tree, with its path."""
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            if not (not path and name in ELSEWHERE):
                yield from numbers(entry.value, (*path, name))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from numbers(item, (*path, number))
    elif not node.quoted and (NUMBER.fullmatch(node.text) or _is_condition(node.text, path)):
        yield path, node.text


def _is_condition(text: str, path: tuple[Step, ...]) -> bool:
    return bool({"when", "needs"} & set(path)) and bool(IN_CONDITION.search(text))


def written(node: Node, path: tuple[Step, ...], text: str) -> Node:
    """The same tree with another text at a path."""
    if isinstance(node, Scalar):
        return node._replace(text=text)
    here = path[0]
    if isinstance(node, Mapping):
        entry = node.entries[str(here)]
        changed = entry._replace(value=written(entry.value, path[1:], text))
        return node._replace(entries={**node.entries, str(here): changed})
    items = list(node.items)
    items[int(here)] = written(items[int(here)], path[1:], text)
    return node._replace(items=tuple(items))


def others(text: str) -> Iterator[str]:
    """Other numbers that might stand there, the farthest first."""
    found = IN_CONDITION.search(text)
    if found:
        yield from (text[: found.start()] + other for other in others(found[0]))
        return
    value = Decimal(text)
    if "." not in text:
        steps = (value * 3 + 1, value // 3, value + 1, value - 1, value + 60)
    elif abs(value) <= 1:
        steps = (
            Decimal("0.9") if value < Decimal("0.5") else Decimal("0.05"),
            value / 2,
            value * Decimal("0.9"),
        )
    else:
        steps = (value * 3, value / 2)
    yield from (f"{other:f}" for other in steps if other != value)
    yield from (other for other in ("0.5", "0.05") if "." not in text)  # a share written as 0 or 1


@dataclass(frozen=True)
class Base:
    """The flagship as it is: its tables, games played on them, and values at scattered states."""

    reading: Reading
    tables: Tables
    courses: tuple[Course, ...]
    probes: State
    offers: np.ndarray
    values: tuple[tuple[np.ndarray, ...], ...]  # by actor


def tables_of(reading: Reading) -> Tables | None:
    """The tables, or None where schema or checks refuse the file.

    Sums are let pass: no number of those that sum to 1 could be changed alone.
    """
    loading = load_reading(Scenario, reading)
    if loading.instance is None or loading.tree is None:
        return None
    scenario = loading.instance.placed(Positions(loading.tree))
    if any(found.severity == "error" and found.code != "sum" for found in findings_of(scenario)):
        return None
    try:
        return compile_undigested(Names(scenario))
    except ValueError:
        return None  # chances that sum to more than 1


def flagship() -> Reading:
    """The file without its history, whose draws name numbers that are changed here."""
    reading = read_tree(FLAGSHIP)
    assert isinstance(reading.tree, Mapping)
    entries = {name: entry for name, entry in reading.tree.entries.items() if name not in WITHOUT}
    return reading._replace(tree=reading.tree._replace(entries=entries))


@cache
def base() -> Base:
    reading = flagship()
    tables = tables_of(reading)
    assert tables is not None
    courses = (
        play_at_random(tables, GAMES, 14, promising(tables)),
        play_at_random(all_pass(tables), GAMES, 2),
        play_at_random(all_pass(tables), GAMES, 3, promising(tables)),
    )
    probes, offers = _scattered(tables, courses[1])
    values = tuple(tuple(_values(tables, probes, offers, actor)) for actor in range(len(tables.votes)))
    return Base(reading, tables, courses, probes, offers, values)


def _scattered(tables: Tables, course: Course) -> tuple[State, np.ndarray]:
    """States in the middle of games, with every level somewhere, and an offer at each."""
    rng = np.random.default_rng(4)
    state = take(course.states[len(course.states) // 2], np.arange(PROBES))
    sizes = tables.issues.levels
    level = rng.integers(0, np.broadcast_to(sizes, (PROBES, len(sizes)))).astype(np.int8)
    uses = np.where(tables.issues.fades, rng.integers(0, 3, (PROBES, len(sizes))), 0).astype(np.int8)
    started = np.where(tables.issues.owner >= 0, level // 2, level).astype(np.int8)
    counts = {
        name: rng.integers(0, 1400, PROBES).astype(np.int32)
        for name in ("freed", "exiled", "held", "arrested")
    }
    state = replace(
        state, level=started, base=started, uses=uses, agreements=np.zeros_like(state.agreements),
        base_freed=counts["freed"], base_exiled=counts["exiled"], **counts,
    )  # fmt: skip
    halves = [rng.integers(len(lattice), size=PROBES) for lattice in tables.halves]
    plan = rng.integers(len(tables.plans.steps), size=PROBES)
    return state, np.stack([*halves, plan, np.full(PROBES, -1)], axis=1).astype(np.int32)


def _values(tables: Tables, state: State, offers: np.ndarray, actor: int) -> Iterator[np.ndarray]:
    for kind in range(tables.mean + 1) if actor < 2 else (0,):
        yield valuation.world_value(tables, state, actor, kind)
        if actor < 2:
            seen = valuation.appraise(tables, state, actor, kind, offers)
            yield seen.net
            yield seen.received
    if actor >= 2 and tables.actor_side[actor] >= 0:
        yield valuation.ratifier_change(tables, state, actor, offers)


def _touched(tables: Tables, known: Tables) -> list[int]:
    """Actors whose values are others now; all of them where something else that makes values is."""
    if not all(same(getattr(tables, name), getattr(known, name)) for name in VALUED):
        return list(range(len(tables.votes)))
    now, then = tables.values, known.values
    return [
        actor
        for actor in range(len(tables.votes))
        if any(
            not np.array_equal(getattr(now, name)[actor], getattr(then, name)[actor])
            for name in ("level", "promise", "count", "synergy")
        )
    ]


def same(one: Any, other: Any) -> bool:
    """Whether two records hold the same, however deep."""
    if isinstance(one, np.ndarray):
        return bool(np.array_equal(one, other))
    if is_dataclass(one):
        return all(
            field.name == "digest" or same(getattr(one, field.name), getattr(other, field.name))
            for field in fields(one)
        )
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def plays_otherwise(course: Course, tables: Tables) -> bool:
    """Whether the actions of a batch lead to anything else on other tables."""
    if not same(outcome(tables, course.states[-1]), course.outcome):
        return True
    state = start(tables, course.states[0].key)
    for action, then, after in zip(course.actions, course.states, course.states[1:], strict=False):
        if state.clock != then.clock or not same(asked(tables, state), asked(tables, then)):
            return True
        if not is_legal(tables, state, action).all():
            return True
        state = apply(tables, state, action)
        if not same(state, after):
            return True
    return not same(outcome(tables, state), course.outcome)


def makes_a_difference(tables: Tables) -> bool:
    """Whether other tables than the flagship's show in a value, an outcome or a game."""
    known = base()
    for actor in _touched(tables, known.tables):
        values = _values(tables, known.probes, known.offers, actor)
        if any(not np.array_equal(now, then) for now, then in zip(values, known.values[actor], strict=True)):
            return True
    first, *passing = known.courses
    return plays_otherwise(first, tables) or any(plays_otherwise(c, all_pass(tables)) for c in passing)


ALL = list(numbers(flagship().tree)) if FLAGSHIP.exists() else []  # type: ignore[arg-type]
IDS = [".".join(map(str, path)) for path, _ in ALL]


@pytest.mark.parametrize(("path", "text"), every(4, ALL), ids=IDS)
def test_a_number_changed_alone_changes_a_game(path: tuple[Step, ...], text: str) -> None:
    known = base()
    assert known.reading.tree is not None
    tried = []
    for other in others(text):
        tables = tables_of(known.reading._replace(tree=written(known.reading.tree, path, other)))
        if tables is None:
            continue
        tried.append(other)
        if path in SHOWN or (not same(tables, known.tables) and makes_a_difference(tables)):
            return
    pytest.fail(f"nothing changes when {text} becomes {' or '.join(tried) or 'anything else'}")


def test_nothing_differs_when_nothing_is_changed() -> None:
    known = base()
    tables = tables_of(known.reading)
    assert tables is not None
    assert same(tables, known.tables)
    assert not makes_a_difference(tables)
