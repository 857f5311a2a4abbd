"""The window: a stack of screens, what lies over them, events, time, and the drawing of what has changed."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pygame

from game.ui.clipboard import Clipboard
from game.ui.damage import Damage
from game.ui.events import Key, Pointer, Wheel
from game.ui.focus import after, instead_of, stops
from game.ui.frames import Frames
from game.ui.hints import Hints
from game.ui.inbox import Inbox
from game.ui.keymap import Keymap
from game.ui.kit import LEAST_SCALE, MOST_SCALE, Kit, pixels_per_unit
from game.ui.layers import Layer
from game.ui.painter import Painter, TextDrawn
from game.ui.screen import Screen
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.timers import Timer, Timers
from game.ui.widgets.base import Widget

SCALES = (1.0, 1.1, 1.25, 1.4, 1.5, 1.6, 1.75)
ECHO = 0.35  # seconds in which the same press again, on a new screen, is taken for an accident


@dataclass(eq=False)
class Stage:
    """A screen with what lies over it."""

    screen: Screen
    layers: list[Layer] = field(default_factory=list)


class App:
    """Everything between pygame and the widgets. Draws on any surface, so it needs no display to be tested.

    Args:
        surface: what to draw on.
        theme: the look.
        scale: the player's scale, 1 to 1.75.
        clock: seconds that only grow.
        clipboard: for copy and paste.
    """

    def __init__(
        self,
        surface: pygame.Surface,
        theme: Theme = DARK,
        scale: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        clipboard: Clipboard | None = None,
    ) -> None:
        self.surface = surface
        self.size = surface.get_size()
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self.kit = Kit(theme, pixels_per_unit(surface.get_size(), self.scale))
        self.keys = Keymap()
        self.clock = clock
        self.clipboard = clipboard or Clipboard()
        self.timers = Timers()
        self.hints = Hints(self)
        self.inbox = Inbox(self)
        self.stages: list[Stage] = []
        self.running = True
        self.ring = True  # whether the focus ring is drawn: not while the player uses the mouse
        self.draws = 0  # drawings so far: none may happen at rest
        self.frames: Frames | None = None
        self.text_log: list[TextDrawn] | None = None
        self.scale_changed: Callable[[float], None] | None = None
        self.text_input: Callable[[bool, pygame.Rect | None], None] | None = None
        self.cursor_wanted: Callable[[str], None] | None = None
        self._damage = Damage()
        self._ring_drawn: tuple[pygame.Rect, pygame.Rect] | None = None
        self._unplaced = True
        self._grabbed: Widget | None = None
        self._hovered: Widget | None = None
        self._fresh = False
        self._last_press: tuple[str, float, Stage | None] = ("", -9.0, None)

    # screens

    @property
    def stage(self) -> Stage | None:
        """The uppermost screen with its layers."""
        return self.stages[-1] if self.stages else None

    def push(self, screen: Screen) -> None:
        """Show a screen over the present one."""
        screen.show_in(self)
        stage = Stage(screen, [Layer(screen.build(), "base")])
        self.stages.append(stage)
        stage.layers[0].root.attach(self)
        screen.opened()
        self._new_stage()
        self._place()  # what can be scrolled, and so focused, is known only then
        self._focus_first(stage)

    def pop(self) -> None:
        """Leave the present screen for the one below; the window closes after the last."""
        self._leave()
        if self.stages:
            self.stages[-1].screen.resumed()
            self._new_stage()
        else:
            self.running = False

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the present one."""
        if self.stages:
            self._leave()
        self.push(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen in place of all."""
        while self.stages:
            self._leave()
        self.push(screen)

    def quit(self) -> None:
        """Close every screen, and the window."""
        while self.stages:
            self._leave()
        self.running = False

    def _leave(self) -> None:
        self.hints.hide()
        stage = self.stages.pop()
        for layer in reversed(stage.layers):
            layer.root.attach(None)
        self._grabbed = self._hovered = None
        stage.screen.closed()

    def _new_stage(self) -> None:
        self.hints.hide()
        self._grabbed = self._hovered = None
        self._fresh = True
        self.redraw_all()

    def _focus_first(self, stage: Stage) -> None:
        wanted = stage.screen.first_focus()
        root = stage.layers[0].root
        first = root.find(wanted) if wanted else next(iter(stops(root)), None)
        self.focus(first)

    # layers

    @property
    def top(self) -> Layer:
        """The layer that hears keyboard and mouse."""
        assert self.stages, "no screen is shown"
        return next(layer for layer in reversed(self.stages[-1].layers) if layer.kind != "hint")

    def open(self, layer: Layer) -> None:
        """Lay something over the screen."""
        assert self.stages, "no screen is shown"
        if layer.kind != "hint":
            self.hints.hide()
            self._hover(None)
            self._grabbed = None
        self.stages[-1].layers.append(layer)
        layer.root.attach(self)
        self.relayout()
        self.damage_all() if layer.kind == "dialog" else None
        if layer.kind != "hint":
            wanted, layer.focused = layer.focused, None
            self.focus(wanted or next(iter(stops(layer.root)), None), ring=self.ring)

    def close(self, layer: Layer) -> None:
        """Take something off the screen again."""
        for stage in self.stages:
            if layer in stage.layers:
                if layer.kind == "dialog":
                    self.damage_all()
                layer.root.vanish()
                stage.layers.remove(layer)
                layer.root.attach(None)
                if layer.kind != "hint":
                    self.hints.hide()
                    self._grabbed = self._hovered = None
                    self._announce_focus(self.top.focused, True)

    # focus

    @property
    def focused(self) -> Widget | None:
        """The widget that the keyboard speaks to."""
        return self.top.focused if self.stages else None

    def focus(self, widget: Widget | None, *, ring: bool = True) -> None:
        """Have the keyboard speak to a widget of the uppermost layer."""
        self.ring = ring
        old = self.focused
        if old is not widget:
            self.top.focused = widget
            if old is not None:
                old.on_focus(False)
                self.typing(old, None)
            self._announce_focus(widget, True)

    def _announce_focus(self, widget: Widget | None, gained: bool) -> None:
        if widget is not None:
            self._place()
            widget.on_focus(gained)
            if widget.parent is not None:
                widget.parent.reveal(widget.focus_rect())
        self.hints.focused(widget if self.ring else None)

    def typing(self, widget: Widget, caret: pygame.Rect | None) -> None:
        """A widget takes typed text at a caret, or does not any more."""
        if self.text_input is not None:
            self.text_input(caret is not None, caret)
        _ = widget

    # what widgets ask for

    def grab(self, widget: Widget | None) -> None:
        """Give all pointer events to one widget until the button is up."""
        self._grabbed = widget

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Have something done after a while."""
        return self.timers.add(self.clock() + seconds, call)

    def follow(self, term: str) -> None:
        """A glossary word was followed."""
        if self.stages:
            self.stages[-1].screen.on_term(term)

    def damage(self, rect: pygame.Rect) -> None:
        """Have a part of the window drawn anew."""
        self._damage.add(rect)

    def damage_all(self) -> None:
        """Have the whole window drawn anew."""
        self._damage.add(self.surface.get_rect())

    def relayout(self) -> None:
        """Have everything that changed its wishes placed anew before the next drawing."""
        self._unplaced = True

    # look and size

    def set_scale(self, scale: float) -> None:
        """Make everything larger or smaller, within 100 and 175 %."""
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self._renew(self.kit.theme)
        if self.scale_changed is not None:
            self.scale_changed(self.scale)

    def step_scale(self, step: int) -> None:
        """The next larger (1) or smaller (-1) scale."""
        nearest = min(range(len(SCALES)), key=lambda n: abs(SCALES[n] - self.scale))
        self.set_scale(SCALES[min(len(SCALES) - 1, max(0, nearest + step))])

    def set_theme(self, theme: Theme) -> None:
        """Another look."""
        self._renew(theme)

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self.surface, self.size = surface, surface.get_size()
        self._renew(self.kit.theme)

    def _renew(self, theme: Theme) -> None:
        ppu = pixels_per_unit(self.surface.get_size(), self.scale)
        if theme is not self.kit.theme or ppu != self.kit.ppu:
            self.kit = Kit(theme, ppu)
        self.redraw_all()

    def redraw_all(self) -> None:
        """Measure, place and draw everything anew: look, size or language have changed."""
        self.hints.hide()
        for stage in self.stages:
            for layer in stage.layers:
                layer.root.forget()
        self._unplaced = True
        self.damage_all()

    # time and drawing

    def step(self) -> list[pygame.Rect]:
        """Do what is due and draw what has changed. Returns the rectangles drawn: none at rest."""
        self.timers.run(self.clock())
        started = time.perf_counter()
        self._place()
        self._move_ring()
        rects = self._damage.take(self.surface.get_rect())
        if not rects:
            return []
        for rect in rects:
            self._draw(rect)
        self.draws += 1
        self._fresh = False
        if self.frames is not None:
            self.frames.add(time.perf_counter() - started)
        return rects

    def _place(self) -> None:
        for _ in range(
            4
        ):  # placing may show or hide something (panels become tabs), which needs another round
            if not self._unplaced:
                return
            self._unplaced = False
            window, margin = self.surface.get_rect(), self.kit.px(8)
            for stage in self.stages[-1:]:
                for layer in stage.layers:
                    layer.place(window, margin)
            self._keep_focus()

    def _keep_focus(self) -> None:
        """Never leave the keyboard at something that is gone, hidden or disabled."""
        focused = self.focused
        if focused is not None and not (focused.within(self.top.root) and focused.usable):
            self.focus(instead_of(self.top.root, focused), ring=self.ring)

    def _draw(self, clip: pygame.Rect) -> None:
        surface = self.surface
        surface.set_clip(clip)
        painter = Painter(surface, self.kit, log=self.text_log)
        painter.fill(clip, self.kit.theme.grounds["ground"])
        for stage in self.stages[-1:]:
            for layer in stage.layers:
                if layer.kind == "dialog":
                    surface.fill(self.kit.theme.scrim, clip, special_flags=pygame.BLEND_RGB_MULT)
                layer.root.paint(painter)
                if layer is self.top:
                    self._draw_ring(painter, clip)
        surface.set_clip(None)

    def _ring_now(self) -> tuple[pygame.Rect, pygame.Rect] | None:
        """The focus ring, and the part of it that is seen; None if there is none."""
        widget = self.focused
        if widget is None or not self.ring:
            return None
        around = self.kit.px(2) + self.kit.px(self.kit.theme.sizes.ring)
        rect = widget.focus_rect().inflate(2 * around, 2 * around)
        return rect, widget.seen(rect, around)

    def _move_ring(self) -> None:
        """Have the ring drawn anew if it is not where it was last: its widget may have been moved."""
        ring = self._ring_now()
        if ring != self._ring_drawn:
            for place in (self._ring_drawn, ring):
                if place is not None:
                    self.damage(place[1])
            self._ring_drawn = ring

    def _draw_ring(self, painter: Painter, clip: pygame.Rect) -> None:
        ring = self._ring_now()
        if ring is not None:
            sizes, px = self.kit.theme.sizes, self.kit.px
            painter.surface.set_clip(clip.clip(ring[1]))
            painter.box(ring[0], None, self.kit.theme.focus, px(sizes.radius) + px(3), px(sizes.ring))
            painter.surface.set_clip(clip)

    def fault_free_redraw(self) -> pygame.Surface:
        """A picture of the window drawn at once: what the pieces drawn so far must add up to."""
        kept, kept_log = self.surface, self.text_log
        self._place()
        self.surface = pygame.Surface(kept.get_size(), 0, kept)
        self._draw(self.surface.get_rect())
        drawn, self.surface, self.text_log = self.surface, kept, kept_log
        return drawn

    # events

    def handle(self, event: pygame.event.Event) -> None:
        """Take an event from pygame."""
        self.inbox.take(event)

    def press(self, key: Key) -> bool:
        """A key went down. Returns whether somebody used it."""
        if not self.stages or self._echo(key.combo, key.repeat):
            return False
        self._place()
        self.hints.key_pressed()
        used = self._press(key)
        self.hints.refresh()
        return used

    def _press(self, key: Key) -> bool:
        widget: Widget | None = self.top.focused
        if not self.ring and widget is not None:
            self.focus(widget)
        while widget is not None:
            if widget.enabled and widget.on_key(key):
                return True
            widget = widget.parent
        return self._own_key(key) or self.top.root.on_key(key) or self._screen_key(key)

    def _own_key(self, key: Key) -> bool:
        means = self.keys.means
        if means(key.combo, "next") or means(key.combo, "previous"):
            step = 1 if means(key.combo, "next") else -1
            self.focus(after(self.top.root, self.top.focused, step))
        elif means(key.combo, "dismiss") and (self.hints.hide() or self.top.kind != "base"):
            self.top.dismiss() if self.top.kind != "base" else None
        elif means(key.combo, "why"):
            return self.hints.ask(self.top.focused)
        elif means(key.combo, "larger"):
            self.step_scale(1)
        elif means(key.combo, "smaller"):
            self.step_scale(-1)
        elif means(key.combo, "normal size"):
            self.set_scale(1.0)
        else:
            return False
        return True

    def _screen_key(self, key: Key) -> bool:
        return self.top.kind == "base" and self.stages[-1].screen.on_key(key)

    def _echo(self, press: str, repeat: bool = False) -> bool:
        """Whether a press only repeats the one that brought this screen, or comes before it can be seen."""
        if not (
            press.startswith("button") or self.keys.means(press, "activate") or self.keys.means(press, "send")
        ):
            return False
        if self._fresh:
            return True
        last, when, stage = self._last_press
        now = self.clock()
        if last == press and stage is not self.stage and (repeat or now - when < ECHO):
            return True
        self._last_press = (press, now, self.stage)
        return False

    def type(self, text: str, composing: bool = False) -> bool:
        """Text was typed, or is being composed by an input method. Returns whether somebody used it."""
        widget = self.focused
        if widget is None or not widget.usable:
            return False
        return widget.on_composition(text) if composing else widget.on_text(text)

    def point(self, pointer: Pointer) -> None:
        """The pointer did something."""
        if not self.stages:
            return
        self._place()
        if self._grabbed is not None and pointer.kind != "down":
            self._grabbed.on_pointer(pointer)
            if pointer.kind == "up":
                self._grabbed = None
                self._hover(self._under(pointer.pos))
            return
        if pointer.kind == "down":
            self._press_at(pointer)
            return
        self._hover(self._under(pointer.pos))
        _first(self._under(pointer.pos), lambda w: w.on_pointer(pointer))

    def _press_at(self, pointer: Pointer) -> None:
        if self._echo(f"button{pointer.button}"):
            return
        self.hints.hide()
        target = self._under(pointer.pos)
        if target is None or not self.top.root.rect.collidepoint(pointer.pos):
            if self.top.kind == "popup":
                self.top.dismiss()
            return
        stop: Widget | None = target
        while stop is not None and not (stop.focusable and stop.usable):
            stop = stop.parent
        if stop is not None:
            self.focus(stop, ring=False)
        elif self.ring and self.focused is not None:
            self.focus(self.focused, ring=False)
        _first(target, lambda w: w.on_pointer(pointer))

    def turn(self, wheel: Wheel) -> None:
        """The wheel was turned."""
        if self.stages:
            self._place()
            self.hints.hide()
            _first(self._under(wheel.pos), lambda w: w.on_wheel(wheel))

    def leave(self) -> None:
        """The pointer left the window, or another window took the keyboard."""
        self._hover(None)
        self.hints.hide()

    def _under(self, pos: tuple[int, int]) -> Widget | None:
        return self.top.root.at(pos)

    def _hover(self, widget: Widget | None) -> None:
        if widget is self._hovered:
            return
        if self._hovered is not None:
            self._hovered.on_hover(False)
        self._hovered = widget
        if widget is not None:
            widget.on_hover(True)
        if self.cursor_wanted is not None:
            self.cursor_wanted(widget.cursor if widget is not None and widget.usable else "arrow")
        self.hints.hovered(widget)


def _first(widget: Widget | None, use: Callable[[Widget], bool]) -> bool:
    """Offer something to a widget and those above it until one uses it."""
    while widget is not None:
        if widget.usable and use(widget):
            return True
        widget = widget.parent
    return False


def render(
    screen: Screen, size: tuple[int, int] = (1280, 720), scale: float = 1.0, theme: Theme = DARK
) -> pygame.Surface:
    """A picture of a screen, drawn without a display."""
    app = App(pygame.Surface(size, 0, 32), theme, scale)
    app.ring = False
    app.push(screen)
    app.ring = False
    app.step()
    return app.surface
