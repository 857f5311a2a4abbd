"""The window: what screens and widgets ask for, and everything between them and pygame."""

import time
from collections.abc import Callable

import pygame

from game.ui.clipboard import Clipboard
from game.ui.drawing import Drawing
from game.ui.focus import instead_of, stops
from game.ui.frames import Frames
from game.ui.hints import Hints
from game.ui.inbox import Inbox
from game.ui.keyboard import Keyboard
from game.ui.keymap import Keymap
from game.ui.kit import LEAST_SCALE, MOST_SCALE, Kit, pixels_per_unit
from game.ui.layers import Layer
from game.ui.motion import Fade
from game.ui.mouse import Mouse
from game.ui.pages import Pages, Stage
from game.ui.painter import TextDrawn
from game.ui.presses import Presses
from game.ui.projector import Projector
from game.ui.screen import Screen
from game.ui.theme import Theme
from game.ui.themes import DARK
from game.ui.timers import Timer, Timers
from game.ui.widgets.base import Widget

SCALES = (1.0, 1.1, 1.25, 1.4, 1.5, 1.6, 1.75)


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
        self._tell_size()
        self.keys = Keymap()
        self.clock = clock
        self.clipboard = clipboard or Clipboard()
        self.timers = Timers()
        self.hints = Hints(self)
        self.inbox = Inbox(self)
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)
        self.presses = Presses(self)
        self.projector = Projector(self)
        self.fade = Fade(self)
        self.pages = Pages(self)
        self.drawing = Drawing(self)
        self.running = True
        self.ring = True  # whether the focus ring is drawn: not while the player uses the mouse
        self.draws = 0  # drawings so far: none may happen at rest
        self.frames: Frames | None = None
        self.text_log: list[TextDrawn] | None = None
        self.scale_changed: Callable[[float], None] | None = None
        self.text_input: Callable[[bool, pygame.Rect | None], None] | None = None
        self.cursor_wanted: Callable[[str], None] | None = None
        self._unplaced = True

    # screens

    @property
    def stages(self) -> list[Stage]:
        """All screens with their layers, the uppermost last."""
        return self.pages.stages

    @property
    def stage(self) -> Stage | None:
        """The uppermost screen with its layers."""
        return self.stages[-1] if self.stages else None

    def push(self, screen: Screen) -> None:
        """Show a screen over the present one."""
        self.pages.push(screen)

    def pop(self) -> None:
        """Leave the present screen for the one below; the window closes after the last."""
        self.pages.pop()

    def replace(self, screen: Screen) -> None:
        """Show a screen in place of the present one."""
        self.pages.replace(screen)

    def reset(self, screen: Screen) -> None:
        """Show a screen in place of all."""
        self.pages.reset(screen)

    def quit(self) -> None:
        """Close every screen, and the window."""
        self.pages.quit()

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
            self.mouse.let_go()
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
                    self.mouse.forget()
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
            self.arrange()
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
        self.mouse.grabbed = widget

    def later(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Have something done after a while."""
        return self.timers.add(self.clock() + seconds, call)

    def follow(self, term: str) -> None:
        """A glossary word was followed."""
        if self.stages:
            self.stages[-1].screen.on_term(term)

    def damage(self, rect: pygame.Rect) -> None:
        """Have a part of the window drawn anew."""
        self.drawing.damage.add(rect)

    def damage_all(self) -> None:
        """Have the whole window drawn anew."""
        self.drawing.damage.add(self.surface.get_rect())

    def relayout(self) -> None:
        """Have everything that changed its wishes placed anew before the next drawing."""
        self._unplaced = True

    # look and size

    def set_scale(self, scale: float) -> None:
        """Make everything larger or smaller, within 100 and 175 %."""
        self.scale = min(MOST_SCALE, max(LEAST_SCALE, scale))
        self.renew()
        if self.scale_changed is not None and not self.projector.on:
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
        self.renew()

    def renew(self) -> None:
        """Draw all anew at the present scale and look."""
        self._renew(self.kit.theme)

    def _renew(self, theme: Theme) -> None:
        ppu = pixels_per_unit(self.surface.get_size(), self.scale)
        if theme is not self.kit.theme or ppu != self.kit.ppu:
            self.kit = Kit(theme, ppu)
        self._tell_size()
        self.redraw_all()

    def _tell_size(self) -> None:
        """Let widgets know how large the window is in units."""
        width, height = self.surface.get_size()
        self.kit.window = (self.kit.units(width), self.kit.units(height))

    def redraw_all(self) -> None:
        """Measure, place and draw everything anew: look, size or language have changed."""
        self.hints.hide()
        for stage in self.stages:
            for layer in (*stage.layers, *([stage.footer] if stage.footer else [])):
                layer.root.forget()
        self._unplaced = True
        self.damage_all()

    # time and drawing

    def step(self) -> list[pygame.Rect]:
        """Do what is due and draw what has changed. Returns the rectangles drawn: none at rest."""
        self.timers.run(self.clock())
        return self.drawing.changes()

    def fault_free_redraw(self) -> pygame.Surface:
        """A picture of the window drawn at once: what the pieces drawn so far must add up to."""
        return self.drawing.afresh()

    def arrange(self) -> None:
        """Measure and place what has changed its wishes."""
        for _ in range(4):  # placing may show or hide something (panels become tabs): one round more
            if not self._unplaced:
                return
            self._unplaced = False
            window, margin = self.surface.get_rect(), self.kit.px(8)
            for stage in self.stages[-1:]:
                room = self._above_footer(stage, window)
                for layer in stage.layers:
                    layer.place(room, margin)
            self._keep_focus()

    def _above_footer(self, stage: Stage, window: pygame.Rect) -> pygame.Rect:
        """Place the footer, if there is one. Returns the room above it."""
        if stage.footer is None:
            return window
        root = stage.footer.root
        height = min(root.heights(window.width).want, window.height // 3)
        root.arrange(pygame.Rect(window.x, window.bottom - height, window.width, height))
        return pygame.Rect(window.x, window.y, window.width, window.height - height)

    def _keep_focus(self) -> None:
        """Never leave the keyboard at something that is gone, hidden or disabled."""
        focused = self.focused
        if focused is not None and not (focused.within(self.top.root) and focused.usable):
            self.focus(instead_of(self.top.root, focused), ring=self.ring)

    # events

    def handle(self, event: pygame.event.Event) -> None:
        """Take an event from pygame."""
        self.inbox.take(event)


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
