"""Parts of the debrief's page that have pictures of their own: outcome, third parties, votes, the reveal."""

from __future__ import annotations

from collections.abc import Iterator

from game.foundation.texts import _, ngettext
from game.narration.changes import change_of_the_world
from game.narration.debrief import Finished
from game.narration.explain import explain_offer
from game.narration.figures import many, parts_and_sum, utils
from game.narration.flows import flows
from game.narration.lasting import lasted
from game.narration.log import ending
from game.narration.monitoring import monitor_says
from game.narration.offers import in_words
from game.narration.paper.charts import Bar, bar_chart, people_chart
from game.narration.paper.markup import Content, Markup, element, inside, listed, table
from game.narration.telling import against_no_deal, seat_result
from game.narration.telling_quality import instead
from game.narration.voting import Ballot, Ratification, SideVote
from game.rules.tables import NONE

_CLASSES = ("envoy", "government")


def outcome(done: Finished) -> Markup:
    """How it ended, the people held, what was agreed, and each seat's mandate."""
    result = done.told.outcome
    said = [ending(done.words, int(result.ended[0])), *_agreed(done)]
    return inside([
        element("p", " ".join(said), class_="lead"), _people(done),
        element("div", [_seat(done, seat) for seat in (0, 1)], class_="two"),
    ])  # fmt: skip


def _agreed(done: Finished) -> Iterator[str]:
    result = done.told.outcome
    number = int(result.agreements[0])
    yield ngettext("There was {n} agreement.", "There were {n} agreements.", number).format(n=number)
    if number:
        yield _("{sentence}.").format(sentence=lasted(result))
    yield _("There is no single score.")


def _people(done: Finished) -> Markup:
    if done.tables.issues.people == NONE or not done.course.plies:
        return Markup("")
    result, found = done.told.outcome, flows(done.course)
    said = _(
        "Freed: {freed}, of them expelled: {exiled}. Newly arrested: {arrested}. Sentences served: {served}. "
        "Held at the end: {held} ({change} since the start)."
    ).format(
        freed=many(int(result.freed[0])), exiled=many(int(result.exiled[0])),
        arrested=many(int(result.arrested[0])), served=many(int(result.served[0])),
        held=many(int(result.held[0])), change=f"{int(result.held_change[0]):+d}",
    )  # fmt: skip
    count = monitor_says(done.tables, result)
    if count is not None:
        said = _("{said} Freed: {count}.").format(said=said, count=count)
    heads = [_("Turn"), _("held when it began"), _("newly arrested"), _("freed"), _("of them expelled"),
             _("sentence served"), _("held after it")]  # fmt: skip
    rows = [
        [done.words.date(flow.turn), *(many(n) for n in (flow.held, flow.arrested, flow.freed, flow.exiled,
                                                         flow.served, flow.after))]
        for flow in found
    ]  # fmt: skip
    return inside([
        element("h3", _("People")), element("p", said), people_chart(done.words.short_turns, found),
        table(heads, rows),
    ])  # fmt: skip


def _seat(done: Finished, seat: int) -> Markup:
    wishes = zip(done.scenario.seats[seat].mandate, done.told.outcome.mandate[seat][0].tolist(), strict=True)
    lines: list[Content] = [[_met(met), f" {wish.text}"] for wish, met in wishes]
    return element("div", [
        element("h3", done.words.seats[seat].title, class_=_CLASSES[seat]), listed(lines),
        element("p", seat_result(done, seat)), element("p", against_no_deal(done, seat)),
    ])  # fmt: skip


def _met(met: bool) -> Markup:
    text = _("✓ reached:") if met else _("✗ not reached:")
    return element("strong", text, class_="good" if met else "bad")


def third_parties(done: Finished) -> Markup:
    """How the world changed for everybody, and what it was that changed."""
    changes = [
        (entry.title, change_of_the_world(done, actor)) for actor, entry in enumerate(done.words.actors)
    ]
    bars = [Bar(title, change.total) for title, change in changes]
    rows = []
    for title, change in changes:
        parts = sorted(change.parts, key=lambda part: -abs(part.amount))
        shown, total = parts_and_sum([part.amount for part in parts])
        said = "; ".join(f"{part.name}: {text}" for part, text in zip(parts, shown, strict=True))
        rows.append([title, total, said or _("nothing changed for it")])
    caption = _("Utils a month against the start, by the scenario's assumed weights.")
    return inside([
        bar_chart(_("Who gained and who lost"), bars),
        table([_("Who"), _("Change"), _("Because of")], rows, caption),
    ])  # fmt: skip


def revealed(done: Finished) -> Markup:
    """What each seat really was, among what it might have been."""
    columns = []
    for reveal in done.told.reveals:
        side, kinds = done.scenario.seats[reveal.seat], done.words.types[reveal.seat]
        items: list[Content] = []
        for number, (kind, written) in enumerate(zip(kinds, side.types, strict=True)):
            text = _("{title} (given {prior} of 100 beforehand)").format(
                title=kind.title, prior=round(100 * float(written.prior))
            )
            items.append(element("strong", _("→ {text}: this it was").format(text=text))
                         if number == reveal.type_ else text)  # fmt: skip
        floor = _("It signed for a gain of {floor} a month or more.").format(floor=utils(reveal.floor))
        title = element("h3", side.title, class_=_CLASSES[reveal.seat])
        columns.append(element("div", [title, listed(items), element("p", floor)]))
    return element("div", columns, class_="two")


def ballots(done: Finished) -> Markup:
    """Every agreement that was voted on: who said yes and no, what it was worth to them, what they needed."""
    note = _(
        "Bars: what it was worth to each, a month. "
        "The upright line: what it needed to say yes, its mood on the day apart."
    )
    return inside(
        [element("p", note, class_="muted"), *(_ballot(done, vote) for vote in done.told.ratifications)]
    )


def _ballot(done: Finished, vote: Ratification) -> Markup:
    result = _("came into being") if vote.passed else _("was refused")
    head = _("{date}: it {result}").format(date=done.words.date(vote.turn), result=result)
    lines: list[Content] = [element("h3", head), element("p", in_words(done.words, done.tables, vote.offer))]
    for side in vote.sides:
        lines += [element("p", _side(done, side)), _bars(done, side)]
    return inside([*lines, *(element("p", said.text) for said in instead(done, vote))])


def _side(done: Finished, side: SideVote) -> list[Content]:
    title = done.words.seats[side.seat].title
    said = _("{seat}: yes") if side.passed else _("{seat}: no")
    parts: list[Content] = [element("strong", said.format(seat=title), class_=_CLASSES[side.seat])]
    if side.forced:
        parts.append(_(" (set by the history, against what the model says)"))
    if side.ratifiers:
        parts.append(
            " " + _("Votes for it {yes}, needed {quorum}.").format(yes=side.yes_votes, quorum=side.quorum)
        )
    if not side.passed and side.blockers:
        names = ", ".join(done.words.actors[actor].title for actor in side.blockers)
        parts.append(" " + _("Blocked by: {names}.").format(names=names))
    return parts


def _bars(done: Finished, side: SideVote) -> Markup:
    title = _("Votes of {seat}").format(seat=done.words.seats[side.seat].title)
    return bar_chart(title, [_bar(done, ballot) for ballot in (side.principal, *side.ratifiers)])


def _bar(done: Finished, ballot: Ballot) -> Bar:
    said = [_("yes") if ballot.yes else _("no")]
    if ballot.by_mood:
        said.append(_("its mood turned the vote"))
    if ballot.veto and ballot.votes:
        said.append(_("can block alone"))
    name = done.words.actors[ballot.actor].title
    return Bar(name, ballot.change, ballot.needed, ", ".join(said), ballot.yes)


def agreement_parts(done: Finished) -> Markup:
    """What every agreement was worth to both seats, part by part: each number answers why."""
    agreed = [vote for vote in done.told.ratifications if vote.passed]
    tables = []
    for vote in agreed:
        for seat in (0, 1):
            kind = int(vote.before.type[0, seat])
            found = explain_offer(done.words, done.tables, vote.before, seat, kind, vote.offer)
            shown, total = parts_and_sum([part.amount for part in found.parts])
            rows = [[part.name, text] for part, text in zip(found.parts, shown, strict=True)]
            title = _("{date}: worth to {seat}, part by part").format(
                date=done.words.date(vote.turn), seat=done.words.seats[seat].title
            )
            tables.append(table([_("Part"), _("utils a month")], [*rows, [_("In all"), total]], title))
    return inside(tables)
