"""Questions that must be answered, and answers to "why?"."""

import pytest

from game.ui.flow import linked
from game.ui.layout import Column, Space
from game.ui.why import Part, Why, shortened_to
from game.ui.widgets.button import Button
from game.ui.widgets.dialog import Answer, ask
from game.ui.widgets.label import Label
from game.ui.widgets.meter import Meter
from game.ui.widgets.slider import Slider
from tests.shells.hand import Plain, on


@pytest.fixture
def done():
    return []


def walk_out(hand, done):
    answers = [
        Answer("Stay", lambda: done.append("stay"), key="stay"),
        Answer("Walk out", lambda: done.append("walk"), "danger", "walk"),
    ]
    return ask(hand.app, "Walk out?", "Nothing is agreed and everybody stays where they are.", answers)


def test_what_lies_under_the_pointer_after_a_click_opens_no_hint_by_itself():
    there = Button("as wide as the other", lambda: None).place(hint="why it is there")
    page = Plain([there])
    first = Button("as wide as the other", lambda: hand.app.push(page))
    hand = on(first)
    hand.click(first)
    hand.app.step()
    assert hand.app.stages[-1].screen is page
    assert there.rect.collidepoint(first.rect.center)
    hand.wait(2)
    assert hand.app.hints.open is None
    hand.move((1, 700))
    hand.move(there.rect.center)
    hand.wait(2)
    assert hand.app.hints.open is not None


def test_the_harmless_answer_is_first_and_esc_gives_it(done):
    under = Button("under", lambda: done.append("under"))
    hand = on(under)
    walk_out(hand, done)
    hand.app.step()
    assert hand.app.focused.key == "stay"
    hand.key("escape")
    assert done == ["stay"]
    assert hand.app.focused is under
    hand.key("escape")
    assert done == ["stay"]


def test_the_keyboard_starts_at_the_harmless_answer_even_if_there_are_links_before_it():
    hand = on(Button("under", lambda: None))
    ask(
        hand.app,
        "Read",
        linked("the reservation value", ["reservation value"]),
        [Answer("Close", key="close")],
    )
    hand.app.step()
    assert hand.app.focused.key == "close"
    hand.key("tab")
    assert hand.app.focused.key == "term:reservation value"


def test_the_keyboard_stays_inside(done):
    hand = on(Button("under", lambda: done.append("under")))
    walk_out(hand, done)
    hand.app.step()
    visited = []
    for _ in range(5):
        hand.key("tab")
        visited.append(hand.app.focused.key)
    assert visited == ["walk", "stay", "walk", "stay", "walk"]
    hand.key("left")
    assert hand.app.focused.key == "stay"
    hand.key("right")
    hand.key("enter")
    assert done == ["walk"]


def test_nothing_under_a_dialog_can_be_pressed(done):
    under = Button("under", lambda: done.append("under"))
    hand = on(under)
    walk_out(hand, done)
    hand.app.step()
    hand.click(under)
    hand.wheel(under, -3)
    assert done == []
    assert hand.app.top.kind == "dialog"
    hand.click(hand.find("walk"))
    assert done == ["walk"]


def test_closing_gives_back_the_picture(done):
    hand = on(Button("under", lambda: None))
    before = hand.app.surface.copy()
    dialog = walk_out(hand, done)
    hand.app.step()
    assert hand.app.surface.get_at((5, 5)) != before.get_at((5, 5))
    dialog.close()
    hand.app.step()
    assert hand.app.surface.get_at((5, 5)) == before.get_at((5, 5))
    assert done == []


def test_a_long_text_scrolls_inside_the_dialog():
    hand = on(Button("under", lambda: None), size=(800, 500), scale=1.75)
    ask(hand.app, "Read this", "A long explanation with many words. " * 80, [Answer("Close", key="close")])
    hand.app.step()
    assert hand.app.surface.get_rect().contains(hand.find("close").rect)


def why(value: int) -> Why:
    return Why(
        f"Pressure {value}",
        (Part("May", "+56", 56), Part("News", f"{value - 56:+}", value - 56)),
        f"= {value}",
    )


def test_f2_asks_and_asks_again_to_close():
    meter = Meter("Pressure", 62).place(why=lambda: why(62))
    hand = on(meter)
    assert hand.app.focused is meter
    hand.key("f2")
    assert hand.app.hints.open is not None
    hand.key("f2")
    assert hand.app.hints.open is None
    hand.key("f2")
    hand.key("escape")
    assert hand.app.hints.open is None


def test_a_number_opens_its_sum_when_the_keyboard_rests_on_it():
    meter = Meter("Pressure", 62).place(why=lambda: why(62))
    hand = on(Button("b", lambda: None), meter)
    hand.key("tab")
    hand.wait(0.5)
    hand.wait(0.5)
    assert hand.app.hints.open is not None
    hand.key("tab")
    assert hand.app.hints.open is None


def test_resting_the_pointer_opens_a_hint_and_leaving_closes_it():
    button = Button("Send", lambda: None).place(hint="Ctrl+Enter")
    hand = on(button)
    hand.move(button.rect.center)
    hand.wait(0.3)
    assert hand.app.hints.open is None
    hand.wait(0.3)
    assert hand.app.hints.open is not None
    assert hand.app.surface.get_rect().contains(hand.app.hints.open.rect)
    hand.move((button.rect.centerx, button.rect.bottom + 200))
    assert hand.app.hints.open is None


def test_a_hint_that_opened_by_itself_closes_with_any_key():
    button = Button("Send", lambda: None).place(hint="Ctrl+Enter")
    hand = on(button)
    hand.move(button.rect.center)
    hand.wait(0.5)
    assert hand.app.hints.open is not None
    hand.key("x")
    assert hand.app.hints.open is None


def test_escape_closes_the_hint_before_the_dialog():
    hand = on(Button("under", lambda: None))
    ask(hand.app, "Sure?", "Words.", [Answer("No", key="no"), Answer("Yes")])
    hand.app.step()
    hand.find("no").hint = "The harmless one"
    hand.key("f2")
    assert hand.app.hints.open is not None
    hand.key("escape")
    assert hand.app.hints.open is None
    assert hand.app.top.kind == "dialog"
    hand.key("escape")
    assert hand.app.top.kind == "base"


@pytest.mark.parametrize("size", [(1280, 720), (800, 500)])
def test_a_hint_stays_inside_the_window(size):
    corner = Button("x", lambda: None).place(
        hint="Words that take some room in the window. " * 4, align="end"
    )
    hand = on(Column([Space(size[1] - 90), corner]), size=size)
    hand.move(corner.rect.center)
    hand.wait(0.5)
    card = hand.app.hints.open.rect
    assert hand.app.surface.get_rect().contains(card)
    assert not card.colliderect(corner.rect)


def test_what_was_asked_for_stays_true_while_the_value_changes():
    slider = Slider("Released", [str(n) for n in range(9)], 2)
    slider.why = lambda: why(60 + slider.level)
    hand = on(slider)
    hand.key("f2")
    assert hand.app.hints.open.content[1].title == "Pressure 62"
    hand.key("right")
    assert hand.app.hints.open.content[1].title == "Pressure 63"
    hand.key("tab")


def test_nothing_to_say():
    hand = on(Button("b", lambda: None))
    hand.key("f2")
    assert hand.app.hints.open is None


def test_a_label_can_have_a_sum_and_be_hovered():
    label = Label("Worth 42").place(why=lambda: why(42))
    hand = on(label)
    hand.move(label.rect.center)
    hand.wait(0.5)
    assert hand.app.hints.open.content[1].total == "= 42"


def long_why(count):
    parts = [
        Part(f"issue number {n} at a level with a long name", f"+0.{n:03d}", n / 1000) for n in range(count)
    ]
    return Why("Worth", tuple(parts), f"= {sum(range(count)) / 1000}", "A month.")


@pytest.mark.parametrize("count", [9, 24])
def test_what_a_long_sum_comes_to_is_in_sight_in_a_low_window(count):
    label = Label("Worth").place(why=lambda: long_why(count))
    hand = on(label, size=(1280, 720), scale=1.75)
    hand.move(label.rect.center)
    hand.wait(0.5)
    card = hand.app.hints.open
    table = card.children[1]
    assert hand.app.surface.get_rect().contains(card.rect)
    assert card.rect.contains(table.rect)
    assert table._height(table.shown_parts(), table.rect.width) <= table.rect.height
    assert (len(table.shown_parts()) == count) == (count == 9)


def test_the_smallest_parts_are_one_line_and_still_add_up():
    parts = [
        Part("a", "−0.300", -0.3),
        Part("b", "+0.010", 0.01),
        Part("c", "+1.250", 1.25),
        Part("d", "−0.015", -0.015),
    ]
    first, second, rest = shortened_to(parts, 3)
    assert [first.label, second.label] == ["a", "c"]
    assert (rest.label, rest.shown) == ("2 smaller parts", "−0.005")
    assert shortened_to(parts, 4) == parts
    counts = [Part("start", "1\u2009183", 1183), Part("more", "+922", 922), Part("less", "−191", -191)]
    assert shortened_to(counts, 1)[0].shown == "+1\u2009914"
