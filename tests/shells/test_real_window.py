"""A real window on a virtual screen, driven with xdotool from the first page to the last of the debrief.

A second window without a display is played in step with it, by the same moves: it says where things are, and
what the game must have come to.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from game.match.saves import saved_games
from game.ui.screens.debrief import DebriefPage
from game.ui.screens.outcome import Outcome
from tests.shells.player import Player

ROOT = Path(__file__).parents[2]
MISSING = [program for program in ("Xvfb", "xdotool") if shutil.which(program) is None]
MISSING += [] if Path("/proc/self/stat").exists() else ["/proc"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed here: {', '.join(MISSING)}"),
]
KEYS = {
    "enter": "Return", "tab": "Tab", "escape": "Escape", "space": "space", "left": "Left", "right": "Right",
    "up": "Up", "down": "Down", "home": "Home", "end": "End", "pageup": "Prior", "pagedown": "Next",
}  # fmt: skip
PRESSED = 0.1  # seconds in which an event arrives
APART = 0.6  # seconds between two presses that are neither a double click nor the echo of one
PATIENCE = 60


@contextmanager
def screen(size="1280x720x24"):
    """A virtual screen; gives its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    with subprocess.Popen(
        command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                name = told.readline().strip()
            assert name, "Xvfb did not start"
            yield f":{name}"
        finally:
            server.terminate()


class RealPlayer(Player):
    """Does everything twice: in the window of its own, and with xdotool in the real one."""

    def __init__(self, mouse: bool, environment: dict[str, str], process: int) -> None:
        self.environment, self.process = environment, process
        super().__init__(mouse)
        named = ("getwindowfocus", "getwindowname")
        until(lambda: "Reprieve" in self._do(*named, check=False), "no window came up")
        self._settle()

    def _settle(self) -> None:
        """Wait until the real window has done what it was told and rests again."""
        until(
            lambda: self._spent() == (time.sleep(PRESSED), self._spent())[1], "the real window does not rest"
        )

    def _spent(self) -> tuple[str, ...]:
        """What the game has taken of a processor, and whether it works: neither waits (S) nor is gone (Z)."""
        told = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (*told[11:13], *(["works", str(time.monotonic())] if told[0] not in "SZ" else []))

    def _do(self, *words: str, check: bool = True) -> str:
        return subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            check=check,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        ).stdout

    def key(self, combo: str, times: int = 1, *, release: bool = True) -> None:
        *mods, name = combo.split("+")
        for _ in range(times):
            self._do("key", "+".join([*mods, KEYS.get(name, name)]))
            time.sleep(APART if name in ("enter", "space") else 0)
            self._settle()
            super().key(combo, release=release)

    def type(self, text: str) -> None:
        self._do("type", text)
        self._settle()
        super().type(text)

    def move(self, pos: tuple[int, int]) -> None:
        self._do("mousemove", str(pos[0]), str(pos[1]))
        super().move(pos)

    def down(self, pos: tuple[int, int], button: int = 1) -> None:
        self._do("mousemove", str(pos[0]), str(pos[1]), "mousedown", str(button))
        super().down(pos, button)

    def up(self, pos: tuple[int, int], button: int = 1) -> None:
        self._do("mouseup", str(button))
        time.sleep(APART)
        self._settle()
        super().up(pos, button)

    def wheel(self, where, y: int) -> None:
        pos = where if isinstance(where, tuple) else where.rect.center
        self._do("mousemove", str(pos[0]), str(pos[1]), "click", "4" if y > 0 else "5")
        self._settle()
        super().wheel(where, y)


@contextmanager
def real_window(display: str, home: Path):
    """The game as somebody starts it; gives the process and the environment of its screen."""
    environment = {
        **os.environ, "DISPLAY": display, "REPRIEVE_HOME": str(home), "SDL_FRAMEBUFFER_ACCELERATION": "0",
    }  # fmt: skip
    for name in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    with subprocess.Popen(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    ) as game:
        try:
            yield game, environment
        finally:
            with suppress(ProcessLookupError):
                game.kill()


def until(holds, what: str) -> None:
    """Wait until something holds."""
    for _ in range(PATIENCE * 10):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(what)


@pytest.mark.parametrize(("mouse", "seed"), [(True, "5"), (False, "6")], ids=["mouse", "keyboard"])
def test_a_real_window_from_the_first_page_to_the_last(mouse, seed, home, tmp_path):
    real_home = tmp_path / "real"
    with screen() as display, real_window(display, real_home) as (game, environment):
        player = RealPlayer(mouse, environment, game.pid)
        player.start("two-turns", seat=0, opponent=0, seed=seed)
        player.whole_game(random.Random(int(seed)))
        assert isinstance(player.page, Outcome)
        player.use("go")
        assert isinstance(player.page, DebriefPage)
        player.use("keep")
        player.use("understood")
        kept = real_home / "debriefs"
        until(lambda: len(list(kept.glob("*.html"))) == 1, "the real window has not kept its debrief")
        while not player.may("home"):
            player.use("next")
        player.use("home")
        player.key("tab") if not mouse else None
        player.use("quit")
        assert game.wait(PATIENCE) == 0
        assert game.stderr.read() == ""
    for name in ("csv", "html"):
        (ours,), (theirs,) = ((folder / "debriefs").glob(f"*.{name}") for folder in (home, real_home))
        assert ours.read_text(encoding="utf-8") == theirs.read_text(encoding="utf-8")
    mine, real = (games_in(folder) for folder in (home, real_home))
    assert mine == real
    assert mine[0].over


def games_in(folder: Path) -> list[object]:
    """The transcripts of all saved games."""
    return [saved.transcript for saved in saved_games(folder / "games")]


def test_a_window_that_is_closed_in_the_middle_of_a_game_goes_on_there(home, tmp_path):
    real_home = tmp_path / "real"
    with screen() as display:
        with real_window(display, real_home) as (game, environment):
            player = RealPlayer(False, environment, game.pid)
            player.start("two-turns", seat=0, opponent=0, seed="7")
            player.to_the_table()
            player.use("hold")
            game.terminate()
            game.wait(PATIENCE)
        with real_window(display, real_home) as (game, environment):
            again = RealPlayer(False, environment, game.pid)
            assert again.may("resume")
            again.key("enter")
            again.to_the_table()
            again.whole_game(random.Random(7))
            again.use("go")
            again.use("keep")
            until(lambda: list((real_home / "debriefs").glob("*.html")), "the resumed game was not debriefed")
    mine, real = (games_in(folder) for folder in (home, real_home))
    assert mine == real
