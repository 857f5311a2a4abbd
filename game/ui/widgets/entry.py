"""A field for typing: one line, or several."""

from collections.abc import Callable

import pygame

from game.ui.editing import Editing, step_left, step_right, word_left, word_right
from game.ui.events import Key, Pointer, Wheel
from game.ui.line_ends import broken, places
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.widgets.base import Role, Widget


class Entry(Widget):
    """A text field with selection, clipboard, undo and input methods.

    Args:
        label: what is asked; nothing draws none.
        text: what stands there at first.
        lines: how many lines it shows; more than one takes line ends and wraps.
        most: how many characters fit.
        empty: what stands there in muted words while it is empty.
        changed: called with the text at every change.
        entered: called with the text at Enter (one line only).
    """

    role: Role = "entry"
    focusable = True
    cursor = "text"

    def __init__(
        self,
        label: str = "",
        text: str = "",
        *,
        lines: int = 1,
        most: int = 300,
        empty: str = "",
        changed: Callable[[str], None] | None = None,
        entered: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.label, self.shown_lines, self.empty = label, lines, empty
        self.editing = Editing(text[:most], most, lines > 1)
        self.changed, self.entered_with = changed, entered
        self._composed = ""
        self._scroll = 0  # pixels: sideways for one line, down for several

    @property
    def text(self) -> str:
        """What stands there."""
        return self.editing.text

    def set(self, text: str) -> None:
        """Another text; nobody is told, and it cannot be undone."""
        self.editing.replace(text)
        self._follow_caret()

    def said(self) -> str:
        return f"{self.label or self.name}: {self.text or self.empty}"

    # measuring

    def measure_width(self) -> Span:
        label = max((self.kit.text_width(word) for word in self.label.split()), default=0)
        return Span(max(label, self.kit.px(140)), self.kit.px(300))

    def _label_height(self) -> int:
        return self.kit.line_height() + self.kit.px(4) if self.label else 0

    def measure_height(self, width: int) -> Span:  # noqa: ARG002 - one line is one line
        inside = self.shown_lines * self.kit.line_height() + 2 * self.kit.px(9)
        height = self._label_height() + max(self.kit.px(self.kit.theme.sizes.control), inside)
        return Span(height, height)

    def arrange_children(self) -> None:
        if self.focused:
            self._follow_caret()
        else:
            self._scroll = 0

    def box(self) -> pygame.Rect:
        """The field without its label."""
        top = self._label_height()
        return pygame.Rect(self.rect.x, self.rect.y + top, self.rect.width, self.rect.height - top)

    def focus_rect(self) -> pygame.Rect:
        return self.box()

    def _inside(self) -> pygame.Rect:
        return self.box().inflate(-2 * self.kit.px(12), -2 * self.kit.px(8))

    # where characters are

    def _ranges(self) -> list[tuple[int, int]]:
        """The first and the last place of each line on the screen."""
        if self.shown_lines == 1:
            return [(0, len(self.text))]
        return broken(self.text, max(1, self._inside().width), self.kit.text_width)

    def _line_of(self, at: int) -> int:
        ranges = self._ranges()
        return next((n for n in reversed(range(len(ranges))) if ranges[n][0] <= at), 0)

    def _point_of(self, at: int) -> tuple[int, int]:
        """Pixels from the upper left of the text."""
        line = self._line_of(at)
        start = self._ranges()[line][0]
        return self.kit.text_width(self.text[start:at]), line * self.kit.line_height()

    def _place_at(self, pos: tuple[int, int]) -> int:
        inside, ranges = self._inside(), self._ranges()
        x, y = pos[0] - inside.x, pos[1] - self._first_top()
        if self.shown_lines == 1:
            x, y = x + self._scroll, 0
        line = min(len(ranges) - 1, max(0, y // self.kit.line_height()))
        start, end = ranges[line]
        best = start
        for at in places(self.text, start, end):
            if abs(self.kit.text_width(self.text[start:at]) - x) <= abs(
                self.kit.text_width(self.text[start:best]) - x
            ):
                best = at
        return best

    def _first_top(self) -> int:
        inside = self._inside()
        if self.shown_lines == 1:
            return inside.y + (inside.height - self.kit.line_height()) // 2
        return inside.y - self._scroll

    def _follow_caret(self) -> None:
        if self._host is None or not self.rect.width:
            return
        inside = self._inside()
        x, y = self._point_of(self.editing.caret)
        if self.shown_lines == 1:
            x += self.kit.text_width(self._composed)
            whole = self.kit.text_width(self.text + self._composed)
            self._scroll = min(max(self._scroll, x - inside.width + self.kit.px(2)), x)
            self._scroll = max(0, min(self._scroll, max(0, whole - inside.width + self.kit.px(2))))
        else:
            tall = self.kit.line_height()
            self._scroll = max(0, min(max(self._scroll, y + tall - inside.height), y))
        self.invalidate()
        if self.focused:
            self.host.typing(self, self._caret())

    def _caret(self) -> pygame.Rect:
        x, y = self._point_of(self.editing.caret)
        sideways = self._scroll if self.shown_lines == 1 else 0
        left = self._inside().x + x - sideways + self.kit.text_width(self._composed)
        return pygame.Rect(left, self._first_top() + y, self.kit.px(2), self.kit.line_height())

    # drawing

    def draw(self, painter: Painter) -> None:
        px, box = self.kit.px, self.box()
        if self.label:
            painter.text(self.label, self.rect.topleft, "body", painter.ink("muted"))
        edge = self.kit.theme.focus if self.focused else self.kit.theme.strong_line
        painter.box(box, painter.ground("sunken"), edge, px(self.kit.theme.sizes.radius), px(1))
        inside = self._inside()
        outer = painter.surface.get_clip()
        painter.surface.set_clip(outer.clip(inside.inflate(px(4), px(4))))
        if not self.text and not self._composed:
            painter.text_in(
                self.empty,
                pygame.Rect(inside.x, self._first_top(), inside.width, self.kit.line_height()),
                "body",
                painter.ink("muted"),
            )
        for n, (start, end) in enumerate(self._ranges()):
            self._draw_line(painter, n, start, end)
        if self.focused:
            painter.fill(self._caret(), painter.ink("plain"))
        painter.surface.set_clip(outer)

    def _draw_line(self, painter: Painter, n: int, start: int, end: int) -> None:
        tall, measure = self.kit.line_height(), self.kit.text_width
        sideways = self._scroll if self.shown_lines == 1 else 0
        left, top = self._inside().x - sideways, self._first_top() + n * tall
        low, high = (min(end, max(start, at)) for at in self.editing.selection)
        if low < high and self.focused:
            x0, x1 = measure(self.text[start:low]), measure(self.text[start:high])
            painter.fill(pygame.Rect(left + x0, top, x1 - x0, tall), self.kit.theme.select)
        at = self.editing.caret
        if self._composed and n == self._line_of(at):
            before, after = self.text[start:at], self.text[at:end]
            middle = left + measure(before)
            painter.text(before, (left, top), "body", painter.ink("plain"))
            painter.text(self._composed, (middle, top), "body", painter.ink("plain"))
            wide = measure(self._composed)
            painter.fill(pygame.Rect(middle, top + tall - 1, wide, 1), painter.ink("plain"))
            painter.text(after, (middle + wide, top), "body", painter.ink("plain"))
        else:
            painter.text(self.text[start:end].rstrip("\n"), (left, top), "body", painter.ink("plain"))

    # talking to it

    def on_focus(self, gained: bool) -> None:
        super().on_focus(gained)
        self._composed = ""
        if gained:
            self._follow_caret()

    def on_text(self, text: str) -> bool:
        self._composed = ""
        self._edited(self.editing.insert(text, typed=True))
        return True

    def on_composition(self, text: str) -> bool:
        self._composed = text
        self._follow_caret()
        return True

    def _edited(self, different: bool) -> None:
        self._follow_caret()
        if different and self.changed is not None:
            self.changed(self.text)

    def on_key(self, key: Key) -> bool:
        if self._composed and key.combo != "escape":
            return True  # the input method has the keyboard
        return self._move_key(key) or self._edit_key(key) or self._is_typing(key)

    def _is_typing(self, key: Key) -> bool:
        """Keys that type letters must not reach shortcuts of the screen; the letter itself comes as text."""
        return bool(
            key.text and key.text.isprintable() and "ctrl" not in key.combo and "alt" not in key.combo
        )

    def _move_key(self, key: Key) -> bool:
        editing, text = self.editing, self.text
        at, keep = editing.caret, "shift+" in key.combo
        start, end = self._ranges()[self._line_of(at)]
        to = {
            "left": step_left(text, at) if keep or editing.caret == editing.anchor else editing.selection[0],
            "right": step_right(text, at)
            if keep or editing.caret == editing.anchor
            else editing.selection[1],
            "ctrl+left": word_left(text, at),
            "ctrl+right": word_right(text, at),
            "home": start,
            "end": end - 1 if text[start:end].endswith("\n") else end,
            "ctrl+home": 0,
            "ctrl+end": len(text),
        }
        if self.shown_lines > 1:
            x, y = self._point_of(at)
            for name, step in (("up", -1), ("down", 1)):
                down = y + self.kit.line_height() // 2 + step * self.kit.line_height()
                to[name] = self._place_at((self._inside().x + x, self._first_top() + down))
        if key.bare not in to:
            return False
        editing.move(to[key.bare], keep=keep)
        self._follow_caret()
        return True

    def _edit_key(self, key: Key) -> bool:
        editing, text, at = self.editing, self.text, self.editing.caret
        if key.bare == "backspace":
            self._edited(editing.delete(step_left(text, at)))
        elif key.combo == "delete":
            self._edited(editing.delete(step_right(text, at)))
        elif key.combo == "ctrl+backspace":
            self._edited(editing.delete(word_left(text, at)))
        elif key.combo == "ctrl+delete":
            self._edited(editing.delete(word_right(text, at)))
        elif key.combo == "ctrl+a":
            editing.select_all()
            self._follow_caret()
        elif key.combo in {"ctrl+c", "ctrl+x"}:
            if editing.selected:
                self.host.clipboard.put(editing.selected)
                self._edited(key.combo == "ctrl+x" and editing.delete(at))
        elif key.combo == "ctrl+v":
            self._edited(editing.insert(self.host.clipboard.get()))
        elif self.host.keys.means(key.combo, "undo"):
            self._edited(editing.undo())
        elif self.host.keys.means(key.combo, "redo"):
            self._edited(editing.redo())
        elif key.bare == "enter" and self.shown_lines > 1:
            self._edited(editing.insert("\n"))
        elif key.combo == "enter" and self.entered_with is not None:
            if not key.repeat:
                self.entered_with(self.text)
        else:
            return False
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        if pointer.kind == "down" and pointer.button == 1:
            at = self._place_at(pointer.pos)
            if pointer.clicks >= 3:
                self.editing.select_all()
            elif pointer.clicks == 2:
                self.editing.move(word_left(self.text, min(len(self.text), at + 1)))
                self.editing.move(word_right(self.text, self.editing.caret), keep=True)
            else:
                self.editing.move(at, keep=pointer.shift)
            self.host.grab(self)
            self._held = True
        elif pointer.kind == "move" and self._held:
            self.editing.move(self._place_at(pointer.pos), keep=True)
        elif pointer.kind == "up":
            self._held = False
        else:
            return False
        self._follow_caret()
        return True

    _held = False

    def on_wheel(self, wheel: Wheel) -> bool:
        if self.shown_lines == 1:
            return False
        most = max(0, len(self._ranges()) * self.kit.line_height() - self._inside().height)
        to = min(most, max(0, self._scroll - round(wheel.y * self.kit.line_height())))
        moved, self._scroll = to != self._scroll, to
        if moved:
            self.invalidate()
        return moved
