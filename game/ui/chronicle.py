"""What happened since somebody looked, told shortly: votes in one line, measures together, trust summed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.foundation.texts import _
from game.narration.log import Narrator, seen_by
from game.rules.happenings import Happening, What
from game.ui.digits import signed
from game.ui.playing import SEAT_TONES
from game.ui.theme import Shape, ToneName

MEASURES = (What.ANNOUNCED, What.IN_FORCE, What.LAPSED, What.WOUND_DOWN, What.WIND_DOWN_ENDED)
OWN_TALK = frozenset({What.OFFERED, What.HELD, What.WALKED_OUT, What.MOVED})
OF_A_SEAT = frozenset(
    {
        What.OFFERED, What.ACCEPTED, What.HELD, What.WALKED_OUT, What.BROKE_OFF, What.MOVED, What.MOVE_FAILED,
        What.HONOURED, What.DELAYED, What.BREACHED, What.SNAPPED_BACK, What.LET_PASS, What.VOTED,
    }
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """One line: its words and the meaning of its mark."""

    text: str
    tone: ToneName
    shape: Shape | Literal["auto"] = "auto"


@dataclass(frozen=True)
class Chapter:
    """What is told of one turn."""

    turn: int
    lines: tuple[Told, ...]


@dataclass
class _Telling:
    """The lines of one turn as they come together."""

    teller: Narrator
    lines: list[Told] = field(default_factory=list)
    trust: dict[int, int] = field(default_factory=dict)
    wave: bool = False
    last_offer: tuple[int, ...] | None = None


def chapters(teller: Narrator, happenings: Sequence[Happening]) -> list[Chapter]:
    """What a viewer learns of happenings, turn by turn, without turns of which there is nothing."""
    seen = seen_by(happenings, teller.viewer)
    turns = sorted({happening.turn for happening in seen})
    told = [Chapter(turn, _told(teller, [h for h in seen if h.turn == turn])) for turn in turns]
    return [chapter for chapter in told if chapter.lines]


def _told(teller: Narrator, happenings: list[Happening]) -> tuple[Told, ...]:
    telling = _Telling(teller, wave=any(happening.what is What.WAVE for happening in happenings))
    for group in groups_of(happenings):
        _tell(telling, group)
    _tell_trust(telling)
    return tuple(telling.lines)


def groups_of(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """Happenings in order; votes and measures of the same kind that follow each other stand together."""
    groups: list[list[Happening]] = []
    for happening in happenings:
        together = happening.what is What.VOTED or happening.what in MEASURES
        last = groups[-1][-1] if groups else None
        if together and last is not None and (last.what, last.seat) == (happening.what, happening.seat):
            groups[-1].append(happening)
        else:
            groups.append([happening])
    return groups


def _tell(telling: _Telling, group: list[Happening]) -> None:
    first, teller = group[0], telling.teller
    if first.what in (What.TURN, What.WAVE) or is_own_talk(teller, first):
        telling.last_offer = first.offer or telling.last_offer
        return
    if first.what is What.TRUST:
        telling.trust[first.seat] = telling.trust.get(first.seat, 0) + first.amount
        return
    text = text_of(teller, group, telling.last_offer, wave=telling.wave)
    if first.what is What.OFFERED:
        telling.last_offer = first.offer
    if text:
        telling.lines.append(Told(text, tone_of(first)))


def tone_of(happening: Happening) -> ToneName:
    """The mark of a line: whose doing it was, or news."""
    if happening.what in OF_A_SEAT or happening.what in MEASURES:
        return SEAT_TONES[happening.seat] if happening.seat >= 0 else "news"
    if happening.what is What.FREED:
        return "good"
    if happening.what is What.REFUSED:
        return "bad"
    return "good" if happening.what is What.RATIFIED else "news"


def is_own_talk(teller: Narrator, happening: Happening) -> bool:
    """Whether it is what the viewer has just said, and need not be told."""
    return happening.what in OWN_TALK and happening.seat == teller.viewer


def text_of(
    teller: Narrator, group: list[Happening], last_offer: tuple[int, ...] | None, *, wave: bool
) -> str:
    """Happenings that belong together, in words; empty if there is nothing to tell.

    Args:
        last_offer: what was offered last, so that accepting it need not repeat it.
        wave: whether the arrests of this turn were a wave.
    """
    first = group[0]
    if first.what is What.VOTED:
        return _votes(teller, group)
    if len(group) > 1:
        return _measures(teller, group)
    if first.what is What.ACCEPTED and first.offer == last_offer:
        if first.seat == teller.viewer:
            return _("You accept the offer.")
        return _("{seat} accepts the offer.").format(seat=teller.name(first.seat))
    text = teller.sentence(first)
    if first.what is What.ARRESTED and wave and text:
        return _("A wave of arrests: {text}").format(text=text)
    return text


def _votes(teller: Narrator, group: list[Happening]) -> str:
    yes = [teller.words.actors[h.index].title for h in group if h.amount > 0]
    no = [teller.words.actors[h.index].title for h in group if h.amount <= 0]
    parts = []
    if yes:
        parts.append(_("yes from {names}").format(names=", ".join(yes)))
    if no:
        parts.append(_("no from {names}").format(names=", ".join(no)))
    return _("Your side votes: {votes}.").format(votes="; ".join(parts))


def _measures(teller: Narrator, group: list[Happening]) -> str:
    """Measures of one kind in one sentence."""
    items = []
    for happening in group:
        issue = teller.words.issues[happening.index]
        known = 0 <= happening.amount < len(issue.levels)
        items.append(f"{issue.title}: {issue.levels[happening.amount].title}" if known else issue.title)
    start = {
        What.ANNOUNCED: _("Announced, to take effect later: {items}."),
        What.IN_FORCE: _("In force: {items}."),
        What.LAPSED: _("Lapsed: {items}."),
        What.WOUND_DOWN: _("Taken back: {items}."),
        What.WIND_DOWN_ENDED: _("Wound down to the end: {items}."),
    }[group[0].what]
    return start.format(items="; ".join(items))


def _tell_trust(telling: _Telling) -> None:
    parts = []
    for seat, change in sorted(telling.trust.items()):
        if change:
            name = _("yours in them") if seat == telling.teller.viewer else _("theirs in you")
            parts.append(f"{name} {signed(change)}")
    if parts:
        telling.lines.append(Told(_("Trust: {changes}.").format(changes=", ".join(parts)), "link", "bar"))
