"""PyYAML's stream of parse events, from the C parser where there is one.

Only events are used and nothing is composed: composing is recursive and ends the interpreter on deep nesting,
while events come one at a time, so that the caller can stop before the parser goes deep.

Where PyYAML has no libyaml its parser in Python takes over: eight times as slow, with the same results, but a
word with a `?` inside it has to be quoted where it stands in brackets.

From version 0.2.6 on libyaml looks ahead in brackets and gives up at a thousand of them before it has told of
the first ones. The parser in Python tells of them, so that every version refuses the same bracket in the same
words.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

_C_LOADER: Any = getattr(yaml, "CSafeLoader", None)  # missing where PyYAML was built without libyaml
_GAVE_UP = "maximum nesting"


def parse_events(text: str, *, pure: bool = False) -> Iterator[yaml.Event]:
    """The events of a text.

    Args:
        text: what `check_characters` let through.
        pure: whether to use the parser written in Python even where the other is there.

    Raises:
        yaml.YAMLError: the text is no YAML.
        ValueError, OverflowError: the same, from the pure parser, for an impossible character code.
    """
    if pure or _C_LOADER is None:
        yield from _events_of(yaml.SafeLoader, text)
        return
    told = 0
    try:
        for event in _events_of(_C_LOADER, text):
            yield event
            told += 1
    except yaml.YAMLError as error:
        if _GAVE_UP not in str(error):
            raise
        yield from islice(_events_of(yaml.SafeLoader, text), told, None)


def _events_of(loader: Any, text: str) -> Iterator[yaml.Event]:
    parser = loader(text)
    try:
        yield from iter(parser.get_event, None)  # there is none after the end of the stream
    finally:
        parser.dispose()


def start_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column where an event begins, from 0."""
    mark = event.start_mark
    assert mark is not None
    return mark.line, mark.column


def end_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column where an event ends, from 0."""
    mark = event.end_mark
    assert mark is not None
    return mark.line, mark.column
