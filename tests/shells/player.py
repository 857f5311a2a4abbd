"""A person at the window: from the first page on, by mouse or by keyboard alone, never past the widgets."""

import pygame

from game.match.saves import load
from game.rules.state import Phase
from game.ui.screens import picker
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from game.ui.screens.table import Table
from game.ui.screens.thinking import LOOKS, Thinking
from game.ui.widgets.base import Widget
from game.ui.widgets.board import Board
from game.ui.widgets.choice import Choice
from game.ui.widgets.rows import Rows
from game.ui.widgets.scroll import Scroll, Scrolling
from game.ui.widgets.slider import Slider
from tests.shells.hand import Hand

MOST_STOPS = 200


class Player(Hand):
    """Uses what is on the page.

    Args:
        mouse: by clicks and drags; by keys alone if not.
    """

    def __init__(self, mouse: bool = True, screen=None, size=(1280, 720), scale: float = 1.0) -> None:
        super().__init__(screen or Home(), size, scale)
        self.mouse = mouse

    @property
    def page(self):
        return self.app.stages[-1].screen

    @property
    def match(self):
        """The game on the page: looked at to know what may be done, never to do it."""
        return self.page._playing.match

    def use(self, key: str) -> None:
        """Press something by its key."""
        widget = self.reach(key)
        if self.mouse:
            self.click(widget)
        else:
            self.key("enter")
        self.app.step()

    def may(self, key: str) -> bool:
        """Whether something is there and can be pressed."""
        try:
            return self.find(key).usable
        except KeyError:
            return False

    def reach(self, key: str) -> Widget:
        """Bring something into reach: into sight for the mouse, under the keyboard's ring for the keys."""
        widget = self.find(key)
        assert widget.usable, f"{key} cannot be used: {widget.hint}"
        if self.mouse:
            self._into_sight(widget)
        else:
            self._tab_to(widget)
        return widget

    def _into_sight(self, widget: Widget) -> None:
        for around in self._scrolls(widget):
            for _turn in range(60):
                rect, room = widget.rect, around.rect
                if room.contains(rect) or (rect.top <= room.top and rect.bottom >= room.bottom):
                    break
                self.wheel(around.slot().center, -1 if rect.bottom > room.bottom else 1)
        assert self.app.top.root.at(widget.rect.center) is not None

    def _scrolls(self, widget: Widget) -> list[Scrolling]:
        """What scrolls around a widget, the outermost first."""
        found, parent = [], widget.parent
        while parent is not None:
            if isinstance(parent, Scroll):
                found.append(parent)
            parent = parent.parent
        return found[::-1]

    def _tab_to(self, widget: Widget) -> None:
        for _stop in range(MOST_STOPS):
            if self.app.focused is widget:
                return
            self.key("tab")
        raise AssertionError(f"the Tab key never comes to {widget.key}")

    # particular widgets

    def choose(self, key: str, number: int) -> None:
        """An option of a choice: by its list, its segments, or the arrows."""
        widget = self.reach(key)
        assert isinstance(widget, Choice)
        if not self.mouse:
            self.key("home")
            self.key("right", number)
        elif segments := widget._segments(widget.rect.width):
            self.click((widget.rect.x + sum(segments[:number]) + segments[number] // 2, widget.box().centery))
        else:
            self.click(widget.box().center)
            self._click_row(self.find("options"), number)
        assert widget.chosen == number

    def click_row(self, key: str, number: int) -> None:
        """A row of a list, which the wheel brings into sight first."""
        self._click_row(self.reach(key), number)

    def _click_row(self, rows: Widget, number: int) -> None:
        assert isinstance(rows, Rows)
        for _turn in range(60):
            place = rows._tops[number] + 10 - rows.offset  # a row may be taller than what the wheel leaves
            if 0 <= place < rows.rect.height:
                break
            self.wheel(rows, 1 if place < 0 else -1)
        self.click((rows.rect.centerx, rows.rect.y + place))

    def slide(self, key: str, level: int) -> None:
        """A slider to a level: by dragging its thumb, or by the arrows."""
        slider = self.reach(key)
        assert isinstance(slider, Slider)
        if self.mouse:
            self.drag(slider.place_of(slider.level), slider.place_of(level))
        else:
            step = level - slider.level
            self.key("right" if step > 0 else "left", abs(step))
        assert slider.level == level

    def sliders(self) -> list[Slider]:
        return [widget for widget in self.app.top.root.everything() if isinstance(widget, Slider)]

    # the way

    def start(
        self, scenario: str = "belarus-2025", seat: int = 0, opponent: int = 0, seed: str = "7"
    ) -> None:
        """From the first page to the first table."""
        self.use("play")
        case = [case.path.stem for case in picker.cases()].index(scenario)
        if self.mouse:
            self.click_row("cases", case)
        else:
            self.key("home")
            self.key("down", case)
            self.key("enter")
        self.choose("seat", seat)
        if seat < 2:
            self.choose("opponent", opponent)
        self.reach("seed")
        if self.mouse:
            self.click(self.find("seed"))
        self.type(seed)
        self.use("start")
        self.use("go_on")

    def to_the_table(self) -> None:
        """Through briefs, curtains and what followed, to the next decision or the end."""
        for _page in range(20):
            page = self.page
            if isinstance(page, Table | Outcome):
                return
            if isinstance(page, Thinking):
                self.let_it_think()
            else:
                self.use("lift" if self.may("lift") else "go")
        raise AssertionError(f"stuck at {type(self.page).__name__}")

    def let_it_think(self) -> None:
        """Wait until the computer has decided, however long it takes."""
        page = self.page
        assert isinstance(page, Thinking)
        if page._worker is not None:
            page._worker.join()
        self.wait(2 * LOOKS)

    def decide(self, rng) -> None:
        """One decision, drawn by lot."""
        if self.match.phase is Phase.HONOUR:
            self.use(rng.choice(("honour",) * 6 + ("delay", "breach")) if self.may("delay") else "honour")
            return
        if self.match.phase is Phase.RESPOND:
            self.use(rng.choice(("let pass", "snap back")))
            return
        self.draft(rng)
        wanted = rng.choice(("send", "send", "accept", "accept", "hold"))
        self.use(wanted if self.may(wanted) else "hold")

    def draft(self, rng) -> None:
        """Some changes of the draft, some of them taken back."""
        self._bring("draft")
        if self.may("copy") and rng.random() < 0.5:
            self.use("copy")
        for slider in rng.sample(self.sliders(), 2):
            self.slide(slider.key, rng.randrange(len(slider.levels)))
        if self.may("undo") and rng.random() < 0.3:
            self.use("undo")
        if self.may("side move") and rng.random() < 0.3:
            choice = self.find("side move")
            self.choose("side move", rng.randrange(len(choice.options)))

    def _bring(self, pane: str) -> None:
        board = self.find("board")
        if isinstance(board, Board) and board.tabs is not None:
            board.bring(pane)
            self.app.step()

    def debrief(self) -> None:
        """From the outcome through every part of the debrief to the first page."""
        assert isinstance(self.page, Outcome)
        self.use("go")
        assert isinstance(self.page, DebriefPage)
        for _part in range(20):
            if self.may("home"):
                break
            self.use("next")
        self.use("home")
        assert isinstance(self.page, Home)

    def whole_game(self, rng) -> None:
        """Decision after decision to the outcome."""
        for _decision in range(400):
            self.to_the_table()
            if isinstance(self.page, Outcome):
                return
            self.decide(rng)
            self.close_dialogs()
        raise AssertionError("the game does not end")

    def close_dialogs(self) -> None:
        while self.may("understood"):
            self.use("understood")

    def close_window(self) -> None:
        self.send(pygame.QUIT)


def only_save(home):
    """The one saved game."""
    (path,) = (home / "games").iterdir()
    return load(path)
