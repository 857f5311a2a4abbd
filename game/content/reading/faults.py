"""A fault on its way to becoming a `Finding`: its path is still keys and indices, not yet text."""

from collections.abc import Iterable
from typing import NamedTuple

from game.content.reading.nodes import Node
from game.content.reading.places import Path, path_text
from game.foundation.findings import Finding


class Fault(NamedTuple):
    """What is wrong and what would be right."""

    code: str
    message: str
    hint: str = ""


class Placed(NamedTuple):
    """A fault with its place."""

    fault: Fault
    file: str
    line: int
    column: int
    path: Path = ()


def to_findings(faults: Iterable[Placed], tree: Node | None) -> tuple[Finding, ...]:
    """The findings of these faults, in the order of the file, each place and code once."""
    found: dict[tuple[str, int, int, str], Finding] = {}
    for fault, file, line, column, path in faults:
        found.setdefault(
            (file, line, column, fault.code),
            Finding(
                code=fault.code,
                severity="error",
                file=file,
                line=line,
                column=column,
                path=path_text(tree, path),
                message=fault.message,
                hint=fault.hint,
            ),
        )
    return tuple(found[place] for place in sorted(found))


class Complaint(ValueError):
    """Raised by a validator of a schema to say more than `ValueError` can.

    Args:
        message: what is wrong, without a full stop.
        hint: what would be right, as a sentence.
        code: a code of `codes.py`.
        path: where, seen from the value that is being validated.
    """

    def __init__(self, message: str, hint: str = "", code: str = "value", path: Path = ()) -> None:
        super().__init__(message)
        self.fault = Fault(code, message, hint)
        self.path = path
