"""The line before sending: whether the draft can be sent, and what it or their offer would come to."""

from __future__ import annotations

from game.foundation.texts import _
from game.ui.marked import plain_words
from game.ui.table.drafting import Drafting, Offer
from game.ui.theme import ToneName
from game.ui.widgets.base import Limits
from game.ui.widgets.label import Label


class Check:
    """One sentence that follows the draft, in a room that does not: dragging moves nothing."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self.widget = Label("", shape="auto").place(
            key="check", limits=Limits(min_w=200, want_w=400, min_h=44)
        )

    def show(self, offer: Offer | None, why_not: str) -> None:
        """Follow the draft."""
        text, tone = self._said(offer, why_not)
        self.widget.set(plain_words(text), tone)

    def _said(self, offer: Offer | None, why_not: str) -> tuple[str, ToneName]:
        if self._drafting.now.blank:
            return self._said_of_theirs()
        if why_not or offer is None:
            return why_not, "warning"
        return self._weighed(
            offer,
            worse=_("This is worse for you than walking away. {rest}"),
            unsure=_("Better for you than walking away. {rest}"),
            good=_("Better for you than walking away, and your own side would ratify it."),
        )

    def _said_of_theirs(self) -> tuple[str, ToneName]:
        """What accepting would come to, while nothing is drafted against their offer."""
        theirs = self._drafting.standing_offer(1 - self._drafting.seat)
        if theirs is None:
            start = _("The draft is empty. Move the sliders: what you ask for, and what you would give.")
            return start, "link"
        return self._weighed(
            theirs,
            worse=_("Their offer is worse for you than walking away. {rest}"),
            unsure=_("Their offer is better for you than walking away. {rest}"),
            good=_("Their offer is better for you than walking away, and your own side would ratify it."),
        )

    def _weighed(self, offer: Offer, worse: str, unsure: str, good: str) -> tuple[str, ToneName]:
        """The sentence that fits an offer's worth and the vote at home."""
        doubts = self._doubts(offer)
        if self._drafting.judged(offer).value < 0:
            return worse.format(rest=doubts or _("Your side would let it pass.")), "bad"
        if doubts:
            return unsure.format(rest=doubts), "warning"
        return good, "good"

    def _doubts(self, offer: Offer) -> str:
        """Who at home would stand in the way; empty if nobody would."""
        home, words = self._drafting.judged(offer).home, self._drafting.match.opened.words
        if home.answer == "yes":
            return ""
        against = [self._drafting.seat] if not home.principal else []
        against += [voter.actor for voter in home.ratifiers if voter.answer == "no"]
        unsure = [voter.actor for voter in home.ratifiers if voter.answer == "open"]
        sure = home.answer == "no"
        names = ", ".join(words.actors[actor].title for actor in (against if sure else unsure + against))
        text = _("Your own side would refuse it: {names}.") if sure else _("It may fail at home: {names}.")
        return text.format(names=names)
