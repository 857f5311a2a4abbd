"""Do groups have a say that their line could move, and anybody with influence?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.names import Names
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Groups of ratifiers and members of allies only, with somebody who counts."""
    for a, actor in enumerate(names.scenario.actors):
        group, path = actor.group, ("actors", a, "group")
        if group is None:
            continue
        if actor.ratifier is None and actor.member is None:
            yield Remark(
                path,
                "no-effect",
                _("an actor without a vote tolerates nothing that a group could move"),
                _("Give it a ratifier's or member's vote, or remove the group."),
                at_key=True,
            )
        if not any(one.capability * one.salience for one in group.members):
            yield Remark(
                (*path, "members"),
                "group",
                _("nobody in the group has influence: capability times salience is 0 for all"),
                _("Give at least one member both above 0."),
                at_key=True,
            )
