"""What an actor never agrees to, whatever the sum (docs/rules.md 4.3, red lines).

Source: Mintz 2004, "How do leaders make decisions? A poliheuristic perspective", Journal of Conflict
Resolution 48:3-13: an option that is bad on what must not be lost is dropped before anything is added up.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.foundation.arrays import I8, I32, I64, Bool
from game.rules.conditions import holds
from game.rules.politics import RedLine
from game.rules.state import State
from game.rules.tables import Tables
from game.rules.valuation import people_asked

Games = NDArray[np.intp]


def lines_of(tables: Tables, actor: int) -> tuple[int, ...]:
    """The numbers of an actor's red lines."""
    return tuple(n for n, line in enumerate(tables.politics.lines) if line.actor == actor)


def crossed(tables: Tables, state: State, actor: int, offer: I32, games: Games | None = None) -> Bool:
    """Whether offers touch any red line of an actor.

    Args:
        offer: int32[n,4].
        games: intp[n], the game each offer is made in; all games in their order unless given.

    Returns: bool[n].
    """
    found = np.zeros(len(offer), np.bool_)
    for number in lines_of(tables, actor):
        found |= touched(tables, state, number, offer, games)
    return found


def touched(tables: Tables, state: State, number: int, offer: I32, games: Games | None = None) -> Bool:
    """Whether offers touch one red line. bool[n]."""
    line = tables.politics.lines[number]
    which = np.arange(state.games) if games is None else games
    owner = int(tables.issues.owner[line.issue])
    level = tables.halves[owner][:, line.issue].take(offer[:, owner])
    number_asked = people_asked(tables, level, offer[:, 3]) if line.issue == tables.issues.people else None
    found: Bool = _beyond(tables, state, line, level, which, number_asked)
    return found & holds(tables, state, line.when).take(which)


def closed_halves(tables: Tables, state: State, actor: int, owner: int) -> Bool:
    """The halves of an owner, each with its levels' own number of people, that cross an actor. bool[H].

    Args:
        state: one game.
    """
    every = np.arange(len(tables.halves[owner]), dtype=np.int32)
    found = np.zeros(len(every), np.bool_)
    for number in lines_of(tables, actor):
        if tables.issues.owner[tables.politics.lines[number].issue] == owner:
            found |= touched_halves(tables, state, number, every, np.zeros(1, np.intp))[0]
    return found


def touched_halves(
    tables: Tables, state: State, number: int, halves: I32, games: Games, most_people: int | None = None
) -> Bool:
    """Whether halves, with their levels' own numbers of people, touch a line in games. bool[n,h].

    Args:
        halves: int32[h], of the owner of the line's issue.
        games: intp[n].
        most_people: how many could be freed, where it is not to be read from the games.
    """
    line = tables.politics.lines[number]
    level = tables.halves[int(tables.issues.owner[line.issue])][halves, line.issue][None, :]
    people = people_asked(tables, level) if line.issue == tables.issues.people else None
    found = _beyond(tables, state, line, level, games[:, None], people, most_people)
    return found & holds(tables, state, line.when).take(games)[:, None]


def _beyond(
    tables: Tables,
    state: State,
    line: RedLine,
    level: I8,
    games: Games,
    people: I64 | None,
    most_people: int | None = None,
) -> Bool:
    """Whether levels (or numbers of people) lie beyond a line, whatever its condition. bool[n]."""
    if people is not None:
        least = int(tables.issues.people_number[line.level])
        most: I32 | int = np.maximum(state.held - state.promised, 0).take(games)
        if most_people is not None:
            most = most_people
        freed = np.minimum(people, most)
        return freed > least if line.above else freed < np.minimum(least, most)
    base = state.base[:, line.issue].take(games)
    if line.above:
        return (level > line.level) & (level > base)
    return np.maximum(level, base) < line.level
