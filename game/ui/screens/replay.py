"""A finished game again: scrub through its moments, look at any offer, see what would have been accepted."""

from __future__ import annotations

from game.foundation.texts import _
from game.match.finished import finished
from game.narration.alternatives import alternatives
from game.narration.deal_map import map_of
from game.narration.replay import Moment, moment, title_of
from game.rules.actions import Kind
from game.ui.charts.timeline import Timeline
from game.ui.debrief import moments as shown
from game.ui.events import Key
from game.ui.layout import Column, Flow, Fold
from game.ui.playing import Playing
from game.ui.screens.parts import Body, GamePage, Middle, back_button, heading
from game.ui.theme import ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.slider import Slider

NEUTRAL: tuple[ToneName, ToneName] = ("link", "link")


class Replay(GamePage):
    """The timeline with a slider under it; below, the deal map of that moment and what was said and done."""

    title = "Replay"

    def __init__(self, playing: Playing, start: int = 0) -> None:
        super().__init__()
        self._playing = playing
        self._done = finished(playing.opened, playing.match.course())
        at_the_opening = alternatives(self._done.tables, self._done.course.opening)
        self._ranges = map_of(self._done, at_the_opening).ranges
        self._last = len(self._done.course.plies) - 1
        self._number = min(max(0, start), self._last)

    def build(self) -> Widget:
        """Timeline, slider and steps on top; map and words below."""
        done = self._done
        self._marks = shown.marks_of(done)
        self._turns = Timeline(done.words.short_turns, moments=self._marks, picked=self._picked)
        self._turns.place(key="turns", name=_("What happened when"))
        names = [title_of(done, number) for number in range(self._last + 1)]
        self._slider = Slider(_("Moment"), names, self._number, changed=self._went, tones=NEUTRAL).place(
            key="moment"
        )
        self._back = Button(_("Offer before"), lambda: self._step(-1), icon="before").place(
            key="offer before"
        )
        self._on = Button(_("Next offer"), lambda: self._step(1), icon="next").place(key="next offer")
        self._map = shown.empty_map(done, self._ranges)
        self._words = Column([], gap=8, pad=(6, 4))
        self._text = Body(self._words)
        below = Fold(
            [
                Panel("", [self._map]).place(grow=4, limits=Limits(min_w=340, min_h=240)),
                Panel("", [self._text]).place(grow=5, limits=Limits(min_w=340, min_h=160)),
            ],
            gap=8,
        ).place(grow=1)
        buttons = Flow([self._back, self._on, back_button(self)], gap=12)
        under = _(
            "Out of role. Move the slider, or choose a mark: any offer, and what both would have taken then."
        )
        top = Panel("", [self._turns, self._slider], pad=(16, 8))
        column = Column([heading(_("Replay"), under), top, below, buttons], gap=10, pad=(24, 14))
        self._show()
        return Page([Middle(column, 1240).place(grow=1)], pad=0)

    def first_focus(self) -> str:
        """The slider."""
        return "moment"

    def at(self) -> Moment:
        """The moment that is shown."""
        return moment(self._done, self._number)

    def go(self, number: int) -> None:
        """Show a moment by its number."""
        self._slider.set(number)

    def _picked(self, tag: object) -> None:
        if isinstance(tag, int):
            self.go(tag)

    def _went(self, number: int) -> None:
        self._number = number
        self._show()

    def _offers(self) -> list[int]:
        plies = self._done.course.plies
        return [n for n, ply in enumerate(plies) if int(ply.action.kind[0]) == Kind.OFFER]

    def _step(self, step: int) -> None:
        offers = self._offers()
        ahead = (
            [n for n in offers if n > self._number] if step > 0 else [n for n in offers if n < self._number]
        )
        if ahead:
            self.go(ahead[0] if step > 0 else ahead[-1])

    def _show(self) -> None:
        now, done = self.at(), self._done
        self._turns.show_moments(self._marks, now.ply.before.clock.turn)
        self._map.show_space(shown.space_of(done, now, self._ranges))
        self._words.fill(shown.words_of(done, now))
        self._text.to(0)
        offers = self._offers()
        none = _("There is no offer on that side.")
        self._back.allow(bool(offers) and offers[0] < self._number, none)
        self._on.allow(bool(offers) and offers[-1] > self._number, none)

    def on_key(self, key: Key) -> bool:
        """Esc leaves; paging keys move the text."""
        if self.app.keys.means(key.combo, "dismiss"):
            self.app.pop()
            return True
        return self._text.on_key(key) or super().on_key(key)
