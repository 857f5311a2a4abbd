"""Actors of a group decision from a CSV file, with every fault of the file and its place."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.analysis.groups.averages import F64
from game.foundation.errors import GameError, ScenarioError
from game.foundation.findings import Finding
from game.foundation.texts import _

MOST_BYTES = 1024 * 1024
COLUMNS = ("actor", "capability", "position", "salience")


@dataclass(frozen=True)
class Actors:
    """Who decides on one issue.

    Args:
        names: of the A actors.
        capability: f64[A], at least 0.
        position: f64[A].
        salience: f64[A], 0 to 1.
    """

    names: tuple[str, ...]
    capability: F64
    position: F64
    salience: F64


def read_actors(path: Path) -> Actors:
    """Read a file with one actor a row.

    The first row names the columns actor, capability (at least 0, in any unit), position (on any scale) and
    salience (0 to 100), in any order.

    Raises:
        GameError: the file cannot be opened or is no text.
        ScenarioError: everything that is wrong with it.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise GameError(f"{path}: {(fault.strerror or str(fault)).lower()}") from None
    if len(content) > MOST_BYTES:
        raise GameError(
            _("{path}: a file of actors has at most {most} bytes").format(path=path, most=MOST_BYTES)
        )
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        rows = [(reader.line_num, row) for row in reader if row]
    except (UnicodeDecodeError, csv.Error):
        raise GameError(_("{path}: not a CSV file in UTF-8").format(path=path)) from None
    faults = list(_faults(str(path), rows))
    if faults:
        raise ScenarioError(faults)
    order = [_cells(rows[0][1]).index(column) for column in COLUMNS]
    columns = list(zip(*(_cells(row) for _line, row in rows[1:]), strict=True))
    names, *numbers = (columns[n] for n in order)
    capability, position, salience = (np.array([float(text) for text in column]) for column in numbers)
    return Actors(names, capability, position, salience / 100)


def _cells(row: list[str]) -> list[str]:
    return [cell.strip() for cell in row]


def _faults(file: str, rows: list[tuple[int, list[str]]]) -> Iterator[Finding]:
    """Everything wrong, in the order of the file."""
    header = _cells(rows[0][1]) if rows else []
    if sorted(header) != sorted(COLUMNS):
        hint = _("Write as the first row: {columns}").format(columns=",".join(COLUMNS))
        yield _fault(file, 1, _("the columns are not {names}").format(names=", ".join(COLUMNS)), hint)
        return
    names: dict[str, int] = {}
    for line, row in rows[1:]:
        cells = dict(zip(header, _cells(row), strict=False))
        if len(row) != len(header):
            yield _fault(file, line, _("{n} cells instead of {m}").format(n=len(row), m=len(header)))
            continue
        if cells["actor"] in names:
            message = _("{actor} stands in line {line} already")
            yield _fault(file, line, message.format(actor=cells["actor"], line=names[cells["actor"]]))
        names.setdefault(cells["actor"], line)
        yield from _wrong_numbers(file, line, cells)
    if len(rows) < 3:
        yield _fault(file, len(rows), _("a decision of a group needs at least two actors"))


def _wrong_numbers(file: str, line: int, cells: dict[str, str]) -> Iterator[Finding]:
    limits = {"capability": (0.0, math.inf), "position": (-math.inf, math.inf), "salience": (0.0, 100.0)}
    for column, (low, high) in limits.items():
        try:
            number = float(cells[column])
        except ValueError:
            number = math.nan
        if not (math.isfinite(number) and low <= number <= high):
            message = _("{column} is {text!r}").format(column=column, text=cells[column])
            hints = {
                "capability": _("It is a number from 0 on."),
                "position": _("It is a number."),
                "salience": _("It is a number from 0 to 100."),
            }
            yield _fault(file, line, message, hints[column])


def _fault(file: str, line: int, message: str, hint: str = "") -> Finding:
    return Finding(file, line, 1, "actors", "error", "", message, hint)
