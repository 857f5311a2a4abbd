"""Pieces that several pages share."""

from __future__ import annotations

from collections.abc import Iterable

from game.foundation.texts import _
from game.ui.layout import Column, Flow, Row, Space
from game.ui.screen import Screen
from game.ui.theme import ToneName
from game.ui.widgets.base import Limits, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Page
from game.ui.widgets.scroll import Scroll

READING_WIDTH = 980  # units; longer lines are hard to read


def heading(text: str, under: str = "") -> Widget:
    """The title of a page with one line under it."""
    lines: list[Widget] = [Label(text, "title")]
    if under:
        lines.append(Label(under, "body", "muted"))
    return Column(lines, gap=4)


def bullets(items: Iterable[str], tone: ToneName = "plain") -> Widget:
    """Short texts one below the other, each with a mark."""
    return Column([Label(item, tone=tone, shape="bar") for item in items], gap=6)


def page(title: str, under: str, body: Widget, buttons: Iterable[Widget]) -> Widget:
    """A page to read: title, a body that scrolls, buttons below; no wider than is good to read."""
    row = Flow([*buttons], gap=12)
    column = Column([heading(title, under), Scroll(body), row], gap=16, pad=(24, 20))
    column.place(grow=1, limits=Limits(max_w=READING_WIDTH))
    return Page([Row([Space(grow=1), column.place(grow=40), Space(grow=1)]).place(grow=1)], pad=0)


def back_button(screen: Screen) -> Button:
    """Leaves the page."""

    def leave() -> None:
        screen.app.pop()

    return Button(_("Back"), leave).place(key="back")


def report(screen: Screen, title: str, message: str) -> None:
    """Say in a dialog what went wrong; the page stays."""
    ask(screen.app, title, message, [Answer(_("Understood"), key="understood")])
