"""How large a scenario file may be, so that no file can stop or exhaust the program."""

from typing import Final

MAX_BYTES: Final = 1 << 20
"""Bytes of one file. The flagship has about 40 kB."""

MAX_DEPTH: Final = 40
"""Collections inside collections. The parser is at most one line ahead of us, so stopping here is safe."""

MAX_NODES: Final = 50_000
"""Keys, values, lists and maps of one file. The flagship has about 3,000."""

MAX_DIGITS: Final = 18
"""Digits of one number, so that it fits 64 bits whatever its unit."""

MAX_FINDINGS: Final = 100
"""Findings shown for one file. Whoever has more of them mends the first ones and checks again."""

SHOWN_CHARACTERS: Final = 40
"""How much of an offending value a message repeats."""


def shortened(text: str) -> str:
    """The text as a message may repeat it: one line, cut after `SHOWN_CHARACTERS`."""
    line = " ".join(text[: 4 * SHOWN_CHARACTERS].split())
    return line if len(line) <= SHOWN_CHARACTERS else line[:SHOWN_CHARACTERS] + "…"
