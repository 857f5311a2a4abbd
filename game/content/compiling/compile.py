"""A scenario as tables and lexicon."""

from dataclasses import fields, replace

import numpy as np

from game.content.compiling import parts
from game.content.compiling.group_lines import tolerated
from game.content.compiling.halves import half_lattice
from game.content.compiling.issues import issues
from game.content.compiling.politics import politics
from game.content.compiling.values import values
from game.content.lexicon import Lexicon, lexicon
from game.content.names import Names
from game.content.schema.actors import Actor
from game.content.schema.scenario import Scenario
from game.foundation.arrays import I8
from game.foundation.digests import digest
from game.rules.tables import NONE, Tables, frozen
from game.rules.version import RULES_VERSION

_SYNERGY_ISSUES = 3


def compile_(scenario: Scenario) -> tuple[Tables, Lexicon]:
    """The tables that the rules read, and the names of everything in them.

    Args:
        scenario: from `load`, so that every id in it is known and every number in its range.

    Returns:
        Tables with a digest over all that can change a game, texts excluded; and the lexicon.
    """
    names = Names(scenario)
    tables = compile_undigested(names)
    tables = replace(tables, digest=_digest(tables, names))
    return tables, lexicon(names, tables)


def compile_undigested(names: Names) -> Tables:
    """The tables without their digest, which takes as long as all the rest and is needed to play only."""
    scenario = names.scenario
    weight, remaining = parts.weights(names)
    plans = parts.plans(names)
    actors = names.actor_list
    voters = [actor.ratifier for actor in actors]
    pairs = _synergy_pairs(names)
    return Tables(
        digest="",
        rules_version=RULES_VERSION,
        issues=issues(names),
        plans=plans,
        trust=parts.trust(names),
        trust_start=(scenario.seats[0].trust, scenario.seats[1].trust),
        arrests=parts.arrests(names),
        held_start=scenario.people.held if scenario.people else 0,
        moves=parts.moves(names),
        events=parts.events(names),
        endings=parts.endings(names),
        plies=scenario.calendar.plies,
        first=names.seats[scenario.calendar.first],
        weight=weight,
        remaining=remaining,
        rows=int((plans.steps + plans.delay).max()) + 2,
        halves=(half_lattice(names, 0), half_lattice(names, 1)),
        synergy_issue=frozen(pairs[:, :, 0]),
        synergy_level=frozen(pairs[:, :, 1]),
        synergy_owner=_synergy_owners(names),
        values=values(names),
        sides=(parts.side(names, 0), parts.side(names, 1)),
        actor_side=_small([_side_of(names, number) for number in range(len(actors))]),
        votes=frozen(np.array([voter.votes if voter else 0 for voter in voters], np.int32)),
        veto=frozen(np.array([bool(voter and voter.veto) for voter in voters])),
        tolerance=frozen(np.array([tolerated(actor) if actor.ratifier else 0 for actor in actors], np.int32)),
        mood_start=_small([mood_at_start(actor) for actor in actors]),
        politics=politics(names),
    )


def _small(numbers: list[int]) -> I8:
    return frozen(np.array(numbers, np.int8))


def _side_of(names: Names, number: int) -> int:
    """The seat of a principal or ratifier; nobody's for third parties, even friendly ones."""
    actor = names.actor_list[number]
    if number < len(names.seats):
        return number
    return names.seats[actor.side] if actor.ratifier and actor.side else NONE


def mood_at_start(actor: Actor) -> int:
    """Of a ratifier or a member of allies; 0 for all others."""
    having = actor.ratifier or actor.member
    return having.mood if having else 0


def _synergy_pairs(names: Names) -> I8:
    """Issue and least level of each condition of each synergy. int8[Y,3,2], NONE where there are fewer."""
    synergies = [synergy for actor in names.actor_list for synergy in actor.synergies]
    found = np.full((len(synergies), _SYNERGY_ISSUES, 2), NONE, np.int8)
    for y, synergy in enumerate(synergies):
        for place, (issue, level) in enumerate(synergy.when.items()):
            found[y, place] = names.issues[issue], names.levels[issue][level]
    return found


def _synergy_owners(names: Names) -> I8:
    found = []
    for actor in names.actor_list:
        for synergy in actor.synergies:
            owners = (names.owner(issue) for issue in synergy.when)
            found.append(next((names.seats[owner] for owner in owners if owner), NONE))
    return _small(found)


def _digest(tables: Tables, names: Names) -> str:
    """Over every table but what history forces, and over the ids, by which moves are written down."""
    content = {
        part.name: getattr(tables, part.name)
        for part in fields(tables)
        if part.name not in ("digest", "forced")
    }
    ids = (
        tuple(names.seats),
        tuple((issue, tuple(levels)) for issue, levels in names.levels.items()),
        tuple(names.plans),
        tuple(names.moves),
        tuple(names.events),
        tuple(names.endings),
        tuple(names.actors),
        tuple(tuple(types) for types in names.types),
    )
    return digest((content, ids))
