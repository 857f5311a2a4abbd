"""Could one id mean two things?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.lexicon import NOTHING, PLAN
from game.content.names import COUNTS, Names
from game.content.schema.plans import PlanHead
from game.foundation.texts import _

_OF_PLANS = frozenset(PlanHead.model_fields)


def check(names: Names) -> Iterator[Remark]:
    """Ids that two lists share, and words that already mean something. One list is checked in reading."""
    scenario = names.scenario
    owned = {issue.id for issue in scenario.issues}
    for i, issue in enumerate(scenario.world):
        if issue.id in owned:
            yield Remark(
                ("world", i, "id"),
                "duplicate-id",
                _("'{id}' is already the id of an issue").format(id=issue.id),
                _("Give each issue an id of its own, those of the world too."),
            )
    for path, any_issue in zip(names.issue_paths, names.issue_list, strict=True):
        if any_issue.id in (*COUNTS, PLAN, NOTHING):
            yield _reserved((*path, "id"), any_issue.id)
    for s, seat in enumerate(scenario.seats):
        if seat.id in _OF_PLANS:
            yield _reserved(("seats", s, "id"), seat.id)


def _reserved(path: tuple[str | int, ...], id_: str) -> Remark:
    return Remark(
        path,
        "reserved-id",
        _("'{id}' already means something else in a scenario").format(id=id_),
        _("Choose another id."),
    )
