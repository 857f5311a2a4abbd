"""Can a reader find every source of a real case?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.foundation.texts import _
from game.linting.case import Case


def check(case: Case) -> Iterator[Remark]:
    """Sources without an address, and real cases without any source."""
    if case.invented:
        return
    if not case.scenario.sources:
        yield Remark(
            ("sources",),
            "no-sources",
            _("a real case without a source: nobody can tell what of it is known"),
            _("List the sources; or write fiction: … if the case is invented."),
            "warning",
            at_key=True,
        )
    for name, source in case.scenario.sources.items():
        if source.url is None and source.note is None:
            yield Remark(
                ("sources", name),
                "no-address",
                _("the source '{source}' has no url").format(source=name),
                _("Write where it can be read, or in a note why it cannot."),
                "note",
                at_key=True,
            )
