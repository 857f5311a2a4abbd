"""Memory: a finished game leaves nothing behind, and a long sitting takes no more than a short one."""

import random
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest

from game.information.brief import brief
from game.ui.charts.scatter import Names, Scatter
from game.ui.memory import forget_the_game
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.tabs import Page, Tabs
from tests.compiled import open_scenario
from tests.shells.hand import Hand, Plain, on
from tests.shells.player import Player

TWO_TURNS = "two-turns"
HOUR = """
import random
from game.ui.memory import return_large_blocks
return_large_blocks()
from game.ui.bench import resident
from game.ui.memory import forget_the_game
from game.ui.charts.scatter import Names, Scatter
from game.ui.widgets.button import Button
from game.ui.widgets.label import Label
from game.ui.widgets.tabs import Page, Tabs
from tests.shells.hand import Hand, Plain, on
from tests.shells.player import Player
player = Player()
for number in range({games}):
    player.start("belarus-2025", number % 2, 0, str(number + 3))
    player.whole_game(random.Random(number))
    player.debrief()
    player.wait(0.3)
    print(resident(), peak(), flush=True)
"""
PEAK = """
def peak():
    lines = open("/proc/self/status").read().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
"""


def test_a_finished_game_is_freed_on_the_first_page(monkeypatch):
    called = []
    monkeypatch.setattr("game.ui.screens.home.forget_the_game", lambda: called.append(True))
    player = Player()
    player.start(TWO_TURNS, 0, 0, "5")
    player.whole_game(random.Random(5))
    match = weakref.ref(player.match)
    player.debrief()
    player.wait(0.3)
    assert called
    forget_the_game()  # only now: until debrief() had returned it held the button it pressed
    assert match() is None
    fonts = player.app.kit.fonts
    assert fonts._pixels == sum(p.get_width() * p.get_height() for p in fonts._pictures.values())
    assert len(fonts._pictures) < 60, "texts of the first page alone"


def test_a_page_that_was_left_is_swept_soon_after():
    hand = Hand(Plain([Button("first", lambda: None)]))
    page = Plain([])
    page.widgets.append(Button("second", page.closed))
    hand.app.push(page)
    hand.wait(1)
    hand.app.pop()
    gone = weakref.ref(page)
    page = None
    assert gone() is not None, "page and widgets point at each other"
    hand.wait(1)
    assert gone() is None


def test_a_chart_on_a_page_of_tabs_that_is_not_in_sight_keeps_no_picture():
    chart = Scatter(Names("x", "y"))
    tabs = Tabs([Page("chart", chart, "chart"), Page("text", Label("text"), "text")])
    hand = on(tabs)
    assert chart._front is not None
    tabs.choose("text")
    hand.app.step()
    assert chart._front is None
    assert chart._back is None
    tabs.choose("chart")
    hand.app.step()
    assert chart._front is not None


@pytest.mark.parametrize("seat", [0, 1])
def test_a_brief_leaves_empty_rows_unwritten(seat):
    tables = open_scenario("belarus-2025").tables
    known = tables.actor_side == seat
    known[1 - seat] = True
    for name in ("level", "promise", "count", "synergy"):
        whole, shown = getattr(tables.values, name), getattr(brief(tables, seat).tables.values, name)
        expected = np.where(known.reshape(-1, *[1] * (whole.ndim - 1)), whole, 0)
        assert np.array_equal(shown, expected)
        assert shown.dtype == whole.dtype
        assert not shown.flags.writeable


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="reads memory as Linux tells it")
def test_a_long_sitting_takes_no_more_memory_than_a_short_one(tmp_path, monkeypatch):
    monkeypatch.setenv("REPRIEVE_HOME", str(tmp_path))
    code = PEAK + HOUR.format(games=8)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    told = [tuple(map(float, line.split())) for line in done.stdout.splitlines() if line[0].isdigit()]
    assert len(told) == 8
    assert told[-1][0] < 1.05 * told[0][0]
    assert max(peak for _, peak in told) < 120  # megabytes, the limit of the game; 116 when this was written
