"""Saved games: each move is on disk before the next is asked for, and a full disk does not end a game.

A save is written beside its place and moved there in one step, so that a file is whole or is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.foundation.errors import TranscriptError
from game.foundation.keeping import write_whole
from game.foundation.texts import _
from game.match.transcript import MOST_BYTES, Transcript, read_bytes, write

SUFFIX = ".transcript"
_LONGEST_NAME = 60
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def load(path: Path) -> Transcript:
    """The transcript in a file.

    Raises:
        TranscriptError: the file cannot be read, or what it holds is not whole.
    """
    try:
        content = _bytes(path)
    except OSError as fault:
        raise TranscriptError(f"{path}: {reason(fault)}") from None
    with said_of(path):
        return read_bytes(content)


def _bytes(path: Path) -> bytes:
    """What is in a file, as far as a transcript may go and one byte more."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Whatever is wrong with a transcript is said with the file that it stands in."""
    try:
        yield
    except TranscriptError as fault:
        fault.args = (f"{path}: {fault}",)
        raise


def save(path: Path, transcript: Transcript) -> None:
    """Write a transcript in one step: the file at `path` is the old one or the new one, never half of it.

    Raises:
        OSError: nothing was changed.
    """
    write_whole(path, write(transcript).encode())


def reason(fault: OSError) -> str:
    """Why the machine refused, in a few words and without a number."""
    return (fault.strerror or str(fault)).lower()


@dataclass
class Keeper:
    """Keeps one game on disk, move by move.

    Args:
        path: the file; it belongs to this game from the first `keep` on.
        trouble: why the latest state is not on disk, or empty. A later success clears it.
        moved: why the game lies in another file than before, or empty.
    """

    path: Path
    trouble: str = ""
    moved: str = ""
    _kept: bytes | None = field(default=None, repr=False)  # what was written last

    def keep(self, transcript: Transcript) -> bool:
        """Write the game as it stands.

        Returns: whether it is on disk; if not, `trouble` says why and the game may go on.
        """
        try:
            self._step_aside(transcript)
            content = write(transcript).encode()
            write_whole(self.path, content)
        except OSError as fault:
            self.trouble = _(
                "The game is not saved: {reason} ({path}). It goes on; save it elsewhere."
            ).format(reason=reason(fault), path=self.path)
            return False
        self.trouble, self._kept = "", content
        return True

    def _step_aside(self, transcript: Transcript) -> None:
        """Take another file if this one is no longer what was written: somebody else went on with it."""
        if not self.path.exists():
            return
        try:
            ours = _bytes(self.path) == self._kept or _is_earlier(load(self.path), transcript)
        except (OSError, TranscriptError):
            ours = False
        if not ours:
            left, self.path = self.path, new_path(self.path.parent, transcript.heading.scenario)
            self.moved = _(
                "{left} was changed by somebody else and stays as it is. Your game is in {path} from here on."
            ).format(left=left, path=self.path)


def new_path(folder: Path, scenario: str) -> Path:
    """A path in a folder for a new game of a scenario, where no file is yet."""
    number = 1
    while (path := folder / f"{scenario}-{number:03d}{SUFFIX}").exists():
        number += 1
    return path


def named_path(folder: Path, name: str) -> Path:
    """The path of a save that a user named.

    Raises:
        TranscriptError: the name could not be that of a file everywhere.
    """
    stem = name.removesuffix(SUFFIX)
    fit = all(letter.isalnum() or letter in "-_. " for letter in stem) and stem == stem.strip(" .")
    if not stem or not fit or len(stem) > _LONGEST_NAME or stem.split(".")[0].lower() in _RESERVED:
        raise TranscriptError(
            _("{name!r} cannot name a saved game. Use letters, digits, '-' and '_', at most {most}.").format(
                name=name[:80], most=_LONGEST_NAME
            )
        )
    return folder / f"{stem}{SUFFIX}"


def save_as(path: Path, transcript: Transcript) -> None:
    """Save under a name, without ever replacing another game or a file that cannot be read.

    Raises:
        TranscriptError: something else lies there already, or the disk refused.
    """
    if path.exists() and not _is_earlier(load(path), transcript):
        raise TranscriptError(
            _("{path} holds another game; choose another name (it was left as it is)").format(path=path)
        )
    try:
        save(path, transcript)
    except OSError as fault:
        raise TranscriptError(
            _("the game could not be saved as {path}: {reason}").format(path=path, reason=reason(fault))
        ) from None


def rename(path: Path, name: str) -> Path:
    """Give a saved game another name, damaged or not, without ever replacing another file.

    Returns: where it lies now.

    Raises:
        TranscriptError: the name cannot be used, something has it already, or the disk refused.
    """
    target = named_path(path.parent, name)
    if target == path:
        return path
    try:
        target.open("xb").close()  # the name is ours from here on, whoever else wants it
    except FileExistsError:
        raise TranscriptError(
            _("there is a saved game called {name!r} already; choose another name").format(name=name)
        ) from None
    except OSError as fault:
        raise TranscriptError(f"{target}: {reason(fault)}") from None
    try:
        path.replace(target)
    except OSError as fault:
        with suppress(OSError):
            target.unlink()
        raise TranscriptError(f"{path}: {reason(fault)}") from None
    return target


def delete(path: Path) -> None:
    """Throw a saved game away for good.

    Raises:
        TranscriptError: the disk refused; the file is still there.
    """
    try:
        path.unlink()
    except OSError as fault:
        raise TranscriptError(f"{path}: {reason(fault)}") from None


def _is_earlier(old: Transcript, new: Transcript) -> bool:
    """Whether one transcript is the beginning of the other, or all of it."""
    return old.heading == new.heading and old.entries == new.entries[: len(old.entries)]


@dataclass(frozen=True)
class Saved:
    """A file in the folder of saved games: its transcript, or what is wrong with it."""

    path: Path
    transcript: Transcript | None
    fault: str = ""

    @property
    def name(self) -> str:
        """The name a user knows it by."""
        return self.path.name.removesuffix(SUFFIX)


def saved_games(folder: Path) -> list[Saved]:
    """Everything in the folder that is or claims to be a saved game, the latest first."""
    try:
        paths = [path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")]
        paths.sort(key=lambda path: (-path.stat().st_mtime_ns, path.name))
    except OSError:
        return []
    return [_look_at(path) for path in paths]


def latest_unfinished(folder: Path, scenario: str | None = None) -> Path | None:
    """The saved game that was played last and can go on, of one scenario or of any."""
    for saved in saved_games(folder):
        transcript = saved.transcript
        if transcript and not transcript.over and scenario in (None, transcript.heading.scenario):
            return saved.path
    return None


def _look_at(path: Path) -> Saved:
    try:
        return Saved(path, load(path))
    except TranscriptError as fault:
        return Saved(path, None, str(fault))
