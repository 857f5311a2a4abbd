"""Only what changed is drawn, it adds up to a full drawing, and nothing is drawn at rest."""

import random

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.damage import Damage
from game.ui.pictured_games import in_talks
from game.ui.screens.table import Table as TableOfTheGame
from game.ui.themes import THEMES
from game.ui.widgets.base import Widget
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.log import Entry
from game.ui.widgets.slider import Slider
from tests.compiled import open_scenario
from tests.shells.gallery import Forms, Table
from tests.shells.hand import Hand, on, same_pixels

KEYS = (
    "tab", "tab", "tab", "shift+tab", "left", "right", "up", "down", "home", "end", "pageup", "pagedown",
    "enter", "space", "escape", "f2", "c", "ctrl+pagedown", "backspace", "ctrl+a",
)  # fmt: skip


def play(hand: Hand, chance: random.Random) -> str:
    """One random deed."""
    width, height = hand.app.surface.get_size()
    pos = (chance.randrange(width), chance.randrange(height))
    deed = chance.choice(("key", "key", "click", "move", "wheel", "drag", "type", "wait", "rare"))
    if deed == "key":
        hand.key(chance.choice(KEYS))
    elif deed == "click":
        hand.click(pos)
    elif deed == "move":
        hand.move(pos)
    elif deed == "wheel":
        hand.wheel(pos, chance.choice((-2, 1)))
    elif deed == "drag":
        hand.drag(pos, (chance.randrange(width), chance.randrange(height)), 3)
    elif deed == "type":
        hand.type("ab ")
    elif deed == "wait":
        hand.wait(0.8)
    else:
        rare(hand, chance)
    return f"{deed} {pos}"


def rare(hand: Hand, chance: random.Random) -> None:
    what = chance.randrange(4)
    if what == 0 and hand.app.top.kind == "base":
        ask(hand.app, "Sure?", "Some words. " * 9, [Answer("No"), Answer("Yes")])
    elif what == 1 and isinstance(hand.screen, Table):
        hand.screen.log.append(Entry("News", "Something has happened. " * 5, "news"))
    elif what == 2:
        hand.app.step_scale(chance.choice((-1, 1)))
    else:
        hand.app.resize(pygame.Surface((chance.randrange(800, 1400), chance.randrange(500, 800)), 0, 32))
    hand.app.step()


@pytest.mark.parametrize("seed", range(6))
def test_the_pieces_add_up_to_a_full_drawing(seed):
    chance = random.Random(seed)
    theme = list(THEMES.values())[seed % 3]
    make = (Table, Forms)[seed % 2]
    hand = Hand(make(), (1100, 640), (1.0, 1.25, 1.75)[seed // 2], theme)
    deeds = []
    for _ in range(60):
        deeds.append(play(hand, chance))
        assert same_pixels(hand.app.surface, hand.app.fault_free_redraw()), deeds


def test_a_full_drawing_from_scratch_shows_the_same():
    """The layout that grew by small changes is the one that measuring everything anew gives."""
    chance = random.Random(11)
    hand = Hand(Table())
    for _ in range(80):
        deed = play(hand, chance)
        hand.app.hints.hide()
        hand.app.step()
        grown = hand.app.surface.copy()
        hand.app.redraw_all()
        hand.app.step()
        assert same_pixels(grown, hand.app.surface), deed


@pytest.mark.parametrize("make", [Table, Forms])
def test_nothing_is_drawn_at_rest(make):
    hand = Hand(make())
    draws = hand.app.draws
    for _ in range(100):
        hand.wait(1.0)
    assert hand.app.step() == []
    assert hand.app.draws == draws + (1 if hand.app.hints.open else 0)


def test_moving_over_plain_ground_draws_nothing():
    hand = Hand(Table())
    hand.move((400, 105))
    draws = hand.app.draws
    hand.move((410, 106))
    hand.move((420, 107))
    assert hand.app.draws == draws


def test_dragging_draws_only_what_follows_the_slider():
    hand = Hand(Table())
    slider = hand.screen.releases
    start, end = slider.place_of(3), slider.place_of(6)
    hand.move(start)
    hand.down(start)
    hand.send(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0))
    rects = hand.app.step()
    whole = hand.app.surface.get_width() * hand.app.surface.get_height()
    assert 0 < sum(r.width * r.height for r in rects) < whole / 3
    assert any(r.colliderect(slider.rect) for r in rects)
    assert any(r.colliderect(hand.screen.scatter.rect) for r in rects)


rects = st.builds(pygame.Rect, st.integers(0, 90), st.integers(0, 90), st.integers(0, 60), st.integers(0, 60))


@given(st.lists(rects, max_size=30))
def test_damage_covers_all_that_was_noted_and_stays_inside(noted):
    damage, bounds = Damage(), pygame.Rect(0, 0, 100, 100)
    for rect in noted:
        damage.add(rect)
    taken = damage.take(bounds)
    assert len(taken) <= 10
    assert all(bounds.contains(rect) for rect in taken)
    for rect in noted:
        inside = rect.clip(bounds)
        if rect.width and rect.height and inside.width and inside.height:
            for corner in (inside.topleft, (inside.right - 1, inside.bottom - 1)):
                assert any(part.collidepoint(corner) for part in taken)
    assert not damage


def test_what_moves_away_leaves_nothing_behind():
    label, below = (
        Label("long words " * 40),
        Label("moves, and has no focus ring that could hide it", "title"),
    )
    hand = on(Button("first", lambda: None), label, below)
    assert same_pixels(hand.app.surface, hand.app.fault_free_redraw())
    label.set("short")
    hand.app.step()
    assert same_pixels(hand.app.surface, hand.app.fault_free_redraw())
    old = below.rect.copy()
    label.set("long words " * 40)
    hand.app.step()
    assert below.rect.y > old.y
    assert same_pixels(hand.app.surface, hand.app.fault_free_redraw())


def test_other_words_place_things_anew_only_where_they_need_other_room():
    label, below = Label("Worth 42", steady="Worth 100"), Label("below")
    hand = on(label, below)
    draws = []
    hand.app.relayout = lambda: draws.append("placed anew")
    label.set("Worth 7")
    assert draws == []
    label.set("Worth 42 and so much more than anybody would have thought " * 5)
    assert set(draws) == {"placed anew"}


def test_a_label_keeps_as_many_lines_as_its_sample_takes():
    label, bare = Label("–", tall_as="ab to ab"), Label("–")
    hand = on(label, bare)
    narrow = hand.app.kit.text_width("ab to ")
    tall = label.heights(narrow)
    assert tall.want == 2 * bare.heights(narrow).want
    assert label.heights(10 * narrow) == bare.heights(narrow)
    for text in ("ab to ab", "c"):
        label.set(text)
        assert label.heights(narrow) == tall


def test_the_worth_is_not_placed_anew_while_a_slider_of_the_table_is_dragged(monkeypatch):
    """Not even where the draft becomes empty on the way, and the estimate of its worth a dash."""
    hand = Hand(TableOfTheGame(in_talks(open_scenario("belarus-2025"))))
    slider = next(widget for widget in hand.app.top.root.walk() if isinstance(widget, Slider))
    slider.set(1)
    hand.down(slider.place_of(1))
    slider_places = [slider.place_of(level) for level in (2, 3, 1, 0, 2)]
    placed = []
    monkeypatch.setattr(Widget, "resized", lambda widget: placed.append(widget.key))
    for place in slider_places:
        hand.send(pygame.MOUSEMOTION, pos=place, rel=(1, 0), buttons=(1, 0, 0))
        hand.app.step()
    assert slider.level == 2
    assert "mine estimate" not in placed
