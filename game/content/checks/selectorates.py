"""Do the goods of a selectorate move any weight?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark, known
from game.content.names import COUNTS, Names
from game.content.reading.places import Path
from game.content.schema.actors import Actor, Selectorate
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Goods that the actor has a preference for, each of one kind."""
    for a, actor in enumerate(names.scenario.actors):
        if actor.selectorate is not None:
            yield from _goods(names, ("actors", a, "selectorate"), actor, actor.selectorate)


def _goods(names: Names, path: Path, actor: Actor, selectorate: Selectorate) -> Iterator[Remark]:
    seen: set[str] = set()
    for kind in ("private", "public"):
        for n, name in enumerate(getattr(selectorate, kind)):
            place = (*path, kind, n)
            yield from known(place, name, (*names.issues, *COUNTS), _("issue or count of people"))
            if name in seen:
                yield Remark(
                    place,
                    "duplicate",
                    _("'{name}' is listed already").format(name=name),
                    _("A good is private or public; name each once."),
                )
            elif name not in actor.preferences and name in (*names.issues, *COUNTS):
                yield Remark(
                    place,
                    "no-effect",
                    _("the actor has no preference for '{name}'").format(name=name),
                    _("Write one, or leave it out here."),
                )
            seen.add(name)
