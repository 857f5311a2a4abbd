"""The lines under the draft: its value, the estimate of theirs, what one's own side would say."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.explain import Explanation
from game.narration.figures import parts_and_sum, utils
from game.narration.judging import Forecast
from game.ui.layout import Column, Flow
from game.ui.table.drafting import Drafting, Offer
from game.ui.theme import ToneName
from game.ui.why import Part, Why
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label

STEADY = "+00.000"
ANSWERS: dict[str, ToneName] = {"yes": "good", "no": "bad", "open": "warning"}


def why_of(title: str, explanation: Explanation, note: str) -> Why:
    """An explanation as the card that opens over a number."""
    shown, total = parts_and_sum([part.amount for part in explanation.parts])
    parts = tuple(
        Part(part.name, text, part.amount / 1_000_000, _tone(part.amount))
        for part, text in zip(explanation.parts, shown, strict=True)
    )
    return Why(title, parts, "= " + total, note)


def _tone(amount: int) -> ToneName:
    return "good" if amount > 0 else "bad" if amount < 0 else "muted"


class Judgement:
    """Four lines that follow the draft."""

    def __init__(self, drafting: Drafting) -> None:
        self._drafting = drafting
        self._offer: Offer | None = None
        self._mine = Label("", "strong", steady=_("Worth {value} to you").format(value=STEADY))
        self._mine.place(key="value", why=self._why_mine)
        theirs = _("Theirs, estimated: {low} to {high}").format(low=STEADY, high=STEADY)
        self._theirs = Label("", "body", "plain", steady=theirs).place(key="estimate", why=self._why_theirs)
        self._capital = Label("", "body").place(key="capital")
        self._home = [Label("", "body") for _actor in drafting.ratifiers((0, 0, 0, -1)).ratifiers]
        self._check = Label("", "body", "warning").place(key="check")
        self.widget: Widget = Column(
            [
                Flow([self._mine, self._theirs], gap=24),
                Flow([self._capital, *self._home], gap=16),
                self._check,
            ],
            gap=6,
        )

    def show(self, offer: Offer | None, why_not: str) -> None:
        """Follow the draft."""
        self._offer = offer
        self._check.set(why_not or _("It can be sent."), "warning" if why_not else "muted")
        if offer is None or offer[:2] == (0, 0):
            self._blank()
            return
        value, guess = self._drafting.value(offer), self._drafting.theirs_estimated(offer)
        self._mine.set(_("Worth {value} to you").format(value=utils(value)), "good" if value >= 0 else "bad")
        text = _("Theirs, estimated: {low} to {high}")
        self._theirs.set(text.format(low=utils(guess.low), high=utils(guess.high)))
        self._at_home(self._drafting.ratifiers(offer))

    def _blank(self) -> None:
        self._mine.set(_("Nothing is on offer yet."), "muted")
        for label in (self._theirs, self._capital, *self._home):
            label.set("")

    def _at_home(self, forecast: Forecast) -> None:
        words = self._drafting.match.opened.words
        principal = words.actors[self._drafting.seat].title
        signs = _("{actor} would sign") if forecast.principal else _("{actor} would refuse")
        self._capital.shape = "auto"
        self._capital.set(signs.format(actor=principal), "good" if forecast.principal else "bad")
        says = {"yes": _("{actor}: yes"), "no": _("{actor}: no"), "open": _("{actor}: uncertain")}
        for label, ratifier in zip(self._home, forecast.ratifiers, strict=True):
            name = words.actors[ratifier.actor].title + (_(" (veto)") if ratifier.veto else "")
            label.shape = "auto"
            label.set(says[ratifier.answer].format(actor=name), ANSWERS[ratifier.answer])

    def _why_mine(self) -> Why | None:
        if self._offer is None or self._offer[:2] == (0, 0):
            return None
        note = _("Per month, in utils; 0 is walking away. The weights are the scenario's assumptions.")
        return why_of(_("What this is worth to you"), self._drafting.explained(self._offer), note)

    def _why_theirs(self) -> Why | None:
        if self._offer is None or self._offer[:2] == (0, 0):
            return None
        note = _(
            "The middle of what your analysts think possible; the real value may lie anywhere in the range."
        )
        return why_of(
            _("What your analysts think it is worth to them"),
            self._drafting.their_explained(self._offer),
            note,
        )
