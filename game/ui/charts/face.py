"""What charts share: a picture that is drawn whole when it changes and copied otherwise; marks to visit."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pygame

from game.ui.events import Key, Pointer
from game.ui.painter import Painter, Pen, TextDrawn
from game.ui.shapes import Point
from game.ui.theme import GroundName
from game.ui.widgets.base import Role, Widget


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark that can be visited: its place on the face, what is said of it, and what it stands for."""

    at: Point
    said: str
    tag: object = None
    reach: float = 0.0  # how near the pointer must come, in pixels; nothing is the usual


class Face(Widget):
    """A chart. Its back (axes, clouds) and its front (what moves) are kept apart: dragging stays cheap.

    Arrow keys and pointer visit the spots; Enter or a click picks one.
    """

    role: Role = "picture"
    NEAR = 14  # units

    def __init__(
        self, *, ground: GroundName = "panel", picked: Callable[[object], None] | None = None
    ) -> None:
        super().__init__()
        self.ground: GroundName = ground
        self.picked = picked
        self.visited: int | None = None
        self.spots: list[Spot] = []
        self._back: pygame.Surface | None = None
        self._front: pygame.Surface | None = None

    @property
    def focusable(self) -> bool:  # type: ignore[override]  # only where there is something to visit
        """Whether the Tab key stops here: if there are marks to visit."""
        return bool(self.spots)

    @property
    def cursor(self) -> str:  # type: ignore[override]  # a hand where a click does something
        """What the pointer looks like."""
        return "hand" if self.picked is not None and self.visited is not None and self.hovered else "arrow"

    def touch(self, *, back: bool = True) -> None:
        """What is shown has changed; `back` says whether more than the front has."""
        self._front = None
        if back:
            self._back = None
        self.invalidate()

    def draw_back(self, pen: Pen) -> None:
        """To be overridden: what seldom changes."""

    def draw_front(self, pen: Pen) -> None:
        """To be overridden: what changes often. It also notes the spots."""

    def forget(self) -> None:
        self._back = self._front = None
        super().forget()

    def arrange_children(self) -> None:
        if self._back is not None and self._back.get_size() != self.rect.size:
            self._back = self._front = None
        if self._front is None and self.rect.width and self.rect.height:
            self._render(None)  # the spots have to be known before the first drawing

    def draw(self, painter: Painter) -> None:
        if self._front is None or painter.log is not None:
            self._render_into(painter)
        assert self._front is not None
        painter.surface.blit(self._front, self.rect.topleft)

    def _render_into(self, painter: Painter) -> None:
        """Draw the picture; of its words those are told that the window leaves in sight."""
        if painter.log is None:
            self._render(None)
            return
        said: list[TextDrawn] = []
        self._render(said)
        clip = painter.surface.get_clip()
        seen = (replace(text, clip=text.clip.clip(clip)) for text in said)
        painter.log += [text for text in seen if text.rect.clip(text.clip).width]

    def _render(self, log: list[TextDrawn] | None) -> None:
        size = (max(1, self.rect.width), max(1, self.rect.height))
        if self._back is None or log is not None:
            self._back = pygame.Surface(size, 0, 32)
            self._back.fill(self.kit.theme.grounds[self.ground])
            self.draw_back(self._pen(self._back, log))
        self._front = self._back.copy()
        self.spots = []
        self.draw_front(self._pen(self._front, log))
        if self.visited is not None and self.visited >= len(self.spots):
            self.visited = None

    def _pen(self, surface: pygame.Surface, log: list[TextDrawn] | None) -> Pen:
        pen = Pen(surface, self.kit, self.rect.topleft, log)
        pen.owner = self
        return pen

    # visiting

    def visit(self, n: int | None) -> None:
        """Go to a spot by its number, or leave."""
        if n != self.visited:
            self.visited = n
            self.touch(back=False)

    def spot(self) -> Spot | None:
        """The spot that is visited."""
        return (
            self.spots[self.visited] if self.visited is not None and self.visited < len(self.spots) else None
        )

    def said(self) -> str:
        spot = self.spot()
        return spot.said if spot is not None else self.name or self.summary()

    def summary(self) -> str:
        """What the whole chart says in a sentence, for those who do not see it."""
        return "; ".join(spot.said for spot in self.spots)

    def on_key(self, key: Key) -> bool:
        steps = {"left": -1, "right": 1, "up": -1, "down": 1}
        if not self.spots:
            return False
        if key.combo in steps:
            if self.visited is None:
                self.visit(0 if steps[key.combo] > 0 else len(self.spots) - 1)
            else:
                self.visit((self.visited + steps[key.combo]) % len(self.spots))
        elif key.combo in {"home", "end"}:
            self.visit(0 if key.combo == "home" else len(self.spots) - 1)
        elif (
            self.host.keys.means(key.combo, "activate")
            and self.picked is not None
            and self.visited is not None
        ):
            if not key.repeat:
                self.picked(self.spots[self.visited].tag)
        else:
            return False
        return True

    def on_pointer(self, pointer: Pointer) -> bool:
        n = self._nearest(pointer.pos)
        if pointer.kind == "move":
            self.visit(n)
        elif pointer.kind == "down" and pointer.button == 1 and n is not None:
            self.visit(n)
            if self.picked is not None:
                self.picked(self.spots[n].tag)
            return True
        return False

    def _nearest(self, pos: tuple[int, int]) -> int | None:
        x, y = pos[0] - self.rect.x, pos[1] - self.rect.y
        best, found = 1.0, None
        for n, spot in enumerate(self.spots):
            reach = spot.reach or self.kit.px(self.NEAR)
            far = ((spot.at[0] - x) ** 2 + (spot.at[1] - y) ** 2) ** 0.5 / reach
            if far < best:
                best, found = far, n
        return found

    def on_hover(self, inside: bool) -> None:
        super().on_hover(inside)
        if not inside:
            self.visit(None)

    def on_focus(self, gained: bool) -> None:
        super().on_focus(gained)
        if not gained:
            self.visit(None)
