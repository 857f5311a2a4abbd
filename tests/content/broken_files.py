"""Broken files say in their first lines what must be found in them: `# expect: 3:5 code "words"`."""

import re
from pathlib import Path
from typing import NamedTuple

_EXPECTATION = re.compile(
    rb'^# expect: (?P<line>\d+):(?P<column>\d+) (?P<code>[\w-]+) "(?P<words>.*)"\r?$', re.MULTILINE
)


class Expectation(NamedTuple):
    line: int
    column: int
    code: str
    words: str


def expectations(path: Path) -> list[Expectation]:
    """What must be found in a file, in the order of the file; never nothing."""
    matches = _EXPECTATION.finditer(path.read_bytes())
    found = [
        Expectation(int(match["line"]), int(match["column"]), match["code"].decode(), match["words"].decode())
        for match in matches
    ]
    assert found, f"{path} does not say what must be found in it"
    return found
