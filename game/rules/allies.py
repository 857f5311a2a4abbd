"""Measures of allies: world issues that change only if every member agrees (docs/rules.md 4.1).

Source: unanimity rule of the Council of the European Union on sanctions (Treaty on European Union, Article
31); that a member weighs the world against the opening is assumed, decision 004.
"""

from __future__ import annotations

import numpy as np

from game.foundation.arrays import I8, I64, Bool
from game.foundation.draws import below
from game.foundation.purposes import Purpose
from game.rules.chance import Lanes
from game.rules.conditions import holds
from game.rules.happenings import What
from game.rules.ledger import note
from game.rules.other_worlds import altered, opening_value
from game.rules.politics import AlliedVote, Member
from game.rules.state import Draft, State
from game.rules.tables import Tables
from game.rules.valuation import world_value


def members(tables: Tables) -> tuple[int, ...]:
    """The actors that have a say over a measure of allies."""
    return tuple(member.actor for vote in tables.politics.allied for member in vote.members)


def allied_votes(tables: Tables, draft: Draft) -> None:
    """Let allies decide on their measures where their condition holds."""
    words = Lanes(tables, draft.key, draft.clock.turn, Purpose.VOTE)
    for vote in tables.politics.allied:
        who = (draft.ended == 0) & holds(tables, draft, vote.when)
        if who.any():
            _decide(tables, draft, vote, who, words)


def _decide(tables: Tables, draft: Draft, vote: AlliedVote, who: Bool, words: Lanes) -> None:
    level = draft.level[:, vote.issue]
    last = int(tables.issues.levels[vote.issue]) - 1
    eased = np.minimum(level + 1, last).astype(np.int8)
    ease, tighten = who.copy(), who & (level > 0)
    cast = draft.write("ally_vote")
    for member in vote.members:
        day = below(words.lane(member.actor), 3).astype(np.int64) - 1
        feeling = (draft.mood[:, member.actor] + day) * vote.mood_unit
        least = opening_value(tables, member.actor) - member.tolerance - feeling
        yes = _worth(tables, draft, vote.issue, eased, member) >= least
        stays = _worth(tables, draft, vote.issue, level, member) >= least
        cast[:, member.actor] = np.where(who, np.where(yes, 1, -1), cast[:, member.actor])
        ease &= yes
        tighten &= ~stays
        if draft.record is not None and who[0] and not yes[0] and level[0] < last:
            note(draft, What.BLOCKED, index=vote.issue, amount=member.actor)
    to = np.where(ease, eased, np.where(tighten, level - 1, level)).astype(np.int8)
    changed = to != level
    if changed.any():
        draft.write("level")[changed, vote.issue] = to[changed]
        if changed[0]:
            note(draft, What.WORLD, index=vote.issue, amount=int(to[0]))


def _worth(tables: Tables, state: State, issue: int, level: I8, member: Member) -> I64:
    """What the world is worth to a member with the issue at a level. int64[B]."""
    levels = state.level.copy(order="K")
    levels[:, issue] = level
    there = altered(state, level=levels)
    return world_value(tables, there, member.actor, 0)
