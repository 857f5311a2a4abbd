"""`schema` and `docs`: the scenario format for editors and for people, both from the models that read it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from game.foundation.results import put


def write_schema(out: Path | None) -> int:
    """Print the JSON Schema, or write it into a file."""
    from game.content.json_schema import json_schema

    text = json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"
    if out is None:
        click.echo(text, nl=False)
    else:
        written(out, text)
    return 0


_CASES = """
# Test cases

A file `NAME.cases.yaml` beside `NAME.yaml` says what must be so: given a state, after these moves, expect
this.
`python main.py check --cases FILE` tries it, and so does pytest wherever the project is installed. Moves are
written as they are typed in play, after their seat: `envoy: offer people=ten plan=together`.

Their format carries the number of that of scenarios and is frozen with it: cases that are valid stay valid.

"""


def write_format_page(out: Path) -> int:
    """Write the page on the scenario format."""
    written(out, format_page())
    return 0


def format_page() -> str:
    """The page on scenarios and on the test cases beside them."""
    from game.content.describing import page, sections_of
    from game.match.cases.schema import CaseFile

    return page() + _CASES + sections_of(CaseFile)


def written(path: Path, text: str) -> None:
    """Write a text into a file and say so.

    Raises:
        GameError: it cannot be written.
    """
    put(path, text.encode())
    click.echo(str(path))
