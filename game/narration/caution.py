"""What the model does not claim, as of when, and where to write."""

from __future__ import annotations

from game.content.schema.scenario import Scenario
from game.foundation.texts import _
from game.narration.dates import day


def caution_line(scenario: Scenario) -> str:
    """The caution in one line, for pages on which there is little room."""
    return _("A model, not a forecast. Facts as of {date}. Corrections: {contact}.").format(
        date=day(scenario.as_of), contact=scenario.contact
    )


def caution(scenario: Scenario) -> str:
    """The caution in full."""
    text = _(
        "A model with stated assumptions, made for learning. "
        "It is not a forecast and no guide to real talks. "
        "Offices and institutions are played; the people in prison are never pieces. "
        "Facts as of {date}. Corrections: {contact}."
    )
    return text.format(date=day(scenario.as_of), contact=scenario.contact)
