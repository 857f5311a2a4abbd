"""Mutations of a scenario: every number moved, every event taken out. Gates that miss all guard nothing.

Source: mutation analysis, DeMillo, Lipton & Sayward 1978, "Hints on test data selection", Computer 11:34-41.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from game.analysis.balance.changing import is_number, scalars, times, with_at
from game.content.compiling.compile import compile_
from game.content.loading import check_reading
from game.content.reading.loading import Reading
from game.content.reading.nodes import Mapping, Scalar, Sequence
from game.content.reading.places import Path, path_text
from game.foundation.errors import ScenarioError

FACTORS = (Decimal("0.5"), Decimal(2))
_IN_CONDITION = re.compile(r"(?<=[<>=] )\d{1,4}$")
_LEFT_ALONE = ("format", "sources", "history", "balance", "allow", "as_of")
_CONDITIONS = frozenset({"when", "needs"})


@dataclass(frozen=True)
class Mutation:
    """One change.

    Args:
        name: where, as a designer reads it.
        line: of the place in its file.
        before, after: what stood there, and what stands there now; `after` is empty for what was taken out.
        reading: the scenario with the change.
    """

    name: str
    line: int
    before: str
    after: str
    reading: Reading

    @property
    def key(self) -> str:
        """What tells it from the other mutations of its scenario."""
        return f"{self.name}: {self.before} -> {self.after}"


def mutations(reading: Reading) -> tuple[Mutation, ...]:
    """Every number halved and doubled, and every event taken out; not all of them can be used."""
    tree = reading.tree
    if not isinstance(tree, Mapping):
        return ()
    found = []
    for path, scalar in _numbers(tree):
        for factor in FACTORS:
            after = _moved(scalar.text, factor)
            if after != scalar.text:
                changed = with_at(tree, path, scalar._replace(text=after))
                found.append(
                    Mutation(path_text(tree, path), scalar.line, scalar.text, after, Reading(changed, ()))
                )
    return (*found, *_without_events(tree))


def digest_of(reading: Reading) -> str | None:
    """What the scenario compiles to; None if it cannot be used."""
    try:
        scenario, _findings = check_reading(reading)
        return compile_(scenario)[0].digest if scenario is not None else None
    except (ScenarioError, ValueError):
        return None


def _without_events(tree: Mapping) -> Iterator[Mutation]:
    entry = tree.entries.get("events")
    if entry is None or not isinstance(entry.value, Sequence):
        return
    for number, event in enumerate(entry.value.items):
        left = entry.value._replace(items=entry.value.items[:number] + entry.value.items[number + 1 :])
        name = path_text(tree, ("events", number))
        yield Mutation(name, event.line, name, "", Reading(with_at(tree, ("events",), left), ()))


def _numbers(tree: Mapping) -> Iterator[tuple[Path, Scalar]]:
    """Every number that is written, with its path."""
    for path, scalar in scalars(tree):
        if path[0] not in _LEFT_ALONE and (is_number(scalar) or _is_condition(scalar, path)):
            yield path, scalar


def _is_condition(node: Scalar, path: Path) -> bool:
    return not node.quoted and bool(_CONDITIONS & set(path)) and bool(_IN_CONDITION.search(node.text))


def _moved(text: str, factor: Decimal) -> str:
    """The number, or the one at the end of a condition, times a factor."""
    found = _IN_CONDITION.search(text)
    return text[: found.start()] + times(found[0], factor) if found else times(text, factor)
