"""How things stand for one seat, in text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.cli.terminal.wrapping import item, items, paragraph, table
from game.foundation.texts import _, ngettext
from game.information.observe import Observation
from game.match.notation import write_offer
from game.match.table import Match
from game.narration.explain import Explanation, Never, explain_offer, explain_vote, explain_world
from game.narration.figures import parts_and_sum, utils
from game.narration.judging import Forecast, estimate, forecast, own_value
from game.narration.monitoring import monitor_says
from game.narration.offers import in_words
from game.rules.state import Phase
from game.rules.tables import NONE
from game.rules.valuation import outside_value, world_value


def status(match: Match, seat: int, *, around: bool = True) -> list[str]:
    """Everything: turn, people, trust, what is in force, what lies around the table if asked, both offers."""
    seen = match.observe(seat)
    return [
        "",
        _turn_line(match, seen),
        _people_line(match, seen),
        _trust_line(match, seen),
        *_in_force(match, seen),
        *(_around(match, seen) if around else ()),
        *standing_offers(match, seat, (1 - seat, seat)),
    ]


def opening_of_turn(match: Match, seat: int) -> list[str]:
    """What stands at the first decision of a turn; news has told what changed around the table."""
    return status(match, seat, around=False)


def later_in_turn(match: Match, seat: int) -> list[str]:
    """What matters for the next decision of the same turn: their offer."""
    return ["", _turn_line(match, match.observe(seat)), *standing_offers(match, seat, (1 - seat,))]


def standing_offers(match: Match, seat: int, owners: tuple[int, ...]) -> list[str]:
    """Offers as they stand, with what the seat can know of their worth."""
    seen = match.observe(seat)
    lines = []
    for owner in owners:
        offer = [int(part) for part in seen.state.offer[0, owner]]
        if offer[0] != NONE:
            title = _("Your offer stands") if owner == seat else _("Their offer stands")
            lines += [f"{title}:", *judged(match, seat, offer)]
    return lines


def judged(match: Match, seat: int, offer: Sequence[int]) -> list[str]:
    """An offer in words, its worth to the seat, the analysts' estimate of theirs, and the ratifiers."""
    brief, seen, words = match.brief(seat), match.observe(seat), match.opened.words
    guess = estimate(brief, seen, offer)
    return [
        item(in_words(words, brief.tables, offer), ""),
        item(write_offer(match.opened.lexicon, offer), "", "    "),
        item(
            _("to you {value} a month (above 0 is better than no agreement)").format(
                value=utils(own_value(brief, seen, offer))
            ),
            "",
            "    ",
        ),
        item(
            _("to them, your analysts think, {mean} (from {low} to {high})").format(
                mean=utils(guess.mean), low=utils(guess.low), high=utils(guess.high)
            ),
            "",
            "    ",
        ),
        item(_ratifying(match, forecast(brief, seen, offer)), "", "    "),
    ]


def _ratifying(match: Match, expected: Forecast) -> str:
    """Whether the own side would ratify, and who might not vote yes."""
    whole = {
        "yes": _("your side is sure to ratify"),
        "no": _("your side would refuse"),
        "open": _("your side may refuse"),
    }[expected.answer]
    doubts = [] if expected.principal else [_("your principal does not sign")]
    said = {"no": _("{actor}: sure no"), "open": _("{actor}: uncertain")}
    for voice in expected.ratifiers:
        if voice.answer != "yes":
            doubt = said[voice.answer].format(actor=match.opened.words.actors[voice.actor].title)
            doubts.append(doubt + (_(" (can block alone)") if voice.veto else ""))
    return "; ".join((whole, *doubts))


def _turn_line(match: Match, seen: Observation) -> str:
    clock, tables = seen.state.clock, match.opened.tables
    phases = {
        Phase.TALK: _("talks, {n} of {most}").format(n=clock.slot + 1, most=tables.plies),
        Phase.HONOUR: _("what is owed"),
        Phase.RESPOND: _("answer to a breach"),
        Phase.OVER: _("over"),
    }
    return _("== Turn {n} of {most} ({date}): {phase} ==").format(
        n=clock.turn + 1,
        most=tables.turns,
        date=match.opened.words.date(clock.turn),
        phase=phases[clock.phase],
    )


def _people_line(match: Match, seen: Observation) -> str:
    state = seen.state
    if match.opened.tables.issues.people == NONE:
        return _("Agreements so far: {n}").format(n=int(state.agreements[0]))
    said = _(
        "Held {held}, freed {freed} (of them expelled {exiled}), "
        "newly arrested {arrested}, promised {promised}"
    ).format(
        held=int(state.held[0]), freed=int(state.freed[0]), exiled=int(state.exiled[0]),
        arrested=int(state.arrested[0]), promised=int(state.promised[0]),
    )  # fmt: skip
    count = monitor_says(match.opened.tables, state)
    return said if count is None else _("{said}; freed: {count}").format(said=said, count=count)


def _trust_line(match: Match, seen: Observation) -> str:
    own, theirs = (int(seen.state.trust[0, seat]) for seat in (seen.seat, 1 - seen.seat))
    other = match.opened.words.seats[1 - seen.seat].title
    return paragraph(
        _("Trust, 0 to 15: yours in {other} {own}; theirs in you {theirs}").format(
            other=other, own=own, theirs=theirs
        )
    )


def _in_force(match: Match, seen: Observation) -> list[str]:
    owned = np.flatnonzero(match.opened.tables.issues.owner != NONE).tolist()
    given = [_measure(match, seen, issue) for issue in owned if _shows(match, seen, issue)]
    return [_("In force:"), *items(given)] if given else [_("Nothing that was agreed is in force.")]


def _around(match: Match, seen: Observation) -> list[str]:
    world = np.flatnonzero(match.opened.tables.issues.owner == NONE).tolist()
    lines = items(_measure(match, seen, issue) for issue in world)
    return [_("Around the table:"), *lines] if lines else []


def _shows(match: Match, seen: Observation, issue: int) -> bool:
    """Whether something is in force or announced; people freed are counted elsewhere."""
    if issue == match.opened.tables.issues.people:
        return False
    return int(seen.state.level[0, issue]) > 0 or int(seen.state.enacting[0, issue]) > 0


def _measure(match: Match, seen: Observation, issue: int) -> str:
    entry = match.opened.words.issues[issue]
    level, enacting = int(seen.state.level[0, issue]), int(seen.state.enacting[0, issue])
    expires = int(seen.state.expires[0, issue])
    text = f"{entry.title}: {entry.levels[level].title}"
    if level and expires < match.opened.tables.turns:
        text += _(" (lapses in turn {n})").format(n=expires + 1)
    if enacting > 0:
        text += _(" (announced, not yet law: {level})").format(level=entry.levels[enacting].title)
    return text


def owed(match: Match, seat: int) -> list[str]:
    """What both sides still owe, by turn."""
    seen, tables, words = match.observe(seat), match.opened.tables, match.opened.words
    lines = []
    for ahead in range(tables.rows):
        turn = seen.state.clock.turn + ahead
        row = turn % tables.rows
        due = [
            f"{words.issues[i].title}: {words.issues[i].levels[int(seen.state.owed[0, row, i])].title}"
            for i in np.flatnonzero(seen.state.owed[0, row] > 0).tolist()
        ]
        people = int(seen.state.owed_people[0, row])
        if people:
            due.append(ngettext("{n} person to be freed", "{n} people to be freed", people).format(n=people))
        if due:
            lines.append(item(_("turn {n}: {due}").format(n=turn + 1, due=", ".join(due))))
    return [_("Still owed:"), *lines] if lines else [_("Nothing is owed.")]


def why_offer(match: Match, seat: int, offer: Sequence[int]) -> list[str]:
    """The signed sum behind an offer's worth to the seat, and behind each of its ratifiers' votes."""
    brief, seen, words = match.brief(seat), match.observe(seat), match.opened.words
    own = int(seen.state.type[0, seat])
    explained = explain_offer(words, brief.tables, seen.state, seat, own, offer)
    lines = [_("What it is worth to you, a month:"), *summed(explained, _("better than no agreement by"))]
    for voice in forecast(brief, seen, offer).ratifiers:
        vote = explain_vote(words, brief.tables, seen.state, voice.actor, 0, offer)
        needed = -int(brief.tables.tolerance[voice.actor])
        lines.append(
            _("For {actor} (votes yes from about {needed}):").format(
                actor=words.actors[voice.actor].title, needed=utils(needed)
            )
        )
        lines += summed(vote, _("change"))
    return lines


def why_world(match: Match, seat: int) -> list[str]:
    """The signed sum behind what the present is worth to the seat."""
    brief, seen = match.brief(seat), match.observe(seat)
    own = int(seen.state.type[0, seat])
    explained = explain_world(match.opened.words, brief.tables, seen.state, seat, own)
    outside = int(outside_value(brief.tables, seen.state, seat)[0])
    lines = [_("What the present is worth to you, a month:"), *summed(explained, _("in all"))]
    assert explained.total == int(world_value(brief.tables, seen.state, seat, own)[0])
    if outside:
        lines.append(
            item(_("and {value} from what you have without an agreement").format(value=utils(outside)), "")
        )
    return lines


def summed(explained: Explanation, last: str) -> list[str]:
    """Parts and their sum, rounded so that what is shown adds up."""
    amounts, total = parts_and_sum([part.amount for part in explained.parts])
    rows = [(amount, part.name, part.why) for amount, part in zip(amounts, explained.parts, strict=True)]
    refused = [item(never_in_words(line), "") for line in explained.never]
    return [*table([*rows, (total, f"= {last}", "")]), *refused]


def never_in_words(line: Never) -> str:
    """A red line that a package touches."""
    return _("refused whatever the sum: {line} ({why})").format(line=line.name, why=line.why)


def possible(match: Match, seat: int) -> list[str]:
    """What can be written in an offer, with what is barred."""
    tables, words = match.opened.tables, match.opened.words
    lines = []
    for owner in (seat, 1 - seat):
        lines.append(_("You can give:") if owner == seat else _("You can ask for:"))
        for issue in np.flatnonzero(tables.issues.owner == owner).tolist():
            entry = words.issues[issue]
            levels = ", ".join(f"{level.id} ({level.title})" for level in entry.levels)
            lines.append(item(f"{entry.id}= {levels}   [{entry.title}]"))
    lines.append(_("Plans:"))
    lines += items(f"plan={plan.id} ({plan.title})" for plan in words.plans)
    return lines


def side_moves(match: Match, seat: int) -> list[str]:
    """The side moves that can be made now, as they are written."""
    brief, words = match.brief(seat), match.opened.words
    lines = []
    for number, (least, most) in match.legal(seat).moves.items():
        record, entry = brief.tables.moves[number], words.moves[number]
        amount = ""
        if record.vow != NONE:
            levels = words.issues[record.vow].levels[least : most + 1]
            amount = " " + _(" or ").join(level.id for level in levels)
        elif record.people:
            amount = f" {least}..{most}"
        cost = _("costs {cost} a month if broken") if record.vow != NONE else _("costs {cost} once")
        price = cost.format(cost=utils(record.cost).lstrip("+")) if record.cost else _("costs nothing")
        lines.append(item(f"do {entry.id}{amount}: {entry.title} ({price})"))
    return [_("Side moves, one with each table move:"), *lines] if lines else [_("No side move is open now.")]
