"""Conditions and effects as the rules read them (docs/rules.md 5)."""

from game.content.compiling.exact import micro
from game.content.names import Names
from game.content.schema.conditions import AllOf, AnyOf, Comparison, Condition, Not, form_of
from game.content.schema.effects import (
    ArrestEffect,
    Effect,
    EndEffect,
    FreeEffect,
    LevelEffect,
    MoodEffect,
    PayoffEffect,
    PromiseEffect,
    RevokeEffect,
    TrustEffect,
)
from game.rules import clauses
from game.rules.clauses import Does, Op, Quantity, Step

NEVER: clauses.Condition = (Step(Op.LESS, Quantity.TURN, 0, 0),)
"""A condition that no turn fulfils."""

_OPS = {
    ">=": Op.AT_LEAST,
    "<=": Op.AT_MOST,
    "=": Op.IS,
    "!=": Op.IS_NOT,
    ">": Op.MORE,
    "<": Op.LESS,
}


def condition(names: Names, written: Condition | None) -> clauses.Condition:
    """A condition in postfix order; nothing written always holds."""
    if written is None:
        return ()
    form = form_of(written)
    match form:
        case AllOf():
            return _folded(names, form.all_of, Op.ALL)
        case AnyOf():
            return _folded(names, form.any_of, Op.ANY)
        case Not():
            return (*condition(names, form.none_of), Step(Op.NOT))
        case Comparison():
            return (_step(names, form),)


def _folded(names: Names, parts: tuple[Condition, ...], op: Op) -> clauses.Condition:
    steps = [step for part in parts for step in condition(names, part)]
    return (*steps, Step(op, value=len(parts)))


def _step(names: Names, test: Comparison) -> Step:
    return Step(_OPS[test.sign], Quantity[test.quantity.upper()], _index(names, test), value_of(names, test))


def _index(names: Names, test: Comparison) -> int:
    match test.quantity:
        case "trust" | "breached" | "snapped":
            return names.seats[test.of]
        case "level":
            return names.issues[test.of]
        case "since":
            return names.events[test.of]
        case "moved":
            return names.moves[test.of]
        case _:
            return 0


def value_of(names: Names, test: Comparison) -> int:
    """The whole number that a comparison compares with.

    Raises:
        KeyError: a level that the issue does not have.
        ValueError: no number, and no date of the calendar either.
    """
    if test.quantity == "level":
        return names.levels[test.of][test.value]
    if test.quantity == "turn":
        turn = names.scenario.calendar.turn_of(test.value)
        if turn is None:
            raise ValueError(test.value)
        return turn
    return int(test.value)


def effects(names: Names, written: tuple[Effect, ...]) -> tuple[clauses.Effect, ...]:
    """Effects in their order; a mood of a side is one effect for each of its ratifiers."""
    return tuple(effect for one in written for effect in _effect(names, one))


def _effect(names: Names, written: Effect) -> tuple[clauses.Effect, ...]:
    match written:
        case TrustEffect(trust=of):
            return (clauses.Effect(Does.TRUST, names.seats[of.seat], of.by),)
        case MoodEffect(mood=moods):
            return tuple(
                clauses.Effect(Does.MOOD, number, moods.by)
                for number, actor in enumerate(names.actor_list)
                if (actor.id == moods.actor and (actor.ratifier or actor.member))
                or (actor.ratifier and moods.side is not None and actor.side == moods.side)
            )
        case LevelEffect(level=of) if of.to is not None:
            return (clauses.Effect(Does.LEVEL_TO, names.issues[of.issue], names.levels[of.issue][of.to]),)
        case LevelEffect(level=of):
            return (clauses.Effect(Does.LEVEL_BY, names.issues[of.issue], of.by or 0),)
        case RevokeEffect(revoke=seat):
            return (clauses.Effect(Does.REVOKE, names.seats[seat], 0),)
        case ArrestEffect(arrest=people):
            return (clauses.Effect(Does.ARREST, 0, people),)
        case FreeEffect(free=people):
            return (clauses.Effect(Does.FREE, 0, people),)
        case PayoffEffect(payoff=of):
            return (clauses.Effect(Does.PAYOFF, names.seats[of.seat], micro(of.by)),)
        case PromiseEffect(promise=of):
            return (clauses.Effect(Does.PROMISE, names.actors[of.actor], micro(of.by)),)
        case EndEffect(end=ending):
            return (clauses.Effect(Does.END, names.endings[ending], 0),)
