"""Issues of one owner in groups, with tables of what steps between combinations of levels are worth.

Summing a few table entries for a package instead of twenty makes menus and batches fast; the sums are equal.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.foundation.arrays import I8, I32, I64
from game.rules.state import State
from game.rules.tables import USES, Issues, Tables

LARGEST_TABLE = 1 << 14  # entries of one group's table: small enough to stay in a processor's cache
View = tuple[int, int]  # an actor and one of its types


@dataclass(frozen=True)
class Group:
    """Issues whose levels are looked at together.

    Args:
        issues: their numbers.
        fades: whether the issue's value depends on how often it was used, one flag for each.
        base_stride: what one level of the base adds to the row of a table.
        level_stride: what one level of an offer adds to its column.
        columns: number of combinations of levels.
        level_of_half: int32[H], the column of each half.
        worth: int32[V, rows * columns], micro-utils of the step for each view.
        exposed: int32[rows * columns], per mille of the owner's leverage in the step.
    """

    issues: tuple[int, ...]
    fades: tuple[bool, ...]
    base_stride: tuple[int, ...]
    columns: int
    level_of_half: I32
    worth: I32
    exposed: I32

    def row(self, state: State, most_uses: int = USES - 1) -> I32:
        """Where the games' ledgers stand in the tables: int32[B], already multiplied by `columns`.

        Args:
            most_uses: an issue used more often is looked up as if it had been used so often.
        """
        total = np.zeros(state.games, np.int32)
        for issue, fades, stride in zip(self.issues, self.fades, self.base_stride, strict=True):
            digit = state.base[:, issue].astype(np.int32)
            if fades:
                digit = digit * USES + np.minimum(state.uses[:, issue], most_uses)
            total += digit * np.int32(stride * self.columns)
        return total

    def row_at(self, levels: I8) -> int:
        """The same for one ledger with these levels, int8[I], and no issue used yet."""
        total = 0
        for issue, fades, stride in zip(self.issues, self.fades, self.base_stride, strict=True):
            total += int(levels[issue]) * (USES if fades else 1) * stride * self.columns
        return total


def groups_of(tables: Tables, owner: int, views: tuple[View, ...]) -> tuple[Group, ...]:
    """The owner's issues in groups, in file order."""
    parts: list[list[int]] = []
    size = 0
    for i in np.flatnonzero(tables.issues.owner == owner):
        wide = _table_size(tables.issues, int(i))
        if not parts or size * wide > LARGEST_TABLE:
            parts.append([])
            size = 1
        parts[-1].append(int(i))
        size *= wide
    return tuple(_group(tables, owner, part, views) for part in parts)


def _table_size(issues: Issues, issue: int) -> int:
    levels = int(issues.levels[issue])
    return levels * levels * (USES if issues.fades[issue] else 1)


def _group(tables: Tables, owner: int, part: list[int], views: tuple[View, ...]) -> Group:
    levels = [int(tables.issues.levels[i]) for i in part]
    fades = [bool(tables.issues.fades[i]) for i in part]
    rows = [n * (USES if f else 1) for n, f in zip(levels, fades, strict=True)]
    column = np.zeros(len(tables.halves[owner]), np.int32)
    for i, stride in zip(part, _strides(levels), strict=True):
        column += tables.halves[owner][:, i].astype(np.int32) * np.int32(stride)
    return Group(
        issues=tuple(part),
        fades=tuple(fades),
        base_stride=tuple(_strides(rows)),
        columns=int(np.prod(levels)),
        level_of_half=column,
        worth=np.stack([_summed([_steps_in_worth(tables, owner, i, view) for i in part]) for view in views]),
        exposed=_summed([_steps_in_leverage(tables.issues, i) for i in part]),
    )


def _strides(sizes: list[int]) -> list[int]:
    return [int(np.prod(sizes[n + 1 :], dtype=np.int64)) for n in range(len(sizes))]


def _summed(steps: list[I64]) -> I32:
    """Tables of single issues, [rows, columns] each, summed over every combination of them; flat."""
    total = np.zeros((1, 1), np.int64)
    for step in steps:
        wide = total[:, None, :, None] + step[None, :, None, :]
        total = wide.reshape(total.shape[0] * step.shape[0], total.shape[1] * step.shape[1])
    assert abs(total).max() < 2**31, "values of one group of issues do not fit into 32 bits"
    return total.reshape(-1).astype(np.int32)


def _steps_in_worth(tables: Tables, owner: int, issue: int, view: View) -> I64:
    """d_i of docs/rules.md 4.3: int64[levels of the base by uses, levels of the offer]."""
    actor, kind = view
    levels = int(tables.issues.levels[issue])
    rows = USES if tables.issues.fades[issue] else 1
    if issue == tables.issues.people:
        return np.zeros((levels * rows, levels), np.int64)
    seen = tables.values.level if tables.actor_side[actor] == owner else tables.values.promise
    worth = seen[actor, kind, issue].astype(np.int64)  # [uses, levels]
    uses = np.arange(rows)
    before = worth[np.maximum(uses - 1, 0), :levels].T[:, :, None]
    after = worth[uses, :levels][None, :, :]
    steps: I64 = (_rises(levels)[:, None, :] * (after - before)).reshape(levels * rows, levels)
    return steps


def _steps_in_leverage(issues: Issues, issue: int) -> I64:
    levels = int(issues.levels[issue])
    leverage = issues.leverage[issue, :levels].astype(np.int64)
    step = _rises(levels) * (leverage[None, :] - leverage[:, None])
    return step.repeat(USES, axis=0) if issues.fades[issue] else step


def _rises(levels: int) -> I64:
    """1 where an offer's level (column) lies above the base (row)."""
    order: I64 = (np.arange(levels)[None, :] > np.arange(levels)[:, None]).astype(np.int64)
    return order


def levels_of(tables: Tables, owner: int, issue: int) -> I8:
    """The level of one issue in every half of its owner: int8[H]."""
    return np.ascontiguousarray(tables.halves[owner][:, issue])
