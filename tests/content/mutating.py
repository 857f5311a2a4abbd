"""Mistakes that a person makes in a file: single characters and single lines, by a seed."""

import random
from typing import NamedTuple

SEEDS = 100
_KINDS = ["delete", "insert", "replace", "drop line", "double line", "indent", "outdent", "swap"]
_TYPED = "abcdefghijklmnopqrstuvwxyz0123456789.:,-_[]{}'\"#&*!|>%@` \t"


class Mutation(NamedTuple):
    """A changed text, with the first and last line that differ."""

    text: str
    first: int
    last: int
    what: str


def mutation(text: str, seed: int) -> Mutation:
    """One mistake, the same for the same seed."""
    chance = random.Random(seed)
    lines = text.split("\n")
    written = [n for n, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
    at = chance.choice(written)
    line = lines[at]
    place = chance.randrange(len(line))
    what = chance.choice(_KINDS)
    here = at + 1
    if what == "delete":
        lines[at] = line[:place] + line[place + 1 :]
    elif what == "insert":
        lines[at] = line[:place] + chance.choice(_TYPED) + line[place:]
    elif what == "replace":
        lines[at] = line[:place] + chance.choice(_TYPED) + line[place + 1 :]
    elif what == "drop line":
        del lines[at]
    elif what == "double line":
        lines.insert(at, line)
        return Mutation("\n".join(lines), here, here + 1, what)
    elif what == "indent":
        lines[at] = "  " + line
    elif what == "outdent":
        lines[at] = line[1:] if line.startswith(" ") else line + ":"
    else:
        place = min(place, len(line) - 2)
        two = line[place : place + 2]
        lines[at] = line[:place] + two[::-1] + line[place + 2 :] if place >= 0 else line + "x"
    return Mutation("\n".join(lines), here, here, what)
