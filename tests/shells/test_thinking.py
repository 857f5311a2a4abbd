"""A seat that looks ahead thinks beside the window, visibly, and can be stopped."""

from __future__ import annotations

import threading

import pytest

from game.foundation.errors import GameError
from game.information.brief import brief
from game.match.replaying import resume
from game.match.table import PERSON, Match
from game.policies.planner import Planner
from game.policies.rollouts import Rollouts
from game.policies.thinking import Stopped
from game.policies.thinking import Thinking as Thoughts
from game.rules.state import State
from game.ui.journey import show_next
from game.ui.playing import Playing
from game.ui.screens.home import Home
from game.ui.screens.paused import Paused
from game.ui.screens.reactions import Reactions
from game.ui.screens.table import Table
from game.ui.screens.thinking import LOOKS, Thinking
from tests.compiled import open_scenario
from tests.shells.drawn import words_on
from tests.shells.player import Player

OPENED = open_scenario("one-page")


def thinking(seed: int = 3) -> Player:
    """The window while an experienced seat, which is asked first, thinks."""
    match = Match(OPENED, ("experienced", PERSON), seed)
    player = Player()
    show_next(player.app, Playing(match, viewer=1, briefed=[True, True]))
    player.app.step()
    assert isinstance(player.page, Thinking)
    return player


def moved(seed: int = 3) -> list[str]:
    """What the same seat does when nothing stands between."""
    match = Match(OPENED, ("experienced", PERSON), seed)
    match.advance()
    return [move.do for move in match.transcript().moves]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Nothing is thought to its end before this is set."""
    held, honest = threading.Event(), Thoughts.pause

    def pause(self: Thoughts, done: int, whole: int) -> None:
        while not held.wait(0.01):
            honest(self, 1, 4)
        honest(self, done, whole)

    monkeypatch.setattr(Thoughts, "pause", pause)
    return held


def test_the_page_shows_how_far_it_is_and_then_what_followed(gate: threading.Event) -> None:
    player = thinking()
    match = player.page._playing.match
    while match.thinking().whole != 4:
        pass
    player.wait(2 * LOOKS)
    assert player.find("progress").share == 0.25
    assert "Envoy of the Trading Union is thinking" in words_on(player.app)
    assert match.transcript().moves == ()
    gate.set()
    player.let_it_think()
    assert isinstance(player.page, Table | Reactions)
    assert [move.do for move in match.transcript().moves] == moved()


def test_pausing_stops_it_and_it_decides_the_same_afterwards(gate: threading.Event) -> None:
    player = thinking()
    worker, match = player.page._worker, player.page._playing.match
    player.use("pause game")
    assert isinstance(player.page, Paused)
    assert not worker.is_alive()
    player.wait(2 * LOOKS)
    assert match.transcript().moves == ()
    player.use("go on")
    gate.set()
    player.let_it_think()
    assert [move.do for move in match.transcript().moves] == moved()


def test_leaving_for_the_first_page_stops_it(gate: threading.Event) -> None:
    player = thinking()
    worker = player.page._worker
    player.use("pause game")
    player.use("home")
    assert isinstance(player.page, Home)
    assert not worker.is_alive()
    assert not gate.is_set()


def test_a_fault_while_thinking_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_what: object) -> None:
        raise GameError("out of order")

    monkeypatch.setattr(Rollouts, "payoffs", broken)
    player = thinking()
    player.page._worker.join()
    with pytest.raises(GameError, match="out of order"):
        player.wait(2 * LOOKS)


def test_told_to_stop_a_seat_gives_up_and_nothing_has_happened() -> None:
    match = Match(OPENED, ("experienced", PERSON), 3)
    match.thinking().stop.set()
    with pytest.raises(Stopped):
        match.decided()
    assert match.transcript().moves == ()


def test_a_decision_for_another_moment_is_refused() -> None:
    match = Match(OPENED, ("experienced", PERSON), 3)
    decision = match.decided()
    match.carry_out(decision)
    with pytest.raises(GameError, match="another moment"):
        match.carry_out(decision)


def test_a_resumed_game_goes_on_as_if_never_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was thought once is not thought again, and what was believed is believed again."""

    def played(match: Match) -> list[str]:
        match.advance()
        return [move.do for move in match.transcript().moves]

    whole = played(Match(OPENED, ("experienced", "boulware"), 3))
    half = Match(OPENED, ("experienced", "boulware"), 3)
    half.step()
    assert half.moment != Match(OPENED, ("experienced", "boulware"), 3).moment
    calls, honest = [], Rollouts.payoffs

    def counted(self: Rollouts, *what: object) -> object:
        calls.append(1)
        return honest(self, *what)

    monkeypatch.setattr(Rollouts, "payoffs", counted)
    resumed = resume(OPENED, half.transcript())
    assert calls == []
    assert played(resumed) == whole
    assert calls != []


def test_the_same_budget_decides_the_same_and_a_larger_one_imagines_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    honest, imagined = Rollouts.payoffs, list[int]()

    def counted(self: Rollouts, state: State, *what: object) -> object:
        imagined.append(state.games)
        return honest(self, state, *what)

    monkeypatch.setattr(Rollouts, "payoffs", counted)
    flagship = open_scenario("belarus-2025")
    match = Match(flagship, ("experienced", PERSON), 3)
    own, seen = brief(flagship.tables, 0), match.observe(0)
    key = match._chairs[0]._key
    few, again, _many = (Planner(own, worlds).reasoned(own, seen, key) for worlds in (2, 2, 8))
    assert few[1] == again[1]
    assert imagined[0] == imagined[1] > 0
    assert imagined[2] == 4 * imagined[0]
