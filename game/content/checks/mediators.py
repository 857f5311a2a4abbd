"""Do plans name mediators that there are, and can escrow hold both halves?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark, known
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.plans import Plan
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Mediators of plans, and the steps of plans with escrow."""
    mediators = [actor.id for actor in names.scenario.actors if actor.mediator is not None]
    for p, plan in enumerate(names.scenario.plans):
        if plan.mediator is not None:
            yield from known(("plans", p, "mediator"), plan.mediator, mediators, _("actor with 'mediator'"))
        if plan.escrow:
            yield from _escrow(("plans", p), plan)
    used = {plan.mediator for plan in names.scenario.plans}
    for a, actor in enumerate(names.scenario.actors):
        if actor.mediator is not None and actor.mediator.when is not None and actor.id not in used:
            yield Remark(
                ("actors", a, "mediator", "when"),
                "no-effect",
                _("no plan needs this mediator"),
                _("Write mediator: {actor} at a plan, or remove it.").format(actor=actor.id),
            )


def _escrow(path: Path, plan: Plan) -> Iterator[Remark]:
    if plan.mediator is None:
        yield Remark(
            (*path, "escrow"),
            "escrow",
            _("nobody holds what both sides put in"),
            _("Write mediator: and an actor that has 'mediator'."),
            at_key=True,
        )
    if len({(side.steps, side.delay) for side in plan.sides.values()}) > 1:
        yield Remark(
            (*path, "escrow"),
            "escrow",
            _("both halves cannot go together, since their steps or delays differ"),
            _("Give both seats the same steps and the same delay."),
            at_key=True,
        )
