"""PyYAML's stream of parse events, from the C parser where there is one.

Only events are used and nothing is composed: composing is recursive and ends the interpreter on deep nesting,
while events come one at a time, so that the caller can stop before the parser goes deep.

Where PyYAML has no libyaml its parser in Python takes over: eight times as slow, with the same results, but a
word with a `?` inside it has to be quoted where it stands in brackets.
"""

from collections.abc import Iterator
from typing import Any

import yaml

_C_LOADER: Any = getattr(yaml, "CSafeLoader", None)  # missing where PyYAML was built without libyaml


def parse_events(text: str, *, pure: bool = False) -> Iterator[yaml.Event]:
    """The events of a text.

    Args:
        text: what `check_characters` let through.
        pure: whether to use the parser written in Python even where the other is there.

    Raises:
        yaml.YAMLError: the text is no YAML.
        ValueError, OverflowError: the same, from the pure parser, for an impossible character code.
    """
    loader = yaml.SafeLoader if pure or _C_LOADER is None else _C_LOADER
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
