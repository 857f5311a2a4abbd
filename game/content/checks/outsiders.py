"""Can patrons and spoilers do what they are said to do?"""

from collections.abc import Iterator

from game.content.checks.references import SEAT
from game.content.checks.remarks import Remark, known
from game.content.names import Names
from game.content.schema.actors import Actor
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Patrons of a seat, one for each, of no side themselves; spoilers that are no principals."""
    principals = [seat.principal for seat in names.scenario.seats]
    patrons: dict[str, str] = {}
    for a, actor in enumerate(names.scenario.actors):
        if actor.patron is not None:
            yield from _patron(names, a, actor, patrons)
        if actor.spoiler is not None and actor.id in principals:
            yield Remark(
                ("actors", a, "spoiler"),
                "outsider",
                _("a principal refuses what hurts it and spoils nothing"),
                _("Remove it, or give it to another actor."),
                at_key=True,
            )


def _patron(names: Names, number: int, actor: Actor, patrons: dict[str, str]) -> Iterator[Remark]:
    path, patron = ("actors", number, "patron"), actor.patron
    assert patron is not None
    yield from known((*path, "of"), patron.of, names.seats, _(SEAT))
    if actor.side is not None:
        yield Remark(
            path, "outsider", _("a patron belongs to no side"), _("Remove 'side' or 'patron'."), at_key=True
        )
    first = patrons.setdefault(patron.of, actor.id)
    if first != actor.id:
        yield Remark(
            (*path, "of"),
            "second",
            _("'{first}' is already the patron of '{seat}'").format(first=first, seat=patron.of),
            _("A seat has at most one; remove it here or there."),
        )
    for key in ("share", "most"):
        if not getattr(patron, key):
            yield Remark((*path, key), "no-effect", _("so it never pays anything"), _("Write more than 0."))
