"""Typing, selecting, copying, undoing, composing."""

from itertools import pairwise

import pygame
import pytest

from game.ui.editing import Editing
from game.ui.widgets.button import Button
from game.ui.widgets.entry import Entry, broken, places
from tests.shells.hand import on


def test_typing_in_a_row_is_undone_together_and_words_apart():
    editing = Editing()
    for letter in "two words":
        editing.insert(letter, typed=True)
    assert editing.undo()
    assert editing.text == "two"
    assert editing.undo()
    assert editing.text == ""
    assert not editing.undo()
    assert editing.redo()
    assert editing.redo()
    assert editing.text == "two words"


def test_deleting_takes_whole_characters():
    editing = Editing("e\u0301👩‍👧")
    entry = Entry(text=editing.text)
    hand = on(entry)
    hand.key("backspace")
    assert entry.text == "e\u0301"
    hand.key("backspace")
    assert entry.text == ""


def test_a_name_of_any_kind_fits_up_to_its_limit():
    entry = Entry(most=300)
    hand = on(entry)
    hand.type("שלום 👍🏽 " * 60)
    assert len(entry.text) <= 300
    hand.key("home")
    hand.key("end")
    assert entry.editing.caret == len(entry.text)


def test_line_ends_and_controls_cannot_come_into_one_line():
    entry = Entry()
    hand = on(entry)
    hand.app.clipboard.put("a\r\nb\x00c\td\ud800")
    hand.key("ctrl+v")
    assert entry.text == "a bc d"


def test_selecting_and_the_clipboard():
    entry = Entry(text="prisoner release")
    hand = on(entry)
    hand.key("shift+home")
    assert entry.editing.selected == "prisoner release"
    hand.key("ctrl+c")
    hand.key("right")
    hand.key("ctrl+v")
    assert entry.text == "prisoner release" * 2
    hand.key("ctrl+a")
    hand.key("ctrl+x")
    assert entry.text == ""
    hand.key("ctrl+z")
    assert entry.text == "prisoner release" * 2
    hand.key("ctrl+y")
    assert entry.text == ""


def test_words_at_a_time():
    entry = Entry(text="one two  three")
    hand = on(entry)
    hand.key("ctrl+left")
    assert entry.editing.caret == 9
    hand.key("ctrl+backspace")
    assert entry.text == "one three"
    hand.key("ctrl+delete")
    assert entry.text == "one "


def test_mouse_places_selects_a_word_and_everything():
    entry = Entry(text="one two three")
    hand = on(entry)
    inside = entry._inside()
    start = (inside.x + hand.app.kit.text_width("one t"), inside.centery)
    hand.click(start)
    assert entry.editing.caret == 5
    hand.click(start, times=2)
    assert entry.editing.selected == "two"
    hand.click(start, times=3)
    assert entry.editing.selected == "one two three"
    hand.drag((inside.x, inside.centery), (inside.x + hand.app.kit.text_width("one"), inside.centery))
    assert entry.editing.selected == "one"


def test_letters_do_not_reach_the_shortcuts_of_the_screen():
    entry = Entry()
    hand = on(entry, Button("b", lambda: None))
    hand.key("c")
    hand.key("f6")
    assert hand.screen.keys == ["f6"]


def test_enter_tells_once_and_a_composition_keeps_it():
    told = []
    entry = Entry(entered=told.append)
    hand = on(entry)
    hand.type("name")
    hand.send(pygame.TEXTEDITING, text="に", start=0, length=1)
    hand.key("enter")
    assert told == []
    assert entry.text == "name"
    hand.type("日")
    hand.key("enter", times=3, release=False)
    assert told == ["name日"]


def test_input_methods_are_told_where_the_caret_is():
    told = []
    entry, button = Entry(), Button("b", lambda: None)
    hand = on(button, entry)
    hand.app.text_input = lambda on, caret: told.append((on, caret))
    hand.key("tab")
    assert told[-1][0]
    assert entry.rect.contains(told[-1][1])
    first = told[-1][1].x
    hand.type("mmm")
    assert told[-1][1].x > first
    hand.key("tab")
    assert told[-1] == (False, None)


def test_a_long_line_scrolls_with_the_caret():
    entry = Entry(most=500, text="word " * 90)
    hand = on(entry, size=(800, 500))
    other = on(Button("first", lambda: None), unfocused := Entry(most=500, text="word " * 90))
    assert unfocused._scroll == 0
    other.key("tab")
    assert unfocused._scroll > 0
    assert entry._scroll > 0
    hand.app.resize(pygame.Surface((1000, 500), 0, 32))
    hand.app.step()
    assert entry.box().contains(entry._caret())
    hand.key("home")
    assert entry._scroll == 0


def test_several_lines_wrap_scroll_and_go_up_and_down():
    entry = Entry(lines=3, most=2000)
    hand = on(entry, size=(800, 500))
    hand.type("the first line")
    hand.key("enter")
    hand.type("a much longer second line " * 8)
    assert len(entry._ranges()) > 3
    assert entry._scroll > 0
    hand.key("ctrl+home")
    assert entry._scroll == 0
    hand.key("end")
    assert entry.editing.caret == len("the first line")
    hand.key("down")
    assert entry._line_of(entry.editing.caret) == 1
    hand.key("up")
    assert entry._line_of(entry.editing.caret) == 0
    hand.wheel(entry, -2)
    assert entry._scroll > 0


@pytest.mark.parametrize("text", ["", "a", "ab cd", "abcdefghi", "a\n\nb", "  a  b  ", "aaa bbb\nccc"])
def test_every_character_belongs_to_one_line(text):
    lines = broken(text, 30, lambda part: 10 * len(part))
    assert lines[0][0] == 0
    assert lines[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(lines))
    assert all(places(text, *line) for line in lines)


def test_a_program_can_set_the_text_and_nobody_is_told():
    told = []
    entry = Entry(text="old", changed=told.append)
    hand = on(entry)
    entry.set("new")
    hand.key("ctrl+z")
    assert entry.text == "new"
    assert told == []
    hand.type("!")
    assert told == ["new!"]


def test_a_shortcut_types_nothing_and_a_third_level_letter_does():
    entry = Entry()
    hand = on(entry)
    hand.send(pygame.KEYDOWN, key=pygame.K_PLUS, mod=pygame.KMOD_CTRL, unicode="+", scancode=0)
    hand.send(pygame.TEXTINPUT, text="+")
    assert entry.text == ""
    hand.send(pygame.KEYDOWN, key=pygame.K_e, mod=pygame.KMOD_CTRL | pygame.KMOD_ALT, unicode="€", scancode=0)
    hand.send(pygame.TEXTINPUT, text="€")
    assert entry.text == "€"
