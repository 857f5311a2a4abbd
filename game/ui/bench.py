"""How fast the window is: `python main.py bench --ui --json`.

Wall time to the first frame, milliseconds a frame while a slider is dragged on the flagship's table, the
share of a core at rest, resident memory, and SDL's display driver; the first two also as ratios to a loop in
plain Python, so that two machines can be compared. Without a display SDL's dummy driver stands in for one.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pygame

    from game.ui.screen import Screen
    from game.ui.widgets.slider import Slider
    from game.ui.window import App

ROOT = Path(__file__).parent.parent.parent
REPEATS = 7
SIZE = (1280, 720)
MOVES = 400
SETTLED = 0.5  # seconds until the window rests
REST = 3.0  # seconds
LOOP = 200_000
FLAGSHIP = "belarus-2025"

FIRST_FRAME = """
import sys, time
import game.startup
assert not game.startup.what_is_missing()
import game.cli.entry, game.cli.opening
if not game.cli.opening.display_trouble() or {dummy}:
    import game.ui.app as app, game.ui.display as display
    shown = display.show
    def show(window):
        shown(window)
        print(time.time(), flush=True)
        window.quit()
        return True
    display.show = show
    app.run()
"""


def calibration() -> float:
    """Seconds that a loop of additions takes here and now: the best of several."""
    best = float("inf")
    for _repeat in range(REPEATS):
        started, total = time.perf_counter(), 0
        for number in range(LOOP):
            total += number & 7
        best = min(best, time.perf_counter() - started)
    return best


def first_frame() -> list[float]:
    """Seconds from the start of the process to its first frame, fastest first."""
    code = FIRST_FRAME.format(dummy=_dummy())
    seconds = []
    for _repeat in range(REPEATS):
        started = time.time()
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
        )
        seconds.append(float(done.stdout.split()[-1]) - started)
    return sorted(seconds)


def _dummy() -> bool:
    return os.environ.get("SDL_VIDEODRIVER") == "dummy"


def at_the_table() -> dict[str, Any]:
    """What the table costs while its first slider is dragged, at rest, and in memory."""
    import pygame

    from game.ui.display import close_window, open_window
    from game.ui.memory import return_large_blocks

    return_large_blocks()
    app = open_window(SIZE)
    if app.size != SIZE:  # the screen is smaller: draw all the same as if it were not
        app.resize(pygame.Surface(SIZE, 0, app.surface))
    app.push(_table())
    app.step()
    frames = sorted(_drag(app))
    found = {
        "drag_ms": {
            "median": round(frames[len(frames) // 2], 2),
            "p99": round(frames[int(len(frames) * 0.99)], 2),
        },
        "rest_cpu": _at_rest(app),
        "rss_mb": round(resident(), 1),
        "driver": pygame.display.get_driver(),
    }
    close_window()
    return found


def _table() -> Screen:
    """The table in the middle of a game of the flagship."""
    from game.match.library import open_scenario
    from game.ui.pictured_games import in_talks
    from game.ui.screens.table import Table

    return Table(in_talks(open_scenario(FLAGSHIP), plies=4))


def _drag(app: App) -> list[float]:
    """Milliseconds of each frame, event to screen, while the first slider is dragged from level to level.

    After each sweep another slider moves, so that every package is a new one and has to be judged.
    """
    import pygame

    from game.ui.widgets.slider import Slider

    first, *others = (widget for widget in app.top.root.walk() if isinstance(widget, Slider))
    frames = []
    for move in range(MOVES):
        level = move % len(first.levels)
        if level == 0:
            _press(app, first, pygame.MOUSEBUTTONUP)
            other = others[move // len(first.levels) % len(others)]
            other.set((other.level + 1) % len(other.levels))
            _press(app, first, pygame.MOUSEBUTTONDOWN)
            app.step()
        place = first.place_of(level)
        motion = pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(7, 0), buttons=(1, 0, 0))
        frames.append(_timed(app, motion))
    _press(app, first, pygame.MOUSEBUTTONUP)
    return frames


def _press(app: App, slider: Slider, kind: int) -> None:
    import pygame

    app.handle(pygame.event.Event(kind, pos=slider.place_of(slider.level), button=1))


def _timed(app: App, event: pygame.event.Event) -> float:
    from game.ui.display import show

    started = time.perf_counter()
    app.handle(event)
    show(app)
    return 1000 * (time.perf_counter() - started)


def _at_rest(app: App) -> float:
    """The share of a core that the loop takes while nothing happens."""
    from game.ui.display import run

    noted: list[tuple[float, float]] = []

    def note() -> None:
        noted.append((time.perf_counter(), time.process_time()))

    app.later(SETTLED, note)
    app.later(SETTLED + REST, note)
    app.later(SETTLED + REST, app.quit)
    run(app)
    (began, spent), (ended, spent_then) = noted
    return round((spent_then - spent) / (ended - began), 4)


def resident() -> float:
    """Megabytes of memory this process has in use."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 2**20)


def measured() -> dict[str, Any]:
    """Everything, as one table of numbers, with SDL's dummy driver where there is no display."""
    _stand_in()
    loop = calibration()
    seconds = first_frame()
    child = [sys.executable, "-m", "game.ui.bench", "--table"]
    table = json.loads(
        subprocess.run(child, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
    )
    return {
        "first_frame_s": round(seconds[len(seconds) // 2], 3),
        "first_frame_best_s": round(seconds[0], 3),
        **table,
        "loop_ms": round(1000 * loop, 2),
        "first_frame_ratio": round(seconds[len(seconds) // 2] / loop, 1),
        "drag_ratio": round(table["drag_ms"]["median"] / 1000 / loop, 3),
    }


def _stand_in() -> None:
    """Have SDL's dummy driver stand in for a display where there is none."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY") and sys.platform == "linux":
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")


def main() -> int:
    """Measure and print."""
    words = argparse.ArgumentParser(prog="python -m game.ui.bench", description=__doc__)
    words.add_argument("--json", action="store_true", help="print one line of JSON")
    words.add_argument("--table", action="store_true", help=argparse.SUPPRESS)
    asked = words.parse_args()
    found = at_the_table() if asked.table else measured()
    if asked.json or asked.table:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
