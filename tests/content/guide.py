"""Runs docs/designer-guide.md: `python -m tests.content.guide --write` puts in what every command says today.

A block `console` has commands after `$`; what stands under them is what they must say. A block `diff` changes
the file of the case, a block `yaml` that begins with a name of a file writes it.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from game.cli.entry import main

PAGE = Path(__file__).parents[2] / "docs" / "designer-guide.md"
CASE = "lantern.yaml"
_BLOCK = re.compile(r"^```(console|diff|yaml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# ([\w.-]+\.yaml)\n")


def played(page: str, folder: Path) -> str:
    """The page with what its commands say in an empty folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return "".join(_parts(page))
    finally:
        os.chdir(before)


def _parts(page: str) -> Iterator[str]:
    end = 0
    for block in _BLOCK.finditer(page):
        yield page[end : block.start()]
        kind, text = block[1], block[2]
        if kind == "console":
            text = "".join(_said(line) for line in text.splitlines() if line.startswith("$ "))
        elif kind == "diff":
            _change(text)
        elif named := _NAMED.match(text):
            Path(named[1]).write_text(text, encoding="utf-8")
        yield f"```{kind}\n{text}```"
        end = block.end()
    yield page[end:]


def _said(line: str) -> str:
    words = shlex.split(line[2:])
    assert words[:2] == ["python", "main.py"], line
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        main(words[2:])
    return f"{line}\n{out.getvalue()}"


def _change(diff: str) -> None:
    lines = diff.splitlines()
    gone = "\n".join(line[1:] for line in lines if line.startswith("-"))
    come = "\n".join(line[1:] for line in lines if line.startswith("+"))
    text = Path(CASE).read_text(encoding="utf-8")
    assert text.count(gone) == 1, f"{gone!r} stands {text.count(gone)} times in {CASE}"
    Path(CASE).write_text(text.replace(gone, come), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        now = played(PAGE.read_text(encoding="utf-8"), Path(place))
    if "--write" in sys.argv:
        PAGE.write_text(now, encoding="utf-8")
    else:
        sys.stdout.write(now)
