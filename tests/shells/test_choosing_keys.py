"""Keys can be changed: conflicts are said; the choice is remembered, shown everywhere, and can be undone."""

import json

import pytest

from game.foundation.places import settings_file
from game.ui.keymap import DEFAULT_KEYS, TITLES, Keymap, changed, written
from game.ui.looks import Looks, read_looks, write_looks
from game.ui.pictured_games import in_talks
from game.ui.screens.keys import GROUPS, Keys
from game.ui.screens.settings import Settings
from game.ui.screens.table import Table
from game.ui.widgets.label import Label
from tests.compiled import open_scenario
from tests.shells.player import Player


def at_the_keys(mouse: bool = False) -> Player:
    player = Player(mouse, screen=Settings())
    player.use("keys")
    assert isinstance(player.page, Keys)
    return player


def texts(player) -> str:
    return " ".join(str(w.text) for w in player.app.top.root.everything() if isinstance(w, Label))


def give(player, action: str, combo: str) -> None:
    player.use(f"key {action}")
    player.key(combo)


def test_every_action_has_a_title_and_a_place_on_the_page():
    assert set(TITLES) == set(DEFAULT_KEYS) == {action for _title, group in GROUPS for action in group}


@pytest.mark.parametrize("mouse", [True, False])
def test_a_free_key_is_taken_shown_and_remembered(mouse):
    player = at_the_keys(mouse)
    give(player, "pause", "f7")
    assert player.app.keys.keys["pause"] == ("f7",)
    assert player.find("key pause").text == "F7"
    assert json.loads(settings_file().read_text())["keys"] == {"pause": ["f7"]}
    assert read_looks()[0].keymap().shown("pause") == "F7"
    player.use("back")
    assert "F7 pauses the game" in texts(player)
    assert "Ctrl+P" not in texts(player)


def test_the_new_key_works_at_the_table_and_the_old_one_does_not():
    player = Player(False, screen=Table(in_talks(open_scenario("two-turns"))))
    player.app.keys.swap("pause", "f7")
    player.key("ctrl+p")
    assert isinstance(player.page, Table)
    player.key("f7")
    assert type(player.page).__name__ == "Paused"


def test_a_button_names_the_key_that_does_the_same_unless_it_cannot_be_pressed():
    player = Player(screen=Table(in_talks(open_scenario("two-turns"))))
    leave, copy = player.find("leave"), player.find("copy")
    assert leave.hint == "Esc"
    assert copy.hint == "They have no offer on the table."
    player.app.keys.swap("dismiss", "f8")
    assert leave.hint == "F8"


def test_a_taken_key_is_said_and_changes_nothing_until_it_is_agreed_to():
    player = at_the_keys()
    before = dict(player.app.keys.keys)
    give(player, "send", "ctrl+p")
    assert "“pause the game” gets Ctrl+Enter" in texts(player)
    player.use("leave it")
    assert player.app.keys.keys == before
    give(player, "send", "ctrl+p")
    player.use("take")
    assert player.app.keys.keys["send"] == ("ctrl+p",)
    assert player.app.keys.keys["pause"] == ("ctrl+enter",)


def test_who_has_another_key_left_keeps_that():
    keys = Keymap()
    keys.swap("why", "c")
    assert keys.keys["why"] == ("c",)
    assert keys.keys["copy theirs"] == ("=",)


@pytest.mark.parametrize(
    ("action", "combo", "said"),
    [
        ("send", "left", "moves sliders"),
        ("send", "ctrl+home", "moves sliders"),
        ("undo", "ctrl+c", "text fields"),
        ("next", "n", "no way out"),
        ("dismiss", "shift+x", "no way out"),
        ("why", "key9999", "no name"),
    ],
)
def test_what_an_action_cannot_have_is_said(action, combo, said):
    keys = Keymap()
    assert said in keys.why_not(action, combo)
    with pytest.raises(ValueError, match=said):
        changed({action: [combo]})


def test_a_refused_key_leaves_the_question_open():
    player = at_the_keys()
    give(player, "send", "left")
    assert "Take another" in texts(player)
    player.key("f6")
    assert player.app.keys.shown("send") == "F6"


def test_esc_changes_nothing_even_where_esc_does_something_else():
    player = at_the_keys()
    player.app.keys.swap("dismiss", "f8")
    player.use("key undo")
    player.key("escape")
    assert player.app.top.kind == "base"
    assert player.app.keys.shown("undo") == "Ctrl+Z"


def test_a_modifier_by_itself_and_a_held_key_are_not_yet_a_key():
    from game.ui.events import Key

    player = at_the_keys()
    player.use("key undo")
    player.app.keyboard.press(Key("ctrl+key1073742048"))
    player.app.keyboard.press(Key("ctrl+u", repeat=True))
    assert player.app.top.kind == "dialog"
    assert player.app.keys.shown("undo") == "Ctrl+Z"


def test_all_as_delivered_asks_and_restores():
    player = at_the_keys()
    assert not player.may("usual")
    give(player, "why", "f4")
    player.use("usual")
    player.use("leave them")
    assert player.app.keys.shown("why") == "F4"
    player.use("usual")
    player.use("restore")
    assert player.app.keys.keys == dict(DEFAULT_KEYS)
    assert read_looks()[0].keys == {}
    assert not player.may("usual")


def test_looks_that_are_changed_afterwards_keep_the_keys():
    player = at_the_keys(mouse=True)
    give(player, "why", "f4")
    player.use("back")
    player.choose("theme", 1)
    assert read_looks()[0] == Looks("light", keys={"why": ("f4",)})


@pytest.mark.parametrize(
    "keys",
    ['{"jump": ["f3"]}', '{"send": []}', '{"send": "f3"}', '{"send": [3]}', '{"why": ["f1"]}', '["f1"]'],
)
def test_damaged_keys_are_said_and_the_usual_ones_stand(keys):
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(f'{{"theme": "light", "keys": {keys}}}')
    looks, remark = read_looks()
    assert looks == Looks()
    assert str(settings_file()) in remark


def test_keys_are_kept_on_disk_as_they_are():
    kept = Looks(keys={"larger": ("ctrl++", "f12")})
    assert write_looks(kept) == ""
    assert read_looks() == (kept, "")


@pytest.mark.parametrize(
    ("combo", "shown"),
    [
        ("ctrl++", "Ctrl++"),
        ("ctrl+-", "Ctrl+−"),
        ("shift+pageup", "Shift+Page Up"),
        ("c", "C"),
        ("f12", "F12"),
    ],
)
def test_keys_as_they_are_written(combo, shown):
    assert written(combo) == shown


def test_the_lessons_hints_name_the_keys_as_they_are():
    from game.ui.lesson.steps import steps

    keys = Keymap()
    keys.swap("send", "f6")
    hints = [step.hint.format_map(keys.all_shown()) for step in steps()]
    assert any(hint.startswith("F6") for hint in hints)
    assert not any("Ctrl+Enter" in hint or "{" in hint for hint in hints)
