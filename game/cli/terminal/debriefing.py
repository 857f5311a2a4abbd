"""The debrief in text. It is part of the game and is always shown to its end."""

from __future__ import annotations

from game.cli.terminal.wrapping import heading, item, paragraph
from game.match.finished import finished
from game.match.library import Opened
from game.narration.course import Course
from game.narration.said import Said
from game.narration.telling import tell


def show_debrief(opened: Opened, course: Course) -> list[str]:
    """All pages of the debrief of a finished game."""
    lines: list[str] = []
    for section in tell(finished(opened, course)):
        lines.append(heading(section.title))
        lines += [_shown(said) for said in section.said]
    return lines


def _shown(said: Said) -> str:
    indent = "  " * said.depth
    return item(said.text, indent=indent + "  ") if said.form == "item" else paragraph(said.text, indent)
