"""Decisions on what was promised, and on a broken promise."""

import pytest

from game.rules.state import Phase
from game.ui.screens.table import Table
from tests.shells.drawn import words_on
from tests.shells.seated import PASSES, at_table, last_move, played

OWING = (PASSES, "accept")


def owing():
    """A game in which something is due now."""
    match = played(*OWING)
    assert match.phase is Phase.HONOUR
    return match


def broken():
    """A game in which one side has broken its word and the other may answer."""
    match = played(*OWING, "breach")
    assert match.phase is Phase.RESPOND
    return match


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("key", ["honour", "delay", "breach"])
def test_what_is_owed_is_done_put_off_or_broken(mouse, key):
    match = owing()
    player = at_table(match, mouse)
    player.use(key)
    assert last_move(match) == key


@pytest.mark.parametrize("mouse", [True, False], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("key", ["let pass", "snap back"])
def test_a_broken_promise_is_let_pass_or_answered(mouse, key):
    match = broken()
    player = at_table(match, mouse)
    player.use(key)
    assert last_move(match) == key


def test_what_is_owed_is_listed_and_nothing_is_drafted():
    match = owing()
    player = at_table(match)
    drawn = words_on(player.app)
    assert "What you owe this turn" in drawn
    assert not player.sliders()
    player.key("ctrl+enter")
    player.key("c")
    assert isinstance(player.page, Table)
    assert match.phase is Phase.HONOUR


def test_putting_off_too_often_is_refused_with_the_reason():
    match = owing()
    most = match.opened.tables.trust.delays
    for _time in range(60):
        if match.phase is Phase.HONOUR:
            player = at_table(match)
            if not player.may("delay"):
                assert str(most) in player.find("delay").hint
                return
            text = "delay"
        else:
            text = "hold" if match.phase is Phase.TALK else "let pass"
        match = played(*[move.do for move in match.transcript().moves], text)
    raise AssertionError("putting off was never refused")


def test_leaving_while_something_is_owed_only_pauses():
    match = owing()
    player = at_table(match)
    player.key("escape")
    assert not player.may("break off")
    assert not player.may("walk out")
    player.use("pause")
    assert match.phase is Phase.HONOUR
