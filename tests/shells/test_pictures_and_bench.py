"""Pictures of the window as files, and the bench: that they work, not how fast."""

import json
import zlib
from pathlib import Path

import click
import pygame
import pytest

from game.cli.commands.workshop import screens
from game.cli.opening import draw_screens
from game.foundation.keeping import NotWritten
from game.ui import bench, pictures
from game.ui.pictured_pages import Shot
from game.ui.pictures import draw_best, draw_readme
from game.ui.screens.home import Home
from game.ui.small_png import SIGNATURE, write_small
from game.ui.themes import LIGHT
from game.ui.window import App


def test_a_picture_with_few_colours_comes_back_as_it_was(tmp_path):
    surface = pygame.Surface((37, 19), 0, 32)
    for n in range(37):
        surface.fill((n * 5, 255 - n, n % 7), pygame.Rect(n, n % 19, 1, 9))
    size = write_small(surface, tmp_path / "few.png")
    assert size == (tmp_path / "few.png").stat().st_size
    back = pygame.image.load(tmp_path / "few.png")
    assert pygame.image.tobytes(back, "RGB") == pygame.image.tobytes(surface, "RGB")


def test_many_colours_become_the_nearest_of_256(tmp_path):
    surface = pygame.Surface((64, 64), 0, 32)
    for n in range(4096):
        surface.set_at((n % 64, n // 64), (n % 256, n // 16, 0))
    write_small(surface, tmp_path / "many.png")
    content = (tmp_path / "many.png").read_bytes()
    assert content.startswith(SIGNATURE)
    palette = content[content.index(b"PLTE") - 4 :]
    assert int.from_bytes(palette[:4], "big") == 3 * 256
    assert zlib.crc32(palette[4 : 8 + 768]) == int.from_bytes(palette[8 + 768 : 12 + 768], "big")
    assert pygame.image.load(tmp_path / "many.png").get_size() == (64, 64)


def test_the_readme_shows_the_table(tmp_path):
    size = draw_readme(tmp_path / "readme.png")
    assert pygame.image.load(tmp_path / "readme.png").get_size() == (1280, 720)
    assert 20_000 < size < 200_000


def test_the_command_draws_in_another_theme_and_at_another_size(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "shots", lambda _opened: [Shot("one", Home)])
    assert draw_screens(tmp_path, "light", (100, 125)) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one-100.png", "one-125.png"]
    assert pygame.image.load(tmp_path / "one-125.png").get_at((0, 0))[:3] == LIGHT.grounds["ground"]
    with pytest.raises(click.UsageError, match="contrast"):
        screens.main(["--out", str(tmp_path), "--theme", "blue"], standalone_mode=False)


@pytest.mark.slow
def test_the_documents_show_pages_that_can_be_drawn_again(tmp_path):
    shown = {path.name for path in (Path(__file__).parents[2] / "docs" / "pictures").iterdir()}
    drawn = draw_best(tmp_path)
    assert {path.name for path in drawn} == shown
    for path in drawn:
        assert pygame.image.load(path).get_size() == (1280, 720)
        assert path.stat().st_size < 100_000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_not_passed_over():
    with pytest.raises(NotWritten, match="no space left"):
        pictures._write(pygame.Surface((64, 64), 0, 32), Path("/dev/full"))


def test_the_bench_measures_what_it_promises(monkeypatch, capsys):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(bench, "MOVES", 30)
    monkeypatch.setattr(bench, "REST", 0.05)
    monkeypatch.setattr("sys.argv", ["bench", "--table"])
    assert bench.main() == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(found) == {"drag_ms", "rest_cpu", "rss_mb", "driver"}
    assert found["driver"] == "dummy"
    assert 0 < found["drag_ms"]["median"] <= found["drag_ms"]["p99"]
    assert found["rss_mb"] > 10


def test_every_dragged_frame_of_the_bench_draws_something_new(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(bench, "MOVES", 40)
    app = App(pygame.Surface(bench.SIZE, 0, 32))
    app.push(bench._table())
    app.step()
    monkeypatch.setattr("game.ui.display.show", lambda window: bool(window.step()))
    before = app.draws
    assert len(bench._drag(app)) == 40
    assert app.draws - before >= 36


def test_the_first_frame_is_timed_in_a_process_of_its_own(monkeypatch):
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setattr(bench, "REPEATS", 1)
    (seconds,) = bench.first_frame()
    assert seconds > 0
    assert bench.calibration() > 0
