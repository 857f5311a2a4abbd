"""Everything that can be done in the talks: drafting by drag, wheel and keys, and every table move."""

import pytest

from game.match.notation import write_action
from game.ui.screens.home import Home
from game.ui.screens.outcome import Outcome
from tests.shells.drawn import words_on
from tests.shells.seated import PASSES, at_table, last_move, played

PEOPLE, TERMS, LIST, CALM, HARBOUR, VISIT = (f"issue:{n}" for n in range(6))


def levels(player):
    return {slider.key: slider.level for slider in player.sliders()}


@pytest.fixture(params=[True, False], ids=["mouse", "keyboard"])
def player(request):
    return at_table(played(PASSES, "offer people=thirty harbour=open"), request.param)


# drafting


def test_the_sliders_stand_at_the_own_offer_and_show_theirs(player):
    people, harbour = player.find(PEOPLE), player.find(HARBOUR)
    assert (people.level, people.theirs, people.ghost) == (1, 2, 1)
    assert (harbour.level, harbour.theirs) == (1, 2)
    drawn = words_on(player.app)
    assert {"10 people", "30 people", "licence for two months", "open until revoked"} <= set(drawn)


def test_a_slider_by_drag_or_arrows(player):
    player.slide(PEOPLE, 3)
    assert player.page.drafting.now.levels[0] == 3
    player.slide(PEOPLE, 0)
    assert player.page.drafting.now.levels[0] == 0


def test_a_slider_by_wheel_once_it_has_the_keyboard(player):
    slider = player.find(PEOPLE)
    on_track = slider.track().center
    player.wheel(on_track, 1)
    assert slider.level == 1 if player.app.focused is not slider else 2
    player.focus(slider)
    before = slider.level
    player.wheel(on_track, 1)
    assert slider.level == before + 1
    player.wheel(on_track, -2)
    assert slider.level == before
    player.wheel((slider.rect.x + 4, slider.rect.bottom - 4), 1)  # over the words: that is for scrolling
    assert slider.level == before


def test_home_end_and_page_keys(player):
    slider = player.find(PEOPLE)
    player.focus(slider)
    for key, level in (("end", 3), ("home", 0), ("pageup", 1), ("pagedown", 0), ("up", 1), ("down", 0)):
        player.key(key)
        assert slider.level == level
    player.key("left")
    assert slider.level == 0


def test_a_click_on_the_words_of_an_issue_changes_nothing(player):
    slider, before = player.find(PEOPLE), levels(player)
    player.click((slider.rect.x + 5, slider.rect.y + 10))
    player.drag((slider.rect.x + 5, slider.rect.bottom - 6), slider.place_of(3))
    assert levels(player) == before
    assert player.app.focused is slider


def test_copying_one_issue_and_all_of_theirs(player):
    player.focus(player.find(PEOPLE))
    player.key("c")
    assert (levels(player)[PEOPLE], levels(player)[HARBOUR]) == (2, 1)
    player.use("copy")
    assert levels(player) == {PEOPLE: 2, TERMS: 0, LIST: 0, CALM: 0, HARBOUR: 2, VISIT: 0, "plan": 0}


def test_undo_and_redo_by_button_and_by_keys(player):
    start = levels(player)
    assert not player.may("undo")
    player.slide(PEOPLE, 2)
    player.use("copy")
    copied = levels(player)
    player.use("undo")
    assert levels(player) == {**start, PEOPLE: 2}
    player.key("ctrl+z")
    assert levels(player) == start
    assert not player.may("undo")
    player.key("ctrl+z")
    player.key("ctrl+y")
    player.use("redo")
    assert levels(player) == copied
    assert not player.may("redo")


def test_a_drag_is_one_step_of_undo(player):
    slider, before = player.find(PEOPLE), levels(player)
    player.drag(slider.place_of(1), slider.place_of(3), steps=20)
    player.key("ctrl+z")
    assert levels(player) == before


def test_what_may_not_stand_together_is_said_and_cannot_be_sent(player):
    player.slide(PEOPLE, 0)
    forbidden = player.page.drafting.why_not()
    while not forbidden:  # the empty draft at the latest
        slider = next(slider for slider in player.sliders() if slider.level and slider.key != "plan")
        player.slide(slider.key, 0)
        forbidden = player.page.drafting.why_not()
    assert not player.may("send")
    assert player.find("send").hint == forbidden
    moment = player.match.moment
    player.key("ctrl+enter")
    assert player.match.moment == moment


def test_an_empty_draft_says_what_to_do():
    player = at_table(played())
    assert any("The draft is empty" in text for text in words_on(player.app))
    assert not player.may("send")
    assert not player.may("copy")


def test_an_empty_draft_says_what_accepting_their_offer_would_come_to(player):
    """Nobody should learn only from the vote that the own side refuses what was accepted."""
    player.use("copy")
    drafting = player.page.drafting
    copied = " ".join(words_on(player.app))
    theirs = drafting.standing_offer(1 - drafting.seat)
    assert theirs is not None
    for slider in player.sliders():
        player.slide(slider.key, 0)
    assert drafting.now.blank
    said = " ".join(words_on(player.app))
    assert "The draft is empty" not in said
    judged = drafting.judged(theirs)
    kind = "worse" if judged.value < 0 else "better"
    assert f"Their offer is {kind} for you than walking away" in said
    for refusal in ("Your own side would refuse it", "It may fail at home", "your own side would ratify it"):
        assert (refusal in said) == (refusal in copied)


# table moves


def test_sending_the_draft(player):
    match = player.match
    player.slide(PEOPLE, 2)
    wanted = write_action(match.opened.lexicon, match.opened.tables, player.page.drafting.action())
    player.use("send")
    assert last_move(match) == wanted
    assert "people=thirty" in wanted


def test_sending_with_ctrl_enter_from_a_slider(player):
    match = player.match
    player.slide(VISIT, 0)
    player.key("ctrl+enter")
    assert last_move(match).startswith("offer")


def test_accepting_theirs(player):
    match = player.match
    player.use("accept")
    assert last_move(match) == "accept"


def test_passing(player):
    match = player.match
    player.use("hold")
    assert last_move(match) == "hold"


def test_walking_out_is_two_steps(player):
    match, before = player.match, len(player.match.transcript().moves)
    player.use("leave")
    player.use("stay")
    assert len(match.transcript().moves) == before
    player.use("leave")
    player.use("walk out")
    assert last_move(match) == "walk out"


def test_breaking_off_is_confirmed(player):
    match, before = player.match, len(player.match.transcript().moves)
    for _attempt in range(2):
        player.use("leave")
        player.use("break off")
        assert not match.over
        assert len(match.transcript().moves) == before
        player.use("stay")
    player.key("escape")
    player.use("break off")
    player.use("break off")
    assert match.over
    assert last_move(match) == "break off"
    assert not isinstance(player.page, Home)
    while player.may("go") and not isinstance(player.page, Outcome):
        player.use("go")
    player.debrief()


def test_escape_in_the_question_stays(player):
    match, before = player.match, len(player.match.transcript().moves)
    player.key("escape")
    player.key("escape")
    assert player.may("hold")
    assert len(match.transcript().moves) == before


# side moves


def number_of(match, id_):
    """The place of a side move in the list, after `nothing`."""
    moves = list(match.legal(match.asked).moves)
    return 1 + moves.index([move.id for move in match.opened.words.moves].index(id_))


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_gesture_of_some_people(mouse):
    match = played("hold")
    player = at_table(match, mouse)
    number = next(n for n, rule in enumerate(match.opened.tables.moves) if rule.people)
    free = match.opened.words.moves[number].id
    player.choose("side move", number_of(match, free))
    stepper = player.reach("amount")
    if mouse:
        less, _middle, more = stepper._ends()
        player.click(more.center)
        player.click(more.center)
        player.click(less.center)
    else:
        player.key("right", 2)
        player.key("left")
    assert stepper.value == 2
    player.use("hold")
    assert last_move(match) == f"do {free} 2; hold"


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_vow_names_its_level(mouse):
    match = played()
    tables, words = match.opened.tables, match.opened.words
    vow = next(n for n, move in enumerate(tables.moves) if move.vow >= 0 and move.seat == match.asked)
    player = at_table(match, mouse)
    player.choose("side move", number_of(match, words.moves[vow].id))
    player.choose("amount", 1)
    player.use("hold")
    level = words.issues[tables.moves[vow].vow].levels[2].id
    assert last_move(match) == f"do {words.moves[vow].id} {level}; hold"


def test_a_side_move_goes_with_an_offer(player):
    match = player.match
    player.choose("side move", 1)
    text = match.opened.words.moves[next(iter(match.legal(match.asked).moves))].id
    player.use("send")
    assert last_move(match).startswith(f"do {text}")
    assert "; offer " in last_move(match)


# each press counts once


def test_a_key_pressed_twice_sends_once():
    match = played(players=("person", "conceder"))
    player = at_table(match, mouse=False)
    player.slide(PEOPLE, 1)
    player.reach("hold")
    before = len([move for move in match.transcript().moves if move.seat == 0])
    import pygame

    press = {"key": pygame.K_RETURN, "mod": 0, "unicode": "\r", "scancode": 0}
    for _press in range(2):
        player.send(pygame.KEYDOWN, **press)
        player.send(pygame.KEYUP, **press)
    assert len([move for move in match.transcript().moves if move.seat == 0]) == before + 1


def test_a_button_of_an_older_page_does_nothing_but_say_so():
    match = played(players=("person", "conceder"))
    player = at_table(match)
    old = player.page
    player.use("hold")
    moves = match.transcript().moves
    player.app.replace(old.__class__(old._playing))
    old.show_in(player.app)
    old._table_move(1)
    player.app.step()
    assert match.transcript().moves == moves
    assert "meant for" in " ".join(words_on(player.app))


def test_what_a_slider_will_be_dragged_over_is_judged_when_it_is_taken():
    player = at_table(played())
    drafting, row = player.page.drafting, player.find("issue:0")
    player.down(row.place_of(row.level))
    known = dict(drafting._judged)
    for level in range(len(row.levels)):
        player.move(row.place_of(level))
        assert row.level == level
    assert drafting._judged == known
    player.up(row.place_of(len(row.levels) - 1))
    drafting._judged.clear()
    assert all(drafting.judged(offer) == judged for offer, judged in known.items())
