"""Politics at home and around the table as tables."""

from game.content.compiling.conditions import condition, effects
from game.content.compiling.exact import mark, micro, per_mille
from game.content.compiling.group_lines import tolerated
from game.content.names import Names
from game.rules.politics import AlliedVote, Hindrance, Mediation, Member, Patron, Politics, RedLine, Spoiler


def politics(names: Names) -> Politics:
    """Everything of that kind, empty where the file has none of it."""
    return Politics(
        lines=_red_lines(names),
        allied=_allied_votes(names),
        patrons=_patrons(names),
        spoilers=_spoilers(names),
        mediations=_mediations(names),
        hindrances=_hindrances(names),
    )


def _red_lines(names: Names) -> tuple[RedLine, ...]:
    written = [(number, line) for number, actor in enumerate(names.actor_list) for line in actor.never]
    return tuple(
        RedLine(
            number=n,
            actor=actor,
            issue=names.issues[line.issue],
            level=names.levels[line.issue][line.level],
            above=line.above is not None,
            when=condition(names, line.when),
        )
        for n, (actor, line) in enumerate(written)
    )


def _allied_votes(names: Names) -> tuple[AlliedVote, ...]:
    return tuple(
        AlliedVote(
            issue=names.issues[world.id],
            when=condition(names, world.vote.when),
            mood_unit=micro(world.vote.mood_unit),
            members=tuple(
                Member(number, tolerated(actor))
                for number, actor in enumerate(names.actor_list)
                if actor.member is not None and actor.member.of == world.id
            ),
        )
        for world in names.scenario.world
        if world.vote is not None
    )


def _patrons(names: Names) -> tuple[Patron, ...]:
    return tuple(
        Patron(
            actor=number,
            seat=names.seats[actor.patron.of],
            tolerance=micro(actor.patron.tolerance),
            share=per_mille(actor.patron.share),
            most=micro(actor.patron.most),
            rest=actor.patron.rest,
        )
        for number, actor in enumerate(names.actor_list)
        if actor.patron is not None
    )


def _spoilers(names: Names) -> tuple[Spoiler, ...]:
    return tuple(
        Spoiler(
            actor=number,
            cost=micro(actor.spoiler.cost),
            chance=mark(actor.spoiler.chance),
            cooldown=actor.spoiler.cooldown,
            effects=effects(names, actor.spoiler.effects),
        )
        for number, actor in enumerate(names.actor_list)
        if actor.spoiler is not None
    )


def _mediations(names: Names) -> tuple[Mediation, ...]:
    found = []
    for number, plan in enumerate(names.scenario.plans):
        if plan.mediator is not None:
            actor = names.actors[plan.mediator]
            ready = names.actor_list[actor].mediator
            assert ready is not None, f"{plan.mediator} is no mediator"
            found.append(Mediation(number, actor, condition(names, ready.when), plan.escrow))
    return tuple(found)


def _hindrances(names: Names) -> tuple[Hindrance, ...]:
    return tuple(
        Hindrance(number, condition(names, one.when), mark(one.chance))
        for number, seat in enumerate(names.scenario.seats)
        for one in seat.hindered
    )
