"""The window, or the terminal where there is no display."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from game.foundation.errors import GameError
from game.foundation.texts import _

_NOWHERE = ("dummy", "offscreen")  # SDL's drivers that show nothing to anybody


def open_window(file: str | None = None) -> int:
    """Open the window; where there is no display say so and start the same game in the terminal."""
    trouble = display_trouble()
    if trouble and file is None and not _somebody_types():
        raise GameError(_("{trouble} {how}").format(trouble=trouble, how=how_to_play()))
    if trouble:
        click.echo(_("{trouble} The game starts in the terminal instead.").format(trouble=trouble), err=True)
        from game.cli.playing import Wishes, play_game

        return play_game(Wishes(file=file, text=True))
    from game.ui.app import run

    return int(run(file) or 0)


def _somebody_types() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def how_to_play() -> str:
    """The command that plays in the terminal, with the scenarios that it may name."""
    from game.match.library import shipped, usual

    known = [path.stem for path in shipped()]
    return _("Play in a terminal with: {program} play {name} --text (scenarios: {names}).").format(
        program="python main.py" if Path(sys.argv[0]).name == "main.py" else "reprieve",
        name=usual(),
        names=", ".join(known),
    )


def open_workbench(file: str) -> int:
    """Open the window beside a designer's editor; without a display, say what does the same."""
    from game.match.library import find

    path = find(file)
    trouble = display_trouble()
    if trouble:
        raise GameError(
            _("{trouble} Without one, 'check {file}' and 'describe {file}' say the same in words.").format(
                trouble=trouble, file=file
            )
        )
    if not path.absolute().parent.is_dir():
        raise GameError(_("{path}: there is no such folder").format(path=path))
    from game.ui.app import edit

    return edit(path)


def display_trouble() -> str:
    """Why no window can be opened here, as a sentence; empty if one can."""
    driver = os.environ.get("SDL_VIDEODRIVER", "")
    if driver in _NOWHERE:
        return _("The display is switched off (SDL_VIDEODRIVER={driver}).").format(driver=driver)
    on_unix_desktop = sys.platform.startswith(("linux", "freebsd", "openbsd"))
    if (
        on_unix_desktop
        and not driver
        and not os.environ.get("DISPLAY")
        and not os.environ.get("WAYLAND_DISPLAY")
    ):
        return _("There is no display.")
    return _sdl_trouble()


def _sdl_trouble() -> str:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pygame

    try:
        pygame.display.init()
        driver = pygame.display.get_driver()
        if driver in _NOWHERE:  # SDL draws into memory where a display is named that does not answer
            return _("The display does not answer.")
    except pygame.error as fault:
        return _("No window can be opened ({fault}).").format(fault=str(fault).rstrip("."))
    finally:
        pygame.display.quit()
    return ""


def say_version() -> int:
    """Print the version, as far as it is known: a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"reprieve {version('reprieve')}")
    except PackageNotFoundError:
        click.echo(_("reprieve (a checkout that is not installed)"))
    return 0


def draw_screens(out: Path, theme: str = "dark", percents: tuple[int, ...] = ()) -> int:
    """Draw every screen into a folder, in a theme and at text sizes in percent (none: 100 and 175)."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.pictures import SCALES, draw_all
    from game.ui.themes import themed

    scales = tuple(percent / 100 for percent in percents) or SCALES
    for path in draw_all(out, theme=themed(theme), scales=scales):
        click.echo(str(path))
    return 0
