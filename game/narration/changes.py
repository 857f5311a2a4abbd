"""How the world changed for somebody from the start of a game to its end, part by part."""

from __future__ import annotations

from game.narration.debrief import Finished
from game.narration.explain import Explanation, explain_world
from game.narration.explaining.part import Part
from game.rules.blank import blank_state


def change_of_the_world(done: Finished, actor: int) -> Explanation:
    """The world as it is now to an actor, less as it was at the start: micro-utils a month."""
    final = done.told.final
    kind = int(final.type[0, actor]) if actor < 2 else 0
    start = blank_state(done.tables, final.key[:1])
    now, before = (explain_world(done.words, done.tables, state, actor, kind) for state in (final, start))
    amounts: dict[str, int] = {}
    for sign, explanation in ((1, now), (-1, before)):
        for part in explanation.parts:
            amounts[part.name] = amounts.get(part.name, 0) + sign * part.amount
    parts = tuple(Part(name, amount, "") for name, amount in amounts.items() if amount)
    return Explanation(now.total - before.total, parts)
