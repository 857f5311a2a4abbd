"""Pieces that several pages share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.foundation.texts import _
from game.ui.events import Key
from game.ui.layout import Column, Flow, Fold, Lines, Row
from game.ui.marked import marked
from game.ui.screen import Screen
from game.ui.solve import Span
from game.ui.theme import ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page, Panel
from game.ui.widgets.scroll import Scroll

if TYPE_CHECKING:  # the first page is drawn before anything of a game is read
    from game.ui.playing import Playing

READING_WIDTH = 900  # units; longer lines are hard to read


class GamePage(Screen):
    """A page with the keys that every page has: words are looked up, the game is paused."""

    pauses = False  # whether a game goes on behind the page that can be paused; it is `_playing` then
    _playing: Playing

    def on_key(self, key: Key) -> bool:
        """Glossary and pause."""
        if self.app.keys.means(key.combo, "glossary"):
            self.look_up()
        elif self.pauses and self.app.keys.means(key.combo, "pause"):
            self.pause()
        else:
            return False
        return True

    def legend(self) -> Widget | None:
        """The marks of both sides and of news, and what the model does not claim."""
        playing = getattr(self, "_playing", None)
        if playing is None:
            return None
        from game.ui.screens.everybody import marks_and_caution

        return marks_and_caution(playing)

    def pause(self) -> None:
        """Hide the game behind a page from which it goes on, changes hands, or waits."""
        from game.ui.screens.paused import Paused

        self.app.push(Paused(self._playing))

    def look_up(self) -> None:
        """Open the glossary over the page, at the word that the keyboard stands on if there is one."""
        from game.ui.screens.glossary import Glossary, term_in

        focused = self.app.focused
        on = focused.said() if focused is not None and self.app.ring else ""
        self.app.push(Glossary(term_in(on)))

    def on_term(self, term: str) -> None:
        """A glossary word was followed."""
        from game.ui.screens.glossary import follow_term

        follow_term(self, term)


def to_first_page(screen: Screen) -> None:
    """Leave everything but the first page; a game that goes on waits there."""
    app = screen.app
    while len(app.stages) > 1:
        app.pop()


class Body(Scroll):
    """The text of a page. The page's paging keys move it, so the keyboard need not stop at it."""

    focusable = False


class Reading(Page):
    """A page to read: keys that nobody wants move its text, wherever the keyboard is."""

    def __init__(self, children: Iterable[Widget], body: Body) -> None:
        super().__init__(children, pad=0)
        self._body = body

    def on_key(self, key: Key) -> bool:
        """Move the text, then the page."""
        return self._body.on_key(key) or super().on_key(key)


def heading(text: str, under: str = "") -> Widget:
    """The title of a page with one line under it."""
    lines: list[Widget] = [Label(text, "title")]
    if under:
        lines.append(Label(under, "body", "muted"))
    return Lines(lines, gap=4)


def bullets(items: Iterable[str], tone: ToneName = "plain") -> Widget:
    """Short texts one below the other, each with a mark."""
    return Column([marked(item, tone, "auto" if tone in {"good", "bad"} else "bar") for item in items], gap=6)


def page(
    title: str, under: str, body: Widget, buttons: Iterable[Widget], width: float = READING_WIDTH
) -> Widget:
    """A page to read: title, a body that scrolls, buttons below; no wider than is good to read."""
    text = Body(Column([heading(title, under), body], gap=16))
    column = Column([text, Flow([*buttons], gap=12)], gap=16, pad=(24, 20))
    column.place(grow=1, limits=Limits(max_w=width))
    return Reading([Middle(column, width).place(grow=1)], text)


def list_and_card(
    title: str, under: str, rows: Widget, card: Widget, buttons: Iterable[Widget], least: tuple[float, float]
) -> Widget:
    """A page with a list on the left and on the right a card about the row that is marked.

    Args:
        least: width and height of the card, in units; where there is less it goes below the list.
    """
    body = Body(card)
    panes = Fold(
        [
            Panel("", [rows]).place(grow=2, limits=Limits(min_w=270)),
            Panel("", [body]).place(grow=3, limits=Limits(min_w=least[0], min_h=least[1])),
        ],
        gap=8,
    ).place(grow=1)
    column = Column([heading(title, under), panes, Flow([*buttons], gap=12)], gap=16, pad=(24, 20))
    return Reading([column.place(grow=1)], body)


class Middle(Row):
    """One child in the middle of the width, no wider than a number of units, as tall as there is room."""

    def __init__(self, child: Widget, most: float) -> None:
        super().__init__([child], gap=0)
        self._most = most

    def measure_height(self, width: int) -> Span:
        """What the child needs at the width it will have."""
        return self.children[0].heights(min(width, self.kit.px(self._most)))

    def arrange_children(self) -> None:
        """Give the child its place."""
        rect = self.rect.copy()
        rect.width = min(rect.width, self.kit.px(self._most))
        rect.centerx = self.rect.centerx
        self.children[0].arrange(rect)


def back_button(screen: Screen) -> Button:
    """Leaves the page."""

    def leave() -> None:
        screen.app.pop()

    return Button(_("Back"), leave, icon="back").place(key="back")


def pause_button(screen: GamePage) -> Button:
    """Pauses the game from its page."""
    return Button(_("Pause"), screen.pause).also("pause").place(key="pause game")


def report(screen: Screen, title: str, message: str) -> None:
    """Say in a dialog what went wrong; the page stays."""
    ask(screen.app, title, message, [Answer(_("Understood"), key="understood")])
