"""A run on disk: what it is, its games row by row, and what they cost. It can be gone on with at any time.

`run.json` says what the run is, `games.csv` has one row a game, `costs.csv` the processor time of each block.
Games are added chunk by chunk; half a chunk at the end, as a full disk or a power cut leaves it, is cut off
when the run is gone on with.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np

from game.analysis.balance.block import Block
from game.analysis.balance.journal import require_folder
from game.analysis.balance.measuring import MISSING
from game.analysis.balance.series import Pair
from game.foundation.alone import write_alone
from game.foundation.arrays import I64
from game.foundation.errors import GameError
from game.foundation.keeping import PUBLIC, write_whole
from game.foundation.texts import _

FORMAT = 1
HEADING, GAMES, COSTS = "run.json", "games.csv", "costs.csv"
_WHO = ("game", "envoy", "government")


@dataclass(frozen=True)
class Heading:
    """What a run is: two runs with equal headings have equal games.

    Args:
        scenario, digest: id of the scenario, and digest of what in it can change a game.
        pairs: who plays, in the order of the blocks.
        keys: games of each pair in a chunk.
        every: one game in so many has its first agreement held against the frontier.
        columns: of the games, after those that say which game it is.
    """

    scenario: str
    digest: str
    rules_version: int
    seed: int
    keys: int
    every: int
    pairs: tuple[Pair, ...]
    columns: tuple[str, ...]
    seats: tuple[str, ...]
    turns: int
    held_start: int
    features: tuple[str, ...]
    format: int = FORMAT

    @property
    def origin(self) -> dict[str, Any]:
        """What its games come from, whoever plays them: for the headings of other work on the same games."""
        return {
            "scenario": self.scenario,
            "digest": self.digest,
            "rules_version": self.rules_version,
            "seed": self.seed,
        }


class RunFolder:
    """The folder of one run.

    Args:
        path: need not exist yet.
        heading: of the run.

    Raises:
        GameError: the folder holds another run, or cannot be written.
    """

    def __init__(self, path: Path, heading: Heading) -> None:
        self.path = path
        self.heading = heading
        self.chunks = 0
        self._costs: IO[bytes] | None = None
        require_folder(path)
        with _said(path):
            path.mkdir(parents=True, exist_ok=True)
            self._games = (path / GAMES).open("ab")
            try:
                write_alone(self._games, path)
                self._require_ours()
            except BaseException:
                self._games.close()
                raise

    def _require_ours(self) -> None:
        """See that the folder holds this run; begin it if it holds none."""
        if (self.path / HEADING).exists():
            _require_same(self.path, read_heading(self.path), self.heading)
            if (self.path / GAMES).stat().st_size:
                return
        _require_no_games(self.path)
        self._games.truncate(0)
        self._games.write((",".join((*_WHO, *self.heading.columns)) + "\n").encode())
        self._games.flush()
        write_whole(self.path / COSTS, b"chunk,envoy,government,seconds\n", PUBLIC)
        # Last: with it the folder is that of a run, and its games are never begun anew.
        write_whole(self.path / HEADING, _as_json(self.heading), PUBLIC)

    def stored(self) -> Iterator[tuple[dict[Pair, I64], dict[Pair, float]]]:
        """Rows and processor time of every whole chunk; afterwards what follows them is cut off.

        Stopping early cuts off nothing and adds nothing.
        """
        costs = read_costs(self.path)
        end = 0
        for rows, end_of_chunk in chunks_of(self.path, self.heading):
            end = end_of_chunk
            seconds = {pair: costs.get((self.chunks, *pair), 0.0) for pair in self.heading.pairs}
            self.chunks += 1
            yield rows, seconds
        if end:
            with _said(self.path), (self.path / GAMES).open("r+b") as file:
                file.truncate(end)

    def append(self, blocks: list[Block]) -> None:
        """Add the games of one chunk; they are on disk when this returns.

        Raises:
            GameError: the disk refuses; what was there before is still there.
        """
        with _said(self.path):
            if self._costs is None:
                self._costs = (self.path / COSTS).open("ab")
            for block in blocks:
                self._games.write(block.text)
                self._costs.write(f"{block.chunk},{','.join(block.pair)},{block.seconds:.6f}\n".encode())
            for file in (self._games, self._costs):
                file.flush()
            os.fsync(self._games.fileno())
        self.chunks += 1

    def close(self) -> None:
        """Let go of the files."""
        for file in (self._games, self._costs):
            if file is not None:
                try:
                    file.close()
                except OSError:  # a disk that was full when rows were added is full now; that has been said
                    continue


def read_heading(path: Path) -> Heading:
    """What a run's folder says that it holds.

    Raises:
        GameError: it is no folder of a run, or one of another format.
    """
    try:
        found: dict[str, Any] = json.loads((path / HEADING).read_text(encoding="utf-8"))
        if found["format"] != FORMAT:
            raise GameError(
                _("{path}: the run has format {found}; this program reads {format}").format(
                    path=path, found=found["format"], format=FORMAT
                )
            )
        found["pairs"] = tuple((first, second) for first, second in found["pairs"])
        parts: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in found.items()
        }
        return Heading(**parts)
    except OSError as fault:
        raise GameError(
            _("{path}: this is no folder of a balance run ({reason})").format(
                path=path, reason=(fault.strerror or str(fault)).lower()
            )
        ) from None
    except (ValueError, TypeError, KeyError):
        raise GameError(_("{path}: {file} cannot be read").format(path=path, file=HEADING)) from None


def chunks_of(path: Path, heading: Heading) -> Iterator[tuple[dict[Pair, I64], int]]:
    """Rows of every whole chunk of a run, and where in the file the chunk ends.

    Raises:
        GameError: a row is not what belongs in its place.
    """
    with _said(path), (path / GAMES).open("rb") as file:
        file.readline()
        number, line = 0, 1
        while True:
            rows: dict[Pair, I64] = {}
            for pair in heading.pairs:
                lines = [file.readline() for _key in range(heading.keys)]
                if not lines[-1].endswith(b"\n"):
                    return
                rows[pair] = _rows(path, heading, lines, pair, number * heading.keys, line)
                line += heading.keys
            number += 1
            yield rows, file.tell()


def read_costs(path: Path) -> dict[tuple[int, str, str], float]:
    """Processor time of each block; a block without a whole line is left out."""
    found: dict[tuple[int, str, str], float] = {}
    if (path / COSTS).exists():
        for line in (path / COSTS).read_text(encoding="ascii", errors="replace").splitlines()[1:]:
            parts = line.split(",")
            try:
                chunk, first, second, seconds = parts
                found[int(chunk), first, second] = float(seconds)
            except ValueError:
                continue
    return found


def _rows(path: Path, heading: Heading, lines: list[bytes], pair: Pair, first: int, line: int) -> I64:
    found = np.empty((len(lines), len(heading.columns)), np.int64)
    for number, content in enumerate(lines):
        parts = content.rstrip(b"\n").split(b",")
        who = [str(first + number).encode(), pair[0].encode(), pair[1].encode()]
        try:
            if parts[:3] != who:
                raise ValueError
            found[number] = [int(part) if part else MISSING for part in parts[3:]]
        except ValueError:
            raise GameError(
                _("{file}:{line}: this is not game {game} of {pair}; the file was changed").format(
                    file=path / GAMES, line=line + number + 1, game=first + number, pair=" - ".join(pair)
                )
            ) from None
    return found


def _require_no_games(path: Path) -> None:
    """Games of which nothing says what they are stay: it may have taken a night to play them."""
    with (path / GAMES).open("rb") as file:
        file.readline()
        games = file.read(1)
    if games:
        raise GameError(
            _("{path} holds games, but no {file} that says which. Name another folder with --out.").format(
                path=path, file=HEADING
            )
        )


def _require_same(path: Path, there: Heading, wanted: Heading) -> None:
    for name, value in asdict(wanted).items():
        old = asdict(there)[name]
        if old != value:
            raise GameError(
                _(
                    "{path} holds another run: its {what} is {old}, not {new}. "
                    "Name another folder with --out."
                ).format(path=path, what=name, old=_short(old), new=_short(value))
            )


def _short(value: object) -> str:
    """What a message shows of a value; of pairs of policies all of them, as reports write them."""
    if isinstance(value, tuple):
        return ", ".join(" - ".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in value)
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _as_json(heading: Heading) -> bytes:
    return (json.dumps(asdict(heading), indent=1) + "\n").encode()


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """An OSError inside becomes one message with the folder and what is kept."""
    try:
        yield
    except OSError as fault:
        raise GameError(
            _(
                "{path}: {reason}. Whole chunks of games are kept; the same command goes on from there."
            ).format(path=path, reason=(fault.strerror or str(fault)).lower())
        ) from None
