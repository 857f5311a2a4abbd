"""Can every weight come to matter?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.compiling.preferences import heights_of
from game.content.names import COUNTS
from game.content.reading.places import Path
from game.content.schema.actors import Actor, Preference, Synergy
from game.content.schema.curves import FullAtCurve, HalfAtCurve
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Weights of nothing, of what cannot change, and factors on what is not valued."""
    for a, actor in enumerate(case.scenario.actors):
        for name, preference in actor.preferences.items():
            why = _idle_because(case, name, preference)
            if why:
                yield _idle(("actors", a, "preferences", name, "weight"), why)
        for y, synergy in enumerate(actor.synergies):
            yield from _synergy(case, ("actors", a, "synergies", y), synergy)
    actors = {actor.id: actor for actor in case.scenario.actors}
    for s, seat in enumerate(case.scenario.seats):
        for t, type_ in enumerate(seat.types):
            for name in type_.issues:
                if not _is_valued(actors[seat.principal], name):
                    yield _idle(
                        ("seats", s, "types", t, "issues", name),
                        _("'{actor}' does not value '{name}', so a factor on it changes nothing").format(
                            actor=seat.principal, name=name
                        ),
                        at_key=True,
                    )


def _is_valued(actor: Actor, name: str) -> bool:
    return name in actor.preferences and actor.preferences[name].weight != 0


def _idle_because(case: Case, name: str, preference: Preference) -> str:
    """Why a weight cannot matter; empty if it can."""
    if preference.weight == 0:
        return _("a weight of 0 weighs nothing")
    if isinstance(preference.curve, FullAtCurve | HalfAtCurve):  # these are never flat
        return (
            "" if case.reach.count_moves(name) else _("nobody can ever be '{count}' here").format(count=name)
        )
    heights = heights_of(case.names, name, preference)
    if name in COUNTS:
        if not case.reach.count_moves(name):
            return _("nobody can ever be '{count}' here").format(count=name)
    else:
        reached = sorted(case.reach.levels[name])
        if len(reached) == 1:
            return _("'{issue}' never changes").format(issue=name)
        heights = heights[reached]
    return "" if (heights != heights[0]).any() else _("the curve is flat, so more of it is worth no more")


def _synergy(case: Case, path: Path, synergy: Synergy) -> Iterator[Remark]:
    if synergy.amount == 0:
        yield _idle((*path, "amount"), _("an amount of 0 weighs nothing"))
    for issue, least in synergy.when.items():
        needed = case.names.levels[issue][least]
        if max(case.reach.levels[issue]) < needed:
            yield _idle(
                (*path, "when", issue),
                _("'{issue}' never comes to '{level}'").format(issue=issue, level=least),
            )


def _idle(path: Path, message: str, *, at_key: bool = False) -> Remark:
    hint = _("Change it so that it can matter, or remove it.")
    return Remark(path, "idle-weight", message, hint, "warning", at_key)
