"""What is wrong with content, and where: the one form in which faults reach a scenario's author."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found in one place of one file.

    Args:
        code: short name of the kind of finding, as in `unknown-key`.
        severity: `error` keeps the content from being used, `warning` and `note` do not.
        file: the file as the user named it.
        line: from 1; 0 if the finding is about the file as a whole.
        column: from 1; 0 if the finding is about the file as a whole.
        path: where in plain names, as in `actors.treasury.weights.potash`; may be empty.
        message: what is wrong, without a full stop at its end.
        hint: what would be right, as a sentence; may be empty.
    """

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    path: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        subject = f" {self.path}:" if self.path else ""
        hint = f". {self.hint}" if self.hint else ""
        return f"{place}: {self.severity}[{self.code}]{subject} {self.message}{hint}"
