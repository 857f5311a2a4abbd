"""The told parts of the debrief as tabs: text, and pictures of the people held and of the votes."""

from __future__ import annotations

from collections.abc import Sequence

from game.foundation.texts import _
from game.narration.debrief import Finished
from game.narration.flows import TurnFlow, flows
from game.narration.said import Said
from game.narration.telling import Section
from game.narration.voting import Ballot, Ratification, SideVote
from game.rules.tables import NONE
from game.ui.charts.bars import Bar, Bars
from game.ui.charts.lines import Lines, Series
from game.ui.debrief import figures
from game.ui.debrief.wording import typeset
from game.ui.digits import many, worth
from game.ui.flow import linked
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.playing import SEAT_TONES
from game.ui.screens.glossary import terms
from game.ui.screens.parts import Body, Middle
from game.ui.theme import ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.label import Label

MICRO = 1_000_000
LONG_WORD = 8
READING = 900  # units
PLAIN = {"history", "left-out"}  # parts about the world, where a word of the trade means something else


def special_terms() -> list[str]:
    """Words of the trade. Everyday ones, which occur in every offer, are not worth a link here."""
    return [term for term in terms() if len(term) >= LONG_WORD or " " in term]


def read(widgets: Sequence[Widget]) -> Body:
    """Widgets one below the other, as wide as is good to read."""
    return Body(Middle(Column(widgets, gap=8, pad=(6, 4)), READING))


def told(sections: Sequence[Section]) -> list[Widget]:
    """Sections of the story as widgets."""
    widgets: list[Widget] = []
    for section in sections:
        widgets.append(Label(section.title, "heading"))
        widgets += [_said(said, links=section.key not in PLAIN) for said in section.said]
    return widgets


def _said(said: Said, *, links: bool = True) -> Widget:
    text = typeset(said.text)
    item, aside = said.form == "item", said.form == "plain" and said.depth > 0  # such as a source
    label = Label(
        linked(text, special_terms()) if links else text,
        tone="muted" if aside else "plain",
        shape="bar" if item else "none",
    )
    return Column([label], pad=(16 * said.depth + 1, 0)) if said.depth else label


def people(done: Finished) -> list[Widget]:
    """Those held and what moved their number, turn by turn, and who else gained and lost."""
    widgets: list[Widget] = []
    if done.tables.issues.people != NONE and done.course.plies:
        found = flows(done.course)
        names = [done.words.short_turns[flow.turn] for flow in found]
        widgets += [_held(names, found), _moved(names, found)]
    return [*widgets, figures.third_parties(done)]


def _held(names: Sequence[str], found: Sequence[TurnFlow]) -> Widget:
    values = tuple(float(flow.after) for flow in found)
    last = _("{n} held").format(n=many(found[-1].after))
    chart = Lines(names, _("people held after each turn"), [Series(last, "plain", values)], whole=True)
    return chart.place(key="held", name=_("People held"), grow=0, limits=Limits(want_h=170))


def _moved(names: Sequence[str], found: Sequence[TurnFlow]) -> Widget:
    series = [
        Series(_("newly arrested"), "bad", tuple(float(flow.arrested) for flow in found)),
        Series(_("released"), "good", tuple(float(flow.freed) for flow in found)),
        Series(_("sentence served"), "muted", tuple(float(flow.served) for flow in found), dashed=True),
    ]
    chart = Lines(names, _("people a turn"), series, whole=True)
    return chart.place(key="flows", name=_("What moved it"), grow=0, limits=Limits(want_h=190))


def votes(done: Finished, section: Section | None) -> list[Widget]:
    """How every agreement was voted on, as bars with the least that each needed, and then in words."""
    if section is None:
        return []
    widgets: list[Widget] = [Label(section.title, "heading"), Label(votes_note(), tone="muted")]
    for number, vote in enumerate(done.told.ratifications):
        widgets += _vote(done, number, vote)
    return [*widgets, Label(_("The same in words"), "heading"), *(_said(said) for said in section.said)]


def votes_note() -> str:
    """How to read the bars."""
    return _(
        "Bars: what it was worth to each, a month. "
        "The tick: what it needed to say yes, its mood on the day apart."
    )


def _vote(done: Finished, number: int, vote: Ratification) -> list[Widget]:
    date = done.words.date(vote.turn)
    line = _("{date}: it came into being") if vote.passed else _("{date}: it was refused")
    widgets: list[Widget] = [marked(line.format(date=date), "good" if vote.passed else "bad")]
    every = [_ballot(done, ballot) for side in vote.sides for ballot in _of(side)]
    for side in vote.sides:
        title = done.words.seats[side.seat].title
        said = _("{seat}: yes") if side.passed else _("{seat}: no")
        widgets.append(Label(said.format(seat=title), tone=SEAT_TONES[side.seat], shape="auto"))
        widgets.append(_ballots(done, side, every).place(key=f"vote {number} {side.seat}"))
    return widgets


def _of(side: SideVote) -> tuple[Ballot, ...]:
    return side.principal, *side.ratifiers


def _ballots(done: Finished, side: SideVote, every: Sequence[Bar]) -> Widget:
    bars = [_ballot(done, ballot) for ballot in _of(side)]
    longest = max(0.001, *(abs(bar.value) for bar in every))
    needs = (abs(bar.threshold or 0.0) for bar in every)  # one far off would leave the bars no room
    most = max(longest, *(min(need, 1.5 * longest) for need in needs))
    return Bars(bars, -most, most, in_line_with=every)


def _ballot(done: Finished, ballot: Ballot) -> Bar:
    title = done.words.actors[ballot.actor].title
    answer = _("yes") if ballot.yes else _("no")
    said = _("{actor}: {answer}; worth {change}, needed {needed}").format(
        actor=title, answer=answer, change=worth(ballot.change), needed=worth(ballot.needed)
    )
    shown = f"{worth(ballot.change)} {answer}"
    tone: ToneName = "good" if ballot.yes else "bad"
    return Bar(
        title,
        ballot.change / MICRO,
        shown,
        tone,
        threshold=ballot.needed / MICRO,
        said=said,
        tag=ballot.actor,
    )
