"""What changed since the player last looked, and why: a chain, oldest first."""

from __future__ import annotations

from game.foundation.texts import _
from game.narration.log import Line
from game.rules.happenings import What
from game.ui.journey import show_seat
from game.ui.layout import Column
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.parts import page
from game.ui.table.standing import entry, narrator
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel

SMALL_TALK = frozenset({What.OFFERED, What.HELD, What.TURN})


def has_news(playing: Playing) -> bool:
    """Whether something happened that deserves a page of its own; what does not is in the log."""
    viewer = playing.viewer
    fresh = playing.match.happenings(viewer)[playing.told[viewer] :]
    telling = narrator(playing)
    if any(h.what not in SMALL_TALK and h.seat != viewer and telling.sentence(h) for h in fresh):
        return True
    playing.told[viewer] = len(playing.match.happenings(viewer))
    return False


class Reactions(Screen):
    """The chain of what followed."""

    title = "What followed"

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def build(self) -> Widget:
        """Turn by turn, one line a happening."""
        playing, viewer = self._playing, self._playing.viewer
        fresh = playing.match.happenings(viewer)[playing.told[viewer] :]
        lines = narrator(playing).lines(fresh)
        panels = [self._turn(turn, [line for line in lines if line.turn == turn]) for turn in _turns(lines)]
        go = Button(_("Go on"), self._go, "primary").place(key="go")
        title = playing.opened.words.seats[viewer].title
        return page(_("What followed"), title, Column(panels, gap=12), [go])

    def _turn(self, turn: int, lines: list[Line]) -> Widget:
        rows: list[Widget] = []
        for line in lines:
            told = entry(self._playing, line)
            rows.append(Label(told.body, tone=told.tone, shape="auto"))
        return Panel(self._playing.opened.words.date(turn), [Column(rows, gap=6)])

    def _go(self) -> None:
        playing = self._playing
        playing.told[playing.viewer] = len(playing.match.happenings(playing.viewer))
        show_seat(self.app, playing, playing.viewer)


def _turns(lines: list[Line]) -> list[int]:
    return sorted({line.turn for line in lines})
