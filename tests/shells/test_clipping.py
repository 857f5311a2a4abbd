"""No words are cut off, covered, faint or small at any size, scale and theme; the auditor finds what is."""

import pygame
import pytest

from game.ui.grids import Stack
from game.ui.painter import Painter
from game.ui.solve import Span
from game.ui.themes import DARK, THEMES, themed
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Label
from tests.shells.audit import faults
from tests.shells.gallery import Forms, Table
from tests.shells.hand import Hand, on

SIZES = ((1280, 720), (1024, 600), (800, 500), (1920, 1080), (2560, 1440))


def all_faults(hand: Hand) -> list[str]:
    """The faults of every page of the board, if there are pages."""
    board = hand.find("board") if isinstance(hand.screen, Table) else None
    if board is None or board.tabs is None:
        return faults(hand.app)
    found = []
    for n in range(len(board.panes)):
        board.tabs.choose(n)
        found += faults(hand.app)
    return found


@pytest.mark.parametrize("make", [Table, Forms])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75])
def test_nothing_is_cut_off_or_covered(make, size, scale):
    assert all_faults(Hand(make(), size, scale)) == []


@pytest.mark.parametrize("make", [Table, Forms])
@pytest.mark.parametrize(
    "theme", [*THEMES.values(), themed("light", "andika")], ids=lambda t: f"{t.name} {t.family}"
)
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_all_words_can_be_read_in_every_theme(make, theme, scale):
    assert all_faults(Hand(make(), (1280, 720), scale, theme)) == []


class Careless(Widget):
    """Draws words wherever it is told to, in any colour."""

    def __init__(self, text: str, at: tuple[int, int] = (0, 0), colour=(255, 255, 255)) -> None:
        super().__init__()
        self.text, self.at, self.colour = text, at, colour

    def measure_width(self) -> Span:
        return Span(100, 100)

    def measure_height(self, width: int) -> Span:  # noqa: ARG002
        return Span(40, 40)

    def draw(self, painter: Painter) -> None:
        painter.text(self.text, (self.rect.x + self.at[0], self.rect.y + self.at[1]), "body", self.colour)


def test_the_auditor_sees_words_that_are_cut_off():
    hand = on(Careless("much too long a text " * 30))
    assert any(fault.startswith("cut off") for fault in faults(hand.app))


def test_the_auditor_sees_words_on_words():
    hand = on(Stack([Careless("one"), Careless("other")]))
    assert any(fault.startswith("covered") for fault in faults(hand.app))


def test_the_auditor_sees_faint_words():
    hand = on(Careless("faint", colour=(40, 50, 60)))
    assert any(fault.startswith("faint") for fault in faults(hand.app))


def test_the_auditor_sees_small_words():
    from dataclasses import replace

    from game.ui.theme import TextStyle

    small = replace(DARK, styles={**DARK.styles, "body": TextStyle(12, False)})
    hand = on(Label("small"), theme=small)
    assert any(fault.startswith("small") for fault in faults(hand.app))


def test_the_auditor_sees_widgets_out_of_place():
    label = Label("here")
    hand = on(label)
    label.rect = pygame.Rect(5000, 5000, 100, 20)
    assert any(fault.startswith("sticks out") for fault in faults(hand.app))


def test_a_name_of_three_hundred_letters_wraps():
    label = Label("Ñ" * 150 + "שלום" * 20 + "👍" * 70)
    hand = on(label, size=(800, 500), scale=1.75)
    assert faults(hand.app) == []
    assert len(label.lines(label.rect.width)) > 3
