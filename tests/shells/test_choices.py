"""Choices, steppers and lists of rows."""

from game.ui.widgets.choice import Choice
from game.ui.widgets.rows import Rows, RowText
from game.ui.widgets.stepper import Stepper
from tests.shells.hand import on

OPTIONS = ("ICRC visits", "joint commission", "none")


def test_a_list_drops_down_and_a_click_takes():
    told = []
    choice = Choice("Verification", OPTIONS, changed=told.append)
    hand = on(choice)
    hand.click(choice.box().center)
    rows = hand.find("options")
    assert hand.app.top.kind == "popup"
    hand.click((rows.rect.x + 20, rows.rect.y + rows._tops[1] + 5))
    assert choice.chosen == 1
    assert told == [1]
    assert hand.app.top.kind == "base"
    assert hand.app.focused is choice


def test_keyboard_opens_moves_takes_and_leaves():
    choice = Choice("Verification", OPTIONS)
    hand = on(choice)
    hand.key("enter")
    hand.key("down", times=2)
    assert choice.chosen == 0
    hand.key("enter")
    assert choice.chosen == 2
    hand.key("space")
    hand.key("up")
    hand.key("escape")
    assert choice.chosen == 2
    assert hand.app.top.kind == "base"


def test_a_click_beside_the_list_closes_it_and_presses_nothing():
    choice = Choice("Verification", OPTIONS)
    other = Choice("Sequence", OPTIONS)
    hand = on(choice, other)
    hand.click(choice.box().center)
    hand.click((1200, 650))
    assert hand.app.top.kind == "base"
    assert other.chosen == 0


def test_a_letter_jumps_to_an_option():
    choice = Choice("Verification", OPTIONS)
    hand = on(choice)
    hand.key("enter")
    hand.key("n")
    hand.key("enter")
    assert choice.chosen == 2


def test_arrows_change_without_opening_and_c_copies_theirs():
    told = []
    choice = Choice("Verification", OPTIONS, theirs=2, changed=told.append)
    hand = on(choice)
    hand.key("right")
    hand.key("c")
    hand.key("home")
    assert told == [1, 2, 0]
    assert choice.remark() == "theirs: none"
    choice.set(2)
    assert choice.remark() == "same as theirs"


def test_segments_where_there_is_room_and_a_list_where_not():
    wide = Choice("Look", ("dark", "light"), look="side by side")
    hand = on(wide)
    assert wide._segments(wide.rect.width)
    hand.click((wide.box().right - 10, wide.box().centery))
    assert wide.chosen == 1
    assert hand.app.top.kind == "base"
    long = Choice("Look", ("a name that is long " * 3, "another long name " * 3), look="side by side")
    narrow = on(long, size=(800, 500), scale=1.5)
    assert not long._segments(long.rect.width)
    narrow.key("space")
    assert narrow.app.top.kind == "popup"


def test_choosing_moves_nothing_below():
    choice = Choice("Verification", ("a", "a much longer option that may take two lines", "b"), theirs=1)
    below = Choice("Sequence", OPTIONS)
    hand = on(choice, below, size=(800, 500), scale=1.75)
    place = below.rect.copy()
    hand.key("right")
    hand.key("right")
    assert below.rect == place


def test_stepper_by_mouse_keys_and_wheel():
    told = []
    stepper = Stepper("Size", 100, 100, 175, step=5, changed=told.append)
    hand = on(stepper)
    less, _, more = stepper._ends()
    hand.click(less.center)
    hand.click(more.center)
    hand.key("up")
    hand.key("end")
    hand.key("right")
    hand.wheel(stepper, -1)
    hand.key("home")
    assert told == [105, 110, 175, 170, 100]


def test_rows_scroll_to_the_chosen_one_and_take():
    taken = []
    rows = Rows([RowText(f"Game {n}") for n in range(40)], taken=taken.append)
    hand = on(rows)
    assert rows.most > 0
    hand.key("end")
    assert rows.chosen == 39
    assert rows.offset == rows.most
    hand.key("enter")
    hand.key("pageup")
    hand.key("enter", times=3, release=False)
    assert taken == [39, 33]
    hand.wheel(rows, 3)
    assert rows.chosen == 33
