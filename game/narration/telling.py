"""The debrief told: all there is to say of a finished game, section by section, for window and terminal.

It is part of the game and is always told to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from game.content.schema.history import HistoryStep
from game.foundation.texts import _, ngettext
from game.narration import reasons
from game.narration.dates import day
from game.narration.debrief import Finished, Reason, Tabled
from game.narration.figures import share, utils
from game.narration.lasting import lasted
from game.narration.log import ending
from game.narration.monitoring import monitor_says
from game.narration.offers import in_words
from game.narration.said import Said, head, item, plain
from game.narration.telling_quality import how_good, instead, possible
from game.narration.voting import Ballot, SideVote
from game.narration.words import Words
from game.rules.outcome import reservation
from game.rules.tables import NONE

_MOST_LINES = 12


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it.

    Args:
        key: the same in every language: over, outcome, was, votes, good, offers, possible, reasons, history,
            left-out or talk.
    """

    key: str
    title: str
    said: tuple[Said, ...]


def tell(done: Finished, *, whole: bool = False) -> tuple[Section, ...]:
    """All sections of the debrief of a finished game.

    Args:
        whole: every offer and reason, however many; otherwise the first dozen, and how many more there are.
    """
    most = len(done.course.plies) if whole else _MOST_LINES
    parts: tuple[tuple[str, Iterable[Said]], ...] = (
        ("over", _ended(done)),
        ("outcome", _stood(done)),
        ("was", _revealed(done)),
        ("votes", _voted(done)),
        ("good", how_good(done)),
        ("offers", _offered(done, most)),
        ("possible", possible(done)),
        ("reasons", _reasons(done, most)),
        ("history", _really(done)),
        ("left-out", _left_out(done)),
        ("talk", _questions(done)),
    )
    told = ((key, tuple(said)) for key, said in parts)
    return tuple(Section(key, said[0].text, said[1:]) for key, said in told if said)


def _ended(done: Finished) -> Iterator[Said]:
    yield head(_("The game is over"))
    yield plain(ending(done.words, int(done.told.outcome.ended[0])))
    yield plain(_("You are out of your role now. What follows was hidden during play."))


def _stood(done: Finished) -> Iterator[Said]:
    result, tables = done.told.outcome, done.tables
    yield head(_("How it came out (there is no single score)"))
    if tables.issues.people != NONE:
        yield item(
            _(
                "People: {freed} freed, of them {exiled} expelled; "
                "{held} still held ({change} since the start)"
            ).format(
                freed=int(result.freed[0]), exiled=int(result.exiled[0]), held=int(result.held[0]),
                change=f"{int(result.held_change[0]):+d}",
            )
        )  # fmt: skip
        count = monitor_says(tables, result)
        if count is not None:
            yield item(_("Freed: {count}").format(count=count))
        yield item(
            _("{arrested} newly arrested; {served} served their sentences").format(
                arrested=int(result.arrested[0]), served=int(result.served[0])
            )
        )
    agreed = int(result.agreements[0])
    yield item(ngettext("{n} agreement", "{n} agreements", agreed).format(n=agreed))
    for seat in (0, 1):
        yield item(seat_result(done, seat))
    if agreed:
        yield item(lasted(result))
    for seat in (0, 1):
        yield from _mandate(done, seat)
    for seat in (0, 1):
        yield item(against_no_deal(done, seat))
    yield plain(_("How the world changed for everybody, a month:"))
    for actor, entry in enumerate(done.words.actors):
        yield item(f"{entry.title}: {utils(int(result.change[0, actor]))}")


def against_no_deal(done: Finished, seat: int) -> str:
    """What a seat came to, beside what it could expect without any agreement."""
    opening = done.course.opening
    without = int(reservation(done.tables, opening, seat)[0]) // int(done.tables.remaining[0])
    return _("{seat}: without any agreement {without} a month was to be expected; it came to {came}").format(
        seat=done.words.seats[seat].title,
        without=utils(without),
        came=utils(int(done.told.outcome.payoff[0, seat])),
    )


def seat_result(done: Finished, seat: int) -> str:
    """How a seat kept its word, and what it has left to give."""
    result = done.told.outcome
    return _(
        "{seat}: word kept in {honoured} turns, put off in {delayed}, broken in {breached}; "
        "measures taken back in answer: {snapped}; leverage left: {left}"
    ).format(
        seat=done.words.seats[seat].title,
        honoured=int(result.honoured[0, seat]), delayed=int(result.delayed[0, seat]),
        breached=int(result.breached[0, seat]), snapped=int(result.snapped[0, seat]),
        left=share(int(result.leverage_left[0, seat])),
    )  # fmt: skip


def _mandate(done: Finished, seat: int) -> Iterator[Said]:
    wishes = done.scenario.seats[seat].mandate
    if wishes:
        yield plain(_("Mandate of {seat}:").format(seat=done.words.seats[seat].title))
        for wish, met in zip(wishes, done.told.outcome.mandate[seat][0].tolist(), strict=True):
            yield item((_("[met] {wish}") if met else _("[not met] {wish}")).format(wish=wish.text))


def _revealed(done: Finished) -> Iterator[Said]:
    yield head(_("What each side really was"))
    for reveal in done.told.reveals:
        words = done.words
        yield item(
            _(
                "{seat}: {type} (given {prior} of 100 beforehand); "
                "it signed for a gain of {floor} a month or more"
            ).format(
                seat=words.seats[reveal.seat].title, type=words.types[reveal.seat][reveal.type_].title,
                prior=round(reveal.prior / 10_000), floor=utils(reveal.floor),
            )
        )  # fmt: skip


def _voted(done: Finished) -> Iterator[Said]:
    if done.told.ratifications:
        yield head(_("How each agreement was voted on"))
    for vote in done.told.ratifications:
        result = _("came into being") if vote.passed else _("was refused")
        yield plain(
            _("Turn {n}: {offer} {result}.").format(
                n=vote.turn + 1,
                offer=in_words(done.words, done.tables, vote.offer),
                result=result,
            )
        )
        for side in vote.sides:
            yield from _side_lines(done.words, side)
        yield from instead(done, vote)


def _side_lines(words: Words, side: SideVote) -> Iterator[Said]:
    title = words.seats[side.seat].title
    forced = _(" (set by the history, against what the model says)") if side.forced else ""
    yield item((_("{seat}: yes") if side.passed else _("{seat}: no")).format(seat=title) + forced)
    for ballot in (side.principal, *side.ratifiers):
        yield item(_ballot(words, ballot), 1)
    if side.ratifiers:
        yield item(
            _("votes for it {yes}, needed {quorum}").format(yes=side.yes_votes, quorum=side.quorum),
            1,
        )
    if not side.passed and side.blockers:
        names = ", ".join(words.actors[actor].title for actor in side.blockers)
        yield item(_("blocked by: {names}").format(names=names), 1)


def _ballot(words: Words, ballot: Ballot) -> str:
    voted = _("{actor}: yes") if ballot.yes else _("{actor}: no")
    text = _("{voted}; worth {change} to it, needed {needed}").format(
        voted=voted.format(actor=words.actors[ballot.actor].title),
        change=utils(ballot.change),
        needed=utils(ballot.needed),
    )
    if ballot.lines:
        text += _("; refused whatever the sum: {why}").format(
            why="; ".join(words.lines[line] for line in ballot.lines)
        )
    if ballot.by_mood:
        text += _("; its mood turned the vote")
    return text + (_("; can block alone") if ballot.veto and ballot.votes else "")


def _offered(done: Finished, most: int) -> Iterator[Said]:
    if not done.told.tabled:
        return
    words = done.words
    yield head(_("The offers, and what they were really worth"))
    yield plain(
        _("A month, over the walk-away line: first to {first}, then to {second}.").format(
            first=words.seats[0].title, second=words.seats[1].title
        )
    )
    shown = done.told.tabled[:most]
    for tabled in shown:
        yield item(
            _("turn {n}, {seat}: {offer}").format(
                n=tabled.turn + 1,
                seat=words.seats[tabled.seat].title,
                offer=in_words(words, done.tables, tabled.offer),
            )
        )
        yield plain(f"{utils(tabled.gains[0])}, {utils(tabled.gains[1])}: {fate_in_words(done, tabled)}", 1)
    if len(shown) < len(done.told.tabled):
        rest = len(done.told.tabled) - len(shown)
        yield plain(
            ngettext(
                "... and {n} more; 'replay' shows all.", "... and {n} more; 'replay' shows all.", rest
            ).format(n=rest)
        )


def fate_in_words(done: Finished, tabled: Tabled) -> str:
    """What became of an offer, and why it was not taken if it was not."""
    said = {
        "ratified": _("accepted and ratified"),
        "refused": _("accepted, but not ratified"),
        "replaced": _("never accepted; replaced by a later offer"),
        "withdrawn": _("never accepted; withdrawn"),
        "left": _("never accepted"),
    }[tabled.fate]
    if tabled.fate in ("ratified", "refused"):
        return said
    other = 1 - tabled.seat
    title = done.words.seats[other].title
    if tabled.gains[other] < 0:
        return _("{said}: it would have left {seat} worse off").format(said=said, seat=title)
    if not tabled.signed_by[other]:
        return _("{said}: {seat} would have gained, but too little to sign").format(said=said, seat=title)
    return _("{said}: {seat} would have gained by it, and hoped for more").format(said=said, seat=title)


def _reasons(done: Finished, most: int) -> Iterator[Said]:
    if done.told.reasons or done.told.reasons_lost:
        yield head(_("Why the computer did what it did"))
    if done.told.reasons_lost:
        yield plain(reasons.not_kept(done.told.reasons_lost))
    alike = [list(group) for _said, group in groupby(done.told.reasons, _reason_said)]
    for group in alike[:most]:
        seat, reason = _reason_said(group[0])
        first, last = group[0].turn + 1, group[-1].turn + 1
        text = (
            _("turn {n}, {seat}: {reason}") if first == last else _("turns {n} to {last}, {seat}: {reason}")
        )
        yield item(text.format(n=first, last=last, seat=done.words.seats[seat].title, reason=reason))
    if rest := sum(map(len, alike[most:])):
        yield plain(
            ngettext("... and {n} more decision.", "... and {n} more decisions.", rest).format(n=rest)
        )


def _reason_said(reason: Reason) -> tuple[int, str]:
    """A reason as it is told: one that is given again and again is told once."""
    return reason.seat, reasons.in_words(reason.reasoning)


def _really(done: Finished) -> Iterator[Said]:
    scenario = done.scenario
    if not scenario.history:
        return
    yield head(_("What really happened"))
    for step in scenario.history:
        yield item(f"{when_in_words(done, step)}: {step.text}")
        for source in step.sources:
            if found := scenario.sources.get(source):
                yield plain(_("Source: {title} ({date})").format(title=found.title, date=found.date), 1)


def when_in_words(done: Finished, step: HistoryStep) -> str:
    """The day of a step of the history, or the turn where no day is known."""
    if step.date:
        return day(step.date)
    return done.words.date(done.scenario.calendar.turn_of(step.turn) or 0)


def _left_out(done: Finished) -> Iterator[Said]:
    yield head(_("What the model leaves out"))
    yield from _items(done.scenario.left_out)


def _questions(done: Finished) -> Iterator[Said]:
    yield head(_("To talk about"))
    yield from _items(done.scenario.debrief)
    yield plain(_("This was a model for learning. It does not forecast."))


def _items(texts: Iterable[str]) -> Iterator[Said]:
    return (item(text) for text in texts)
