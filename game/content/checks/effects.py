"""Do effects reach something that is there, and change it?"""

from collections.abc import Iterator

from game.content.checks.references import ACTOR, ISSUE, LEVEL, SEAT
from game.content.checks.remarks import Remark, known
from game.content.checks.walking import effects as all_effects
from game.content.names import Names
from game.content.reading.places import Path
from game.content.schema.effects import (
    ArrestEffect,
    Effect,
    EndEffect,
    FreeEffect,
    LevelEffect,
    LevelOf,
    MoodEffect,
    Moods,
    PayoffEffect,
    PromiseEffect,
    RevokeEffect,
    TrustEffect,
)
from game.foundation.texts import _


def check(names: Names) -> Iterator[Remark]:
    """Every effect of side moves and events."""
    for path, effect in all_effects(names):
        yield from _effect(names, path, effect)


def _effect(names: Names, path: Path, effect: Effect) -> Iterator[Remark]:
    match effect:
        case TrustEffect(trust=of):
            yield from known((*path, "trust", "seat"), of.seat, names.seats, _(SEAT))
            yield from _no_change((*path, "trust", "by"), of.by == 0)
        case MoodEffect(mood=moods):
            yield from _mood(names, (*path, "mood"), moods)
        case LevelEffect(level=of):
            yield from _level(names, (*path, "level"), of)
        case RevokeEffect(revoke=seat):
            yield from known((*path, "revoke"), seat, names.seats, _(SEAT))
            if seat in names.seats and not any(
                issue.revocable for issue in names.scenario.issues if issue.owner == seat
            ):
                yield _idle((*path, "revoke"), _("'{seat}' has nothing that is revocable").format(seat=seat))
        case ArrestEffect() | FreeEffect():
            if names.people_issue is None:
                yield _idle(path, _("people are counted only where there is a people issue"))
        case PayoffEffect(payoff=of):
            yield from known((*path, "payoff", "seat"), of.seat, names.seats, _(SEAT))
            yield from _no_change((*path, "payoff", "by"), of.by == 0)
        case PromiseEffect(promise=of):
            yield from _promise(names, (*path, "promise", "actor"), of.actor)
        case EndEffect(end=ending):
            yield from known((*path, "end"), ending, names.endings, _("ending"))


def _promise(names: Names, path: Path, id_: str) -> Iterator[Remark]:
    actors = {actor.id: actor for actor in names.scenario.actors}
    if id_ in actors and actors[id_].ratifier is None:
        yield _idle(path, _("'{actor}' is no ratifier, so nothing is due to it").format(actor=id_))
    else:
        yield from known(path, id_, [one for one, actor in actors.items() if actor.ratifier], _(ACTOR))


def _mood(names: Names, path: Path, moods: Moods) -> Iterator[Remark]:
    yield from _no_change((*path, "by"), moods.by == 0)
    ratifiers = {actor.id: actor.side for actor in names.scenario.actors if actor.ratifier is not None}
    if moods.side is not None:
        yield from known((*path, "side"), moods.side, names.seats, _(SEAT))
        sides = set(ratifiers.values())
        if moods.side in names.seats and moods.side not in sides and sides <= set(names.seats):
            yield _idle((*path, "side"), _("'{seat}' has no ratifiers").format(seat=moods.side))
    members = [actor.id for actor in names.scenario.actors if actor.member is not None]
    if moods.actor is not None and moods.actor not in (*ratifiers, *members):
        if any(actor.id == moods.actor for actor in names.scenario.actors):
            what = _("'{actor}' is no ratifier and no member of allies")
            yield _idle((*path, "actor"), what.format(actor=moods.actor))
        else:
            yield from known((*path, "actor"), moods.actor, (*ratifiers, *members), _(ACTOR))


def _level(names: Names, path: Path, of: LevelOf) -> Iterator[Remark]:
    yield from known((*path, "issue"), of.issue, names.issues, _(ISSUE))
    yield from _no_change((*path, "by"), of.by == 0)
    people = names.people_issue
    if people is not None and of.issue == people.id:
        yield _idle(
            (*path, "issue"),
            _("the people issue has no level in force"),
            _("Write {free: n} or {arrest: n}."),
        )
    if any(world.id == of.issue and world.vote is not None for world in names.scenario.world):
        yield Remark(
            (*path, "issue"),
            "allied",
            _("'{issue}' changes only by the vote of its members").format(issue=of.issue),
            _("Change the mood of a member instead: {mood: {actor: ID, by: 1}}."),
        )
    if of.to is not None and of.issue in names.levels:
        yield from known((*path, "to"), of.to, names.levels[of.issue], _(LEVEL))


def _no_change(path: Path, nothing: bool) -> Iterator[Remark]:
    if nothing:
        yield _idle(path, _("a change by 0 is none"))


def _idle(path: Path, message: str, hint: str = "") -> Remark:
    return Remark(path, "no-effect", message, hint or _("Remove the effect, or change what it names."))
