"""Where the lines of a game come from: somebody at the keyboard, or a file of moves."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Protocol

import click

from game.foundation.errors import GameError
from game.foundation.texts import _

_MOST = 1024 * 1024
_SHOWN = 500  # letters of a line; no move is as long


class Source(Protocol):
    """Gives one line after the other."""

    @property
    def typed(self) -> bool:
        """Whether somebody sits at a keyboard and can correct a mistake."""

    def next_line(self, prompt: str) -> str | None:
        """The next line, or None at the end."""

    def place(self) -> str:
        """Where the last line stood, as `file:line`; empty for a keyboard."""


class Keyboard:
    """Lines that somebody types."""

    typed = True

    def __init__(self) -> None:
        with suppress(ImportError):  # not on Windows; where it is, arrows move and recall what was typed
            import_module("readline")

    def next_line(self, prompt: str) -> str | None:
        """The next line, or None when the input is closed (Ctrl+D)."""
        try:
            return input(prompt)
        except EOFError:
            click.echo()
            return None

    def place(self) -> str:
        """Nowhere."""
        return ""


class MovesFile:
    """The lines of a file, without comments (`#`) and empty lines.

    Raises:
        GameError: it cannot be read as text.
    """

    typed = False

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines = _lines_of(path)
        self._at = 0

    def next_line(self, prompt: str) -> str | None:
        """The next line that says something; it is shown as if it had been typed."""
        while self._at < len(self._lines):
            line = self._lines[self._at].split("#", 1)[0].strip()
            self._at += 1
            if line:
                click.echo(f"{prompt}{line if len(line) <= _SHOWN else line[:_SHOWN] + '...'}")
                return line
        return None

    def place(self) -> str:
        """File and line, from 1."""
        return f"{self.path}:{self._at}"


def _lines_of(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
        text = content.decode("utf-8-sig")
    except OSError as fault:
        raise MovesUnreadable(f"{path}: {(fault.strerror or str(fault)).lower()}") from None
    except UnicodeDecodeError as fault:
        raise MovesUnreadable(
            _("{path}: a file of moves is text in UTF-8; position {place} is not").format(
                path=path, place=fault.start
            )
        ) from None
    if len(content) > _MOST:
        raise MovesUnreadable(
            _("{path}: a file of moves has at most {most} bytes").format(path=path, most=_MOST)
        )
    return text.splitlines()


class MovesUnreadable(GameError):
    """A file of moves that cannot be read, or a line in it that cannot be played; says which and why."""

    exit_status = 2
