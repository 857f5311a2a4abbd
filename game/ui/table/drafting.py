"""The offer that a player is putting together, and what its own side can know about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from game.foundation.texts import _
from game.narration.explain import Explanation, explain_offer, explain_vote
from game.narration.judging import Estimate, Forecast, estimates, forecasts, own_values
from game.rules.actions import Action, Kind, one
from game.ui.playing import Playing

Offer = tuple[int, int, int, int]
NO_NUMBER = -1
MOST_JUDGED = 512


@dataclass(frozen=True)
class Draft:
    """Levels of all owned issues (0 elsewhere) and a plan."""

    levels: tuple[int, ...]
    plan: int = 0

    @property
    def blank(self) -> bool:
        """Whether it holds nothing."""
        return not any(self.levels)


@dataclass(frozen=True)
class Judged:
    """What a seat can know of an offer: its own gain (micro-utils a month), theirs, and its ratifiers."""

    value: int
    theirs: Estimate
    home: Forecast


@dataclass
class Drafting:
    """The draft of the viewer of a game, with undo.

    Attributes:
        now: the present draft.
        sent: the viewer's own standing offer as a draft, or None.
        theirs: the other side's.
    """

    playing: Playing
    now: Draft = field(init=False)
    undone: list[Draft] = field(default_factory=list)
    past: list[Draft] = field(default_factory=list)
    _judged: dict[Offer, Judged] = field(default_factory=dict)
    _moving: int = -1  # the issue whose level was changed last
    _halves: dict[tuple[int, ...], tuple[int | None, int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.match = self.playing.match
        self.seat = self.playing.viewer
        self.brief = self.match.brief(self.seat)
        self.seen = self.match.observe(self.seat)
        self.sent = self.standing(self.seat)
        self.theirs = self.standing(1 - self.seat)
        self._numbers = self.numbers()
        blank = Draft((0,) * len(self.brief.tables.issues.owner))
        self.now = self.sent or blank

    def standing(self, seat: int) -> Draft | None:
        """A seat's standing offer as a draft; a number of people stands as the nearest level below it."""
        offer = self.seen.state.offer[0, seat]
        if int(offer[0]) < 0:
            return None
        tables = self.brief.tables
        levels = np.maximum(tables.halves[0][offer[0]], tables.halves[1][offer[1]])
        return Draft(tuple(int(level) for level in levels), int(offer[2]))

    def standing_offer(self, seat: int) -> Offer | None:
        """A seat's standing offer as it was made."""
        half0, half1, plan, people = (int(part) for part in self.seen.state.offer[0, seat])
        return None if half0 < 0 else (half0, half1, plan, people)

    # changing

    def put(self, draft: Draft) -> None:
        """Another draft; the present one can be brought back."""
        if draft != self.now:
            self.past.append(self.now)
            self.undone.clear()
            self.now = draft

    def drag(self, draft: Draft) -> None:
        """Another draft while a slider moves: one step of undo for the whole movement."""
        self.now = draft

    def level(self, issue: int, level: int) -> Draft:
        """The draft with one issue at another level."""
        self._moving = issue
        levels = list(self.now.levels)
        levels[issue] = level
        return replace(self.now, levels=tuple(levels))

    def undo(self) -> bool:
        """The draft before the last change."""
        if not self.past:
            return False
        self.undone.append(self.now)
        self.now = self.past.pop()
        return True

    def redo(self) -> bool:
        """The draft that was undone."""
        if not self.undone:
            return False
        self.past.append(self.now)
        self.now = self.undone.pop()
        return True

    # as an offer

    def offer(self) -> Offer | None:
        """The draft as an offer; None if its levels may not stand together."""
        return self._as_offer(self.now)

    def _as_offer(self, draft: Draft) -> Offer | None:
        half0, half1 = self._halves_of(draft.levels)
        if half0 is None or half1 is None:
            return None
        return (half0, half1, draft.plan, self._people_of(draft))

    def numbers(self) -> dict[int, int]:
        """Numbers of people that were tabled instead of a level's own, by the level they stand at."""
        found: dict[int, int] = {}
        issue = self.brief.tables.issues.people
        for seat, draft in ((1 - self.seat, self.theirs), (self.seat, self.sent)):
            offer = self.standing_offer(seat)
            if issue >= 0 and draft is not None and offer is not None and offer[3] >= 0:
                found.setdefault(draft.levels[issue], offer[3])
        return found

    def _people_of(self, draft: Draft) -> int:
        issue = self.brief.tables.issues.people
        return self._numbers.get(draft.levels[issue], NO_NUMBER) if issue >= 0 else NO_NUMBER

    def _halves_of(self, levels: tuple[int, ...]) -> tuple[int | None, int | None]:
        found = self._halves.get(levels)
        if found is None:
            lexicon = self.match.opened.lexicon
            found = self._halves[levels] = (lexicon.half(0, levels), lexicon.half(1, levels))
        return found

    def action(self, move: int = -1, amount: int = 0) -> Action | None:
        """The draft as a table move."""
        offer = self.offer()
        return None if offer is None else one(Kind.OFFER, *offer, move=move, amount=amount)

    def why_not(self, move: int = -1, amount: int = 0) -> str:
        """Why the draft cannot be sent now; empty if it can."""
        action = self.action(move, amount)
        return self.forbidden() if action is None else self.match.why_not(self.seat, action)

    def forbidden(self) -> str:
        """Why the levels may not stand together, in the scenario's words."""
        scenario, words = self.match.opened.scenario, self.match.opened.words
        at = {
            issue.id: words.issues[i].levels[self.now.levels[i]].id
            for i, issue in enumerate(words.issues)
            if self.brief.tables.issues.owner[i] >= 0
        }
        for rule in scenario.forbid:
            if all(at.get(issue) in levels for issue, levels in rule.levels.items()):
                return _("This cannot be offered together: {why}.").format(why=rule.why.rstrip("."))
        return _("These levels cannot be offered together.")

    # judging

    def judged(self, offer: Offer) -> Judged:
        """What the seat can know of an offer."""
        found = self._judged.get(offer)
        if found is None:
            if len(self._judged) >= MOST_JUDGED:
                self._judged.clear()
            self._judge(
                [offer, *(near for near in self._along() if near not in self._judged and near != offer)]
            )
            found = self._judged[offer]
        return found

    def foresee(self, issue: int) -> None:
        """Judge the draft at every level of an issue that is about to be moved."""
        self._moving = issue
        near = [offer for offer in self._along() if offer not in self._judged]
        if near and len(self._judged) < MOST_JUDGED:
            self._judge(near)

    def _judge(self, offers: list[Offer]) -> None:
        """Judge several offers, at hardly more than the price of one."""
        values = own_values(self.brief, self.seen, offers)
        theirs = estimates(self.brief, self.seen, offers)
        home = forecasts(self.brief, self.seen, offers, values)
        self._judged.update(zip(offers, map(Judged, values, theirs, home), strict=True))

    def _along(self) -> list[Offer]:
        """The draft at every level of the issue that moved last: a slider will most likely be drawn on."""
        if self._moving < 0:
            return []
        count = int(self.brief.tables.issues.levels[self._moving])
        found = (self._as_offer(self.level(self._moving, level)) for level in range(count))
        return [offer for offer in found if offer is not None]

    def explained(self, offer: Offer) -> Explanation:
        """The own gain, part by part."""
        kind = int(self.seen.state.type[0, self.seat])
        opened = self.match.opened
        return explain_offer(opened.words, self.brief.tables, self.seen.state, self.seat, kind, offer)

    def their_explained(self, offer: Offer) -> Explanation:
        """The analysts' estimate of the other side's gain, part by part."""
        tables, words = self.brief.tables, self.match.opened.words
        return explain_offer(words, tables, self.seen.state, 1 - self.seat, tables.mean, offer)

    def vote_explained(self, actor: int, offer: Offer) -> Explanation:
        """What an offer changes for a ratifier of the own side, part by part."""
        tables, words = self.brief.tables, self.match.opened.words
        return explain_vote(words, tables, self.seen.state, actor, 0, offer)
