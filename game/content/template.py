"""A small commented scenario, as `new` writes it: it can be checked and played as it stands."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from string import Template

from game.foundation.texts import _

_FORM = Path(__file__).with_name("new-scenario.txt")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.'()/-]*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True)
class Wishes:
    """What a new scenario is about.

    Args:
        id: its name for files.
        title: what players read.
        envoy: title of the seat that can give relief.
        government: title of the seat that holds people.
        held: how many people are held, 10 to 4095.
        start: the first month, such as 2026-01.
        turns: how many months a game has.
        as_of: the day up to which facts were followed, such as 2026-03-31.
        real: whether the case is a real one.
    """

    id: str
    title: str
    envoy: str
    government: str
    held: int
    start: str
    turns: int
    as_of: str
    real: bool


def scenario_text(wishes: Wishes) -> str:
    """The file."""
    few, some = max(1, wishes.held // 10), max(2, wishes.held // 3)
    fiction = (
        ""
        if wishes.real
        else "fiction: Invented. Players are readier to use force against invented states; say so.\n"
    )
    sources = (
        "sources: {}                            # S1: {title: ..., date: 2025-09-11, kind: agency, url: ...}"
        if wishes.real
        else "sources: {}                            # an invented case has none; a real one names them here"
    )
    return Template(_FORM.read_text(encoding="utf-8")).substitute(
        id=wishes.id, title=yaml_text(wishes.title), envoy=yaml_text(wishes.envoy),
        government=yaml_text(wishes.government), held=wishes.held, few=few, some=some,
        low=wishes.held, high=wishes.held, start=wishes.start, turns=wishes.turns, as_of=wishes.as_of,
        fiction=fiction, sources=sources,
    )  # fmt: skip


def yaml_text(text: str) -> str:
    """A text as YAML reads it back, in quotes where it needs them."""
    plain = _PLAIN.fullmatch(text) and not text.endswith(" ") and text.lower() not in _WORDS_OF_YAML
    # What JSON writes in quotes is YAML in double quotes as well.
    return text if plain and ", " not in text and ": " not in text else json.dumps(text, ensure_ascii=False)


def opening_remark() -> str:
    """What is said after the file was written."""
    return _("Next: 'check' it, 'describe' it, play it; docs/designer-guide.md works through a case.")
