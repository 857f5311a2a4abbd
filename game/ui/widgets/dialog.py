"""A question that has to be answered before anything else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui.events import Key
from game.ui.flow import Text
from game.ui.layers import Layer
from game.ui.layout import Flow, Space
from game.ui.solve import Span
from game.ui.theme import ButtonKind
from game.ui.widgets.base import Host, Limits, Role, Widget
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.panel import Panel
from game.ui.widgets.scroll import Scroll


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a dialog. The first answer is what Esc gives."""

    text: str
    action: Callable[[], None] | None = None
    kind: ButtonKind = "plain"
    key: str = ""


class Dialog(Widget):
    """A panel in the middle of the window. The keyboard stays inside; the focus goes back where it came from.

    Args:
        title: the question.
        body: a text, or a widget.
        answers: the buttons from left to right; the first is the harmless one, which Esc gives too.
        width: in units.
    """

    role: Role = "dialog"

    def __init__(
        self, title: str, body: Text | Widget, answers: Sequence[Answer], width: float = 520
    ) -> None:
        super().__init__()
        assert answers, "a dialog needs an answer"
        self.answers = tuple(answers)
        self.name = title
        inside = body if isinstance(body, Widget) else Label(body)
        buttons = [self._button(answer) for answer in answers]
        self._first = buttons[0]
        row = Flow([Space(0, grow=1), *buttons])
        self.panel = Panel(title, [Scroll(inside), row], pad=(24, 20), gap=16, title_style="title")
        self.panel.limits = Limits(want_w=width)
        self.add(self.panel)
        self._layer: Layer | None = None

    def _button(self, answer: Answer) -> Button:
        return Button(answer.text, lambda: self._give(answer), answer.kind).place(
            key=answer.key or answer.text
        )

    def open(self, host: Host) -> None:
        """Ask."""
        self._layer = Layer(self, "dialog", dismissed=lambda: self._give(self.answers[0]))
        self._layer.focused = self._first
        host.open(self._layer)

    def close(self) -> None:
        """Take the question back."""
        layer, self._layer = self._layer, None
        if layer is not None:
            self.host.close(layer)

    def _give(self, answer: Answer) -> None:
        if self._layer is None:
            return
        self.close()
        if answer.action is not None:
            answer.action()

    def measure_width(self) -> Span:
        return self.panel.widths()

    def measure_height(self, width: int) -> Span:
        return self.panel.heights(width)

    def arrange_children(self) -> None:
        room = self.rect.inflate(-2 * self.kit.px(16), -2 * self.kit.px(16))
        width = min(room.width, self.panel.widths().want)
        height = min(room.height, self.panel.heights(width).want)
        place = pygame.Rect(0, 0, width, height)
        place.center = self.rect.center
        self.panel.arrange(place)

    def on_key(self, key: Key) -> bool:
        """Left and right go from answer to answer."""
        buttons = [w for w in self.walk() if isinstance(w, Button) and w.usable]
        focused = self.host.focused
        if key.combo not in {"left", "right"} or focused not in buttons:
            return False
        step = 1 if key.combo == "right" else -1
        self.host.focus(buttons[(buttons.index(focused) + step) % len(buttons)])
        return True


def ask(host: Host, title: str, body: Text | Widget, answers: Sequence[Answer], width: float = 520) -> Dialog:
    """Open a dialog."""
    dialog = Dialog(title, body, answers, width)
    dialog.open(host)
    return dialog
