"""The numbers of a scenario that no source gives, and the same scenario with all of them moved a little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from game.analysis.balance.changing import is_number, scalars, with_at
from game.analysis.balance.mutating import digest_of
from game.analysis.statistics.elementary_effects import LEVELS
from game.content.reading.loading import Reading
from game.content.reading.nodes import Mapping, Node, Scalar
from game.content.reading.nodes import Sequence as List
from game.content.reading.places import Path, path_text
from game.content.schema.kinds import ASSUMED

_NO_WORLD = ("format", "sources", "history", "balance", "allow", "as_of", "goals")
_CHOSEN = (("calendar", "turns"), ("calendar", "plies"))  # how long a lesson is
_MENU = "people"  # the sizes that may be offered
_FINEST = Decimal("0.001")  # finer is refused


@dataclass(frozen=True)
class AssumedNumber:
    """One number whose object is marked `basis: assumed`.

    Args:
        path: where it stands.
        name: the same as a designer reads it.
        part: the part of the file that it belongs to, such as one actor or one event.
        line: in its file.
        text: what is written.
        whole: whether only whole numbers may stand there.
    """

    path: Path
    name: str
    part: str
    line: int
    text: str
    whole: bool = False

    def at(self, level: int, by: Decimal) -> str:
        """What stands there on one of four levels, from `1 - by` to `1 + by` times what is written."""
        moved = Decimal(self.text) * (1 + by * (Decimal(2 * level) / (LEVELS - 1) - 1))
        return f"{moved.quantize(Decimal(1) if self.whole else _FINEST):f}"


def assumed_numbers(reading: Reading) -> tuple[AssumedNumber, ...]:
    """Every assumed number, in the order of the file.

    Left out is what is chosen and not assumed: the length of the game, the sizes that may be offered, goals,
    gates and history, and numbers within conditions.
    """
    tree = reading.tree
    if not isinstance(tree, Mapping):
        return ()
    return tuple(
        AssumedNumber(
            path, path_text(tree, path), path_text(tree, _part(tree, path)), scalar.line, scalar.text
        )
        for path, scalar in scalars(tree)
        if is_number(scalar) and Decimal(scalar.text) and _is_assumed(tree, path)
    )


def fitted(reading: Reading, by: Decimal, digest: str, number: AssumedNumber) -> AssumedNumber | None:
    """A number as it can be moved alone: in fractions where they may stand there, else in whole numbers.

    Args:
        digest: of the scenario as it is.

    Returns: None where it cannot be moved so far either way (chances that sum to 1), or where that changes
        nothing that can change a game.
    """
    for form in (number, replace(number, whole=True)):
        ends = [digest_of(moved(reading, (form,), (level,), by)) for level in (0, LEVELS - 1)]
        if None not in ends:
            return form if set(ends) != {digest} else None
    return None


def moved(reading: Reading, numbers: Sequence[AssumedNumber], levels: Sequence[int], by: Decimal) -> Reading:
    """The scenario with each of these numbers on its level."""
    tree = reading.tree
    assert tree is not None, "numbers were found in it"
    for number, level in zip(numbers, levels, strict=True):
        there = _below(tree, number.path)
        tree = with_at(tree, number.path, there._replace(text=number.at(level, by)))
    return Reading(tree, ())


def _is_assumed(tree: Mapping, path: Path) -> bool:
    if path[0] in _NO_WORLD or path[:2] in _CHOSEN or path[-1] == _MENU:
        return False
    bases = [basis for basis in _bases(tree, path) if basis]
    return bool(bases) and bases[-1] == ASSUMED


def _bases(tree: Mapping, path: Path) -> Iterator[str]:
    """What the objects on the way say of their basis, from the outermost."""
    here: Node = tree
    for step in path:
        if isinstance(here, Mapping) and "basis" in here.entries:
            basis = here.entries["basis"].value
            yield basis.text if isinstance(basis, Scalar) else "sources"
        here = _one_below(here, step)


def _part(tree: Mapping, path: Path) -> Path:
    """One thing of a list, such as one actor; else the whole of what stands under a key of the file."""
    return path[: 2 if isinstance(tree.entries[str(path[0])].value, List) else 1]


def _below(node: Node, path: Path) -> Scalar:
    for step in path:
        node = _one_below(node, step)
    assert isinstance(node, Scalar), "numbers are scalars"
    return node


def _one_below(node: Node, step: str | int) -> Node:
    if isinstance(node, Mapping):
        return node.entries[str(step)].value
    assert isinstance(node, List)
    assert isinstance(step, int)
    return node.items[step]
