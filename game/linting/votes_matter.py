"""Can every ratifier's vote decide something?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.schema.actors import Actor
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Ratifiers without a veto who are never needed for a quorum."""
    for seat in case.scenario.seats:
        voters = [
            (number, actor)
            for number, actor in enumerate(case.scenario.actors)
            if actor.side == seat.id and actor.ratifier is not None
        ]
        for number, actor in voters:
            others = [_votes(other) for _number, other in voters if other is not actor]
            if not actor.ratifier or actor.ratifier.veto or _pivotal(_votes(actor), others, seat.quorum):
                continue
            yield Remark(
                ("actors", number, "ratifier", "votes"),
                "idle-vote",
                _(
                    "with these votes '{actor}' never decides whether the quorum of {quorum} is reached"
                ).format(actor=actor.id, quorum=seat.quorum),
                _("Change the votes or the quorum of '{seat}', or make it a third party.").format(
                    seat=seat.id
                ),
                "warning",
            )


def _votes(actor: Actor) -> int:
    return actor.ratifier.votes if actor.ratifier else 0


def _pivotal(votes: int, others: list[int], quorum: int) -> bool:
    """Whether some group of the others falls short of the quorum without these votes and not with them."""
    sums = {0}
    for other in others:
        sums |= {total + other for total in sums}
    return any(total < quorum <= total + votes for total in sums)
