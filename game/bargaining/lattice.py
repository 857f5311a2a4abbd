"""A seat's half-lattice prepared for valuing: what its halves are worth to several views, at any ledger."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from game.bargaining.grouping import Group, View, groups_of, levels_of
from game.foundation.arrays import I8, I32, I64, U64
from game.rules.state import State
from game.rules.tables import MOST_PEOPLE, NONE, Count, Tables

LARGEST_TABLE = 1 << 14  # entries of a view
CHANGING = (Count.FREED, Count.EXILED, Count.HELD)  # the counts that an agreement changes


@dataclass(frozen=True)
class Synergies:
    """Synergies of one owner. A condition is one bit; a synergy holds when all its bits are set.

    Args:
        masks: the bits each synergy needs.
        own: (bit, issue, least level) of conditions on the owner's issues.
        world: the same for world issues.
        of_half: uint64[H], bits that each half sets by itself.
        amounts: int64[V, synergies], micro-utils for each view.
        code_of_half: intp[H], which of the owner's conditions each half sets, in the order of `own`.
        table: int64[V * 2^conditions * 2^own], what `change` gives, if that is not too much.
    """

    masks: tuple[int, ...]
    own: tuple[tuple[int, int, int], ...]
    world: tuple[tuple[int, int, int], ...]
    of_half: U64
    amounts: I64
    code_of_half: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, np.intp))
    table: I64 | None = None

    def standing(self, state: State) -> U64:
        """Bits that the base and the world set in each game: uint64[B]."""
        bits = np.zeros(state.games, np.uint64)
        for levels, conditions in ((state.base, self.own), (state.level, self.world)):
            for bit, issue, least in conditions:
                bits |= (levels[:, issue] >= least).astype(np.uint64) << np.uint64(bit)
        return bits

    def change(self, standing: U64, chosen: I32, view: NDArray[np.intp] | int) -> I64 | int:
        """What halves add by making synergies hold; arrays broadcast."""
        if self.table is not None:
            place = (view << self.bits) + standing.astype(np.intp)
            return self.table.take((place << len(self.own)) + self.code_of_half.take(chosen))
        half_bits = self.of_half.take(chosen)
        total: I64 | int = 0
        for number, mask in enumerate(self.masks):
            need = np.uint64(mask)
            then = ((standing | half_bits) & need) == need
            now = (standing & need) == need
            total = total + np.where(then & ~now, self.amounts[view, number], 0)
        return total

    @property
    def bits(self) -> int:
        """How many conditions there are."""
        return len(self.own) + len(self.world)

    def with_table(self) -> Synergies:
        """The same with what `change` gives worked out beforehand, unless that would be very large."""
        size = 1 << self.bits + len(self.own)
        if size > LARGEST_TABLE:
            return self
        code = np.zeros(len(self.of_half), np.intp)
        patterns = np.zeros(1 << len(self.own), np.uint64)
        for place, (bit, _issue, _least) in enumerate(self.own):
            code |= (self.of_half >> np.uint64(bit) & np.uint64(1)).astype(np.intp) << place
            patterns[np.arange(len(patterns)) >> place & 1 == 1] |= np.uint64(1 << bit)
        every = np.arange(len(patterns), dtype=np.int32)
        plain = replace(self, of_half=patterns)
        standing = np.arange(1 << self.bits, dtype=np.uint64)[:, None]
        tables = [
            np.broadcast_to(plain.change(standing, every, view), (len(standing), len(every)))
            for view in range(len(self.amounts))
        ]
        return replace(self, code_of_half=code, table=np.concatenate(tables).reshape(-1).astype(np.int64))


@dataclass(frozen=True)
class People:
    """The people issue, if the owner has it.

    Args:
        number: int32[H], people each half frees; MOST_PEOPLE for all.
        terms_of_half: int8[H], level of the issue of terms in each half; 0 where it is not the owner's.
        counts: int32[V, 3 * (MOST_PEOPLE + 1)], micro-utils of the three counts that an agreement changes.
        matters: which of those counts matter to any view.
    """

    number: I32
    terms_of_half: I8
    counts: I32
    matters: tuple[bool, bool, bool]


@dataclass(frozen=True)
class Lattice:
    """The halves of one owner, for several views (see `worth`)."""

    owner: int
    size: int
    groups: tuple[Group, ...]
    synergies: Synergies
    people: People | None


def lattice(tables: Tables, owner: int, views: tuple[View, ...]) -> Lattice:
    """Prepare a seat's halves.

    Args:
        tables: the scenario or a brief of it.
        owner: the seat.
        views: (actor, type) pairs whose values will be asked for.
    """
    return Lattice(
        owner,
        len(tables.halves[owner]),
        groups_of(tables, owner, views),
        _synergies(tables, owner, views),
        _people(tables, owner, views),
    )


def _synergies(tables: Tables, owner: int, views: tuple[View, ...]) -> Synergies:
    bits: dict[tuple[int, int], int] = {}
    numbers = np.flatnonzero(tables.synergy_owner == owner)
    masks = []
    for y in numbers:
        mask = 0
        for issue, least in zip(
            tables.synergy_issue[y].tolist(), tables.synergy_level[y].tolist(), strict=True
        ):
            if issue != NONE:
                mask |= 1 << bits.setdefault((issue, least), len(bits))
        masks.append(mask)
    assert len(bits) <= 64, "more than 64 different conditions in the synergies of one seat"
    named = [(bit, issue, least) for (issue, least), bit in bits.items()]
    own = tuple(c for c in named if tables.issues.owner[c[1]] == owner)
    of_half = np.zeros(len(tables.halves[owner]), np.uint64)
    for bit, issue, least in own:
        of_half |= (tables.halves[owner][:, issue] >= least).astype(np.uint64) << np.uint64(bit)
    amounts = np.array([tables.values.synergy[actor, kind][numbers] for actor, kind in views], np.int64)
    world = tuple(c for c in named if tables.issues.owner[c[1]] == NONE)
    amounts = amounts.reshape(len(views), len(numbers))
    return Synergies(tuple(masks), own, world, of_half, amounts).with_table()


def _people(tables: Tables, owner: int, views: tuple[View, ...]) -> People | None:
    issues = tables.issues
    if issues.people < 0 or issues.owner[issues.people] != owner:
        return None
    own_terms = issues.terms >= 0 and issues.owner[issues.terms] == owner
    assert own_terms or issues.terms < 0 or issues.owner[issues.terms] == NONE, (
        "the issue of terms belongs to the seat that owns the people issue"
    )
    number = issues.people_number.take(levels_of(tables, owner, issues.people)).astype(np.int32)
    terms = levels_of(tables, owner, issues.terms) if own_terms else np.zeros(len(number), np.int8)
    counts = np.array(
        [[tables.values.count[actor, kind, count] for count in CHANGING] for actor, kind in views]
    )
    matters = np.any(counts, axis=(0, 2)).tolist()
    return People(
        number,
        terms,
        counts.reshape(len(views), -1).astype(np.int32),
        (matters[0], matters[1], matters[2]),
    )


@dataclass(frozen=True)
class Standing:
    """Where games stand, as far as an agreement's value depends on it; every array is [B].

    Args:
        rows: for each owner and group, where its tables are read.
        bits: for each owner, the synergies' conditions that hold already.
        freed, exiled, still, held: counts an agreement starts from (`still` = held and not promised).
        terms: base level of the issue of terms, 0 without one.
    """

    rows: tuple[tuple[I32, ...], tuple[I32, ...]]
    bits: tuple[U64, U64]
    freed: I32
    exiled: I32
    still: I32
    held: I32
    terms: I8

    def of(self, games: NDArray[np.intp]) -> Standing:
        """Only some games, in the order given."""
        return Standing(
            (tuple(r.take(games) for r in self.rows[0]), tuple(r.take(games) for r in self.rows[1])),
            (self.bits[0].take(games), self.bits[1].take(games)),
            self.freed.take(games),
            self.exiled.take(games),
            self.still.take(games),
            self.held.take(games),
            self.terms.take(games),
        )


def standing(tables: Tables, halves: tuple[Lattice, Lattice], state: State) -> Standing:
    """Where the games of a state stand."""
    terms = tables.issues.terms
    return Standing(
        (
            tuple(group.row(state) for group in halves[0].groups),
            tuple(group.row(state) for group in halves[1].groups),
        ),
        (halves[0].synergies.standing(state), halves[1].synergies.standing(state)),
        state.base_freed,
        state.base_exiled,
        np.maximum(state.held - state.promised, 0),
        state.held,
        state.base[:, terms] if terms >= 0 else np.zeros(state.games, np.int8),
    )


def change_of_counts(
    people: People, view: NDArray[np.intp] | int, at: Standing, number: I64, leaving: I64
) -> I64 | int:
    """What freeing `number` people, of whom `leaving` must leave, changes for a view; arrays broadcast."""
    size = MOST_PEOPLE + 1
    flat = people.counts.reshape(-1)
    total: I64 | int = 0
    spans = ((at.freed, number), (at.exiled, leaving), (at.still, -number))
    for n, (before, change) in enumerate(spans):
        if people.matters[n]:
            begin = (view * len(CHANGING) + n) * size
            after = np.minimum(np.maximum(before + change, 0), MOST_PEOPLE)
            then, now = flat.take(begin + after), flat.take(begin + np.minimum(before, MOST_PEOPLE))
            total = total + (then.astype(np.int64) - now)
    return total
