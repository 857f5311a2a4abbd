"""Does every number say where it comes from, and is there such a source?"""

from collections.abc import Iterator

from game.content.checks.remarks import Remark, known
from game.content.names import Names
from game.content.objects import bases_of
from game.content.reading.places import Path
from game.content.schema.kinds import ASSUMED
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Every `basis`, `source` and `counted_by`."""
    scenario = names.scenario
    known_ones = (ASSUMED, *scenario.sources)
    for path, part in names.objects:
        if bases := bases_of(part):
            yield from _named((*path, "basis"), bases, known_ones)
    for n, ending in enumerate(scenario.endings):
        yield from _named(("endings", n, "source"), ending.sources, tuple(scenario.sources))
    for n, step in enumerate(scenario.history):
        yield from _named(("history", n, "source"), step.sources, tuple(scenario.sources))
    if scenario.people is not None:
        yield from known(("people", "counted_by"), scenario.people.counted_by, known_ones, _("source"))
    if ASSUMED in scenario.sources:
        yield Remark(
            ("sources", ASSUMED),
            "reserved-id",
            _("'{word}' already means that there is no source").format(word=ASSUMED),
            _("Give the source another id."),
            at_key=True,
        )


def _named(path: Path, ids: tuple[str, ...], there: tuple[str, ...]) -> Iterator[Remark]:
    for number, id_ in enumerate(ids):
        yield from known((*path, number) if len(ids) > 1 else path, id_, there, _("source"))
    if ASSUMED in ids and len(ids) > 1:
        yield Remark(
            path,
            "value",
            _("names sources and '{word}' at once").format(word=ASSUMED),
            _("Name the sources only, and say in a note what is assumed."),
        )
