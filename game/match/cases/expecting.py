"""Whether things are as a test case expects them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.content.compiling.conditions import condition as compiled
from game.content.compiling.exact import micro
from game.content.names import Names
from game.content.reading.faults import Complaint
from game.content.reading.places import Path
from game.content.schema.conditions import AllOf, AnyOf, Condition, Not
from game.foundation.errors import GameError
from game.foundation.integers import MICRO
from game.foundation.texts import _
from game.match.cases import schema
from game.match.cases.failing import Failed, known
from game.match.cases.playing import Played, move_of
from game.match.library import Opened
from game.narration.explain import explain_package
from game.rules.conditions import holds, quantity
from game.rules.happenings import What
from game.rules.play import is_legal
from game.rules.reasons import why_not

ON, HORIZON = "goes_on", "last_turn"
_FIRST_ENDING = 4  # codes below are the horizon and talks broken off by a seat
_FIXED = {0: ON, 1: HORIZON}


def require(opened: Opened, played: Played, expected: schema.Expectation, path: Path) -> None:
    """Raises Failed if something is not as expected."""
    _CHECKS[type(expected)](opened, played, expected, path)


def _holds(opened: Opened, played: Played, expected: schema.Holds, path: Path) -> None:
    at = (*path, "holds")
    try:
        steps = compiled(Names(opened.scenario), expected.holds)
    except (KeyError, ValueError, TypeError) as fault:
        said = fault.fault.message if isinstance(fault, Complaint) else str(fault)
        message = _("names something that the scenario does not have: {what}").format(what=said)
        raise Failed(at, message) from None
    if not holds(opened.tables, played.state, steps)[0]:
        said = "; ".join(_readings(opened, played, expected.holds))
        raise Failed(at, _("does not hold: {found}").format(found=said))


def _readings(opened: Opened, played: Played, condition: Condition) -> list[str]:
    """What each comparison of a condition finds."""
    match condition:
        case str():
            step = compiled(Names(opened.scenario), condition)[0]
            value = int(quantity(opened.tables, played.state, step)[0])
            worded = _worded(opened, step, value)
            return [_("'{test}', where it is {value}").format(test=condition, value=worded)]
        case AllOf(all_of=inner) | AnyOf(any_of=inner):
            return [line for one in inner for line in _readings(opened, played, one)]
        case Not(none_of=negated):
            return _readings(opened, played, negated)


def _worded(opened: Opened, step: Any, value: int) -> str:
    """A value as the scenario writes it: a level by its id, a turn from 1."""
    if step.quantity.name == "LEVEL":
        ids: tuple[str, ...] = opened.lexicon.levels[step.index].ids
        return ids[value]
    return str(value + 1 if step.quantity.name == "TURN" else value)


def _legal(opened: Opened, played: Played, expected: schema.LegalNow, path: Path) -> None:
    at = (*path, "legal")
    seat, action = move_of(opened, expected.legal, at)
    _require_turn(opened, played, seat, at)
    if not is_legal(opened.tables, played.state, action)[0]:
        raise Failed(at, _("is refused: {why}").format(why=why_not(opened.tables, played.state, action, 0)))


def _refused(opened: Opened, played: Played, expected: schema.RefusedNow, path: Path) -> None:
    at, because = (*path, "refused", "move"), expected.refused.because
    try:
        seat, action = move_of(opened, expected.refused.move, at)
    except Failed as fault:  # a forbidden combination is never read: with its reason, that is it
        if because is None or because not in fault.message:
            raise
        return
    _require_turn(opened, played, seat, at)
    if is_legal(opened.tables, played.state, action)[0]:
        raise Failed(at, _("is allowed"))
    why = why_not(opened.tables, played.state, action, 0)
    if because is not None and because not in why:
        raise Failed((*path, "refused", "because"), _("the reason is another: {why}").format(why=why))


def _require_turn(opened: Opened, played: Played, seat: int, path: Path) -> None:
    if played.over:
        raise Failed(path, _("the game is over"))
    if played.state.clock.seat != seat:
        other = opened.lexicon.seats.ids[played.state.clock.seat]
        raise Failed(path, _("it is the turn of '{seat}'").format(seat=other))


def _votes(opened: Opened, played: Played, expected: schema.Votes, path: Path) -> None:
    last = played.last_ratification
    for seat, wanted in expected.votes.items():
        at = (*path, "votes", seat)
        known(at, seat, opened.lexicon.seats.ids, _("seat"))
        if last is None:
            raise Failed(at, _("nothing was put to a vote"))
        number = opened.lexicon.seats.ids.index(seat)
        refused = any(one.what is What.REFUSED and one.seat == number for one in last)
        found = "refused" if refused else "ratified"
        if found != wanted:
            raise Failed(at, _("the side has {found} it").format(found=found))


def _ballots(opened: Opened, played: Played, expected: schema.Ballots, path: Path) -> None:
    last = played.last_ratification
    for actor, wanted in expected.ballots.items():
        at = (*path, "ballots", actor)
        known(at, actor, opened.lexicon.actors.ids, _("actor"))
        number = opened.lexicon.actors.ids.index(actor)
        votes = [one for one in last or () if one.what is What.VOTED and one.index == number]
        if not votes:
            raise Failed(at, _("it was not asked"))
        found = "yes" if votes[-1].amount > 0 else "no"
        if found != wanted:
            raise Failed(at, _("it has voted {found}").format(found=found))


def _value(opened: Opened, played: Played, expected: schema.Worth, path: Path) -> None:
    asked, at = expected.value, (*path, "value")
    known((*at, "actor"), asked.actor, opened.lexicon.actors.ids, _("actor"))
    actor = opened.lexicon.actors.ids.index(asked.actor)
    text = ",".join(f"{issue}={level}" for issue, level in asked.package.items())
    plan = asked.plan or opened.lexicon.plans.ids[0]
    try:
        offer = opened.lexicon.read_offer(f"{text},plan={plan}")
    except GameError as fault:
        raise Failed((*at, "package"), str(fault)) from None
    kind = _kind(opened, actor, asked.type, (*at, "type"))
    found = explain_package(opened.words, opened.tables, played.state, actor, kind, offer).total
    for key, sign in (("at_least", 1), ("at_most", -1)):
        bound = getattr(asked, key)
        if bound is not None and sign * (found - micro(bound)) < 0:
            raise Failed((*at, key), _("it is worth {found:+.6f}").format(found=found / MICRO))


def _kind(opened: Opened, actor: int, name: str | None, path: Path) -> int:
    if actor >= len(opened.tables.sides):
        if name is not None:
            raise Failed(path, _("only principals have types"))
        return 0
    if name is None:
        return int(opened.tables.mean)
    known(path, name, opened.lexicon.types[actor].ids, _("type"))
    return opened.lexicon.types[actor].ids.index(name)


def _ends(opened: Opened, played: Played, expected: schema.Ends, path: Path) -> None:
    code = int(played.state.ended[0])
    broken_off = _("broken off by {seat}")
    ids = opened.lexicon.endings.ids
    if code >= _FIRST_ENDING:
        found = ids[code - _FIRST_ENDING]
    else:
        found = _FIXED.get(code) or broken_off.format(seat=opened.lexicon.seats.ids[code - 2])
    known((*path, "ends"), expected.ends, (ON, HORIZON, *ids), _("ending"))
    if found != expected.ends:
        raise Failed((*path, "ends"), _("it is: {found}").format(found=found))


_CHECKS: dict[type[Any], Callable[[Opened, Played, Any, Path], None]] = {
    schema.Holds: _holds,
    schema.LegalNow: _legal,
    schema.RefusedNow: _refused,
    schema.Votes: _votes,
    schema.Ballots: _ballots,
    schema.Worth: _value,
    schema.Ends: _ends,
}
