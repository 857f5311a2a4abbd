"""What a number is made of: signed parts with the reason for each.

Every part is worked out here in plain whole numbers, apart from the arrays of game/rules/valuation.py, and
the sum has to be exactly the number the rules use; if it is not, one of the two is wrong and the program
stops.
Formulas: docs/rules.md 4.3, 4.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from game.foundation.texts import _, ngettext
from game.narration.figures import share, utils
from game.narration.words import Words
from game.narration.worlds import Deal, deal_of
from game.rules import valuation
from game.rules.conditions import holds
from game.rules.in_force import world_change
from game.rules.politics import RedLine
from game.rules.red_lines import crossed
from game.rules.state import State
from game.rules.tables import NONE, Count, Tables


@dataclass(frozen=True)
class Part:
    """One signed part: what it is for, how much (micro-utils a month), and why."""

    name: str
    amount: int
    why: str


@dataclass(frozen=True)
class Never:
    """A red line that a package touches: what it says, and why. No sum makes up for it."""

    name: str
    why: str


@dataclass(frozen=True)
class Explanation:
    """Parts that sum to `total` exactly (micro-utils a month).

    Args:
        never: red lines of the actor that the package touches.
    """

    total: int
    parts: tuple[Part, ...]
    never: tuple[Never, ...] = ()


def explain_package(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement is worth to any actor, in the sense that fits it.

    A principal: over its walk-away line. A ratifier: the change its vote looks at. An actor of no side: the
    change of the world once all of it is in force.

    Args:
        state: one game; public fields are read.
        type_: the type a principal is taken to have; 0 for everybody else.
        offer: half 0, half 1, plan, people (-1 for the level's own number).

    Raises:
        AssertionError: the parts do not sum to the rules' own number.
    """
    if actor < len(tables.sides):
        return explain_offer(words, tables, state, actor, type_, offer)
    if tables.actor_side[actor] != NONE:
        return explain_vote(words, tables, state, actor, type_, offer)
    return explain_change(words, tables, state, actor, type_, offer)


def explain_offer(
    words: Words, tables: Tables, state: State, seat: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement is worth to a seat over its walk-away line, part by part.

    Args:
        state: one game; public fields are read.
        type_: the type the seat is taken to have.
        offer: half 0, half 1, plan, people (-1 for the level's own number).

    Raises:
        AssertionError: the parts do not sum to the rules' own number.
    """
    deal = deal_of(tables, state, offer)
    delivered = tuple(_delivered(words, tables, state, deal, seat, seat, type_))
    received = tuple(_delivered(words, tables, state, deal, seat, seat, type_, theirs=True))
    parts = (
        *delivered,
        *received,
        *_discounts(words, tables, state, deal, seat, sum(part.amount for part in received)),
        *_burdens(words, tables, state, deal, seat),
    )
    asked = np.array([offer], np.int32)
    explained = _checked(parts, int(valuation.appraise(tables, state, seat, type_, asked).net[0]))
    return replace(explained, never=refusals(words, tables, state, seat, offer))


def explain_vote(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What an agreement changes for a ratifier, part by part."""
    seat = int(tables.actor_side[actor])
    deal = deal_of(tables, state, offer)
    given = tuple(_delivered(words, tables, state, deal, seat, actor, type_))
    got = tuple(_delivered(words, tables, state, deal, seat, actor, type_, theirs=True))
    promise = _promise(words, tables, state, seat, sum(part.amount for part in got))
    asked = np.array([offer], np.int32)
    paid = Part(
        _("Promised to it at home"),
        int(state.paid[0, actor]),
        _("its own seat pays it so much a month once this is ratified"),
    )
    total = int(valuation.ratifier_change(tables, state, actor, asked)[0])
    return replace(
        _checked((*given, *got, *promise, paid), total), never=refusals(words, tables, state, actor, offer)
    )


def refusals(
    words: Words, tables: Tables, state: State, actor: int, offer: Sequence[int]
) -> tuple[Never, ...]:
    """The red lines of an actor that an agreement touches, in words.

    Raises:
        AssertionError: the rules find others.
    """
    deal = deal_of(tables, state, offer)
    own = [line for line in tables.politics.lines if line.actor == actor]
    found = [line for line in own if deal.touches(tables, state, line) and holds(tables, state, line.when)[0]]
    asked = np.array([offer], np.int32)
    if bool(found) != bool(crossed(tables, state, actor, asked)[0]):
        raise AssertionError(f"red lines {found} are not those of the rules")
    return tuple(_never(words, line) for line in found)


def _never(words: Words, line: RedLine) -> Never:
    text = _("{issue}: never more than {level}") if line.above else _("{issue}: never less than {level}")
    issue = words.issues[line.issue]
    said = text.format(issue=issue.title, level=issue.levels[line.level].title)
    return Never(said, words.lines[line.number])


def explain_world(words: Words, tables: Tables, state: State, actor: int, type_: int) -> Explanation:
    """What the world in force is worth to an actor, part by part."""
    parts = tuple(_world_parts(words, tables, state, actor, type_))
    return _checked(parts, int(valuation.world_value(tables, state, actor, type_)[0]))


def explain_change(
    words: Words, tables: Tables, state: State, actor: int, type_: int, offer: Sequence[int]
) -> Explanation:
    """What the world gains or loses for an actor once an agreement is all in force, part by part."""
    deal = deal_of(tables, state, offer)
    now = [int(level) for level in state.level[0]]
    parts = (
        *_levels_gained(words, tables, state, deal, actor, type_),
        *_people(tables, _counted(state), deal, actor, type_, _("from {now} to {then}")),
        *_synergies(words, tables, now, _levels_reached(state, deal), actor, type_),
    )
    asked = np.array([offer], np.int32)
    return _checked(parts, int(world_change(tables, state, actor, type_, asked)[0]))


def _checked(parts: tuple[Part, ...], total: int) -> Explanation:
    found = sum(part.amount for part in parts)
    if found != total:
        raise AssertionError(f"the parts sum to {found}, the rules say {total}: {parts}")
    return Explanation(total, tuple(part for part in parts if part.amount))


def _delivered(
    words: Words,
    tables: Tables,
    state: State,
    deal: Deal,
    seat: int,
    actor: int,
    type_: int,
    theirs: bool = False,
) -> Iterator[Part]:
    """What one side would deliver, as an actor of `seat` values it: own things in full, theirs by life."""
    owner = 1 - seat if theirs else seat
    table = (tables.values.promise if theirs else tables.values.level)[actor, type_]
    for issue in np.flatnonzero(tables.issues.owner == owner).tolist():
        before, after = deal.base[issue], deal.level[issue]
        if issue == tables.issues.people or after <= before:
            continue
        uses = int(state.uses[0, issue])
        amount = int(table[issue, uses, after]) - int(table[issue, max(uses - 1, 0), before])
        yield Part(_issue_at(words, issue, after), amount, _delivery_reason(words, owner, theirs))
    if tables.issues.people != NONE and int(tables.issues.owner[tables.issues.people]) == owner:
        why = _("from {now} to {then}, all agreements counted")
        yield from _people(tables, _promised(state), deal, actor, type_, why)
    yield from _synergies(words, tables, deal.base, deal.level, actor, type_, owner)


def _promised(state: State) -> dict[Count, int]:
    """People as all agreements so far would leave them."""
    return {
        Count.FREED: int(state.base_freed[0]),
        Count.EXILED: int(state.base_exiled[0]),
        Count.HELD: max(0, int(state.held[0]) - int(state.promised[0])),
    }


def _counted(state: State) -> dict[Count, int]:
    """People as they are now."""
    return {
        Count.FREED: int(state.freed[0]),
        Count.EXILED: int(state.exiled[0]),
        Count.HELD: int(state.held[0]),
    }


def _people(
    tables: Tables, before: dict[Count, int], deal: Deal, actor: int, type_: int, why: str
) -> Iterator[Part]:
    count = tables.values.count[actor, type_]
    last = count.shape[1] - 1
    change = {Count.FREED: deal.people, Count.EXILED: deal.expelled, Count.HELD: -deal.people}
    names = {
        Count.FREED: ngettext("{n} person freed", "{n} people freed", deal.people),
        Count.EXILED: ngettext("{n} of them expelled", "{n} of them expelled", deal.expelled),
        Count.HELD: ngettext("{n} person fewer held", "{n} people fewer held", deal.people),
    }
    for what in (Count.FREED, Count.EXILED, Count.HELD):
        now, then = before[what], before[what] + change[what]
        amount = int(count[what, min(then, last)]) - int(count[what, min(now, last)])
        yield Part(names[what].format(n=abs(change[what])), amount, why.format(now=now, then=then))


def _synergies(
    words: Words,
    tables: Tables,
    before: Sequence[int],
    after: Sequence[int],
    actor: int,
    type_: int,
    owner: int | None = None,
) -> Iterator[Part]:
    """What begins or ceases to hold from some levels to others; that of one owner only, if one is named."""
    for number, whose in enumerate(tables.synergy_owner.tolist()):
        if owner is not None and whose != owner:
            continue
        change = int(Deal.holds_at(tables, number, after)) - int(Deal.holds_at(tables, number, before))
        amount = int(tables.values.synergy[actor, type_, number]) * change
        yield Part(_together(words, tables, number), amount, words.synergies[number])


def _levels_reached(state: State, deal: Deal) -> tuple[int, ...]:
    """Level of each issue once the deal is all in force."""
    now = [int(level) for level in state.level[0]]
    risen = zip(now, deal.base, deal.level, strict=True)
    return tuple(max(level, after) if after > before else level for level, before, after in risen)


def _levels_gained(
    words: Words, tables: Tables, state: State, deal: Deal, actor: int, type_: int
) -> Iterator[Part]:
    """What each issue that comes into force is worth more there than where it stands now."""
    reached = _levels_reached(state, deal)
    for issue, (before, after) in enumerate(zip(deal.base, deal.level, strict=True)):
        if issue == tables.issues.people or after <= before:
            continue
        table = tables.values.level[actor, type_, issue]
        uses, level = int(state.uses[0, issue]), int(state.level[0, issue])
        again = min(uses + 1, table.shape[0] - 1) if tables.issues.fades[issue] else uses
        amount = int(table[max(again - 1, 0), reached[issue]]) - int(table[max(uses - 1, 0), level])
        yield Part(_issue_at(words, issue, reached[issue]), amount, _("once it is in force"))
        for part in _winding(words, tables, state, issue, actor, type_):
            yield Part(part.name, -part.amount, _("it stops winding down, being in force again"))


def _discounts(words: Words, tables: Tables, state: State, deal: Deal, seat: int, got: int) -> Iterator[Part]:
    """What trust and the plan take from what is received."""
    yield from _promise(words, tables, state, seat, got)
    received = got * _promise_factor(tables, state, seat) // 1000
    keep = int(tables.plans.keep[deal.plan, seat])
    yield Part(
        _("Waiting for it: {plan}").format(plan=words.plans[deal.plan].title),
        keep * received // 1000 - received,
        _("{share} of what you receive is kept under this plan").format(share=share(keep)),
    )


def _promise(words: Words, tables: Tables, state: State, seat: int, got: int) -> Iterator[Part]:
    factor = _promise_factor(tables, state, seat)
    yield Part(
        _("Only a promise so far"),
        got * factor // 1000 - got,
        _("with trust at {trust} of 15, a promise by {other} counts for {share}").format(
            trust=int(state.trust[0, seat]), other=words.seats[1 - seat].title, share=share(factor)
        ),
    )


def _promise_factor(tables: Tables, state: State, seat: int) -> int:
    least = tables.trust.promise
    return least + (1000 - least) * int(state.trust[0, seat]) // 15


def _burdens(words: Words, tables: Tables, state: State, deal: Deal, seat: int) -> Iterator[Part]:
    """Exposure, a vow that would be broken, and the way out that is given up."""
    exposed = deal.exposed(tables, state, seat)
    felt = int(tables.plans.phi[deal.plan, seat]) * exposed // 1000
    trust = int(state.trust[0, seat])
    yield Part(
        _("Giving before you receive"),
        -(tables.sides[seat].rho * (15 - trust) * felt * felt // 15_000_000),
        _("{share} of your leverage is given away or at risk, at trust {trust} of 15").format(
            share=share(exposed), trust=trust
        ),
    )
    move, level = (int(part) for part in state.vow[0, seat])
    if move != NONE and deal.asked[tables.moves[move].vow] < level:
        issue = tables.moves[move].vow
        why = _("you vowed in public: {promise} at least").format(promise=_issue_at(words, issue, level))
        yield Part(_("Breaking your vow"), -tables.moves[move].cost, why)
    outside = int(valuation.own_options(tables, state, seat)[0])
    yield Part(_("What you have without an agreement"), -outside, _("an agreement gives it up"))
    yield from _aid(words, tables, state, seat)
    for actor in np.flatnonzero(tables.actor_side == seat).tolist():
        why = _("a month; you promised it for an agreement")
        name = _("Your promise to {actor}").format(actor=words.actors[actor].title)
        yield Part(name, -int(state.paid[0, actor]), why)


def _aid(words: Words, tables: Tables, state: State, seat: int) -> Iterator[Part]:
    """A patron's pay, which an agreement interrupts."""
    aid, turn, weights = int(state.aid[0, seat]), state.clock.turn, tables.weight.tolist()
    patron = next((patron for patron in tables.politics.patrons if patron.seat == seat), None)
    if patron is not None and aid:
        lost = sum(weights[turn : turn + patron.rest])
        yield Part(
            _("What {actor} pays while you sign nothing").format(actor=words.actors[patron.actor].title),
            -(aid * lost // sum(weights[turn:])),
            ngettext(
                "{amount} a month, not paid for {n} turn after an agreement",
                "{amount} a month, not paid for {n} turns after an agreement",
                patron.rest,
            ).format(amount=utils(aid), n=patron.rest),
        )


def _world_parts(words: Words, tables: Tables, state: State, actor: int, type_: int) -> Iterator[Part]:
    for issue in range(len(tables.issues.owner)):
        if issue != tables.issues.people:
            yield from _issue_in_force(words, tables, state, issue, actor, type_)
    count = tables.values.count[actor, type_]
    last = count.shape[1] - 1
    numbers = (state.freed, state.exiled, state.held, state.arrested)
    names = (_("People freed"), _("People expelled"), _("People held"), _("People newly arrested"))
    for what, (number, name) in enumerate(zip(numbers, names, strict=True)):
        yield Part(name, int(count[what, min(int(number[0]), last)]), str(int(number[0])))
    now = [int(level) for level in state.level[0]]
    for synergy in range(len(tables.synergy_owner)):
        if Deal.holds_at(tables, synergy, now):
            amount = int(tables.values.synergy[actor, type_, synergy])
            yield Part(_together(words, tables, synergy), amount, words.synergies[synergy])


def _issue_in_force(
    words: Words, tables: Tables, state: State, issue: int, actor: int, type_: int
) -> Iterator[Part]:
    worth = tables.values.level[actor, type_, issue, max(int(state.uses[0, issue]) - 1, 0)]
    level = int(state.level[0, issue])
    yield Part(_issue_at(words, issue, level), int(worth[level]), _("in force now"))
    yield from _winding(words, tables, state, issue, actor, type_)


def _winding(
    words: Words, tables: Tables, state: State, issue: int, actor: int, type_: int
) -> Iterator[Part]:
    """What is left of an issue that was taken back, while it winds down."""
    worth = tables.values.level[actor, type_, issue, max(int(state.uses[0, issue]) - 1, 0)]
    level, wound = int(state.level[0, issue]), int(state.wound[0, issue])
    if wound > level and state.clock.turn < int(state.wind_until[0, issue]):
        keep = int(tables.issues.keep[issue])
        amount = keep * (int(worth[wound]) - int(worth[level])) // 1000
        yield Part(_issue_at(words, issue, wound), amount, _("winding down: part of it still works"))


def _together(words: Words, tables: Tables, synergy: int) -> str:
    issues = [words.issues[i].title for i in tables.synergy_issue[synergy].tolist() if i != NONE]
    return _("{issues} together").format(issues=_(" and ").join(issues))


def _issue_at(words: Words, issue: int, level: int) -> str:
    entry = words.issues[issue]
    return f"{entry.title}: {entry.levels[level].title}"


def _delivery_reason(words: Words, owner: int, theirs: bool) -> str:
    if theirs:
        return _("{seat} would deliver it; counted by how long such a promise lasts").format(
            seat=words.seats[owner].title
        )
    return _("your own side would deliver it; counted in full")
