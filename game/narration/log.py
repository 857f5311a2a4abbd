"""Happenings as sentences for one viewer: calm, in plain words, in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.foundation.texts import _, marked, ngettext
from game.narration.figures import utils
from game.narration.offers import in_words
from game.narration.words import Words
from game.rules.happenings import Happening, What
from game.rules.tables import Tables

TALK, NEWS, VOTE, DEED, PEOPLE = "talk", "news", "vote", "deed", "people"
TRUST, TIME, END = "trust", "time", "end"
_TOPICS = {
    What.EVENT: NEWS, What.MOVED: TALK, What.MOVE_FAILED: TALK, What.OFFERED: TALK, What.ACCEPTED: TALK,
    What.HELD: TALK, What.WALKED_OUT: TALK, What.BROKE_OFF: TALK, What.RATIFIED: VOTE, What.REFUSED: VOTE,
    What.HONOURED: DEED, What.DELAYED: DEED, What.BREACHED: DEED, What.SNAPPED_BACK: DEED,
    What.LET_PASS: DEED, What.ANNOUNCED: DEED, What.IN_FORCE: DEED, What.LAPSED: DEED, What.WOUND_DOWN: DEED,
    What.WIND_DOWN_ENDED: DEED, What.FREED: PEOPLE, What.NOT_RECEIVED: PEOPLE, What.NOT_MATCHED: PEOPLE,
    What.ARRESTED: PEOPLE, What.WAVE: PEOPLE, What.TRUST: TRUST, What.WORLD: NEWS, What.TURN: TIME,
    What.ENDED: END, What.VOTED: VOTE, What.BLOCKED: NEWS,
    What.COUNTED: PEOPLE, What.COUNTERED: NEWS, What.DEPOSITED: DEED, What.HINDERED: DEED, What.SPOILED: NEWS,
}  # fmt: skip


TO_EVERYBODY = frozenset(
    {
        What.EVENT, What.MOVED, What.MOVE_FAILED, What.OFFERED, What.ACCEPTED, What.HELD, What.WALKED_OUT,
        What.BROKE_OFF, What.RATIFIED, What.REFUSED, What.HONOURED, What.DELAYED, What.BREACHED,
        What.SNAPPED_BACK, What.LET_PASS, What.ANNOUNCED, What.IN_FORCE, What.LAPSED, What.WOUND_DOWN,
        What.WIND_DOWN_ENDED, What.FREED, What.NOT_RECEIVED, What.NOT_MATCHED, What.ARRESTED, What.WAVE,
        What.TRUST, What.WORLD, What.TURN, What.ENDED, What.BLOCKED, What.SPOILED, What.DEPOSITED,
        What.HINDERED, What.COUNTED,
    }
)  # fmt: skip
TO_ITS_SIDE = frozenset({What.VOTED, What.COUNTERED})


def seen_by(happenings: Iterable[Happening], viewer: int | None) -> tuple[Happening, ...]:
    """What one viewer learns of what happened; a kind that nobody has declared is shown to nobody.

    Args:
        viewer: a seat; None for what everybody may know.
    """
    return tuple(
        happening
        for happening in happenings
        if happening.what in TO_EVERYBODY
        or (happening.what in TO_ITS_SIDE and viewer is not None and happening.seat == viewer)
    )


@dataclass(frozen=True)
class Line:
    """One sentence of the log.

    Args:
        turn: from 0.
        topic: talk, news, vote, deed, people, trust, time or end; screens choose a mark by it.
        seat: whose doing it was, or -1.
        text: the sentence.
    """

    turn: int
    topic: str
    seat: int
    text: str


@dataclass(frozen=True)
class Narrator:
    """Tells happenings to one viewer.

    Args:
        viewer: a seat, which is then called "you"; None for the debrief and for two people at one screen.
        debrief: whether everything may be told. Only after the game.
    """

    words: Words
    tables: Tables
    viewer: int | None = None
    debrief: bool = False

    def lines(self, happenings: Iterable[Happening]) -> list[Line]:
        """The sentences, without those that tell nothing (an arrest count of zero, say)."""
        open_ones = happenings if self.debrief else seen_by(happenings, self.viewer)
        told = ((happening, self.sentence(happening)) for happening in open_ones)
        return [Line(h.turn, _TOPICS[h.what], h.seat, text) for h, text in told if text]

    def sentence(self, happening: Happening) -> str:
        """One happening as a sentence; empty if there is nothing to tell."""
        match _TOPICS[happening.what]:
            case "talk":
                return self._talk(happening)
            case "vote":
                return self._vote(happening)
            case "deed":
                return self._deed(happening)
            case "people":
                return self._people(happening)
            case "trust":
                return self._trust(happening)
        return self._news(happening)

    def name(self, seat: int) -> str:
        """The title of a seat."""
        return self.words.seats[seat].title

    def _you(self, happening: Happening) -> bool:
        return self.viewer is not None and happening.seat == self.viewer

    def _said(self, happening: Happening, yours: str, theirs: str, **parts: object) -> str:
        if self._you(happening):
            return yours.format(**parts)
        return theirs.format(seat=self.name(happening.seat), **parts)

    def _talk(self, h: Happening) -> str:
        if h.what in (What.MOVED, What.MOVE_FAILED):
            return self._side_move(h)
        if h.what in (What.OFFERED, What.ACCEPTED):
            assert h.offer is not None
            offer = in_words(self.words, self.tables, h.offer)
            if h.what is What.OFFERED:
                return self._said(h, _("You offer: {offer}."), _("{seat} offers: {offer}."), offer=offer)
            return self._said(h, _("You accept: {offer}."), _("{seat} accepts: {offer}."), offer=offer)
        if h.what is What.HELD:
            return self._said(
                h, _("You leave things as they stand."), _("{seat} leaves things as they stand.")
            )
        if h.what is What.WALKED_OUT:
            return self._said(
                h,
                _("You leave the table until next turn; offers are withdrawn."),
                _("{seat} leaves the table until next turn; offers are withdrawn."),
            )
        return self._said(
            h, _("You break off the talks for good."), _("{seat} breaks off the talks for good.")
        )

    def _side_move(self, h: Happening) -> str:
        move = self.words.moves[h.index]
        record = self.tables.moves[h.index]
        text = move.text
        if record.people:
            people = ngettext("{n} person", "{n} people", h.amount).format(n=h.amount)
            text = _("{text} ({people})").format(text=text, people=people)
        if record.vow >= 0:
            issue = self.words.issues[record.vow]
            promise = f"{issue.title}: {issue.levels[h.amount].title}"
            text = _("{text} (At least {promise}.)").format(text=text, promise=promise)
        return text if h.what is What.MOVED else _("{text} Nothing comes of it.").format(text=text)

    def _vote(self, h: Happening) -> str:
        if h.what is What.VOTED:
            voted = _("{actor}: yes.") if h.amount > 0 else _("{actor}: no.")
            return voted.format(actor=self.words.actors[h.index].title)
        if h.what is What.RATIFIED:
            if not h.amount:
                return _("Both sides ratify the agreement.")
            return ngettext(
                "Both sides ratify the agreement; {n} person is to be freed.",
                "Both sides ratify the agreement; {n} people are to be freed.",
                h.amount,
            ).format(n=h.amount)
        return self._said(
            h,
            _("Your own side does not ratify the agreement. It may not be tabled again for two turns."),
            _("The side of {seat} does not ratify the agreement. It may not be tabled again for two turns."),
        )

    def _deed(self, h: Happening) -> str:
        if h.what in _DECISIONS:
            yours, theirs = _DECISIONS[h.what]
            return self._said(h, _(yours), _(theirs))
        issue = self.words.issues[h.index]
        sentence = _(_MEASURES[h.what])
        level = issue.levels[h.amount].title if 0 <= h.amount < len(issue.levels) else ""
        return sentence.format(issue=issue.title, level=level)

    def _people(self, h: Happening) -> str:
        n = h.amount
        if h.what is What.FREED:
            return self._freed(h)
        if h.what is What.COUNTED:
            return self._counted(h)
        if h.what is What.NOT_RECEIVED:
            return ngettext(
                "{n} person could not leave: nobody took them in. The release waits a turn.",
                "{n} people could not leave: nobody took them in. The release waits a turn.",
                n,
            ).format(n=n)
        if h.what is What.NOT_MATCHED:
            return ngettext(
                "The lists differ over the release of {n} person. It waits a turn.",
                "The lists differ over the release of {n} people. It waits a turn.",
                n,
            ).format(n=n)
        if h.what is What.WAVE:
            return ngettext("A wave of arrests: {n} person.", "A wave of arrests: {n} people.", n).format(n=n)
        return self._arrested(n, max(0, h.index))

    def _freed(self, h: Happening) -> str:
        people = ngettext("{n} person is freed", "{n} people are freed", h.amount).format(n=h.amount)
        if h.index <= 0:
            return _("{people}.").format(people=people)
        leaving = ngettext(
            "{n} of them must leave the country", "{n} of them must leave the country", h.index
        )
        return _("{people}; {leaving}.").format(people=people, leaving=leaving.format(n=h.index))

    def _counted(self, h: Happening) -> str:
        said = ngettext(
            "A monitor finds {n} of them on its own list",
            "A monitor finds {n} of them on its own list",
            h.amount,
        ).format(n=h.amount)
        if not h.index:
            return _("{said}.").format(said=said)
        return _("{said}, give or take {unsure}.").format(said=said, unsure=h.index)

    def _arrested(self, new: int, served: int) -> str:
        parts = []
        if new:
            parts.append(
                ngettext("{n} person is newly arrested", "{n} people are newly arrested", new).format(n=new)
            )
        if served and new:
            more = ngettext("{n} has served the sentence", "{n} have served their sentences", served)
            parts.append(more.format(n=served))
        elif served:
            alone = ngettext(
                "{n} person has served the sentence", "{n} people have served their sentences", served
            )
            parts.append(alone.format(n=served))
        return _("{parts}.").format(parts="; ".join(parts)) if parts else ""

    def _trust(self, h: Happening) -> str:
        if not h.amount:
            return ""
        parts = {"other": self.name(1 - h.seat), "n": abs(h.amount)}
        if self._you(h):
            return (
                _("Your trust in {other} rises by {n}.")
                if h.amount > 0
                else _("Your trust in {other} falls by {n}.")
            ).format(**parts)
        if self.viewer is not None:
            yours = (
                _("{seat} trusts you more, by {n}.") if h.amount > 0 else _("{seat} trusts you less, by {n}.")
            )
            return yours.format(seat=self.name(h.seat), **parts)
        plain = (
            _("{seat} trusts {other} more, by {n}.")
            if h.amount > 0
            else _("{seat} trusts {other} less, by {n}.")
        )
        return plain.format(seat=self.name(h.seat), **parts)

    def _news(self, h: Happening) -> str:
        if h.what is What.EVENT:
            event = self.words.events[h.index]
            return _("{headline}. {text}").format(headline=event.title, text=event.text)
        if h.what is What.WORLD:
            issue = self.words.issues[h.index]
            return _("{issue}: {level}.").format(issue=issue.title, level=issue.levels[h.amount].title)
        if h.what is What.SPOILED:
            return _("{actor}: {text}").format(
                actor=self.words.actors[h.index].title, text=self.words.spoilers[h.index]
            )
        if h.what is What.COUNTERED:
            return self._counter_offer(h)
        if h.what is What.BLOCKED:
            return _("{actor}: no to a further step ({issue}).").format(
                actor=self.words.actors[h.amount].title, issue=self.words.issues[h.index].title
            )
        if h.what is What.TURN:
            return _("Turn {n}, {date}.").format(n=h.turn + 1, date=self.words.date(h.turn))
        return ending(self.words, h.index)

    def _counter_offer(self, h: Happening) -> str:
        actor, seat = self.words.actors[h.index].title, self.name(h.seat)
        if not h.amount:
            return _("{actor} pays nothing any more.").format(actor=actor)
        if self._you(h):
            return _("{actor} offers you {amount} a month for as long as you sign nothing more.").format(
                actor=actor, amount=utils(h.amount)
            )
        return _("{actor} offers {seat} {amount} a month for as long as it signs nothing more.").format(
            actor=actor, seat=seat, amount=utils(h.amount)
        )


def ending(words: Words, code: int) -> str:
    """How a game ended, as a sentence.

    Args:
        code: as in `State.ended`: 1 the horizon, 2 and 3 broken off, 4 on the scenario's endings.
    """
    if code == 1:
        return _("The last turn is over.")
    if code in (2, 3):
        return _("{seat} has broken off the talks.").format(seat=words.seats[code - 2].title)
    return _("The game ends: {ending}.").format(ending=words.endings[code - 4].title)


_DECISIONS = {
    What.HONOURED: (marked("You do what you owe."), marked("{seat} does what it owes.")),
    What.DELAYED: (
        marked("You put off what you owe by a turn."),
        marked("{seat} puts off what it owes by a turn."),
    ),
    What.BREACHED: (
        marked("You break your word: nothing of what you still owe will be done."),
        marked("{seat} breaks its word: nothing of what it still owes will be done."),
    ),
    What.SNAPPED_BACK: (
        marked("You answer by taking back what can be taken back."),
        marked("{seat} answers by taking back what can be taken back."),
    ),
    What.HINDERED: (
        marked("You want to do what you owe and cannot: it is held up at home and waits a turn."),
        marked("{seat} says it wants to do what it owes and cannot: it is held up at home and waits a turn."),
    ),
    What.DEPOSITED: (
        marked(
            "You put your part in the mediator's hands; it is handed over when the other side's is there."
        ),
        marked(
            "{seat} puts its part in the mediator's hands; it is handed over when the other side's is there."
        ),
    ),
    What.LET_PASS: (marked("You let it pass."), marked("{seat} lets it pass.")),
}
_MEASURES = {
    What.ANNOUNCED: marked("Announced: {issue}: {level}. It takes effect later."),
    What.IN_FORCE: marked("In force: {issue}: {level}."),
    What.LAPSED: marked("Lapsed: {issue}: {level}."),
    What.WOUND_DOWN: marked("Taken back: {issue}: {level}."),
    What.WIND_DOWN_ENDED: marked("Wound down to the end: {issue}."),
}
