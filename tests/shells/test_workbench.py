"""The workbench: what a scenario file is like at every save, and the last good version where it is broken."""

import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from game.cli.entry import main
from game.foundation.places import scenarios_folder
from game.ui.charts.network import Network
from game.ui.screens.seats import Seats
from game.ui.screens.workbench import QUIET, Workbench
from game.ui.workbench import looking
from game.ui.workbench.looking import look
from game.ui.workbench.showing import LONGEST, _ends, network
from game.ui.workbench.watching import Watcher
from tests.shells.drawn import words_on
from tests.shells.hand import Hand

ONE_PAGE = scenarios_folder() / "one-page.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(scenarios_folder() / "first-lesson.yaml", tmp_path / "case.yaml"))


@pytest.fixture(autouse=True)
def _few_games(monkeypatch):
    monkeypatch.setattr(looking, "GAMES", 20)


def opened(path: Path) -> tuple[Workbench, Hand]:
    page = Workbench(path, beside=lambda call: call())
    hand = Hand(page, (1280, 1500))
    hand.wait(0.01)
    return page, hand


def said(hand: Hand) -> str:
    return " ".join(words_on(hand.app))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_file_shows_its_offer_space_who_gains_and_a_run(file):
    _page, hand = opened(file)
    assert "Nothing to mend." in said(hand)
    assert "would be signed by both principals" in said(hand)
    assert "the fair package" in said(hand)
    assert "games are being played" in said(hand)
    hand.wait(QUIET + 0.1)
    assert "% of 20 games" in said(hand)


def test_the_last_good_version_stays_while_the_file_is_broken(file):
    page, hand = opened(file)
    before = page._good
    change(file, "turns: 3", "turns: many")
    page.saved()
    hand.wait(0.01)
    words = said(hand)
    assert "1 error. What is shown is the last version that can be played." in words
    assert "calendar.turns: must be a whole number" in words
    line = next(
        n for n, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "turns: many" in text
    )
    assert f"line {line}:" in words
    assert "the fair package" in words
    assert page._good is before
    change(file, "turns: many", "turns: 4")
    page.saved()
    hand.wait(0.01)
    assert "Nothing to mend." in said(hand)
    assert page._good is not before
    assert page._good.opened.scenario.calendar.turns == 4


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"format: 1\n", b"[" * 1000])
def test_a_file_that_was_never_good_or_is_not_there_has_problems_and_nothing_else(content, tmp_path):
    path = tmp_path / "case.yaml"
    if content is not None:
        path.write_bytes(content)
    page, hand = opened(path)
    assert "Nothing to show until the file can be played once." in said(hand)
    assert "1 error." in said(hand)
    assert not page._play_button.enabled
    page._play()
    assert hand.app.stage.screen is page


def test_a_case_in_which_nothing_can_be_agreed_is_shown_too(file):
    change(file, "floor: {low: 0, high: 0}", "floor: {low: 90, high: 91}")
    change(file, "exposure: 3", "exposure: 99")
    page, hand = opened(file)
    assert page._good is not None
    assert "floor-excludes-all" in said(hand)


def test_play_from_here_plays_the_good_version(file):
    page, hand = opened(file)
    hand.click(page._play_button)
    seats = hand.app.stage.screen
    assert isinstance(seats, Seats)


def test_a_look_that_was_overtaken_is_not_shown(file):
    waiting = []
    page = Workbench(file, beside=waiting.append)
    hand = Hand(page, (1280, 1500))
    page.saved()
    early, late = waiting
    late()
    shown = page._look
    early()
    assert page._look is shown
    hand.app.pop()
    late()  # the page is closed: nothing happens


def test_a_run_that_was_overtaken_is_not_shown(file):
    page, hand = opened(file)
    hand.wait(QUIET + 0.1)
    assert page._run is not None
    page.saved()
    assert page._run is None
    hand.wait(0.01)
    assert "games are being played" in said(hand)


def test_every_actor_is_in_the_network_and_values_are_those_of_explain():
    found = look(scenarios_folder() / "belarus-2025.yaml", date(2026, 4, 1))
    assert found.good is not None
    good = found.good
    assert [view.actor for view in good.views] == list(range(len(good.opened.tables.votes)))
    gains = good.at.found.frontier.gains[good.fair].tolist()
    assert [view.amount for view in good.views[:2]] == pytest.approx(gains, abs=2)


def test_names_are_cut_only_where_there_are_many(file):
    change(file, "title: The harbour board", "title: The board of the harbours")
    for path, cut in ((file, False), (scenarios_folder() / "belarus-2025.yaml", True)):
        good = look(path, date(2026, 4, 1)).good
        assert good is not None
        assert max(map(len, good.opened.lexicon.actors.titles)) > LONGEST
        (drawn,) = (part for part in network(good).children if isinstance(part, Network))
        assert any(node.name.endswith("…") for node in drawn.nodes) == cut


@pytest.mark.parametrize(
    ("values", "near", "ends"),
    [
        ([-9, 1], [0.5], (-0.5, 1)),
        ([-9, 9], [1], (-1, 2.5)),
        ([-9, 1], [], (-1, 1)),
        ([-9, -1], [], (-9, 0)),
    ],
)
def test_an_axis_shows_what_could_be_agreed_large(values, near, ends):
    low, high = _ends(values, near)
    room = (ends[1] - ends[0]) * 0.06
    assert (low, high) == pytest.approx((ends[0] - room, ends[1] + room))


def test_a_save_is_told_however_an_editor_writes(file):
    told = threading.Event()
    watcher = Watcher(file, told.set)
    watcher.begin()
    try:
        while not told.wait(0.1):  # until the system watches
            file.write_text("format: 1\n", encoding="utf-8")
        while told.wait(0.5):  # until what was written meanwhile has been told
            told.clear()
        for write in (lambda: file.write_text("format: 1\n", encoding="utf-8"), lambda: replace(file)):
            told.clear()
            write()
            assert told.wait(60)
    finally:
        watcher.end()
        watcher._thread.join(60)
    assert not watcher._thread.is_alive()


def replace(file: Path) -> None:
    """As many editors save: a new file in place of the old one."""
    other = file.with_suffix(".tmp")
    other.write_text("format: 1\nid: x\n", encoding="utf-8")
    other.replace(file)


def test_without_a_display_the_same_is_had_in_words(monkeypatch, capsys):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert main(["edit", "one-page"]) == 2
    assert "'check one-page' and 'describe one-page' say the same" in capsys.readouterr().err
