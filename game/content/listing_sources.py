"""The page of sources, for every scenario whose sources say in a note what they support.

`python -m game.content.listing_sources` writes those sections of `scenarios/SOURCES.md` anew and leaves the
others.
"""

import sys
from pathlib import Path

from game.content.loading import load
from game.content.schema.scenario import Scenario
from game.foundation.keeping import keep
from game.foundation.places import scenarios_folder

PAGE = "scenarios/SOURCES.md"
_HEAD = "| Id | Date | Kind | Page | Supports |\n|---|---|---|---|---|\n"


def page(written: str, scenarios: list[Scenario]) -> str:
    """The page as it is, with the section of each of these scenarios as it should be."""
    sections = written.rstrip("\n").split("\n## ")
    titles = [section.partition("\n")[0] for section in sections]
    for scenario in scenarios:
        new = section_of(scenario)
        if scenario.id in titles:
            sections[titles.index(scenario.id)] = new
        else:
            sections.append(new)
            titles.append(scenario.id)
    return "\n## ".join(section.rstrip("\n") + "\n" for section in sections)


def section_of(scenario: Scenario) -> str:
    """One scenario's sources as a table, without the marks of the heading."""
    rows = [
        f"| {name} | {source.date} | {source.kind} | [{source.title}]({source.url}) | {source.note} |\n"
        for name, source in scenario.sources.items()
    ]
    return f"{scenario.id}\n\n{_HEAD}{''.join(rows)}"


def annotated() -> list[Scenario]:
    """The scenarios of which every source has a note."""
    files = sorted(scenarios_folder().glob("*.yaml"))
    found = [load(path) for path in files if not path.name.endswith(".cases.yaml")]
    return [one for one in found if not one.fiction and all(s.note for s in one.sources.values())]


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else PAGE)
    keep(target, page(target.read_text(encoding="utf-8"), annotated()), replace=True)
