"""Does anything rest on every source?"""

import re
from collections.abc import Iterator

from game.content.checks.remarks import Remark
from game.foundation.texts import _
from game.linting.case import Case

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def check(case: Case) -> Iterator[Remark]:
    """Sources that no number, step or sentence names."""
    scenario = case.scenario
    texts = (*case.prose.shown, *case.prose.notes)
    named = {word for _path, text in texts for word in _WORD.findall(text)}
    for _path, part in case.objects:
        for names in (getattr(part, "bases", ()), getattr(part, "sources", ())):
            named |= set(names) if isinstance(names, tuple) else set()
    named.add(scenario.people.counted_by if scenario.people else "")
    for source in scenario.sources:
        if source not in named:
            yield Remark(
                ("sources", source),
                "unused-source",
                _("nothing rests on the source '{source}'").format(source=source),
                _("Name it in the basis, source or note of what it supports, or remove it."),
                "warning",
                at_key=True,
            )
