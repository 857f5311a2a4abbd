"""What a scenario is like, for whoever writes it: what can be agreed, who can stop it, how it plays.

Everything is worked out at the opening, with floors in the middle of their range, and for the run with two
equal computer seats. Secrets are known: this is for designers, and for nobody who is about to play.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.analysis.episodes import Episodes, simulate
from game.analysis.summary import summary
from game.foundation.draws import game_keys
from game.narration.alternatives import Alternatives, alternatives
from game.narration.quality import Opening, opening
from game.rules.in_force import opening as opening_ledger
from game.rules.ratification import carried, ratifiers, votes
from game.rules.red_lines import crossed
from game.rules.state import State, take
from game.rules.tables import Tables

GAMES, SEED, POLICY = 2000, 1, "boulware"


@dataclass(frozen=True)
class Pair:
    """What there is to agree on if the seats are of two types.

    Args:
        types: their numbers.
        chance: how likely the two are together, millionths.
        signed: how many efficient packages both principals would sign.
        ratified: how many of those would be ratified too.
    """

    types: tuple[int, int]
    chance: int
    signed: int
    ratified: int


@dataclass(frozen=True)
class Blocker:
    """A ratifier's hold on what both principals would sign.

    Args:
        actor: its number.
        side: its seat.
        against: how many of these packages it votes against.
        alone: how many of them it stops alone, all others being as they are.
        refuses: how many of them it never agrees to, whatever the sum (red lines).
        of: how many packages there are.
    """

    actor: int
    side: int
    against: int
    alone: int
    refuses: int
    of: int


@dataclass(frozen=True)
class Nearest:
    """The efficient package that lacks least to be signed, by the seat that lacks more.

    Args:
        number: of the package, on the frontier.
        lacks: what each principal would have to gain besides, micro-utils a month.
    """

    number: int
    lacks: tuple[int, int]


@dataclass(frozen=True)
class Portrait:
    """A scenario as its designer wants to see it.

    Args:
        halves: how many combinations each seat can offer.
        opening: what there is to agree on, for the analysts' mean of both types.
        nearest: where nothing would be signed, what comes nearest to it.
        pairs: the same for each pair of types, in short.
        blockers: every ratifier.
        episodes: games between two equal computer seats.
        run: their summary, without anything that differs between machines.
    """

    halves: tuple[int, int]
    opening: Opening
    nearest: Nearest | None
    pairs: tuple[Pair, ...]
    blockers: tuple[Blocker, ...]
    episodes: Episodes
    run: dict[str, Any]


def portrait(tables: Tables, endings: tuple[str, ...], games: int = GAMES) -> Portrait:
    """Work a portrait out.

    Args:
        endings: ids of the scenario's endings.
        games: how many games the run has.
    """
    at = at_the_opening(tables)
    episodes = simulate(tables, (POLICY, POLICY), SEED, games)
    run = summary(tables, episodes, endings)
    timed = {key for key in run if "second" in key}
    return Portrait(
        halves=(len(tables.halves[0]), len(tables.halves[1])),
        opening=at,
        nearest=nearest(tables, at.found) if at.zone is None else None,
        pairs=tuple(_pairs(tables)),
        blockers=tuple(blockers(tables, at.found)),
        episodes=episodes,
        run={key: value for key, value in run.items() if key not in timed},
    )


def at_the_opening(tables: Tables) -> Opening:
    """What there is to agree on at the opening, for the analysts' mean of both types."""
    return opening(tables, average(tables))


def opening_of(tables: Tables, types: tuple[int, int]) -> State:
    """One game as it opens, the seats being of two types, with floors in the middle of their range."""
    state = opening_ledger(tables)
    middle = [(side.floor_low + side.floor_high) // 2 for side in tables.sides]
    return replace(
        state, type=np.array([types], state.type.dtype), floor=np.array([middle], state.floor.dtype),
        key=game_keys(SEED, [0]),
    )  # fmt: skip


def average(tables: Tables) -> State:
    """One game as it opens, each seat being the average of its types."""
    return opening_of(tables, (tables.mean, tables.mean))


def _pairs(tables: Tables) -> Iterator[Pair]:
    priors = [side.prior for side in tables.sides]
    for one, two in product(range(len(priors[0])), range(len(priors[1]))):
        chance = int(priors[0][one]) * int(priors[1][two]) // 1_000_000
        if chance:
            found = alternatives(tables, opening_of(tables, (one, two)))
            yield Pair((one, two), chance, len(found.signed), len(found.ratified))


def nearest(tables: Tables, found: Alternatives) -> Nearest | None:
    """What comes nearest to being signed by both principals; nothing if no package is better than none."""
    gains = found.frontier.gains
    if not len(gains):
        return None
    lacks = np.maximum(average(tables).floor.astype(np.int64) - gains, 0)
    number = int(lacks.max(axis=1).argmin())
    one, two = lacks[number].tolist()
    return Nearest(number, (one, two))


def blockers(tables: Tables, found: Alternatives) -> Iterator[Blocker]:
    """Every ratifier's hold on what both principals would sign at the opening."""
    signed = np.array(found.signed, np.intp)
    many = take(average(tables), np.zeros(len(signed), np.intp))
    offers = found.frontier.offers[signed]
    day = np.zeros((len(signed), len(tables.votes)), np.int64)
    for side in (0, 1):
        cast = votes(tables, many, side, offers, day)
        passes = carried(tables, side, cast)
        for actor in ratifiers(tables, side).tolist():
            willing = cast.copy()
            willing[:, actor] = 1
            against: NDArray[np.bool_] = cast[:, actor] < 0
            alone = against & ~passes & carried(tables, side, willing)
            refuses = crossed(tables, many, actor, offers)
            yield Blocker(actor, side, int(against.sum()), int(alone.sum()), int(refuses.sum()), len(signed))
