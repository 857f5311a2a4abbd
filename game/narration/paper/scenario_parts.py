"""Parts of pages that come from a scenario alone: what it does not claim, its facts, its sources."""

from __future__ import annotations

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.narration.dates import day
from game.narration.figures import many
from game.narration.paper.markup import Markup, element, inside, link, listed


def caution(scenario: Scenario) -> Markup:
    """What the model does not claim, as of when, and where to write."""
    lines = [
        _(
            "A model with stated assumptions, made for learning. "
            "It is not a forecast and no guide to real talks."
        ),
        _("Facts as of {date}. Corrections and requests for removal: {contact}.").format(
            date=day(scenario.as_of), contact=scenario.contact
        ),
        scenario.fiction or "",
    ]
    return inside([element("p", line) for line in lines if line])


def facts(scenario: Scenario) -> Markup:
    """The fact box, and how many are held by whose count."""
    people = scenario.people
    lines = [element("p", scenario.fact_box)]
    if people is not None:
        held = _("Held at the start: {n}; sources range from {low} to {high}.")
        said = held.format(n=many(people.held), low=many(people.low), high=many(people.high))
        lines.append(element("p", said))
        lines += [element("p", people.note, class_="muted")] if people.note else []
    return inside(lines)


def sources(scenario: Scenario) -> Markup:
    """Every source of the scenario, and what is assumed."""
    said = _(
        "Every number of the scenario names one of these sources or is marked as its designer's "
        "assumption. All weights (how much something is worth to whom) are assumptions; how they "
        "become numbers is written in the program's pages on its rules and on the debrief."
    )
    items = [
        [f"{name}: ", link(source.title, source.url), f" ({source.date})"]
        for name, source in scenario.sources.items()
    ]
    return inside([element("p", said), element("div", listed(items), class_="sources")])
