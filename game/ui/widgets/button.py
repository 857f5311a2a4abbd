"""Something to press. It acts once a press, however long the key is held."""

from collections.abc import Callable
from typing import Self

from game.ui.events import Key, Pointer
from game.ui.flow import longest_line, widest_word, wrap
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.theme import ButtonKind, Colour, Shape, ToneName
from game.ui.widgets.base import Role, Widget

ICON = 18  # units


class Button(Widget):
    """A button.

    Args:
        text: what it does.
        action: called without arguments.
        kind: plain, primary (the one thing to do here), danger, or quiet (no frame at rest).
        shape: a mark before the text.
        icon: a picture before the text, by its name in `game.ui.icons`; never in place of it.
        reason: why it cannot be pressed now; shown as its hint while it is disabled.
    """

    role: Role = "button"
    focusable = True
    cursor = "hand"

    def __init__(
        self,
        text: str,
        action: Callable[[], None],
        kind: ButtonKind = "plain",
        *,
        shape: Shape = "none",
        shape_tone: ToneName = "plain",
        icon: str = "",
    ) -> None:
        super().__init__()
        self.text = text
        self.action = action
        self.kind: ButtonKind = kind
        self.shape: Shape = shape
        self.shape_tone: ToneName = shape_tone
        self.icon = icon
        self.does = ""  # the action whose key does the same; its hint names the key
        self._pressed = False

    def set(self, text: str) -> None:
        """Another text."""
        if text != self.text:
            self.text = text
            self.resized()

    def stress(self, kind: ButtonKind) -> None:
        """Another kind: what there is to do has changed."""
        if kind != self.kind:
            self.kind = kind
            self.invalidate()

    def allow(self, allowed: bool, reason: str = "") -> None:
        """Allow or forbid pressing, and say why not."""
        self.hint = "" if allowed else reason
        self.enable(allowed)

    def also(self, action: str) -> Self:
        """Name the key of an action as the button's hint: it does the same. Gives the button itself."""
        self.does = action
        return self

    @property
    def hint(self) -> str:
        """Why it cannot be pressed; else the key that does the same."""
        if self._reason or not self.does or self._host is None:
            return self._reason
        return self._host.keys.shown(self.does)

    @hint.setter
    def hint(self, reason: str) -> None:
        self._reason = reason

    def said(self) -> str:
        return self.name or self.text

    def _indent(self) -> int:
        if self.icon:
            return self.kit.px(ICON + 8)
        return 0 if self.shape == "none" else self.kit.px(self.kit.theme.sizes.mark + 8)

    def measure_width(self) -> Span:
        pad, measure = 2 * self.kit.px(16) + self._indent(), self.kit.text_width
        low = widest_word(self.text, "strong", measure) + pad
        return Span(low, max(low, longest_line(self.text, "strong", measure) + pad, self.kit.px(48)))

    def _lines(self, width: int) -> list[str]:
        room = max(1, width - 2 * self.kit.px(12) - self._indent())
        return [
            "".join(piece.text for piece in line)
            for line in wrap(self.text, room, "strong", self.kit.text_width)
        ]

    def measure_height(self, width: int) -> Span:
        text = len(self._lines(width)) * self.kit.line_height("strong") + 2 * self.kit.px(8)
        height = max(self.kit.px(self.kit.theme.sizes.control), text)
        return Span(height, height)

    def draw(self, painter: Painter) -> None:
        colours = self.kit.theme.buttons[self.kind]
        ground = colours.pressed if self._pressed else colours.hover if self.hovered else colours.rest
        edge, ink = colours.edge, colours.text
        if not self.enabled:
            ground, edge, ink = painter.ground("panel"), painter.theme_line, painter.ink("muted")
        radius = self.kit.px(self.kit.theme.sizes.radius)
        painter.box(self.rect, ground, edge, radius, self.kit.px(1))
        lines, tall = self._lines(self.rect.width), self.kit.line_height("strong")
        top = self.rect.y + (self.rect.height - len(lines) * tall) // 2
        middle = self.rect.centerx + self._indent() // 2
        if self.shape != "none":
            size = self.kit.px(self.kit.theme.sizes.mark)
            left = middle - self.kit.text_width(lines[0], "strong") // 2 - self._indent() + size / 2
            tone = painter.colour(self.shape_tone) if self.enabled and self.shape_tone != "plain" else ink
            painter.mark(self.shape, (left, self.rect.centery), size, tone)
        if self.icon:
            self._draw_icon(painter, middle - max(map(self._wide, lines)) // 2, ink)
        for n, line in enumerate(lines):
            painter.text(line, (middle, top + n * tall), "strong", ink, "centre")

    def _wide(self, line: str) -> int:
        return self.kit.text_width(line, "strong")

    def _draw_icon(self, painter: Painter, text: int, ink: Colour) -> None:
        """The icon to the left of the text, if it can be had."""
        size = self.kit.px(ICON)
        picture = self.kit.icon(self.icon, size, ink)
        if picture is not None:
            place = (text - self._indent(), self.rect.centery - size // 2)
            painter.surface.blit(picture, place)

    def on_key(self, key: Key) -> bool:
        if not self.host.keys.means(key.combo, "activate"):
            return False
        if not key.repeat:
            self.action()
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        if pointer.button != 1:
            return False
        if pointer.kind == "down":
            self._press(True)
            self.host.grab(self)
        elif pointer.kind == "up" and self._pressed:
            self._press(False)
            if self.rect.collidepoint(pointer.pos):
                self.action()
        return True

    def _press(self, pressed: bool) -> None:
        self._pressed = pressed
        self.invalidate()

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        self.invalidate()

    def leaving(self) -> None:
        self._pressed = self.hovered = False
