"""Every assumption of every scenario with its reason, made from the files so that none can be left out.

`python -m game.content.listing_assumptions` writes `docs/assumptions.md`; a test compares.
"""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import BaseModel

from game.content.loading import load
from game.content.objects import objects
from game.content.reading.places import Path as Steps
from game.content.schema.kinds import ASSUMED
from game.content.schema.part import Based, Inside
from game.content.schema.scenario import Scenario
from game.foundation.keeping import keep
from game.foundation.places import scenarios_folder

PAGE = "docs/assumptions.md"

GENERAL = {
    "calendar": "A class has about 45 minutes: turns and plies are as many as fit. Months count alike, so "
    "that neither seat is more patient by assumption.",
    "trust": "Trust is harder to win than to lose (decision 025).",
    "seats": "Both seats start with the same trust, exposure and floors, and with three types of the same "
    "chances: a hard one, an even one and one in a hurry. So neither is stronger by assumption.",
    "people": "See the note of the count.",
    "issues": "Levels follow instruments that existed; a level's leverage and life grow with how much of the "
    "measure is given and with how hard it is to take back.",
    "world": "Levels name what the sources speak of; where a chance stands beside one it is a guess.",
    "actors": "Signs follow what the actor said it wanted before the first agreement; sizes are set so that "
    "no single issue decides everything (about 1 for what matters most, 0.1 for what matters little).",
    "plans": "Open to the other is half of what is given where both act at once, all of it where one acts "
    "first, and 1 / (2 sqrt n) of it in n answered steps (decision 025).",
    "moves": "A side move costs little beside an agreement and can be made every few turns; where it asks "
    "somebody else, it often fails.",
    "arrests": "See the note.",
    "events": "What is known to happen now and then happens with a chance of a few in a hundred a month; "
    "what had a date has it.",
    "balance": "See the note.",
}
"""The reason where an object has no note of its own, by the part of the file it stands in."""

_INTRODUCTION = """\
# What the scenarios assume

Made from `scenarios/*.yaml` by `python -m game.content.listing_assumptions`; edit those. Each row is an
object of a file whose numbers are marked `basis: assumed`: no source gives them. They were set from what was
known before the first agreement of the case, never from how it ended:
[decision 025](decisions/025-flagship-weights.md) and [decision 110](decisions/110-cases.md). Numbers with a
source stand in the files with its id. A reason in *italics* is the general one for that part of a file:

"""


class Row(BaseModel):
    """One assumption: where it stands, its numbers, and why."""

    place: str
    numbers: str
    reason: str


def page(scenarios: Iterable[Scenario]) -> str:
    """The whole page, scenario by scenario."""
    general = "".join(f"* **{part}**: *{reason}*\n" for part, reason in GENERAL.items())
    return _INTRODUCTION + general + "".join(_section(scenario) for scenario in scenarios)


def rows(scenario: Scenario) -> Iterator[Row]:
    """Every assumption of one scenario, in the order of its file."""
    for path, part in objects(scenario):
        if isinstance(part, Based | Inside) and part.bases == (ASSUMED,):
            reason = part.note or f"*{path[0]}*"
            yield Row(place=_place(scenario, path), numbers=_numbers(part), reason=_cell(reason))


def _section(scenario: Scenario) -> str:
    found = list(rows(scenario))
    head = f"\n## {scenario.id}: {scenario.title}\n\n{len(found)} assumptions.\n\n"
    lines = [f"| {row.place} | {row.numbers} | {row.reason} |" for row in found]
    return head + "| where | numbers | reason |\n|---|---|---|\n" + "\n".join(lines) + "\n"


def _place(scenario: Scenario, path: Steps) -> str:
    """Ids instead of numbers, as in `actors.presidency`."""
    names: list[str] = []
    here: object = scenario
    for step in path:
        if isinstance(step, int):
            here = here[step] if isinstance(here, tuple) else here
            names.append(str(getattr(here, "id", step + 1)))
        else:
            here = _inside(here, step)
            names.append(step)
    return f"`{'.'.join(names)}`"


def _inside(here: object, step: str) -> object:
    if isinstance(here, dict):
        return here[step]
    for name, info in type(here).model_fields.items() if isinstance(here, BaseModel) else ():
        if step in (name, info.alias):
            return getattr(here, name)
    return None


def _numbers(part: BaseModel) -> str:
    """The numbers of an object with their keys, without those that have a basis of their own."""
    return _cell(" ".join(_pairs(part)))


def _pairs(part: BaseModel) -> Iterator[str]:
    for name, info in type(part).model_fields.items():
        if name not in ("id", "note", "basis", "title", "text", "brief", "mandate", "why"):
            yield from _pair(info.alias or name, getattr(part, name))


def _pair(key: str, value: object) -> Iterator[str]:
    if isinstance(value, bool | date) or value is None or value == ():
        return
    if isinstance(value, int | Decimal):
        yield f"{key} {value:f}" if isinstance(value, Decimal) else f"{key} {value}"
    elif isinstance(value, BaseModel):
        if not (isinstance(value, Inside | Based) and value.bases):
            inner = " ".join(_pairs(value))
            if inner:
                yield f"{key} ({inner})"
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _pair(str(name), item)
    elif isinstance(value, tuple):
        yield from _items(key, value)


def _items(key: str, value: tuple[object, ...]) -> Iterator[str]:
    if all(isinstance(item, int | Decimal) for item in value):
        yield f"{key} [{', '.join(map(str, value))}]"
        return
    for item in value:
        yield from _pair(str(getattr(item, "id", key)), item)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip() or "none: a choice of structure"


def shipped() -> list[Scenario]:
    """All scenarios that come with the game, by name."""
    files = sorted(scenarios_folder().glob("*.yaml"))
    return [load(path) for path in files if not path.name.endswith(".cases.yaml")]


if __name__ == "__main__":
    keep(Path(sys.argv[1] if len(sys.argv) > 1 else PAGE), page(shipped()), replace=True)
