"""What `weigh` found, as text and as an object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from game.analysis.weighing.pairs import Judged
from game.analysis.weighing.reweighing import plain, preference_line
from game.cli.terminal.wrapping import heading, item, paragraph
from game.cli.what_if import WhatIf
from game.content.compiling.exact import micro
from game.content.schema.actors import Actor
from game.foundation.integers import MICRO
from game.foundation.texts import _
from game.narration.figures import utils
from game.rules.tables import NONE

_ALARM = 0.1  # Saaty's rule of thumb

Answer = Literal["gains", "loses", "votes yes", "votes no"]


@dataclass(frozen=True)
class Weight:
    """A weight and where an outcome turns, in micro-utils.

    Args:
        falls, rises: the nearest weights below and above at which it is another; None if there are none.
        touched: whether the package has anything to do with it.
        flat: so little depends on it that where it turns was not found.
    """

    name: str
    weight: int
    falls: int | None = None
    rises: int | None = None
    touched: bool = True
    flat: bool = False


@dataclass(frozen=True)
class Outcome:
    """What an actor makes of a package.

    Args:
        margin: what decides, micro-utils a month; from 0 on it gains, or votes yes.
    """

    question: WhatIf
    margin: int
    weights: tuple[Weight, ...]

    @property
    def answer(self) -> Answer:
        """Whether it gains, or how it votes."""
        if self.question.is_principal or self.question.seat == NONE:
            return "gains" if self.margin >= 0 else "loses"
        return "votes yes" if self.margin >= 0 else "votes no"


def as_object(actor: Actor, judged: Judged | None, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The same for programs, in micro-utils."""
    return {
        "actor": actor.id,
        "weights": {name: micro(one.weight) for name, one in actor.preferences.items()},
        "consistency_ratio": None if judged is None else judged.consistency,
        "yaml": [preference_line(name, one) for name, one in actor.preferences.items()],
        "outcomes": [_outcome_as_object(outcome) for outcome in outcomes],
    }


def _outcome_as_object(outcome: Outcome) -> dict[str, Any]:
    question = outcome.question
    return {
        "package": question.package,
        "plan": question.plan_id,
        "trust": question.trust,
        "type": question.type_id,
        "outcome": outcome.answer,
        "margin": outcome.margin,
        "weights": [
            {
                "name": one.name,
                "weight": one.weight,
                "falls_to": one.falls,
                "rises_to": one.rises,
                "touched": one.touched,
                "found": not one.flat,
            }
            for one in outcome.weights
        ],
    }


def weights_in_words(before: Actor, after: Actor, judged: Judged | None) -> Iterator[str]:
    """The weights, what they were, and the lines to paste."""
    yield heading(_("Weights of {actor}").format(actor=after.title)).lstrip()
    for name, preference in after.preferences.items():
        old, new = before.preferences[name].weight, preference.weight
        text = plain(new) if old == new else _("{new} (was {old})").format(new=plain(new), old=plain(old))
        yield item(f"{name}: {text}")
    if judged is not None:
        yield from _consistency_in_words(judged)
    yield ""
    yield _("To paste under the actor's preferences:")
    yield ""
    for name, preference in after.preferences.items():
        yield f"      {preference_line(name, preference)}"


def _consistency_in_words(judged: Judged) -> Iterator[str]:
    if judged.consistency is None:
        yield paragraph(_("No consistency ratio is known for so many things."))
    else:
        advice = _("too high: look at the judgements again") if judged.consistency > _ALARM else _("good")
        yield paragraph(
            _("Consistency ratio {ratio:.3f} ({advice}).").format(ratio=judged.consistency, advice=advice)
        )
    if judged.judged < judged.possible:
        yield paragraph(
            _("{judged} of {possible} pairs were judged; the others cannot contradict.").format(
                judged=judged.judged, possible=judged.possible
            )
        )


def outcomes_in_words(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What the actor makes of each package, and how far each weight may move before that turns."""
    for outcome in outcomes:
        question = outcome.question
        plan = f" ({question.plan_id})" if question.plan_id else ""
        yield heading(f"{question.package}{plan}")
        yield paragraph(_says(outcome))
        yield _("It turns, all other weights as they are, when:")
        for one in outcome.weights:
            yield item(_move_in_words(one))


def _says(outcome: Outcome) -> str:
    said = {
        "gains": _("{actor} gains by it: {margin} utils a month."),
        "loses": _("{actor} loses by it: {margin} utils a month."),
        "votes yes": _("{actor} votes yes, with {margin} utils a month to spare."),
        "votes no": _("{actor} votes no; {margin} utils a month are missing."),
    }[outcome.answer]
    actor = outcome.question.opened.words.actors[outcome.question.actor].title
    return said.format(actor=actor, margin=utils(outcome.margin))


def _move_in_words(one: Weight) -> str:
    if not one.touched:
        return _("{name}: never; the package does not touch it").format(name=one.name)
    if one.flat:
        return _("{name}: so little depends on it that this was not worked out").format(name=one.name)
    ways = []
    if one.falls is not None:
        ways.append(_("falls to {weight}").format(weight=_decimal(one.falls)))
    if one.rises is not None:
        ways.append(_("rises to {weight}").format(weight=_decimal(one.rises)))
    if not ways:
        return _("{name} ({weight}): never").format(name=one.name, weight=_decimal(one.weight))
    return _("{name} ({weight}) {ways}").format(
        name=one.name, weight=_decimal(one.weight), ways=_(" or ").join(ways)
    )


def _decimal(amount: int) -> str:
    return plain(Decimal(amount) / MICRO)
