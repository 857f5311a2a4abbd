"""The lesson waits for each thing to be done, by mouse or keyboard alone, and can be left or done for you."""

import pytest

from game.rules.state import Phase
from game.ui.lesson.partner import SCENARIO, new_lesson
from game.ui.lesson.steps import steps
from game.ui.screens.home import Home
from game.ui.screens.learned import LessonEnd
from game.ui.screens.lesson import LessonPage
from game.ui.screens.picker import Picker
from tests.compiled import open_scenario
from tests.shells.audit import faults
from tests.shells.drawn import words_on
from tests.shells.player import Player

# What a learner does, step by step: sliders by key with the level they go to.
PEOPLE, LIST, HARBOUR, VISIT = (f"issue:{n}" for n in range(4))
WAY = (
    (PEOPLE, 2), (HARBOUR, 1), (HARBOUR, 2), (HARBOUR, 1), (LIST, 1), ("plan", 2), ("plan", 0), "send",
    (VISIT, 1), "send", "honour",
)  # fmt: skip


def learning(mouse=True, **window):
    player = Player(mouse, **window)
    player.use("learn")
    return player


def do(player, deed):
    if isinstance(deed, str):
        player.use(deed)
    else:
        player._bring("draft")
        player.slide(*deed)


def learn(player, until=None):
    for n, deed in enumerate(WAY[:until]):
        assert player.page.lesson.step == n
        do(player, deed)
        if not isinstance(deed, str):
            assert player.page.lesson.step == n, "nothing goes on by itself"
            player.use("next")


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_the_whole_lesson(mouse, home):
    player = learning(mouse)
    match = player.page.lesson.match
    assert len(WAY) == len(steps())
    learn(player)
    assert isinstance(player.page, LessonEnd)
    assert int(match.whole_state().freed[0]) == 12
    assert "12 people are free, and 12 are still held." in words_on(player.app)
    assert not (home / "games").exists()
    player.use("home")
    assert isinstance(player.page, Home)


@pytest.mark.parametrize("size", [(1280, 720), (1024, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_every_step_done_for_the_learner_and_nothing_cut_off(size, scale):
    player = learning(size=size, scale=scale)
    for n in range(len(WAY)):
        assert player.page.lesson.step == n
        assert faults(player.app) == []
        assert player.may("leave lesson")
        player.use("do it")
        if n + 1 < len(WAY) and player.page.lesson.step == n:
            assert faults(player.app) == []
            player.use("next")
    assert isinstance(player.page, LessonEnd)
    assert faults(player.app) == []


def test_each_step_waits_for_its_own_deed():
    """Whatever else is done, the way on stays closed; the reason is said."""
    for n, deed in enumerate(WAY):
        if isinstance(deed, str):
            continue
        player = learning()
        learn(player, n)
        assert not player.may("next")
        assert player.find("next").hint
        player.key("ctrl+enter")
        assert player.page.lesson.step == n
        do(player, deed)
        assert player.may("next")
        player.key("ctrl+z")
        assert not player.may("next"), n


def test_nothing_is_sent_before_its_time_and_nothing_that_fails_at_home():
    player = learning()
    match = player.page.lesson.match
    player.slide(PEOPLE, 2)
    assert not player.may("send")
    player.use("next")
    player.key("ctrl+enter")
    assert match.transcript().moves == ()
    player = learning()
    learn(player, 7)
    player.slide(LIST, 0)  # now the board would vote no
    assert not player.may("send")
    player.key("ctrl+enter")
    assert player.page.lesson.match.transcript().moves == ()


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_a_hint_says_how_and_leads_there(mouse):
    player = learning(mouse)
    player.use("hint")
    said = " ".join(words_on(player.app))
    assert "right arrow" in said
    assert player.app.focused.key == PEOPLE
    player.slide(PEOPLE, 2)
    assert "right arrow" not in " ".join(words_on(player.app))


def test_who_copies_everything_can_take_it_back():
    player = learning(mouse=False)
    learn(player, 8)
    player.focus(player.find(VISIT))
    player.app.focus(player.find("next"), ring=True)
    player.use("copy")
    assert not player.may("next")
    player.key("ctrl+z")
    player.focus(player.find(VISIT))
    player.key("c")  # this issue alone
    assert player.may("next")


def test_other_answers_than_keeping_the_word_lead_back():
    player = learning()
    learn(player, 10)
    assert player.page.lesson.match.phase is Phase.HONOUR
    for key in ("delay", "breach"):
        player.use(key)
        assert "try that in a game" in " ".join(words_on(player.app))
        assert player.page.lesson.match.phase is Phase.HONOUR


def test_an_offer_that_is_too_little_for_them_is_not_taken_and_the_game_goes_on():
    player = learning()
    learn(player, 9)
    player.slide("plan", 1)  # people first: good for the learner only
    assert player.may("send")
    player.use("send")
    assert isinstance(player.page, LessonPage)
    assert player.page.lesson.step == 9
    assert player.page.lesson.match.moment.turn == 1
    player.slide("plan", 0)
    player.use("send")
    assert player.page.lesson.step == 10


def test_time_may_run_out_without_an_agreement():
    player = learning()
    learn(player, 9)
    for _offer in range(9):
        if isinstance(player.page, LessonEnd):
            break
        player.slide("plan", 1)
        player.use("send")
    assert isinstance(player.page, LessonEnd)
    assert "without an agreement" in " ".join(words_on(player.app))
    player.use("again")
    assert player.page.lesson.step == 0


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
def test_the_lesson_can_be_left_at_any_step(mouse):
    for n in (0, 8, 10) if mouse else (4,):
        player = learning(mouse)
        learn(player, n)
        if mouse:
            player.use("leave lesson")
        else:
            player.key("escape")
        player.use("stay")
        assert player.page.lesson.step == n
        player.key("escape")
        player.use("leave now")
        assert isinstance(player.page, Home)


def test_after_the_lesson_a_case_can_be_chosen():
    player = learning()
    learn(player)
    player.use("play")
    assert isinstance(player.page, Picker)


def in_sight(widget):
    return widget.rect.width > 0 and widget.seen(widget.focus_rect()) == widget.focus_rect()


def test_at_175_percent_what_is_said_and_what_it_is_done_at_are_seen_together():
    player = learning(size=(1280, 720), scale=1.75)
    for n in range(len(WAY)):
        page = player.page
        assert player.app.focused is player.find(page._place())
        assert in_sight(player.app.focused), n
        assert in_sight(player.find("task")), n
        assert player.app.top.root.most == 0, "the page itself does not scroll"
        player.app.focus(player.find("do it"))
        player.key("enter")
        if n + 1 < len(WAY) and player.page.lesson.step == n:
            assert in_sight(page._seen), n
            assert in_sight(player.find("next")), n
            player.use("next")
    assert isinstance(player.page, LessonEnd)


def test_in_a_small_window_the_task_is_read_first_and_the_way_on_comes_into_sight():
    player = learning(size=(1024, 600), scale=1.75)
    assert player.app.focused.key == "hint"
    task = player.find("task")
    assert task.seen(task.rect) == task.rect
    player.use("hint")
    player.slide(PEOPLE, 2)
    player.wait(1.0)
    way_on = player.find("next")
    assert way_on.seen(way_on.rect) == way_on.rect


def test_the_numbers_of_the_lesson_are_those_of_its_decision_page():
    """What the texts claim: the visit is cheap for one and dear to the other, one order suits both."""
    match, opened = new_lesson(), open_scenario(SCENARIO)
    from game.narration.judging import own_value

    def worth(seat, text):
        offer = opened.lexicon.read_offer(text)
        return own_value(match.brief(seat), match.observe(seat), offer)

    both = "people=twelve,list=compared,harbour=licence"
    assert match.whole_state().type[0].tolist() == [1, 1]
    assert worth(0, f"{both},plan=together") > 0 > worth(1, f"{both},plan=together")
    assert [worth(seat, f"{both},visit=minister,plan=together") > 0 for seat in (0, 1)] == [True, True]
    assert worth(1, f"{both},visit=minister,plan=people_first") < 0
    assert worth(0, f"{both},visit=minister,plan=harbours_first") < 0
    assert worth(0, "people=six,harbour=open,visit=minister,plan=harbours_first") < 0
