"""`weigh`: from judgements to the weights of an actor, and how far each may move before an outcome turns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import click

from game.analysis.weighing.pairs import Judged, Judgement, points_from_pairs, unconnected
from game.analysis.weighing.points import spans, weights_from_points
from game.analysis.weighing.reweighing import with_weights
from game.analysis.weighing.stake import Stake
from game.analysis.weighing.turning import TooFlat, turning_point
from game.cli.judging_swings import Judgeable, ask_pairs, ask_points, judgeable, read_pairs, read_points
from game.cli.weights_in_words import Outcome, Weight, as_object, outcomes_in_words, weights_in_words
from game.cli.what_if import BadQuestion, WhatIf, actor_number, asked
from game.content.checks.amounts import most_weight
from game.content.compiling.compile import compile_
from game.content.compiling.exact import micro
from game.content.names import Names
from game.content.schema.actors import Actor
from game.foundation.texts import _
from game.match.library import Opened, open_scenario
from game.narration.words import words_of


@dataclass(frozen=True)
class Asked:
    """What was asked for on the command line."""

    file: str
    actor: str
    swing: str | None
    pairs: str | None
    ask: str
    as_written: bool
    packages: tuple[str, ...]
    plan: str | None
    trust: str | None
    type_: str | None
    as_json: bool


def weigh_actor(asked_for: Asked) -> int:
    """Work out the weights, and what hangs on them; print both."""
    if sum((asked_for.swing is not None, asked_for.pairs is not None, asked_for.as_written)) > 1:
        raise BadQuestion(_("Give one of --swing, --pairs and --as-written."))
    opened = open_scenario(asked_for.file)
    number = actor_number(opened.lexicon, asked_for.actor)
    names = Names(opened.scenario)
    actor = names.actor_list[number]
    weights, judged = _weights(asked_for, judgeable(names, actor, spans(names, actor)), actor)
    opened = _reweighed(opened, actor.id, weights)
    questions = [
        asked(opened, actor.id, package, asked_for.plan, asked_for.trust, asked_for.type_)
        for package in asked_for.packages
    ]
    outcomes = [_outcome(question) for question in questions]
    now = Names(opened.scenario).actor_list[number]
    if asked_for.as_json:
        click.echo(json.dumps(as_object(now, judged, outcomes), ensure_ascii=False))
    else:
        for line in (*weights_in_words(actor, now, judged), *outcomes_in_words(outcomes)):
            click.echo(line)
    return 0


def _weights(asked_for: Asked, what: Judgeable, actor: Actor) -> tuple[dict[str, Decimal], Judged | None]:
    if asked_for.as_written:
        return {}, None
    if asked_for.swing is not None:
        return weights_from_points(actor, read_points(what, asked_for.swing), what.spans), None
    if asked_for.pairs is None and asked_for.ask == "points":
        return weights_from_points(actor, ask_points(what), what.spans), None
    judgements = ask_pairs(what) if asked_for.pairs is None else read_pairs(what, asked_for.pairs)
    judged = _judged(judgements)
    return weights_from_points(actor, judged.points, what.spans), judged


def _judged(judgements: Sequence[Judgement]) -> Judged:
    apart = unconnected(judgements)
    if apart is not None:
        raise BadQuestion(
            _("Nothing compares {first} with {second}. Add one such pair.").format(
                first=", ".join(apart[0]), second=", ".join(apart[1])
            )
        )
    return points_from_pairs(judgements)


def _reweighed(opened: Opened, actor: str, weights: dict[str, Decimal]) -> Opened:
    if not weights:
        return opened
    scenario = with_weights(opened.scenario, actor, weights)
    tables, lexicon = compile_(scenario)
    return replace(opened, scenario=scenario, tables=tables, lexicon=lexicon, words=words_of(scenario))


def _outcome(question: WhatIf) -> Outcome:
    """What decides a package now, and where each weight turns it."""
    opened = question.opened
    names = Names(opened.scenario)
    stake = Stake(names, opened.tables, question.actor, question.type_, question.state, question.offer)
    actor = names.actor_list[question.actor]
    weights = tuple(_turns(stake, names, actor, name) for name in actor.preferences)
    return Outcome(question, stake.margin, weights)


def _turns(stake: Stake, names: Names, actor: Actor, name: str) -> Weight:
    weight = micro(actor.preferences[name].weight)
    margin = stake.margin_by_weight(name)
    if margin is None:
        return Weight(name, weight, touched=False)
    most, slack = micro(most_weight(names, actor, name)), stake.slack(name)
    try:
        falls, rises = (turning_point(margin, weight, limit, slack) for limit in (-most, most))
    except TooFlat:
        return Weight(name, weight, flat=True)
    return Weight(name, weight, falls, rises)
