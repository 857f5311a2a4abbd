"""Titles of scenarios, without the time it takes to read whole files."""

from __future__ import annotations

from game.foundation.places import scenarios_folder


def title_of(scenario: str) -> str:
    """The title of a scenario that came with the game, by its id; the id itself of any other.

    It is read from its line alone: the first page names the last game and has to be there at once.
    """
    try:
        lines = (scenarios_folder() / f"{scenario}.yaml").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):  # a scenario of somebody's own; an id that is no name for a file
        return scenario
    titles = (line.removeprefix("title:") for line in lines if line.startswith("title:"))
    return next(titles, scenario).strip().strip("'\"")
