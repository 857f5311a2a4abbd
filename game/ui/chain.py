"""What happened since somebody looked, as causes with what followed from each: who, how strongly.

A line is put under another only where the rules tie them: a decision and what it brings into force, an event
and its own effects, a refusal and the trust it costs. What merely comes after stands by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.foundation.texts import _
from game.narration.log import Narrator, seen_by
from game.rules.clauses import Does
from game.rules.happenings import Happening, What
from game.ui.chronicle import Told, groups_of, is_own_talk, text_of, tone_of
from game.ui.theme import ToneName

Measured = Literal["trust", "people", "none"]
DECISIONS = frozenset(
    {
        What.HONOURED, What.DELAYED, What.BREACHED, What.SNAPPED_BACK, What.LET_PASS, What.DEPOSITED,
        What.HINDERED, What.WALKED_OUT, What.BROKE_OFF, What.MOVED, What.MOVE_FAILED,
    }
)  # fmt: skip
OF_A_DECISION = frozenset(
    {
        What.ANNOUNCED, What.IN_FORCE, What.LAPSED, What.WOUND_DOWN, What.WIND_DOWN_ENDED, What.FREED,
        What.NOT_RECEIVED, What.NOT_MATCHED, What.TRUST,
    }
)  # fmt: skip
KINDS = {Does.TRUST: What.TRUST, Does.ARREST: What.ARRESTED, Does.FREE: What.FREED}
OF_A_REFUSAL = frozenset({What.TRUST})
OF_ARRESTS = frozenset({What.TRUST})


@dataclass(frozen=True)
class Step:
    """A line of the chain.

    Args:
        told: its words and mark.
        depth: 0 for a cause, 1 for what followed from it, and so on.
        measured: what `amount` counts: points of trust, people, or nothing.
        amount: how strong it is, signed by what it is for trust; people are counted up.
        votes: (name, yes, whether it voted otherwise before) of the viewer's own ratifiers.
    """

    told: Told
    depth: int = 0
    measured: Measured = "none"
    amount: int = 0
    votes: tuple[tuple[str, bool, bool], ...] = ()


@dataclass(frozen=True)
class Link:
    """What is told of one turn."""

    turn: int
    steps: tuple[Step, ...]


@dataclass
class _Forging:
    """The steps of one turn as they come together."""

    teller: Narrator
    votes_before: dict[int, int]
    steps: list[Step] = field(default_factory=list)
    last_offer: tuple[int, ...] | None = None
    cause: Happening | None = None
    depth: int = 0  # of the step that the cause is told in
    wave: bool = False


def chain(teller: Narrator, before: Sequence[Happening], fresh: Sequence[Happening]) -> list[Link]:
    """What a viewer learns of fresh happenings, turn by turn, without turns of which there is nothing.

    Args:
        before: what the viewer knew already: how its side voted then.
    """
    votes = {h.index: h.amount for h in seen_by(before, teller.viewer) if h.what is What.VOTED}
    seen = seen_by(fresh, teller.viewer)
    links = []
    for turn in sorted({happening.turn for happening in seen}):
        of_turn = [happening for happening in seen if happening.turn == turn]
        forging = _Forging(teller, votes, wave=any(h.what is What.WAVE for h in of_turn))
        for group in groups_of(of_turn):
            _forge(forging, group)
        if forging.steps:
            links.append(Link(turn, tuple(forging.steps)))
    return links


def _forge(forging: _Forging, group: list[Happening]) -> None:
    first = group[0]
    if first.what in (What.TURN, What.WAVE):
        return
    if is_own_talk(forging.teller, first):
        forging.last_offer = first.offer or forging.last_offer
        forging.cause, forging.depth = first, -1
        return
    text = text_of(forging.teller, group, forging.last_offer, wave=forging.wave)
    if first.what is What.OFFERED:
        forging.last_offer = first.offer
    if not text:
        return
    depth = _depth(forging, first)
    measured, amount = _strength(first)
    votes = _votes(forging, group) if first.what is What.VOTED else ()
    forging.steps.append(Step(Told(text, _tone(first)), depth, measured, amount, votes))
    if _is_cause(first, depth):
        forging.cause, forging.depth = first, depth


def _tone(first: Happening) -> ToneName:
    if first.what is What.TRUST:
        return "good" if first.amount > 0 else "bad"
    return tone_of(first)


def _is_cause(first: Happening, depth: int) -> bool:
    """Whether what comes next may follow from this; talk leads on from step to step."""
    talk = {What.OFFERED, What.ACCEPTED, What.VOTED, What.REFUSED, What.RATIFIED}
    return depth == 0 or first.what in talk


def _depth(forging: _Forging, first: Happening) -> int:
    """How far a happening stands in: under the step before if the rules tie the two."""
    cause = forging.cause
    return forging.depth + 1 if cause is not None and _follows(forging.teller, cause, first) else 0


def _follows(teller: Narrator, cause: Happening, first: Happening) -> bool:
    what = first.what
    match cause.what:
        case What.OFFERED:
            return what is What.ACCEPTED and first.seat == 1 - cause.seat
        case What.ACCEPTED:
            return what in {What.VOTED, What.RATIFIED, What.REFUSED}
        case What.VOTED:
            return what in {What.RATIFIED, What.REFUSED}
        case What.REFUSED:
            return what in OF_A_REFUSAL
        case What.ARRESTED:
            return what in OF_ARRESTS
        case What.EVENT:
            return (what, first.index if what is What.WORLD else 0) in _brought_by(teller, cause.index)
    return cause.what in DECISIONS and what in OF_A_DECISION


def _brought_by(teller: Narrator, event: int) -> set[tuple[What, int]]:
    """The kinds of happening that an event's own effects make; for the world with the issue."""
    effects = teller.tables.events[event].effects
    brought = {(KINDS[effect.does], 0) for effect in effects if effect.does in KINDS}
    moved = (Does.LEVEL_BY, Does.LEVEL_TO)
    return brought | {(What.WORLD, effect.index) for effect in effects if effect.does in moved}


def _strength(first: Happening) -> tuple[Measured, int]:
    if first.what is What.TRUST:
        return "trust", first.amount
    if first.what in {What.FREED, What.NOT_RECEIVED, What.NOT_MATCHED}:
        return "people", first.amount
    return ("people", first.amount) if first.what is What.ARRESTED else ("none", 0)


def _votes(forging: _Forging, group: list[Happening]) -> tuple[tuple[str, bool, bool], ...]:
    """How the viewer's own ratifiers voted, and who votes otherwise than the last time."""
    votes = []
    for happening in group:
        before = forging.votes_before.get(happening.index)
        turned = before is not None and (before > 0) != (happening.amount > 0)
        forging.votes_before[happening.index] = happening.amount
        votes.append((forging.teller.words.actors[happening.index].title, happening.amount > 0, turned))
    return tuple(votes)


def sentence_of_votes(votes: Sequence[tuple[str, bool, bool]]) -> str:
    """The votes without their marks."""
    yes = sum(vote for _name, vote, _turned in votes)
    return _("At home {yes} of {all} vote yes:").format(yes=yes, all=len(votes))
