"""What changed since the player last looked, and why: a chain, oldest first."""

from __future__ import annotations

from game.foundation.texts import _
from game.rules.happenings import What
from game.ui.chronicle import Chapter, chapters
from game.ui.journey import show_seat
from game.ui.layout import Column
from game.ui.marked import marked
from game.ui.playing import Playing
from game.ui.screen import Screen
from game.ui.screens.parts import GamePage, page, pause_button
from game.ui.table.standing import narrator
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
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


class Reactions(GamePage):
    """The chain of what followed."""

    title = "What followed"
    pauses = True

    def __init__(self, playing: Playing) -> None:
        super().__init__()
        self._playing = playing

    def for_everybody(self) -> Screen:
        """What everybody may see of the game now."""
        from game.ui.screens.everybody import ForEverybody

        return ForEverybody(self._playing)

    def build(self) -> Widget:
        """Turn by turn, what belongs together in one line."""
        playing, viewer = self._playing, self._playing.viewer
        fresh = playing.match.happenings(viewer)[playing.told[viewer] :]
        panels = [self._turn(chapter) for chapter in chapters(narrator(playing), fresh)]
        go = Button(_("Go on"), self._go, "primary").place(key="go")
        title = playing.opened.words.seats[viewer].title
        under = _("As {seat} learns of it").format(seat=title)
        return page(_("What followed"), under, Column(panels, gap=12), [go, pause_button(self)])

    def _turn(self, chapter: Chapter) -> Widget:
        lines = [marked(told.text, told.tone, told.shape) for told in chapter.lines]
        return Panel(self._playing.opened.words.date(chapter.turn), [Column(lines, gap=6)])

    def first_focus(self) -> str:
        """The way on."""
        return "go"

    def _go(self) -> None:
        playing = self._playing
        playing.told[playing.viewer] = len(playing.match.happenings(playing.viewer))
        show_seat(self.app, playing, playing.viewer)
