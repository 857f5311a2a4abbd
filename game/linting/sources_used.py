"""Does anything rest on every source?"""

import re
from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.content.objects import bases_of, sources_of
from game.foundation.texts import _
from game.linting.case import Case

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check(case: Case) -> Iterator[Remark]:
    """Sources that no number, step or sentence names."""
    scenario = case.scenario
    named = {scenario.people.counted_by if scenario.people else ""}
    for _path, part in case.objects:
        named.update(bases_of(part), sources_of(part))
    left = [source for source in scenario.sources if source not in named]
    for _path, text in (*case.prose.shown, *case.prose.notes) if left else ():
        if any(source in text for source in left):
            named.update(_WORD.findall(text))
    for source in left:
        if source not in named:
            yield Remark(
                ("sources", source),
                "unused-source",
                _("nothing rests on the source '{source}'").format(source=source),
                _("Name it in the basis, source or note of what it supports, or remove it."),
                "warning",
                at_key=True,
            )
