"""Do measures of allies have members, and do members have a measure?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark, known
from game.content.names import Names
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Members of votes that there are, of no side; at least one for each vote."""
    voted = [world.id for world in names.scenario.world if world.vote is not None]
    taken = {actor.member.of for actor in names.scenario.actors if actor.member is not None}
    for a, actor in enumerate(names.scenario.actors):
        if actor.member is None:
            continue
        path = ("actors", a, "member")
        if actor.member.of in names.issues and actor.member.of not in voted:
            yield Remark(
                (*path, "of"),
                "no-effect",
                _("'{issue}' is not voted on by allies").format(issue=actor.member.of),
                _("Write vote: {mood_unit: 0.05} at a world issue, or remove it."),
            )
        else:
            yield from known((*path, "of"), actor.member.of, voted, _("measure of allies"))
        if actor.side is not None:
            yield Remark(
                path,
                "allied",
                _("an actor with a side is no ally with a say of its own"),
                _("Remove 'side', or make it a ratifier of its side instead."),
                at_key=True,
            )
    for n, world in enumerate(names.scenario.world):
        if world.vote is not None and world.id not in taken:
            yield Remark(
                ("world", n, "vote"),
                "allied",
                _("nobody votes on it, so it could never change"),
                _("Write member: {{of: {issue}, tolerance: 0.1}} at an actor.").format(issue=world.id),
                at_key=True,
            )
