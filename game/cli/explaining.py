"""`explain`: what a package at the opening ledger is worth to an actor, as signed parts that sum to it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from game.cli.terminal.board import summed
from game.cli.terminal.wrapping import heading, item, paragraph
from game.cli.what_if import WhatIf, asked
from game.content.compiling.group_lines import group_line, tolerance_shift
from game.content.names import Names
from game.content.schema.actors import Actor
from game.foundation.texts import _
from game.match.library import open_scenario
from game.narration.explain import Explanation, explain_package
from game.narration.figures import utils
from game.narration.offers import half_items, in_words, nothing
from game.rules.tables import NONE


def explain_to_actor(
    file: str,
    actor: str,
    package: str,
    plan: str | None,
    trust: str | None,
    type_: str | None,
    as_json: bool,
) -> int:
    """Print the parts and their sum."""
    question = asked(open_scenario(file), actor, package, plan, trust, type_)
    opened = question.opened
    found = explain_package(
        opened.words, opened.tables, question.state, question.actor, question.type_, question.offer
    )
    if as_json:
        click.echo(json.dumps(_as_object(question, found), ensure_ascii=False))
    else:
        for line in _lines(question, found):
            click.echo(line)
    for idle in _idle(question, plan, trust):
        click.echo(idle, err=True)
    return 0


def _as_object(question: WhatIf, found: Explanation) -> dict[str, object]:
    parts = [{"name": part.name, "amount": part.amount, "why": part.why} for part in found.parts]
    return {
        "actor": question.opened.lexicon.actors.ids[question.actor],
        "package": question.package,
        "plan": question.plan_id,
        "trust": question.trust,
        "type": question.type_id,
        "total": found.total,
        "parts": parts,
        "never": [{"name": line.name, "why": line.why} for line in found.never],
        **_group(question),
    }


def _group(question: WhatIf) -> dict[str, Any]:
    """The line of a group with the plain mean beside it; nothing of actors that are none."""
    group = actor_of(question).group
    if group is None:
        return {}
    found = group_line(group)
    return {"group": {"line": float(found.line), "mean": float(found.mean), "shift": tolerance_shift(group)}}


def actor_of(question: WhatIf) -> Actor:
    """The actor that is asked about, as it is written."""
    return Names(question.opened.scenario).actor_list[question.actor]


def _lines(question: WhatIf, found: Explanation) -> Iterator[str]:
    opened = question.opened
    words = opened.words
    yield heading(_("What it is worth to {actor}").format(actor=words.actors[question.actor].title)).lstrip()
    yield paragraph(_package(question))
    for line in _assumed(question):
        yield item(line)
    yield _("In utils a month:")
    yield from summed(found, _meaning(question))
    if question.seat != NONE and not question.is_principal:
        needed = -int(opened.tables.tolerance[question.actor])
        yield paragraph(_("It votes yes from about {needed} on, by its mood.").format(needed=utils(needed)))
    yield from _settled(question)


def _settled(question: WhatIf) -> Iterator[str]:
    """Where the members of a group come to stand, and beside it their plain mean."""
    group = actor_of(question).group
    if group is None:
        return
    found, shift = group_line(group), utils(tolerance_shift(group))
    text = _(
        "Its members settle on {line:.1f} of 100 after {rounds} rounds of Bueno de Mesquita's model; their "
        "plain mean, by capability times salience, is {mean:.1f}. That moves what it tolerates by {shift}."
    )
    yield paragraph(text.format(line=found.line, mean=found.mean, rounds=group.rounds, shift=shift))


def _package(question: WhatIf) -> str:
    opened = question.opened
    sides = any(half_items(opened.words, opened.tables, seat, question.offer) for seat in (0, 1))
    return in_words(opened.words, opened.tables, question.offer) if sides else nothing()


def _assumed(question: WhatIf) -> Iterator[str]:
    words = question.opened.words
    if question.is_principal:
        types = words.types[question.actor]
        if question.type_ < len(types):
            yield _("if it is of this type: {type}").format(type=types[question.type_].title)
        else:
            yield _("on average over its possible types, each as likely as the scenario says")
    if question.trust is not None:
        yield _("at trust {trust} of 15 in {other}").format(
            trust=question.trust, other=words.seats[1 - question.seat].title
        )


def _meaning(question: WhatIf) -> str:
    if question.is_principal:
        return _("better than no agreement by")
    if question.seat != NONE:
        return _("change for {actor}").format(actor=question.opened.words.actors[question.actor].title)
    return _("change of the world for {actor} once all of it is in force").format(
        actor=question.opened.words.actors[question.actor].title
    )


def _idle(question: WhatIf, plan: str | None, trust: str | None) -> Iterator[str]:
    """What was asked for and changes nothing for this actor."""
    actor = question.opened.lexicon.actors.ids[question.actor]
    if plan is not None and question.plan_id is None:
        yield _("Note: --plan changes nothing for {actor}, which is no principal.").format(actor=actor)
    if trust is not None and question.trust is None:
        yield _("Note: --trust changes nothing for {actor}, which is of no side.").format(actor=actor)
