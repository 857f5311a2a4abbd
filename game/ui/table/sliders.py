"""The draft issue by issue: a slider each, in two groups, and the plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.foundation.texts import _
from game.ui.layout import Column
from game.ui.playing import SEAT_TONES
from game.ui.table.drafting import Draft, Drafting
from game.ui.theme import ToneName
from game.ui.widgets.base import Widget
from game.ui.widgets.choice import Choice
from game.ui.widgets.label import Label
from game.ui.widgets.slider import Slider


class DraftForm:
    """Sliders for every issue that a seat owns, and the choice of a plan.

    Args:
        drafting: what is changed.
        changed: called after every change of the draft, also while dragging.
    """

    def __init__(self, drafting: Drafting, changed: Callable[[], None]) -> None:
        self._drafting, self._changed = drafting, changed
        self._before: Draft | None = None
        self._sliders: dict[int, Slider] = {}
        words, seat = drafting.match.opened.words, drafting.seat
        theirs = drafting.theirs
        self._plan = Choice(
            _("In what order"),
            [plan.title for plan in words.plans],
            drafting.now.plan,
            theirs=theirs.plan if theirs else None,
            changed=self._planned,
            tones=self._tones(),
        ).place(key="plan")
        self.widget: Widget = Column(
            [
                *self._group(_("You ask for"), 1 - seat),
                *self._group(_("You give"), seat),
                self._plan,
            ],
            gap=10,
        )

    def _tones(self) -> tuple[ToneName, ToneName]:
        seat = self._drafting.seat
        return SEAT_TONES[seat], SEAT_TONES[1 - seat]

    def _group(self, title: str, owner: int) -> list[Widget]:
        tables, words = self._drafting.brief.tables, self._drafting.match.opened.words
        widgets: list[Widget] = [Label(title, "heading", SEAT_TONES[owner], shape="auto")]
        for issue in range(len(tables.issues.owner)):
            if tables.issues.owner[issue] == owner:
                slider = self._slider(issue, [level.title for level in words.issues[issue].levels])
                self._sliders[issue] = slider
                widgets.append(slider)
        return widgets

    def _slider(self, issue: int, levels: list[str]) -> Slider:
        drafting = self._drafting
        return Slider(
            drafting.match.opened.words.issues[issue].title,
            levels,
            drafting.now.levels[issue],
            theirs=drafting.theirs.levels[issue] if drafting.theirs else None,
            ghost=drafting.sent.levels[issue] if drafting.sent else None,
            changed=lambda level: self._dragged(issue, level),
            settled=lambda _level: self._settled(),
            tones=self._tones(),
        ).place(key=f"issue:{issue}")

    def _dragged(self, issue: int, level: int) -> None:
        if self._before is None:
            self._before = self._drafting.now
        self._drafting.drag(self._drafting.level(issue, level))
        self._changed()

    def _settled(self) -> None:
        before, self._before = self._before, None
        if before is not None and before != self._drafting.now:
            reached = self._drafting.now
            self._drafting.drag(before)
            self._drafting.put(reached)

    def _planned(self, plan: int) -> None:
        self._drafting.put(replace(self._drafting.now, plan=plan))
        self._changed()

    def take(self, draft: Draft) -> None:
        """Put a whole draft on the sliders, as one step that can be undone."""
        self._drafting.put(draft)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now."""
        now = self._drafting.now
        for issue, slider in self._sliders.items():
            slider.set(now.levels[issue], tell=False)
        self._plan.set(now.plan, tell=False)
        self._changed()
