"""A game written down: enough to play it again to the last bit, and sealed so that damage is seen.

One JSON object a line: a heading, then turns and moves in the order of play, then a seal with the digest of
everything above it. Format and meaning of each key: docs/decisions/050-transcripts.md.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from game.foundation.errors import TranscriptError
from game.foundation.texts import _

FORMAT = 1
KIND = "reprieve transcript"
GAMES = 2**63  # what a batch could have at most; the number of a game lies below it
MOST_BYTES = 4 * 1024 * 1024  # the longest game is a hundredth of this; anything larger is not a transcript


@dataclass(frozen=True)
class Heading:
    """What a game starts from.

    Args:
        scenario: id of the scenario.
        scenario_digest: of the scenario's compiled content.
        rules: rules version the game was played with.
        seed, game: the game's key is that of game number `game` under `seed`.
        seats: id of each seat.
        players: who sits there: `person` or a policy's name.
        without: name of what could not be done in this game, as in `issue.potash`; empty for nothing.
    """

    scenario: str
    scenario_digest: str
    rules: int
    seed: int
    game: int
    seats: tuple[str, str]
    players: tuple[str, str]
    without: str = ""


@dataclass(frozen=True)
class Move:
    """One acknowledged move: turn and slot from 0, who made it, and the move in notation."""

    turn: int
    slot: int
    seat: int
    do: str


@dataclass(frozen=True)
class Seated:
    """From this moment on (turn and slot from 0) somebody else plays a seat: `person` or a policy's name."""

    turn: int
    slot: int
    seat: int
    player: str


@dataclass(frozen=True)
class Mark:
    """The digest of the whole state when a turn's first decision was due, or at the end (`turn` -1)."""

    turn: int
    digest: str


Entry = Move | Seated | Mark


@dataclass(frozen=True)
class Transcript:
    """A game as far as it was played."""

    heading: Heading
    entries: tuple[Entry, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves alone, in the order of play."""
        return tuple(entry for entry in self.entries if isinstance(entry, Move))

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The digests alone."""
        return tuple(entry for entry in self.entries if isinstance(entry, Mark))

    @property
    def players(self) -> tuple[str, str]:
        """Who sits on seat 0 and 1 where it ends; the heading says who sat there at the start."""
        players = list(self.heading.players)
        for entry in self.entries:
            if isinstance(entry, Seated):
                players[entry.seat] = entry.player
        return players[0], players[1]

    @property
    def over(self) -> bool:
        """Whether the game was played to its end."""
        return bool(self.marks) and self.marks[-1].turn < 0


def write(transcript: Transcript) -> str:
    """The transcript as text, sealed."""
    seats = transcript.heading.seats
    lines = [
        _line(_heading_keys(transcript.heading)),
        *(_line(_entry_keys(e, seats)) for e in transcript.entries),
    ]
    body = "".join(lines)
    return body + _line({"seal": _seal(body)})


def read(text: str) -> Transcript:
    """The transcript that a text holds.

    Raises:
        TranscriptError: what was expected and what was found; the text is then of no use.
    """
    lines = text.splitlines(keepends=True)
    heading = _read_heading(lines)
    body, last = "".join(lines[:-1]), lines[-1]
    found = _object(last, len(lines)).get("seal")
    if found != _seal(body) or not text.endswith("\n"):
        raise TranscriptError(
            _(
                "the transcript is damaged or cut off: expected a last line that seals "
                "{count} lines, found {found}"
            ).format(count=len(lines) - 1, found=_shown(last))
        )
    entries = tuple(_read_entry(line, number, heading.seats) for number, line in enumerate(lines[1:-1], 2))
    transcript = Transcript(heading, entries)
    if not transcript.marks:
        raise TranscriptError(_("the transcript holds no game: expected a digest of its opening, found none"))
    return transcript


def read_bytes(content: bytes) -> Transcript:
    """The transcript that a file holds; see `read`."""
    if len(content) > MOST_BYTES:
        raise TranscriptError(
            _("this is no transcript: expected at most {most} bytes, found {found}").format(
                most=MOST_BYTES, found=len(content)
            )
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise TranscriptError(
            _("this is no transcript: expected text in UTF-8, found byte {byte} at position {place}").format(
                byte=content[fault.start], place=fault.start
            )
        ) from None
    return read(text)


def public_view(transcript: Transcript) -> str:
    """What either seat may read of a game that still goes on: who moved when, and how.

    The seed is the future of the game, and the digests are taken over secrets; neither is in it.
    """
    seats = transcript.heading.seats
    return "".join(_line(_entry_keys(move, seats)) for move in transcript.moves)


def _line(keys: dict[str, Any]) -> str:
    return json.dumps(keys) + "\n"


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _heading_keys(heading: Heading) -> dict[str, Any]:
    return {
        "kind": KIND, "format": FORMAT,
        "scenario": heading.scenario, "scenario_digest": heading.scenario_digest,
        "rules": heading.rules, "seed": heading.seed, "game": heading.game,
        "seats": dict(zip(heading.seats, heading.players, strict=True)),
        **({"without": heading.without} if heading.without else {}),
    }  # fmt: skip


def _entry_keys(entry: Entry, seats: tuple[str, str]) -> dict[str, Any]:
    if isinstance(entry, Mark):
        return {
            "end" if entry.turn < 0 else "turn": True if entry.turn < 0 else entry.turn + 1,
            "digest": entry.digest,
        }
    keys = {"at": [entry.turn + 1, entry.slot + 1], "seat": seats[entry.seat]}
    return keys | ({"do": entry.do} if isinstance(entry, Move) else {"player": entry.player})


def _read_heading(lines: list[str]) -> Heading:
    keys = _object(lines[0], 1) if lines else {}
    if keys.get("kind") != KIND:
        raise TranscriptError(
            _("this is no transcript: expected a first line with kind {kind!r}, found {found}").format(
                kind=KIND, found=_shown(lines[0]) if lines else _("an empty file")
            )
        )
    if keys.get("format") != FORMAT:
        raise TranscriptError(
            _("this transcript has format {found}; this program reads format {format}").format(
                found=keys.get("format"), format=FORMAT
            )
        )
    seats = _value(keys, "seats", dict, 1)
    if len(seats) != 2 or not all(isinstance(player, str) for player in seats.values()):
        raise _fault(1, _("two seats with their players"), seats)
    names, players = list(seats), list(seats.values())
    return Heading(
        scenario=_value(keys, "scenario", str, 1),
        scenario_digest=_value(keys, "scenario_digest", str, 1),
        rules=_value(keys, "rules", int, 1),
        seed=_bounded(_value(keys, "seed", int, 1), 2**64, 1),
        game=_bounded(_value(keys, "game", int, 1), GAMES, 1),
        seats=(names[0], names[1]),
        players=(players[0], players[1]),
        without=_value(keys, "without", str, 1) if "without" in keys else "",
    )


def _read_entry(line: str, number: int, seats: tuple[str, str]) -> Entry:
    keys = _object(line, number)
    if "do" not in keys and "player" not in keys:
        turn = -1 if "end" in keys else _bounded(_value(keys, "turn", int, number), 32768, number) - 1
        return Mark(turn, _value(keys, "digest", str, number))
    place, seat = _value(keys, "at", list, number), _value(keys, "seat", str, number)
    if len(place) != 2 or not all(type(part) is int and 0 < part < 32768 for part in place):
        raise _fault(number, _("a turn and a slot, counted from 1"), place)
    if seat not in seats:
        raise _fault(number, _("seat {first} or {second}").format(first=seats[0], second=seats[1]), seat)
    turn, slot, who = place[0] - 1, place[1] - 1, seats.index(seat)
    if "do" not in keys:
        return Seated(turn, slot, who, _value(keys, "player", str, number))
    return Move(turn, slot, who, _value(keys, "do", str, number))


def _object(line: str, number: int) -> dict[str, Any]:
    try:
        keys = json.loads(line)
    except (ValueError, RecursionError):
        keys = None
    if not isinstance(keys, dict):
        raise TranscriptError(
            _("line {line} of the transcript cannot be read: expected one JSON object, found {found}").format(
                line=number, found=_shown(line)
            )
        )
    return keys


def _value(keys: dict[str, Any], name: str, kind: type, number: int) -> Any:
    value = keys.get(name)
    if type(value) is not kind:
        wanted = {"str": _("a text"), "int": _("a whole number"), "dict": _("an object"), "list": _("a list")}
        raise _fault(number, f"{name!r}, {wanted[kind.__name__]}", value)
    return value


def _bounded(value: int, limit: int, number: int) -> int:
    if not 0 <= value < limit:
        raise _fault(number, _("a number from 0 to {most}").format(most=limit - 1), value)
    return value


def _fault(number: int, expected: str, found: object) -> TranscriptError:
    return TranscriptError(
        _("line {line} of the transcript: expected {expected}, found {found}").format(
            line=number, expected=expected, found=_shown(json.dumps(found))
        )
    )


def _shown(text: str) -> str:
    """What a message shows of a text that may be long or unprintable."""
    short = text.strip()
    return repr(short if len(short) <= 40 else short[:37] + "...")
