"""`schema` and `docs`: the scenario format for editors and for people, both from the models that read it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from game.foundation.errors import GameError
from game.foundation.texts import _
from game.match.saves import reason


def write_schema(out: Path | None) -> int:
    """Print the JSON Schema, or write it into a file."""
    from game.content.json_schema import json_schema

    text = json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        written(out, text)
    return 0


def write_format_page(out: Path) -> int:
    """Write the page on the scenario format."""
    from game.content.describing import page

    written(out, page())
    return 0


def written(path: Path, text: str) -> None:
    """Write a text into a file and say so.

    Raises:
        GameError: it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise GameError(_("{path}: {reason}").format(path=path, reason=reason(fault))) from None
    click.echo(str(path))
