"""Does everything that is defined do something?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.checks.walking import comparisons, conditions, effects
from game.content.schema.conditions import read_comparison
from game.content.schema.effects import EndEffect
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """World issues that nobody looks at, endings that nothing leads to, actors who value nothing."""
    yield from _world(case)
    ends = {effect.end for _path, effect in effects(case.names) if isinstance(effect, EndEffect)}
    for n, ending in enumerate(case.scenario.endings):
        if ending.when is None and ending.id not in ends:
            yield _unused(
                ("endings", n, "id"),
                _("nothing leads to the ending '{ending}'").format(ending=ending.id),
                _("Write when: CONDITION, or give an event the effect end: {ending}.").format(
                    ending=ending.id
                ),
            )
    for a, actor in enumerate(case.scenario.actors):
        if not actor.preferences and not actor.synergies:
            yield _unused(
                ("actors", a, "preferences"),
                _("'{actor}' values nothing, so nothing can matter to it").format(actor=actor.id),
                _("Give it a preference, or remove it."),
            )


def _world(case: Case) -> Iterator[Remark]:
    read = {
        read_comparison(text).of
        for path, condition in conditions(case.names)
        for _place, text in comparisons(condition, path)
    }
    for actor in case.scenario.actors:
        read |= set(actor.preferences)
        read |= {issue for synergy in actor.synergies for issue in synergy.when}
    for w, issue in enumerate(case.scenario.world):
        acts = issue.reception or any(level.arrests is not None for level in issue.levels)
        if not acts and issue.id not in read:
            yield _unused(
                ("world", w, "id"),
                _("nothing depends on the world issue '{issue}'").format(issue=issue.id),
                _("Name it in a condition, a preference or a synergy, or remove it."),
            )


def _unused(path: tuple[str | int, ...], message: str, hint: str) -> Remark:
    return Remark(path, "unused", message, hint, "warning")
