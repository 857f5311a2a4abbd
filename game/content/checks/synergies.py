"""Can synergies hold, and whose are they?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.actors import Synergy
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Issues of one owner and of the world, no people issue, no level that always holds."""
    for a, actor in enumerate(names.scenario.actors):
        for y, synergy in enumerate(actor.synergies):
            yield from _synergy(names, ("actors", a, "synergies", y), synergy)


def _synergy(names: Names, path: Path, synergy: Synergy) -> Iterator[Remark]:
    owners = {owner for issue in synergy.when if (owner := names.owner(issue)) is not None}
    if len(owners) > 1:
        yield Remark(
            (*path, "when"),
            "synergy",
            _("names issues of both seats"),
            _("Name issues of one seat, and of the world if needed."),
        )
    people = names.people_issue
    for issue, level in synergy.when.items():
        if people is not None and issue == people.id:
            yield Remark(
                (*path, "when", issue),
                "no-effect",
                _("the people issue has no level in force"),
                _("Leave it out; people are valued by counts."),
                at_key=True,
            )
        elif names.levels.get(issue, {}).get(level) == 0:
            yield Remark(
                (*path, "when", issue),
                "no-effect",
                _("'{level}' is the first level, so this always holds").format(level=level),
                _("Name a higher level, or leave the issue out."),
            )
